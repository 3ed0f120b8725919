// One stance at a time: its evidence, the codebook, a level and a reason to choose.

const NO_LEVEL = "none";

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  const say = speaker(model.get("_words"));
  el.replaceChildren();
  const group = `crossroads-${crypto.randomUUID()}`;
  const form = add(el, "form");

  const menus = add(form, "div", { className: "crossroads-controls" });
  const menu = (words) => {
    const label = add(menus, "label", { className: "crossroads-menu" });
    add(label, "span", { text: words });
    return add(label, "select");
  };
  const issues = menu(say("recode-issue"));
  for (const [value, words] of model.get("_issues")) add(issues, "option", { value, text: words });
  const rows = menu(say("recode-stance"));

  const card = add(form, "div", { className: "crossroads-veil" });
  const evidence = add(card, "p", { className: "crossroads-question" });
  const source = add(card, "p", { className: "crossroads-source" });
  const levels = add(form, "fieldset");
  add(levels, "legend", { className: "crossroads-prompt", text: say("recode-which-level") });
  const choices = add(levels, "div", { className: "crossroads-choices" });
  const field = add(form, "div", { className: "crossroads-field" });
  add(field, "label", { for: `${group}-reason`, text: say("recode-reason") });
  const reason = add(field, "textarea", { id: `${group}-reason`, maxlength: 1000 });
  const buttons = add(form, "p");
  add(buttons, "button", { type: "submit", className: "crossroads-main", text: say("recode-save") });
  buttons.append(" ");
  const back = add(buttons, "button", { type: "button", text: say("recode-take-back") });
  const saved = keeper(model, () => changed(), "keep-gone-typed");
  form.append(saved.node);
  const message = add(form, "p", { className: "crossroads-message", role: "status" });
  const answer = add(form, "details");
  add(answer, "summary", { text: say("recode-module") });
  const module = add(answer, "p");

  const item = () => model.get("_items").find((one) => one.id === rows.value);
  const chosen = () => form.querySelector("input:checked")?.value;

  const showItem = () => {
    const one = item();
    card.hidden = levels.hidden = !one;
    answer.open = false;
    message.textContent = "";
    choices.replaceChildren();
    if (!one) return;
    evidence.textContent = one.evidence;
    source.textContent = one.source;
    module.textContent = one.coded;
    const book = model.get("_codebook")[one.issue] ?? [];
    for (const [level, words, definition] of [...book, [NO_LEVEL, say("recode-no-level"), ""]]) {
      const label = add(choices, "label");
      add(label, "input", { type: "radio", name: group, value: level }).style.flex = "none";
      const text = add(label, "span");
      add(text, "strong", { text: words });
      if (definition) text.append(`: ${definition}`);
    }
    reason.value = "";
    showSaved();
  };
  const showSaved = () => {
    const version = model.get("value")[rows.value];
    back.hidden = !version;
    if (!version) return;
    const level = version.level ?? NO_LEVEL;
    for (const input of choices.querySelectorAll("input")) input.checked = input.value === String(level);
    reason.value = version.reason;
  };
  const showRows = (start) => {
    issues.value = model.get("issue");
    rows.replaceChildren();
    for (const one of model.get("_items")) {
      if (one.issue === issues.value) add(rows, "option", { value: one.id, text: one.name });
    }
    if (start) rows.value = start;
    showItem();
  };
  const showMessage = () => {
    const { stance, words } = model.get("_message");
    if (stance === rows.value) message.textContent = words;
    showSaved();
  };
  // What was typed stays where it is until the kernel has it.
  let taking = "";
  const changed = () => {
    message.textContent = saved.say(message.textContent);
    if (saved.state()) return;
    showMessage();
    if (taking === rows.value && !model.get("value")[taking]) {
      for (const input of choices.querySelectorAll("input")) input.checked = false;
      reason.value = "";
    }
    taking = "";
  };

  issues.addEventListener("change", () => {
    model.set("issue", issues.value);
    model.save_changes();
  });
  rows.addEventListener("change", showItem);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!chosen()) {
      message.textContent = say("recode-choose-first");
      return;
    }
    if (!reason.value.trim()) {
      message.textContent = say("recode-not-saved", { trouble: say("recode-write-reason") });
      reason.focus();
      return;
    }
    const level = chosen() === NO_LEVEL ? null : Number(chosen());
    const change = { stance: rows.value, level, reason: reason.value };
    saved.ask({}, () => model.send(change));
  });
  back.addEventListener("click", () => {
    taking = rows.value;
    saved.ask({}, () => model.send({ stance: taking, take_back: true }));
    rows.focus();
  });
  const changeIssue = () => showRows("");
  model.on("change:issue", changeIssue);
  model.on("change:_message", showMessage);
  model.on("change:value", showSaved);
  showRows(model.get("_start"));
  return () => {
    saved.remove();
    model.off("change:issue", changeIssue);
    model.off("change:_message", showMessage);
    model.off("change:value", showSaved);
  };
}

export default { render };
