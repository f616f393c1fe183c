"use strict";
// Without this script the table stands worst first; with it, its headings sort.
(() => {
  const table = document.querySelector(".sheet table");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const again = document.querySelector(".again");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  const rank = (row) => Number(row.dataset.rank);
  const key = (row, column) => row.cells[column].dataset.sort;
  const isText = (column) => column === 0;

  const place = (rows) => body.append(...rows);

  const compare = (column) => (a, b) =>
    isText(column) ? collator.compare(key(a, column), key(b, column)) : Number(key(a, column)) - Number(key(b, column));

  const sort = (column, direction) => {
    const by = compare(column);
    const sign = direction === "ascending" ? 1 : -1;
    place([...body.rows].sort((a, b) => sign * by(a, b) || rank(a) - rank(b)));
    heads.forEach((head, place) => {
      if (place === column) head.setAttribute("aria-sort", direction);
      else head.removeAttribute("aria-sort");
    });
    again.hidden = false;
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.title = head.dataset.label;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const other = { ascending: "descending", descending: "ascending" };
      const now = head.getAttribute("aria-sort");
      sort(column, now ? other[now] : head.dataset.first);
    });
  });

  again.querySelector("button").addEventListener("click", () => {
    place([...body.rows].sort((a, b) => rank(a) - rank(b)));
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    again.hidden = true;
    document.querySelector("#articles").focus();
  });
})();
