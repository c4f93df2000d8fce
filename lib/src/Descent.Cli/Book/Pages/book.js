// Draws the charts of a page, as wide as there is room and in the colours of the reader's theme, and opens the list of sections
// where there is room for it beside the text.
"use strict";
(() => {
  const plots = [...document.querySelectorAll(".chart")];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const wide = matchMedia("(min-width: 72rem)");
  const naturalWidth = 700;
  const phoneRoom = 560;
  const phoneTitleSize = 15;
  const paperRoom = 640;

  const inkOf = element => getComputedStyle(element).color;

  // plotly.js cuts off a title that is wider than its figure: break it between words instead.
  const wrap = (text, letters) => text.split("<br>").map(line => {
    let length = 0;
    return line.split(" ").reduce((lines, word) => {
      const size = word.replace(/<[^>]*>/g, "").length;
      length += size + 1;
      if (!lines || length <= letters) return lines ? `${lines} ${word}` : word;
      length = size;
      return `${lines}<br>${word}`;
    }, "");
  }).join("<br>");

  const linesOf = text => text.split("<br>").length;

  // Pictures under headings keep their size, since the headings do; everything else shrinks with the page.
  const keepsSize = layout => (layout.images || []).length > 0 && (layout.annotations || []).length > 0;

  const shrink = (layout, room) => {
    const width = layout.width || naturalWidth;
    if (room >= width || keepsSize(layout)) return;
    const scale = room / width, margin = layout.margin || {}, title = layout.title;
    layout.width = room;
    if ((layout.images || []).length > 0) layout.height = Math.round(layout.height * scale + 60 * (1 - scale));
    layout.margin = room < phoneRoom ? { ...margin, l: Math.min(margin.l ?? 60, 50), r: Math.min(margin.r ?? 30, 12) } : { ...margin };
    if (title && title.text) {
      const letters = Math.floor(room / 8.5), before = linesOf(title.text);
      layout.title = { ...title, text: wrap(title.text, letters), font: { ...title.font, size: phoneTitleSize } };
      layout.margin.t = (margin.t ?? 60) + 18 * (linesOf(layout.title.text) - before);
      for (const slider of layout.sliders || [])
        for (const step of slider.steps)
          if (step.args[1] && step.args[1]["title.text"]) step.args[1]["title.text"] = wrap(step.args[1]["title.text"], letters);
    }
    if (room < phoneRoom && layout.showlegend !== false)
      layout.legend = { ...layout.legend, orientation: "h", x: 0, y: -0.25, yanchor: "top" };
    for (const axis of Object.keys(layout).filter(name => /^[xy]axis\d*$/.test(name))) {
      const axisTitle = layout[axis].title;
      if (axisTitle && axisTitle.text) layout[axis] = { ...layout[axis], title: { ...axisTitle, text: wrap(axisTitle.text, Math.floor(room / 9)) } };
    }
  };

  const draw = plot => {
    const { data, layout, config } = JSON.parse(plot.nextElementSibling.textContent);
    const room = Math.floor(plot.parentElement.clientWidth);
    shrink(layout, room);
    layout.font = { ...layout.font, color: inkOf(plot) };
    plot.style.minHeight = "";
    plot.style.maxWidth = keepsSize(layout) ? "none" : plot.style.maxWidth;
    plot.dataset.room = room;
    return Plotly.react(plot, data, layout, { ...config, displayModeBar: room < naturalWidth ? false : "hover" });
  };

  const drawAll = async () => {
    for (const plot of plots) await draw(plot);
  };

  let waiting;
  const redrawLater = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => plots.filter(plot => +plot.dataset.room !== Math.floor(plot.parentElement.clientWidth)).forEach(draw), 200);
  };

  const recolour = () => plots.forEach(plot => Plotly.relayout(plot, { "font.color": inkOf(plot) }));

  // plotly.js listens to the mouse only: the arrow keys move a chart's slider to its next or last step.
  const slide = event => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key], plot = event.currentTarget, slider = (plot.layout.sliders || [])[0];
    if (!by || !slider) return;
    event.preventDefault();
    const active = Math.max(0, Math.min(slider.steps.length - 1, (slider.active || 0) + by)), step = slider.steps[active];
    Plotly.relayout(plot, { "sliders[0].active": active }).then(() => Plotly[step.method](plot, ...step.args));
  };

  const sections = document.querySelector(".sections details");
  const openSections = () => { if (sections) sections.open = wide.matches; };

  openSections();
  wide.addEventListener("change", openSections);
  if (plots.length === 0) return;
  drawAll();
  dark.addEventListener("change", recolour);
  addEventListener("resize", redrawLater);
  addEventListener("beforeprint", () => plots.forEach(plot => {
    Plotly.relayout(plot, { "font.color": "#000000" });
    plot.style.zoom = Math.min(1, paperRoom / plot.scrollWidth);
  }));
  addEventListener("afterprint", () => {
    plots.forEach(plot => plot.style.zoom = "");
    recolour();
  });
  plots.forEach(plot => plot.addEventListener("keydown", slide));
})();
