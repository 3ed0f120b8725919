// Brings a page's widgets to life. What they show lies in the page; a small
// model stands where a notebook has its kernel. What a reader answers is kept
// by the browser, if the browser may keep it.

// All answers, one record each as the file of a notebook has them: of a task every
// attempt, of anything else the last version. What the browser may not keep, the page keeps.
const place = `crossroads:${document.body.dataset.pack}:`;
let unkept = null;
let read = { stored: null, records: [], whole: true }; // what the browser keeps, and whether all of it are records
const isRecord = (one) => typeof one?.question === "string" && (one.answer ?? null) !== null;
const readLog = (stored) => {
  if (stored === null) return { stored, records: [], whole: true };
  try {
    const found = JSON.parse(stored);
    const records = Array.isArray(found) ? found.filter(isRecord) : [];
    return { stored, records, whole: records.length === found.length };
  } catch {
    return { stored, records: [], whole: false };
  }
};
const logged = () => {
  if (unkept) return unkept;
  try {
    // Another page may have added to it; else it is read once, not for each answer of a form.
    const stored = localStorage.getItem(`${place}~log`);
    if (stored !== read.stored) read = readLog(stored);
    return read.records;
  } catch {
    return [];
  }
};
const answersTo = (question) => logged().filter((one) => one.question === question).map((one) => one.answer);
// The last answer of the type that a form can show.
const kept = (question, type = "string") => answersTo(question).findLast((one) => typeof one === type);
// Keeps an answer; tells whether the browser has it.
const keep = (question, answer, each = false) => {
  if (JSON.stringify(answersTo(question).at(-1)) === JSON.stringify(answer)) return !unkept;
  const saved = new Date().toISOString().replace(/\.\d+Z$/, "+00:00");
  const records = [...logged().filter((one) => each || one.question !== question), { question, answer, saved }];
  try {
    // What is no record stays beside those, before it is written over.
    const unread = localStorage.getItem(`${place}~unread`) ?? "";
    if (!read.whole && !`\n${unread}`.includes(`\n${read.stored}\n`)) localStorage.setItem(`${place}~unread`, `${unread}${read.stored}\n`);
    localStorage.setItem(`${place}~log`, JSON.stringify(records));
    unkept = null;
  } catch {
    unkept = records;
  }
  return !unkept;
};
const forget = () => {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(place)) localStorage.removeItem(name);
  } catch {
    // A page that may keep nothing forgets by being opened again.
  }
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

// What a reader typed becomes text in HTML of ours.
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const filled = (html, facts) => html.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(facts, name) ? escaped(facts[name]) : whole));

// For each form what it begins with, and what the kernel of a notebook would do with what it saves.
const forms = {
  question({ id, said, replies }) {
    const later = `${id}-later`;
    const before = kept(later) ?? kept(id);
    const known = Object.hasOwn(replies, before ?? "");
    const replyTo = (answer) => (kept(later) === undefined ? replies[answer] : said["question-later"]);
    const start = { value: known ? before : "", _message: known ? `${said["saved-earlier"]} ${replyTo(before)}` : "" };
    return [start, (model) => {
      const answer = model.get("value");
      // Once the chart has answered, a prediction stays, and another is kept beside it.
      const frozen = kept(`${id}-opened`, "boolean") && (answer !== kept(id) || kept(later) !== undefined);
      const done = keep(frozen ? later : id, answer);
      model.set("_message", `${done ? `${said["saved"]} ` : ""}${replyTo(answer)}`);
      for (const one of explorers) if (one.after === id) one.open();
    }];
  },
  sheet({ id, said, state }) {
    const value = Object.fromEntries(state._fields.map(([name]) => [name, kept(`${id}-${name}`) ?? ""]));
    return [{ value, _kept: value, _problem: "", _asked: 0, _told: [0] }, (model) => {
      const texts = Object.entries(model.get("value")).map(([name, text]) => [`${id}-${name}`, text]);
      const written = texts.filter(([name, text]) => text || kept(name) !== undefined);
      const done = written.filter(([name, text]) => keep(name, text)).length === written.length;
      if (done) model.set("_kept", model.get("value"));
      const told = said[done ? "saved" : "page-not-saved"];
      model.set("_problem", done ? "" : told);
      const asked = model.get("_asked");
      if (asked !== model.get("_told")[0]) model.set("_told", [asked, told]);
    }];
  },
  reader({ id, said, state }) {
    const answers = Object.keys(state._content.claims).map((claim) => [claim, kept(id + claim, "object")]);
    const codes = ["", ...state._content.verdicts.map(([code]) => code)];
    const value = Object.fromEntries(answers.filter(([, answer]) => typeof answer?.reason === "string" && codes.includes(answer.verdict)));
    return [{ value, _kept: value, _problem: "" }, (model) => {
      const before = model.get("_kept");
      const given = Object.entries(model.get("value")).filter(([claim, answer]) => before[claim] !== answer);
      const done = given.filter(([claim, answer]) => keep(id + claim, answer));
      model.set("_kept", { ...before, ...Object.fromEntries(done) });
      model.set("_problem", done.length < given.length ? said["page-not-saved"] : "");
    }];
  },
  ask({ id, page }) {
    const tried = () => answersTo(id).filter(({ given }) => typeof given === "string");
    const resultOf = (reply) => (reply === "correct" || reply === "not tried" ? reply : "not yet");
    const told = ({ reply, facts, given }, again) => {
      const result = resultOf(reply);
      const head = again ? filled(page.again[result], { given }) : escaped(page.heads[result]);
      const named = facts.unit ? { ...facts, unit: page.units[facts.unit] } : facts;
      return filled(page.replies[reply], named).replace("{head}", () => head);
    };
    const judge = (text) => (["", "..."].includes(text.trim()) ? { reply: "not tried", given: "", facts: {} } : widgets.typed.judge(page.rules, text, typedRules));
    const again = () => {
      const best = tried().find((one) => one.result === "correct") ?? tried().at(-1);
      return best ? told(judge(best.given), true) : "";
    };
    const answers = {
      check(text) {
        const found = judge(text);
        if (found.reply === "not tried" && tried().length) return again();
        if (found.given) keep(id, { given: found.given, result: resultOf(found.reply) }, true);
        return told(found);
      },
      hint() {
        const before = Math.max(Math.trunc(kept(`${id}-hint`, "number") ?? 0), 0);
        const step = Math.min(before + 1, page.hints.length);
        keep(`${id}-hint`, step);
        return page.hints[step - 1];
      },
      reveal() {
        if (!tried().length) return page.first;
        keep(`${id}-reveal`, true);
        return page.way;
      },
    };
    let pressed = null;
    return [{ value: tried().at(-1)?.given ?? "", _reply: again(), _asked: {} }, (model) => {
      const { what, press } = model.get("_asked");
      if (!what || press === pressed) return;
      pressed = press;
      model.set("_reply", answers[what](model.get("value")));
    }];
  },
  score({ id, said, page }) {
    const value = kept(id, "object") ?? {};
    let asked = 0;
    return [{ value, _kept: value, _problem: "", _asked: asked, _message: "", _answer: "" }, (model) => {
      if (model.get("_asked") === asked) return model.set("_message", said[keep(id, model.get("value")) ? "saved" : "page-not-saved"]);
      asked = model.get("_asked");
      const enough = ((kept(page.text) ?? "").match(/\S+/g) ?? []).length >= page.enough;
      model.set("_answer", enough ? page.sample : "");
      model.set("_message", enough ? "" : page.first);
    }];
  },
};

// Writes the answers of this browser as the file that a notebook writes.
function saving(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const records = logged();
    const status = form.querySelector("[role=status]");
    status.textContent = form.dataset[records.length ? "saved" : "empty"].replace("{count}", records.length);
    if (!records.length) return;
    const lines = records.map((one) => `${JSON.stringify(one)}\n`).join("");
    const name = form.elements.who.value.trim().replace(/[^\p{L}\p{N}-]+/gu, " ").slice(0, 60).trim();
    const href = URL.createObjectURL(new Blob([lines], { type: "text/plain" }));
    element("a", { href, download: `${name || "my_answers"}.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  });
}

const unpack = (text) => inflated(Uint8Array.from(atob(text), (one) => one.charCodeAt(0))).json();

// The address of a page names a view: #meetings?who=xi
const addressed = () => {
  const [name, choice] = location.hash.slice(1).split("?");
  return { name, choice: Object.fromEntries(new URLSearchParams(choice)) };
};
const addressOf = (name, value, start) => {
  const changed = Object.entries(value).filter(([control, option]) => start[control] !== option);
  return `#${name}${changed.length ? `?${new URLSearchParams(changed)}` : ""}`;
};
let writing = 0;
const writeAddress = (address) => {
  // Browsers refuse an address that changes with every press of a key.
  clearTimeout(writing);
  writing = setTimeout(() => history.replaceState(null, "", address), 300);
};

async function openExplorer(root, plotly) {
  const { name, after, question } = root.dataset;
  const start = JSON.parse(root.dataset.start);
  const { lines, shown: answering } = JSON.parse(root.dataset.record);
  const { words, controls, views, longest, tables, figures, source, rows } = await unpack(root.querySelector("script").textContent);
  // The same view is the same object: it is drawn once.
  const stored = views.map(([title, subtitle, sentence, table, figure, phone, count, empty]) =>
    [figure, phone].map((drawn) => ({ title, subtitle, sentence, table: tables[table], source, count, empty, rows, figure: figures[drawn] })),
  );
  // Views stand in the order of the controls' options, the last control fastest.
  const viewsOf = (choice) =>
    stored[controls.reduce((before, { name, options }) => before * options.length + options.findIndex(([one]) => one === choice[name]), 0)];
  const offered = (choice) => controls.every(({ name, options }) => !(name in choice) || options.some(([one]) => one === choice[name]));
  let value = { ...start };
  const said = () => [kept(after) ?? "", kept(`${after}-later`) ?? ""];
  let covered = Boolean(after) && !said().some(Boolean);
  const freeze = () => after && !covered && keep(`${after}-opened`, true);
  let mounted = null;
  let statement = "";
  const uncover = () => {
    covered = false;
    freeze();
    mounted.update();
  };
  const given = {
    name,
    words,
    controls,
    value: () => value,
    view: (narrow) => viewsOf(value)[Number(Boolean(narrow))],
    empty: (choice) => viewsOf(choice)[0].empty,
    longest: () => longest,
    question: () => (covered ? question : ""),
    predicted() {
      const [first, later] = after ? said() : ["", ""];
      if (!first && !later) return "";
      const line = lines[first && later ? "both" : later ? "later" : "said"] ?? lines.bare;
      return line.replace("{said}", () => first || later).replace("{later}", () => later);
    },
    shown: () => answering,
    claim: (id) => `index.html#${id}`,
    statement: () => statement,
    link: () => location.href.split("#")[0] + addressOf(name, value, start),
    choose(chosen) {
      value = chosen;
      mounted.update();
      writeAddress(addressOf(name, value, start));
    },
    reveal() {
      uncover();
      // A class sees the chart without further ado.
      if (document.documentElement.classList.contains("class")) root.scrollIntoView();
    },
    plotly: () => plotly,
  };
  const restore = () => {
    const asked = addressed();
    if (asked.name !== name || !offered(asked.choice)) return;
    const known = controls.map((control) => control.name).filter((one) => one in asked.choice);
    value = { ...start, ...Object.fromEntries(known.map((one) => [one, asked.choice[one]])) };
    // Who comes from a statement of the article asked for its chart, and for no question before it.
    const rests = ({ claims }) => claims.some(([id]) => id === asked.choice.claim);
    statement = Object.values(rows).some(rests) ? asked.choice.claim : "";
    if (statement) {
      covered = false;
      freeze();
    }
    mounted?.update();
    return true;
  };
  const arrive = () => {
    root.scrollIntoView();
    if (statement) root.querySelector(".crossroads-came").focus({ preventScroll: true });
  };
  freeze();
  const named = restore();
  mounted = widgets.explorer.mount(root, given);
  explorers.push({ root, name, after, open: uncover, repaint: mounted.repaint });
  if (named) arrive();
  addEventListener("hashchange", () => restore() && arrive());
  root.dispatchEvent(new Event("opened", { bubbles: true }));
  root.explorer = given; // For whoever reads the page in the console, and for tests.
}

function openForm(root, name) {
  const held = JSON.parse(root.querySelector("script").textContent);
  const [start, saved] = forms[name](held);
  widgets[name].render({ model: modelOf({ ...held.state, ...start }, saved), el: root });
}

async function openAll() {
  const plotly = new Promise((resolve, reject) => {
    const tag = document.querySelector("script[data-library]");
    if (!tag) return;
    // Words are measured when a chart is drawn: in the letters that they will have.
    const lettered = document.fonts.load('1rem "Source Sans 3"').catch(() => {});
    tag.addEventListener("load", () => lettered.then(() => resolve(globalThis.Plotly)));
    tag.addEventListener("error", () => reject(new Error(`${tag.getAttribute("src")} is missing beside this page`)));
  });
  for (const root of document.querySelectorAll(".live")) {
    try {
      const name = root.dataset.widget;
      if (name === "explorer") await openExplorer(root, plotly);
      else openForm(root, name);
      root.parentElement.querySelector(".stored").hidden = true;
    } catch (error) {
      // The stored form stays, which needs no script.
      console.error(error);
    }
  }
  document.querySelectorAll("form[data-saved]").forEach(saving);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const one of explorers) one.repaint();
  });
  printing(await plotly);
}

// Paper is light, of one width, and shows what the screen shows; what is still
// covered stands there in its stored form.
function printing(plotly) {
  const redraw = () => {
    for (const { root, repaint } of explorers) {
      repaint();
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
    for (const cover of document.querySelectorAll(".stored.on-paper details, .crossroads-fold")) cover.open = true;
    redraw();
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("paper");
    redraw();
  });
}
