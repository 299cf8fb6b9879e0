// Where nodes stand: the same picture for the same nodes and lines. Skills start on a circle by area, people and companies
// amid what they are joined to; ForceAtlas2 settles them; satellites stand round their anchor.
import { forceAtlas2, noverlap, UndirectedGraph } from "./libraries.js";

const { helpers, iterate, defaults } = forceAtlas2;
const WEIGHT = { demonstrated: 1, stated: 0.6, inferred: 0.15, job: 0.9, ontology: 0.1, work: 0.4, paper: 0.2 };
const BUDGET = 4e6;
const AT_ONCE = 600;
const SPACED = 1500;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const RADIUS = 1000;

/** A number in [0, 1) from text: the same everywhere. */
export function fraction(text) {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

/** Give every core node of a drawing its place to start from: a Map of node → {x, y}. */
export function seed(drawing) {
  const places = new Map();
  const core = [...drawing.nodes].filter((one) => !drawing.anchors.has(one));
  const areas = [...new Set(core.map((one) => one.p.area ?? ""))].sort();
  for (const one of core) {
    if (one.kind === "Person" || one.kind === "Company") continue;
    const angle = (2 * Math.PI * (areas.indexOf(one.p.area ?? "") + fraction(one.id))) / areas.length;
    const radius = RADIUS * (0.6 + 0.4 * fraction(`${one.id} r`));
    places.set(one, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  }
  for (const kind of ["Person", "Company"])
    placeAmid(
      drawing,
      core.filter((one) => one.kind === kind),
      places,
    );
  return places;
}

function placeAmid(drawing, nodes, places) {
  const wanted = new Set(nodes);
  const sums = new Map();
  for (const { a, b } of drawing.edges.values())
    for (const [one, other] of [
      [a, b],
      [b, a],
    ]) {
      const place = wanted.has(one) && places.get(other);
      if (!place) continue;
      const sum = sums.get(one) ?? { x: 0, y: 0, n: 0 };
      sums.set(one, { x: sum.x + place.x, y: sum.y + place.y, n: sum.n + 1 });
    }
  for (const one of nodes) {
    const sum = sums.get(one) ?? { x: 0, y: 0, n: 1 };
    const angle = 2 * Math.PI * fraction(one.id);
    places.set(one, { x: sum.x / sum.n + 0.2 * RADIUS * Math.cos(angle), y: sum.y / sum.n + 0.2 * RADIUS * Math.sin(angle) });
  }
}

/** Settle `graph`, now and then showing how far it is where drawing is quick; calls `done()` at the end. Returns a function that stops it. */
export function settle(graph, drawing, { quick, done }) {
  const satellites = [...drawing.anchors].map(([one, anchor]) => [one.id, anchor.id]);
  const core = coreOf(graph, drawing);
  const steps = iterations(core);
  const settings = {
    ...defaults,
    barnesHutOptimize: core.order > 800,
    barnesHutTheta: 0.9,
    gravity: 1.2,
    scalingRatio: 14,
    slowDown: 3,
    adjustSizes: false,
  };
  const { nodes, edges } = helpers.graphToByteArrays(core, (_, attributes) => WEIGHT[attributes.kind] ?? 0.3);
  const finish = () => {
    helpers.assignLayoutChanges(core, nodes);
    if (core.order <= SPACED && core.order > 1)
      noverlap.assign(core, { maxIterations: 60, settings: { margin: 12, ratio: 1.4, gridSize: 20 } });
    publish(graph, core, satellites);
    done();
  };
  if (core.order <= AT_ONCE) {
    for (let step = 0; step < steps; step += 1) iterate(settings, nodes, edges);
    finish();
    return () => {};
  }
  return inSlices(steps, () => iterate(settings, nodes, edges), {
    quick,
    finish,
    slice() {
      helpers.assignLayoutChanges(core, nodes);
      publish(graph, core, satellites);
    },
  });
}

/** The nodes that have a place of their own; what joins a satellite to another node pulls at its anchor. */
function coreOf(graph, drawing) {
  const core = new UndirectedGraph();
  const root = (one) => {
    let at = one;
    while (drawing.anchors.has(at)) at = drawing.anchors.get(at);
    return at.id;
  };
  for (const one of drawing.nodes) {
    if (drawing.anchors.has(one)) continue;
    const { x, y, size } = graph.getNodeAttributes(one.id);
    core.addNode(one.id, { x, y, size });
  }
  for (const { a, b, kind } of drawing.edges.values()) {
    const [from, to] = [root(a), root(b)];
    if (from !== to && !core.hasEdge(from, to)) core.addEdge(from, to, { kind });
  }
  return core;
}

function iterations(graph) {
  const order = Math.max(2, graph.order);
  return Math.max(20, Math.min(300, Math.round(BUDGET / (order * Math.log2(order) + graph.size))));
}

function inSlices(steps, iterateOnce, { quick, slice, finish }) {
  let step = 0;
  let timer = 0;
  let drawn = performance.now();
  const run = () => {
    const until = performance.now() + 100;
    do iterateOnce();
    while (++step < steps && performance.now() < until);
    if (step >= steps) return finish();
    // Drawing takes the time of many steps: the picture follows now and then.
    if (quick && performance.now() - drawn > 1500) {
      slice();
      drawn = performance.now();
    }
    // A timeout, not an animation frame: a page in the background settles too.
    timer = setTimeout(run, 16);
  };
  timer = setTimeout(run, 0);
  return () => clearTimeout(timer);
}

function publish(graph, core, satellites) {
  const places = new Map();
  core.forEachNode((id, { x, y }) => places.set(id, { x, y }));
  const around = new Map();
  const extent = spacing(core);
  for (const [id, anchor] of satellites) {
    const at = around.get(anchor) ?? 0;
    around.set(anchor, at + 1);
    const { x, y } = places.get(anchor);
    const angle = at * GOLDEN + 2 * Math.PI * fraction(anchor);
    const radius = extent * (1 + 0.35 * Math.sqrt(at));
    places.set(id, { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) });
  }
  graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...places.get(id) }), { attributes: ["x", "y"] });
}

/** How far a satellite may stand off: a share of the room that a core node has. */
function spacing(core) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  core.forEachNode((_, { x, y }) => {
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  });
  return 0.3 * Math.sqrt(Math.max(1, (right - left) * (bottom - top)) / Math.max(1, core.order));
}
