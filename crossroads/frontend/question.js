// A question with a few choices and a button that saves.

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  const say = speaker(model.get("_words"));
  const group = `crossroads-${crypto.randomUUID()}`;
  const inputs = model.get("_choices").map((choice) => element("input", { type: "radio", name: group, value: choice }));
  const labels = inputs.map((input) => element("label", {}, input, element("span", { text: input.value })));
  const fields = element(
    "fieldset",
    {},
    element("legend", { className: "crossroads-prompt", text: model.get("_prompt") }),
    element("div", { className: "crossroads-choices" }, ...labels),
  );
  const saves = { predict: say("question-predict"), form: say("question-save") };
  const save = saves[model.get("_kind")] ?? say("question-check");
  const button = element("button", { type: "submit", className: "crossroads-main", text: save });
  const message = element("p", { className: "crossroads-message", role: "status" });
  const form = element("form", {}, fields, button, message);
  const saved = keeper(model, () => update(true));
  el.replaceChildren(form, saved.node);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = inputs.find((input) => input.checked)?.value;
    if (!chosen) {
      message.textContent = say("question-choose-first");
      return;
    }
    saved.ask({ value: chosen });
  });
  // What was said of one choice is not to be read as said of another.
  fields.addEventListener("change", () => update());
  function update(put = false) {
    const value = saved.state() === "gone" ? (model.get("_kept") ?? "") : model.get("value");
    if (put) for (const input of inputs) input.checked = input.value === value;
    const same = inputs.find((input) => input.checked)?.value === value;
    message.textContent = saved.say(same ? model.get("_message") : "");
  }
  const told = () => update(true);
  model.on("change:_message", told);
  model.on("change:value", told);
  update(true);
  return () => {
    saved.remove();
    model.off("change:_message", told);
    model.off("change:value", told);
  };
}

export default { render };
