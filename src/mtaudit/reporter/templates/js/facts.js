// Pointing at a compared fact shows what it was held against: its words in French, in English, in the list.
function startFacts() {
  let pointed = [];
  const point = (node) => {
    pointed.forEach((one) => one.classList.remove("pointed"));
    const fact = node instanceof Element ? node.closest("[data-fact]") : null;
    pointed = fact ? [...fact.closest(".card").querySelectorAll(`[data-fact="${fact.dataset.fact}"]`)] : [];
    pointed.forEach((one) => one.classList.add("pointed"));
  };
  document.addEventListener("pointerover", (event) => point(event.target));
  document.addEventListener("pointerdown", (event) => point(event.target)); // where nothing can hover
}
