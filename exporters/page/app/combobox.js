// A search box with suggestions, after the ARIA combobox pattern.
import { dot } from "./colours.js";
import { announce, el, replace, said } from "./dom.js";
import { count } from "./words.js";

const LIMIT = 12;
const QUESTION = Symbol("question");
const KINDS = { Technology: "skill", Concept: "skill", Skill: "skill" };

export function plain(text) {
  return String(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Everything that can be searched for, with the words it is found by. */
export function searchIndex(model) {
  const people = model.people.map((one) => entry(one, 3));
  const skills = model.skills.map((one) => entry(one, one.in.some((r) => r.type === "HAS_SKILL") ? 2 : 0));
  const others = [...model.companies, ...(model.kinds.get("School") ?? [])].map((one) => entry(one, 1));
  const known = new Set(["Person", "Company", "School", "Technology", "Concept", "Skill", "Position", "Achievement", "Metric"]);
  const rest = model.nodes.filter((one) => !known.has(one.kind)).map((one) => entry(one, 0));
  return [...people, ...skills, ...others, ...rest];
}

function entry(node, weight) {
  return { node, weight, words: [node.name, ...(node.p.aliases ?? [])].map(plain) };
}

export function matches(index, query, limit = LIMIT) {
  const wanted = plain(query).trim();
  if (!wanted) return [];
  const found = index.map((one) => ({ one, score: score(one, wanted) })).filter(({ score }) => score > 0);
  found.sort((a, b) => b.score - a.score || a.one.node.name.length - b.one.node.name.length || (a.one.node.id < b.one.node.id ? -1 : 1));
  return found.slice(0, limit).map(({ one }) => one.node);
}

function score({ words, weight }, wanted) {
  const fit = (word, at) =>
    (word === wanted
      ? 40
      : word.startsWith(wanted)
        ? 30
        : word.split(/[\s/.-]+/).some((part) => part.startsWith(wanted))
          ? 20
          : wanted.length > 2 && word.includes(wanted)
            ? 10
            : 0) - (at ? 5 : 0);
  const best = Math.max(...words.map(fit));
  return best > 0 ? best + weight : 0;
}

/** `{element, input, set(node)}`; `pick(node)` is called with what the user chose, `ask(text)` with a question where there is somebody to ask. */
export function combobox({ id, label, placeholder, index, pick, clear, ask }) {
  const box = { active: -1, shown: [], index, pick, ask };
  box.input = el("input", {
    id,
    type: "search",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": `${id}-list`,
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    placeholder,
  });
  box.list = el("ul", { id: `${id}-list`, role: "listbox", "aria-label": `${label}: suggestions`, hidden: true });
  box.input.addEventListener("input", () => {
    suggest(box);
    if (!box.input.value) clear?.();
  });
  box.input.addEventListener("focus", () => box.input.select());
  box.input.addEventListener("keydown", (event) => key(box, event));
  box.input.addEventListener("blur", () => setTimeout(() => close(box), 120));
  box.element = el("div", { class: "combobox" }, el("label", { for: id, class: "hidden" }, label), box.input, box.list);
  return { element: box.element, input: box.input, set: (node) => (box.input.value = node?.name ?? "") };
}

function suggest(box) {
  box.shown = matches(box.index, box.input.value);
  box.active = -1;
  const text = box.input.value.trim();
  if (box.ask && /\s|\?$/.test(text)) box.shown = /\?$/.test(text) ? [QUESTION, ...box.shown] : [...box.shown, QUESTION];
  const none = text && !box.shown.length;
  replace(
    box.list,
    box.shown.map((one, at) => (one === QUESTION ? asking(box, text, at) : option(box, one, at))),
    none && el("li", { class: "none", role: "option", "aria-disabled": "true" }, "Nothing is called that"),
  );
  open(box, box.shown.length > 0 || none);
  if (text) announce(none ? "Nothing is called that" : count(box.shown.length, "suggestion"));
}

function option(box, node, at) {
  const choose = (event) => {
    event.preventDefault();
    chosen(box, node);
  };
  const other = otherName(node, box.input.value);
  return el(
    "li",
    { role: "option", id: `${box.input.id}-${at}`, "aria-selected": "false", on: { mousedown: choose } },
    dot(node.kind),
    said(node.name),
    other && said(other, "other"),
    el("span", { class: "kind" }, KINDS[node.kind] ?? node.kind.toLowerCase()),
  );
}

function asking(box, text, at) {
  const choose = (event) => {
    event.preventDefault();
    chosen(box, QUESTION);
  };
  return el(
    "li",
    { role: "option", id: `${box.input.id}-${at}`, "aria-selected": "false", on: { mousedown: choose } },
    el("span", {}, "Ask: ", said(text)),
    el("span", { class: "kind" }, "question"),
  );
}

function otherName(node, query) {
  const wanted = plain(query).trim();
  if (plain(node.name).includes(wanted)) return undefined;
  return (node.p.aliases ?? []).find((alias) => plain(alias).includes(wanted));
}

function key(box, event) {
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in moves) {
    event.preventDefault();
    if (box.list.hidden) suggest(box);
    activate(
      box,
      (box.active + moves[event.key] + box.shown.length + (box.active < 0 && event.key === "ArrowUp" ? 1 : 0)) %
        Math.max(1, box.shown.length),
    );
  } else if (event.key === "Enter" && box.shown.length && !box.list.hidden) {
    event.preventDefault();
    chosen(box, box.shown[Math.max(0, box.active)]);
  } else if (event.key === "Escape" && !box.list.hidden) {
    event.stopPropagation();
    close(box);
  }
}

function activate(box, at) {
  box.active = at;
  [...box.list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
  const item = box.list.children[at];
  if (!item) return;
  box.input.setAttribute("aria-activedescendant", item.id);
  item.scrollIntoView({ block: "nearest" });
}

function chosen(box, node) {
  if (node === QUESTION) {
    close(box);
    return box.ask(box.input.value.trim());
  }
  box.input.value = node.name;
  close(box);
  return box.pick(node);
}

function open(box, on) {
  box.list.hidden = !on;
  box.input.setAttribute("aria-expanded", String(on));
  if (!on) box.input.removeAttribute("aria-activedescendant");
}

function close(box) {
  open(box, false);
}
