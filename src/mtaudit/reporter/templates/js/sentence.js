// A sentence's part of its card: the corrected sentence as it builds itself, and rewriting it whole.
const sentenceParts = document.getElementById("work-sentence");

function equipSentence(sentence) {
  const card = elementOf(sentence);
  const parts = sentenceParts.content.cloneNode(true);
  const text = parts.querySelector(".corrected .text");
  text.lang = sentence.doc.language;
  card.querySelector(".french").after(parts);
}

function showSentence(sentence) {
  const card = elementOf(sentence);
  const pieces = sentencePieces(sentence);
  const isChanged = pieces.some((piece) => piece.target);
  const corrected = card.querySelector(".corrected");
  corrected.hidden = !isChanged;
  if (isChanged) showPieces(corrected.querySelector(".text"), pieces, visible);
  card.querySelector("[name=restore]").hidden = !replaces(sentence);
  card.classList.toggle("changed", isChanged);
  card.classList.toggle("done", sentence.findings.length > 0 && sentence.findings.every(isDecided));
  sentence.findings.forEach(showFinding);
}

function editSentence(sentence) {
  const form = elementOf(sentence).querySelector(".body > form.edit");
  openForm(form, textOf(sentencePieces(sentence)), (written) => {
    rewrite(sentence, written.replace(/\n/g, sentence.doc.eol));
    tell(`${say("rewritten")} ${progressWords()}`);
  });
}

function restoreSentence(sentence) {
  change([[sentence, null]]);
  tell(`${say("reopened")} ${progressWords()}`);
}

const progressWords = (findings) => say("progress", progress(findings));

// Tells how far the work is: in the bar, and for each document at the end.
function showProgress() {
  const { decided, total } = progress();
  for (const told of document.querySelectorAll(".told")) told.textContent = progressWords();
  const bar = document.querySelector(".workbar .track i");
  bar.style.width = `${total ? (100 * decided) / total : 100}%`;
  document.querySelector(".workbar [name=undo]").disabled = !past.length;
  document.querySelector(".workbar [name=open]").disabled = decided === total;
  document.querySelectorAll(".reading[open]").forEach(showArticle);
}

function showArticle(details) {
  const doc = documents[Number(details.closest(".finished").dataset.documentNumber) - 1];
  // Line ends stay as they are: this is the article, not a line of it.
  const keepLines = (text) => text.split(/\r\n|\r|\n/).map(visible).join("\n");
  showPieces(details.querySelector(".article"), documentPieces(doc), keepLines);
}
