// The state of the page is its address: every view, filter and selection stands behind the `#`, and nowhere else.

export const VIEWS = ["graph", "list", "person", "coverage", "path", "answers"];
export const LAYERS = ["Person", "Company", "Technology", "Concept"];
const DEFAULTS = {
  view: "graph",
  node: "",
  with: "",
  person: "",
  from: "",
  to: "",
  route: "1",
  layers: LAYERS.join(","),
  area: "",
  company: "",
  since: "",
  until: "",
  basis: "demonstrated,stated",
  ontology: "",
  kind: "Person",
  sort: "",
  show: "",
  need: "",
  answer: "1",
  ask: "",
  through: "",
};

const listeners = [];

/** Which view an address without one means. */
export function startWith(view) {
  DEFAULTS.view = view;
}

export function onChange(listener) {
  listeners.push(listener);
}

export function parse(hash) {
  const [path, query] = hash.replace(/^#\/?/, "").split("?");
  const state = { ...DEFAULTS };
  if (VIEWS.includes(path)) state.view = path;
  for (const [key, value] of new URLSearchParams(query ?? "")) if (Object.hasOwn(DEFAULTS, key) && key !== "view") state[key] = value;
  return state;
}

export function format(state) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) if (key !== "view" && value !== DEFAULTS[key]) query.set(key, value);
  const text = query.toString();
  return `#/${state.view}${text ? `?${text}` : ""}`;
}

export function current() {
  return parse(location.hash);
}

/** The address of the present state with some parts changed. */
export function link(patch) {
  return format({ ...current(), ...patch });
}

export function go(patch) {
  const next = link(patch);
  if (next !== format(current())) location.hash = next;
}

export function list(text) {
  return text ? text.split(",") : [];
}

export function toggled(text, item, on) {
  const items = list(text).filter((one) => one !== item);
  return (on ? [...items, item] : items).join(",");
}

export function filtered(state) {
  return ["layers", "area", "company", "since", "until", "basis", "ontology"].some((key) => state[key] !== DEFAULTS[key]);
}

export function withoutFilters() {
  return Object.fromEntries(["layers", "area", "company", "since", "until", "basis", "ontology"].map((key) => [key, DEFAULTS[key]]));
}

addEventListener("hashchange", () => listeners.forEach((listener) => listener(current())));
