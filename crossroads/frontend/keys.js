// Stands before every widget's own script: keeps the keys that a learner
// presses in a widget from JupyterLab's own shortcuts.
function keepKeys(root) {
  root.classList.add("crossroads");
  // JupyterLab takes arrow keys and letters (ipywidgets#3912), unless the
  // very element that has the focus says no; on an element around it the
  // attribute comes too late.
  root.addEventListener("focusin", (event) => event.target.setAttribute("data-lm-suppress-shortcuts", "true"));
  // JupyterLab 4.6 swallows every line break typed inside a cell; what does
  // not reach the field's own listeners is not swallowed.
  const keepBreaks = (event) => event.inputType === "insertLineBreak" && event.stopPropagation();
  root.addEventListener("beforeinput", keepBreaks, { capture: true });
}

