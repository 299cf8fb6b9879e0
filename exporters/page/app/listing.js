// The graph as tables: the same nodes as on the canvas, for reading, sorting and screen readers.
import { companyOf, skillLinks, sources } from "./data.js";
import { dot } from "./colours.js";
import { el, replace, said } from "./dom.js";
import { kindsOf, plural } from "./filters.js";
import { selection } from "./select.js";
import { go, link } from "./state.js";
import { areaName, count, duration } from "./words.js";

const ROWS = 100;

export function listView(model, state) {
  const kinds = kindsOf(model);
  const kind = kinds.includes(state.kind) ? state.kind : kinds[0];
  if (!kind) return el("p", { class: "empty" }, "This graph is empty.");
  const chosen = selection(model, state);
  const columns = Object.hasOwn(COLUMNS, kind) ? COLUMNS[kind](chosen) : [nameColumn];
  const nodes = sortNodes(nodesOf(model, chosen, kind), columns, state.sort);
  return el(
    "div",
    { class: "listing" },
    el("h2", {}, "List"),
    el(
      "nav",
      { class: "segments", "aria-label": "Kind of node" },
      kinds.map((one) =>
        el(
          "a",
          { href: link({ kind: one, sort: "" }), "aria-current": one === kind ? "true" : undefined },
          dot(one),
          plural(one),
          el("span", { class: "number" }, nodesOf(model, chosen, one).length.toLocaleString("en")),
        ),
      ),
    ),
    nodes.length ? rowsOf(nodes, columns, state, kind) : el("p", { class: "empty" }, "Nothing passes these filters."),
  );
}

function nodesOf(model, chosen, kind) {
  if (kind === "Person") return [...chosen.people];
  if (kind === "Company") return [...chosen.companies];
  const all = model.kinds.get(kind);
  return model.isSkill.has(all[0]) ? all.filter((one) => chosen.skills.has(one)) : all;
}

const nameColumn = {
  id: "name",
  title: "Name",
  of: (one) => one.name,
  show: (one) => el("a", { href: link({ node: one.id, with: "" }) }, said(one.name)),
};
const holder = (one) => sources(one, "HELD")[0] ?? sources(one, "ACHIEVED")[0];
const holderColumn = { id: "who", title: "Person", of: (one) => holder(one)?.name ?? "" };

function personColumns(chosen) {
  const held = new Map();
  for (const r of chosen.links) held.set(r.source, (held.get(r.source) ?? 0) + 1);
  const best = (one) =>
    skillLinks(one)
      .filter((r) => r.p.basis === "demonstrated")
      .slice(0, 4)
      .map((r) => r.target.name)
      .join(", ");
  return [
    nameColumn,
    { id: "title", title: "Title", of: (one) => one.p.title ?? "" },
    { id: "months", title: "Work", of: (one) => one.p.totalMonths ?? 0, show: (one) => duration(one.p.totalMonths), number: true },
    { id: "skills", title: "Skills", of: (one) => held.get(one) ?? 0, number: true },
    { id: "best", title: "Most shown", of: best },
  ];
}

function skillColumns(chosen) {
  const links = new Map();
  for (const r of chosen.links) links.set(r.target, [...(links.get(r.target) ?? []), r]);
  const of = (one) => links.get(one) ?? [];
  const months = (one) => of(one).reduce((sum, r) => sum + (r.p.months ?? 0), 0);
  return [
    nameColumn,
    { id: "area", title: "Area", of: (one) => (one.p.area ? areaName(one.p.area) : "") },
    { id: "people", title: "People", of: (one) => of(one).length, number: true },
    { id: "proven", title: "Shown by", of: (one) => of(one).filter((r) => r.p.basis === "demonstrated").length, number: true },
    { id: "months", title: "Months", of: months, show: (one) => duration(months(one)), number: true },
  ];
}

const COLUMNS = {
  Person: personColumns,
  Technology: skillColumns,
  Concept: skillColumns,
  Company: (chosen) => {
    const people = (one) => [...new Set(chosen.jobs.filter((r) => companyOf(r.target) === one).map((r) => r.source.name))];
    return [
      nameColumn,
      { id: "people", title: "People", of: (one) => people(one).length, number: true },
      { id: "who", title: "Who", of: (one) => people(one).join(", ") },
    ];
  },
  School: () => [
    nameColumn,
    { id: "who", title: "Who", of: (one) => [...new Set(sources(one, "STUDIED_AT").map((p) => p.name))].join(", ") },
  ],
  Position: () => [
    nameColumn,
    holderColumn,
    { id: "start", title: "From", of: (one) => one.p.startDate ?? "" },
    { id: "end", title: "To", of: (one) => (one.p.current ? "to date" : (one.p.endDate ?? "")) },
    { id: "months", title: "Length", of: (one) => one.p.months ?? 0, show: (one) => duration(one.p.months), number: true },
  ],
  Achievement: () => [
    {
      ...nameColumn,
      title: "Work",
      of: (one) => one.p.text ?? one.name,
      show: (one) => el("a", { href: link({ node: one.id, with: "" }) }, said(one.p.text ?? one.name)),
    },
    holderColumn,
    { id: "skills", title: "Skills", of: (one) => one.out.filter((r) => r.type === "USED" || r.type === "APPLIED").length, number: true },
  ],
  Metric: () => [
    nameColumn,
    { id: "of", title: "Of", of: (one) => one.p.of ?? "" },
    { id: "work", title: "Work", of: (one) => sources(one, "MEASURED_BY")[0]?.p.text ?? "" },
  ],
  Document: () => [
    nameColumn,
    { id: "path", title: "Path", of: (one) => one.p.path ?? "" },
    {
      id: "who",
      title: "Describes",
      of: (one) =>
        sources(one, "DESCRIBED_IN")
          .map((p) => p.name)
          .join(", "),
    },
    { id: "works", title: "Type", of: (one) => one.p.mediaType ?? "" },
  ],
};

function sortNodes(nodes, columns, sort) {
  const [id, direction] = sort.split(" ");
  const column = columns.find((one) => one.id === id) ?? columns[0];
  const sign = direction === "down" ? -1 : 1;
  const keys = new Map(nodes.map((one) => [one, column.of(one)]));
  const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en"));
  return nodes.sort((a, b) => sign * compare(keys.get(a), keys.get(b)) || a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
}

function rowsOf(nodes, columns, state, kind) {
  let shown = ROWS;
  const body = el("tbody", {});
  const more = el("p", { class: "more" });
  const draw = (from) => {
    body.append(
      ...nodes.slice(from, shown).map((one) =>
        el(
          "tr",
          { "aria-current": state.node === one.id ? "true" : undefined },
          columns.map((column, at) =>
            el(
              at ? "td" : "th",
              { class: column.number ? "figure" : undefined, scope: at ? undefined : "row" },
              column.show ? column.show(one) : said(column.of(one)),
            ),
          ),
        ),
      ),
    );
    replace(
      more,
      nodes.length > shown &&
        el(
          "button",
          { type: "button", class: "quiet", on: { click: () => draw((shown += ROWS) - ROWS) } },
          `${shown} of ${nodes.length.toLocaleString("en")} – show more`,
        ),
    );
  };
  draw(0);
  return [
    el(
      "div",
      { class: "scroll" },
      el(
        "table",
        { class: "rows" },
        el("caption", { class: "hidden" }, `${plural(kind)}: ${count(nodes.length, "row")}`),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            columns.map((column, at) => sortable(column, state.sort, at)),
          ),
        ),
        body,
      ),
    ),
    more,
  ];
}

function sortable(column, sort, at) {
  const [id, direction] = sort ? sort.split(" ") : ["", ""];
  const on = id ? id === column.id : at === 0;
  const down = on && direction === "down";
  const next = `${column.id} ${on ? (down ? "up" : "down") : column.number ? "down" : "up"}`;
  return el(
    "th",
    { scope: "col", class: column.number ? "figure" : undefined, "aria-sort": on ? (down ? "descending" : "ascending") : undefined },
    el(
      "button",
      { type: "button", id: `sort-${column.id}`, on: { click: () => go({ sort: next }) } },
      column.title,
      el("span", { class: "arrow", "aria-hidden": "true" }, on ? (down ? "↓" : "↑") : ""),
    ),
  );
}
