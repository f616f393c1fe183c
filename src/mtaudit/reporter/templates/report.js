// Filters the cards and steps through them. Without this script the page shows everything.
(() => {
  "use strict";
  const form = document.querySelector(".toolbar");
  if (!form) return;
  const cards = Array.from(document.querySelectorAll(".card"));
  const output = form.querySelector("output");
  const noneShown = document.querySelector(".none-shown");
  const fields = form.elements;

  // Accents and case do not matter in a search: "declare" finds "Déclaré".
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").replace(/\s+/gu, " ").toLowerCase();
  const texts = new Map(cards.map((card) => [card, plain(card.textContent)]));
  const valueOf = (name) => (fields.namedItem(name) ? fields.namedItem(name).value : "");

  const matches = (finding, severity, family) =>
    (!severity || finding.dataset.severity === severity) && (!family || finding.dataset.family === family);

  function isShown(card, wanted) {
    if (wanted.verdict && card.dataset.verdict !== wanted.verdict) return false;
    if (wanted.text && !texts.get(card).includes(wanted.text)) return false;
    const findings = Array.from(card.querySelectorAll(".finding"));
    const picked = findings.filter((finding) => matches(finding, wanted.severity, wanted.family));
    findings.forEach((finding) => finding.classList.toggle("dim", !picked.includes(finding)));
    return picked.length > 0 || !(wanted.only || wanted.severity || wanted.family);
  }

  function filter() {
    const wanted = {
      text: plain(valueOf("text")).trim(),
      severity: valueOf("severity"),
      family: valueOf("family"),
      verdict: valueOf("verdict"),
      only: fields.namedItem("only").checked,
    };
    let shown = 0;
    for (const card of cards) {
      card.hidden = !isShown(card, wanted);
      shown += card.hidden ? 0 : 1;
    }
    for (const group of document.querySelectorAll(".cards")) {
      group.hidden = !group.querySelector(".card:not([hidden])");
    }
    noneShown.hidden = shown > 0;
    output.textContent = output.dataset.shown.replace("{shown}", shown).replace("{total}", cards.length);
  }

  // Steps go to the sentences with findings; where the filters leave none of these, to any.
  function step(direction) {
    const visible = cards.filter((card) => !card.hidden);
    const faulty = visible.filter((card) => card.querySelector(".finding"));
    const stops = faulty.length ? faulty : visible;
    if (!stops.length) return;
    const current = document.querySelector(".card.current");
    const isAhead = (card) =>
      !current || Boolean(current.compareDocumentPosition(card) & (direction > 0 ? 4 : 2));
    const ahead = stops.filter(isAhead);
    const next = direction > 0 ? ahead[0] : ahead[ahead.length - 1];
    go(next || (direction > 0 ? stops[0] : stops[stops.length - 1]));
  }

  function go(card) {
    for (const other of cards) other.classList.toggle("current", other === card);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
  }

  // A link of the chart or of a label leads to what a filter may have hidden: show it.
  function reveal() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const card = target && target.closest(".card");
    if (card && card.hidden) {
      form.reset();
      filter();
      target.scrollIntoView({ block: "start" });
    }
    if (card) for (const other of cards) other.classList.toggle("current", other === card);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    const direction = { j: 1, k: -1 }[event.key];
    if (!direction) return;
    event.preventDefault();
    step(direction);
  });
  fields.namedItem("next").addEventListener("click", () => step(1));
  fields.namedItem("previous").addEventListener("click", () => step(-1));
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter, 0));
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));

  // What a link leads to must not end up under the toolbar that stays on top.
  new ResizeObserver(() => {
    const covers = getComputedStyle(form).position === "sticky" ? form.offsetHeight : 0;
    document.documentElement.style.setProperty("--toolbar", `${covers}px`);
  }).observe(form);

  form.hidden = false;
  filter();
  reveal();
})();
