// Something to choose for each of several things: a level for each criterion of a
// rubric, or a kind for each statement of the article; saved when chosen.

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  const group = `crossroads-${crypto.randomUUID()}`;
  const text = element("div");
  const inputs = [];
  // A statement unfolds the passage that it stands in; a criterion has no more to show.
  const statements = model.get("_criteria").some(([, , , more]) => more);
  const criteria = model.get("_criteria").map(([criterion, name, levels, more = ""], index) => {
    const options = element("div", { className: `crossroads-options ${statements ? "" : "crossroads-levels"}` });
    for (const [level, words] of levels) {
      const input = element("input", { type: "radio", name: `${group}-${index}` });
      input.addEventListener("change", () => {
        saved.ask({ value: { ...model.get("value"), [criterion]: level } });
      });
      options.append(element("label", {}, input, element("span", { text: words })));
      inputs.push({ criterion, level, input });
    }
    const field = element("fieldset", {}, element("legend", { className: statements ? "crossroads-prompt" : "", text: name }), options);
    options.insertAdjacentHTML("beforebegin", more);
    if (statements) field.style.marginBottom = "1.1rem";
    return field;
  });
  const button = element("button", { type: "button", className: "crossroads-main", text: model.get("_button") });
  button.addEventListener("click", () => {
    saved.ask({ _asked: model.get("_asked") + 1 });
  });
  const message = element("p", { className: "crossroads-message", role: "status" });
  const sentence = element("p", { className: "crossroads-sentence", "aria-live": "polite" });
  const answer = element("div", { className: statements ? "" : "crossroads-answer" });
  if (!statements) text.className = "crossroads-sample";
  const saved = keeper(model, () => update());
  const told = [message, saved.node];
  el.replaceChildren(text, ...criteria, ...(statements ? [...told, button] : [button, ...told]), sentence, answer);

  function update() {
    // HTML of ours: the kernel escapes every word from a table or a learner.
    text.innerHTML = model.get("_text");
    answer.innerHTML = model.get("_answer");
    sentence.textContent = model.get("_sentence") ?? "";
    sentence.hidden = !sentence.textContent;
    message.textContent = saved.say(model.get("_message"));
    const value = model.get(saved.state() === "gone" ? "_kept" : "value");
    for (const { criterion, level, input } of inputs) input.checked = value[criterion] === level;
  }
  const events = ["value", "_text", "_answer", "_sentence", "_message"].map((name) => `change:${name}`);
  events.forEach((event) => model.on(event, update));
  update();
  return () => {
    saved.remove();
    events.forEach((event) => model.off(event, update));
  };
}

export default { render };
