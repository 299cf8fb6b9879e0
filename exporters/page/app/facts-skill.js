// The facts of a skill, for the panel of details.
import { holderLinks } from "./data.js";
import { el, said } from "./dom.js";
import { evidenceOf } from "./proof.js";
import { actions, button, disclosure, long, nodeLink, section } from "./rows.js";
import { link } from "./state.js";
import { areaName, BASIS, count, duration, step } from "./words.js";

export function skill(node, model) {
  const links = holderLinks(node);
  const known = links.filter((r) => r.p.basis !== "inferred");
  const inferred = links.filter((r) => r.p.basis === "inferred");
  return [
    el(
      "p",
      { class: "muted" },
      [node.p.area && areaName(node.p.area), node.p.curated === false && "not in the ontology"].filter(Boolean).join(" · "),
    ),
    node.p.note && el("p", { class: "lead" }, said(node.p.note)),
    actions(button(link({ view: "path", from: node.id, to: "", node: "" }), "Path to …")),
    links.length === 0 && el("p", { class: "empty" }, "Nobody in this graph has shown or stated this skill."),
    known.length > 0 &&
      section(
        count(known.length, "person", "people"),
        long(known, (r) => holderRow(r, model)),
      ),
    inferred.length > 0 &&
      section(
        "Inferred",
        long(inferred, (r) => holderRow(r, model), 5),
      ),
    relations(node),
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

function holderRow(r, model) {
  const last = r.p.lastUsed && `last ${r.p.lastUsed.slice(0, 4)}`;
  return disclosure(
    [
      el("span", { class: `mark mark-${r.p.basis}`, title: BASIS[r.p.basis]?.name }),
      nodeLink(r.source),
      el(
        "span",
        { class: "aside" },
        el("span", { class: "hidden" }, `${BASIS[r.p.basis]?.name ?? r.p.basis} `),
        [duration(r.p.months), last].filter(Boolean).join(", "),
      ),
    ],
    () => evidenceOf(r.source, r.target, model),
  );
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
  return section(
    "In the ontology",
    el(
      "dl",
      { class: "relations" },
      [...grouped].map(([words, nodes]) => [
        el("dt", {}, words),
        el(
          "dd",
          {},
          nodes.slice(0, 12).map((one, at) => [at ? ", " : "", nodeLink(one)]),
          nodes.length > 12 && ` and ${nodes.length - 12} more`,
        ),
      ]),
    ),
  );
}
