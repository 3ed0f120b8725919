// A text beside a rubric: one group of choices for each criterion, saved when chosen.

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  const group = `crossroads-${crypto.randomUUID()}`;
  const text = document.createElement("div");
  text.className = "crossroads-sample";
  const inputs = [];
  const criteria = model.get("_criteria").map(([criterion, levels], index) => {
    const fields = document.createElement("fieldset");
    const legend = Object.assign(document.createElement("legend"), { textContent: criterion });
    const options = document.createElement("div");
    options.className = "crossroads-options crossroads-levels";
    for (const [level, words] of levels) {
      const label = document.createElement("label");
      const input = Object.assign(document.createElement("input"), { type: "radio", name: `${group}-${index}` });
      input.addEventListener("change", () => {
        model.set("value", { ...model.get("value"), [criterion]: level });
        model.save_changes();
      });
      const span = Object.assign(document.createElement("span"), { textContent: `${level} · ${words}` });
      label.append(input, span);
      options.append(label);
      inputs.push({ criterion, level, input });
    }
    fields.append(legend, options);
    return fields;
  });
  const button = Object.assign(document.createElement("button"), { type: "button", className: "crossroads-main" });
  button.textContent = model.get("_button");
  button.addEventListener("click", () => {
    model.set("_asked", model.get("_asked") + 1);
    model.save_changes();
  });
  const message = Object.assign(document.createElement("p"), { className: "crossroads-message" });
  message.setAttribute("role", "status");
  const answer = Object.assign(document.createElement("div"), { className: "crossroads-answer" });
  el.replaceChildren(text, ...criteria, button, message, answer);

  const update = () => {
    // HTML of ours: the kernel escapes every word from a table or a learner.
    text.innerHTML = model.get("_text");
    answer.innerHTML = model.get("_answer");
    message.textContent = model.get("_message");
    const value = model.get("value");
    for (const one of inputs) one.input.checked = value[one.criterion] === one.level;
  };
  const events = ["value", "_text", "_answer", "_message"].map((name) => `change:${name}`);
  events.forEach((event) => model.on(event, update));
  update();
  return () => events.forEach((event) => model.off(event, update));
}

export default { render };
