// A question with a few choices and a button that saves.

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  const group = `crossroads-${crypto.randomUUID()}`;
  const form = document.createElement("form");
  const fields = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.className = "crossroads-prompt";
  legend.textContent = model.get("_prompt");
  const options = document.createElement("div");
  options.className = "crossroads-choices";
  for (const choice of model.get("_choices")) {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "radio", name: group, value: choice });
    const words = document.createElement("span");
    words.textContent = choice;
    label.append(input, words);
    options.append(label);
  }
  fields.append(legend, options);
  const button = document.createElement("button");
  button.type = "submit";
  button.className = "crossroads-main";
  button.textContent = model.get("_kind") === "predict" ? "Save my prediction" : "Check my answer";
  const message = document.createElement("p");
  message.className = "crossroads-message";
  message.setAttribute("role", "status");
  form.append(fields, button, message);
  el.replaceChildren(form);

  const chosen = () => form.querySelector("input:checked")?.value;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!chosen()) {
      message.textContent = "Choose one of the answers first.";
      return;
    }
    // The same answer again is to be told the same again.
    if (chosen() === model.get("value")) message.textContent = model.get("_message");
    model.set("value", chosen());
    model.save_changes();
  });
  const update = () => {
    for (const input of form.querySelectorAll("input")) {
      if (input.value === model.get("value")) input.checked = true;
    }
    message.textContent = model.get("_message");
  };
  model.on("change:_message", update);
  update();
  return () => model.off("change:_message", update);
}

export default { render };
