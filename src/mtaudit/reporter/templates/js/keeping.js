// Decisions outlive a reload: kept in the browser under the hash of the text they were made for.
const KEY = "mtaudit:decisions:1:";
const store = (() => {
  try {
    const tried = window.localStorage;
    tried.setItem(`${KEY}?`, "1");
    tried.removeItem(`${KEY}?`);
    return tried;
  } catch {
    return null;
  }
})();
let keeps = Boolean(store);
let isExported = true;

// Equal texts in one report each have a place of their own.
function keyOf(doc) {
  const equal = documents.filter((other) => other.sha256 === doc.sha256 && other.index < doc.index).length;
  return KEY + doc.sha256 + (equal ? `:${equal + 1}` : "");
}

const targetsOf = (doc) => doc.sentences.flatMap((sentence) => [sentence, ...sentence.findings]);

// The decisions on a document in the form of the exported file.
function entriesOf(doc) {
  return targetsOf(doc)
    .filter((target) => decisions.has(target.id))
    .map((target) => {
      const { action, replacement, reason } = decisions.get(target.id);
      const { id, rule, start, end, text } = target;
      return { id, rule, start, end, text, action, replacement, reason };
    });
}

function isEntry(entry) {
  if (!entry || typeof entry !== "object") return false;
  if (entry.action === "dismiss") return typeof entry.reason === "string" && entry.reason.length < 500;
  return ["accept", "edit"].includes(entry.action) && typeof entry.replacement === "string";
}

// Changes that put a document's decisions to `entries`; `lost` counts those that have no place here.
function restoring(doc, entries) {
  const place = (each) => `${each.rule}|${each.start}|${each.end}`;
  const places = new Map(targetsOf(doc).map((target) => [place(target), target]));
  const wanted = new Map();
  let lost = 0;
  for (const entry of entries) {
    const target = isEntry(entry) ? places.get(place(entry)) : null;
    const isSettled = ([other, decision]) => decision.action !== "dismiss" && overlap(other, target);
    if (!target || wanted.has(target) || (entry.action !== "dismiss" && [...wanted].some(isSettled))) {
      lost += 1;
      continue;
    }
    const { action } = entry;
    const isDismissed = action === "dismiss";
    wanted.set(target, {
      action,
      replacement: isDismissed ? null : entry.replacement,
      reason: isDismissed ? entry.reason : null,
    });
  }
  const changed = targetsOf(doc).filter((target) => decisions.has(target.id) || wanted.has(target));
  return { changes: changed.map((target) => [target, wanted.get(target) || null]), lost };
}

function keep(sentences) {
  isExported = false;
  if (!keeps) return;
  try {
    for (const doc of new Set([...sentences].map((sentence) => sentence.doc))) {
      const entries = entriesOf(doc);
      if (entries.length) store.setItem(keyOf(doc), JSON.stringify(entries));
      else store.removeItem(keyOf(doc));
    }
  } catch {
    keeps = false;
    notice(say("not_kept"));
  }
}

function recall(doc) {
  let kept = null;
  try {
    kept = JSON.parse(store.getItem(keyOf(doc)) || "[]");
  } catch {
    return 0;
  }
  if (!Array.isArray(kept)) return 0;
  const { changes, lost } = restoring(doc, kept);
  for (const [target, decision] of changes) {
    if (decision) decisions.set(target.id, decision);
    else decisions.delete(target.id);
  }
  return lost;
}

function notice(words) {
  for (const place of document.querySelectorAll(".notice")) {
    place.textContent = words;
    place.hidden = !words;
  }
}

function startKeeping() {
  if (!store) {
    notice(say("not_kept"));
    window.addEventListener("beforeunload", (event) => {
      if (!isExported && decisions.size) event.preventDefault();
    });
    return;
  }
  const lost = documents.reduce((sum, doc) => sum + recall(doc), 0);
  if (lost) notice(say("lost", { n: lost }));
  // The same report in another tab: both show the same.
  window.addEventListener("storage", (event) => {
    const doc = documents.find((one) => keyOf(one) === event.key);
    if (!doc) return;
    recall(doc);
    for (const listener of listeners) if (listener !== keep) listener(new Set(doc.sentences));
  });
}
