// Shows the cards that fit the filters. What has just been decided stays until the filters change.
const cards = Array.from(document.querySelectorAll(".card"));
const toolbar = document.querySelector(".toolbar");

// Accents and case do not matter in a search: "declare" finds "Déclaré".
const plain = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").replace(/\s+/gu, " ").toLowerCase();

// What a search looks through, made on the first search: the texts, not the buttons.
const searched = new Map();
function searchText(card) {
  if (!searched.has(card)) {
    const parts = card.querySelectorAll(".french, .what, .suggestion [lang], .hint, .reason, .compared, .code");
    searched.set(card, plain(Array.from(parts, (part) => part.textContent).join(" ")));
  }
  return searched.get(card);
}

const fieldOf = (name) => toolbar.elements.namedItem(name);
const valueOf = (name) => (fieldOf(name) ? fieldOf(name).value : "");

function matches(item, wanted) {
  if (wanted.severity && item.dataset.severity !== wanted.severity) return false;
  if (wanted.family && item.dataset.family !== wanted.family) return false;
  return !wanted.decision || isDecided(targets.get(item.id)) === (wanted.decision === "decided");
}

function isShown(card, wanted) {
  if (wanted.verdict && card.dataset.verdict !== wanted.verdict) return false;
  if (wanted.text && !searchText(card).includes(wanted.text)) return false;
  let picked = 0;
  for (const finding of targets.get(card.id).findings) {
    const item = elementOf(finding);
    const isMatch = matches(item, wanted);
    item.classList.toggle("dim", !isMatch);
    picked += isMatch ? 1 : 0;
  }
  return picked > 0 || !(wanted.only || wanted.severity || wanted.family || wanted.decision);
}

function filter() {
  const wanted = {
    text: plain(valueOf("text")).trim(),
    severity: valueOf("severity"),
    family: valueOf("family"),
    verdict: valueOf("verdict"),
    decision: valueOf("decision"),
    only: fieldOf("only").checked,
  };
  const shown = new Set(cards.filter((card) => isShown(card, wanted)));
  for (const card of cards) {
    if (card.hidden === shown.has(card)) card.hidden = !shown.has(card);
  }
  for (const group of document.querySelectorAll(".cards")) {
    group.hidden = !Array.from(group.querySelectorAll(".card")).some((card) => shown.has(card));
  }
  document.querySelector(".none-shown").hidden = shown.size > 0;
  // With nothing filtered there is nothing to tell.
  toolbar.querySelector(".shown").hidden = !Object.values(wanted).some(Boolean);
  const output = toolbar.querySelector("output");
  output.textContent = output.dataset.shown.replace("{shown}", shown.size).replace("{total}", cards.length);
}

function startFiltering() {
  toolbar.addEventListener("input", filter);
  toolbar.addEventListener("submit", (event) => event.preventDefault());
  toolbar.addEventListener("reset", () => setTimeout(filter, 0));
  toolbar.hidden = false;
  filter();
}
