// Going through the findings by key, button or link, and what each key does.
let current = null; // a finding, or a sentence where there is no finding to stand on
const workbar = document.querySelector(".workbar");
const help = document.getElementById("help");
const KEYS_OFF = "mtaudit:keys-off";

function setCurrent(target) {
  if (current) {
    elementOf(current).classList.remove("current");
    elementOf(current.sentence).classList.remove("current");
  }
  current = target;
  elementOf(target).classList.add("current");
  elementOf(target.sentence).classList.add("current");
}

function go(target) {
  setCurrent(target);
  const card = elementOf(target.sentence);
  const item = elementOf(target);
  item.focus({ preventScroll: true });
  // The whole card where it fits: its sentence is what the finding is about.
  const room = window.innerHeight - workbar.offsetHeight;
  const isNear = item.getBoundingClientRect().bottom - card.getBoundingClientRect().top < room;
  (isNear ? card : item).scrollIntoView({ block: isNear ? "start" : "center" });
}

// Steps go to findings that the filters show; where there is none, to sentences.
function step(direction, isWanted = () => true) {
  const shown = cards.filter((card) => !card.hidden).map((card) => targets.get(card.id));
  const faulty = shown
    .flatMap((sentence) => sentence.findings)
    .filter((finding) => !elementOf(finding).classList.contains("dim"));
  const stops = (faulty.length ? faulty : shown).filter(isWanted);
  if (!stops.length) return tell(say(allFindings.every(isDecided) ? "all_decided" : "none_here"));
  const place = (target) => [target.doc.index, target.sentence.place, target.number || 0];
  const compare = (a, b) => place(a).map((value, n) => value - place(b)[n]).find(Boolean) || 0;
  const ahead = stops.filter((stop) => !current || direction * compare(stop, current) > 0);
  const next = direction > 0 ? ahead[0] : ahead[ahead.length - 1];
  go(next || (direction > 0 ? stops[0] : stops[stops.length - 1]));
}
const stepOpen = () => step(1, (target) => !target.isSentence && !isDecided(target));

// A link of the chart or of a label leads to what a filter may have hidden: show it.
function reveal() {
  const id = decodeURIComponent(location.hash.slice(1)).replace(/^m-/, "");
  const target = targets.get(id);
  if (!target) return;
  const card = elementOf(target.sentence);
  if (card.hidden) {
    toolbar.reset();
    filter();
    document.getElementById(decodeURIComponent(location.hash.slice(1))).scrollIntoView({ block: "start" });
  }
  setCurrent(target);
}

const targetAt = (node) => {
  const home = node.closest(".finding") || node.closest(".card");
  return home ? targets.get(home.id) : null;
};

function click(event) {
  const target = targetAt(event.target);
  if (!target) return;
  const button = event.target.closest("button");
  if (target !== current && !event.target.closest("a, summary")) setCurrent(target);
  if (!button) return;
  const actions = {
    accept: () => accept(target, Number(button.value)),
    dismiss: () => dismiss(target, button.value),
    edit: () => editFinding(target),
    reopen: () => reopen(target),
    rewrite: () => editSentence(target.sentence),
    restore: () => restoreSentence(target.sentence),
    cancel: () => closeForm(button.closest("form")),
  };
  if (!actions[button.name]) return;
  actions[button.name]();
  // The button pressed may be gone: stay with the finding, for the keyboard.
  if (!button.offsetParent) elementOf(target).focus({ preventScroll: true });
}

const onFinding = (work) => () => {
  if (current && !current.isSentence) work(current);
  else stepOpen();
};
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  n: stepOpen,
  a: onFinding((finding) => accept(finding, 0)),
  e: onFinding(editFinding),
  d: onFinding((finding) => {
    const button = elementOf(finding).querySelector("[name=dismiss]");
    if (button.offsetParent) button.focus();
  }),
  o: onFinding(reopen),
  w: () => current && editSentence(current.sentence),
  u: undoStep,
  "/": () => fieldOf("text").focus(),
  "?": () => help.showModal(),
};

function undoStep() {
  const target = undo();
  if (target) go(target);
}

function press(event) {
  const inText = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (inText) {
    const form = event.target.closest("form.edit");
    if (form && event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "Escape") {
      if (form) closeForm(form);
      else event.target.blur();
    }
    return;
  }
  if (help.open || event.altKey || event.isComposing) return;
  const isUndo = (event.ctrlKey || event.metaKey) && event.key === "z" && !event.shiftKey;
  if (!isUndo && (event.ctrlKey || event.metaKey || !help.querySelector("[name=keys]").checked)) return;
  const inDismissal = event.target.closest(".dismissal");
  const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
  let work = isUndo ? undoStep : KEYS[event.key];
  if (digit && inDismissal) work = onFinding((finding) => REASONS[digit - 1] && dismiss(finding, REASONS[digit - 1]));
  else if (digit) work = onFinding((finding) => accept(finding, digit - 1));
  if (!work) return;
  event.preventDefault();
  work();
  if (digit && current) elementOf(current).focus({ preventScroll: true });
}

function startMoving() {
  const list = document.getElementById("sentences");
  list.addEventListener("click", click);
  list.addEventListener("submit", (event) => {
    if (!event.target.matches("form.edit")) return;
    event.preventDefault();
    event.target.keepText(event.target.querySelector("textarea").value);
  });
  list.addEventListener("input", (event) => event.target.matches("textarea") && fit(event.target));
  let isPressed = false;
  document.addEventListener("pointerdown", () => { isPressed = true; });
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { isPressed = false; });
  list.addEventListener("focusin", (event) => {
    // Not under a pointer: the hints would move the button between press and release.
    if (isPressed) return;
    const target = targetAt(event.target);
    if (target && !target.isSentence && target !== current) setCurrent(target);
  });
  document.addEventListener("keydown", press);
  window.addEventListener("hashchange", reveal);
  const buttons = { previous: KEYS.k, next: KEYS.j, open: stepOpen, undo: undoStep, help: KEYS["?"] };
  for (const [name, work] of Object.entries(buttons)) {
    workbar.querySelector(`[name=${name}]`).addEventListener("click", work);
  }
  const box = help.querySelector("[name=keys]");
  box.checked = !(store && store.getItem(KEYS_OFF));
  box.addEventListener("change", () => {
    if (!store) return;
    if (box.checked) store.removeItem(KEYS_OFF);
    else store.setItem(KEYS_OFF, "1");
  });
  // What a link leads to must not end up under the bar that stays on top.
  new ResizeObserver(() => {
    const covers = getComputedStyle(workbar).position === "sticky" ? workbar.offsetHeight : 0;
    document.documentElement.style.setProperty("--bar", `${covers}px`);
  }).observe(workbar);
  workbar.hidden = false;
  reveal();
}
