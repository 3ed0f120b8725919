// Stands before every widget's own script: how it makes its elements and says
// its messages, and what we mend of JupyterLab, of ipywidgets and of anywidget.

// A property that is a function is called at the event of its name.
const element = (tag, properties = {}, ...children) => {
  const { className, text, ...attributes } = properties;
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value);
  }
  node.append(...children.filter(Boolean));
  return node;
};
const add = (parent, ...description) => parent.appendChild(element(...description));

// Says one of a widget's messages, with what the script knows in place of each {fact}.
const speaker = (words) => (message, facts = {}) =>
  words[message].replace(/\{(\w+)\}/g, (_, name) => facts[name]);

const inflated = (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));

// Pages that come over plain http have no randomUUID.
crypto.randomUUID ??= () => String(Math.random()).slice(2);

// Of a key with Ctrl or Alt only these are a field's own.
const EDITING = /^(a|c|v|x|y|z|arrow\w+|backspace|delete|home|end)$/i;

// Tells whether a key is the widget's; every other, such as Ctrl+S, is JupyterLab's.
function isOwnKey(event) {
  if (!(event.ctrlKey || event.metaKey || event.altKey) || event.getModifierState?.("AltGraph")) return true;
  return event.target.matches("textarea, input[type=number]") && EDITING.test(event.key);
}

// Keeps the plain keys that a learner presses in a widget from JupyterLab's own shortcuts.
function keepKeys(root) {
  root.classList.add("crossroads");
  // JupyterLab takes arrow keys and letters (ipywidgets#3912), unless the
  // very element that has the focus says no; on an element around it the
  // attribute comes too late.
  const mark = (event) => event.target.closest?.(".crossroads") && event.target.toggleAttribute("data-lm-suppress-shortcuts", isOwnKey(event));
  root.addEventListener("focusin", mark);
  // Once a page: the window hears a key before JupyterLab, which listens to the document.
  if (!globalThis.crossroadsKeys) window.addEventListener("keydown", mark, { capture: true });
  globalThis.crossroadsKeys = true;
  // JupyterLab 4.6 swallows every line break typed inside a cell; what does
  // not reach the field's own listeners is not swallowed.
  const keepBreaks = (event) => event.inputType === "insertLineBreak" && event.stopPropagation();
  root.addEventListener("beforeinput", keepBreaks, { capture: true });
}

// The whole model, of which a widget's script is given only a part.
function wholeOf(model) {
  let whole = null;
  const meet = (one) => (whole = one);
  model.on("change:_met", meet);
  model.set("_met", crypto.randomUUID());
  model.off("change:_met", meet);
  return whole;
}

// anywidget gives a widget's script two seconds to load; on a machine that is
// slower, the widget never hears of the kernel again (manzt/anywidget#804).
// Such a one gets its messages past anywidget, and asks for what it has missed.
async function keepListening(model) {
  const whole = wholeOf(model);
  try {
    await whole._handle_comm_msg({ content: { data: {} } });
  } catch {
    // A model of ipywidgets' own, whose way with messages is the usual one.
    const handle = model.get("layout")._handle_comm_msg;
    whole.comm.on_msg((message) => handle.call(whole, message));
    whole.comm.send({ method: "request_state" }, whole.callbacks());
  }
}

// Begins a form in its element; gives what says its messages.
function begin(model, el) {
  keepKeys(el);
  keepListening(model);
  el.replaceChildren();
  return speaker(model.get("_words"));
}

// Shows what a model has, now and whenever one of some values changes; gives what ends that.
function follow(model, names, show, ...ends) {
  const events = names.map((name) => `change:${name}`);
  events.forEach((event) => model.on(event, show));
  show();
  return () => {
    ends.forEach((end) => end());
    events.forEach((event) => model.off(event, show));
  };
}

// The name of a group of choices, or the beginning of ids, that no other form on the page has.
const unique = () => `crossroads-${crypto.randomUUID()}`;

// Choices, each a value with the words or the element beside it; of these `value` is the chosen one.
function choices(options, change = () => {}) {
  const name = unique();
  const labels = options.map(([value, ...words]) =>
    element("label", {}, element("input", { type: "radio", name, value, change: () => change(value) }), element("span", {}, ...words)),
  );
  return {
    labels,
    get value() {
      return labels.find((label) => label.control.checked)?.control.value;
    },
    set value(chosen) {
      for (const { control } of labels) control.checked = control.value === String(chosen);
    },
  };
}

const PATIENCE = 5000; // milliseconds
const MOST_SENT = 500_000; // characters
const MOST = 20_000; // characters of one answer
const GONE = ["dead", "restarting", "autorestarting", "terminating"];

// Asks the kernel for all that a learner does, and says what becomes of it. Each
// request has a number, and is done when the number comes back: what a widget
// showed before is no proof of it. `state()` is empty when nothing is asked;
// "gone" without a kernel (ipywidgets#2928, #3466), and then the widget puts its
// controls back; `node` is to stand below the widget. `gone` and `busy` are the
// messages for it.
function keeper(model, changed, gone = "keep-gone", busy = "keep-busy") {
  const whole = wholeOf(model);
  const say = speaker(model.get("_words"));
  const kernel = () => whole.widget_manager?.kernel;
  const lost = () => whole.comm_live === false || GONE.includes(kernel()?.status);
  const message = element("p", { className: "crossroads-kernel", role: "status" });
  const buttons = element("p", { className: "crossroads-steps" });
  let state = "";
  let asked = 0;
  let waited = 0;
  let timer = null;

  const show = (now) => {
    state = now;
    const words = { long: say("answers-too-long", { most: MOST }), busy: say(busy), gone: say(gone) }[now] ?? "";
    if (message.textContent !== words) message.textContent = words;
    const offered = now ? [] : model.get("_differs") ? ["keep-mine", "keep-other"] : model.get("_problem") ? ["keep-again"] : [];
    const key = offered.join();
    if (buttons.dataset.offered !== key) buttons.replaceChildren(...offered.map(choice));
    buttons.dataset.offered = key;
    changed();
  };
  const choice = (name) =>
    element("button", { type: "button", text: say(name), click: () => ask(name === "keep-again" ? {} : { _settle: name.slice(5) }) });
  const stop = () => {
    clearInterval(timer);
    timer = null;
  };
  const look = () => {
    waited += 500;
    // A kernel that rests has done what it was asked, or never heard of it.
    const now = lost() ? "gone" : waited < PATIENCE ? "waiting" : kernel()?.status === "busy" ? "busy" : "gone";
    if (now === "gone") stop();
    if (now !== state) show(now);
  };
  const ask = (changes) => {
    // What is longer breaks the connection, and with it all that comes after.
    if (JSON.stringify(changes).length > MOST_SENT) return show("long");
    asked = Math.floor(Math.random() * 2 ** 31);
    for (const [name, value] of Object.entries(changes)) model.set(name, value);
    model.set("_request", asked);
    model.save_changes();
    // A page without a kernel has answered by now.
    if (!whole.widget_manager) return show("");
    waited = 0;
    timer ??= setInterval(look, 500);
    show(lost() ? "gone" : "waiting");
  };
  const heard = () => {
    if (model.get("_heard") !== asked) return;
    stop();
    show("");
  };
  const listen = () => {
    if (lost() && state !== "gone") {
      stop();
      show("gone");
    }
  };
  const refresh = () => show(state);
  const names = ["change:_kept", "change:_problem", "change:_differs"];
  names.forEach((name) => model.on(name, refresh));
  model.on("change:_heard", heard);
  if (whole.widget_manager) {
    whole.on("comm_live_update", listen);
    kernel()?.statusChanged.connect(listen);
  }
  return {
    ask,
    state: () => state,
    say: (words) => (state ? (state === "waiting" ? say("keep-waiting") : "") : words),
    node: element("div", { className: "crossroads-keeper" }, message, buttons),
    remove() {
      stop();
      names.forEach((name) => model.off(name, refresh));
      model.off("change:_heard", heard);
      whole.off?.("comm_live_update", listen);
      kernel()?.statusChanged.disconnect(listen);
    },
  };
}
