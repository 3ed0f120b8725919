// A text beside a rubric: one group of choices for each criterion, saved when chosen.

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  const group = `crossroads-${crypto.randomUUID()}`;
  const text = element("div", { className: "crossroads-sample" });
  const inputs = [];
  const criteria = model.get("_criteria").map(([criterion, name, levels], index) => {
    const options = element("div", { className: "crossroads-options crossroads-levels" });
    for (const [level, words] of levels) {
      const input = element("input", { type: "radio", name: `${group}-${index}` });
      input.addEventListener("change", () => {
        model.set("value", { ...model.get("value"), [criterion]: level });
        model.save_changes();
      });
      options.append(element("label", {}, input, element("span", { text: `${level} · ${words}` })));
      inputs.push({ criterion, level, input });
    }
    return element("fieldset", {}, element("legend", { text: name }), options);
  });
  const button = element("button", { type: "button", className: "crossroads-main", text: model.get("_button") });
  button.addEventListener("click", () => {
    model.set("_asked", model.get("_asked") + 1);
    model.save_changes();
  });
  const message = element("p", { className: "crossroads-message", role: "status" });
  const answer = element("div", { className: "crossroads-answer" });
  el.replaceChildren(text, ...criteria, button, message, answer);

  const update = () => {
    // HTML of ours: the kernel escapes every word from a table or a learner.
    text.innerHTML = model.get("_text");
    answer.innerHTML = model.get("_answer");
    message.textContent = model.get("_message");
    const value = model.get("value");
    for (const { criterion, level, input } of inputs) input.checked = value[criterion] === level;
  };
  const events = ["value", "_text", "_answer", "_message"].map((name) => `change:${name}`);
  events.forEach((event) => model.on(event, update));
  update();
  return () => events.forEach((event) => model.off(event, update));
}

export default { render };
