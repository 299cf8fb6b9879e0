// What the views are made of: links to nodes, sections, long lists, and rows that open to their proof.
import { add, el, said } from "./dom.js";
import { link } from "./state.js";

const FIRST = 12;

export function nodeLink(node, text) {
  return el("a", { href: link({ node: node.id, with: "" }) }, said(text ?? node.name));
}

export function section(title, ...content) {
  return el("section", {}, el("h3", {}, title), content);
}

/** A list that shows its first entries and the rest on demand. */
export function long(items, each, limit = FIRST) {
  const row = (item) => el("li", {}, each(item));
  const list = el("ul", { class: "rows" }, items.slice(0, limit).map(row));
  if (items.length <= limit) return list;
  const more = el(
    "button",
    {
      type: "button",
      class: "quiet",
      on: {
        click: () => {
          const at = list.children.length;
          list.append(...items.slice(at).map(row));
          more.remove();
          list.children[at]?.querySelector("a, button")?.focus();
        },
      },
    },
    `Show all ${items.length.toLocaleString("en")}`,
  );
  return [list, more];
}

export function actions(...items) {
  return el("p", { class: "actions" }, items);
}

export function button(href, text) {
  return el("a", { class: "button", href }, text);
}

export function aside(text) {
  return text && el("span", { class: "aside" }, said(text));
}

/** A row that opens to its proof, which is built when it is first asked for; links in the row stay links. */
export function disclosure(title, content) {
  const proof = el("div", { class: "proof", hidden: true });
  const words = el("span", { class: "words" }, title);
  const button = el("button", { type: "button", class: "toggle", "aria-expanded": "false", "aria-label": `Proof: ${words.textContent}` });
  const toggle = () => {
    if (!proof.children.length) add(proof, [content() || el("p", { class: "muted" }, "No quote is kept for this.")]);
    proof.hidden = !proof.hidden;
    button.setAttribute("aria-expanded", String(!proof.hidden));
  };
  const row = el("div", { class: "row", on: { click: (event) => event.target.closest("a") || toggle() } }, words, button);
  return el("div", { class: "fact" }, row, proof);
}
