// The panel of the path between two nodes: in words, each step with its proof.
import { combobox } from "./combobox.js";
import { el, said } from "./dom.js";
import { quotation } from "./evidence.js";
import { evidenceOf } from "./proof.js";
import { disclosure, nodeLink } from "./rows.js";
import { pathsBetween } from "./paths.js";
import { go, link } from "./state.js";
import { count, duration, period, step } from "./words.js";

let last = { key: "", paths: [] };

/** The paths that the state asks for, the chosen one, and its nodes. */
export function pathOf(model, state) {
  const [from, to] = [model.byId.get(state.from), model.byId.get(state.to)];
  if (!from || !to || from === to) return { from, to, paths: [], path: [] };
  const key = `${from.id}\n${to.id}`;
  if (last.key !== key) last = { key, paths: pathsBetween(model, from, to) };
  return { from, to, paths: last.paths, path: last.paths[Number(state.route) - 1] ?? last.paths[0] ?? [] };
}

export function pathPanel(model, state, index) {
  const { from, to, paths, path } = pathOf(model, state);
  return el(
    "div",
    { class: "sheet path" },
    el(
      "header",
      {},
      el("p", { class: "eyebrow" }, "Path"),
      el("h2", {}, from && to ? [said(from.name), " → ", said(to.name)] : "What joins two nodes?"),
    ),
    end("from", "From", from, index),
    end("to", "To", to, index),
    from &&
      to &&
      el(
        "p",
        { class: "actions" },
        el("button", { type: "button", class: "quiet", on: { click: () => go({ from: to.id, to: from.id, route: "1" }) } }, "Swap"),
      ),
    from && to && answer(model, paths, path, state, from === to),
    !(from && to) && el("p", { class: "muted" }, "Choose a person, a skill or a company for each end, here or with a click in the graph."),
  );
}

function end(key, title, node, index) {
  const box = combobox({
    id: `path-${key}`,
    label: title,
    placeholder: "Person, skill, company …",
    index,
    pick: (one) => go({ [key]: one.id, route: "1" }),
    clear: () => {},
  });
  box.set(node);
  return el("div", { class: "field" }, el("span", { class: "title", "aria-hidden": "true" }, title), box.element);
}

function answer(model, paths, path, state, same) {
  if (same) return el("p", { class: "empty" }, "These are one and the same.");
  if (!path.length) return el("p", { class: "empty" }, "Nothing in this graph joins these two.");
  const routes =
    paths.length > 1 &&
    el(
      "nav",
      { class: "segments", "aria-label": "Paths" },
      paths.map((one, at) =>
        el("a", { href: link({ route: String(at + 1) }), "aria-current": one === path ? "true" : undefined }, `Path ${at + 1}`),
      ),
    );
  return [
    routes,
    el(
      "p",
      { class: "muted" },
      [count(path.length, "step"), paths.length > 1 && "Path 1 is the shortest and best proven"].filter(Boolean).join(" · "),
    ),
    el(
      "ol",
      { class: "steps" },
      el("li", { class: "stop" }, nodeLink(path[0].from)),
      path.map((one) => [el("li", { class: "between" }, stepWords(model, one)), el("li", { class: "stop" }, nodeLink(one.to))]),
    ),
  ];
}

export function stepWords(model, { relationship, forward }) {
  const words = [step(relationship, forward), facts(relationship)].filter(Boolean).join(", ");
  const proof = proofOf(model, relationship);
  return proof ? disclosure([words], () => proof) : el("span", {}, words);
}

function facts({ type, p, source, target }) {
  if (type === "HAS_SKILL") return duration(p.months);
  if (type === "HELD") return period(target.p.startDate, target.p.endDate, target.p.current);
  if (type === "STUDIED_AT") return [p.degree, period(p.startDate, p.endDate, p.current)].filter(Boolean).join(", ");
  return type === "AT" ? period(source.p.startDate, source.p.endDate, source.p.current) : "";
}

function proofOf(model, relationship) {
  const { type, source, target, evidence, p } = relationship;
  if (type === "HAS_SKILL") return evidenceOf(source, target, model);
  if (evidence) return quotation(evidence, p.surface);
  if (type === "ACHIEVED" || type === "INCLUDES")
    return quotation({ quote: target.p.text, document: target.p.document, start: target.p.spanStart ?? 0, end: target.p.spanEnd ?? 0 });
  return undefined;
}
