// Coverage: people × skills as a heat map, with what one person alone holds and what nobody has shown.
import { matches, plain } from "./combobox.js";
import { announce, el, replace, said } from "./dom.js";
import { selection } from "./select.js";
import { current, go, link } from "./state.js";
import { areaName, BASIS, count, duration } from "./words.js";

const ROWS = 60;
const COLUMNS = 40;
const SORTS = {
  people: "Most people first",
  few: "Fewest people first",
  months: "Most experience first",
  name: "By name",
  area: "By area",
};
const SHOWS = { "": "All skills", one: "Held by one person", unproven: "Never shown in work" };

export function coverageView(model, state, index) {
  const rows = table(model, state);
  const needed = needs(state, index, rows);
  const shown = needed
    ? needed.rows
    : sortRows(
        rows.filter((row) => passes(row, state.show)),
        state.sort,
      );
  const people = sortPeople([...selection(model, state).people], rows);
  return el(
    "div",
    { class: "coverage" },
    el("h2", {}, "Coverage"),
    tiles(rows, people, state),
    controls(state),
    needed?.unknown.length > 0 &&
      el(
        "p",
        { class: "warning" },
        "Not in this graph: ",
        needed.unknown.map((name, at) => [at ? ", " : "", said(name)]),
      ),
    shown.length && people.length
      ? heat(shown, people, state)
      : el(
          "p",
          { class: "empty" },
          "Nothing passes these filters. ",
          el("a", { href: link({ show: "", need: "", area: "", company: "", since: "", until: "" }) }, "Show everything"),
        ),
  );
}

/** One row a skill: `{skill, cells: Map of person → HAS_SKILL, holders, months, proven}`. */
function table(model, state) {
  const rows = new Map();
  for (const r of selection(model, state).links) {
    const row = rows.get(r.target) ?? { skill: r.target, cells: new Map(), months: 0, proven: 0 };
    row.cells.set(r.source, r);
    row.months += r.p.months ?? 0;
    row.proven += Number(r.p.basis === "demonstrated");
    rows.set(r.target, row);
  }
  return [...rows.values()];
}

function passes(row, show) {
  if (show === "one") return row.cells.size === 1;
  return show !== "unproven" || row.proven === 0;
}

function sortRows(rows, sort) {
  const name = (a, b) => a.skill.name.localeCompare(b.skill.name, "en");
  const order =
    {
      few: (a, b) => a.cells.size - b.cells.size || b.months - a.months,
      months: (a, b) => b.months - a.months,
      name,
      area: (a, b) => (a.skill.p.area ?? "~").localeCompare(b.skill.p.area ?? "~", "en") || b.cells.size - a.cells.size,
    }[sort] ?? ((a, b) => b.cells.size - a.cells.size || b.proven - a.proven || b.months - a.months);
  return [...rows].sort((a, b) => order(a, b) || name(a, b));
}

function sortPeople(people, rows) {
  const held = new Map();
  for (const row of rows) for (const person of row.cells.keys()) held.set(person, (held.get(person) ?? 0) + 1);
  return people.sort((a, b) => (held.get(b) ?? 0) - (held.get(a) ?? 0) || a.name.localeCompare(b.name, "en"));
}

/** The rows of the skills that the user needs, also of those that nobody has. */
function needs(state, index, rows) {
  const names = state.need
    .split(/[,\n;]/)
    .map((name) => name.trim())
    .filter(Boolean);
  if (!names.length) return undefined;
  const skills = index.filter(({ node }) => node.labels.includes("Skill") || node.kind === "Technology" || node.kind === "Concept");
  const bySkill = new Map(rows.map((row) => [row.skill, row]));
  const found = names.map(
    (name) =>
      skills.find(({ node, words }) => words.includes(plain(name)) || node.id === `skill:${name}`)?.node ?? matches(skills, name, 1)[0],
  );
  return {
    rows: [...new Set(found.filter(Boolean))].map((skill) => bySkill.get(skill) ?? { skill, cells: new Map(), months: 0, proven: 0 }),
    unknown: names.filter((_, at) => !found[at]),
  };
}

function tiles(rows, people, state) {
  const tile = (number, text, patch, on) =>
    el(
      "a",
      { class: "tile", href: link(patch), "aria-current": on ? "true" : undefined },
      el("strong", {}, number.toLocaleString("en")),
      text,
    );
  const one = rows.filter((row) => row.cells.size === 1).length;
  const unproven = rows.filter((row) => !row.proven).length;
  return el(
    "div",
    { class: "tiles" },
    el("div", { class: "tile" }, el("strong", {}, people.length.toLocaleString("en")), people.length === 1 ? "person" : "people"),
    tile(rows.length, "skills", { show: "", need: "" }, !state.show && !state.need),
    tile(one, "held by one person (bus factor 1)", { show: "one", need: "" }, state.show === "one"),
    tile(unproven, "never shown in work (gaps)", { show: "unproven", need: "" }, state.show === "unproven"),
  );
}

function controls(state) {
  const choice = (id, title, options, value) => {
    const pick = el(
      "select",
      { id, on: { change: (event) => go({ [id]: event.target.value }) } },
      Object.entries(options).map(([key, name]) => el("option", { value: key }, name)),
    );
    pick.value = value;
    return el("div", { class: "field" }, el("label", { for: id }, title), pick);
  };
  const need = el("input", {
    id: "need",
    type: "text",
    value: state.need,
    placeholder: "Kafka, Kubernetes, Go …",
    on: { change: (event) => go({ need: event.target.value }) },
  });
  return el(
    "div",
    { class: "controls" },
    choice("show", "Show", SHOWS, state.show),
    choice("sort", "Order", SORTS, Object.hasOwn(SORTS, state.sort) ? state.sort : "people"),
    el("div", { class: "field wide" }, el("label", { for: "need" }, "Skills that you need"), need),
    legend(),
  );
}

function legend() {
  return el(
    "p",
    { class: "legend" },
    [1, 2, 3, 4].map((level) => el("span", { class: `cell-key heat-${level}` })),
    el("span", {}, "shown: under 1, 3, 6 years, more"),
    el("span", { class: "cell-key heat-stated" }),
    el("span", {}, "stated"),
    el("span", { class: "cell-key heat-inferred" }),
    el("span", {}, "inferred"),
  );
}

function heat(rows, people, state) {
  const shown = { rows: ROWS, people: COLUMNS };
  const holder = el("div", { class: "heat-holder" });
  const draw = () => {
    const grid = heatTable(rows.slice(0, shown.rows), people.slice(0, shown.people), state);
    const more = [
      ["rows", rows.length, "skills"],
      ["people", people.length, "people"],
    ].filter(([key, all]) => all > shown[key]);
    replace(
      holder,
      el("div", { class: "scroll" }, grid),
      el(
        "p",
        { class: "more" },
        more.map(([key, all, name]) =>
          el(
            "button",
            {
              type: "button",
              class: "quiet",
              on: {
                click: () => {
                  shown[key] += key === "rows" ? ROWS : COLUMNS;
                  draw();
                },
              },
            },
            `${shown[key]} of ${all.toLocaleString("en")} ${name} – show more`,
          ),
        ),
      ),
    );
  };
  draw();
  announce(`${count(rows.length, "skill")}, ${count(people.length, "person", "people")}`);
  return holder;
}

function heatTable(rows, people, state) {
  const head = el(
    "tr",
    {},
    el("th", { scope: "col", class: "corner" }, "Skill"),
    el("th", { scope: "col", class: "sum" }, "People"),
    people.map((one) =>
      el(
        "th",
        { scope: "col", class: "person" },
        el("a", { href: link({ view: "person", person: one.id, node: "", with: "" }) }, said(one.name)),
      ),
    ),
  );
  const body = rows.map((row) =>
    el(
      "tr",
      {},
      el(
        "th",
        { scope: "row" },
        el("a", { href: link({ node: row.skill.id, with: "" }) }, said(row.skill.name)),
        state.sort === "area" && row.skill.p.area && el("small", {}, areaName(row.skill.p.area)),
      ),
      el(
        "td",
        { class: row.cells.size === 0 ? "sum gap" : row.cells.size === 1 ? "sum one" : "sum" },
        row.cells.size === 0 ? "nobody" : row.cells.size,
      ),
      people.map((person) => cell(row, person, state)),
    ),
  );
  const grid = el(
    "table",
    { class: "heat", role: "grid", "aria-label": "People and skills; arrow keys move, Enter shows the proof" },
    el("thead", {}, head),
    el("tbody", {}, body),
  );
  return roving(grid);
}

function cell(row, person, state) {
  const r = row.cells.get(person);
  if (!r) return el("td", { tabindex: "-1", class: "none", "aria-label": `${person.name}, ${row.skill.name}: nothing known` });
  const level = r.p.basis === "demonstrated" ? 1 + [12, 36, 72].filter((months) => (r.p.months ?? 0) >= months).length : r.p.basis;
  const text = `${person.name}, ${row.skill.name}: ${[BASIS[r.p.basis]?.name.toLowerCase() ?? r.p.basis, duration(r.p.months)].filter(Boolean).join(", ")}`;
  const on = state.node === person.id && state.with === row.skill.id;
  return el("td", {
    tabindex: "-1",
    class: `heat-${level}`,
    title: text,
    "aria-label": text,
    "aria-selected": on ? "true" : undefined,
    "data-person": person.id,
    "data-skill": row.skill.id,
  });
}

/** One stop of the Tab key for the whole grid; arrow keys move inside it. */
function roving(grid) {
  const cells = () => [...grid.tBodies[0].rows].map((row) => [...row.cells].slice(2));
  grid.tBodies[0].querySelector("td[tabindex]")?.setAttribute("tabindex", "0");
  grid.addEventListener("keydown", (event) => {
    const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [0, 0];
    if (event.key === "Enter" && event.target.dataset.person) return select(event.target);
    if ((!down && !right) || event.target.tagName !== "TD") return;
    const all = cells();
    const y = all.findIndex((row) => row.includes(event.target));
    const next = all[y + down]?.[all[y]?.indexOf(event.target) + right];
    if (!next) return;
    event.preventDefault();
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  grid.addEventListener("click", (event) => {
    const target = event.target.closest("td[data-person]");
    if (target) select(target);
  });
  return grid;
}

function select(target) {
  const same = current().node === target.dataset.person && current().with === target.dataset.skill;
  go(same ? { node: "", with: "" } : { node: target.dataset.person, with: target.dataset.skill });
}
