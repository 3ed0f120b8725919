// The article's forecasts, each with a field for the reader's own probability.

// A number that is typed digit by digit is saved when the typing rests.
const REST = 600;

function render({ model, el }) {
  const say = begin(model, el);
  const group = unique();
  const items = model.get("_items");
  const groups = model.get("_groups");

  const choice = add(el, "fieldset");
  add(choice, "legend", { text: say("forecasts-of") });
  const list = add(el, "ol", { className: "crossroads-forecasts" });
  const count = add(el, "p", { className: "crossroads-message", role: "status" });

  const rows = items.map((item, place) => {
    const row = add(list, "li", { value: place + 1 });
    const columns = add(row, "div");
    const words = add(columns, "div");
    const id = `${group}-${item.id}`;
    add(words, "p", { className: "crossroads-statement", text: item.statement, id });
    add(words, "p", {}, element("q", { text: item.quote }), ` (${item.where})`);
    add(words, "p", { className: "crossroads-rule", text: `${item.window} ${item.rule}` });
    const field = add(columns, "p", { className: "crossroads-percent" });
    add(field, "label", { text: say("forecasts-percent"), for: `${id}-input`, id: `${id}-label` });
    const input = add(field, "input", {
      type: "number",
      min: 0,
      max: 100,
      step: 1,
      inputmode: "numeric",
      id: `${id}-input`,
      "aria-labelledby": `${id}-label ${id}`,
      "aria-describedby": `${id}-note`,
      input: () => {
        clearTimeout(timer);
        timer = setTimeout(keep, REST);
      },
      blur: () => timer && keep(),
      keydown: (event) => event.key === "Enter" && keep(),
    });
    // A turn of the mouse wheel is meant for the page.
    input.addEventListener("wheel", () => input.blur(), { passive: true });
    const note = add(field, "span", { className: "crossroads-note", id: `${id}-note`, role: "status" });
    // The base rate comes after a first number, and under the words it speaks of.
    const outside = add(words, "div", { role: "status" });
    const click = () => {
      if (timer) keep();
      saved.ask({ _look: item.id });
    };
    const ask = add(words, "button", { type: "button", text: say("outside-ask"), "aria-describedby": id, click });

    let timer = 0;
    const keep = () => {
      clearTimeout(timer);
      timer = 0;
      const value = { ...model.get("value") };
      const number = Number(input.value);
      if (input.validity.badInput || (input.value !== "" && !(Number.isInteger(number) && number >= 0 && number <= 100))) {
        note.textContent = say("forecasts-not-a-percent");
        input.setAttribute("aria-invalid", "true");
        return;
      }
      input.removeAttribute("aria-invalid");
      if (input.value === "") delete value[item.id];
      else value[item.id] = number;
      if (model.get("value")[item.id] === value[item.id]) {
        note.textContent = model.get("_messages")[item.id] ?? "";
        return;
      }
      note.textContent = "";
      saved.ask({ value });
    };
    return { item, row, input, note, outside, ask, waiting: () => timer !== 0, keep };
  });

  const show = (speakers) => {
    for (const { item, row } of rows) row.hidden = !speakers.includes(item.speaker);
  };
  const options = choices(groups.map(([words], place) => [place, words]), (place) => show(groups[place][1]));
  options.value = 0;
  add(choice, "div", { className: "crossroads-options" }, ...options.labels);
  if (groups.length < 2) choice.hidden = true;
  if (groups.length) show(groups[0][1]);

  const saved = keeper(model, () => update());
  el.append(saved.node);
  function update() {
    const value = model.get(saved.state() === "gone" ? "_kept" : "value");
    const opened = model.get("_opened");
    const rates = model.get("_rates");
    for (const { item, input, note, outside, ask, waiting } of rows) {
      const written = value[item.id];
      const rate = rates[item.id];
      ask.hidden = Boolean(rate) || written === undefined || opened.includes(item.id) || !model.get("_rated").includes(item.id);
      if (rate && !outside.firstChild) {
        for (const text of rate) add(outside, "p", { className: "crossroads-sentence", text });
        if (document.activeElement === ask) input.focus();
      }
      if (!waiting() && !input.hasAttribute("aria-invalid")) input.value = written ?? "";
      input.disabled = opened.includes(item.id);
      const message = input.disabled ? say("forecasts-stays") : saved.say(model.get("_messages")[item.id] ?? "");
      if (!input.hasAttribute("aria-invalid")) note.textContent = message;
    }
    count.textContent = say("forecasts-written", { written: Object.keys(value).length, all: items.length });
  }
  const last = () => rows.forEach((one) => one.waiting() && one.keep());
  return follow(model, ["value", "_opened", "_messages", "_rates"], update, last, saved.remove);
}

export default { render };
