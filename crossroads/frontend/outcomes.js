// One forecast at a time: the reader's number, and the outcome once it is opened.

function render({ model, el }) {
  const say = begin(model, el);
  const items = model.get("_items");

  const select = element("select", { change: () => update() });
  add(el, "label", { className: "crossroads-menu" }, element("span", { text: say("outcomes-forecast") }), select);
  const options = items.map((item) => add(select, "option", { value: item.id }));

  const card = add(el, "div", { className: "crossroads-card" });
  const about = add(card, "div");
  const yours = add(card, "p", { className: "crossroads-predicted" });
  const open = add(card, "button", { type: "button", className: "crossroads-main", click: ask });
  const result = add(card, "div", { role: "status" });
  const message = add(card, "p", { className: "crossroads-message", role: "status" });
  const saved = keeper(model, () => update());
  card.append(saved.node);
  const buttons = add(el, "p", { className: "crossroads-steps" });
  const before = add(buttons, "button", { type: "button", text: say("outcomes-previous"), click: () => step(-1) });
  const next = add(buttons, "button", { type: "button", text: say("outcomes-next"), click: () => step(1) });
  const count = add(buttons, "span");

  const current = () => items[select.selectedIndex];
  let asked = "";

  function update() {
    message.textContent = saved.say(model.get("_problem"));
    const opened = model.get("_opened");
    const percents = model.get("_percents");
    items.forEach((item, place) => {
      const facts = { number: place + 1, statement: item.statement };
      options[place].textContent = say(opened[item.id] ? "outcomes-item-opened" : "outcomes-item", facts);
    });
    const item = current();
    if (!item) return;
    const percent = percents[item.id];
    const written = percent !== undefined && percent !== null;
    const outcome = opened[item.id];
    about.replaceChildren(
      element("p", { className: "crossroads-question", text: item.statement }),
      element("p", {}, element("q", { text: item.quote }), ` (${item.where})`),
      element("p", { className: "crossroads-rule", text: `${item.window} ${item.rule}` }),
    );
    yours.textContent = written ? say("outcomes-said", { percent }) : say("outcomes-no-number");
    open.textContent = say(written ? "outcomes-open" : "outcomes-open-unscored");
    open.hidden = Boolean(outcome);
    result.replaceChildren();
    if (outcome) {
      add(result, "p", { className: "crossroads-question", text: `${outcome.label}.` });
      add(result, "p", { text: `${outcome.reasoning} ${outcome.known}` });
      const lines = add(result, "ul");
      for (const line of outcome.evidence) add(lines, "li", { text: line });
      add(result, "p", { className: "crossroads-sentence", text: outcome.score });
    }
    before.disabled = select.selectedIndex === 0;
    next.disabled = select.selectedIndex === items.length - 1;
    count.textContent = say("outcomes-opened", { opened: Object.keys(opened).length, all: items.length });
    // The button that was pressed is gone; the next step takes the focus.
    if (asked === item.id && outcome) {
      asked = "";
      (next.disabled ? select : next).focus();
    }
  }
  function step(by) {
    select.selectedIndex += by;
    update();
  }
  function ask() {
    asked = current().id;
    saved.ask({ value: { ...model.get("value"), [asked]: null } });
  }
  return follow(model, ["_opened", "_percents"], update, saved.remove);
}

export default { render };
