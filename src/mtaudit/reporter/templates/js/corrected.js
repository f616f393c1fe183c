// The corrected text, built from the original and the replacements in their order.

const replacementsIn = (candidates) =>
  candidates.filter(replaces).sort((a, b) => a.start - b.start || a.end - b.end);

// Pieces of [from, to) as {text, target}: target is set where a replacement stands.
function correctedPieces(doc, candidates, from, to) {
  const pieces = [];
  let place = from;
  for (const target of replacementsIn(candidates)) {
    if (target.at[0] > place) pieces.push({ text: doc.text.slice(place, target.at[0]) });
    pieces.push({ text: decisions.get(target.id).replacement, target });
    place = Math.max(place, target.at[1]);
  }
  if (place < to) pieces.push({ text: doc.text.slice(place, to) });
  return pieces;
}

const sentencePieces = (sentence) =>
  correctedPieces(sentence.doc, [sentence, ...sentence.findings], sentence.at[0], sentence.at[1]);
const documentPieces = (doc) =>
  correctedPieces(doc, [...doc.sentences, ...doc.findings], 0, doc.text.length);
const textOf = (pieces) => pieces.map((piece) => piece.text).join("");
const correctedText = (doc) => textOf(documentPieces(doc));

// Shows pieces as text with the new words marked; `show` makes each text safe.
function showPieces(parent, pieces, show) {
  parent.replaceChildren(
    ...pieces.map((piece) => {
      if (!piece.target) return document.createTextNode(show(piece.text));
      const inserted = document.createElement("ins");
      inserted.textContent = show(piece.text);
      return inserted;
    }),
  );
}
