// The facts of a person, for the panel of details.
import { positionsOf, skillLinks, targets } from "./data.js";
import { el, said } from "./dom.js";
import { quotation } from "./evidence.js";
import { evidenceOf } from "./proof.js";
import { actions, aside, button, disclosure, long, nodeLink, section } from "./rows.js";
import { link } from "./state.js";
import { BASIS, duration, period } from "./words.js";

export function person(node, model, state) {
  const skills = skillLinks(node).filter((r) => r.p.basis !== "inferred");
  const inferred = skillLinks(node).filter((r) => r.p.basis === "inferred");
  const chosen = state.with && model.byId.get(state.with);
  return [
    node.p.title && el("p", { class: "lead" }, said(node.p.title)),
    el(
      "p",
      { class: "muted" },
      [node.p.location, node.p.totalMonths && `${duration(node.p.totalMonths)} of work`].filter(Boolean).join(" · "),
    ),
    actions(
      button(link({ view: "person", person: node.id, node: "", with: "" }), "Open profile"),
      button(link({ view: "path", from: node.id, to: "", node: "" }), "Path to …"),
    ),
    chosen && section(`Proof of ${chosen.name}`, evidenceOf(node, chosen, model)),
    positionsOf(node).length > 0 &&
      section(
        "Positions",
        long(positionsOf(node), (one) => positionRow(one, node), 6),
      ),
    skills.length > 0 &&
      section(
        "Skills",
        long(skills, (r) => skillRow(r, r.target, model)),
      ),
    inferred.length > 0 &&
      section(
        "Inferred",
        el("p", { class: "muted" }, "What follows from the skills above."),
        long(inferred, (r) => skillRow(r, r.target, model), 5),
      ),
    studies(node),
    papers(node),
  ];
}

function studies(node) {
  const found = node.out.filter((r) => r.type === "STUDIED_AT");
  return (
    found.length > 0 &&
    section(
      "Education",
      long(found, (r) =>
        disclosure(
          [nodeLink(r.target), aside([r.p.degree, r.p.field, period(r.p.startDate, r.p.endDate, r.p.current)].filter(Boolean).join(", "))],
          () => r.evidence && quotation(r.evidence),
        ),
      ),
    )
  );
}

function papers(node) {
  const found = targets(node, "DESCRIBED_IN");
  return (
    found.length > 0 &&
    section(
      "Documents",
      long(found, (one) => nodeLink(one)),
    )
  );
}

function positionRow(position, holder) {
  const held = position.in.find((r) => r.type === "HELD" && r.source === holder);
  return disclosure(
    [
      nodeLink(position, position.p.title || "Position"),
      aside([position.p.company, period(position.p.startDate, position.p.endDate, position.p.current)].filter(Boolean).join(", ")),
    ],
    () => held?.evidence && quotation(held.evidence),
  );
}

function skillRow(r, shown, model) {
  const facts = [duration(r.p.months), r.p.level, r.p.years && `${r.p.years} yr stated`].filter(Boolean).join(", ");
  return disclosure(
    [
      el("span", { class: `mark mark-${r.p.basis}`, title: BASIS[r.p.basis]?.name }),
      nodeLink(shown),
      el("span", { class: "aside" }, el("span", { class: "hidden" }, `${BASIS[r.p.basis]?.name ?? r.p.basis} `), facts),
    ],
    () => evidenceOf(r.source, r.target, model),
  );
}
