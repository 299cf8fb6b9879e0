// The way through the graph to a sentence that proves something: person, position, work, skills.
import { el, said } from "./dom.js";
import { dot } from "./colours.js";
import { quotation } from "./evidence.js";
import { stepWords } from "./pathview.js";
import { nodeLink } from "./rows.js";
import { sources, targets } from "./data.js";
import { link } from "./state.js";

const SHOWING = new Set(["USED", "APPLIED", "LISTS", "CLAIMS"]);
const ONTOLOGY = new Set(["BROADER", "IMPLIES", "PART_OF", "ALTERNATIVE_TO", "RELATED"]);
const SEPARATOR = "\n";
const MOST = 6;

/** The nodes that lead from an answer's person to a proof, in order; those alone that the graph has. */
export function trailOf(model, result, proof) {
  const person = model.byId.get(result.id);
  if (!person) return [];
  const works = targets(person, "ACHIEVED").filter((one) => stands(one.p, proof));
  const work = works.find((one) => one.p.text === proof.quote) ?? works[0];
  const job = work ? sources(work, "INCLUDES")[0] : jobOf(person, proof);
  const from = work ? [work] : [job, person].filter(Boolean);
  const said = from.flatMap((one) => one.out.filter((r) => SHOWING.has(r.type) && (!r.evidence || within(r.evidence, proof))));
  const named = said.filter((r) => proof.shows.includes(r.target.name));
  // Without a described work only what the answer names itself can be meant.
  const shown = (named.length || !work ? named : said).map((r) => r.target);
  return [...new Set([person, job, work, ...shown.slice(0, MOST)].filter(Boolean))];
}

/** The position that a sentence is about: by its name, since names may be all that is told, and then by its place. */
function jobOf(person, proof) {
  const jobs = targets(person, "HELD").filter((one) => same(one.p.title, proof.position) && same(one.p.company, proof.company));
  if (!proof.position && !proof.company) return undefined;
  return jobs.find((one) => [...one.out, ...one.in].some((r) => r.evidence && within(r.evidence, proof))) ?? jobs[0];
}

function same(one, other) {
  return (one ?? "") === (other ?? "");
}

function stands(p, { document, start, end }) {
  return p.document === document && p.spanStart === start && p.spanEnd === end;
}

function within(evidence, { document, start, end }) {
  return evidence.document === document && evidence.start >= start && evidence.end <= end;
}

/** The trail in one line, each stop a link; in words alone where the graph lacks it. */
export function trailLine(nodes, text) {
  if (nodes.length < 2) return el("p", { class: "trail" }, said(text));
  const stop = (one) => el("li", { class: one.labels.includes("Skill") ? "skill" : undefined }, dot(one.kind), nodeLink(one, one.kind === "Achievement" ? "described work" : one.name));
  return el("ol", { class: "trail stops", "aria-label": "Path to the proof" }, nodes.map(stop));
}

/** The address of the graph with a trail marked in it. */
export function trailLink(nodes) {
  return link({ view: "graph", node: "", with: "", through: nodes.map((one) => one.id).join(SEPARATOR) });
}

/** The nodes and relationships of the trail that the address names. */
export function throughOf(model, state) {
  const nodes = state.through
    .split(SEPARATOR)
    .map((id) => model.byId.get(id))
    .filter(Boolean);
  return { nodes, steps: nodes.slice(1).map((one, at) => stepTo(nodes.slice(0, at + 1), one)).filter(Boolean) };
}

/** The relationship by which a node is joined to the nearest before it. */
function stepTo(before, to) {
  for (const from of [...before].reverse()) {
    const relationship = [...from.out, ...from.in].find((r) => (r.source === from ? r.target : r.source) === to && !ONTOLOGY.has(r.type));
    if (relationship) return { relationship, from, to, forward: relationship.source === from };
  }
  return undefined;
}

export function throughPanel(model, state) {
  const { nodes, steps } = throughOf(model, state);
  const work = nodes.find((one) => one.kind === "Achievement");
  return el(
    "div",
    { class: "sheet path" },
    el("header", {}, el("p", { class: "eyebrow" }, "Path to the proof"), el("h2", {}, said(nodes[0]?.name ?? ""))),
    work && quotation({ quote: work.p.text, document: work.p.document, start: work.p.spanStart ?? 0, end: work.p.spanEnd ?? 0 }),
    el(
      "ol",
      { class: "steps" },
      nodes.length > 0 && el("li", { class: "stop" }, nodeLink(nodes[0])),
      steps.map((one) => [el("li", { class: "between" }, stepWords(model, one)), el("li", { class: "stop" }, nodeLink(one.to))]),
    ),
  );
}
