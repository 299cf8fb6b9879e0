// The best paths between two nodes: few steps, well proven, and not through what everybody has.

const COST = {
  HELD: 0.5,
  AT: 0.5,
  STUDIED_AT: 1.2,
  INCLUDES: 0.5,
  ACHIEVED: 0.7,
  USED: 0.5,
  APPLIED: 0.5,
  MEASURED_BY: 0.5,
  DESCRIBED_IN: 4,
};
const BASIS = { demonstrated: 1, stated: 1.6, inferred: 4 };
const ONTOLOGY = 2;
const ALTERNATIVES = 3;

/** Up to three paths, each without the inner nodes of those before it: lists of `{relationship, from, to, forward}`. */
export function pathsBetween(model, from, to) {
  const found = [];
  const closed = new Set();
  while (found.length < ALTERNATIVES) {
    const path = shortest(model, from, to, closed);
    if (!path) break;
    found.push(path);
    if (path.length === 1) closed.add(path[0].relationship);
    for (const one of path.slice(0, -1)) closed.add(one.to);
  }
  return found;
}

const DETAIL = new Set(["ACHIEVED", "INCLUDES", "USED", "APPLIED", "MEASURED_BY", "LISTS"]);
const DETAILED = new Set(["Achievement", "Metric", "Position"]);

/** Whether a path between two nodes may go this way: HAS_SKILL sums up the work, so the work itself is asked only where it is an end. */
function walkable({ type }, from, to) {
  if (type === "CLAIMS") return false;
  if (DETAIL.has(type)) return DETAILED.has(from.kind) || DETAILED.has(to.kind);
  return type !== "DESCRIBED_IN" || from.kind === "Document" || to.kind === "Document";
}

function cost(relationship, next, goal) {
  const base = relationship.type === "HAS_SKILL" ? (BASIS[relationship.p.basis] ?? 2) : (COST[relationship.type] ?? ONTOLOGY);
  // A node that joins very many is a weak reason to call two others joined.
  return base + (next === goal ? 0 : 0.12 * Math.log2(1 + next.in.length + next.out.length));
}

function shortest(model, from, to, closed) {
  const best = new Float64Array(model.nodes.length).fill(Infinity);
  const back = new Map();
  const queue = new Heap();
  best[from.index] = 0;
  queue.push(0, from);
  while (queue.size) {
    const [reached, one] = queue.pop();
    if (one === to) return trace(back, from, to);
    if (reached > best[one.index]) continue;
    for (const relationship of [...one.out, ...one.in]) {
      const forward = relationship.source === one;
      const next = forward ? relationship.target : relationship.source;
      if (!walkable(relationship, from, to) || closed.has(next) || closed.has(relationship)) continue;
      const total = reached + cost(relationship, next, to);
      if (total >= best[next.index]) continue;
      best[next.index] = total;
      back.set(next, { relationship, from: one, to: next, forward });
      queue.push(total, next);
    }
  }
  return undefined;
}

function trace(back, from, to) {
  const path = [];
  for (let one = to; one !== from; one = path[0].from) path.unshift(back.get(one));
  return path;
}

/** A binary heap; of equal costs the node that comes first in the data goes first. */
class Heap {
  #items = [];

  get size() {
    return this.#items.length;
  }

  push(cost, node) {
    const items = this.#items;
    items.push([cost, node]);
    for (let at = items.length - 1; at > 0;) {
      const up = (at - 1) >> 1;
      if (!before(items[at], items[up])) break;
      [items[at], items[up]] = [items[up], items[at]];
      at = up;
    }
  }

  pop() {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (items.length) {
      items[0] = last;
      sink(items);
    }
    return top;
  }
}

function sink(items) {
  for (let at = 0; ;) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) if (child < items.length && before(items[child], items[least])) least = child;
    if (least === at) return;
    [items[at], items[least]] = [items[least], items[at]];
    at = least;
  }
}

function before(a, b) {
  return a[0] < b[0] || (a[0] === b[0] && a[1].index < b[1].index);
}
