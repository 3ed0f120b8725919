// One stance at a time: its evidence, the codebook, a level and a reason to choose.

const add = (parent, tag, properties = {}) => {
  const node = Object.assign(document.createElement(tag), properties);
  parent.append(node);
  return node;
};

const NO_LEVEL = "none";

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  el.replaceChildren();
  const group = `crossroads-${crypto.randomUUID()}`;
  const form = add(el, "form");

  const menus = add(form, "div", { className: "crossroads-controls" });
  const menu = (words) => {
    const label = add(menus, "label", { className: "crossroads-menu" });
    add(label, "span", { textContent: words });
    return add(label, "select");
  };
  const issues = menu("Issue");
  for (const [value, words] of model.get("_issues")) add(issues, "option", { value, textContent: words });
  const rows = menu("Stance");

  const card = add(form, "div", { className: "crossroads-veil" });
  const evidence = add(card, "p", { className: "crossroads-question" });
  const source = add(card, "p", { className: "crossroads-source" });
  const levels = add(form, "fieldset");
  add(levels, "legend", { className: "crossroads-prompt", textContent: "Which level would you give it?" });
  const choices = add(levels, "div", { className: "crossroads-choices" });
  const field = add(form, "div", { className: "crossroads-field" });
  add(field, "label", { htmlFor: `${group}-reason`, textContent: "Your reason: which words of the evidence decide it?" });
  const reason = add(field, "textarea", { id: `${group}-reason`, maxLength: 1000 });
  const buttons = add(form, "p");
  add(buttons, "button", { type: "submit", className: "crossroads-main", textContent: "Save my version" });
  buttons.append(" ");
  const back = add(buttons, "button", { type: "button", textContent: "Take it back" });
  const message = add(form, "p", { className: "crossroads-message" });
  message.setAttribute("role", "status");
  const answer = add(form, "details");
  add(answer, "summary", { textContent: "How did the module code it?" });
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
    module.textContent = `${one.place}. ${one.coded}`;
    const book = model.get("_codebook")[one.issue] ?? [];
    for (const [level, words, definition] of [...book, [NO_LEVEL, "No level fits", ""]]) {
      const label = add(choices, "label");
      add(label, "input", { type: "radio", name: group, value: level }).style.flex = "none";
      const text = add(label, "span");
      add(text, "strong", { textContent: words });
      if (definition) text.append(`: ${definition}`);
    }
    reason.value = "";
    showSaved();
  };
  const showSaved = () => {
    const saved = model.get("value")[rows.value];
    back.hidden = !saved;
    if (!saved) return;
    const level = saved.level ?? NO_LEVEL;
    for (const input of choices.querySelectorAll("input")) input.checked = input.value === String(level);
    reason.value = saved.reason;
  };
  const showRows = (start) => {
    issues.value = model.get("issue");
    rows.replaceChildren();
    for (const one of model.get("_items")) {
      if (one.issue === issues.value) add(rows, "option", { value: one.id, textContent: one.name });
    }
    if (start) rows.value = start;
    showItem();
  };
  const showMessage = () => {
    const { stance, words } = model.get("_message");
    if (stance === rows.value) message.textContent = words;
    showSaved();
  };

  issues.addEventListener("change", () => {
    model.set("issue", issues.value);
    model.save_changes();
  });
  rows.addEventListener("change", showItem);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!chosen()) {
      message.textContent = "Choose a level first, or “No level fits”.";
      return;
    }
    if (!reason.value.trim()) {
      message.textContent = "Not saved. Write a reason first: which words of the evidence decide it?";
      reason.focus();
      return;
    }
    const level = chosen() === NO_LEVEL ? null : Number(chosen());
    model.send({ stance: rows.value, level, reason: reason.value });
  });
  back.addEventListener("click", () => {
    form.querySelector("input:checked").checked = false;
    reason.value = "";
    model.send({ stance: rows.value, take_back: true });
    rows.focus();
  });
  const changeIssue = () => showRows("");
  model.on("change:issue", changeIssue);
  model.on("change:_message", showMessage);
  model.on("change:value", showSaved);
  showRows(model.get("_start"));
  return () => {
    model.off("change:issue", changeIssue);
    model.off("change:_message", showMessage);
    model.off("change:value", showSaved);
  };
}

export default { render };
