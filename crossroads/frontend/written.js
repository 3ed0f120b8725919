// A few fields of text, saved when the reader leaves one or presses the button.

function render({ model, el }) {
  keepKeys(el);
  keepListening(model);
  const form = document.createElement("form");
  const areas = model.get("_fields").map(([name, words]) => {
    const label = Object.assign(document.createElement("label"), { className: "crossroads-written" });
    const span = Object.assign(document.createElement("span"), { textContent: words });
    const area = Object.assign(document.createElement("textarea"), { rows: 2 });
    area.addEventListener("change", () => keep());
    label.append(span, area);
    form.append(label);
    return { name, area };
  });
  const button = Object.assign(document.createElement("button"), {
    type: "submit",
    className: "crossroads-main",
    textContent: "Save my forecast",
  });
  const message = Object.assign(document.createElement("p"), { className: "crossroads-message" });
  message.setAttribute("role", "status");
  form.append(button, message);
  el.replaceChildren(form);

  const keep = () => {
    model.set("value", Object.fromEntries(areas.map(({ name, area }) => [name, area.value])));
    model.save_changes();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep();
  });
  const restore = () => {
    const value = model.get("value");
    for (const { name, area } of areas) {
      if (area !== document.activeElement) area.value = value[name] ?? "";
    }
  };
  const update = () => (message.textContent = model.get("_message"));
  model.on("change:value", restore);
  model.on("change:_message", update);
  restore();
  update();
  return () => {
    model.off("change:value", restore);
    model.off("change:_message", update);
  };
}

export default { render };
