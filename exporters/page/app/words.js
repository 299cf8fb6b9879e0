// Dates, durations, numbers and relationships in words.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2021-09` → `Sep 2021`; `2021` stays. */
export function date(iso) {
  const [year, month] = String(iso).split("-");
  return month && MONTHS[Number(month) - 1] ? `${MONTHS[Number(month) - 1]} ${year}` : year;
}

/** Months as `3 yr 4 mo`. */
export function duration(months) {
  if (!months) return "";
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return [years ? `${years} yr` : "", rest ? `${rest} mo` : ""].filter(Boolean).join(" ");
}

export function period(start, end, current) {
  if (!start && !end) return current ? "to date" : "";
  if (!start) return `until ${date(end)}`;
  if (current) return `since ${date(start)}`;
  return !end || end === start ? date(start) : `${date(start)} – ${date(end)}`;
}

/** An ISO prefix as a year with a fraction; of a year alone its begin, or its end if `last`. */
export function yearOf(iso, last) {
  if (!iso) return undefined;
  const [year, month] = String(iso).split("-").map(Number);
  if (!Number.isFinite(year)) return undefined;
  return month ? year + (last ? month : month - 1) / 12 : year + (last ? 1 : 0);
}

export function count(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : (many ?? `${one}s`)}`;
}

/** `messaging-streaming` → `Messaging streaming`. */
export function areaName(area) {
  const text = area.replaceAll("-", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const BASIS = {
  demonstrated: { name: "Demonstrated", doc: "shown in described work" },
  stated: { name: "Stated", doc: "listed, not shown in work" },
  inferred: { name: "Inferred", doc: "follows from another skill" },
};

const STEPS = {
  HELD: ["worked as", "held by"],
  AT: ["at", "where one worked as"],
  STUDIED_AT: ["studied at", "where studied"],
  INCLUDES: ["included", "as"],
  ACHIEVED: ["achieved", "done by"],
  USED: ["using", "used in"],
  APPLIED: ["applying", "applied in"],
  LISTS: ["with", "listed by"],
  MEASURED_BY: ["measured by", "measures"],
  CLAIMS: ["states", "stated by"],
  DESCRIBED_IN: ["described in", "describes"],
  BROADER: ["is a kind of", "has as a kind"],
  IMPLIES: ["implies", "is implied by"],
  PART_OF: ["is part of", "has as a part"],
  ALTERNATIVE_TO: ["is an alternative to", "is an alternative to"],
  RELATED: ["is related to", "is related to"],
};

const HAS = {
  demonstrated: ["has shown", "shown by"],
  stated: ["states", "stated by"],
  inferred: ["knows by inference", "known by inference to"],
};

/** A relationship as the words between its two nodes. */
export function step(relationship, forward) {
  const side = forward ? 0 : 1;
  if (relationship.type === "HAS_SKILL") return (HAS[relationship.p.basis] ?? HAS.stated)[side];
  return (STEPS[relationship.type] ?? [
    relationship.type.toLowerCase().replaceAll("_", " "),
    relationship.type.toLowerCase().replaceAll("_", " "),
  ])[side];
}

/** `apache-kafka -broader-> message-broker` as words, by the skills' names. */
export function chain(text, nameOf) {
  return text
    .split(/\s+-([\w-]+)->\s+/)
    .map((part, at) => (at % 2 ? ` ${(STEPS[part.toUpperCase().replaceAll("-", "_")] ?? [part])[0]} ` : nameOf(part)))
    .join("");
}
