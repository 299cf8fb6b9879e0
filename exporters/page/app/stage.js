// The part of the page with the canvas: its buttons, keys and legend.
import { dot } from "./colours.js";
import { announce, el, replace } from "./dom.js";
import { plural } from "./filters.js";
import { icon } from "./icons.js";
import { createScene, hasWebGL } from "./scene.js";
import { MOST_LINES } from "./strongest.js";
import { go, link } from "./state.js";
import { count } from "./words.js";

const STEP = 0.12;
const KEYS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };

export function createStage(chosen) {
  const canvas = el("div", { class: "canvas", id: "canvas", tabindex: "0", role: "application", "aria-roledescription": "graph" });
  const legend = el("ul", { class: "key", "aria-label": "Colours" });
  const element = el("section", { class: "stage", id: "stage", "aria-label": "Graph" }, canvas, legend);
  // Paper shows no WebGL: there a copy stands for it.
  const printed = el("canvas", { class: "printed", "aria-hidden": "true" });
  element.append(printed);
  const stage = { element, canvas, legend, scene: undefined, key: "" };
  stage.paper = () => {
    stage.scene?.theme();
    if (!element.hidden) stage.scene?.copyTo(printed);
  };
  stage.screen = () => stage.scene?.theme();
  stage.start = () => start(stage, chosen);
  stage.show = (drawing, key, marked, focus) => show(stage, drawing, { key, marked, focus });
  return stage;
}

/** The canvas needs to stand on the page before it can be drawn on. */
function start(stage, chosen) {
  if (!hasWebGL()) {
    replace(
      stage.element,
      el(
        "p",
        { class: "empty" },
        "This browser cannot draw the graph (it has no WebGL). ",
        el("a", { href: link({ view: "list" }) }, "The list"),
        " tells the same.",
      ),
    );
    return;
  }
  stage.scene = createScene(stage.canvas, { onNode: chosen, onStage: () => go({ node: "", with: "" }) });
  stage.canvas.addEventListener("keydown", (event) => key(stage.scene, event));
  stage.element.append(buttons(stage.scene));
}

function buttons(scene) {
  const button = (name, label, click) =>
    el("button", { type: "button", class: "icon", "aria-label": label, title: label, on: { click } }, icon(name));
  return el(
    "div",
    { class: "zoom" },
    button("in", "Zoom in", () => scene.zoom(1.5)),
    button("out", "Zoom out", () => scene.zoom(1 / 1.5)),
    button("all", "Show all of it", () => scene.fit()),
  );
}

function key(scene, event) {
  const zoom = { "+": 1.5, "=": 1.5, "-": 1 / 1.5 }[event.key];
  if (KEYS[event.key]) scene.pan(...KEYS[event.key]);
  else if (zoom) scene.zoom(zoom);
  else if (event.key === "0") scene.fit();
  else return;
  event.preventDefault();
}

/** Draw anew when `key`, which names what is drawn, is another; otherwise only mark. */
function show(stage, drawing, { key: name, marked, focus }) {
  if (!stage.scene) return;
  stage.scene.shown();
  if (stage.key === name) {
    stage.scene.mark(marked);
    if (focus) stage.scene.focus();
    return;
  }
  stage.key = name;
  document.body.dataset.state = "settling";
  const drawn = drawing();
  label(stage, drawn);
  stage.scene.draw(drawn, {
    marked,
    done() {
      document.body.dataset.state = "ready";
      performance.mark("skillgraph-settled");
      if (focus) stage.scene.focus();
    },
  });
  if (!performance.getEntriesByName("skillgraph-first-draw").length) requestAnimationFrame(() => performance.mark("skillgraph-first-draw"));
}

function label(stage, { nodes, edges }) {
  const kinds = new Map();
  for (const one of nodes) kinds.set(one.kind, (kinds.get(one.kind) ?? 0) + 1);
  const facts = `${count(nodes.size, "node")} and ${count(edges.size, "line")}`;
  stage.canvas.setAttribute(
    "aria-label",
    `Graph of ${facts}. Arrow keys move the view, plus and minus zoom, 0 shows all of it. The list view tells the same in tables.`,
  );
  replace(
    stage.legend,
    [...kinds.keys()].sort().map((kind) => el("li", {}, dot(kind), plural(kind))),
  );
  stage.legend.hidden = nodes.size === 0;
  stage.element.dataset.nodes = nodes.size;
  stage.element.dataset.edges = edges.size;
  stage.element.querySelector(".nothing")?.remove();
  if (edges.size > MOST_LINES)
    stage.legend.append(
      el("li", {}, `${count(MOST_LINES, "line")} of ${edges.size.toLocaleString("en")}: choose a node to see all of its`),
    );
  if (!nodes.size) stage.element.append(el("p", { class: "empty nothing" }, "Nothing passes these filters."));
  announce(`${facts} shown`);
}
