// From the page's JSON to nodes and relationships that know each other.
import { yearOf } from "./words.js";

export function readData(raw) {
  const model = { title: raw.title, looks: raw.looks, answers: raw.answers, live: raw.live, byId: new Map() };
  model.nodes = raw.nodes.map(([id, labels, p], index) => node(id, raw.labels[labels], p, index));
  for (const one of model.nodes) model.byId.set(one.id, one);
  model.relationships = raw.relationships.map((fields, index) => relationship(fields, index, raw, model.nodes));
  for (const one of model.relationships) {
    one.source.out.push(one);
    one.target.in.push(one);
  }
  for (const one of model.nodes) one.name = nameOf(one);
  addKinds(model);
  return model;
}

function node(id, labels, p, index) {
  return { id, labels, p, index, kind: labels.at(-1) ?? "Node", name: "", out: [], in: [] };
}

function relationship([type, source, target, p, evidence], index, raw, nodes) {
  const proof = evidence && {
    documentId: raw.documents[evidence[0]][0],
    document: raw.documents[evidence[0]][1],
    start: evidence[1],
    end: evidence[2],
    quote: raw.quotes[evidence[3]],
    page: evidence[4],
  };
  return { index, type: raw.types[type], source: nodes[source], target: nodes[target], p, evidence: proof };
}

function nameOf({ kind, p, id }) {
  if (kind === "Position") return [p.title, p.company].filter(Boolean).join(" · ") || id;
  if (kind === "Achievement") return p.what && p.action ? `${p.action} ${p.what}` : p.text || id;
  return String(p.name || p.text || p.title || id);
}

function addKinds(model) {
  const kinds = Map.groupBy ? Map.groupBy(model.nodes, (n) => n.kind) : grouped(model.nodes);
  model.kinds = kinds;
  model.people = sorted(kinds.get("Person") ?? []);
  model.companies = sorted(kinds.get("Company") ?? []);
  model.skills = sorted(model.nodes.filter((n) => n.labels.includes("Skill") || n.kind === "Technology" || n.kind === "Concept"));
  model.isSkill = new Set(model.skills);
  model.areas = [
    ...new Set(
      model.skills
        .filter((s) => s.in.some((r) => r.type === "HAS_SKILL"))
        .map((s) => s.p.area)
        .filter(Boolean),
    ),
  ].sort();
  const years = model.nodes
    .flatMap((n) => (n.kind === "Position" ? [yearOf(n.p.startDate), yearOf(n.p.endDate)] : []))
    .filter((y) => y !== undefined);
  model.years = years.length ? [Math.floor(Math.min(...spread(years))), Math.floor(Math.max(...spread(years)))] : undefined;
}

// Math.min takes only so many arguments: many thousand years are reduced first.
function spread(numbers) {
  return [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
}

function grouped(nodes) {
  const groups = new Map();
  for (const one of nodes) groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
  return groups;
}

export function sorted(nodes) {
  return [...nodes].sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
}

export function targets(one, type) {
  return one.out.filter((r) => r.type === type).map((r) => r.target);
}

export function sources(one, type) {
  return one.in.filter((r) => r.type === type).map((r) => r.source);
}

/** A person's positions, the newest first. */
export function positionsOf(person) {
  return targets(person, "HELD").sort(
    (a, b) => (b.p.startMonth ?? -1) - (a.p.startMonth ?? -1) || (b.p.endMonth ?? 1e9) - (a.p.endMonth ?? 1e9) || (a.id < b.id ? -1 : 1),
  );
}

export function companyOf(position) {
  return targets(position, "AT")[0];
}

/** Relationships HAS_SKILL, the best proven first. */
const RANK = { demonstrated: 0, stated: 1, inferred: 2 };
export function byWeight(a, b) {
  return (
    (RANK[a.p.basis] ?? 3) - (RANK[b.p.basis] ?? 3) ||
    (b.p.months ?? 0) - (a.p.months ?? 0) ||
    (b.p.evidence ?? 0) - (a.p.evidence ?? 0) ||
    a.target.name.localeCompare(b.target.name, "en") ||
    a.source.name.localeCompare(b.source.name, "en")
  );
}

export function skillLinks(person) {
  return person.out.filter((r) => r.type === "HAS_SKILL").sort(byWeight);
}

export function holderLinks(skill) {
  return skill.in.filter((r) => r.type === "HAS_SKILL").sort(byWeight);
}

/** What proves that a person has a skill: `{evidence, surface, achievement}`, work first. */
export function proofs(person, skill) {
  const work = new Set(targets(person, "ACHIEVED"));
  const jobs = new Set(targets(person, "HELD"));
  const found = [];
  for (const r of skill.in) {
    if ((r.type === "USED" || r.type === "APPLIED") && work.has(r.source)) found.push(proof(r, r.source, sources(r.source, "INCLUDES")[0]));
    if (r.type === "LISTS" && jobs.has(r.source)) found.push(proof(r, undefined, r.source));
    if (r.type === "CLAIMS" && r.source === person) found.push(proof(r));
  }
  return found.sort(
    (a, b) =>
      Number(!a.achievement) - Number(!b.achievement) ||
      (b.position?.p.startMonth ?? 0) - (a.position?.p.startMonth ?? 0) ||
      a.evidence.start - b.evidence.start,
  );
}

function proof(r, achievement, position) {
  return {
    evidence: r.evidence ?? { quote: "", document: "", start: 0, end: 0 },
    surface: r.p.surface,
    stance: r.p.stance,
    achievement,
    position,
  };
}

/** The skills that an inferred skill follows from, by the first link of each chain. */
export function reasons(link, model) {
  return (link.p.chain ?? []).map((text) => ({ text, skill: model.byId.get(`skill:${text.split(/\s+-/)[0]}`) }));
}
