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
  el.replaceChildren(form);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = inputs.find((input) => input.checked)?.value;
    if (!chosen) {
      message.textContent = say("question-choose-first");
      return;
    }
    // The same answer again is to be told the same again.
    if (chosen === model.get("value")) message.textContent = model.get("_message");
    model.set("value", chosen);
    model.save_changes();
  });
  const update = () => {
    for (const input of inputs) if (input.value === model.get("value")) input.checked = true;
    message.textContent = model.get("_message");
  };
  model.on("change:_message", update);
  update();
  return () => model.off("change:_message", update);
}

export default { render };
