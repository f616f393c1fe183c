// What the page is about: documents, sentences and findings, read once from the data block.
const block = document.getElementById("mtaudit-data");
const DATA = block ? JSON.parse(block.textContent) : { words: {}, documents: [] };
const REASONS = ["false-alarm", "taste", "fixed-elsewhere"];

// The words of the interface; {name} is filled in.
const say = (key, fields = {}) =>
  (DATA.words[key] || key).replace(/\{(\w+)\}/g, (whole, name) => (name in fields ? String(fields[name]) : whole));

// Text made safe to show, code unit for code unit, as the report's own renderer does it.
const visible = (text) =>
  text
    .replace(/[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/g, " ")
    .replace(/[\x00-\x1f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "\ufffd");

// Everything that can be decided, by the id of its element: findings, and sentences as a whole.
const targets = new Map();
const documents = DATA.documents;
documents.forEach((doc, index) => {
  doc.index = index;
  doc.eol = doc.text.includes("\r\n") ? "\r\n" : "\n";
  doc.findings = [];
  doc.sentences.forEach((sentence, place) => {
    Object.assign(sentence, { doc, place, rule: null, isSentence: true, sentence });
    sentence.text = doc.text.slice(sentence.at[0], sentence.at[1]);
    targets.set(sentence.id, sentence);
    for (const finding of sentence.findings) {
      Object.assign(finding, { doc, sentence, text: doc.text.slice(finding.at[0], finding.at[1]) });
      targets.set(finding.id, finding);
      doc.findings.push(finding);
    }
  });
});
const allFindings = documents.flatMap((doc) => doc.findings);
const elementOf = (target) => {
  if (!target.element) target.element = document.getElementById(target.id);
  return target.element;
};
