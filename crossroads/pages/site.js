// Brings a page's widgets to life. The views of an explorer, and the feedback
// of a question, lie in the page; a small model stands where a notebook has
// its kernel. What a reader answers is kept by the browser, if it may be kept.

const place = `crossroads:${document.body.dataset.pack}:`;
const answered = new Map();
const keep = (id, answer) => {
  answered.set(id, answer);
  try {
    localStorage.setItem(place + id, JSON.stringify(answer));
    return true;
  } catch {
    return false;
  }
};
const kept = (id) => {
  if (answered.has(id)) return answered.get(id);
  try {
    return JSON.parse(localStorage.getItem(place + id)) ?? undefined;
  } catch {
    return undefined;
  }
};

// As much of a widget's model as the scripts of the widgets use.
function modelOf(state, save) {
  const handlers = [];
  const tell = (name) => handlers.filter((one) => one.name === `change:${name}`).forEach((one) => one.handler());
  const model = {
    get: (name) => state[name],
    set(name, value) {
      if (state[name] === value) return;
      state[name] = value;
      tell(name);
    },
    save_changes: () => save(model),
    on: (name, handler) => handlers.push({ name, handler }),
    off() {},
  };
  return model;
}

const explorers = [];

function question(root) {
  const { id, answers, ...state } = JSON.parse(root.querySelector("script").textContent);
  const told = (answer, words) => `${words}${answers[answer]}`;
  const before = kept(id);
  const known = before in answers;
  state.value = known ? before : "";
  state._message = known ? told(before, "Saved earlier. ") : "";
  const model = modelOf(state, (model) => {
    const answer = model.get("value");
    model.set("_message", told(answer, keep(id, answer) ? "Saved. " : ""));
    for (const one of explorers) if (one.after === id) one.open();
  });
  widgets.question.render({ model, el: root });
}

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

async function explorer(root, plotly) {
  const { after, question: words } = root.dataset;
  const content = await unpack(root.querySelector("script").textContent);
  const { controls } = content;
  const show = (value) => {
    const number = controls.reduce(
      (before, { name, options }) => before * options.length + options.findIndex(([one]) => one === value[name]),
      0,
    );
    const [title, subtitle, sentence, table, figure] = content.views[number];
    // The chart library writes into what it draws.
    const drawn = structuredClone(content.figures[figure]);
    return { title, subtitle, sentence, table: content.tables[table], source: content.source, figure: drawn };
  };
  let value = content.start;
  let view = show(value);
  let covered = Boolean(after) && kept(after) === undefined;
  const source = {
    controls,
    value: () => value,
    view: () => view,
    question: () => (covered ? words : ""),
    predicted: () => (after && kept(after)) ?? "",
    choose(chosen) {
      value = chosen;
      view = show(value);
      mounted.update();
    },
    reveal() {
      covered = false;
      mounted.update();
    },
    plotly,
  };
  const mounted = widgets.explorer.mount(root, source);
  explorers.push({ root, after, open: source.reveal, update: mounted.update });
  // For tests, and for a page's reader in the console.
  root.explorer = source;
}

async function start() {
  const plotly = new Promise((resolve, reject) => {
    const tag = document.querySelector('script[src="plotly.min.js"]');
    tag.addEventListener("load", () => resolve(globalThis.Plotly));
    tag.addEventListener("error", () => reject(new Error("plotly.min.js is missing beside this page")));
  });
  for (const root of document.querySelectorAll(".live")) {
    try {
      await (root.dataset.widget === "explorer" ? explorer(root, plotly) : question(root));
      const stored = root.parentElement.querySelector(".stored");
      if (stored) stored.hidden = true;
    } catch (error) {
      // The stored form stays, which needs no script.
      console.error(error);
    }
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => explorers.forEach((one) => one.update()));
}

start();
