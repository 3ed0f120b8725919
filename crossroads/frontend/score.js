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
        saved.ask({ value: { ...model.get("value"), [criterion]: level } });
      });
      options.append(element("label", {}, input, element("span", { text: `${level} · ${words}` })));
      inputs.push({ criterion, level, input });
    }
    return element("fieldset", {}, element("legend", { text: name }), options);
  });
  const button = element("button", { type: "button", className: "crossroads-main", text: model.get("_button") });
  button.addEventListener("click", () => {
    saved.ask({ _asked: model.get("_asked") + 1 });
  });
  const message = element("p", { className: "crossroads-message", role: "status" });
  const answer = element("div", { className: "crossroads-answer" });
  const saved = keeper(model, () => update());
  el.replaceChildren(text, ...criteria, button, message, saved.node, answer);

  function update() {
    // HTML of ours: the kernel escapes every word from a table or a learner.
    text.innerHTML = model.get("_text");
    answer.innerHTML = model.get("_answer");
    message.textContent = saved.say(model.get("_message"));
    const value = model.get(saved.state() === "gone" ? "_kept" : "value");
    for (const { criterion, level, input } of inputs) input.checked = value[criterion] === level;
  }
  const events = ["value", "_text", "_answer", "_message"].map((name) => `change:${name}`);
  events.forEach((event) => model.on(event, update));
  update();
  return () => {
    saved.remove();
    events.forEach((event) => model.off(event, update));
  };
}

export default { render };
