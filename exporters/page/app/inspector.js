// The panel that tells everything known of one node, each fact with its proof.
import { dot } from "./colours.js";
import { arrowKeys, el, said } from "./dom.js";
import { achievement, company, metric, other, paper, position, school } from "./facts-other.js";
import { person } from "./facts-person.js";
import { skill } from "./facts-skill.js";

const BUILT = {
  Person: person,
  Company: company,
  School: school,
  Position: position,
  Achievement: achievement,
  Metric: metric,
  Document: paper,
  Technology: skill,
  Concept: skill,
  Skill: skill,
};

/** The panel's content for a node. */
export function inspect(model, node, state) {
  const content = (Object.hasOwn(BUILT, node.kind) ? BUILT[node.kind] : other)(node, model, state);
  return arrowKeys(el("div", { class: "sheet", "data-node": node.id }, heading(node), content), "a, button");
}

function heading(node) {
  return el("header", {}, el("p", { class: "eyebrow" }, dot(node.kind), node.kind), el("h2", {}, said(node.name)));
}
