// Builds elements. Data reaches the page as text nodes only, so no name or sentence is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

/** Text with control characters as visible symbols; line feeds and tabs stay. */
export function visible(value) {
  return String(value).replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (c) =>
    c === "\u007f" ? "\u2421" : String.fromCharCode(0x2400 + c.charCodeAt(0)),
  );
}

/** A word or sentence of the data, in its own direction of writing. */
export function said(value, className) {
  return el("bdi", className ? { class: className } : {}, value);
}

export function el(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    else if (key === "value" || key === "checked") element[key] = value;
    else if (key === "color") element.style.setProperty("--color", value);
    else element.setAttribute(key, value === true ? "" : visible(value));
  }
  add(element, children);
  return element;
}

export function add(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(visible(child)));
  }
  return element;
}

export function replace(element, ...children) {
  element.replaceChildren();
  return add(element, children);
}

export function byId(id) {
  return document.getElementById(id);
}

let spoken;

/** Tell screen readers. */
export function announce(text) {
  clearTimeout(spoken);
  spoken = setTimeout(() => replace(byId("status"), text), 150);
}

/** Lets arrow keys, Home and End move the focus among the links or buttons that `selector` finds in a list. */
export function arrowKeys(list, selector) {
  list.addEventListener("keydown", (event) => {
    const items = [...list.querySelectorAll(selector)];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (at < 0 || to === undefined || !items[to]) return;
    event.preventDefault();
    items[to].focus();
  });
  return list;
}
