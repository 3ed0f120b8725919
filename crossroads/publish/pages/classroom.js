// The classroom view: large type, code folded, one step at a time. A step is a
// cell, unless the page says that it leads to the next; a heading starts a new
// screen. Page Down, which presenters' remote controls send, shows what is still
// below the edge, then the next step.

const EDGE = 24; // pixels above an explorer and below its chart

function classroom() {
  const said = JSON.parse(document.body.dataset.said);
  const cells = [...document.querySelectorAll("main > .cell")];
  const starts = (cell) => cell.matches(".markdown") && cell.querySelector("h1, h2") !== null;
  const chart = (cell) => cell.querySelector('[data-widget="explorer"]') !== null;
  const leads = (cell) => "leads" in cell.dataset;
  const steps = cells.filter((cell) => !leads(cell));
  const button = (message, click) => element("button", { type: "button", text: said[message], click });
  let step = null;

  const count = element("span");
  const back = button("page-step-back", () => go(step - 1));
  const next = button("page-step-next", on);
  const parts = [back, next, count, button("page-leave", leave)];
  const bar = add(document.body, "div", { className: "bar", hidden: "", role: "group", "aria-label": said["page-class"] }, ...parts);

  // What is below the edge comes first. A chart is whole on the screen; its source can wait.
  function on() {
    const frame = steps[step].querySelector(".crossroads-frame");
    const below = (frame ?? steps[step]).getBoundingClientRect().bottom - bar.getBoundingClientRect().top;
    if (below > (frame ? 1 : EDGE)) scrollBy(0, Math.min(below + EDGE, 0.8 * innerHeight));
    else go(step + 1);
  }

  // As much on every screen, whatever its size: what fits on 853 by 480 at a desk.
  const enlarge = () =>
    document.documentElement.style.setProperty(
      "--enlarged", Math.min(Math.max(Math.min(innerWidth / 853, innerHeight / 480), 1.2), 3),
    );

  // A chart is as large as the screen has room for below its words, and never
  // smaller than a reader at a desk has it.
  function fit(body) {
    const frame = body.querySelector(".crossroads-frame");
    frame.style.zoom = "";
    if (step === null) return;
    const zoom = frame.currentCSSZoom ?? 1;
    const room = innerHeight - bar.offsetHeight - EDGE - frame.offsetTop * zoom;
    const wanted = room / parseFloat(frame.firstChild.style.minHeight);
    frame.style.zoom = Math.min(Math.max(wanted, 1), zoom) / zoom;
  }
  const sizes = new ResizeObserver((entries) => entries.forEach((one) => fit(one.target)));
  document.addEventListener("opened", ({ target }) => sizes.observe(target.querySelector(".crossroads-body")));
  addEventListener("resize", enlarge);
  addEventListener("resize", () => document.querySelectorAll(".crossroads-body").forEach(fit));

  function go(to) {
    step = Math.max(0, Math.min(to, steps.length - 1));
    const last = cells.indexOf(steps[step]);
    let first = last;
    while (first > 0 && !starts(cells[first])) first -= 1;
    // A table that stands open would push what is said of its chart away from it.
    for (const cell of cells.slice(first, last)) cell.querySelectorAll(".crossroads-fold").forEach((one) => (one.open = false));
    const fresh = cells.slice(first, last).every(leads);
    cells.forEach((cell, number) => (cell.hidden = number < first || number > last));
    count.textContent = said["page-step"].replace("{step}", step + 1).replace("{steps}", steps.length);
    back.disabled = step === 0;
    next.disabled = step === steps.length - 1;
    // The eye, and the screen reader, go to what is new.
    steps[step].tabIndex = -1;
    steps[step].focus({ preventScroll: true });
    steps[step].scrollIntoView({ block: fresh ? "start" : "nearest" });
    if (fresh && !chart(steps[step])) scrollTo(0, 0);
  }
  function enter() {
    enlarge();
    document.documentElement.classList.add("class");
    for (const code of document.querySelectorAll("details.code")) code.open = false;
    bar.hidden = false;
    go(0);
  }
  function leave() {
    document.documentElement.classList.remove("class");
    bar.hidden = true;
    for (const cell of cells) cell.hidden = false;
    steps[step].scrollIntoView();
    steps[step].focus();
    step = null;
  }

  addEventListener("keydown", (event) => {
    if (step === null || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    // An arrow in a control, or in something that scrolls, belongs to it.
    const own = event.target.closest("input, select, textarea, summary, [tabindex='0']");
    const moves = { PageDown: 1, PageUp: -1, ...(own ? {} : { ArrowRight: 1, ArrowLeft: -1 }) };
    if (event.key === "Escape") leave();
    else if (moves[event.key]) {
      event.preventDefault();
      moves[event.key] > 0 ? on() : go(step - 1);
    }
  });

  document.querySelector(".tools")?.append(button("page-class", enter), " ", button("page-print", () => print()));
  add(document.querySelector("footer"), "p", {}, button("page-forget", forget));
  if (new URLSearchParams(location.search).get("view") === "class") enter();
}
