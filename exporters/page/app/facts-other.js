// The facts of companies, schools, positions, achievements, metrics, documents and unknown nodes, for the panel of details.
import { companyOf, sources, targets } from "./data.js";
import { el, said } from "./dom.js";
import { quotation } from "./evidence.js";
import { proofOfWork } from "./proof.js";
import { actions, aside, button, disclosure, long, nodeLink, section } from "./rows.js";
import { link } from "./state.js";
import { count, duration, period, step } from "./words.js";

export function company(node, model, state) {
  const jobs = sources(node, "AT")
    .map((one) => ({ position: one, person: sources(one, "HELD")[0] }))
    .filter((job) => job.person);
  jobs.sort((a, b) => (b.position.p.startMonth ?? 0) - (a.position.p.startMonth ?? 0));
  const row = ({ position: one, person: holder }) =>
    disclosure(
      [nodeLink(holder), aside([one.p.title, period(one.p.startDate, one.p.endDate, one.p.current)].filter(Boolean).join(", "))],
      () => proofOfJob(one, node),
    );
  return [
    actions(
      button(
        link({ company: state.company === node.id ? "" : node.id }),
        state.company === node.id ? "Show all companies" : "Only who worked here",
      ),
      button(link({ view: "path", from: node.id, to: "", node: "" }), "Path to …"),
    ),
    section(count(new Set(jobs.map((job) => job.person)).size, "person", "people"), long(jobs, row)),
    node.p.aliases?.length > 0 &&
      section(
        "Also called",
        el(
          "p",
          {},
          node.p.aliases.map((alias, at) => [at ? ", " : "", said(alias)]),
        ),
      ),
  ];
}

function proofOfJob(position, company) {
  const at = position.out.find((r) => r.type === "AT" && r.target === company);
  return at?.evidence && quotation(at.evidence, company.name);
}

export function school(node) {
  const found = node.in.filter((r) => r.type === "STUDIED_AT");
  return section(
    count(new Set(found.map((r) => r.source)).size, "person", "people"),
    long(found, (r) =>
      disclosure(
        [nodeLink(r.source), aside([r.p.degree, r.p.field, period(r.p.startDate, r.p.endDate, r.p.current)].filter(Boolean).join(", "))],
        () => r.evidence && quotation(r.evidence),
      ),
    ),
  );
}

export function position(node) {
  const holder = sources(node, "HELD")[0];
  const employer = companyOf(node);
  const held = node.in.find((r) => r.type === "HELD");
  const work = targets(node, "INCLUDES");
  const listed = node.out.filter((r) => r.type === "LISTS");
  return [
    el("p", { class: "lead" }, holder && nodeLink(holder), employer && [" at ", nodeLink(employer)]),
    el(
      "p",
      { class: "muted" },
      [period(node.p.startDate, node.p.endDate, node.p.current), duration(node.p.months), node.p.location].filter(Boolean).join(" · "),
    ),
    held?.evidence && quotation(held.evidence),
    work.length > 0 &&
      section(
        "Achievements",
        long(work, (one) => disclosure([nodeLink(one)], () => proofOfWork(one))),
      ),
    listed.length > 0 &&
      section(
        "Skills named",
        long(listed, (r) => disclosure([nodeLink(r.target)], () => r.evidence && quotation(r.evidence, r.p.surface))),
      ),
  ];
}

export function achievement(node) {
  const by = sources(node, "ACHIEVED")[0];
  const at = sources(node, "INCLUDES")[0];
  const used = node.out.filter((r) => r.type === "USED" || r.type === "APPLIED");
  const measured = targets(node, "MEASURED_BY");
  return [
    by && el("p", { class: "lead" }, nodeLink(by), at && [", ", nodeLink(at)]),
    node.p.team && el("p", { class: "muted" }, "The text tells this as a team’s work."),
    proofOfWork(node),
    measured.length > 0 &&
      section(
        "Measured",
        long(measured, (one) => [said(one.p.text), one.p.of && aside(one.p.of)]),
      ),
    used.length > 0 &&
      section(
        "Skills shown",
        long(used, (r) => disclosure([nodeLink(r.target)], () => r.evidence && quotation(r.evidence, r.p.surface))),
      ),
  ];
}

export function metric(node) {
  const work = sources(node, "MEASURED_BY")[0];
  const rows = Object.entries(node.p).filter(([key]) => !key.startsWith("span"));
  return [facts(rows), work && section("Achievement", el("p", {}, nodeLink(work)), proofOfWork(work))];
}

function facts(rows) {
  return el(
    "dl",
    { class: "relations" },
    rows.map(([key, value]) => [el("dt", {}, key), el("dd", {}, said(Array.isArray(value) ? value.join(", ") : value))]),
  );
}

export function paper(node) {
  const people = sources(node, "DESCRIBED_IN");
  return [
    facts([
      ["path", node.p.path ?? ""],
      ["type", node.p.mediaType ?? ""],
    ]),
    section(
      "Describes",
      long(people, (one) => nodeLink(one)),
    ),
  ];
}

export function other(node) {
  const joined = [...node.out.map((r) => [r, true]), ...node.in.map((r) => [r, false])];
  return [
    facts(Object.entries(node.p)),
    joined.length > 0 &&
      section(
        "Joined to",
        long(joined, ([r, forward]) =>
          disclosure(
            [`${step(r, forward)} `, nodeLink(forward ? r.target : r.source)],
            () => r.evidence && quotation(r.evidence, r.p.surface),
          ),
        ),
      ),
  ];
}
