// What is drawn for a state: nodes and the lines between them. The picture leaves out what hides the view of the whole:
// positions, achievements and papers come on demand, and while positions are hidden a line from person to company stands for them.
import { companyOf, sources, targets } from "./data.js";
import { selection } from "./select.js";
import { list } from "./state.js";

const ONTOLOGY = new Set(["BROADER", "IMPLIES", "PART_OF", "ALTERNATIVE_TO", "RELATED"]);
const CORE = new Set(["Person", "Company", "School", "Technology", "Concept", "Skill"]);

/** `{nodes, edges, anchors}`: edges are `{a, b, kind, weight}`; a node with an anchor is placed beside it. */
export function drawingOf(model, state, extras = [], extraEdges = []) {
  const layers = new Set(list(state.layers));
  const chosen = selection(model, state);
  const drawing = { nodes: new Set(), edges: new Map(), anchors: new Map() };
  addCore(drawing, model, chosen, layers);
  addCareers(drawing, chosen, layers);
  addWork(drawing, chosen, layers);
  if (layers.has("Document")) for (const person of chosen.people) addSatellites(drawing, person, targets(person, "DESCRIBED_IN"), "paper");
  addOthers(drawing, model, layers);
  for (const one of extras) addExtra(drawing, one, chosen);
  for (const r of extraEdges) addRelationship(drawing, r);
  if (state.ontology) addOntology(drawing);
  return drawing;
}

function addCore(drawing, model, chosen, layers) {
  const shown = (one) => layers.has(one.kind);
  for (const one of [...chosen.people, ...chosen.companies, ...chosen.skills]) if (shown(one)) drawing.nodes.add(one);
  for (const r of chosen.links) addEdge(drawing, r.source, r.target, r.p.basis, r.p.months);
  if (!layers.has("School")) return;
  for (const person of chosen.people)
    for (const school of targets(person, "STUDIED_AT")) {
      drawing.nodes.add(school);
      addEdge(drawing, person, school, "job");
    }
}

function addCareers(drawing, chosen, layers) {
  for (const { source: person, target: position } of chosen.jobs) {
    const company = companyOf(position);
    if (layers.has("Position")) {
      addSatellites(drawing, person, [position], "job");
      if (company) addEdge(drawing, position, company, "job");
    } else if (company) addEdge(drawing, person, company, "job");
  }
}

function addWork(drawing, chosen, layers) {
  if (!layers.has("Achievement")) return;
  for (const person of chosen.people)
    for (const work of targets(person, "ACHIEVED")) {
      const position = sources(work, "INCLUDES").find((one) => drawing.nodes.has(one));
      addSatellites(drawing, position ?? person, [work], "work");
      for (const r of work.out) if (r.type === "USED" || r.type === "APPLIED") addEdge(drawing, work, r.target, "work");
      if (layers.has("Metric")) addSatellites(drawing, work, targets(work, "MEASURED_BY"), "work");
    }
}

function addSatellites(drawing, anchor, nodes, kind) {
  for (const one of nodes) {
    drawing.nodes.add(one);
    if (!drawing.anchors.has(one)) drawing.anchors.set(one, anchor);
    addEdge(drawing, anchor, one, kind);
  }
}

// A graph with other labels than schema.yaml's is drawn with whatever joins its nodes.
const KNOWN = new Set([...CORE, "Position", "Achievement", "Metric", "Document"]);
function addOthers(drawing, model, layers) {
  for (const [kind, nodes] of model.kinds) {
    if (KNOWN.has(kind) || !layers.has(kind)) continue;
    for (const one of nodes) drawing.nodes.add(one);
    for (const one of nodes) for (const r of [...one.out, ...one.in]) addEdge(drawing, r.source, r.target, "work");
  }
}

/** A node that the address names is drawn even where filters would hide it, with what joins it to the rest. */
function addExtra(drawing, one, chosen) {
  if (drawing.nodes.has(one)) return;
  drawing.nodes.add(one);
  for (const r of [...one.out, ...one.in]) {
    const other = r.source === one ? r.target : r.source;
    if (!drawing.nodes.has(other) || ONTOLOGY.has(r.type)) continue;
    addEdge(drawing, one, other, r.type === "HAS_SKILL" ? r.p.basis : "work");
    if (!CORE.has(one.kind) && !drawing.anchors.has(one)) drawing.anchors.set(one, other);
  }
  if (one.kind === "Company") for (const r of chosen.jobs) if (companyOf(r.target) === one) addEdge(drawing, r.source, one, "job");
}

function addRelationship(drawing, r) {
  for (const one of [r.source, r.target]) drawing.nodes.add(one);
  for (const [one, other] of [
    [r.source, r.target],
    [r.target, r.source],
  ])
    if (!CORE.has(one.kind) && !drawing.anchors.has(one)) drawing.anchors.set(one, other);
  addEdge(drawing, r.source, r.target, r.type === "HAS_SKILL" ? r.p.basis : ONTOLOGY.has(r.type) ? "ontology" : "work");
}

function addOntology(drawing) {
  for (const one of drawing.nodes) for (const r of one.out) if (ONTOLOGY.has(r.type)) addEdge(drawing, r.source, r.target, "ontology");
}

function addEdge(drawing, a, b, kind, weight = 0) {
  if (a === b || !drawing.nodes.has(a) || !drawing.nodes.has(b)) return;
  const key = a.index < b.index ? `${a.index} ${b.index}` : `${b.index} ${a.index}`;
  if (!drawing.edges.has(key)) drawing.edges.set(key, { a, b, kind, weight });
}
