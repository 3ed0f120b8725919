// Something to choose for each of several things: a level for each criterion of a
// rubric, or a kind for each statement of the article; saved when chosen.

function render({ model, el }) {
  begin(model, el);
  // A statement unfolds the passage that it stands in; a criterion has no more to show.
  const statements = model.get("_criteria").some(([, , , more]) => more);
  const text = add(el, "div", { className: statements ? "" : "crossroads-sample" });
  const fields = model.get("_criteria").map(([criterion, name, levels, more = ""]) => {
    const field = add(el, "fieldset", {}, element("legend", { className: statements ? "crossroads-prompt" : "", text: name }));
    field.insertAdjacentHTML("beforeend", more);
    if (statements) field.style.marginBottom = "1.1rem";
    const options = choices(levels, (level) => saved.ask({ value: { ...model.get("value"), [criterion]: level } }));
    add(field, "div", { className: `crossroads-options ${statements ? "" : "crossroads-levels"}` }, ...options.labels);
    return [criterion, options];
  });
  const press = () => saved.ask({ _asked: model.get("_asked") + 1 });
  const button = element("button", { type: "button", className: "crossroads-main", text: model.get("_button"), click: press });
  const message = element("p", { className: "crossroads-message", role: "status" });
  const saved = keeper(model, () => update());
  const told = [message, saved.node];
  el.append(...(statements ? [...told, button] : [button, ...told]));
  const sentence = add(el, "p", { className: "crossroads-sentence", "aria-live": "polite" });
  const answer = add(el, "div", { className: statements ? "" : "crossroads-answer" });

  function update() {
    // HTML of ours: the kernel escapes every word from a table or a learner.
    text.innerHTML = model.get("_text");
    answer.innerHTML = model.get("_answer");
    sentence.textContent = model.get("_sentence") ?? "";
    sentence.hidden = !sentence.textContent;
    message.textContent = saved.say(model.get("_message"));
    const value = model.get(saved.state() === "gone" ? "_kept" : "value");
    for (const [criterion, options] of fields) options.value = value[criterion];
  }
  return follow(model, ["value", "_text", "_answer", "_sentence", "_message"], update, saved.remove);
}

export default { render };
