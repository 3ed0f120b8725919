// A task: a field or choices, and buttons that answer.

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  const say = speaker(model.get("_words"));
  const prompt = element("div", { className: "crossroads-ask-prompt" });
  const choices = model.get("_choices");
  const group = `crossroads-${crypto.randomUUID()}`;
  let inputs = [];
  let field;
  if (choices.length) {
    field = element("fieldset", {}, element("legend", { text: say("ask-choose") }));
    inputs = choices.map(([letter, text]) => {
      const input = element("input", { type: "radio", name: group, value: letter });
      const words = element("span");
      words.innerHTML = text;
      field.append(element("label", { className: "crossroads-ask-choice" }, input, words));
      return input;
    });
  } else {
    const input = element("input", { type: "text", autocomplete: "off", maxlength: "2000", spellcheck: "false" });
    field = element("label", { className: "crossroads-ask-field" }, element("span", { text: say("ask-field") }), input);
    inputs = [input];
  }
  const chosen = () => (choices.length ? (inputs.find((input) => input.checked)?.value ?? "") : inputs[0].value);
  const reply = element("div", { className: "crossroads-ask-reply", "aria-live": "polite" });
  let presses = 0;
  const press = (what) => {
    presses += 1;
    model.set("value", chosen());
    model.set("_asked", { what, press: `${presses}-${crypto.randomUUID()}` });
    model.save_changes();
  };
  const button = (what, text, main) => {
    const node = element("button", { type: what === "check" ? "submit" : "button", text });
    if (main) node.className = "crossroads-main";
    if (what !== "check") node.addEventListener("click", () => press(what));
    return node;
  };
  const form = element(
    "form",
    { className: "crossroads-ask" },
    prompt,
    field,
    element("div", { className: "crossroads-ask-buttons" }, button("check", say("ask-check"), true), button("hint", say("ask-hint")), button("reveal", say("ask-reveal")), model.get("_draws") && button("again", say("ask-again"))),
    reply,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    press("check");
  });
  el.replaceChildren(form);

  const update = () => {
    const value = model.get("value");
    if (prompt.dataset.shown !== model.get("_prompt")) {
      prompt.dataset.shown = model.get("_prompt");
      prompt.innerHTML = model.get("_prompt"); // HTML of ours; what comes from a table is escaped in it.
    }
    for (const input of inputs) {
      if (choices.length) input.checked = input.value === value;
      else if (input !== el.ownerDocument.activeElement && input.value !== value) input.value = value;
    }
    reply.innerHTML = model.get("_reply");
  };
  const changes = ["change:value", "change:_reply", "change:_prompt"];
  changes.forEach((change) => model.on(change, update));
  update();
  return () => changes.forEach((change) => model.off(change, update));
}

export default { render };
