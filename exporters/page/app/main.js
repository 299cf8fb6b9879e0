// Puts the page together and shows what its address says.
import { answersView } from "./answers.js";
import { setLooks } from "./colours.js";
import { combobox, searchIndex } from "./combobox.js";
import { coverageView } from "./coverage.js";
import { readData } from "./data.js";
import { announce, byId, el, replace } from "./dom.js";
import { icon } from "./icons.js";
import { drawingOf } from "./drawing.js";
import { showFilters } from "./filters.js";
import { inspect } from "./inspector.js";
import { listView } from "./listing.js";
import { pathOf, pathPanel } from "./pathview.js";
import { personView } from "./person.js";
import { createStage } from "./stage.js";
import { current, go, link, onChange, startWith, withoutFilters } from "./state.js";
import { onPaper, themeButton } from "./theme.js";
import { throughOf, throughPanel } from "./trail.js";

const TITLES = { answers: "Answers", graph: "Graph", list: "List", person: "People", coverage: "Coverage", path: "Path" };
const ON_CANVAS = ["graph", "path"];
const FILTERED = ["graph", "list", "coverage"];

const model = readData(JSON.parse(byId("data").textContent));
const page = { index: searchIndex(model), sheet: el("div", { class: "view", id: "view" }), stage: createStage(chosen), last: {} };

function chosen(id) {
  const state = current();
  if (state.view !== "path") return go({ node: state.node === id ? "" : id, with: "", through: "" });
  if (!state.from || (state.from && state.to)) return go({ from: id, to: "", node: "", route: "1" });
  return go({ to: id, node: "" });
}

function start() {
  setLooks(model.looks);
  // Who had questions answered wants to see the answers first.
  if (model.answers.length) startWith("answers");
  if (model.live) TITLES.answers = "Ask";
  // A link to `#main` would change the address, which is the state.
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
  const search = combobox({
    id: "find",
    label: model.live ? "Search people, skills, companies, or ask a question" : "Search people, skills, companies",
    placeholder: model.live ? "Search, or ask: Who built …?" : "Search people, skills, companies",
    index: page.index,
    pick: found,
    ask: model.live ? (question) => go({ view: "answers", ask: question, node: "", through: "" }) : undefined,
  });
  byId("search").append(search.element);
  byId("tools").append(
    themeButton(() => page.stage.scene?.theme()),
    el(
      "button",
      {
        type: "button",
        id: "copy",
        class: "icon",
        "aria-label": "Copy a link to this view",
        title: "Copy a link to this view",
        on: { click: copy },
      },
      icon("link"),
    ),
    el("button", { type: "button", class: "icon", "aria-label": "Print", title: "Print", on: { click: () => print() } }, icon("print")),
  );
  byId("main").append(page.stage.element, page.sheet);
  page.stage.element.hidden = !ON_CANVAS.includes(current().view);
  page.stage.start();
  onPaper(page.stage.paper, page.stage.screen);
  addEventListener("keydown", keys);
  addEventListener("resize", resized);
  onChange(show);
  show(current());
  globalThis.skillgraph = { model, scene: page.stage.scene };
}

function found(node) {
  const { view } = current();
  if (view === "person" && node.kind === "Person") return go({ person: node.id, node: "" });
  return go({ view: ["graph", "list", "coverage"].includes(view) ? view : "graph", node: node.id, with: "", through: "" });
}

function keys(event) {
  const typing = event.target.matches("input, select, textarea");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("find").focus();
  }
  if (event.key === "Escape" && (current().node || current().through)) closeInspector();
}

function closeInspector() {
  go(current().node ? { node: "", with: "" } : { through: "" });
  (ON_CANVAS.includes(current().view) ? byId("canvas") : byId("main"))?.focus();
}

async function copy() {
  try {
    await navigator.clipboard.writeText(location.href);
    announce("Copied");
    byId("copy").classList.add("done");
    setTimeout(() => byId("copy").classList.remove("done"), 1200);
  } catch {
    prompt("The link to this view", location.href);
  }
}

let resizing;
function resized() {
  clearTimeout(resizing);
  resizing = setTimeout(() => current().view === "person" && showSheet(current()), 150);
}

function show(state) {
  document.title = `${titleOf(state)} – ${model.title || "Skill graph"}`;
  document.body.dataset.view = state.view;
  showViews(state);
  byId("filters").hidden = !FILTERED.includes(state.view);
  if (FILTERED.includes(state.view)) showFilters(byId("filters"), model, state);
  const onCanvas = ON_CANVAS.includes(state.view);
  page.stage.element.hidden = !onCanvas;
  page.sheet.hidden = onCanvas;
  showInspector(state);
  if (onCanvas) showCanvas(state);
  else showSheet(state);
  page.last = state;
}

function titleOf(state) {
  const named = model.byId.get(state.view === "person" ? state.person : state.node);
  return named ? named.name : TITLES[state.view];
}

function showViews(state) {
  const shown = Object.entries(TITLES).filter(([view]) => view !== "answers" || model.live || model.answers.length);
  replace(
    byId("views"),
    shown.map(([view, title]) =>
      el(
        "a",
        {
          href: view === "person" ? link({ view, person: "", node: "", with: "", through: "" }) : link({ view, with: "", through: "" }),
          "aria-current": view === state.view ? "page" : undefined,
        },
        title,
      ),
    ),
  );
}

function showCanvas(state) {
  const route = state.view === "path" ? pathOf(model, state) : { path: [] };
  const through = state.view === "graph" ? throughOf(model, state) : { nodes: [], steps: [] };
  const steps = [...route.path, ...through.steps];
  const extras = [state.node, state.view === "path" && state.from, state.view === "path" && state.to]
    .map((id) => id && model.byId.get(id))
    .concat(through.nodes)
    .filter(Boolean);
  const base = { ...state, ...(state.view === "path" ? withoutFilters() : {}) };
  const hidden = extras.filter((one) => !drawnByDefault(base, one));
  const key = JSON.stringify([
    base.layers,
    base.area,
    base.company,
    base.since,
    base.until,
    base.basis,
    base.ontology,
    hidden.map((one) => one.id),
    steps.map((one) => one.relationship.index),
  ]);
  const marked = [...new Set([...extras, ...steps.flatMap((one) => [one.from, one.to])].map((one) => one.id))];
  const moved = ["node", "view", "from", "to", "route", "through"].some((part) => page.last[part] !== state[part]);
  page.stage.show(
    () =>
      drawingOf(
        model,
        base,
        extras,
        steps.map((one) => one.relationship),
      ),
    key,
    { marked, trail: steps.map((one) => [one.from.id, one.to.id]) },
    moved && cameFromAfar(state, steps),
  );
}

/** Whether a node needs no place of its own in the picture's key: it is drawn whatever is chosen. */
function drawnByDefault(state, node) {
  return drawnNodes(state).has(node);
}

let drawn = { key: "", nodes: new Set() };
function drawnNodes(state) {
  const key = JSON.stringify([state.layers, state.area, state.company, state.since, state.until, state.basis]);
  if (drawn.key !== key) drawn = { key, nodes: drawingOf(model, state).nodes };
  return drawn.nodes;
}

/** A click on the canvas leaves the view where it is; a search or a link moves it to the node. */
function cameFromAfar(state, path) {
  return path.length > 0 || (state.view === "graph" && Boolean(state.node) && !byId("canvas").matches(":hover"));
}

function showSheet(state) {
  const width = Math.max(320, Math.min(1040, byId("main").clientWidth - 64));
  const views = {
    list: () => listView(model, state),
    person: () => personView(model, state, width),
    coverage: () => coverageView(model, state, page.index),
    answers: () => answersView(model, state, () => current().view === "answers" && showSheet(current())),
  };
  const same = sameSheet(state);
  const focus = document.activeElement?.closest("#view") ? document.activeElement.id : "";
  const top = byId("main").scrollTop;
  const scroll = page.sheet.querySelector(".scroll");
  const [left, down] = [scroll?.scrollLeft ?? 0, scroll?.scrollTop ?? 0];
  const cell = document.activeElement?.dataset?.person && { ...document.activeElement.dataset };
  replace(page.sheet, views[state.view]());
  byId("main").scrollTop = same ? top : 0;
  if (same && page.sheet.querySelector(".scroll")) page.sheet.querySelector(".scroll").scrollTo(left, down);
  if (focus) byId(focus)?.focus();
  if (cell)
    [...page.sheet.querySelectorAll("td[data-person]")]
      .find((one) => one.dataset.person === cell.person && one.dataset.skill === cell.skill)
      ?.focus();
  document.body.dataset.state = "ready";
}

function sameSheet(state) {
  return (
    page.last.view === state.view && page.last.person === state.person && page.last.answer === state.answer && page.last.ask === state.ask && page.last.kind === state.kind
  );
}

function showInspector(state) {
  const panel = byId("inspector");
  const node = model.byId.get(state.node);
  const missing = state.node && !node;
  const through = state.view === "graph" && state.through;
  panel.hidden = !node && !missing && state.view !== "path" && !through;
  if (panel.hidden) return replace(panel);
  const back = node && (state.view === "path" || through) ? "Back to the path" : "Close";
  const close =
    (node || missing || through) &&
    el(
      "button",
      { type: "button", class: "close", id: "close", "aria-label": back, title: `${back} (Escape)`, on: { click: closeInspector } },
      "×",
    );
  const content = node
    ? inspect(model, node, state)
    : missing
      ? el("p", { class: "empty" }, "What this link names is not in this graph.")
      : through
        ? throughPanel(model, state)
        : pathPanel(model, state, page.index);
  const focus = document.activeElement?.closest("#inspector") ? document.activeElement.id : "";
  replace(panel, close, content);
  panel.scrollTop = 0;
  if (focus) byId(focus)?.focus();
  if (node && page.last.node !== state.node) announce(`${node.name}, ${node.kind.toLowerCase()}`);
  return undefined;
}

start();
