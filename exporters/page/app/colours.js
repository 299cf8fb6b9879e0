// The colour and size of each label, and the page's colours for the canvas, which no style sheet reaches.
import { el } from "./dom.js";

const OTHER = { color: "#7b7b83", size: 6 };
let looks = {};

export function setLooks(given) {
  looks = given;
}

export function lookOf(kind) {
  return Object.hasOwn(looks, kind) ? looks[kind] : OTHER;
}

/** A dot in a label's colour. */
export function dot(kind) {
  return el("span", { class: "dot", color: lookOf(kind).color, "aria-hidden": "true" });
}

export function isDark() {
  const theme = document.documentElement.dataset.theme;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function palette() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  const kinds = ["demonstrated", "stated", "inferred", "job", "ontology", "work", "paper"];
  return {
    dark: isDark(),
    text: read("text"),
    quiet: read("quiet-text"),
    page: read("page"),
    card: read("card"),
    faded: read("faded"),
    fadedEdge: read("faded-edge"),
    accent: read("accent"),
    edges: Object.fromEntries(kinds.map((kind) => [kind, read(`edge-${kind}`)])),
  };
}

/** A label's colour; on a dark page lighter. */
export function shade(color, dark) {
  if (!dark || !/^#[0-9a-f]{6}$/i.test(color)) return color;
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(part + (255 - part) * 0.32)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
