// A task: a field or choices, and buttons that answer.

function render({ model, el }) {
  const say = begin(model, el);
  const options = choices(model.get("_choices").map(([letter]) => [letter]));
  options.labels.forEach((label, place) => {
    label.className = "crossroads-ask-choice";
    label.lastChild.innerHTML = model.get("_choices")[place][1];
  });
  const typed = element("input", { type: "text", autocomplete: "off", maxlength: "2000", spellcheck: "false" });
  const field = options.labels.length
    ? element("fieldset", {}, element("legend", { text: say("ask-choose") }), ...options.labels)
    : element("label", { className: "crossroads-ask-field" }, element("span", { text: say("ask-field") }), typed);
  const press = (what) => {
    model.set("value", options.labels.length ? (options.value ?? "") : typed.value);
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
    options.value = value;
    if (typed !== el.ownerDocument.activeElement && typed.value !== value) typed.value = value;
    reply.innerHTML = model.get("_reply");
  });
}

export default { render };
