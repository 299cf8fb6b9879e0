// The panel that tells everything known of one node, each fact with its proof.
import { dot } from "./colours.js";
import { companyOf, holderLinks, positionsOf, proofs, reasons, skillLinks, sources, targets } from "./data.js";
import { arrowKeys, el, said } from "./dom.js";
import { quotation } from "./evidence.js";
import { link } from "./state.js";
import { areaName, BASIS, chain, count, duration, period, step } from "./words.js";

const FIRST = 12;
const BUILT = { Person: person, Company: company, School: school, Position: position, Achievement: achievement, Metric: metric, Document: paper, Technology: skill, Concept: skill, Skill: skill };
const KIND = { Technology: "Technology", Concept: "Concept" };

/** The panel's content for a node. */
export function inspect(model, node, state) {
  const content = (BUILT[node.kind] ?? other)(node, model, state);
  return arrowKeys(el("div", { class: "sheet", "data-node": node.id }, heading(node), content), "a, summary, button");
}

function heading(node) {
  return el("header", {}, el("p", { class: "eyebrow" }, dot(node.kind), KIND[node.kind] ?? node.kind), el("h2", {}, said(node.name)));
}

export function nodeLink(node, text) {
  return el("a", { href: link({ node: node.id, with: "" }) }, said(text ?? node.name));
}

function section(title, ...content) {
  return el("section", {}, el("h3", {}, title), content);
}

/** A list that shows its first entries and the rest on demand. */
export function long(items, each, limit = FIRST) {
  const row = (item) => el("li", {}, each(item));
  const list = el("ul", { class: "rows" }, items.slice(0, limit).map(row));
  if (items.length <= limit) return list;
  const more = el("button", { type: "button", class: "quiet", on: { click: () => {
    const at = list.children.length;
    list.append(...items.slice(at).map(row));
    more.remove();
    list.children[at]?.querySelector("a, summary, button")?.focus();
  } } }, `Show all ${items.length.toLocaleString("en")}`);
  return [list, more];
}

function actions(...items) {
  return el("p", { class: "actions" }, items);
}

function button(href, text) {
  return el("a", { class: "button", href }, text);
}

function person(node, model, state) {
  const skills = skillLinks(node).filter((r) => r.p.basis !== "inferred");
  const inferred = skillLinks(node).filter((r) => r.p.basis === "inferred");
  const chosen = state.with && model.byId.get(state.with);
  return [
    node.p.title && el("p", { class: "lead" }, said(node.p.title)),
    el("p", { class: "muted" }, [node.p.location, node.p.totalMonths && `${duration(node.p.totalMonths)} of work`].filter(Boolean).join(" · ")),
    actions(button(link({ view: "person", person: node.id, node: "", with: "" }), "Open profile"), button(link({ view: "path", from: node.id, to: "", node: "" }), "Path to …")),
    chosen && section(`Proof of ${chosen.name}`, evidenceOf(node, chosen, model)),
    positionsOf(node).length > 0 && section("Positions", long(positionsOf(node), (one) => positionRow(one, node), 6)),
    skills.length > 0 && section("Skills", long(skills, (r) => skillRow(r, r.target, model))),
    inferred.length > 0 && section("Inferred", el("p", { class: "muted" }, "What follows from the skills above."), long(inferred, (r) => skillRow(r, r.target, model), 5)),
    studies(node),
    papers(node),
  ];
}

function studies(node) {
  const found = node.out.filter((r) => r.type === "STUDIED_AT");
  return found.length > 0 && section("Education", long(found, (r) => disclosure([nodeLink(r.target), aside([r.p.degree, r.p.field, period(r.p.startDate, r.p.endDate, r.p.current)].filter(Boolean).join(", "))], () => r.evidence && quotation(r.evidence))));
}

function papers(node) {
  const found = targets(node, "DESCRIBED_IN");
  return found.length > 0 && section("Documents", long(found, (one) => nodeLink(one)));
}

function aside(text) {
  return text && el("span", { class: "aside" }, said(text));
}

function positionRow(position, holder) {
  const held = position.in.find((r) => r.type === "HELD" && r.source === holder);
  return disclosure([nodeLink(position, position.p.title || "Position"), aside([position.p.company, period(position.p.startDate, position.p.endDate, position.p.current)].filter(Boolean).join(", "))], () => held?.evidence && quotation(held.evidence));
}

/** A row that opens to its proof, which is built when it is first asked for. */
export function disclosure(title, content) {
  const details = el("details", { class: "fact" }, el("summary", {}, title));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(el("div", { class: "proof" }, content() || el("p", { class: "muted" }, "No quote is kept for this.")));
  });
  return details;
}

function skillRow(r, shown, model) {
  const facts = [duration(r.p.months), r.p.level, r.p.years && `${r.p.years} yr stated`].filter(Boolean).join(", ");
  return disclosure([el("span", { class: `mark mark-${r.p.basis}`, title: BASIS[r.p.basis]?.name }), nodeLink(shown), el("span", { class: "aside" }, el("span", { class: "hidden" }, `${BASIS[r.p.basis]?.name ?? r.p.basis} `), facts)], () => evidenceOf(r.source, r.target, model));
}

/** Everything that proves that a person has a skill; of an inferred one its reasons and their proof. */
export function evidenceOf(person, skill, model) {
  const found = proofs(person, skill);
  const held = person.out.find((r) => r.type === "HAS_SKILL" && r.target === skill);
  const own = found.slice(0, 8).map((one) => [one.position && el("p", { class: "where" }, nodeLink(one.position), aside(period(one.position.p.startDate, one.position.p.endDate, one.position.p.current))), one.stance && one.stance !== "positive" && el("p", { class: "where" }, `The text says this as ${one.stance}.`), quotation(one.evidence, one.surface)]);
  const rest = found.length > 8 && el("p", { class: "muted" }, `${count(found.length - 8, "more sentence")} say so.`);
  const derived = held ? reasons(held, model).slice(0, 4).map((reason) => because(person, reason, model)) : [];
  return own.length || derived.length ? [own, rest, derived] : undefined;
}

function because(person, { text, skill }, model) {
  const name = (id) => model.byId.get(`skill:${id}`)?.name ?? id;
  const proof = skill && proofs(person, skill)[0];
  return el("div", { class: "because" }, el("p", { class: "where" }, said(chain(text, name))), proof && quotation(proof.evidence, proof.surface));
}

function skill(node, model) {
  const links = holderLinks(node);
  const known = links.filter((r) => r.p.basis !== "inferred");
  const inferred = links.filter((r) => r.p.basis === "inferred");
  return [
    el("p", { class: "muted" }, [node.p.area && areaName(node.p.area), node.p.curated === false && "not in the ontology"].filter(Boolean).join(" · ")),
    node.p.note && el("p", { class: "lead" }, said(node.p.note)),
    actions(button(link({ view: "path", from: node.id, to: "", node: "" }), "Path to …")),
    links.length === 0 && el("p", { class: "empty" }, "Nobody in this graph has shown or stated this skill."),
    known.length > 0 && section(count(known.length, "person", "people"), long(known, (r) => holderRow(r, model))),
    inferred.length > 0 && section("Inferred", long(inferred, (r) => holderRow(r, model), 5)),
    relations(node),
    node.p.aliases?.length > 0 && section("Also called", el("p", {}, node.p.aliases.map((alias, at) => [at ? ", " : "", said(alias)]))),
  ];
}

function holderRow(r, model) {
  const last = r.p.lastUsed && `last ${r.p.lastUsed.slice(0, 4)}`;
  return disclosure([el("span", { class: `mark mark-${r.p.basis}`, title: BASIS[r.p.basis]?.name }), nodeLink(r.source), el("span", { class: "aside" }, el("span", { class: "hidden" }, `${BASIS[r.p.basis]?.name ?? r.p.basis} `), [duration(r.p.months), last].filter(Boolean).join(", "))], () => evidenceOf(r.source, r.target, model));
}

function relations(node) {
  const kinds = ["BROADER", "IMPLIES", "PART_OF", "ALTERNATIVE_TO", "RELATED"];
  const rows = [...node.out.map((r) => [r, true]), ...node.in.map((r) => [r, false])].filter(([r]) => kinds.includes(r.type));
  const grouped = new Map();
  for (const [r, forward] of rows) {
    const words = step(r, forward);
    grouped.set(words, [...(grouped.get(words) ?? []), forward ? r.target : r.source]);
  }
  if (!rows.length) return undefined;
  return section("In the ontology", el("dl", { class: "relations" }, [...grouped].map(([words, nodes]) => [el("dt", {}, words), el("dd", {}, nodes.slice(0, 12).map((one, at) => [at ? ", " : "", nodeLink(one)]), nodes.length > 12 && ` and ${nodes.length - 12} more`)])));
}

function company(node, model, state) {
  const jobs = sources(node, "AT").map((one) => ({ position: one, person: sources(one, "HELD")[0] })).filter((job) => job.person);
  jobs.sort((a, b) => (b.position.p.startMonth ?? 0) - (a.position.p.startMonth ?? 0));
  const row = ({ position: one, person: holder }) => disclosure([nodeLink(holder), aside([one.p.title, period(one.p.startDate, one.p.endDate, one.p.current)].filter(Boolean).join(", "))], () => proofOfJob(one, node));
  return [
    actions(button(link({ company: state.company === node.id ? "" : node.id }), state.company === node.id ? "Show all companies" : "Only who worked here"), button(link({ view: "path", from: node.id, to: "", node: "" }), "Path to …")),
    section(count(new Set(jobs.map((job) => job.person)).size, "person", "people"), long(jobs, row)),
    node.p.aliases?.length > 0 && section("Also called", el("p", {}, node.p.aliases.map((alias, at) => [at ? ", " : "", said(alias)]))),
  ];
}

function proofOfJob(position, company) {
  const at = position.out.find((r) => r.type === "AT" && r.target === company);
  return at?.evidence && quotation(at.evidence, company.name);
}

function school(node) {
  const found = node.in.filter((r) => r.type === "STUDIED_AT");
  return section(count(new Set(found.map((r) => r.source)).size, "person", "people"), long(found, (r) => disclosure([nodeLink(r.source), aside([r.p.degree, r.p.field, period(r.p.startDate, r.p.endDate, r.p.current)].filter(Boolean).join(", "))], () => r.evidence && quotation(r.evidence))));
}

function position(node) {
  const holder = sources(node, "HELD")[0];
  const employer = companyOf(node);
  const held = node.in.find((r) => r.type === "HELD");
  const work = targets(node, "INCLUDES");
  const listed = node.out.filter((r) => r.type === "LISTS");
  return [
    el("p", { class: "lead" }, holder && nodeLink(holder), employer && [" at ", nodeLink(employer)]),
    el("p", { class: "muted" }, [period(node.p.startDate, node.p.endDate, node.p.current), duration(node.p.months), node.p.location].filter(Boolean).join(" · ")),
    held?.evidence && quotation(held.evidence),
    work.length > 0 && section("Achievements", long(work, (one) => disclosure([nodeLink(one)], () => proofOfWork(one)))),
    listed.length > 0 && section("Skills named", long(listed, (r) => disclosure([nodeLink(r.target)], () => r.evidence && quotation(r.evidence, r.p.surface)))),
  ];
}

/** An achievement's own sentence as its proof. */
export function proofOfWork(node) {
  const { text, document, spanStart, spanEnd, page } = node.p;
  return quotation({ quote: text, document, start: spanStart ?? 0, end: spanEnd ?? 0, page });
}

function achievement(node) {
  const by = sources(node, "ACHIEVED")[0];
  const at = sources(node, "INCLUDES")[0];
  const used = node.out.filter((r) => r.type === "USED" || r.type === "APPLIED");
  const measured = targets(node, "MEASURED_BY");
  return [
    by && el("p", { class: "lead" }, nodeLink(by), at && [", ", nodeLink(at)]),
    node.p.team && el("p", { class: "muted" }, "The text tells this as a team’s work."),
    proofOfWork(node),
    measured.length > 0 && section("Measured", long(measured, (one) => [said(one.p.text), one.p.of && aside(one.p.of)])),
    used.length > 0 && section("Skills shown", long(used, (r) => disclosure([nodeLink(r.target)], () => r.evidence && quotation(r.evidence, r.p.surface)))),
  ];
}

function metric(node) {
  const work = sources(node, "MEASURED_BY")[0];
  const rows = Object.entries(node.p).filter(([key]) => !key.startsWith("span"));
  return [facts(rows), work && section("Achievement", el("p", {}, nodeLink(work)), proofOfWork(work))];
}

function facts(rows) {
  return el("dl", { class: "relations" }, rows.map(([key, value]) => [el("dt", {}, key), el("dd", {}, said(Array.isArray(value) ? value.join(", ") : value))]));
}

function paper(node) {
  const people = sources(node, "DESCRIBED_IN");
  return [facts([["path", node.p.path ?? ""], ["type", node.p.mediaType ?? ""]]), section("Describes", long(people, (one) => nodeLink(one)))];
}

function other(node) {
  const joined = [...node.out.map((r) => [r, true]), ...node.in.map((r) => [r, false])];
  return [facts(Object.entries(node.p)), joined.length > 0 && section("Joined to", long(joined, ([r, forward]) => disclosure([`${step(r, forward)} `, nodeLink(forward ? r.target : r.source)], () => r.evidence && quotation(r.evidence, r.p.surface))))];
}
