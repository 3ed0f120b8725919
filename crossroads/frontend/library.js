// The chart library: each script of it once a page, whichever explorer comes first, whichever
// notebook. It comes ahead of the first chart, and is ready when that is.

async function unpack(bytes) {
  const script = await inflated(bytes).text();
  // As a module of its own, so that no loader of the page around catches it.
  const code = `const module = { exports: {} }, exports = module.exports;\n${script}\nexport default module.exports;`;
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  try {
    return (await import(address)).default;
  } finally {
    URL.revokeObjectURL(address);
  }
}

// The letters of the pages, in JupyterLab, too.
async function dress(fonts) {
  for (const [family, bytes] of Object.entries(fonts)) {
    const face = new FontFace(family, bytes, { weight: "200 900" });
    await face.load().then(() => document.fonts.add(face), console.error);
  }
}

// Gives a promise of the script that a widget carries.
function carried(carrier) {
  globalThis.crossroadsPlotly ??= {};
  // Words are measured when a chart is drawn: in the letters that they will have.
  const whole = () => Promise.all([unpack(carrier.get("source")), dress(carrier.get("fonts"))]);
  return (globalThis.crossroadsPlotly[carrier.get("name")] ??= whole().then(([script]) => script));
}
