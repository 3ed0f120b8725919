// One stance at a time: its evidence, the codebook, a level and a reason to choose.

const NO_LEVEL = "none";

function render({ model, el }) {
  const say = begin(model, el);
  const group = unique();
  const form = add(el, "form", { submit });

  const menus = add(form, "div", { className: "crossroads-controls" });
  const menu = (words, change) => {
    const label = add(menus, "label", { className: "crossroads-menu" }, element("span", { text: words }));
    return add(label, "select", { change });
  };
  const issues = menu(say("recode-issue"), () => {
    model.set("issue", issues.value);
    model.save_changes();
  });
  for (const [value, words] of model.get("_issues")) add(issues, "option", { value, text: words });
  const rows = menu(say("recode-stance"), () => showItem());

  const card = add(form, "div", { className: "crossroads-veil" });
  const evidence = add(card, "p", { className: "crossroads-question" });
  const source = add(card, "p", { className: "crossroads-source" });
  const levels = add(form, "fieldset");
  add(levels, "legend", { className: "crossroads-prompt", text: say("recode-which-level") });
  const listed = add(levels, "div", { className: "crossroads-choices" });
  const field = add(form, "div", { className: "crossroads-field" });
  add(field, "label", { for: `${group}-reason`, text: say("recode-reason") });
  const reason = add(field, "textarea", { id: `${group}-reason`, maxlength: 1000 });
  const buttons = add(form, "p");
  add(buttons, "button", { type: "submit", className: "crossroads-main", text: say("recode-save") });
  buttons.append(" ");
  const back = add(buttons, "button", { type: "button", text: say("recode-take-back"), click: takeBack });
  const saved = keeper(model, () => changed(), "keep-gone-typed");
  form.append(saved.node);
  const message = add(form, "p", { className: "crossroads-message", role: "status" });
  const answer = add(form, "details");
  add(answer, "summary", { text: say("recode-module") });
  const module = add(answer, "p");

  const item = () => model.get("_items").find((one) => one.id === rows.value);
  let options = choices([]);

  const showItem = () => {
    const one = item();
    card.hidden = levels.hidden = !one;
    answer.open = false;
    if (!one) return;
    evidence.textContent = one.evidence;
    source.textContent = one.source;
    module.textContent = one.coded;
    const book = model.get("_codebook")[one.issue] ?? [];
    const known = [...book, [NO_LEVEL, say("recode-no-level"), ""]];
    options = choices(known.map(([level, words, definition]) => [level, element("strong", { text: words }), definition && `: ${definition}`]));
    listed.replaceChildren(...options.labels);
    reason.value = "";
    showSaved();
  };
  const showSaved = () => {
    const version = model.get("value")[rows.value];
    message.textContent = saved.say(model.get("_messages")[rows.value] ?? "");
    back.hidden = !version;
    if (!version) return;
    options.value = version.level ?? NO_LEVEL;
    reason.value = version.reason;
  };
  const showRows = (start) => {
    issues.value = model.get("issue");
    rows.replaceChildren();
    for (const one of model.get("_items")) {
      if (one.issue === issues.value) add(rows, "option", { value: one.id, text: one.name });
    }
    if (start) rows.value = start;
    showItem();
  };
  // What was typed stays where it is until the kernel has it.
  let taking = "";
  const changed = () => {
    if (saved.state()) message.textContent = saved.say("");
    else if (taking === rows.value && !model.get("value")[taking]) showItem();
    else showSaved();
    if (!saved.state()) taking = "";
  };

  function submit(event) {
    event.preventDefault();
    if (!options.value) {
      message.textContent = say("recode-choose-first");
      return;
    }
    if (!reason.value.trim()) {
      message.textContent = say("recode-not-saved", { trouble: say("recode-write-reason") });
      reason.focus();
      return;
    }
    const level = options.value === NO_LEVEL ? null : Number(options.value);
    saved.ask({ value: { ...model.get("value"), [rows.value]: { level, reason: reason.value.trim() } } });
  }
  function takeBack() {
    const { [rows.value]: _, ...others } = model.get("value");
    saved.ask({ value: others });
    taking = rows.value;
    rows.focus();
  }
  const unfollow = follow(model, ["value", "_messages"], changed);
  const moved = follow(model, ["issue"], () => showRows(""), unfollow, saved.remove);
  showRows(model.get("_start"));
  return moved;
}

export default { render };
