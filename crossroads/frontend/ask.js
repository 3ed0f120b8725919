// A task: a field or choices, and buttons that answer.

function render({ model, el }) {
  const say = begin(model, el);
  const choices = model.get("_choices");
  const group = unique();
  const options = choices.map(([letter, text]) => {
    const words = element("span");
    words.innerHTML = text;
    const option = radio(group, { value: letter }, words);
    option.className = "crossroads-ask-choice";
    return option;
  });
  const typed = element("input", { type: "text", autocomplete: "off", maxlength: "2000", spellcheck: "false" });
  const field = choices.length
    ? element("fieldset", {}, element("legend", { text: say("ask-choose") }), ...options)
    : element("label", { className: "crossroads-ask-field" }, element("span", { text: say("ask-field") }), typed);
  const inputs = options.map((option) => option.control);
  const press = (what) => {
    model.set("value", choices.length ? (inputs.find((input) => input.checked)?.value ?? "") : typed.value);
    model.set("_asked", { what, press: crypto.randomUUID() });
    model.save_changes();
  };
  const button = (what, text) => element("button", { type: "button", text, click: () => press(what) });
  const prompt = element("div", { className: "crossroads-ask-prompt" });
  const reply = element("div", { className: "crossroads-ask-reply", "aria-live": "polite" });
  const submit = (event) => {
    event.preventDefault();
    press("check");
  };
  const buttons = [
    element("button", { type: "submit", className: "crossroads-main", text: say("ask-check") }),
    button("hint", say("ask-hint")),
    button("reveal", say("ask-reveal")),
    model.get("_draws") && button("again", say("ask-again")),
  ];
  add(el, "form", { className: "crossroads-ask", submit }, prompt, field, element("div", { className: "crossroads-ask-buttons" }, ...buttons), reply);

  return follow(model, ["value", "_reply", "_prompt"], () => {
    const value = model.get("value");
    if (prompt.dataset.shown !== model.get("_prompt")) {
      prompt.dataset.shown = model.get("_prompt");
      prompt.innerHTML = model.get("_prompt"); // HTML of ours; what comes from a table is escaped in it.
    }
    for (const input of inputs) input.checked = input.value === value;
    if (typed !== el.ownerDocument.activeElement && typed.value !== value) typed.value = value;
    reply.innerHTML = model.get("_reply");
  });
}

export default { render };
