// A sheet with headed fields. What is typed goes to the kernel, which saves it,
// a moment after the last key, and in the middle of long typing as well.

const IDLE = 800; // milliseconds without a key
const LONGEST = 4000; // milliseconds of typing

const countWords = (text) => (text.match(/\S+/g) ?? []).length;

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  const group = `crossroads-${crypto.randomUUID()}`;
  const limit = model.get("_limit");

  let idle = null;
  let longest = null;
  const text = () => Object.fromEntries([...areas].map(([name, area]) => [name, area.value]));
  const flush = () => {
    clearTimeout(idle);
    clearTimeout(longest);
    longest = null;
    model.set("value", text());
    model.save_changes();
  };
  const typed = () => {
    clearTimeout(idle);
    idle = setTimeout(flush, IDLE);
    longest ??= setTimeout(flush, LONGEST);
    show();
  };

  const areas = new Map();
  const fields = model.get("_fields").map(([name, label, hint]) => {
    const node = document.createElement("div");
    node.className = "crossroads-field";
    const area = Object.assign(document.createElement("textarea"), { id: `${group}-${name}`, rows: 3 });
    area.value = model.get("value")[name] ?? "";
    area.setAttribute("aria-describedby", `${group}-${name}-hint`);
    area.addEventListener("input", typed);
    area.addEventListener("change", flush);
    const title = Object.assign(document.createElement("label"), { htmlFor: area.id, textContent: label });
    const help = Object.assign(document.createElement("p"), { id: `${group}-${name}-hint`, textContent: hint });
    node.append(title, help, area);
    areas.set(name, area);
    return node;
  });
  const state = document.createElement("p");
  state.className = "crossroads-state";
  const message = document.createElement("p");
  message.className = "crossroads-message";
  message.setAttribute("role", "status");
  el.replaceChildren(...fields, state);
  if (model.get("_file")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "crossroads-main";
    button.textContent = `Write ${model.get("_file")}`;
    button.addEventListener("click", () => {
      message.textContent = "Writing …";
      // With the text in one message, so that the last words are in the file.
      model.set("_asked", model.get("_asked") + 1);
      flush();
    });
    el.append(button);
  }
  el.append(message);

  // Says "saved" of what the kernel has put on disk, and of nothing else.
  function show() {
    const kept = model.get("_kept");
    const safe = [...areas].every(([name, area]) => area.value === (kept[name] ?? ""));
    const words = [...areas.values()].reduce((sum, area) => sum + countWords(area.value), 0);
    const over = words - limit;
    const page = over > 0 ? `${over} more than a page holds` : `a page holds about ${limit}`;
    const count = limit ? `${words} ${words === 1 ? "word" : "words"}; ${page}. ` : "";
    state.textContent = count + (!safe ? "Not saved yet." : words ? "Saved." : "");
    state.classList.toggle("crossroads-over", limit > 0 && over > 0);
  }
  const changed = () => {
    // Another view of this sheet, or code, may have changed it.
    for (const [name, area] of areas) {
      const now = model.get("value")[name] ?? "";
      if (area !== el.ownerDocument.activeElement && longest === null && area.value !== now) area.value = now;
    }
    show();
  };
  const problem = () => {
    message.textContent = model.get("_problem");
  };
  const told = () => {
    message.textContent = model.get("_told")[1] ?? "";
  };
  const events = [["change:value", changed], ["change:_kept", show], ["change:_problem", problem], ["change:_told", told]];
  events.forEach(([name, handler]) => model.on(name, handler));
  show();
  return () => {
    if (longest !== null) flush();
    events.forEach(([name, handler]) => model.off(name, handler));
  };
}

export default { render };
