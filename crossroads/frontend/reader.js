// The article as a page to read and to judge. Before a statement is judged,
// nothing here tells what the record says of it.

const SIGNS = { supported: "✓", partly: "◐", contradicted: "✕", "cannot say": "?" };

function render({ model, el }) {
  const say = begin(model, el);
  const { claims, paragraphs, verdicts, terms, ...content } = model.get("_content");
  const order = Object.keys(claims);
  const labels = Object.fromEntries(verdicts);
  const addressed = model.get("_addressed");
  const coloured = model.get("_coloured");
  // On a page of its own the title is the first heading, in a notebook it is one of a lesson's.
  const [HEAD, QUOTE, PART] = addressed ? ["h1", "h2", "h3"] : ["h2", "h3", "h4"];
  let opened = null;
  let here = content.first;
  let day = "now";
  let filter = "";
  let explained = false;
  let asked = "";

  const judged = (id) => model.get("value")[id];
  const record = (id) => claims[id][day];
  // What may be shown of a statement: nothing before it was judged or opened.
  const seen = (id) => coloured || judged(id);
  const verdict = (id) => (seen(id) ? record(id).verdict || "undecided" : "");
  const signed = (code, words) => `${SIGNS[code] ?? "·"} ${words}`;
  const same = (answer, other) => answer?.verdict === other?.verdict && answer?.reason === other?.reason;

  function answer(id, changes) {
    const value = { verdict: "", reason: "", ...judged(id), ...changes };
    saved.ask({ value: { ...model.get("value"), [id]: value } });
  }

  const saved = keeper(model, () => update(), "keep-gone-typed");

  // The text -------------------------------------------------------------

  const marks = {};
  const squares = {};
  const spans = [];
  const text = element("div", { className: "reader-text" });
  const map = element("div", { className: "reader-map", "aria-hidden": "true", title: say("reader-map") }, element("small", { text: say("reader-paragraphs") }));
  for (const { number, pieces } of paragraphs) {
    const body = element("p", { className: number ? "" : "reader-caption" });
    const row = element("div");
    const meaning = element("p", { className: "reader-meaning", role: "status" });
    meaning.hidden = true;
    body.append(element("span", { className: "reader-number", text: number || "" }));
    // A button, the word before it and the stop after it stand on one line.
    let held = null;
    pieces.forEach(([words, names, term], place) => {
      const ended = names.filter((name) => !pieces[place + 1]?.[1].includes(name));
      const cut = new RegExp(`^(${held ? "\\p{P}*" : ""})(.*?)(${ended.length ? "\\S*" : ""})$`, "su");
      const [, stop, text, word] = term ? ["", "", "", words] : cut.exec(words);
      put(stop, held, names);
      put(text, body, names);
      held = term || ended.length ? add(body, "span", { className: "reader-held" }) : null;
      put(term ? termButton(words, term, meaning) : word, held, names);
      for (const id of ended) {
        marks[id] = add(held, "button", { type: "button", className: "reader-mark", "data-claim": id, click: () => open(id) });
        squares[id] = add(row, "i");
      }
    });
    text.append(body, meaning);
    map.append(row);
  }

  function put(shown, place, names) {
    if (!shown) return;
    const click = () => open(names.includes(opened) && names.length > 1 ? names.find((name) => name !== opened) : names.at(-1));
    const passage = { className: "reader-passage", "data-claims": names.join(" "), click };
    const span = add(place, "span", names.length ? passage : {}, shown);
    if (names.length) spans.push(span);
  }

  function termButton(shown, term, meaning) {
    const click = (event) => {
      event.stopPropagation();
      const button = event.currentTarget;
      const show = button.getAttribute("aria-expanded") === "false";
      for (const other of text.querySelectorAll(".reader-term")) other.setAttribute("aria-expanded", "false");
      for (const other of text.querySelectorAll(".reader-meaning")) other.hidden = true;
      button.setAttribute("aria-expanded", String(show));
      meaning.replaceChildren(element("strong", { text: term }), `: ${terms[term]}`);
      meaning.hidden = !show;
    };
    return element("button", { type: "button", className: "reader-term", text: shown, "aria-expanded": "false", title: say("reader-term"), click });
  }

  // The panel --------------------------------------------------------------

  // Several on a page are told apart by the numbers of their statements, of which a whole article has many.
  const ends = [...new Set([order[0], order.at(-1)])].map((id) => claims[id].number);
  const panel = element("section", { className: "reader-panel", "aria-label": `${say("reader-list")} ${ends.join("-")}` });

  // From a place of the article on, round its end, the first that is not judged.
  const unjudged = (from) => [...order.slice(from), ...order.slice(0, from)].find((id) => !judged(id));
  // Where no statement is open, the panel asks the next one.
  const next = () => (coloured ? "" : unjudged(Math.max(0, order.indexOf(here))));

  function meanings() {
    const signs = element("div", { className: "reader-signs" });
    for (const [code, label, definition] of verdicts) {
      const name = element("b", { text: signed(code, label), "data-verdict": code });
      add(signs, "div", {}, name, element("small", { text: definition }));
    }
    return signs;
  }

  function open(id, { focus = true } = {}) {
    opened = here = id;
    if (addressed) history.replaceState(null, "", `#${id}`);
    showPanel();
    refresh();
    if (focus) panel.querySelector(".reader-quote").focus({ preventScroll: true });
    // On a phone the panel lies over the lower half of the text.
    const narrow = el.classList.contains("reader-narrow");
    const passage = narrow ? spans.find((one) => one.dataset.claims.split(" ").includes(id)) : marks[id];
    passage.scrollIntoView({ block: narrow ? "start" : "nearest", behavior: "instant" });
  }

  function close() {
    const mark = marks[opened];
    opened = null;
    showPanel();
    if (addressed) history.replaceState(null, "", location.pathname + location.search);
    refresh();
    mark?.focus();
  }

  // A page makes room below for a panel that lies over it. It is told: a style that looked for the
  // panel itself would look again at whatever any chart of the page draws.
  function tellPage() {
    const lying = document.querySelector(".reader-narrow .reader-panel:not(.reader-start)");
    document.documentElement.toggleAttribute("data-sheet", Boolean(lying));
  }

  function showPanel() {
    const id = (asked = opened ?? next());
    panel.classList.toggle("reader-start", !opened);
    tellPage();
    panel.scrollTop = 0;
    if (!id) {
      panel.replaceChildren(element("p", { text: say("reader-how-coloured") }), meanings(), saved.node);
      return;
    }
    const claim = claims[id];
    const around = claimsBeside(id);
    const place = order.indexOf(id);
    const step = (to, name) => {
      const button = element("button", { type: "button", text: say(name), click: () => open(to) });
      button.disabled = !to || to === id;
      return button;
    };
    const away = element("button", { type: "button", className: "reader-away", text: "×", title: say("reader-close"), "aria-label": say("reader-close"), click: close });
    const on = (!coloured && unjudged(place + 1)) || order[(place + 1) % order.length];
    const head = element(opened ? QUOTE : "p", { className: "reader-quote", tabindex: "-1", text: `“${claim.quote}”` });
    const parts = [
      opened && away,
      !opened && element("p", { text: say(Object.keys(model.get("value")).length ? "reader-go-on" : "reader-begin") }),
      head,
      element("p", { className: "reader-about", text: claim.about }),
      around && element("p", { className: "reader-about" }, around),
      ...(seen(id) ? recordOf(id) : [questionOf(id)]),
      opened && element("div", { className: "reader-steps" }, step(order[place - 1], "reader-before"), step(on, "reader-next")),
    ];
    panel.replaceChildren(...parts.filter(Boolean), saved.node);
  }

  function claimsBeside(id) {
    const names = spans.map((one) => one.dataset.claims.split(" ")).find((some) => some.length > 1 && some.includes(id));
    const text = names && `${say("reader-several", { count: names.length })}: `;
    return names && element("span", { text }, ...names.filter((one) => one !== id).map(linkOf));
  }

  // The quotation of a statement, as what opens it.
  function linkOf(id) {
    return element("button", { type: "button", className: "reader-link", text: `“${claims[id].quote}”`, click: () => open(id) });
  }

  function questionOf(id) {
    const options = choices(verdicts.map(([code, label]) => [code, element("b", { text: signed(code, label) })]));
    const fields = element("fieldset", {}, element("legend", { text: say("reader-ask") }), ...options.labels);
    const fold = element("details", { toggle: () => (explained = fold.open) }, element("summary", { text: say("reader-four") }), meanings());
    fold.open = explained;
    const problem = element("p", { className: "reader-problem", role: "status" });
    const judge = (verdict) => {
      answer(id, { verdict });
      open(id);
    };
    const submit = (event) => {
      event.preventDefault();
      if (options.value) judge(options.value);
      else problem.textContent = say("reader-choose");
    };
    const show = element("button", { className: "crossroads-main", text: say("reader-show") });
    const look = element("button", { type: "button", className: "reader-link", text: say("reader-look"), click: () => judge("") });
    return element("form", { submit }, fields, problem, element("div", { className: "reader-steps" }, show, look), fold);
  }

  function chip(code, label) {
    return element("b", { className: "reader-chip", text: signed(code, label), "data-verdict": code });
  }

  function recordOf(id) {
    const { verdict: code, reasoning, undecided, basis, evidence, outcomes } = record(id);
    const mine = judged(id)?.verdict;
    const compared = !judged(id) ? say("reader-not-yours") : !mine ? say("reader-looked") : code ? say(mine === code ? "reader-same" : "reader-differ") : "";
    const kept = element("small", { className: "reader-kept" });
    const parts = [
      element(
        "dl",
        { className: "reader-verdicts" },
        element("dt", { text: say("reader-record") }),
        element("dd", {}, chip(code || "undecided", code ? labels[code] : undecided)),
        mine && element("dt", { text: say("reader-your") }),
        mine && element("dd", {}, chip(mine, labels[mine])),
      ),
      element("p", { className: "reader-compared", role: "status" }, compared, compared && " ", kept),
      element("p", { text: reasoning }),
      element("p", { className: "reader-about", text: day === "now" ? (basis ?? content.basis) : changeOf(claims[id]) }),
      element(PART, { text: say("reader-evidence") }),
    ];
    const rows = element("ol", { className: "reader-evidence" });
    for (const { row, text: line, source, address } of evidence.map((place) => content.evidence[place])) {
      const link = linkTo(address, source || line);
      rows.append(element("li", {}, source || !link ? line : "", source && !link ? element("small", { text: source }) : source ? element("small", {}, link) : link, alsoOf(id, row)));
    }
    parts.push(evidence.length ? rows : element("p", { text: say("reader-no-evidence") }));
    if (outcomes.length) {
      const list = outcomes.map(({ head, reasoning: why }) => element("li", {}, element("b", { text: head }), ` ${why}`));
      parts.push(element(PART, { text: say("reader-outcomes") }), element("ul", {}, ...list));
    }
    return [...parts, chartOf(id), reasonOf(id, kept)];
  }

  // What was known of a statement on the article's day, beside what is known now.
  function changeOf({ now, then }) {
    const unchanged = ["verdict", "evidence", "outcomes"].every((part) => JSON.stringify(now[part]) === JSON.stringify(then[part]));
    return unchanged ? say("reader-then-same") : say("reader-then-known", { then: then.evidence.length, now: now.evidence.length });
  }

  function linkTo(address, text) {
    return /^https?:\/\//.test(address) && element("a", { href: address, rel: "noopener", target: "_blank", text });
  }

  // The other statements that a row of evidence is given for.
  function alsoOf(id, row) {
    const others = order.filter((other) => other !== id && claims[other].now.evidence.some((place) => content.evidence[place].row === row));
    if (!others.length) return "";
    const box = element("small", { className: "reader-also", text: `${say("reader-also")} ` });
    for (const other of others) {
      const { number, quote } = claims[other];
      const label = `${say("reader-mark", claims[other])}: “${quote}”`;
      add(box, "button", { type: "button", className: "reader-link", text: number, title: quote, "aria-label": label, click: () => open(other) });
      box.append(" ");
    }
    return box;
  }

  function chartOf(id) {
    const { name, choice, why } = claims[id].chart ?? {};
    const page = model.get("_pages")?.[name];
    if (!name || (addressed && !page)) return element("p", { className: "reader-about", text: why || say("reader-no-chart") });
    if (page) return element("a", { className: "crossroads-main reader-open", href: `${page}#${name}?${new URLSearchParams({ ...choice, claim: id })}`, text: say("reader-chart") });
    const click = () => {
      model.set("_open", { claim: id, press: crypto.randomUUID() });
      model.save_changes();
      leadTo(id);
    };
    return element("button", { type: "button", className: "crossroads-main reader-open", text: say("reader-chart"), click });
  }

  // The kernel puts the chart below: the focus follows it there, and comes back.
  function leadTo(id, tries = 50) {
    const follows = (node) => el.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
    const area = el.closest(".jp-OutputArea") ?? document;
    const body = [...area.querySelectorAll(".crossroads-body")].find(follows);
    if (!body) {
      if (tries) setTimeout(() => leadTo(id, tries - 1), 100);
      return;
    }
    const back = element("button", { type: "button", className: "reader-back", text: say("reader-return"), click: () => open(id) });
    body.parentElement.prepend(back);
    back.scrollIntoView({ block: "start" });
    body.querySelector("select, input:checked")?.focus();
  }

  function reasonOf(id, judgement) {
    const told = () => {
      const kept = same(model.get("_kept")[id], judged(id));
      const stateOf = (done) => (done ? say("reader-kept") : model.get("_problem") || say("reader-not-kept"));
      judgement.textContent = judged(id)?.verdict || (judged(id) && !kept) ? stateOf(kept) : "";
      const written = field.value || judged(id)?.reason;
      state.textContent = written ? stateOf(kept && field.value === judged(id)?.reason) : "";
    };
    const change = () => answer(id, { reason: field.value });
    const field = element("textarea", { rows: "2", "aria-label": say("reader-reason"), placeholder: say("reader-reason"), maxlength: "2000", input: told, change });
    field.value = judged(id)?.reason ?? "";
    const state = element("p", { className: "reader-kept", role: "status" });
    const click = () => {
      change();
      told();
    };
    const keep = element("button", { type: "button", text: say("reader-keep"), click });
    const box = element("div", { className: "reader-reason" }, field, element("div", { className: "reader-steps" }, keep, state));
    box.told = told;
    told();
    return box;
  }

  // What has been judged -----------------------------------------------------

  const progress = element("p", { className: "reader-progress", role: "status" });
  const filters = element("div", { className: "reader-filters", role: "group", "aria-label": say("reader-filter-label") });
  const days = element("fieldset", { className: "reader-day" }, element("legend", { text: say("reader-day") }));
  const dayChoices = choices([["then", content.day], ["now", say("reader-day-now")]], (name) => {
    day = name;
    if (opened) showPanel();
    refresh();
  });
  dayChoices.value = day;
  days.append(...dayChoices.labels);
  const changed = element("p", { className: "reader-about", role: "status" });
  if (content.day_note) days.append(element("details", {}, element("summary", { text: say("origin-date-note") }), element("p", { text: content.day_note })));
  days.append(changed);
  const different = element("details", { className: "reader-different" }, element("summary", { text: say("reader-difference") }));
  const list = element("ul");
  different.append(list);

  function refresh() {
    const done = order.filter((id) => judged(id)?.verdict);
    progress.textContent = say("reader-progress", { judged: done.length, all: order.length });
    const counts = new Map();
    for (const id of order.filter(seen)) counts.set(verdict(id), (counts.get(verdict(id)) ?? 0) + 1);
    if (filter && !counts.has(filter)) filter = "";
    const offered = [["", say("reader-filter-all")], ...verdicts.filter(([code]) => counts.has(code)).map(([code, label]) => [code, signed(code, say("reader-filter", { verdict: label, count: counts.get(code) }))])];
    const focused = filters.contains(document.activeElement) && document.activeElement.dataset.code;
    filters.replaceChildren(
      element("span", { text: say(coloured ? "reader-record" : "reader-filter-whose") }),
      ...offered.map(([code, words]) => {
        const click = () => {
          filter = code;
          refresh();
        };
        return element("button", { type: "button", text: words, "aria-pressed": String(code === filter), "data-code": code, "data-verdict": code, click });
      }),
    );
    filters.hidden = days.hidden = !counts.size;
    const later = order.filter((id) => seen(id) && claims[id].now.verdict && !claims[id].then.verdict).length;
    changed.textContent = day === "now" ? "" : say(later ? "reader-then-later" : "reader-then-decided", { count: later });
    if (typeof focused === "string") filters.querySelector(`[data-code="${focused}"]`)?.focus();
    for (const id of order) {
      const code = verdict(id);
      const off = Boolean(filter) && code !== filter;
      const mine = judged(id)?.verdict;
      const own = mine ? say("reader-mine", { verdict: labels[mine] }) : say(judged(id) ? "reader-seen" : "reader-unjudged");
      const told = !seen(id)
        ? own
        : `${own}; ${code === "undecided" ? record(id).undecided : say("reader-theirs", { verdict: labels[code] })}`;
      const mark = marks[id];
      mark.textContent = code ? (SIGNS[code] ?? "·") : claims[id].number;
      mark.setAttribute("aria-label", `${say("reader-mark", claims[id])}: ${told}`);
      mark.setAttribute("aria-current", String(id === opened));
      for (const node of [mark, squares[id]]) {
        node.dataset.verdict = code;
        node.classList.toggle("reader-off", off);
        node.classList.toggle("reader-looked", Boolean(seen(id) && !mine));
      }
    }
    for (const span of spans) {
      const names = span.dataset.claims.split(" ");
      const shown = names.includes(opened) ? opened : names.find((name) => verdict(name)) ?? names[0];
      span.dataset.verdict = verdict(shown);
      span.classList.toggle("reader-opened", names.includes(asked));
      span.classList.toggle("reader-off", Boolean(filter) && !names.some((name) => verdict(name) === filter));
    }
    const apart = done.filter((id) => record(id).verdict && record(id).verdict !== judged(id).verdict);
    list.replaceChildren(
      ...(apart.length
        ? apart.map((id) => {
            const both = `${say("reader-mine", { verdict: labels[judged(id).verdict] })}; ${say("reader-theirs", { verdict: labels[record(id).verdict] })}. `;
            return element("li", {}, linkOf(id), element("small", { text: both + record(id).reasoning }));
          })
        : [element("li", { text: say("reader-no-difference") })]),
    );
    different.hidden = !done.length;
  }

  el.classList.add("reader");
  el.classList.toggle("reader-part", !content.title);
  const title = content.title && element(HEAD, { className: "reader-title", text: content.title });
  el.replaceChildren(
    element("div", { className: "reader-head" }, title, coloured ? "" : element("p", { className: "reader-lead", text: content.lead }), element("div", { className: "reader-tools" }, progress, filters, days)),
    element("div", { className: "reader-columns" }, map, element("div", {}, text, element("p", { className: "reader-credit" }, `${content.credit} `, linkTo(content.address, content.address)), different), panel),
  );
  el.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opened) {
      event.stopPropagation();
      close();
    }
  });

  function update() {
    if (!opened && asked !== next()) showPanel();
    refresh();
    panel.querySelector(".reader-reason")?.told();
  }
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const size = () => {
    const width = el.clientWidth / rem;
    el.classList.toggle("reader-narrow", width < 46);
    el.classList.toggle("reader-middle", width >= 46 && width < 58);
    tellPage();
  };
  const sized = new ResizeObserver(size);
  sized.observe(el);
  // On a page of its own the panel ends where the window does, wherever the page stands.
  const fit = () => {
    const { top } = panel.getBoundingClientRect();
    panel.style.setProperty("--room", `${innerHeight - Math.max(top, 8) - 8}px`);
  };
  if (addressed) for (const event of ["scroll", "resize"]) addEventListener(event, fit, { passive: true });
  size();
  showPanel();
  const unfollow = follow(model, ["value", "_kept", "_problem"], update, saved.remove);
  if (addressed) fit();
  const openNamed = (focus) => {
    const named = location.hash.slice(1);
    if (addressed && Object.hasOwn(claims, named)) open(named, { focus });
  };
  const moved = () => openNamed(true);
  openNamed(false);
  addEventListener("hashchange", moved);
  return () => {
    for (const [event, act] of [["hashchange", moved], ["scroll", fit], ["resize", fit]]) removeEventListener(event, act);
    sized.disconnect();
    unfollow();
  };
}

export default { render };
