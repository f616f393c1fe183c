// A finding's part of its card: suggestions to click, one's own wording, dismissal, and what was decided.
const findingParts = document.getElementById("work-finding");

function equip(finding) {
  const item = elementOf(finding);
  const body = item.querySelector(".case");
  const parts = findingParts.content.cloneNode(true);
  body.before(parts.querySelector(".outcome"));
  body.append(parts.querySelector(".edit"), parts.querySelector(".actions"));
  item.querySelectorAll(".suggestion").forEach((shown, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.name = "accept";
    button.value = String(place);
    const prefix = document.createElement("span");
    prefix.className = "hidden";
    prefix.textContent = `${say("accept")} `;
    const key = document.createElement("kbd");
    key.textContent = String(place + 1);
    key.setAttribute("aria-hidden", "true");
    button.append(prefix, ...shown.childNodes, " ", key);
    shown.append(button);
  });
}

function showFinding(finding) {
  const item = elementOf(finding);
  const decision = decisions.get(finding.id);
  const cover = decision ? null : coverOf(finding);
  const state = decision ? decision.action : cover ? "covered" : "open";
  if (item.dataset.state === state && state === "open") return;
  item.dataset.state = state;
  const outcome = item.querySelector(".outcome");
  outcome.hidden = state === "open";
  outcome.querySelector("button").hidden = Boolean(cover);
  const done = outcome.querySelector(".done");
  done.replaceChildren();
  if (cover) done.textContent = coverWords(cover);
  else if (state === "dismiss") done.textContent = say("dismissed", { reason: reasonWords(decision.reason) });
  else if (decision) {
    const from = document.createElement("del");
    const to = document.createElement("ins");
    from.textContent = visible(finding.text);
    to.textContent = visible(decision.replacement);
    from.lang = to.lang = finding.doc.language;
    done.append(from, " → ", to);
    if (!decision.replacement) done.append(say("deleted"));
  }
  for (const button of item.querySelectorAll("[name=accept]")) {
    const isChosen = state === "accept" && finding.suggestions[button.value] === decision.replacement;
    button.setAttribute("aria-pressed", String(isChosen));
  }
  const tag = document.getElementById(`m-${finding.id}`);
  if (tag) tag.dataset.state = state;
}

const reasonWords = (reason) => (REASONS.includes(reason) ? say(`reason.${reason}`) : visible(reason));

function accept(finding, place) {
  const replacement = finding.suggestions[place];
  if (replacement === undefined) {
    return tell(say(finding.suggestions.length ? "no_such_suggestion" : "no_suggestion"));
  }
  if (decide(finding, { action: "accept", replacement, reason: null })) {
    tell(`${say("accepted", { text: visible(replacement) })} ${progressWords()}`);
  }
}

function dismiss(finding, reason) {
  if (decide(finding, { action: "dismiss", replacement: null, reason })) {
    tell(`${say("dismissed", { reason: reasonWords(reason) })} ${progressWords()}`);
  }
}

function reopen(finding) {
  if (!decisions.has(finding.id)) return;
  change([[finding, null]]);
  tell(`${say("reopened")} ${progressWords()}`);
}

// Opens a form for wording of one's own; `keepText` gets it when it is kept.
function openForm(form, text, keepText) {
  const field = form.querySelector("textarea");
  field.value = text;
  form.keepText = (written) => {
    closeForm(form);
    if (written !== text.replace(/\r\n?/g, "\n")) keepText(written);
  };
  form.hidden = false;
  fit(field);
  field.focus();
  field.select();
}

function closeForm(form) {
  form.hidden = true;
  form.parentElement.closest(".finding, .card").classList.remove("editing");
  const home = form.closest(".finding") || form.closest(".card");
  if (home) home.focus({ preventScroll: true });
}

const fit = (field) => {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
};

function editFinding(finding) {
  const cover = coverOf(finding);
  if (cover && !decisions.has(finding.id)) return tell(coverWords(cover));
  const decision = decisions.get(finding.id);
  const item = elementOf(finding);
  item.classList.add("editing");
  const now = decision && decision.action !== "dismiss" ? decision.replacement : finding.text;
  openForm(item.querySelector("form.edit"), now, (written) => {
    const replacement = written.replace(/\n/g, finding.doc.eol);
    const isOriginal = replacement === finding.text;
    if (decide(finding, isOriginal ? null : { action: "edit", replacement, reason: null })) {
      tell(`${say("edited", { text: visible(replacement) })} ${progressWords()}`);
    }
  });
}
