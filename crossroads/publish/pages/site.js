// Brings a page's widgets to life. What they show lies in the page; a small
// model stands where a notebook has its kernel. What a reader answers is kept
// by the browser, if the browser may keep it.

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
const forget = () => {
  for (const name of Object.keys(localStorage)) if (name.startsWith(place)) localStorage.removeItem(name);
  location.reload();
};

// As much of a widget's model as the scripts of the widgets use.
function modelOf(state, saved) {
  const handlers = [];
  return {
    get: (name) => state[name],
    set(name, value) {
      if (state[name] === value) return;
      state[name] = value;
      for (const [event, handler] of handlers) if (event === `change:${name}`) handler(this, value);
    },
    save_changes() {
      saved(this);
    },
    on: (event, handler) => handlers.push([event, handler]),
    off() {},
    async _handle_comm_msg() {}, // Here no message from a kernel can be missed.
  };
}

const explorers = [];

// Each answers what the kernel of a notebook would answer.
const openers = {
  question(root, { id, said, replies, state }) {
    const before = kept(id);
    const known = Object.hasOwn(replies, before ?? "");
    const start = { value: known ? before : "", _message: known ? `${said["saved-earlier"]} ${replies[before]}` : "" };
    const model = modelOf({ ...state, ...start }, (model) => {
      const answer = model.get("value");
      model.set("_message", `${keep(id, answer) ? `${said["saved"]} ` : ""}${replies[answer]}`);
      for (const one of explorers) if (one.after === id) one.open();
    });
    widgets.question.render({ model, el: root });
  },
  sheet(root, { id, said, state }) {
    const value = kept(id) ?? {};
    const start = { value, _kept: value, _problem: "", _asked: 0, _told: [0] };
    const model = modelOf({ ...state, ...start }, (model) => {
      const done = keep(id, model.get("value"));
      if (done) model.set("_kept", model.get("value"));
      model.set("_problem", done ? "" : said["page-not-saved"]);
      const asked = model.get("_asked");
      if (asked !== model.get("_told")[0]) model.set("_told", [asked, done ? said["saved"] : said["page-not-saved"]]);
    });
    widgets.sheet.render({ model, el: root });
  },
  reader(root, { id, said, state }) {
    const value = {};
    for (const claim of Object.keys(state._content.claims)) {
      const answer = kept(id + claim);
      if (answer && typeof answer.reason === "string") value[claim] = answer;
    }
    const model = modelOf({ ...state, value, _kept: value, _problem: "", _addressed: true }, (model) => {
      const done = { ...model.get("_kept") };
      let problem = "";
      for (const [claim, answer] of Object.entries(model.get("value"))) {
        if (done[claim] === answer) continue;
        if (keep(id + claim, answer)) done[claim] = answer;
        else problem = said["page-not-saved"];
      }
      model.set("_kept", done);
      model.set("_problem", problem);
    });
    widgets.reader.render({ model, el: root });
  },
};

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

async function openExplorer(root, plotly) {
  const { after, question } = root.dataset;
  const content = await unpack(root.querySelector("script").textContent);
  const { words, controls, views, tables, figures, rows, source } = content;
  const show = (value) => {
    // Views stand in the order of the controls' options, the last control fastest.
    const number = controls.reduce(
      (before, { name, options }) => before * options.length + options.findIndex(([one]) => one === value[name]),
      0,
    );
    const [title, subtitle, sentence, table, figure, count, empty] = views[number];
    // The chart library writes into what it draws.
    return { title, subtitle, sentence, table: tables[table], source, count, empty, rows, figure: structuredClone(figures[figure]) };
  };
  let value = content.start;
  let view = show(value);
  let covered = Boolean(after) && kept(after) === undefined;
  let mounted = null;
  const uncover = () => {
    covered = false;
    mounted.update();
  };
  const given = {
    words,
    controls,
    value: () => value,
    view: () => view,
    question: () => (covered ? question : ""),
    predicted: () => (after && kept(after)) || "",
    choose(chosen) {
      value = chosen;
      view = show(value);
      mounted.update();
    },
    reveal() {
      uncover();
      // A class sees the chart without further ado.
      if (document.documentElement.classList.contains("class")) root.scrollIntoView();
    },
    plotly: () => plotly,
  };
  mounted = widgets.explorer.mount(root, given);
  explorers.push({ root, after, open: uncover, update: mounted.update });
  root.dispatchEvent(new Event("opened", { bubbles: true }));
  root.explorer = given; // For whoever reads the page in the console, and for tests.
}

async function openAll() {
  const plotly = new Promise((resolve, reject) => {
    const tag = document.querySelector("script[data-library]");
    if (!tag) return;
    tag.addEventListener("load", () => resolve(globalThis.Plotly));
    tag.addEventListener("error", () => reject(new Error(`${tag.getAttribute("src")} is missing beside this page`)));
  });
  for (const root of document.querySelectorAll(".live")) {
    try {
      const name = root.dataset.widget;
      if (name === "explorer") await openExplorer(root, plotly);
      else openers[name](root, JSON.parse(root.querySelector("script").textContent));
      root.parentElement.querySelector(".stored").hidden = true;
    } catch (error) {
      // The stored form stays, which needs no script.
      console.error(error);
    }
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const one of explorers) one.update();
  });
  printing(await plotly);
}

// Paper is light, of one width, and shows what the screen shows; what is still
// covered stands there in its stored form.
function printing(plotly) {
  const redraw = () => {
    for (const { root, update } of explorers) {
      update();
      const chart = root.querySelector(".crossroads-chart");
      if (chart.firstChild) plotly.Plots.resize(chart);
    }
  };
  addEventListener("beforeprint", () => {
    document.documentElement.classList.add("paper");
    for (const { root } of explorers) {
      const covered = root.querySelector(".crossroads-veil");
      root.parentElement.querySelector(".stored").classList.toggle("on-paper", !covered.hidden);
    }
    for (const cover of document.querySelectorAll(".stored.on-paper details")) cover.open = true;
    redraw();
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("paper");
    redraw();
  });
}
