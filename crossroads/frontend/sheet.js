// A sheet with headed fields. What is typed goes to the kernel, which saves it,
// a moment after the last key, and in the middle of long typing as well.

const IDLE = 800; // milliseconds without a key
const LONGEST = 4000; // milliseconds of typing

const countWords = (text) => (text.match(/\S+/g) ?? []).length;

function render({ model, el }) {
  const say = begin(model, el);
  const group = unique();
  const limit = model.get("_limit");

  let idle = null;
  let longest = null;
  const text = () => Object.fromEntries([...areas].map(([name, area]) => [name, area.value]));
  const shown = new Map();
  const flush = (changes = {}) => {
    clearTimeout(idle);
    clearTimeout(longest);
    longest = null;
    for (const [name, area] of areas) shown.set(name, area.value);
    saved.ask({ value: text(), ...changes });
  };
  const typed = () => {
    clearTimeout(idle);
    idle = setTimeout(flush, IDLE, {});
    longest ??= setTimeout(flush, LONGEST, {});
    show();
  };

  const areas = new Map();
  const fields = model.get("_fields").map(([name, label, hint]) => {
    const [id, help] = [`${group}-${name}`, `${group}-${name}-hint`];
    const area = element("textarea", { id, rows: hint ? 3 : 2, "aria-describedby": help, input: typed, change: () => flush() });
    area.value = model.get("value")[name] ?? "";
    areas.set(name, area);
    shown.set(name, area.value);
    const title = element("label", { for: id, text: label });
    return element("div", { className: "crossroads-field" }, title, element("p", { id: help, text: hint }), area);
  });
  const state = element("p", { className: "crossroads-state" });
  const message = element("p", { className: "crossroads-message", role: "status" });
  el.append(...fields, state);
  const click = () => {
    message.textContent = say("sheet-at-work");
    // With the text in one message, so that the last words count.
    flush({ _asked: model.get("_asked") + 1 });
  };
  if (model.get("_button")) add(el, "button", { type: "button", className: "crossroads-main", text: model.get("_button"), click });
  const saved = keeper(model, changed, "keep-gone-typed");
  el.append(message, saved.node);

  // Says "saved" of what the kernel has put on disk, and of nothing else.
  function show() {
    const kept = model.get("_kept");
    const safe = [...areas].every(([name, area]) => area.value === (kept[name] ?? ""));
    const count = [...areas.values()].reduce((sum, area) => sum + countWords(area.value), 0);
    const over = count - limit;
    const parts = [];
    if (limit) {
      parts.push(say(count === 1 ? "sheet-one-word" : "sheet-words", { count }));
      parts.push(over > 0 ? say("sheet-over", { over }) : say("sheet-page", { limit }));
    }
    if (!safe || count) parts.push(say(safe ? "saved" : "sheet-not-yet"));
    state.textContent = parts.join(" ");
    state.classList.toggle("crossroads-over", limit > 0 && over > 0);
  }
  function changed() {
    // Another view of this sheet, another window, or code may have changed it.
    for (const [name, area] of areas) {
      const now = model.get("value")[name] ?? "";
      const untouched = area.value === shown.get(name);
      if (untouched && area.value !== now && saved.state() === "") area.value = now;
      if (area.value === now) shown.set(name, now);
    }
    if (saved.state() === "gone") message.textContent = "";
    show();
  }
  const last = () => longest !== null && flush();
  const told = follow(model, ["_told"], () => (message.textContent = model.get("_told")[1] ?? ""));
  const problem = follow(model, ["_problem"], () => (message.textContent = model.get("_problem")), told);
  return follow(model, ["value", "_kept"], changed, last, saved.remove, problem);
}

export default { render };
