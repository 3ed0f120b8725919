// Stands before every widget's own script: how it makes its elements and says
// its messages, and what we mend of JupyterLab, of ipywidgets and of anywidget.

const element = (tag, properties = {}, ...children) => {
  const { className, text, ...attributes } = properties;
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter(Boolean));
  return node;
};
const add = (parent, ...description) => {
  const node = element(...description);
  parent.append(node);
  return node;
};

// Says one of a widget's messages, with what the script knows in place of each {fact}.
const speaker = (words) => (message, facts = {}) =>
  words[message].replace(/\{(\w+)\}/g, (_, name) => facts[name]);

// Pages that come over plain http have no randomUUID.
crypto.randomUUID ??= () => String(Math.random()).slice(2);

// Keeps the keys that a learner presses in a widget from JupyterLab's own shortcuts.
function keepKeys(root) {
  root.classList.add("crossroads");
  // JupyterLab takes arrow keys and letters (ipywidgets#3912), unless the
  // very element that has the focus says no; on an element around it the
  // attribute comes too late.
  root.addEventListener("focusin", (event) => event.target.setAttribute("data-lm-suppress-shortcuts", "true"));
  // JupyterLab 4.6 swallows every line break typed inside a cell; what does
  // not reach the field's own listeners is not swallowed.
  const keepBreaks = (event) => event.inputType === "insertLineBreak" && event.stopPropagation();
  root.addEventListener("beforeinput", keepBreaks, { capture: true });
}

// anywidget gives a widget's script two seconds to load; on a machine that is
// slower, the widget never hears of the kernel again (manzt/anywidget#804).
// Such a one gets its messages past anywidget, and asks for what it has missed.
async function keepListening(model) {
  // The whole model, of which a widget's script is given only a part.
  let whole = null;
  const meet = (one) => (whole = one);
  model.on("change:_met", meet);
  model.set("_met", crypto.randomUUID());
  model.off("change:_met", meet);
  try {
    await whole._handle_comm_msg({ content: { data: {} } });
  } catch {
    // A model of ipywidgets' own, whose way with messages is the usual one.
    const handle = model.get("layout")._handle_comm_msg;
    whole.comm.on_msg((message) => handle.call(whole, message));
    whole.comm.send({ method: "request_state" }, whole.callbacks());
  }
}
