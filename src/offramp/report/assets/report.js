"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const dataOf = (id) => JSON.parse(byId(id).textContent);
  const base = dataOf("chart-config");
  const views = new Map();
  let span = null;
  let picked = "";
  const NARROW = 560;
  const GAP = 22;
  const SPARE = 16;

  // Tooltips are plain text: one line of the text to a line of the box.
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  document.body.append(tip);

  function showTip(handler, event, item, value) {
    if (value === null || value === undefined || value === "") {
      tip.hidden = true;
      return;
    }
    tip.replaceChildren(...String(value).split("\n").map((line) => {
      const row = document.createElement("div");
      row.textContent = line;
      return row;
    }));
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    const left = Math.min(event.clientX + 14, window.innerWidth - box.width - 8);
    const above = event.clientY - box.height - 12;
    tip.style.left = `${Math.max(left, 8)}px`;
    tip.style.top = `${above > 8 ? above : event.clientY + 18}px`;
  }

  function sized(spec, width) {
    const fit = spec.usermeta.fit;
    const gutter = width < NARROW ? fit.narrow : fit.gutter;
    const room = width - SPARE;
    let columns = 1;
    if (fit.most > 1) {
      const panel = fit.least + GAP;
      columns = Math.max(1, Math.min(fit.most, Math.floor((room + GAP) / panel)));
    }
    const axes = fit.each ? gutter * columns : gutter;
    const inner = Math.max(80, Math.floor((room - axes - GAP * (columns - 1)) / columns));
    if (spec.vconcat) {
      spec.vconcat.forEach((view) => { view.width = inner; });
    } else if (spec.facet) {
      spec.spec.width = inner;
      if (spec.columns) {
        spec.columns = columns;
      }
      spec.spacing = { row: fit.each ? 30 : 24, column: fit.each ? gutter + GAP : GAP };
    } else {
      spec.width = inner;
    }
    const config = JSON.parse(JSON.stringify(base));
    Object.assign(config.axisY, {
      minExtent: gutter, maxExtent: gutter, labelLimit: gutter - 4,
    });
    if (width < NARROW && spec.vconcat) {
      // There is no room for names beside the marks; the panel below has them.
      const [ladder] = spec.vconcat;
      ladder.layer = ladder.layer.filter((layer) => layer.mark.type !== "text");
    }
    if (width < NARROW) {
      config.axis.labelFontSize = 10.5;
    }
    Object.assign(config.header, { labelLimit: inner });
    return [spec, config];
  }

  async function draw(plot) {
    const name = plot.dataset.chart;
    const width = Math.floor(plot.getBoundingClientRect().width);
    const old = views.get(name);
    if (width < 60 || (old && old.width === width)) {
      return;
    }
    const [spec, config] = sized(dataOf(`spec-${name}`), width);
    if (spec.usermeta.opens && span) {
      // The brush lives inside a part of the chart, out of reach: it is drawn anew.
      spec.vconcat.at(-1).params[0].value.x = span;
    }
    const drawn = await window.vegaEmbed(plot, spec, {
      mode: "vega-lite", ast: true, actions: false, renderer: "svg", config, tooltip: showTip,
      defaultStyle: false, hover: false, logLevel: 1,
    });
    if (old) {
      old.finalize();
    }
    views.set(name, { view: drawn.view, width, finalize: drawn.finalize });
    if (spec.usermeta.opens) {
      drawn.view.addEventListener("click", (event, item) => {
        if (item && item.datum && item.datum.key) {
          pick(item.datum.key, name);
        }
      });
      mark(name);
    }
  }

  // The charts' script is packed to keep the page small. The policy names it by its hash: only
  // that very script runs when it is put into the page.
  async function unpack() {
    const bytes = Uint8Array.from(atob(byId("packed").textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.append(script);
  }

  async function drawAll() {
    for (const plot of document.querySelectorAll(".plot[data-chart]")) {
      try {
        await draw(plot);
      } catch (error) {
        plot.classList.add("failed");
        plot.textContent = "This chart could not be drawn; its table is below.";
        console.error(error);
      }
    }
    document.documentElement.dataset.drawn = "yes";
  }

  // The panel under the ladder shows one act or signal, copied from the table below it.
  const panel = byId("picked");
  const rows = [...document.querySelectorAll("tr[data-entry]")];
  const times = rows.map((row) => row.id).reverse();

  function mark(name) {
    const kept = views.get(name);
    if (kept) {
      kept.view.signal("picked", picked).runAsync();
    }
  }

  function pick(key) {
    const row = byId(key);
    if (!panel || !row) {
      return;
    }
    picked = key;
    panel.hidden = false;
    const body = panel.querySelector(".body");
    body.replaceChildren(...[...row.children].map((cell) => {
      const part = document.createElement("div");
      part.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
      return part;
    }));
    mark("ladder");
  }

  function step(by) {
    const at = times.indexOf(picked);
    const next = at < 0 ? times.length - 1 : Math.min(Math.max(at + by, 0), times.length - 1);
    pick(times[next]);
  }

  if (panel) {
    pick(panel.dataset.first);
    byId("earlier").addEventListener("click", () => step(-1));
    byId("later").addEventListener("click", () => step(1));
    panel.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        event.preventDefault();
        step(event.key === "ArrowLeft" ? -1 : 1);
      }
    });
  }

  document.querySelectorAll("button[data-from]").forEach((button) => {
    button.addEventListener("click", () => {
      span = [Number(button.dataset.from), Number(button.dataset.to)];
      views.get("ladder")?.finalize();
      views.delete("ladder");
      draw(byId("figure-ladder").querySelector(".plot"));
      document.querySelectorAll("button[data-from]").forEach((other) => {
        other.setAttribute("aria-pressed", String(other === button));
      });
    });
  });

  const links = new Map([...document.querySelectorAll("nav.toc a")].map(
    (link) => [link.getAttribute("href").slice(1), link],
  ));
  if ("IntersectionObserver" in window && links.size) {
    const watcher = new IntersectionObserver((seen) => {
      for (const one of seen.filter((entry) => entry.isIntersecting)) {
        links.forEach((link, id) => link.setAttribute("aria-current", String(id === one.target.id)));
      }
    }, { rootMargin: "-10% 0px -75% 0px" });
    document.querySelectorAll("main > section").forEach((section) => watcher.observe(section));
  }

  let waiting = 0;
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    // A phone's address bar changes the height while scrolling; only the width matters.
    if (window.innerWidth === width) {
      return;
    }
    width = window.innerWidth;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(drawAll, 200);
  });
  // Without the script each chart says by itself that it cannot be drawn.
  unpack().catch(console.error).finally(drawAll);
})();
