// The explorer in the browser: controls, chart, sentence and table, changed
// together. `mount` needs only a source of views, so that the same code serves
// a notebook, where the kernel computes them, and a page with no kernel.

// More options than this are a menu; fewer stand there in full, so that a
// class sees on a projector what can be chosen.
const MOST_BUTTONS = 6;

function buttons(control, choose) {
  // Every widget is a script of its own, so a counter would repeat; a shared
  // name would make one group of two.
  const group = `crossroads-${crypto.randomUUID()}`;
  const inputs = control.options.map(([value, words]) => {
    const input = element("input", { type: "radio", name: group, value });
    input.addEventListener("change", () => choose(value));
    return { value, input, label: element("label", {}, input, element("span", { text: words })) };
  });
  const node = element("fieldset", {}, element("legend", { text: control.label }));
  node.append(element("div", { className: "crossroads-options" }, ...inputs.map((one) => one.label)));
  const show = (value) => inputs.forEach((one) => (one.input.checked = one.value === value));
  return { node, show, focus: () => (inputs.find((one) => one.input.checked) ?? inputs[0]).input.focus() };
}

function menu(control, choose) {
  const select = element("select", {});
  for (const [value, words] of control.options) select.append(element("option", { value, text: words }));
  select.addEventListener("change", () => choose(select.value));
  const node = element("label", { className: "crossroads-menu" }, element("span", { text: control.label }), select);
  return { node, show: (value) => (select.value = value), focus: () => select.focus() };
}

// Text and grid take the colours of the page around, light or dark.
function themed(layout, root) {
  const style = getComputedStyle(root);
  const grid = style.getPropertyValue("--crossroads-grid").trim();
  const result = { ...layout, autosize: true, font: { ...layout.font, color: style.color, family: style.fontFamily } };
  for (const name of Object.keys(layout)) {
    if (/^[xy]axis/.test(name)) result[name] = { gridcolor: grid, linecolor: grid, ...layout[name] };
  }
  return result;
}

/**
 * Put an explorer into `root`.
 *
 * @param root element that it fills
 * @param source `words`, `controls`, `value()`, `view()`, `choose(value)`, `question()`,
 *   `predicted()`, `reveal()`, and `plotly()`, a promise of the chart library
 *   that the view needs, the same promise for the same library
 * @returns `{update, remove}`: call `update` when the source has changed
 */
export function mount(root, source) {
  keepKeys(root);
  const say = speaker(source.words);
  const choose = (name, value) => source.choose({ ...source.value(), [name]: value });
  const controls = source.controls.map((control) => ({
    name: control.name,
    ...(control.options.length > MOST_BUTTONS ? menu : buttons)(control, (value) => choose(control.name, value)),
  }));
  const title = element("p", { className: "crossroads-title" });
  const subtitle = element("p", { className: "crossroads-subtitle" });
  const chart = element("div", { className: "crossroads-chart", role: "img" });
  const frame = element("div", { className: "crossroads-frame", role: "group", "aria-label": say("explorer-chart") }, chart);
  const predicted = element("p", { className: "crossroads-predicted" });
  const sentence = element("p", { className: "crossroads-sentence", "aria-live": "polite" });
  const table = element("div", { className: "crossroads-table", role: "region", tabindex: "0" });
  const line = element("p", { className: "crossroads-source" });
  const panel = element("div", { className: "crossroads-controls" }, ...controls.map((one) => one.node));
  const body = element("div", { className: "crossroads-body" }, panel, title, subtitle, frame, predicted, sentence, table, line);

  const question = element("p", { className: "crossroads-question" });
  const reveal = element("button", { type: "button", text: say("explorer-reveal") });
  reveal.addEventListener("click", () => {
    source.reveal();
    controls[0].focus();
  });
  const veil = element("div", { className: "crossroads-veil" }, question, reveal);
  root.replaceChildren(veil, body);

  let awaited = null;
  let plotly = null;
  let gone = false;
  let late = true;
  const draw = () => {
    if (awaited !== source.plotly()) load();
    // Text and margins can be measured only in what the page shows; until
    // then the chart waits for the observer of its size, below.
    late = !plotly || !chart.clientWidth;
    if (late || gone) return;
    const { data, layout } = source.view().figure;
    plotly.react(chart, data, themed(layout, root), { displayModeBar: false, responsive: false });
  };
  const load = () => {
    const promised = (awaited = source.plotly());
    plotly?.purge(chart);
    plotly = null;
    promised.then(
      (library) => {
        if (promised !== awaited) return;
        plotly = library;
        draw();
      },
      (error) => (chart.textContent = say("explorer-not-drawn", { error })),
    );
  };
  const update = () => {
    const covered = source.question();
    veil.hidden = !covered;
    body.hidden = Boolean(covered);
    question.textContent = covered;
    const view = source.view();
    const value = source.value();
    for (const control of controls) control.show(value[control.name]);
    title.textContent = view.title;
    subtitle.textContent = view.subtitle;
    chart.setAttribute("aria-label", say("explorer-described", { sentence: view.sentence }));
    chart.style.minHeight = `${view.figure.layout.height}px`;
    const answer = source.predicted();
    predicted.textContent = answer ? say("explorer-predicted", { answer }) : "";
    // Between a choice and its view the sentence is the old one: not to be told again.
    if (sentence.textContent !== view.sentence) sentence.textContent = view.sentence;
    // The table is HTML of ours, made by table_html, which escapes every cell.
    table.innerHTML = view.table;
    table.setAttribute("aria-label", say("explorer-table", { title: view.title }));
    line.textContent = view.source;
    draw();
  };
  update();

  // The width changes with the window, a side bar, or the veil.
  let width = 0;
  const size = new ResizeObserver(([entry]) => {
    const now = Math.round(entry.contentRect.width);
    if (plotly && now && now !== width) late ? draw() : plotly.Plots.resize(chart);
    width = now;
  });
  size.observe(chart);
  // Where the page is narrower than a chart can be, it is moved by arrow keys.
  const room = new ResizeObserver(() => {
    frame.scrollWidth > frame.clientWidth ? (frame.tabIndex = 0) : frame.removeAttribute("tabindex");
  });
  room.observe(frame);
  const theme = new MutationObserver(draw);
  theme.observe(document.body, { attributeFilter: ["data-jp-theme-light", "class"] });

  return {
    update,
    remove() {
      gone = true;
      size.disconnect();
      room.disconnect();
      theme.disconnect();
      if (plotly) plotly.purge(chart);
    },
  };
}

// Each script of the chart library once a page, whichever explorer comes first,
// whichever notebook.
async function unpack(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = await new Response(stream).text();
  // As a module of its own, so that no loader of the page around catches it.
  const code = `const module = { exports: {} }, exports = module.exports;\n${script}\nexport default module.exports;`;
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  try {
    return (await import(address)).default;
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function library(model) {
  const name = model.get("_library").replace("IPY_MODEL_", "");
  const carrier = await model.widget_manager.get_model(name);
  globalThis.crossroadsPlotly ??= {};
  return (globalThis.crossroadsPlotly[carrier.get("name")] ??= unpack(carrier.get("source")));
}

function render({ model, el }) {
  keepListening(model);
  const set = (name, value) => {
    model.set(name, value);
    model.save_changes();
  };
  const libraries = {};
  const view = mount(el, {
    words: model.get("_words"),
    controls: model.get("_controls"),
    value: () => model.get("value"),
    view: () => model.get("_view"),
    question: () => model.get("_question"),
    predicted: () => model.get("_predicted"),
    choose: (value) => set("value", value),
    reveal: () => set("_question", ""),
    plotly: () => (libraries[model.get("_library")] ??= library(model)),
  });
  const names = ["value", "_view", "_question", "_predicted"];
  // The choice goes to the kernel; what it shows comes back as one view.
  const changes = names.map((name) => `change:${name}`);
  changes.forEach((change) => model.on(change, view.update));
  return () => {
    changes.forEach((change) => model.off(change, view.update));
    view.remove();
  };
}

export default { render, mount };
