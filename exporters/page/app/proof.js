// What proves that a person has a skill or did a piece of work.
import { proofs, reasons } from "./data.js";
import { el, said } from "./dom.js";
import { quotation } from "./evidence.js";
import { aside, nodeLink } from "./rows.js";
import { chain, count, period } from "./words.js";

/** Everything that proves that a person has a skill; of an inferred one its reasons and their proof. */
export function evidenceOf(person, skill, model) {
  const found = proofs(person, skill);
  const held = person.out.find((r) => r.type === "HAS_SKILL" && r.target === skill);
  const own = found
    .slice(0, 8)
    .map((one) => [
      one.position &&
        el(
          "p",
          { class: "where" },
          nodeLink(one.position),
          aside(period(one.position.p.startDate, one.position.p.endDate, one.position.p.current)),
        ),
      one.stance && one.stance !== "positive" && el("p", { class: "where" }, `The text says this as ${one.stance}.`),
      quotation(one.evidence, one.surface),
    ]);
  const rest = found.length > 8 && el("p", { class: "muted" }, `${count(found.length - 8, "more sentence")} say so.`);
  const derived = held
    ? reasons(held, model)
        .slice(0, 4)
        .map((reason) => because(person, reason, model))
    : [];
  return own.length || derived.length ? [own, rest, derived] : undefined;
}

export function because(person, { text, skill }, model) {
  const name = (id) => model.byId.get(`skill:${id}`)?.name ?? id;
  const proof = skill && proofs(person, skill)[0];
  return el(
    "div",
    { class: "because" },
    el("p", { class: "where" }, said(chain(text, name))),
    proof && quotation(proof.evidence, proof.surface),
  );
}

/** An achievement's own sentence as its proof. */
export function proofOfWork(node) {
  const { text, document, spanStart, spanEnd, page } = node.p;
  return quotation({ quote: text, document, start: spanStart ?? 0, end: spanEnd ?? 0, page });
}
