// A question with a few choices and a button that saves.

function render({ model, el }) {
  const say = begin(model, el);
  const options = choices(model.get("_choices").map((choice) => [choice, choice]));
  const saves = { predict: say("question-predict"), form: say("question-save") };
  const save = saves[model.get("_kind")] ?? say("question-check");
  const message = element("p", { className: "crossroads-message", role: "status" });
  const submit = (event) => {
    event.preventDefault();
    if (options.value) saved.ask({ value: options.value });
    else message.textContent = say("question-choose-first");
  };
  const form = add(el, "form", { submit });
  // What was said of one choice is not to be read as said of another.
  const fields = add(form, "fieldset", { change: () => update(false) });
  add(fields, "legend", { className: "crossroads-prompt", text: model.get("_prompt") });
  add(fields, "div", { className: "crossroads-choices" }, ...options.labels);
  add(form, "button", { type: "submit", className: "crossroads-main", text: save });
  form.append(message);
  const saved = keeper(model, () => update());
  el.append(saved.node);

  function update(put = true) {
    const value = saved.state() === "gone" ? (model.get("_kept") ?? "") : model.get("value");
    if (put) options.value = value;
    message.textContent = saved.say(options.value === value ? model.get("_message") : "");
  }
  return follow(model, ["_message", "value"], () => update(), saved.remove);
}

export default { render };
