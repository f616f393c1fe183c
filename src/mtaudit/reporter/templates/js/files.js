// Handing the work back: the corrected article, and the decisions as one file that `mtaudit apply` reads.

function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// "articles/port.fr.md" -> ["port.fr", ".md"]
function nameOf(doc) {
  const name = doc.path.replace(/\\/g, "/").split("/").pop().replace(/[\x00-\x1f<>:"|?*\u202a-\u202e]/g, "_") || "article";
  const dot = name.lastIndexOf(".");
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ".txt"];
}

function exported() {
  const made = documents.map((doc) => ({
    path: doc.path,
    text_sha256: doc.sha256,
    decisions: entriesOf(doc),
  }));
  return { mtaudit_decisions: 1, documents: made.filter((doc) => doc.decisions.length) };
}

function exportDecisions() {
  const name = documents.length === 1 ? `${nameOf(documents[0])[0]}.decisions.json` : "decisions.json";
  download(name, "application/json", `${JSON.stringify(exported(), null, 1)}\n`);
  isExported = true;
  tell(say("exported", { name }));
}

async function importDecisions(file) {
  let given = null;
  try {
    given = JSON.parse(await file.text());
  } catch {
    return notice(say("not_decisions", { name: file.name }));
  }
  if (!given || given.mtaudit_decisions !== 1 || !Array.isArray(given.documents)) {
    return notice(say("not_decisions", { name: file.name }));
  }
  const changes = [];
  const strange = [];
  let lost = 0;
  for (const entry of given.documents) {
    const matching = documents.filter((doc) => entry && doc.sha256 === entry.text_sha256);
    const doc = matching.find((one) => one.path === entry.path) || matching[0];
    if (!doc || !Array.isArray(entry.decisions)) {
      strange.push(visible(String((entry && entry.path) || "?")));
      continue;
    }
    const restored = restoring(doc, entry.decisions);
    changes.push(...restored.changes);
    lost += restored.lost;
  }
  if (changes.length) change(changes);
  const problems = [];
  if (strange.length) problems.push(say("other_version", { path: strange.join(", ") }));
  if (lost) problems.push(say("lost", { n: lost }));
  notice(problems.join(" "));
  tell(`${say("imported", { n: changes.filter(([, decision]) => decision).length })} ${progressWords()}`);
}

async function copyArticle(doc) {
  const text = correctedText(doc);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Older browsers, and pages without the right to the clipboard.
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (!copied) return notice(say("not_copied"));
  }
  tell(say("copied"));
}

function saveArticle(doc) {
  const [stem, suffix] = nameOf(doc);
  download(`${stem}.corrected${suffix}`, "text/plain;charset=utf-8", correctedText(doc));
  tell(say("saved", { name: `${stem}.corrected${suffix}` }));
}

function startFiles() {
  const section = document.getElementById("hand-back");
  const chooser = section.querySelector("input[type=file]");
  section.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const finished = button.closest(".finished");
    const doc = finished && documents[Number(finished.dataset.documentNumber) - 1];
    const actions = {
      copy: () => flash(button, copyArticle(doc)),
      save: () => saveArticle(doc),
      export: exportDecisions,
      import: () => chooser.click(),
    };
    actions[button.name]();
  });
  chooser.addEventListener("change", async () => {
    if (chooser.files.length) await importDecisions(chooser.files[0]);
    chooser.value = "";
  });
  for (const details of section.querySelectorAll(".reading")) {
    details.addEventListener("toggle", () => details.open && showArticle(details));
  }
  section.hidden = false;
}

// A short sign on the button itself that it has worked.
async function flash(button, work) {
  await work;
  button.classList.add("worked");
  setTimeout(() => button.classList.remove("worked"), 1500);
}
