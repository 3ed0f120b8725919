// Statements, each with a few kinds to choose from; a choice is saved at once.

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  const say = speaker(model.get("_words"));
  const kinds = model.get("_kinds");

  const definitions = element("ul");
  for (const [, label, definition] of kinds) {
    definitions.append(element("li", {}, element("strong", { text: label }), `: ${definition}`));
  }

  const choose = (claim, kind) => {
    saved.ask({ value: { ...model.get("value"), [claim]: kind } });
  };
  const inputs = [];
  const items = model.get("_items").map((item, index) => {
    const group = `crossroads-${crypto.randomUUID()}`;
    const options = element("div", { className: "crossroads-options" });
    for (const [code, label] of kinds) {
      const input = element("input", { type: "radio", name: group, value: code });
      input.addEventListener("change", () => choose(item.id, code));
      inputs.push({ claim: item.id, kind: code, input });
      options.append(element("label", {}, input, element("span", { text: label })));
    }
    const legend = element("legend", { className: "crossroads-prompt", text: say("tagging-item", { number: index + 1, quote: item.quote }) });
    const [before, quote, after] = item.passage;
    const passage = element("p", {}, before, element("strong", { text: quote }), after);
    const whole = element("details", {}, element("summary", { text: item.who }), passage);
    const field = element("fieldset", {}, legend, whole, options);
    field.style.marginBottom = "1.1rem";
    return field;
  });

  const message = element("p", { className: "crossroads-message", role: "status" });
  const button = element("button", {
    type: "button",
    className: "crossroads-main",
    text: say("tagging-compare"),
  });
  button.addEventListener("click", () => {
    saved.ask({ _asked: model.get("_asked") + 1 });
  });
  const sentence = element("p", { className: "crossroads-sentence", "aria-live": "polite" });
  const table = element("div", {
    className: "crossroads-table",
    role: "region",
    tabindex: "0",
    "aria-label": say("tagging-table"),
  });
  table.style.maxHeight = "none";
  const saved = keeper(model, () => update());
  el.replaceChildren(definitions, ...items, message, saved.node, button, sentence, table);

  function update() {
    const value = model.get(saved.state() === "gone" ? "_kept" : "value");
    for (const { claim, kind, input } of inputs) input.checked = value[claim] === kind;
    message.textContent = saved.say(model.get("_message"));
    const { sentence: words = "", table: markup = "" } = model.get("_comparison");
    sentence.textContent = words;
    sentence.hidden = !words;
    // HTML of ours, made by table_html, which escapes every cell.
    table.innerHTML = markup;
    table.hidden = !markup;
  }
  const changes = ["value", "_message", "_comparison"].map((name) => `change:${name}`);
  changes.forEach((change) => model.on(change, update));
  update();
  return () => {
    saved.remove();
    changes.forEach((change) => model.off(change, update));
  };
}

export default { render };
