// What was decided: id -> {action: accept|edit|dismiss, replacement, reason}. All changes come through here.
const decisions = new Map();
const past = [];
const listeners = [];

const replaces = (target) => {
  const decision = decisions.get(target.id);
  return Boolean(decision) && decision.action !== "dismiss";
};
const overlap = (a, b) =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);

// The target whose replacement takes in this finding's words, if there is one.
function coverOf(finding) {
  const near = finding.doc.sentences.slice(Math.max(finding.sentence.place - 1, 0), finding.sentence.place + 2);
  const others = near.flatMap((sentence) => [sentence, ...sentence.findings]);
  return others.find((other) => other !== finding && replaces(other) && overlap(other, finding));
}
const isDecided = (finding) => decisions.has(finding.id) || Boolean(coverOf(finding));

// Applies changes [[target, decision or null], ...] in one step that can be undone.
function change(changes, { undoable = true } = {}) {
  const before = changes.map(([target]) => [target, decisions.get(target.id) || null]);
  for (const [target, decision] of changes) {
    if (decision) decisions.set(target.id, decision);
    else decisions.delete(target.id);
  }
  if (undoable) past.push(before);
  const sentences = new Set(changes.map(([target]) => target.sentence));
  for (const sentence of [...sentences]) {
    // A replacement may reach into the next sentence.
    for (const near of [sentence.place - 1, sentence.place + 1]) {
      if (sentence.doc.sentences[near]) sentences.add(sentence.doc.sentences[near]);
    }
  }
  for (const listener of listeners) listener(sentences);
}

function undo() {
  const before = past.pop();
  if (!before) return tell(say("nothing_to_undo"));
  change(before, { undoable: false });
  tell(say("undone"));
  return before[0][0];
}

// Takes one decision on a finding; false where another replacement has settled its words.
function decide(finding, decision) {
  const cover = coverOf(finding);
  if (cover && decision && decision.action !== "dismiss") {
    tell(coverWords(cover));
    return false;
  }
  change([[finding, decision]]);
  return true;
}

// Rewrites a whole sentence: what was accepted in it goes into the new wording.
function rewrite(sentence, replacement) {
  const settled = sentence.findings.filter(replaces).map((finding) => [finding, null]);
  const same = replacement === sentence.text;
  change([[sentence, same ? null : { action: "edit", replacement, reason: null }], ...settled]);
}

const coverWords = (cover) =>
  cover.isSentence ? say("covered_by_sentence") : say("covered", { n: cover.number });

function progress(findings = allFindings) {
  return { decided: findings.filter(isDecided).length, total: findings.length };
}

// One polite line for screen readers: what happened, and how far the work is.
function tell(words) {
  const said = document.getElementById("said");
  if (said) said.textContent = words;
}
