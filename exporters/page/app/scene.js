// The canvas: draws a drawing with sigma.js and tells what was clicked.
import { lookOf, palette, shade } from "./colours.js";
import { visible } from "./dom.js";
import { seed, settle } from "./layout.js";
import { Sigma, UndirectedGraph } from "./libraries.js";
import { programs, watchMotion } from "./motion.js";
import { strongest } from "./strongest.js";

const FONT = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';
const MANY_EDGES = 12000;
const MANY_NODES = 4000;

export function hasWebGL() {
  return Boolean(document.createElement("canvas").getContext("webgl2"));
}

export function createScene(container, { onNode, onStage }) {
  const scene = {
    colors: palette(),
    marked: new Set(),
    near: new Set(),
    trail: new Set(),
    moving: false,
    sparing: false,
    most: Infinity,
    hovered: undefined,
    labels: [],
    left: [],
    added: [],
    stop: () => {},
    drawn: undefined,
  };
  const sigma = new Sigma(new UndirectedGraph(), container, settings(scene));
  watchMotion(scene, sigma);
  sigma.on("clickNode", ({ node }) => onNode(node));
  sigma.on("clickStage", onStage);
  sigma.on("beforeRender", () => (scene.labels = []));
  sigma.on("afterRender", () => drawLabels(scene, sigma));
  sigma.on("enterNode", ({ node }) => hover(scene, sigma, node));
  sigma.on("leaveNode", () => hover(scene, sigma, undefined));
  return {
    sigma,
    draw: (drawing, state) => draw(scene, sigma, drawing, state),
    mark: (marks) => mark(scene, sigma, marks),
    theme() {
      scene.colors = palette();
      if (scene.drawn) recolor(scene, sigma);
    },
    shown() {
      sigma.resize();
      sigma.refresh();
    },
    fit: () => sigma.getCamera().animatedReset({ duration: motion(300) }),
    zoom: (factor) => sigma.getCamera().animate({ ratio: sigma.getCamera().ratio / factor }, { duration: motion(200) }),
    pan(x, y) {
      const camera = sigma.getCamera();
      camera.setState({ x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio });
    },
    focus: () => focus(scene, sigma),
    copyTo(canvas) {
      copy(sigma, canvas);
    },
    place(id) {
      const place = sigma.getNodeDisplayData(id);
      return place && sigma.framedGraphToViewport(place);
    },
  };
}

/** Draw what is seen on a plain canvas; what WebGL has drawn can be read only until the next task. */
function copy(sigma, canvas) {
  sigma.render();
  const layers = Object.values(sigma.getCanvases()).filter((one) => one.width && one.height);
  [canvas.width, canvas.height] = [layers[0].width, layers[0].height];
  const context = canvas.getContext("2d");
  for (const one of layers) context.drawImage(one, 0, 0, canvas.width, canvas.height);
}

/** Move the camera to what is marked and its neighbours. */
function focus(scene, sigma) {
  const places = [...scene.marked, ...scene.near].map((id) => sigma.getNodeDisplayData(id)).filter(Boolean);
  if (!places.length) return;
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const { width, height } = sigma.getDimensions();
  const short = Math.min(width, height);
  // The right edge keeps room for a label.
  const ratio = Math.min(1, Math.max(0.4, ((right - left) * 1.3 * short) / width + 0.08, ((bottom - top) * 1.25 * short) / height));
  sigma.getCamera().animate({ x: (left + right) / 2 + 0.06 * ratio, y: (top + bottom) / 2, ratio }, { duration: motion(400) });
}

function motion(milliseconds) {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : milliseconds;
}

function settings(scene) {
  return {
    ...programs(scene),
    allowInvalidContainer: true,
    labelFont: FONT,
    labelDensity: 3,
    labelGridCellSize: 90,
    labelRenderedSizeThreshold: 3.4,
    stagePadding: 48,
    minEdgeThickness: 1,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    zIndex: true,
    defaultDrawNodeLabel: (context, data) => scene.labels.push({ context, data: { ...data } }),
    defaultDrawNodeHover: (context, data) => drawHover(context, data, scene),
    nodeReducer: (id, data) => reduceNode(scene, id, data),
    edgeReducer: (id, data) => reduceEdge(scene, id, data),
  };
}

/** Draw; `done` is called when every node has its place. */
function draw(scene, sigma, drawing, { marked, done }) {
  scene.stop();
  const { drawn, left } = strongest(drawing.edges.values());
  const { width, height } = sigma.getDimensions();
  // On a small screen everything is smaller, or it would cover everything else.
  scene.room = Math.max(0.5, Math.min(1, Math.sqrt((width * height) / (800 * 650))));
  const graph = graphOf(scene, drawing, drawn);
  let attached = false;
  let settled = false;
  const finished = () => {
    settled = true;
    if (attached) done();
  };
  scene.stop = settle(graph, drawing, { quick: !slow(), done: finished });
  spare(scene, sigma, graph);
  scene.drawn = graph;
  scene.left = left;
  scene.added = [];
  setMarks(scene, graph, marked);
  sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  sigma.setGraph(graph);
  attached = true;
  if (settled) done();
}

/** Say what is left out while the picture moves; sigma reads its whole graph anew after a setting, so only when it changes, and before. */
function spare(scene, sigma, graph) {
  scene.sparing = graph.size > (slow() ? 1500 : MANY_EDGES) || graph.order > (slow() ? 1500 : MANY_NODES);
  scene.most = slow() ? 4000 : 40_000;
  if (sigma.getSetting("hideLabelsOnMove") !== scene.sparing) sigma.setSetting("hideLabelsOnMove", scene.sparing);
}

let software;

/** Whether the browser draws without a graphics card. */
function slow() {
  if (software === undefined) {
    const context = document.createElement("canvas").getContext("webgl2");
    const named = context?.getExtension("WEBGL_debug_renderer_info");
    software = /swiftshader|llvmpipe|software/i.test(named ? context.getParameter(named.UNMASKED_RENDERER_WEBGL) : "");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return software;
}

function graphOf(scene, drawing, edges) {
  const graph = new UndirectedGraph();
  const places = seed(drawing);
  const degrees = new Map();
  for (const { a, b } of drawing.edges.values()) for (const one of [a, b]) degrees.set(one, (degrees.get(one) ?? 0) + 1);
  const people = [...drawing.nodes].filter((one) => one.kind === "Person").length;
  for (const one of drawing.nodes) {
    const place = places.get(one) ?? places.get(drawing.anchors.get(one)) ?? { x: 0, y: 0 };
    graph.addNode(one.id, { ...place, ...lookFor(scene, one, degrees.get(one) ?? 0, { drawing, people }) });
  }
  for (const edge of edges) addLine(scene, graph, edge);
  return graph;
}

function addLine(scene, graph, { a, b, kind }) {
  return graph.addEdge(a.id, b.id, { kind, size: kind === "demonstrated" ? 1.3 : 0.9, color: scene.colors.edges[kind], zIndex: 0 });
}

function lookFor(scene, one, degree, { drawing, people }) {
  const order = drawing.nodes.size;
  const look = lookOf(one.kind);
  const weight = one.kind === "Person" || one.kind === "Position" ? 1 : 0.55 + Math.min(0.9, 0.22 * Math.log2(1 + degree));
  const crowd = Math.max(0.35, Math.min(1, Math.sqrt(650 / order))) * scene.room;
  return {
    label: shortened(one.name),
    kind: one.kind,
    size: Math.max(2, look.size * weight * crowd * 0.8),
    color: shade(look.color, scene.colors.dark),
    forceLabel: one.kind === "Person" && people <= 40,
    zIndex: one.kind === "Person" ? 1 : drawing.anchors.has(one) ? -1 : 0,
  };
}

function shortened(name) {
  const text = visible(name).replace(/\s+/g, " ").trim();
  return text.length > 42 ? `${[...text].slice(0, 41).join("")}…` : text;
}

function recolor(scene, sigma) {
  scene.drawn.updateEachNodeAttributes((_, data) => ({ ...data, color: shade(lookOf(data.kind).color, scene.colors.dark) }));
  scene.drawn.updateEachEdgeAttributes((_, data) => ({ ...data, color: scene.colors.edges[data.kind] }));
  sigma.refresh();
}

function mark(scene, sigma, marks) {
  if (!scene.drawn) return;
  setMarks(scene, scene.drawn, marks);
  sigma.refresh({ skipIndexation: true });
}

/** Mark nodes; `trail` is the pairs of them whose lines make a path. */
function setMarks(scene, graph, { marked, trail }) {
  scene.marked = new Set(marked.filter((id) => graph.hasNode(id)));
  scene.trail = new Set(trail.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  for (const edge of scene.added) graph.dropEdge(edge);
  // What is marked shows all its lines, also those that are left out of the whole picture.
  scene.added = scene.left
    .filter(({ a, b }) => scene.marked.has(a.id) || scene.marked.has(b.id))
    .map((edge) => addLine(scene, graph, edge));
  // One node is shown among its neighbours, a path by itself.
  scene.near = new Set(scene.marked.size === 1 && !trail.length ? graph.neighbors([...scene.marked][0]) : []);
}

function hover(scene, sigma, id) {
  scene.hovered = id;
  sigma.getContainer().dataset.over = id === undefined ? "" : "node";
}

function reduceNode(scene, id, data) {
  if (!scene.marked.size) return data;
  if (scene.marked.has(id)) return { ...data, forceLabel: true, size: data.size * 1.25, zIndex: 3 };
  if (scene.near.has(id)) return { ...data, forceLabel: scene.near.size <= 45, zIndex: 2 };
  return { ...data, color: scene.colors.faded, label: "", forceLabel: false, zIndex: 0 };
}

function reduceEdge(scene, id, data) {
  if (!scene.marked.size) return data;
  const [a, b] = scene.drawn.extremities(id);
  if (scene.trail.has(`${a}\n${b}`)) return { ...data, size: 3.2, color: scene.colors.accent, zIndex: 2 };
  if (!scene.trail.size && (scene.marked.has(a) || scene.marked.has(b))) return { ...data, size: 1.8, zIndex: 2 };
  return { ...data, color: scene.colors.fadedEdge, size: 0.6, zIndex: 0 };
}

/** Draw the labels of a frame, those of most weight first, and leave out what would cover another. */
function drawLabels(scene, sigma) {
  const weight = ({ zIndex, kind, size }) => 1000 * zIndex + (kind === "Person" ? 500 : 0) + size;
  const taken = reserved(sigma);
  const { width } = sigma.getDimensions();
  for (const { context, data } of scene.labels.sort((a, b) => weight(b.data) - weight(a.data))) {
    if (!data.label) continue;
    const box = labelBoxes(context, data, width).find(
      (one) => !taken.some((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom),
    );
    if (!box) continue;
    taken.push(box);
    drawLabel(context, data, box, scene);
  }
}

/** Where buttons and the legend stand on the canvas: a label below them could not be read. */
function reserved(sigma) {
  const container = sigma.getContainer();
  const { left, top } = container.getBoundingClientRect();
  return [...container.parentElement.querySelectorAll(".zoom, .key")].map((one) => {
    const box = one.getBoundingClientRect();
    return { left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top };
  });
}

function setFont(context, { kind, zIndex }) {
  context.font = kind === "Person" ? `600 13px ${FONT}` : `${zIndex > 2 ? 600 : 500} 12px ${FONT}`;
}

/** Where a label may stand: to the right of its node, at the edge to its left; one that matters also below or above. */
function labelBoxes(context, data, width = Infinity) {
  setFont(context, data);
  const length = context.measureText(data.label).width + 8;
  const at = (left, y) => ({ left, right: left + length, top: y - 8, bottom: y + 8 });
  const [right, left] = [at(data.x + data.size, data.y), at(data.x - data.size - length, data.y)];
  const inside = (box) => box.left >= 0 && box.right <= width;
  if (data.kind !== "Person" && data.zIndex < 3) return [inside(right) ? right : left].filter(inside);
  const centre = Math.max(0, Math.min(width - length, data.x - length / 2));
  return [right, left, at(centre, data.y + data.size + 9), at(centre, data.y - data.size - 9)].filter((box) => width === Infinity || inside(box));
}

function drawLabel(context, data, box, scene) {
  setFont(context, data);
  const [x, y] = [box.left + 4, box.top + 12];
  context.lineWidth = 3.5;
  context.lineJoin = "round";
  context.strokeStyle = scene.colors.page;
  context.strokeText(data.label, x, y);
  context.fillStyle = data.kind === "Person" || data.zIndex > 2 ? scene.colors.text : scene.colors.quiet;
  context.fillText(data.label, x, y);
}

function drawHover(context, data, scene) {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
  context.lineWidth = 2;
  context.strokeStyle = scene.colors.text;
  context.stroke();
  if (data.label) drawLabel(context, data, labelBoxes(context, data)[0], scene);
}
