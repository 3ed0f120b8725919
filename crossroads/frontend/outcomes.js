// One forecast at a time: the reader's number, and the outcome once it is opened.

const add = (parent, tag, properties = {}) => {
  const node = Object.assign(document.createElement(tag), properties);
  parent.append(node);
  return node;
};

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  el.replaceChildren();
  const items = model.get("_items");

  const menu = add(el, "label", { className: "crossroads-menu" });
  add(menu, "span", { textContent: "Forecast" });
  const select = add(menu, "select");
  const options = items.map((item) => add(select, "option", { value: item.id }));

  const card = add(el, "div", { className: "crossroads-card" });
  const statement = add(card, "p", { className: "crossroads-question" });
  const said = add(card, "p");
  const quote = add(said, "q");
  const where = add(said, "span");
  const rule = add(card, "p", { className: "crossroads-rule" });
  const yours = add(card, "p", { className: "crossroads-predicted" });
  const open = add(card, "button", { type: "button", className: "crossroads-main" });
  const result = add(card, "div");
  result.setAttribute("role", "status");
  const buttons = add(el, "p", { className: "crossroads-steps" });
  const before = add(buttons, "button", { type: "button", textContent: "Previous forecast" });
  const next = add(buttons, "button", { type: "button", textContent: "Next forecast" });
  const count = add(buttons, "span");

  const current = () => items[select.selectedIndex];
  let asked = "";

  const update = () => {
    const opened = model.get("_opened");
    const percents = model.get("_percents");
    items.forEach((item, place) => {
      options[place].textContent = `${place + 1}. ${item.statement}${opened[item.id] ? " (opened)" : ""}`;
    });
    const item = current();
    if (!item) return;
    const percent = percents[item.id];
    const written = percent !== undefined && percent !== null;
    const outcome = opened[item.id];
    statement.textContent = item.statement;
    quote.textContent = item.quote;
    where.textContent = ` (${item.where})`;
    rule.textContent = `${item.window} ${item.rule}`;
    yours.textContent = written ? `You said: ${percent} %` : "You have written no number for this one.";
    open.textContent = written ? "Open the outcome" : "Open it without a number (not scored)";
    open.hidden = Boolean(outcome);
    result.replaceChildren();
    if (outcome) {
      add(result, "p", { className: "crossroads-question", textContent: `${outcome.label}.` });
      add(result, "p", { textContent: `${outcome.reasoning} ${outcome.known}` });
      const lines = add(result, "ul");
      for (const line of outcome.evidence) add(lines, "li", { textContent: line });
      add(result, "p", { className: "crossroads-sentence", textContent: outcome.score });
    }
    before.disabled = select.selectedIndex === 0;
    next.disabled = select.selectedIndex === items.length - 1;
    count.textContent = ` ${Object.keys(opened).length} of ${items.length} opened`;
    // The button that was pressed is gone; the next step takes the focus.
    if (asked === item.id && outcome) {
      asked = "";
      (next.disabled ? select : next).focus();
    }
  };
  const step = (by) => {
    select.selectedIndex += by;
    update();
  };
  select.addEventListener("change", update);
  before.addEventListener("click", () => step(-1));
  next.addEventListener("click", () => step(1));
  open.addEventListener("click", () => {
    asked = current().id;
    model.send({ open: asked });
  });
  const names = ["change:_opened", "change:_percents"];
  names.forEach((name) => model.on(name, update));
  update();
  return () => names.forEach((name) => model.off(name, update));
}

export default { render };
