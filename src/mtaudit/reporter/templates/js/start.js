// Without script the page shows everything and nothing can be pressed; from here on it can.
if (cards.length) {
  startKeeping();
  for (const doc of documents) {
    for (const sentence of doc.sentences) {
      equipSentence(sentence);
      sentence.findings.forEach(equip);
      showSentence(sentence);
    }
  }
  listeners.push((sentences) => sentences.forEach(showSentence), showProgress, keep);
  startFiltering();
  startFiles();
  startMoving();
  startFacts();
  showProgress();
  document.documentElement.classList.add("works");
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll(".compared details").forEach((one) => { one.open = true; });
  });
}
