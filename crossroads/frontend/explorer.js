// The explorer in the browser: controls, chart, sentence and table, changed
// together. `mount` needs only a source of views, so that the same code serves
// a notebook, where the kernel computes them, and a page with no kernel.

// More options than this are a menu; fewer stand there in full, so that a
// class sees on a projector what can be chosen.
const MOST_BUTTONS = 6;
// Of all options of a control that stands in a row with others.
const MOST_LETTERS = 44;
// Room (unit: pixels) below which a chart takes its narrow form.
const NARROW = 620;
// Views of one explorer that the browser keeps before they are asked for.
const MOST_KEPT = 96;
const MOVE = { duration: 250, easing: "ease-in-out" };

// Controls ---------------------------------------------------------------------

function buttons(control, say, choose) {
  const { options, label: text } = control;
  const group = choices(options.map(([value, words]) => [value, words]), choose);
  for (const label of group.labels) add(label, "span", { className: "crossroads-unseen" });
  const row = element("div", { className: "crossroads-options" }, ...group.labels);
  return {
    node: element("fieldset", {}, element("legend", { text }), row),
    show: (value) => (group.value = value),
    grey(empty, outside) {
      group.labels.forEach((label, place) => {
        const [input, , why] = label.children;
        label.hidden = outside(place) && !input.checked;
        const off = Boolean(empty(options[place][0])) && !input.checked;
        if (off === input.disabled) return;
        input.disabled = off;
        label.title = off ? say("explorer-empty") : "";
        why.textContent = off ? ` (${say("explorer-empty")})` : "";
      });
    },
    focus: () => (group.labels.find((one) => one.control.checked) ?? group.labels[0]).control.focus(),
  };
}

function menu(control, say, choose) {
  const listed = control.options.map(([value, text]) => element("option", { value, text }));
  const select = element("select", { change: () => choose(select.value) }, ...listed);
  const label = element("label", { className: "crossroads-menu" }, element("span", { text: control.label }), select);
  const steps = control.stepped ? stepper(control, say, choose) : null;
  return {
    node: steps ? element("div", {}, label, steps.node) : label,
    show(value) {
      select.value = value;
      steps?.show(select.selectedIndex);
    },
    grey(empty, outside) {
      control.options.forEach(([value, words], place) => {
        const option = select.options[place];
        const [off, gone] = [Boolean(empty(value)), outside(place)].map((one) => one && !option.selected);
        // Not every browser hides an option.
        [option.hidden, option.disabled] = [gone, gone || off];
        const text = off ? `${words} (${say("explorer-empty")})` : words;
        if (option.textContent !== text) option.textContent = text;
      });
    },
    focus: () => select.focus(),
  };
}

// Days in their order: dragged, or stepped by a pointer; a keyboard has the menu above.
function stepper(control, say, choose) {
  const last = control.options.length - 1;
  const to = (place) => choose(control.options[place][0]);
  const input = () => to(slide.value);
  const slide = element("input", { type: "range", min: 0, max: last, tabindex: -1, "aria-hidden": "true", input });
  const step = (by, text, message) => {
    const click = () => to(Number(slide.value) + by);
    return element("button", { type: "button", tabindex: -1, text, title: say(message), "aria-label": say(message), click });
  };
  const [back, on] = [step(-1, "‹", "explorer-earlier"), step(1, "›", "explorer-later")];
  return {
    node: element("div", { className: "crossroads-days" }, back, slide, on),
    show(place) {
      slide.value = place;
      back.disabled = place <= 0;
      on.disabled = place >= last;
    },
  };
}

// What a figure needs of the page ------------------------------------------------

// A figure names roles, "@record"; the page knows their colours, light or dark.
function coloured(value, colours) {
  if (typeof value === "string") return value.startsWith("@") ? colours(value.slice(1)) : value;
  if (Array.isArray(value)) return value.map((part) => coloured(part, colours));
  if (value && typeof value === "object") {
    const copy = {};
    for (const key in value) copy[key] = coloured(value[key], colours);
    return copy;
  }
  return value;
}

const forced = matchMedia("(forced-colors: active)");
function coloursOf(root) {
  const style = getComputedStyle(root);
  const known = forced.matches ? { ink: style.color, muted: style.color } : {};
  return (role) => (known[role] ??= style.getPropertyValue(`--${role}`).trim() || `@${role}`);
}

const ROLE = /\[([a-z0-9-]+)(~?)\|([^\]|]*)\]/g;
// In a subtitle "[record|Filled]: named" a role underlines its words, which no pale colour could
// write, and colours a sign; "[record~|■]" is a pale one. A sign stays beside the word after it.
function withRoles(text) {
  const joined = text.replace(/(\|[^\p{L}\d\]|]*)(\]?) /gu, "$1$2\u00a0");
  const [first, ...parts] = joined.split(ROLE);
  const nodes = [first];
  while (parts.length) {
    const [role, pale, words, after] = parts.splice(0, 4);
    const node = element("b", { text: words });
    node.style[/^\p{L}/u.test(words) ? "textDecorationColor" : "color"] = `var(--${role})`;
    if (pale) node.style.opacity = 0.5;
    nodes.push(node, after);
  }
  return nodes;
}

// A note of the library is measured by itself, and costs five times a text of a trace:
// notes at places of the data become texts of one trace for each pair of axes.
const ANCHORS = { left: "right", center: "center", right: "left", top: "bottom", middle: "middle", bottom: "top" };
const OF_DATA = ["x", "y", "xref", "yref", "xanchor", "yanchor", "text", "font", "showarrow"];
function unnoted({ data, layout }) {
  const traces = new Map();
  const annotations = (layout.annotations ?? []).filter((note) => {
    const { x, y, xref = "x", yref = "y", xanchor = "center", yanchor = "middle", text, font, showarrow } = note;
    const plain = Object.keys(note).every((key) => OF_DATA.includes(key)) && Object.keys(font).every((key) => /size|color/.test(key));
    if (showarrow || !plain || !/^x\d*$/.test(xref) || !/^y\d*$/.test(yref)) return true;
    const empty = () => ({ x: [], y: [], text: [], textposition: [], textfont: { size: [], color: [] } });
    const trace = traces.get(xref + yref) ?? { type: "scatter", mode: "text", xaxis: xref, yaxis: yref, hoverinfo: "skip", cliponaxis: false, ...empty() };
    traces.set(xref + yref, trace);
    const put = { x, y, text, textposition: `${ANCHORS[yanchor]} ${ANCHORS[xanchor]}` };
    for (const key in put) trace[key].push(put[key]);
    trace.textfont.size.push(font.size);
    trace.textfont.color.push((!forced.matches && font.color) || layout.font.color);
    return false;
  });
  return [[...data, ...traces.values()], { ...layout, annotations }];
}

// Text and grid take the colours of the page around, light or dark. The names of rows are
// measured beforehand: where they need another margin, the library would draw all of it twice.
const pen = document.createElement("canvas").getContext("2d");
function themed(layout, root, family = getComputedStyle(root).fontFamily) {
  const style = getComputedStyle(root);
  const grid = style.getPropertyValue("--crossroads-grid").trim();
  const font = { ...layout.font, color: style.color, family };
  const result = { ...layout, autosize: true, font, margin: { ...layout.margin } };
  for (const [name, axis] of Object.entries(layout)) {
    if (/^[xy]axis/.test(name)) result[name] = { gridcolor: grid, linecolor: grid, ...axis };
    if (!/^yaxis/.test(name) || !axis.automargin || axis.showticklabels === false || !axis.ticktext) continue;
    result[name].automargin = false;
    for (const words of axis.ticktext.flatMap((text) => text.split("<br>"))) {
      pen.font = `${words.includes("<b>") ? "bold " : ""}${axis.tickfont?.size ?? font.size}px ${font.family}`;
      const beside = (axis.ticks ? (axis.ticklen ?? 5) + 1 : 0) + (axis.title?.text ? 16 : 0) + 12;
      result.margin.l = Math.max(result.margin.l, Math.ceil(pen.measureText(bare(words)).width + beside));
    }
  }
  return result;
}

// Marks --------------------------------------------------------------------------

const MARKS = ".scatterlayer .points .point, .scatterlayer .textpoint, .barlayer .point, .pielayer .slice";
const valueAt = (list, place) => (Array.isArray(list) ? list[place] : list);
const bare = (markup) => {
  const words = String(markup ?? "").replace(/<br ?\/?>/g, ", ").replace(/<[^>]*>/g, "");
  return words.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").trim();
};

function nodesOf(chart) {
  const nodes = new Map();
  for (const node of chart.querySelectorAll(MARKS)) {
    const trace = node.closest(".trace")?.__data__?.[0]?.trace;
    const place = node.__data__?.i;
    if (!trace || place === undefined) continue;
    const key = `${trace.index}/${place}`;
    if (!nodes.has(key)) nodes.set(key, { node, trace, place, row: String(valueAt(trace.customdata, place) ?? "") });
  }
  return nodes;
}

// Every mark that has something to tell, in the order in which it is read.
function marksOf(chart) {
  const scale = chart.currentCSSZoom ?? 1;
  const frame = chart.getBoundingClientRect();
  const marks = [];
  for (const { node, trace, place, row } of nodesOf(chart).values()) {
    const bar = trace.type === "bar";
    let words = bare(valueAt(trace.hovertext, place));
    if (!words && (bar || row)) {
      const axis = chart._fullLayout[bar && trace.orientation === "h" ? "yaxis" : "xaxis"];
      const name = (bar && trace.orientation === "h" ? trace.y : trace.x)?.[place];
      const tick = axis?.ticktext?.[axis.tickvals?.indexOf(name)];
      words = [tick ?? name, valueAt(trace.text, place)].map(bare).filter(Boolean).join(": ");
    }
    if (!words || (trace.hoverinfo === "skip" && !row && !bar)) continue;
    const box = node.getBoundingClientRect();
    if (!box.width && !box.height) continue;
    const [left, top] = [(box.left - frame.left) / scale, (box.top - frame.top) / scale];
    const [width, height] = [box.width / scale, box.height / scale];
    marks.push({ row, words, left, top, width, height, x: left + width / 2, y: top + height / 2, lying: trace.orientation === "h" });
  }
  const line = ({ y }) => Math.round(y / 6);
  const lines = new Set(marks.map(line));
  const byLine = marks.some(({ lying }) => lying) || lines.size <= marks.length / 2;
  return marks.sort((a, b) => (byLine ? line(a) - line(b) : 0) || a.x - b.x || a.y - b.y);
}

// How far two marks are from each other (unit: pixels).
function apart(one, other) {
  const between = (side, long) => Math.max(one[side] - other[side] - other[long], other[side] - one[side] - one[long], 0);
  return Math.hypot(between("left", "width"), between("top", "height"));
}

// The mark above or below another, or where there is none, the one after it.
function beside(marks, here, way) {
  const from = marks[here];
  const others = marks.filter(({ y }) => (y - from.y) * way > 4);
  if (!others.length) return Math.max(0, Math.min(here + way, marks.length - 1));
  const cost = ({ x, y }) => Math.round(Math.abs(y - from.y) / 6) * 1e4 + Math.abs(x - from.x);
  return marks.indexOf(others.reduce((best, one) => (cost(one) < cost(best) ? one : best)));
}

function tone(audio, { x, y }, chart) {
  const [voice, volume, side] = [audio.createOscillator(), audio.createGain(), audio.createStereoPanner()];
  voice.frequency.value = 220 * 4 ** (1 - y / chart.clientHeight);
  side.pan.value = (2 * x) / chart.clientWidth - 1;
  volume.gain.setValueAtTime(0.2, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.15);
  voice.connect(volume).connect(side).connect(audio.destination);
  voice.start();
  voice.stop(audio.currentTime + 0.15);
}

// The view before ------------------------------------------------------------------

// As it stands on the page, without its words: what was there, in grey.
function ghostOf(chart) {
  const ghost = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  ghost.setAttribute("class", "crossroads-ghost");
  ghost.setAttribute("aria-hidden", "true");
  for (const layer of chart.querySelectorAll(".cartesianlayer :is(.scatterlayer, .barlayer)")) {
    const copy = layer.cloneNode(true);
    const { e, f } = layer.getCTM() ?? { e: 0, f: 0 };
    copy.setAttribute("transform", `translate(${e},${f})`);
    for (const words of copy.querySelectorAll("text, .textpoint")) words.remove();
    ghost.append(copy);
  }
  return ghost;
}

function axesOf(chart) {
  const { width, height, _plots } = chart._fullLayout;
  const axes = Object.values(_plots ?? {}).flatMap(({ xaxis, yaxis }) => [xaxis, yaxis]);
  return JSON.stringify([width, height, axes.map(({ range, type, _offset, _length, ticktext, _categories }) => [range, type, _offset, _length, ticktext, _categories])]);
}

// Where nothing hovers, a tap opens what a mark has to tell.
const tapped = matchMedia("(hover: none)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const placesOf = (chart) => {
  const places = new Map();
  const counted = {};
  for (const [key, { node, row }] of nodesOf(chart)) {
    // A row has one mark, or several in the same order.
    const name = row ? `${row} ${(counted[row] = (counted[row] ?? 0) + 1)}` : key;
    const path = node.matches("g") ? node.querySelector("path") : null;
    places.set(name, { node: path ?? node, place: node.getAttribute("transform"), shape: path?.getAttribute("d") });
  }
  return places;
};
const MOVED = /^translate\(([-\d.]+),\s*([-\d.]+)\)/;

// Gives the movements.
function move(before, chart) {
  const moving = [];
  for (const [name, { node, place, shape }] of placesOf(chart)) {
    const old = before.get(name);
    if (!old) moving.push(node.animate({ opacity: [0, 1] }, MOVE));
    else if (shape && old.shape && shape !== old.shape) {
      moving.push(node.animate({ d: [`path("${old.shape}")`, `path("${shape}")`] }, MOVE));
    } else if (place && old.place && place !== old.place) {
      const [[, x0, y0], [, x1, y1]] = [old.place, place].map((text) => MOVED.exec(text) ?? []);
      if (x0 && x1) moving.push(node.animate({ transform: [`translate(${x0}px, ${y0}px)`, `translate(${x1}px, ${y1}px)`] }, MOVE));
    }
  }
  return moving;
}

// What can be taken along -----------------------------------------------------------

const download = (name, href) => element("a", { href, download: name }).click();

function csvOf(table) {
  const quoted = (cell) => `"${cell.textContent.replaceAll('"', '""')}"`;
  const rows = [...table.querySelectorAll("tr")].map((row) => [...row.children].map(quoted).join(","));
  return `\ufeff${rows.join("\r\n")}\r\n`;
}

function wrapped(pen, text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    pen.measureText(longer.replace(TINT, "")).width > width && lines.at(-1) ? lines.push(word) : (lines[lines.length - 1] = longer);
  }
  return lines;
}

// What a role colours or underlines: a mark before each word, which is taken off when it is drawn.
const TINT = /\u0001([a-z0-9-]+)(~?)(_?)\u0002/g;
function tinted(text) {
  return text.replace(ROLE, (_, role, pale, said) => {
    const mark = `\u0001${role}${pale}${/^\p{L}/u.test(said) ? "_" : ""}\u0002`;
    return said.split(" ").map((word) => mark + word).join(" ");
  });
}

// The chart between its title and its source, as the page shows it.
async function pictureOf(plotly, figure, view, root, width) {
  const style = getComputedStyle(root);
  const [page, serif] = ["--paper", "--crossroads-serif"].map((name) => style.getPropertyValue(name).trim());
  const height = figure.layout.height;
  const inner = new Image();
  const form = { format: "png", width, height, scale: 2 };
  // A picture by itself has none of the page's own letters: room is measured with those that it has.
  inner.src = await plotly.toImage({ data: figure.data, layout: { ...themed(figure.layout, root, "sans-serif"), width } }, form);
  await inner.decode();
  const canvas = element("canvas", {});
  const pen = canvas.getContext("2d");
  const fonts = { title: `600 22px ${serif}`, text: `15px ${style.fontFamily}`, small: `13px ${style.fontFamily}` };
  const set = (font, text) => {
    pen.font = fonts[font];
    return wrapped(pen, text, width).map((line) => [font, line]);
  };
  const above = [...set("title", view.title), ...set("text", tinted(view.subtitle))];
  const below = set("small", view.source);
  const edge = 16;
  const line = 26;
  const top = edge + above.length * line;
  canvas.width = 2 * (width + 2 * edge);
  canvas.height = 2 * (top + height + below.length * line + edge);
  pen.scale(2, 2);
  pen.fillStyle = page;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = style.color;
  const write = (lines, from) => lines.forEach(([font, text], place) => {
    pen.font = fonts[font];
    let x = edge;
    const y = from + (place + 0.75) * line;
    for (const piece of text.split(" ")) {
      const [, role, pale, under] = new RegExp(TINT.source).exec(piece) ?? [];
      const word = piece.replace(TINT, "");
      pen.fillStyle = role ? style.getPropertyValue(`--${role}`) : style.color;
      pen.globalAlpha = pale ? 0.5 : 1;
      if (under) {
        pen.fillRect(x, y + 3, pen.measureText(word).width, 3);
        pen.fillStyle = style.color;
      }
      pen.fillText(word, x, y);
      x += pen.measureText(`${word} `).width;
    }
    pen.globalAlpha = 1;
  });
  write(above, edge / 2);
  pen.drawImage(inner, edge, top, width, height);
  write(below, top + height);
  return canvas.toDataURL("image/png");
}

// Puts an explorer into an element. Of its source, `plotly()` promises the chart
// library, the same promise for the same library; `empty(value)` tells whether a
// choice shows nothing; `link()` gives what opens this view; `claim(id)` the address
// of a statement; `statement()` the one that somebody came from, whose rows are
// marked; `longest()` the longest title, subtitle and sentence; `seen(narrow)` is
// called when the chart comes into view. The page calls `update` when the source has
// changed, and `grey` when it knows more of what is empty.
export function mount(root, source) {
  keepKeys(root);
  root.classList.add("crossroads-explorer");
  const say = speaker(source.words);
  // Two rows of one table are chosen in their order: the second menu has only later ones.
  const picked = source.controls.filter((control) => control.picked);
  const placeIn = (control, value) => control.options.findIndex(([option]) => option === value[control.name]);
  const choose = (name, option) => {
    const value = { ...source.value(), [name]: option };
    const [first, second] = picked;
    if (second && placeIn(first, value) >= placeIn(second, value)) {
      const later = name === first.name && second.options[placeIn(first, value) + 1];
      const pair = [source.value()[first.name], option];
      if (later) value[second.name] = later[0];
      else [value[first.name], value[second.name]] = name === first.name ? pair : pair.reverse();
    }
    source.choose(value);
  };
  const panel = element("div", { className: "crossroads-controls" });
  let controls = [];
  // Where controls stand in one row, long ones are menus.
  let compact = null;
  const furnish = (tight) => {
    if (tight === compact) return;
    compact = tight;
    controls = source.controls.map((control) => {
      const letters = control.options.reduce((sum, [, words]) => sum + words.length + 4, 0);
      const kind = control.stepped || control.options.length > MOST_BUTTONS || (tight && letters > MOST_LETTERS) ? menu : buttons;
      return { name: control.name, ...kind(control, say, (value) => choose(control.name, value)) };
    });
    panel.replaceChildren(...controls.map((one) => one.node));
  };
  const button = (message, click) => element("button", { type: "button", text: say(message), click });
  const title = element("p", { className: "crossroads-title" });
  const subtitle = element("p", { className: "crossroads-subtitle" });
  const chart = element("div", { className: "crossroads-chart", role: "img" });
  const ring = element("div", { className: "crossroads-here" });
  ring.hidden = true;
  const frame = element("div", { className: "crossroads-frame", role: "group" }, chart, ring);
  const status = element("p", { className: "crossroads-unseen", "aria-live": "polite" });
  const predicted = element("p", { className: "crossroads-predicted" });
  const sentence = element("p", { className: "crossroads-sentence", "aria-live": "polite" });
  const table = element("div", { className: "crossroads-table", role: "region", tabindex: "0" });
  const summary = element("summary", {});
  const fold = element("details", { className: "crossroads-fold" }, summary, table);
  const card = element("section", { className: "crossroads-row", tabindex: "-1", "aria-label": say("explorer-row") });
  card.hidden = true;
  const line = element("p", { className: "crossroads-source" });
  const above = element("div", { className: "crossroads-held" }, title, subtitle);
  const said = element("div", { className: "crossroads-held" }, sentence);
  const main = element("div", { className: "crossroads-main-part" }, above, frame, status);
  const side = element("div", { className: "crossroads-side" }, predicted, said);

  let audio = null;
  const sound = button("explorer-sound", () => {
    audio = audio ? null : new AudioContext();
    sound.setAttribute("aria-pressed", String(Boolean(audio)));
  });
  sound.setAttribute("aria-pressed", "false");
  sound.hidden = true;
  const csv = button("explorer-csv", () => {
    fill();
    download(`${source.name}.csv`, URL.createObjectURL(new Blob([csvOf(table)], { type: "text/csv" })));
  });
  const png = button("explorer-png", async () => {
    if (!plotly) return;
    const figure = coloured(now().figure, coloursOf(root));
    download(`${source.name}.png`, await pictureOf(plotly, figure, now(), root, chart.clientWidth));
  });
  const address = element("input", { readonly: "", className: "crossroads-link", "aria-label": say("explorer-this-view") });
  address.hidden = true;
  const link = button("explorer-link", () => {
    address.hidden = false;
    address.value = source.link();
    address.focus();
    address.select();
    navigator.clipboard?.writeText(address.value).then(() => (status.textContent = say("explorer-copied")), () => {});
  });
  link.hidden = !source.link;
  const tools = element("div", { className: "crossroads-tools" }, fold, element("div", { className: "crossroads-take" }, csv, png, link, sound));
  const foot = element("div", { className: "crossroads-foot" }, card, tools, address, line);
  const body = element("div", { className: "crossroads-body" }, panel, main, side, foot);

  const question = element("p", { className: "crossroads-question" });
  const reveal = button("explorer-reveal", () => {
    source.reveal();
    controls[0].focus();
  });
  const veil = element("div", { className: "crossroads-veil" }, question, reveal);
  const came = element("p", { className: "crossroads-came", tabindex: "-1" });
  root.replaceChildren(veil, came, body);

  let awaited = null;
  let plotly = null;
  let gone = false;
  let late = true;
  let narrow = false;
  let drawn = null; // the view that the chart shows
  let form = null; // whether it is drawn narrow
  let ghost = null;
  let marks = null;
  let here = -1;
  let opened = "";
  const now = () => source.view(narrow);

  const statement = () => source.statement?.() ?? "";
  const restsOn = (row) => now().rows?.[row]?.claims?.find(([id]) => id === statement());
  const evidence = () => Object.keys(now().rows ?? {}).filter(restsOn);
  const surround = (node, mark) => {
    for (const side of ["left", "top", "width", "height"]) node.style[side] = `${mark[side]}px`;
    node.hidden = false;
  };
  const surrounded = [];
  const surroundEvidence = () => {
    for (const one of surrounded.splice(0)) one.remove();
    if (!statement() || !drawn || gone) return;
    marks = marksOf(chart);
    for (const mark of marks.filter(({ row }) => row.split(/;\s*/).some(restsOn))) {
      const node = add(frame, "div", { className: "crossroads-here crossroads-rests" });
      // Where marks stand close, a ring around one would hide the next.
      node.classList.toggle("crossroads-close", marks.some((one) => one !== mark && apart(one, mark) < 6));
      surround(node, mark);
      surrounded.push(node);
    }
  };
  const tellStatement = () => {
    const [row] = evidence();
    if (row) {
      const [id, quote] = restsOn(row);
      const back = source.claim?.(id);
      came.replaceChildren(say("explorer-came", { quote }), " ", back ? element("a", { href: back, text: say("explorer-back") }) : "");
    }
    came.hidden = !statement() || !came.textContent;
  };

  const forgetMarks = () => {
    marks = null;
    here = -1;
    ring.hidden = true;
  };
  const draw = () => {
    if (awaited !== source.plotly()) load();
    // Text and margins can be measured only in what the page shows; until
    // then the chart waits for the observer of its size, below.
    late = !plotly || !chart.clientWidth;
    if (late || gone) return;
    const view = now();
    // A chart that only became narrow, or wide, has no setting before.
    const changed = drawn && drawn !== view && form === narrow && chart.querySelector(".main-svg");
    form = narrow;
    const [before, axes] = changed ? [ghostOf(chart), axesOf(chart)] : [];
    const places = changed && !still.matches ? placesOf(chart) : null;
    const { data, layout } = coloured(view.figure, coloursOf(root));
    ghost?.remove();
    plotly.react(chart, ...unnoted({ data, layout: themed(layout, root) }), { displayModeBar: false, responsive: false });
    let moving = [];
    if (changed && axesOf(chart) === axes) {
      ghost = before;
      frame.append(ghost);
      if (places) moving = move(places, chart);
    }
    if (!drawn) source.seen?.(narrow);
    drawn = view;
    forgetMarks();
    walkable();
    // A mark that still moves is not yet where it will be.
    Promise.all(moving.map((one) => one.finished)).then(surroundEvidence, () => {});
  };
  // A chart with nothing to tell of its marks has no stop for the tabulator.
  const walkable = () => {
    const can = chart._fullData?.some((one) => one.type === "bar" || one.customdata || (one.hovertext && one.hoverinfo !== "skip"));
    frame.setAttribute("role", can ? "application" : "group");
    frame.setAttribute("aria-label", say(can ? "explorer-walk" : "explorer-chart"));
    sound.hidden = !can;
    can ? (frame.tabIndex = 0) : frame.removeAttribute("tabindex");
  };
  const load = () => {
    const promised = (awaited = source.plotly());
    plotly?.purge(chart);
    plotly = drawn = null;
    promised.then(
      (library) => {
        if (promised !== awaited) return;
        plotly = library;
        draw();
      },
      (error) => (chart.textContent = say("explorer-not-drawn", { error })),
    );
  };

  // Touched: a mark shows the row behind it.
  const near = ({ clientX, clientY }) => {
    const scale = chart.currentCSSZoom ?? 1;
    const box = chart.getBoundingClientRect();
    const point = { left: (clientX - box.left) / scale, top: (clientY - box.top) / scale, width: 0, height: 0 };
    const away = (one) => apart(one, point);
    marks ??= marksOf(chart);
    const close = marks.filter((one) => (tapped.matches || rowsOf(one.row).length) && away(one) < 12);
    return close.sort((a, b) => away(a) - away(b) || a.width * a.height - b.width * b.height)[0];
  };
  const rowsOf = (row) => row.split(/;\s*/).filter((one) => now().rows?.[one]);
  const show = (mark) => {
    const found = rowsOf(mark?.row ?? "");
    if (!found.length && !(mark && tapped.matches)) return;
    opened = found.join(";");
    const parts = found.flatMap((one) => {
      const { text, source: named, address: where, claims = [] } = now().rows[one];
      const linked = /^https?:/.test(where) ? element("a", { href: where, rel: "noopener", target: "_blank", text: named }) : named;
      const quoted = claims.map(([id, quote]) => {
        const there = source.claim?.(id);
        return element("li", {}, there ? element("a", { href: there, text: quote }) : element("span", { text: quote }));
      });
      return [
        element("p", { className: "crossroads-row-text", text }),
        named && element("p", { className: "crossroads-row-source" }, `${say("explorer-source")} `, linked),
        quoted.length && element("p", { text: say("explorer-claims") }),
        quoted.length && element("ul", {}, ...quoted),
      ];
    });
    if (!found.length) parts.push(element("p", { className: "crossroads-row-text", text: mark.words }));
    card.replaceChildren(button("explorer-close", close), ...parts.filter(Boolean));
    card.hidden = false;
    if (tapped.matches) {
      surround(ring, mark);
      card.scrollIntoView({ block: "nearest" });
    }
    markRow();
  };
  const close = () => {
    const inside = card.contains(document.activeElement);
    card.hidden = ring.hidden = true;
    opened = "";
    markRow();
    if (inside) frame.focus();
  };
  let answered = false;
  const answering = () => (source.predicted() ? (source.shown?.() ?? []) : []);
  const markRow = () => {
    const rows = [...opened.split(";"), ...answering(), ...evidence()].filter(Boolean);
    const first = (one) => one.cells[0].textContent.toLowerCase();
    const named = (one) => rows.some((row) => one.dataset.row?.split(";").includes(row) || first(one) === row.toLowerCase());
    for (const one of table.querySelectorAll("tbody tr")) {
      named(one) ? one.setAttribute("aria-current", "true") : one.removeAttribute("aria-current");
    }
  };
  // Two events chosen on the chart itself, one after the other.
  let turn = 0;
  const pick = (mark) => {
    const keys = (mark?.row ?? "").split(/;\s*/).map((row) => row.split(":"));
    const control = picked[turn];
    const found = control && keys.find(([name, key]) => name === control.picked && control.options.some(([value]) => value === key));
    if (!found) return false;
    turn = (turn + 1) % picked.length;
    status.textContent = say("explorer-picked", { control: control.label, words: mark.words });
    choose(control.name, found[1]);
    return true;
  };
  // The chart library makes a click of its own of a tap, which says nothing of where it was.
  let pressed = null;
  frame.addEventListener("pointerdown", (event) => (pressed = event), { capture: true });
  frame.addEventListener("click", (event) => {
    const mark = near(event.isTrusted ? event : (pressed ?? event));
    pick(mark) || show(mark);
  });
  frame.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") frame.classList.toggle("crossroads-touching", Boolean(near(event)));
  });
  card.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });

  // Walked: each mark is told, and heard if the learner likes.
  const go = (place) => {
    here = Math.max(0, Math.min(place, marks.length - 1));
    const mark = marks[here];
    surround(ring, mark);
    const words = mark.words || now().rows?.[mark.row]?.text;
    status.textContent = say("explorer-mark", { words, number: here + 1, count: marks.length });
    if (audio) tone(audio, mark, chart);
  };
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !plotly || event.target !== frame) return;
    marks ??= marksOf(chart);
    if (!marks.length) return;
    const last = marks.length - 1;
    const moves = {
      ArrowRight: () => go(here + 1),
      ArrowLeft: () => go(here < 0 ? last : here - 1),
      ArrowDown: () => go(here < 0 ? 0 : beside(marks, here, 1)),
      ArrowUp: () => go(here < 0 ? last : beside(marks, here, -1)),
      Home: () => go(0),
      End: () => go(last),
      Enter() {
        if (pick(marks[here])) return;
        show(marks[here]);
        if (!card.hidden) card.focus();
      },
    };
    if (!moves[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    moves[event.key]();
  });
  frame.addEventListener("focusout", () => (ring.hidden = true));

  // The table is HTML of ours, made by table_html, which escapes every cell.
  let filled = "";
  const fill = () => {
    if (filled !== now().table) table.innerHTML = filled = now().table;
    markRow();
  };
  fold.addEventListener("toggle", () => fold.open && fill());

  const grey = () => {
    const value = source.value();
    const [first, second] = picked;
    const outside = {};
    if (second) {
      outside[first.name] = (place) => place === first.options.length - 1;
      outside[second.name] = (place) => place <= placeIn(first, value);
    }
    for (const one of controls) one.grey((option) => source.empty?.({ ...value, [one.name]: option }), outside[one.name] ?? (() => false));
  };
  // As much room as the longest words need, so that nothing below them jumps.
  let reserved = "";
  const reserve = () => {
    const longest = source.longest?.();
    const width = main.clientWidth;
    if (!longest || !width || reserved === `${width} ${longest}`) return;
    reserved = `${width} ${longest}`;
    const hold = (node, ...texts) => {
      const probe = node.cloneNode(true);
      probe.style.minHeight = "";
      for (const part of probe.children) {
        part.removeAttribute("aria-live");
        part.replaceChildren(...withRoles(texts.shift()));
      }
      node.after(probe);
      node.style.minHeight = `${probe.offsetHeight}px`;
      probe.remove();
    };
    hold(above, longest[0], longest[1]);
    hold(said, longest[2]);
    // Where controls and sentence are together higher than the chart, the sentence goes below it.
    if (panel.offsetHeight + side.offsetHeight > main.offsetHeight + 16 && main.offsetLeft > panel.offsetLeft) {
      body.classList.add("crossroads-below");
      panel.append(predicted); // How the guess did is seen with the chart.
      hold(said, longest[2]);
    }
  };
  const update = () => {
    const covered = source.question();
    veil.hidden = !covered;
    body.hidden = Boolean(covered);
    question.textContent = covered;
    tellStatement();
    const view = now();
    const value = source.value();
    for (const control of controls) control.show(value[control.name]);
    grey();
    title.textContent = view.title;
    subtitle.replaceChildren(...withRoles(view.subtitle));
    chart.setAttribute("aria-label", say("explorer-described", { sentence: view.sentence }));
    const height = Math.max(view.figure.layout.height, narrow === tallest.narrow ? tallest.height : 0);
    tallest = { narrow, height };
    // The chart library makes a chart as high as its element, when that becomes wider.
    chart.style.minHeight = `${view.figure.layout.height}px`;
    frame.style.minHeight = `${height}px`;
    predicted.textContent = source.predicted();
    // The table shows the rows that answer, or that a statement rests on, once.
    if (statement() && !answered) fill();
    const told = answering().length || (statement() && table.querySelector("[aria-current]"));
    if (told && !answered) answered = fold.open = true;
    // Between a choice and its view the sentence is the old one: not to be told again.
    if (sentence.textContent !== view.sentence) sentence.textContent = view.sentence;
    summary.textContent = view.count === 1 ? say("explorer-fold-one") : say("explorer-fold", { count: view.count ?? "" });
    table.setAttribute("aria-label", say("explorer-table", { title: view.title }));
    if (fold.open) fill();
    line.textContent = view.source;
    reserve();
    if (opened && !opened.split(";").some((one) => view.rows?.[one])) close();
    view !== drawn || awaited !== source.plotly() ? draw() : surroundEvidence();
  };
  let tallest = { narrow, height: 0 };

  // Beside, above or below: where the controls stand goes by the room there is.
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const arrange = () => {
    const room = root.clientWidth / rem;
    const wide = parseFloat(getComputedStyle(root).getPropertyValue("--crossroads-wide")) || 60;
    const phone = room < 35;
    furnish(room < wide);
    root.classList.toggle("crossroads-wide", room >= wide);
    root.classList.toggle("crossroads-phone", phone);
    // In the order in which they stand on the page they are reached by keyboard, too.
    if (phone !== (panel.previousSibling === main)) phone ? main.after(panel) : body.prepend(panel);
    // What a tap opens stands below the chart, not below the controls.
    if (phone !== main.contains(card)) phone ? main.append(card) : foot.prepend(card);
    for (const control of controls) control.show(source.value()[control.name]);
    grey();
  };
  arrange();
  update();

  // The width changes with the window, a side bar, or the veil.
  let width = 0;
  const size = new ResizeObserver(() => {
    if (root.clientWidth) arrange();
    const room = Math.round(chart.clientWidth);
    if (!room || room === width) return;
    width = room;
    body.classList.remove("crossroads-below");
    side.prepend(predicted);
    reserved = "";
    reserve();
    const before = drawn;
    if (narrow !== room < NARROW) {
      narrow = !narrow;
      if (drawn) source.seen?.(narrow);
      update();
    }
    // A chart may look the same on a phone: then it has not been drawn anew.
    if (plotly && !late && drawn && drawn === before) {
      ghost?.remove();
      forgetMarks();
      plotly.Plots.resize(chart).then(surroundEvidence, () => {});
    }
    if (late) draw();
  });
  size.observe(root);
  size.observe(chart);
  const repaint = () => draw();
  const theme = new MutationObserver(repaint);
  theme.observe(document.body, { attributeFilter: ["data-jp-theme-light", "class"] });

  return {
    update,
    repaint,
    grey() {
      grey();
      reserve();
    },
    remove() {
      gone = true;
      size.disconnect();
      theme.disconnect();
      if (plotly) plotly.purge(chart);
    },
  };
}

// In a notebook -------------------------------------------------------------------

async function library(model) {
  const name = model.get("_library").replace("IPY_MODEL_", "");
  return carried(await model.widget_manager.get_model(name));
}

function render({ model, el }) {
  keepListening(model);
  const set = (name, value) => {
    model.set(name, value);
    model.save_changes();
  };
  const libraries = {};
  // Views that are there before they are asked for; the oldest go.
  const kept = new Map();
  let longest = ["", "", ""];
  const keyOf = (choice, narrow) => JSON.stringify([Object.entries(choice).sort(), Boolean(narrow), model.get("_view").version]);
  const keep = (view) => {
    const key = keyOf(view.choice, view.narrow);
    // What is drawn already stays the same object, and is not drawn again.
    if (JSON.stringify(kept.get(key)) === JSON.stringify(view)) return kept.get(key);
    kept.delete(key);
    kept.set(key, view);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
    longest = ["title", "subtitle", "sentence"].map((part, place) => (view[part].length > longest[place].length ? view[part] : longest[place]));
    return view;
  };
  let latest = keep(model.get("_view"));
  const shown = () => kept.get(keyOf(model.get("value"), model.get("_narrow")));
  // Without a kernel a choice whose view is not here goes back to what the chart shows.
  const asked = keeper(model, () => asked.state() === "gone" && !shown() && model.set("value", model.get("_view").choice), "explorer-gone", "explorer-busy");
  const start = model.get("_link");
  const mounted = mount(el, {
    name: model.get("_name"),
    words: model.get("_words"),
    controls: model.get("_controls"),
    value: () => model.get("value"),
    view: (narrow) => kept.get(keyOf(model.get("value"), narrow)) ?? latest,
    empty: (choice) => kept.get(keyOf(choice, model.get("_narrow")))?.empty,
    question: () => model.get("_question"),
    predicted: () => model.get("_predicted"),
    shown: () => model.get("_shown"),
    statement: () => model.get("_statement"),
    longest: () => longest,
    choose: (value) => asked.ask({ value }),
    reveal: () => set("_question", ""),
    link: start && (() => start.replace("{start}", JSON.stringify(model.get("value")).replace(/":"/g, '": "').replace(/","/g, '", "'))),
    seen(narrow) {
      if (narrow !== model.get("_narrow")) set("_narrow", narrow);
      model.send({ ready: true });
    },
    plotly: () => (libraries[model.get("_library")] ??= library(model)),
  });
  el.append(asked.node);
  const ahead = (message) => {
    if (message.ahead?.version !== model.get("_view").version) return;
    keep(message.ahead);
    mounted.grey();
  };
  model.on("msg:custom", ahead);
  const arrived = () => {
    latest = keep(model.get("_view"));
    mounted.update();
  };
  // The choice goes to the kernel; a view that is not here yet comes back.
  const ended = follow(model, ["_view"], arrived, asked.remove, mounted.remove, () => model.off("msg:custom", ahead));
  return follow(model, ["value", "_question", "_predicted", "_statement"], mounted.update, ended);
}

export default { render, mount };
