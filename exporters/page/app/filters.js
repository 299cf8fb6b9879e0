// The panel of filters.
import { dot } from "./colours.js";
import { el, replace, visible } from "./dom.js";
import { current, filtered, go, list, toggled, withoutFilters } from "./state.js";
import { selection } from "./select.js";
import { areaName, BASIS, count } from "./words.js";

const ORDER = ["Person", "Company", "Technology", "Concept", "School", "Position", "Achievement", "Metric", "Document"];
const PLURAL = {
  Person: "People",
  Company: "Companies",
  Technology: "Technologies",
  Concept: "Concepts",
  School: "Schools",
  Position: "Positions",
  Achievement: "Achievements",
  Metric: "Metrics",
  Document: "Documents",
};

export function plural(kind) {
  return PLURAL[kind] ?? kind;
}

export function kindsOf(model) {
  const known = ORDER.filter((kind) => model.kinds.has(kind));
  return [...known, ...[...model.kinds.keys()].filter((kind) => !ORDER.includes(kind)).sort()];
}

export function showFilters(panel, model, state) {
  const focus = document.activeElement?.id;
  const open = panel.querySelector("details")?.open ?? matchMedia("(min-width: 60rem)").matches;
  const chosen = selection(model, state);
  const facts = `${count(chosen.people.size, "person", "people")} · ${count(chosen.skills.size, "skill")} · ${count(chosen.companies.size, "company", "companies")}`;
  replace(
    panel,
    el(
      "details",
      { open },
      el("summary", {}, "Filters"),
      el("p", { class: "facts", id: "facts" }, facts),
      basis(state),
      choice(
        "area",
        "Skill area",
        "All areas",
        model.areas.map((area) => [area, areaName(area)]),
        state,
      ),
      choice(
        "company",
        "Worked for",
        "Any company",
        model.companies.map((one) => [one.id, one.name]),
        state,
      ),
      model.years && years(model, state),
      state.view === "graph" && layers(model, state, chosen),
      filtered(state) &&
        el("button", { type: "button", class: "quiet", id: "clear", on: { click: () => go(withoutFilters()) } }, "Clear all filters"),
    ),
  );
  if (focus && panel.querySelector(`#${CSS.escape(focus)}`)) panel.querySelector(`#${CSS.escape(focus)}`).focus();
}

function basis(state) {
  const on = list(state.basis);
  const box = ([name, { name: title, doc }]) =>
    check(
      `basis-${name}`,
      on.includes(name),
      (checked) => go({ basis: toggled(current().basis, name, checked) }),
      el("span", { class: `line line-${name}` }),
      el("span", {}, title, el("small", {}, doc)),
    );
  return el("fieldset", {}, el("legend", {}, "How a skill is known"), Object.entries(BASIS).map(box));
}

/** How many nodes of a kind pass the filters; kinds that no filter touches count in full. */
function passing(model, chosen, kind) {
  if (kind === "Person") return chosen.people.size;
  if (kind === "Company") return chosen.companies.size;
  const all = model.kinds.get(kind);
  return model.isSkill.has(all[0]) ? all.filter((one) => chosen.skills.has(one)).length : all.length;
}

function layers(model, state, chosen) {
  const on = list(state.layers);
  const box = (kind) =>
    check(
      `layer-${kind}`,
      on.includes(kind),
      (checked) => go({ layers: toggled(current().layers, kind, checked) }),
      dot(kind),
      el("span", {}, plural(kind)),
      el("span", { class: "number" }, passing(model, chosen, kind).toLocaleString("en")),
    );
  return el(
    "fieldset",
    {},
    el("legend", {}, "Shown"),
    kindsOf(model).map(box),
    check(
      "ontology",
      Boolean(state.ontology),
      (checked) => go({ ontology: checked ? "1" : "" }),
      el("span", { class: "line line-ontology" }),
      el("span", {}, "Relations between skills"),
    ),
  );
}

function check(id, checked, change, ...content) {
  return el(
    "label",
    { class: "check", for: id },
    el("input", { type: "checkbox", id, checked, on: { change: (event) => change(event.target.checked) } }),
    content,
  );
}

function choice(key, title, none, options, state) {
  const pick = el(
    "select",
    { id: key, on: { change: (event) => go({ [key]: event.target.value }) } },
    el("option", { value: "" }, none),
    options.map(([value, name]) => el("option", { value }, visible(name))),
  );
  pick.value = state[key];
  return el("div", { class: "field" }, el("label", { for: key }, title), pick);
}

function years(model, state) {
  const [first, last] = model.years;
  const all = Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  const pick = (key, title, none) => {
    const element = el(
      "select",
      { id: key, "aria-label": title, on: { change: (event) => go({ [key]: event.target.value }) } },
      el("option", { value: "" }, none),
      all.map((year) => el("option", { value: year }, year)),
    );
    element.value = state[key];
    return element;
  };
  return el(
    "fieldset",
    { class: "years" },
    el("legend", {}, "Years of work"),
    el(
      "div",
      { class: "pair" },
      pick("since", "From year", "From"),
      el("span", { "aria-hidden": "true" }, "–"),
      pick("until", "To year", "To"),
    ),
  );
}
