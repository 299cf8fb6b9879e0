(() => {
  // app/asking.js
  var asked = /* @__PURE__ */ new Map();
  function questions() {
    return [...asked.keys()].reverse();
  }
  function replyTo(question, changed) {
    if (!asked.has(question)) {
      asked.set(question, {});
      fetchAnswer(question).then((reply) => {
        asked.set(question, reply);
        changed();
      });
    }
    return asked.get(question);
  }
  function knownReply(question) {
    return asked.get(question) ?? {};
  }
  function forget(question) {
    asked.delete(question);
  }
  async function fetchAnswer(question) {
    try {
      const response = await fetch(`/api/ask?${new URLSearchParams({ question })}`);
      const found2 = await response.json();
      return response.ok ? { answer: found2 } : { error: found2.error };
    } catch {
      return { error: "The server does not answer. Is skillgraph serve still running?" };
    }
  }

  // app/dom.js
  var SVG = "http://www.w3.org/2000/svg";
  function visible(value) {
    return String(value).replace(
      /[\u0000-\u0008\u000b-\u001f\u007f]/g,
      (c) => c === "" ? "␡" : String.fromCharCode(9216 + c.charCodeAt(0))
    );
  }
  function said(value, className) {
    return el("bdi", className ? { class: className } : {}, value);
  }
  function el(name, attributes, ...children) {
    return fill(document.createElement(name), attributes, children);
  }
  function svg(name, attributes, ...children) {
    return fill(document.createElementNS(SVG, name), attributes, children);
  }
  function fill(element, attributes, children) {
    for (const [key3, value] of Object.entries(attributes ?? {})) {
      if (value === void 0 || value === null || value === false) continue;
      if (key3 === "on") for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
      else if (key3 === "value" || key3 === "checked") element[key3] = value;
      else if (key3 === "color") element.style.setProperty("--color", value);
      else element.setAttribute(key3, value === true ? "" : visible(value));
    }
    add(element, children);
    return element;
  }
  function add(element, children) {
    for (const child of children.flat(Infinity)) {
      if (child === void 0 || child === null || child === false) continue;
      element.append(child instanceof Node ? child : document.createTextNode(visible(child)));
    }
    return element;
  }
  function replace(element, ...children) {
    element.replaceChildren();
    return add(element, children);
  }
  function byId(id) {
    return document.getElementById(id);
  }
  var spoken;
  function announce(text) {
    clearTimeout(spoken);
    spoken = setTimeout(() => replace(byId("status"), text), 150);
  }
  function arrowKeys(list3, selector) {
    list3.addEventListener("keydown", (event) => {
      const items = [...list3.querySelectorAll(selector)];
      const at = items.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
      if (at < 0 || to === void 0 || !items[to]) return;
      event.preventDefault();
      items[to].focus();
    });
    return list3;
  }

  // app/evidence.js
  function quotation(evidence, surface) {
    return figure(markedSurface(evidence.quote ?? "", surface), evidence);
  }
  function markedQuotation(proof2) {
    const text = proof2.quote;
    const places = proof2.marks.map((mark2) => [place(text, mark2), mark2.length]).filter(([at2]) => at2 >= 0);
    const parts = [];
    let at = 0;
    for (const [start3, length] of places.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
      if (start3 < at) continue;
      parts.push(text.slice(at, start3), el("mark", {}, text.slice(start3, start3 + length)));
      at = start3 + length;
    }
    return figure([...parts, text.slice(at)], proof2);
  }
  function figure(content, { document: path, start: start3, end: end2, page: page2 }) {
    const where = [page2 ? `page ${page2}` : "", `characters ${start3.toLocaleString("en")}–${end2.toLocaleString("en")}`].filter(Boolean).join(", ");
    return el(
      "figure",
      { class: "evidence" },
      el("blockquote", { dir: "auto" }, content),
      path && el("figcaption", {}, el("span", { class: "file", title: path }, said(path.split("/").at(-1))), ` · ${where}`)
    );
  }
  function markedSurface(quote, surface) {
    const at = surface ? place(quote, surface) : -1;
    if (at < 0) return [quote];
    return [quote.slice(0, at), el("mark", {}, quote.slice(at, at + surface.length)), quote.slice(at + surface.length)];
  }
  function place(quote, surface) {
    const exact = new RegExp(`(?<![\\p{L}\\p{N}])${surface.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u").exec(quote);
    return exact ? exact.index : quote.indexOf(surface);
  }

  // app/state.js
  var VIEWS = ["graph", "list", "person", "coverage", "path", "answers"];
  var LAYERS = ["Person", "Company", "Technology", "Concept"];
  var DEFAULTS = {
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
    through: ""
  };
  var listeners = [];
  function startWith(view) {
    DEFAULTS.view = view;
  }
  function onChange(listener) {
    listeners.push(listener);
  }
  function parse(hash) {
    const [path, query] = hash.replace(/^#\/?/, "").split("?");
    const state = { ...DEFAULTS };
    if (VIEWS.includes(path)) state.view = path;
    for (const [key3, value] of new URLSearchParams(query ?? "")) if (Object.hasOwn(DEFAULTS, key3) && key3 !== "view") state[key3] = value;
    return state;
  }
  function format(state) {
    const query = new URLSearchParams();
    for (const [key3, value] of Object.entries(state)) if (key3 !== "view" && value !== DEFAULTS[key3]) query.set(key3, value);
    const text = query.toString();
    return `#/${state.view}${text ? `?${text}` : ""}`;
  }
  function current() {
    return parse(location.hash);
  }
  function link(patch) {
    return format({ ...current(), ...patch });
  }
  function go(patch) {
    const next2 = link(patch);
    if (next2 !== format(current())) location.hash = next2;
  }
  function list(text) {
    return text ? text.split(",") : [];
  }
  function toggled(text, item, on) {
    const items = list(text).filter((one) => one !== item);
    return (on ? [...items, item] : items).join(",");
  }
  function filtered(state) {
    return ["layers", "area", "company", "since", "until", "basis", "ontology"].some((key3) => state[key3] !== DEFAULTS[key3]);
  }
  function withoutFilters() {
    return Object.fromEntries(["layers", "area", "company", "since", "until", "basis", "ontology"].map((key3) => [key3, DEFAULTS[key3]]));
  }
  addEventListener("hashchange", () => listeners.forEach((listener) => listener(current())));

  // app/rows.js
  var FIRST = 12;
  function nodeLink(node2, text) {
    return el("a", { href: link({ node: node2.id, with: "" }) }, said(text ?? node2.name));
  }
  function section(title, ...content) {
    return el("section", {}, el("h3", {}, title), content);
  }
  function long(items, each, limit = FIRST) {
    const row = (item) => el("li", {}, each(item));
    const list3 = el("ul", { class: "rows" }, items.slice(0, limit).map(row));
    if (items.length <= limit) return list3;
    const more = el(
      "button",
      {
        type: "button",
        class: "quiet",
        on: {
          click: () => {
            const at = list3.children.length;
            list3.append(...items.slice(at).map(row));
            more.remove();
            list3.children[at]?.querySelector("a, button")?.focus();
          }
        }
      },
      `Show all ${items.length.toLocaleString("en")}`
    );
    return [list3, more];
  }
  function actions(...items) {
    return el("p", { class: "actions" }, items);
  }
  function button(href, text) {
    return el("a", { class: "button", href }, text);
  }
  function aside(text) {
    return text && el("span", { class: "aside" }, said(text));
  }
  function disclosure(title, content) {
    const proof2 = el("div", { class: "proof", hidden: true });
    const words = el("span", { class: "words" }, title);
    const button2 = el("button", { type: "button", class: "toggle", "aria-expanded": "false", "aria-label": `Proof: ${words.textContent}` });
    const toggle = () => {
      if (!proof2.children.length) add(proof2, [content() || el("p", { class: "muted" }, "No quote is kept for this.")]);
      proof2.hidden = !proof2.hidden;
      button2.setAttribute("aria-expanded", String(!proof2.hidden));
    };
    const row = el("div", { class: "row", on: { click: (event) => event.target.closest("a") || toggle() } }, words, button2);
    return el("div", { class: "fact" }, row, proof2);
  }

  // app/colours.js
  var OTHER = { color: "#7b7b83", size: 6 };
  var looks = {};
  function setLooks(given) {
    looks = given;
  }
  function lookOf(kind) {
    return Object.hasOwn(looks, kind) ? looks[kind] : OTHER;
  }
  function dot(kind) {
    return el("span", { class: "dot", color: lookOf(kind).color, "aria-hidden": "true" });
  }
  function isDark() {
    const theme = document.documentElement.dataset.theme;
    return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  function palette() {
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
      edges: Object.fromEntries(kinds.map((kind) => [kind, read(`edge-${kind}`)]))
    };
  }
  function shade(color, dark) {
    if (!dark || !/^#[0-9a-f]{6}$/i.test(color)) return color;
    const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    return `#${parts.map(
      (part) => Math.round(part + (255 - part) * 0.32).toString(16).padStart(2, "0")
    ).join("")}`;
  }

  // app/words.js
  var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  function date(iso) {
    const [year, month] = String(iso).split("-");
    return month && MONTHS[Number(month) - 1] ? `${MONTHS[Number(month) - 1]} ${year}` : year;
  }
  function duration(months) {
    if (!months) return "";
    const years3 = Math.floor(months / 12);
    const rest = months % 12;
    return [years3 ? `${years3} yr` : "", rest ? `${rest} mo` : ""].filter(Boolean).join(" ");
  }
  function period(start3, end2, current2) {
    if (!start3 && !end2) return current2 ? "to date" : "";
    if (!start3) return `until ${date(end2)}`;
    if (current2) return `since ${date(start3)}`;
    return !end2 || end2 === start3 ? date(start3) : `${date(start3)} – ${date(end2)}`;
  }
  function yearOf(iso, last3) {
    if (!iso) return void 0;
    const [year, month] = String(iso).split("-").map(Number);
    if (!Number.isFinite(year)) return void 0;
    return month ? year + (last3 ? month : month - 1) / 12 : year + (last3 ? 1 : 0);
  }
  function count(number, one, many) {
    return `${number.toLocaleString("en")} ${number === 1 ? one : many ?? `${one}s`}`;
  }
  function areaName(area) {
    const text = area.replaceAll("-", " ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  var BASIS = {
    demonstrated: { name: "Demonstrated", doc: "shown in described work" },
    stated: { name: "Stated", doc: "listed, not shown in work" },
    inferred: { name: "Inferred", doc: "follows from another skill" }
  };
  var STEPS = {
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
    RELATED: ["is related to", "is related to"]
  };
  var HAS = {
    demonstrated: ["has shown", "shown by"],
    stated: ["states", "stated by"],
    inferred: ["knows by inference", "known by inference to"]
  };
  function step(relationship2, forward) {
    const side = forward ? 0 : 1;
    if (relationship2.type === "HAS_SKILL") return (HAS[relationship2.p.basis] ?? HAS.stated)[side];
    return (STEPS[relationship2.type] ?? [
      relationship2.type.toLowerCase().replaceAll("_", " "),
      relationship2.type.toLowerCase().replaceAll("_", " ")
    ])[side];
  }
  function chain(text, nameOf2) {
    return text.split(/\s+-([\w-]+)->\s+/).map((part, at) => at % 2 ? ` ${(STEPS[part.toUpperCase().replaceAll("-", "_")] ?? [part])[0]} ` : nameOf2(part)).join("");
  }

  // app/combobox.js
  var LIMIT = 12;
  var QUESTION = /* @__PURE__ */ Symbol("question");
  var KINDS = { Technology: "skill", Concept: "skill", Skill: "skill" };
  function plain(text) {
    return String(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }
  function searchIndex(model2) {
    const people = model2.people.map((one) => entry(one, 3));
    const skills = model2.skills.map((one) => entry(one, one.in.some((r) => r.type === "HAS_SKILL") ? 2 : 0));
    const others = [...model2.companies, ...model2.kinds.get("School") ?? []].map((one) => entry(one, 1));
    const known = /* @__PURE__ */ new Set(["Person", "Company", "School", "Technology", "Concept", "Skill", "Position", "Achievement", "Metric"]);
    const rest = model2.nodes.filter((one) => !known.has(one.kind)).map((one) => entry(one, 0));
    return [...people, ...skills, ...others, ...rest];
  }
  function entry(node2, weight) {
    return { node: node2, weight, words: [node2.name, ...node2.p.aliases ?? []].map(plain) };
  }
  function matches(index, query, limit = LIMIT) {
    const wanted = plain(query).trim();
    if (!wanted) return [];
    const found2 = index.map((one) => ({ one, score: score(one, wanted) })).filter(({ score: score2 }) => score2 > 0);
    found2.sort((a, b) => b.score - a.score || a.one.node.name.length - b.one.node.name.length || (a.one.node.id < b.one.node.id ? -1 : 1));
    return found2.slice(0, limit).map(({ one }) => one.node);
  }
  function score({ words, weight }, wanted) {
    const fit = (word, at) => (word === wanted ? 40 : word.startsWith(wanted) ? 30 : word.split(/[\s/.-]+/).some((part) => part.startsWith(wanted)) ? 20 : wanted.length > 2 && word.includes(wanted) ? 10 : 0) - (at ? 5 : 0);
    const best = Math.max(...words.map(fit));
    return best > 0 ? best + weight : 0;
  }
  function combobox({ id, label: label2, placeholder, index, pick, clear, ask }) {
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
      placeholder
    });
    box.list = el("ul", { id: `${id}-list`, role: "listbox", "aria-label": `${label2}: suggestions`, hidden: true });
    box.input.addEventListener("input", () => {
      suggest(box);
      if (!box.input.value) clear?.();
    });
    box.input.addEventListener("focus", () => box.input.select());
    box.input.addEventListener("keydown", (event) => key(box, event));
    box.input.addEventListener("blur", () => setTimeout(() => close(box), 120));
    box.element = el("div", { class: "combobox" }, el("label", { for: id, class: "hidden" }, label2), box.input, box.list);
    return { element: box.element, input: box.input, set: (node2) => box.input.value = node2?.name ?? "" };
  }
  function suggest(box) {
    box.shown = matches(box.index, box.input.value);
    box.active = -1;
    const text = box.input.value.trim();
    if (box.ask && /\s|\?$/.test(text)) box.shown = /\?$/.test(text) ? [QUESTION, ...box.shown] : [...box.shown, QUESTION];
    const none = text && !box.shown.length;
    replace(
      box.list,
      box.shown.map((one, at) => one === QUESTION ? asking(box, text, at) : option(box, one, at)),
      none && el("li", { class: "none", role: "option", "aria-disabled": "true" }, "Nothing is called that")
    );
    open(box, box.shown.length > 0 || none);
    if (text) announce(none ? "Nothing is called that" : count(box.shown.length, "suggestion"));
  }
  function option(box, node2, at) {
    const choose = (event) => {
      event.preventDefault();
      chosen(box, node2);
    };
    const other2 = otherName(node2, box.input.value);
    return el(
      "li",
      { role: "option", id: `${box.input.id}-${at}`, "aria-selected": "false", on: { mousedown: choose } },
      dot(node2.kind),
      said(node2.name),
      other2 && said(other2, "other"),
      el("span", { class: "kind" }, KINDS[node2.kind] ?? node2.kind.toLowerCase())
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
      el("span", { class: "kind" }, "question")
    );
  }
  function otherName(node2, query) {
    const wanted = plain(query).trim();
    if (plain(node2.name).includes(wanted)) return void 0;
    return (node2.p.aliases ?? []).find((alias) => plain(alias).includes(wanted));
  }
  function key(box, event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) {
      event.preventDefault();
      if (box.list.hidden) suggest(box);
      activate(
        box,
        (box.active + moves[event.key] + box.shown.length + (box.active < 0 && event.key === "ArrowUp" ? 1 : 0)) % Math.max(1, box.shown.length)
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
    [...box.list.children].forEach((item2, place2) => item2.setAttribute("aria-selected", String(place2 === at)));
    const item = box.list.children[at];
    if (!item) return;
    box.input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }
  function chosen(box, node2) {
    if (node2 === QUESTION) {
      close(box);
      return box.ask(box.input.value.trim());
    }
    box.input.value = node2.name;
    close(box);
    return box.pick(node2);
  }
  function open(box, on) {
    box.list.hidden = !on;
    box.input.setAttribute("aria-expanded", String(on));
    if (!on) box.input.removeAttribute("aria-activedescendant");
  }
  function close(box) {
    open(box, false);
  }

  // app/data.js
  function readData(raw) {
    const model2 = { title: raw.title, looks: raw.looks, answers: raw.answers, live: raw.live, byId: /* @__PURE__ */ new Map() };
    model2.nodes = raw.nodes.map(([id, labels, p], index) => node(id, raw.labels[labels], p, index));
    for (const one of model2.nodes) model2.byId.set(one.id, one);
    model2.relationships = raw.relationships.map((fields, index) => relationship(fields, index, raw, model2.nodes));
    for (const one of model2.relationships) {
      one.source.out.push(one);
      one.target.in.push(one);
    }
    for (const one of model2.nodes) one.name = nameOf(one);
    addKinds(model2);
    return model2;
  }
  function node(id, labels, p, index) {
    return { id, labels, p, index, kind: labels.at(-1) ?? "Node", name: "", out: [], in: [] };
  }
  function relationship([type, source, target, p, evidence], index, raw, nodes) {
    const proof2 = evidence && {
      documentId: raw.documents[evidence[0]][0],
      document: raw.documents[evidence[0]][1],
      start: evidence[1],
      end: evidence[2],
      quote: raw.quotes[evidence[3]],
      page: evidence[4]
    };
    return { index, type: raw.types[type], source: nodes[source], target: nodes[target], p, evidence: proof2 };
  }
  function nameOf({ kind, p, id }) {
    if (kind === "Position") return [p.title, p.company].filter(Boolean).join(" · ") || id;
    if (kind === "Achievement") return p.what && p.action ? `${p.action} ${p.what}` : p.text || id;
    return String(p.name || p.text || p.title || id);
  }
  function addKinds(model2) {
    const kinds = Map.groupBy ? Map.groupBy(model2.nodes, (n) => n.kind) : grouped(model2.nodes);
    model2.kinds = kinds;
    model2.people = sorted(kinds.get("Person") ?? []);
    model2.companies = sorted(kinds.get("Company") ?? []);
    model2.skills = sorted(model2.nodes.filter((n) => n.labels.includes("Skill") || n.kind === "Technology" || n.kind === "Concept"));
    model2.isSkill = new Set(model2.skills);
    model2.areas = [
      ...new Set(
        model2.skills.filter((s) => s.in.some((r) => r.type === "HAS_SKILL")).map((s) => s.p.area).filter(Boolean)
      )
    ].sort();
    const years3 = model2.nodes.flatMap((n) => n.kind === "Position" ? [yearOf(n.p.startDate), yearOf(n.p.endDate)] : []).filter((y) => y !== void 0);
    model2.years = years3.length ? [Math.floor(Math.min(...spread(years3))), Math.floor(Math.max(...spread(years3)))] : void 0;
  }
  function spread(numbers) {
    return [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
  }
  function grouped(nodes) {
    const groups = /* @__PURE__ */ new Map();
    for (const one of nodes) groups.set(one.kind, [...groups.get(one.kind) ?? [], one]);
    return groups;
  }
  function sorted(nodes) {
    return [...nodes].sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
  }
  function targets(one, type) {
    return one.out.filter((r) => r.type === type).map((r) => r.target);
  }
  function sources(one, type) {
    return one.in.filter((r) => r.type === type).map((r) => r.source);
  }
  function positionsOf(person2) {
    return targets(person2, "HELD").sort(
      (a, b) => (b.p.startMonth ?? -1) - (a.p.startMonth ?? -1) || (b.p.endMonth ?? 1e9) - (a.p.endMonth ?? 1e9) || (a.id < b.id ? -1 : 1)
    );
  }
  function companyOf(position2) {
    return targets(position2, "AT")[0];
  }
  var RANK = { demonstrated: 0, stated: 1, inferred: 2 };
  function byWeight(a, b) {
    return (RANK[a.p.basis] ?? 3) - (RANK[b.p.basis] ?? 3) || (b.p.months ?? 0) - (a.p.months ?? 0) || (b.p.evidence ?? 0) - (a.p.evidence ?? 0) || a.target.name.localeCompare(b.target.name, "en") || a.source.name.localeCompare(b.source.name, "en");
  }
  function skillLinks(person2) {
    return person2.out.filter((r) => r.type === "HAS_SKILL").sort(byWeight);
  }
  function holderLinks(skill2) {
    return skill2.in.filter((r) => r.type === "HAS_SKILL").sort(byWeight);
  }
  function proofs(person2, skill2) {
    const work = new Set(targets(person2, "ACHIEVED"));
    const jobs = new Set(targets(person2, "HELD"));
    const found2 = [];
    for (const r of skill2.in) {
      if ((r.type === "USED" || r.type === "APPLIED") && work.has(r.source)) found2.push(proof(r, r.source, sources(r.source, "INCLUDES")[0]));
      if (r.type === "LISTS" && jobs.has(r.source)) found2.push(proof(r, void 0, r.source));
      if (r.type === "CLAIMS" && r.source === person2) found2.push(proof(r));
    }
    return found2.sort(
      (a, b) => Number(!a.achievement) - Number(!b.achievement) || (b.position?.p.startMonth ?? 0) - (a.position?.p.startMonth ?? 0) || a.evidence.start - b.evidence.start
    );
  }
  function proof(r, achievement2, position2) {
    return {
      evidence: r.evidence ?? { quote: "", document: "", start: 0, end: 0 },
      surface: r.p.surface,
      stance: r.p.stance,
      achievement: achievement2,
      position: position2
    };
  }
  function reasons(link2, model2) {
    return (link2.p.chain ?? []).map((text) => ({ text, skill: model2.byId.get(`skill:${text.split(/\s+-/)[0]}`) }));
  }

  // app/proof.js
  function evidenceOf(person2, skill2, model2) {
    const found2 = proofs(person2, skill2);
    const held = person2.out.find((r) => r.type === "HAS_SKILL" && r.target === skill2);
    const own = found2.slice(0, 8).map((one) => [
      one.position && el(
        "p",
        { class: "where" },
        nodeLink(one.position),
        aside(period(one.position.p.startDate, one.position.p.endDate, one.position.p.current))
      ),
      one.stance && one.stance !== "positive" && el("p", { class: "where" }, `The text says this as ${one.stance}.`),
      quotation(one.evidence, one.surface)
    ]);
    const rest = found2.length > 8 && el("p", { class: "muted" }, `${count(found2.length - 8, "more sentence")} say so.`);
    const derived = held ? reasons(held, model2).slice(0, 4).map((reason) => because(person2, reason, model2)) : [];
    return own.length || derived.length ? [own, rest, derived] : void 0;
  }
  function because(person2, { text, skill: skill2 }, model2) {
    const name = (id) => model2.byId.get(`skill:${id}`)?.name ?? id;
    const proof2 = skill2 && proofs(person2, skill2)[0];
    return el(
      "div",
      { class: "because" },
      el("p", { class: "where" }, said(chain(text, name))),
      proof2 && quotation(proof2.evidence, proof2.surface)
    );
  }
  function proofOfWork(node2) {
    const { text, document: document2, spanStart, spanEnd, page: page2 } = node2.p;
    return quotation({ quote: text, document: document2, start: spanStart ?? 0, end: spanEnd ?? 0, page: page2 });
  }

  // app/paths.js
  var COST = {
    HELD: 0.5,
    AT: 0.5,
    STUDIED_AT: 1.2,
    INCLUDES: 0.5,
    ACHIEVED: 0.7,
    USED: 0.5,
    APPLIED: 0.5,
    MEASURED_BY: 0.5,
    DESCRIBED_IN: 4
  };
  var BASIS2 = { demonstrated: 1, stated: 1.6, inferred: 4 };
  var ONTOLOGY = 2;
  var ALTERNATIVES = 3;
  function pathsBetween(model2, from, to) {
    const found2 = [];
    const closed = /* @__PURE__ */ new Set();
    while (found2.length < ALTERNATIVES) {
      const path = shortest(model2, from, to, closed);
      if (!path) break;
      found2.push(path);
      if (path.length === 1) closed.add(path[0].relationship);
      for (const one of path.slice(0, -1)) closed.add(one.to);
    }
    return found2;
  }
  var DETAIL = /* @__PURE__ */ new Set(["ACHIEVED", "INCLUDES", "USED", "APPLIED", "MEASURED_BY", "LISTS"]);
  var DETAILED = /* @__PURE__ */ new Set(["Achievement", "Metric", "Position"]);
  function walkable({ type }, from, to) {
    if (type === "CLAIMS") return false;
    if (DETAIL.has(type)) return DETAILED.has(from.kind) || DETAILED.has(to.kind);
    return type !== "DESCRIBED_IN" || from.kind === "Document" || to.kind === "Document";
  }
  function cost(relationship2, next2, goal) {
    const base = relationship2.type === "HAS_SKILL" ? BASIS2[relationship2.p.basis] ?? 2 : COST[relationship2.type] ?? ONTOLOGY;
    return base + (next2 === goal ? 0 : 0.12 * Math.log2(1 + next2.in.length + next2.out.length));
  }
  function shortest(model2, from, to, closed) {
    const best = new Float64Array(model2.nodes.length).fill(Infinity);
    const back = /* @__PURE__ */ new Map();
    const queue = new Heap();
    best[from.index] = 0;
    queue.push(0, from);
    while (queue.size) {
      const [reached, one] = queue.pop();
      if (one === to) return trace(back, from, to);
      if (reached > best[one.index]) continue;
      for (const relationship2 of [...one.out, ...one.in]) {
        const forward = relationship2.source === one;
        const next2 = forward ? relationship2.target : relationship2.source;
        if (!walkable(relationship2, from, to) || closed.has(next2) || closed.has(relationship2)) continue;
        const total = reached + cost(relationship2, next2, to);
        if (total >= best[next2.index]) continue;
        best[next2.index] = total;
        back.set(next2, { relationship: relationship2, from: one, to: next2, forward });
        queue.push(total, next2);
      }
    }
    return void 0;
  }
  function trace(back, from, to) {
    const path = [];
    for (let one = to; one !== from; one = path[0].from) path.unshift(back.get(one));
    return path;
  }
  var Heap = class {
    #items = [];
    get size() {
      return this.#items.length;
    }
    push(cost2, node2) {
      const items = this.#items;
      items.push([cost2, node2]);
      for (let at = items.length - 1; at > 0; ) {
        const up = at - 1 >> 1;
        if (!before(items[at], items[up])) break;
        [items[at], items[up]] = [items[up], items[at]];
        at = up;
      }
    }
    pop() {
      const items = this.#items;
      const top = items[0];
      const last3 = items.pop();
      if (items.length) {
        items[0] = last3;
        sink(items);
      }
      return top;
    }
  };
  function sink(items) {
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < items.length && before(items[child], items[least])) least = child;
      if (least === at) return;
      [items[at], items[least]] = [items[least], items[at]];
      at = least;
    }
  }
  function before(a, b) {
    return a[0] < b[0] || a[0] === b[0] && a[1].index < b[1].index;
  }

  // app/pathview.js
  var last = { key: "", paths: [] };
  function pathOf(model2, state) {
    const [from, to] = [model2.byId.get(state.from), model2.byId.get(state.to)];
    if (!from || !to || from === to) return { from, to, paths: [], path: [] };
    const key3 = `${from.id}
${to.id}`;
    if (last.key !== key3) last = { key: key3, paths: pathsBetween(model2, from, to) };
    return { from, to, paths: last.paths, path: last.paths[Number(state.route) - 1] ?? last.paths[0] ?? [] };
  }
  function pathPanel(model2, state, index) {
    const { from, to, paths, path } = pathOf(model2, state);
    return el(
      "div",
      { class: "sheet path" },
      el(
        "header",
        {},
        el("p", { class: "eyebrow" }, "Path"),
        el("h2", {}, from && to ? [said(from.name), " → ", said(to.name)] : "What joins two nodes?")
      ),
      end("from", "From", from, index),
      end("to", "To", to, index),
      from && to && el(
        "p",
        { class: "actions" },
        el("button", { type: "button", class: "quiet", on: { click: () => go({ from: to.id, to: from.id, route: "1" }) } }, "Swap")
      ),
      from && to && answer(model2, paths, path, state, from === to),
      !(from && to) && el("p", { class: "muted" }, "Choose a person, a skill or a company for each end, here or with a click in the graph.")
    );
  }
  function end(key3, title, node2, index) {
    const box = combobox({
      id: `path-${key3}`,
      label: title,
      placeholder: "Person, skill, company …",
      index,
      pick: (one) => go({ [key3]: one.id, route: "1" }),
      clear: () => {
      }
    });
    box.set(node2);
    return el("div", { class: "field" }, el("span", { class: "title", "aria-hidden": "true" }, title), box.element);
  }
  function answer(model2, paths, path, state, same2) {
    if (same2) return el("p", { class: "empty" }, "These are one and the same.");
    if (!path.length) return el("p", { class: "empty" }, "Nothing in this graph joins these two.");
    const routes = paths.length > 1 && el(
      "nav",
      { class: "segments", "aria-label": "Paths" },
      paths.map(
        (one, at) => el("a", { href: link({ route: String(at + 1) }), "aria-current": one === path ? "true" : void 0 }, `Path ${at + 1}`)
      )
    );
    return [
      routes,
      el(
        "p",
        { class: "muted" },
        [count(path.length, "step"), paths.length > 1 && "Path 1 is the shortest and best proven"].filter(Boolean).join(" · ")
      ),
      el(
        "ol",
        { class: "steps" },
        el("li", { class: "stop" }, nodeLink(path[0].from)),
        path.map((one) => [el("li", { class: "between" }, stepWords(model2, one)), el("li", { class: "stop" }, nodeLink(one.to))])
      )
    ];
  }
  function stepWords(model2, { relationship: relationship2, forward }) {
    const words = [step(relationship2, forward), facts(relationship2)].filter(Boolean).join(", ");
    const proof2 = proofOf(model2, relationship2);
    return proof2 ? disclosure([words], () => proof2) : el("span", {}, words);
  }
  function facts({ type, p, source, target }) {
    if (type === "HAS_SKILL") return duration(p.months);
    if (type === "HELD") return period(target.p.startDate, target.p.endDate, target.p.current);
    if (type === "STUDIED_AT") return [p.degree, period(p.startDate, p.endDate, p.current)].filter(Boolean).join(", ");
    return type === "AT" ? period(source.p.startDate, source.p.endDate, source.p.current) : "";
  }
  function proofOf(model2, relationship2) {
    const { type, source, target, evidence, p } = relationship2;
    if (type === "HAS_SKILL") return evidenceOf(source, target, model2);
    if (evidence) return quotation(evidence, p.surface);
    if (type === "ACHIEVED" || type === "INCLUDES")
      return quotation({ quote: target.p.text, document: target.p.document, start: target.p.spanStart ?? 0, end: target.p.spanEnd ?? 0 });
    return void 0;
  }

  // app/trail.js
  var SHOWING = /* @__PURE__ */ new Set(["USED", "APPLIED", "LISTS", "CLAIMS"]);
  var ONTOLOGY2 = /* @__PURE__ */ new Set(["BROADER", "IMPLIES", "PART_OF", "ALTERNATIVE_TO", "RELATED"]);
  var SEPARATOR = "\n";
  var MOST = 6;
  function trailOf(model2, result, proof2) {
    const person2 = model2.byId.get(result.id);
    if (!person2) return [];
    const works = targets(person2, "ACHIEVED").filter((one) => stands(one.p, proof2));
    const work = works.find((one) => one.p.text === proof2.quote) ?? works[0];
    const job = work ? sources(work, "INCLUDES")[0] : jobOf(person2, proof2);
    const from = work ? [work] : [job, person2].filter(Boolean);
    const said2 = from.flatMap((one) => one.out.filter((r) => SHOWING.has(r.type) && (!r.evidence || within(r.evidence, proof2))));
    const named = said2.filter((r) => proof2.shows.includes(r.target.name));
    const shown = (named.length || !work ? named : said2).map((r) => r.target);
    return [...new Set([person2, job, work, ...shown.slice(0, MOST)].filter(Boolean))];
  }
  function jobOf(person2, proof2) {
    const jobs = targets(person2, "HELD").filter((one) => same(one.p.title, proof2.position) && same(one.p.company, proof2.company));
    if (!proof2.position && !proof2.company) return void 0;
    return jobs.find((one) => [...one.out, ...one.in].some((r) => r.evidence && within(r.evidence, proof2))) ?? jobs[0];
  }
  function same(one, other2) {
    return (one ?? "") === (other2 ?? "");
  }
  function stands(p, { document: document2, start: start3, end: end2 }) {
    return p.document === document2 && p.spanStart === start3 && p.spanEnd === end2;
  }
  function within(evidence, { document: document2, start: start3, end: end2 }) {
    return evidence.document === document2 && evidence.start >= start3 && evidence.end <= end2;
  }
  function trailLine(nodes, text) {
    if (nodes.length < 2) return el("p", { class: "trail" }, said(text));
    const stop = (one) => el("li", { class: one.labels.includes("Skill") ? "skill" : void 0 }, dot(one.kind), nodeLink(one, one.kind === "Achievement" ? "described work" : one.name));
    return el("ol", { class: "trail stops", "aria-label": "Path to the proof" }, nodes.map(stop));
  }
  function trailLink(nodes) {
    return link({ view: "graph", node: "", with: "", through: nodes.map((one) => one.id).join(SEPARATOR) });
  }
  function throughOf(model2, state) {
    const nodes = state.through.split(SEPARATOR).map((id) => model2.byId.get(id)).filter(Boolean);
    return { nodes, steps: nodes.slice(1).map((one, at) => stepTo(nodes.slice(0, at + 1), one)).filter(Boolean) };
  }
  function stepTo(before2, to) {
    for (const from of [...before2].reverse()) {
      const relationship2 = [...from.out, ...from.in].find((r) => (r.source === from ? r.target : r.source) === to && !ONTOLOGY2.has(r.type));
      if (relationship2) return { relationship: relationship2, from, to, forward: relationship2.source === from };
    }
    return void 0;
  }
  function throughPanel(model2, state) {
    const { nodes, steps } = throughOf(model2, state);
    const work = nodes.find((one) => one.kind === "Achievement");
    return el(
      "div",
      { class: "sheet path" },
      el("header", {}, el("p", { class: "eyebrow" }, "Path to the proof"), el("h2", {}, said(nodes[0]?.name ?? ""))),
      work && quotation({ quote: work.p.text, document: work.p.document, start: work.p.spanStart ?? 0, end: work.p.spanEnd ?? 0 }),
      el(
        "ol",
        { class: "steps" },
        nodes.length > 0 && el("li", { class: "stop" }, nodeLink(nodes[0])),
        steps.map((one) => [el("li", { class: "between" }, stepWords(model2, one)), el("li", { class: "stop" }, nodeLink(one.to))])
      )
    );
  }

  // app/answers.js
  function answersView(model2, state, changed) {
    const at = Math.min(Math.max(1, Number(state.answer) || 1), model2.answers.length) - 1;
    const asking2 = model2.live && state.ask;
    const content = asking2 ? live(model2, state.ask, changed) : model2.answers[at] && article(model2, model2.answers[at]);
    return el(
      "div",
      { class: "answers" },
      list2(model2, asking2 ? void 0 : at, state.ask),
      el("div", { class: "column" }, model2.live && form(state.ask), content || (model2.live ? examples(model2) : nothing()))
    );
  }
  function nothing() {
    return [el("h2", {}, "Answers"), el("p", { class: "empty" }, "No question was asked when this page was made.")];
  }
  function list2(model2, at, asked2) {
    const item = (href, question, results, now) => el(
      "li",
      {},
      el(
        "a",
        { href, "aria-current": now ? "true" : void 0 },
        said(question),
        results && el("small", {}, results.length ? count(results.length, "person", "people") : "nobody")
      )
    );
    const own = model2.live ? questions() : [];
    const total = own.length + model2.answers.length;
    return el(
      "nav",
      { class: "questions", "aria-label": "Questions" },
      total > 0 && el("h2", {}, count(total, "question")),
      el(
        "ul",
        {},
        own.map((text) => item(link({ ask: text, node: "", through: "" }), text, knownReply(text).answer?.results, text === asked2)),
        model2.answers.map(
          (one, place2) => item(link({ answer: String(place2 + 1), ask: "", node: "", through: "" }), one.question, one.results, place2 === at)
        )
      )
    );
  }
  function form(question) {
    const box = el("input", {
      id: "ask",
      type: "text",
      value: question,
      maxlength: 2e3,
      autocomplete: "off",
      placeholder: "Who built retries on Kafka?"
    });
    const submit = (event) => {
      event.preventDefault();
      const text = box.value.trim();
      if (knownReply(text).error) forget(text);
      if (text) go({ view: "answers", ask: text, node: "", through: "" });
    };
    return el(
      "form",
      { class: "ask", role: "search", "aria-label": "Ask a question", on: { submit } },
      el("label", { for: "ask" }, "Ask in plain words"),
      el("div", { class: "pair" }, box, el("button", { class: "button strong" }, "Ask"))
    );
  }
  function examples(model2) {
    const shown = (one) => one.in.filter((r) => r.type === "HAS_SKILL" && r.p.basis === "demonstrated").length;
    const most = (nodes, weight) => nodes.map((one) => [weight(one), one]).sort((a, b) => b[0] - a[0] || (a[1].id < b[1].id ? -1 : 1));
    const [first, second] = most(
      model2.skills.filter((one) => one.kind === "Technology"),
      shown
    ).map(([, one]) => one.name);
    const [company2] = most(model2.companies, (one) => one.in.length).map(([, one]) => one.name);
    const some = [first && `Who knows ${first}?`, second && `Who used ${first} and ${second}?`, company2 && `Who worked at ${company2}?`].filter(Boolean);
    return el(
      "section",
      { class: "examples" },
      el("h2", {}, "Who did what?"),
      el("p", { class: "muted" }, "Answers name people, the path that leads to each, and the sentence that proves it."),
      some.length > 0 && suggestions("For example", some)
    );
  }
  function suggestions(title, texts) {
    return el(
      "section",
      {},
      el("h3", {}, title),
      el(
        "ul",
        { class: "rows" },
        texts.map((text) => el("li", {}, el("a", { href: link({ ask: text, node: "", through: "" }) }, said(text))))
      )
    );
  }
  function live(model2, question, changed) {
    const { answer: answer2, error } = replyTo(question, () => {
      announce(knownReply(question).error ?? (knownReply(question).answer.answer || "Answered"));
      changed();
    });
    if (error) return el("p", { class: "warning", id: "failed" }, said(error));
    return answer2 ? article(model2, answer2) : el("p", { class: "empty", id: "waiting" }, "Looking …");
  }
  function article(model2, { question, understood, answer: answer2, results, suggestions: next2 }) {
    return el(
      "article",
      { class: "answer" },
      el("h2", {}, said(question)),
      understood && el("p", { class: "muted" }, "Understood as: ", said(understood)),
      answer2 && el("p", { class: "lead" }, said(answer2)),
      results.length ? el(
        "ol",
        { class: "ranked" },
        results.map((one) => ranked(model2, one))
      ) : !answer2 && el("p", { class: "empty" }, "Nobody in this graph answers this."),
      next2?.length > 0 && model2.live && suggestions("Ask next", next2)
    );
  }
  function ranked(model2, result) {
    const { person: person2, id, full, reason, paths, evidence } = result;
    const known = model2.byId.has(id);
    const trails = evidence.map((proof2) => trailOf(model2, result, proof2));
    const best = trails.find((nodes) => nodes.length > 1);
    const proved = (proof2) => [trailLine(trails[evidence.indexOf(proof2)], paths[evidence.indexOf(proof2)] ?? paths[0] ?? person2), markedQuotation(proof2)];
    return el(
      "li",
      {},
      el(
        "h3",
        {},
        known ? el("a", { href: link({ view: "person", person: id, node: "", through: "" }) }, said(person2)) : said(person2),
        !full && el("span", { class: "badge" }, "in part")
      ),
      !full && reason && el("p", { class: "muted" }, said(reason)),
      evidence.length ? long(evidence, proved, 3) : paths.slice(0, 3).map((text) => el("p", { class: "trail" }, said(text))),
      known && el(
        "p",
        { class: "actions" },
        el("a", { class: "button", href: link({ view: "person", person: id, node: "", through: "" }) }, "Open profile"),
        best ? el("a", { class: "button", href: trailLink(best) }, "Show the path in the graph") : el("a", { class: "button", href: link({ view: "graph", node: id, through: "" }) }, "Show in the graph")
      )
    );
  }

  // app/select.js
  var last2 = { key: "", value: void 0 };
  function selection(model2, state) {
    const key3 = [state.basis, state.area, state.company, state.since, state.until].join("|");
    if (last2.key !== key3) last2 = { key: key3, value: select(model2, state) };
    return last2.value;
  }
  function select(model2, state) {
    const wanted = { bases: new Set(list(state.basis)), area: state.area, company: state.company, years: years(state) };
    const found2 = { people: /* @__PURE__ */ new Set(), skills: /* @__PURE__ */ new Set(), companies: /* @__PURE__ */ new Set(), links: [], jobs: [] };
    for (const person2 of model2.people) addPerson(found2, person2, wanted);
    return found2;
  }
  function years({ since, until }) {
    if (!since && !until) return void 0;
    return [since ? Number(since) : -Infinity, until ? Number(until) + 1 : Infinity];
  }
  function addPerson(found2, person2, wanted) {
    const jobs = person2.out.filter((r) => r.type === "HELD" && jobPasses(r.target, wanted));
    if (wanted.company && !jobs.length) return;
    const links = skillLinks(person2).filter((r) => linkPasses(r, wanted));
    if ((wanted.area || wanted.years) && !links.length && !(jobs.length && !wanted.area)) return;
    found2.people.add(person2);
    for (const job of jobs) {
      found2.jobs.push(job);
      const company2 = companyOf(job.target);
      if (company2) found2.companies.add(company2);
    }
    for (const one of links) {
      found2.links.push(one);
      found2.skills.add(one.target);
    }
  }
  function jobPasses(position2, { company: company2, years: range }) {
    if (company2 && companyOf(position2)?.id !== company2) return false;
    if (!range) return true;
    const { startDate, endDate, current: current2 } = position2.p;
    return overlaps(yearOf(startDate), current2 ? Infinity : yearOf(endDate ?? startDate, true), range);
  }
  function linkPasses({ p, target }, { bases, area, years: range }) {
    if (!bases.has(p.basis)) return false;
    if (area && target.p.area !== area) return false;
    return !range || overlaps(yearOf(p.firstUsed), yearOf(p.lastUsed ?? p.firstUsed, true), range);
  }
  function overlaps(start3, end2, [since, until]) {
    return start3 !== void 0 && start3 < until && (end2 ?? start3) > since;
  }

  // app/coverage.js
  var ROWS = 60;
  var COLUMNS = 40;
  var SORTS = {
    people: "Most people first",
    few: "Fewest people first",
    months: "Most experience first",
    name: "By name",
    area: "By area"
  };
  var SHOWS = { "": "All skills", one: "Held by one person", unproven: "Never shown in work" };
  function coverageView(model2, state, index) {
    const rows = table(model2, state);
    const needed = needs(state, index, rows);
    const shown = needed ? needed.rows : sortRows(
      rows.filter((row) => passes(row, state.show)),
      state.sort
    );
    const people = sortPeople([...selection(model2, state).people], rows);
    return el(
      "div",
      { class: "coverage" },
      el("h2", {}, "Coverage"),
      tiles(rows, people, state),
      controls(state),
      needed?.unknown.length > 0 && el(
        "p",
        { class: "warning" },
        "Not in this graph: ",
        needed.unknown.map((name, at) => [at ? ", " : "", said(name)])
      ),
      shown.length && people.length ? heat(shown, people, state) : el(
        "p",
        { class: "empty" },
        "Nothing passes these filters. ",
        el("a", { href: link({ show: "", need: "", area: "", company: "", since: "", until: "" }) }, "Show everything")
      )
    );
  }
  function table(model2, state) {
    const rows = /* @__PURE__ */ new Map();
    for (const r of selection(model2, state).links) {
      const row = rows.get(r.target) ?? { skill: r.target, cells: /* @__PURE__ */ new Map(), months: 0, proven: 0 };
      row.cells.set(r.source, r);
      row.months += r.p.months ?? 0;
      row.proven += Number(r.p.basis === "demonstrated");
      rows.set(r.target, row);
    }
    return [...rows.values()];
  }
  function passes(row, show3) {
    if (show3 === "one") return row.cells.size === 1;
    return show3 !== "unproven" || row.proven === 0;
  }
  function sortRows(rows, sort) {
    const name = (a, b) => a.skill.name.localeCompare(b.skill.name, "en");
    const order = {
      few: (a, b) => a.cells.size - b.cells.size || b.months - a.months,
      months: (a, b) => b.months - a.months,
      name,
      area: (a, b) => (a.skill.p.area ?? "~").localeCompare(b.skill.p.area ?? "~", "en") || b.cells.size - a.cells.size
    }[sort] ?? ((a, b) => b.cells.size - a.cells.size || b.proven - a.proven || b.months - a.months);
    return [...rows].sort((a, b) => order(a, b) || name(a, b));
  }
  function sortPeople(people, rows) {
    const held = /* @__PURE__ */ new Map();
    for (const row of rows) for (const person2 of row.cells.keys()) held.set(person2, (held.get(person2) ?? 0) + 1);
    return people.sort((a, b) => (held.get(b) ?? 0) - (held.get(a) ?? 0) || a.name.localeCompare(b.name, "en"));
  }
  function needs(state, index, rows) {
    const names = state.need.split(/[,\n;]/).map((name) => name.trim()).filter(Boolean);
    if (!names.length) return void 0;
    const skills = index.filter(({ node: node2 }) => node2.labels.includes("Skill") || node2.kind === "Technology" || node2.kind === "Concept");
    const bySkill = new Map(rows.map((row) => [row.skill, row]));
    const found2 = names.map(
      (name) => skills.find(({ node: node2, words }) => words.includes(plain(name)) || node2.id === `skill:${name}`)?.node ?? matches(skills, name, 1)[0]
    );
    return {
      rows: [...new Set(found2.filter(Boolean))].map((skill2) => bySkill.get(skill2) ?? { skill: skill2, cells: /* @__PURE__ */ new Map(), months: 0, proven: 0 }),
      unknown: names.filter((_, at) => !found2[at])
    };
  }
  function tiles(rows, people, state) {
    const tile = (number, text, patch, on) => el(
      "a",
      { class: "tile", href: link(patch), "aria-current": on ? "true" : void 0 },
      el("strong", {}, number.toLocaleString("en")),
      text
    );
    const one = rows.filter((row) => row.cells.size === 1).length;
    const unproven = rows.filter((row) => !row.proven).length;
    return el(
      "div",
      { class: "tiles" },
      el("div", { class: "tile" }, el("strong", {}, people.length.toLocaleString("en")), people.length === 1 ? "person" : "people"),
      tile(rows.length, "skills", { show: "", need: "" }, !state.show && !state.need),
      tile(one, "held by one person (bus factor 1)", { show: "one", need: "" }, state.show === "one"),
      tile(unproven, "never shown in work (gaps)", { show: "unproven", need: "" }, state.show === "unproven")
    );
  }
  function controls(state) {
    const choice2 = (id, title, options, value) => {
      const pick = el(
        "select",
        { id, on: { change: (event) => go({ [id]: event.target.value }) } },
        Object.entries(options).map(([key3, name]) => el("option", { value: key3 }, name))
      );
      pick.value = value;
      return el("div", { class: "field" }, el("label", { for: id }, title), pick);
    };
    const need = el("input", {
      id: "need",
      type: "text",
      value: state.need,
      placeholder: "Kafka, Kubernetes, Go …",
      on: { change: (event) => go({ need: event.target.value }) }
    });
    return el(
      "div",
      { class: "controls" },
      choice2("show", "Show", SHOWS, state.show),
      choice2("sort", "Order", SORTS, Object.hasOwn(SORTS, state.sort) ? state.sort : "people"),
      el("div", { class: "field wide" }, el("label", { for: "need" }, "Skills that you need"), need),
      legend()
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
      el("span", {}, "inferred")
    );
  }
  function heat(rows, people, state) {
    const shown = { rows: ROWS, people: COLUMNS };
    const holder2 = el("div", { class: "heat-holder" });
    const draw2 = () => {
      const grid2 = heatTable(rows.slice(0, shown.rows), people.slice(0, shown.people), state);
      const more = [
        ["rows", rows.length, "skills"],
        ["people", people.length, "people"]
      ].filter(([key3, all]) => all > shown[key3]);
      replace(
        holder2,
        el("div", { class: "scroll" }, grid2),
        el(
          "p",
          { class: "more" },
          more.map(
            ([key3, all, name]) => el(
              "button",
              {
                type: "button",
                class: "quiet",
                on: {
                  click: () => {
                    shown[key3] += key3 === "rows" ? ROWS : COLUMNS;
                    draw2();
                  }
                }
              },
              `${shown[key3]} of ${all.toLocaleString("en")} ${name} – show more`
            )
          )
        )
      );
    };
    draw2();
    announce(`${count(rows.length, "skill")}, ${count(people.length, "person", "people")}`);
    return holder2;
  }
  function heatTable(rows, people, state) {
    const head = el(
      "tr",
      {},
      el("th", { scope: "col", class: "corner" }, "Skill"),
      el("th", { scope: "col", class: "sum" }, "People"),
      people.map(
        (one) => el(
          "th",
          { scope: "col", class: "person" },
          el("a", { href: link({ view: "person", person: one.id, node: "", with: "" }) }, said(one.name))
        )
      )
    );
    const body = rows.map(
      (row) => el(
        "tr",
        {},
        el(
          "th",
          { scope: "row" },
          el("a", { href: link({ node: row.skill.id, with: "" }) }, said(row.skill.name)),
          state.sort === "area" && row.skill.p.area && el("small", {}, areaName(row.skill.p.area))
        ),
        el(
          "td",
          { class: row.cells.size === 0 ? "sum gap" : row.cells.size === 1 ? "sum one" : "sum" },
          row.cells.size === 0 ? "nobody" : row.cells.size
        ),
        people.map((person2) => cell(row, person2, state))
      )
    );
    const grid2 = el(
      "table",
      { class: "heat", role: "grid", "aria-label": "People and skills; arrow keys move, Enter shows the proof" },
      el("thead", {}, head),
      el("tbody", {}, body)
    );
    return roving(grid2);
  }
  function cell(row, person2, state) {
    const r = row.cells.get(person2);
    if (!r) return el("td", { tabindex: "-1", class: "none", "aria-label": `${person2.name}, ${row.skill.name}: nothing known` });
    const level = r.p.basis === "demonstrated" ? 1 + [12, 36, 72].filter((months) => (r.p.months ?? 0) >= months).length : r.p.basis;
    const text = `${person2.name}, ${row.skill.name}: ${[BASIS[r.p.basis]?.name.toLowerCase() ?? r.p.basis, duration(r.p.months)].filter(Boolean).join(", ")}`;
    const on = state.node === person2.id && state.with === row.skill.id;
    return el("td", {
      tabindex: "-1",
      class: `heat-${level}`,
      title: text,
      "aria-label": text,
      "aria-selected": on ? "true" : void 0,
      "data-person": person2.id,
      "data-skill": row.skill.id
    });
  }
  function roving(grid2) {
    const cells = () => [...grid2.tBodies[0].rows].map((row) => [...row.cells].slice(2));
    grid2.tBodies[0].querySelector("td[tabindex]")?.setAttribute("tabindex", "0");
    grid2.addEventListener("keydown", (event) => {
      const [down, right] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [0, 0];
      if (event.key === "Enter" && event.target.dataset.person) return select2(event.target);
      if (!down && !right || event.target.tagName !== "TD") return;
      const all = cells();
      const y = all.findIndex((row) => row.includes(event.target));
      const next2 = all[y + down]?.[all[y]?.indexOf(event.target) + right];
      if (!next2) return;
      event.preventDefault();
      event.target.tabIndex = -1;
      next2.tabIndex = 0;
      next2.focus();
    });
    grid2.addEventListener("click", (event) => {
      const target = event.target.closest("td[data-person]");
      if (target) select2(target);
    });
    return grid2;
  }
  function select2(target) {
    const same2 = current().node === target.dataset.person && current().with === target.dataset.skill;
    go(same2 ? { node: "", with: "" } : { node: target.dataset.person, with: target.dataset.skill });
  }

  // app/icons.js
  var LINES = {
    link: ["M9.5 14.5l5-5", "M11 7l1.8-1.8a4 4 0 0 1 5.7 5.7L16.7 12.7", "M13 17l-1.8 1.8a4 4 0 0 1-5.7-5.7L7.3 11.3"],
    print: ["M7 9V4h10v5", "M7 17H4.5v-6.5a1.5 1.5 0 0 1 1.5-1.5h12a1.5 1.5 0 0 1 1.5 1.5V17H17", "M7 14h10v6H7z"],
    system: ["M12 4a8 8 0 1 0 0 16z", "M12 4a8 8 0 0 1 0 16"],
    light: [
      "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8z",
      "M12 2.5v2",
      "M12 19.5v2",
      "M2.5 12h2",
      "M19.5 12h2",
      "M5.3 5.3l1.4 1.4",
      "M17.3 17.3l1.4 1.4",
      "M5.3 18.7l1.4-1.4",
      "M17.3 6.7l1.4-1.4"
    ],
    dark: ["M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"],
    in: ["M12 5v14", "M5 12h14"],
    out: ["M5 12h14"],
    all: ["M4 9V4h5", "M20 9V4h-5", "M4 15v5h5", "M20 15v5h-5"]
  };
  function icon(name) {
    return svg(
      "svg",
      { class: `sign sign-${name}`, viewBox: "0 0 24 24", width: 19, height: 19, "aria-hidden": "true" },
      LINES[name].map((d) => svg("path", { d }))
    );
  }

  // app/drawing.js
  var ONTOLOGY3 = /* @__PURE__ */ new Set(["BROADER", "IMPLIES", "PART_OF", "ALTERNATIVE_TO", "RELATED"]);
  var CORE = /* @__PURE__ */ new Set(["Person", "Company", "School", "Technology", "Concept", "Skill"]);
  function drawingOf(model2, state, extras = [], extraEdges = []) {
    const layers2 = new Set(list(state.layers));
    const chosen3 = selection(model2, state);
    const drawing = { nodes: /* @__PURE__ */ new Set(), edges: /* @__PURE__ */ new Map(), anchors: /* @__PURE__ */ new Map() };
    addCore(drawing, model2, chosen3, layers2);
    addCareers(drawing, chosen3, layers2);
    addWork(drawing, chosen3, layers2);
    if (layers2.has("Document")) for (const person2 of chosen3.people) addSatellites(drawing, person2, targets(person2, "DESCRIBED_IN"), "paper");
    addOthers(drawing, model2, layers2);
    for (const one of extras) addExtra(drawing, one, chosen3);
    for (const r of extraEdges) addRelationship(drawing, r);
    if (state.ontology) addOntology(drawing);
    return drawing;
  }
  function addCore(drawing, model2, chosen3, layers2) {
    const shown = (one) => layers2.has(one.kind);
    for (const one of [...chosen3.people, ...chosen3.companies, ...chosen3.skills]) if (shown(one)) drawing.nodes.add(one);
    for (const r of chosen3.links) addEdge(drawing, r.source, r.target, r.p.basis, r.p.months);
    if (!layers2.has("School")) return;
    for (const person2 of chosen3.people)
      for (const school2 of targets(person2, "STUDIED_AT")) {
        drawing.nodes.add(school2);
        addEdge(drawing, person2, school2, "job");
      }
  }
  function addCareers(drawing, chosen3, layers2) {
    for (const { source: person2, target: position2 } of chosen3.jobs) {
      const company2 = companyOf(position2);
      if (layers2.has("Position")) {
        addSatellites(drawing, person2, [position2], "job");
        if (company2) addEdge(drawing, position2, company2, "job");
      } else if (company2) addEdge(drawing, person2, company2, "job");
    }
  }
  function addWork(drawing, chosen3, layers2) {
    if (!layers2.has("Achievement")) return;
    for (const person2 of chosen3.people)
      for (const work of targets(person2, "ACHIEVED")) {
        const position2 = sources(work, "INCLUDES").find((one) => drawing.nodes.has(one));
        addSatellites(drawing, position2 ?? person2, [work], "work");
        for (const r of work.out) if (r.type === "USED" || r.type === "APPLIED") addEdge(drawing, work, r.target, "work");
        if (layers2.has("Metric")) addSatellites(drawing, work, targets(work, "MEASURED_BY"), "work");
      }
  }
  function addSatellites(drawing, anchor, nodes, kind) {
    for (const one of nodes) {
      drawing.nodes.add(one);
      if (!drawing.anchors.has(one)) drawing.anchors.set(one, anchor);
      addEdge(drawing, anchor, one, kind);
    }
  }
  var KNOWN = /* @__PURE__ */ new Set([...CORE, "Position", "Achievement", "Metric", "Document"]);
  function addOthers(drawing, model2, layers2) {
    for (const [kind, nodes] of model2.kinds) {
      if (KNOWN.has(kind) || !layers2.has(kind)) continue;
      for (const one of nodes) drawing.nodes.add(one);
      for (const one of nodes) for (const r of [...one.out, ...one.in]) addEdge(drawing, r.source, r.target, "work");
    }
  }
  function addExtra(drawing, one, chosen3) {
    if (drawing.nodes.has(one)) return;
    drawing.nodes.add(one);
    for (const r of [...one.out, ...one.in]) {
      const other2 = r.source === one ? r.target : r.source;
      if (!drawing.nodes.has(other2) || ONTOLOGY3.has(r.type)) continue;
      addEdge(drawing, one, other2, r.type === "HAS_SKILL" ? r.p.basis : "work");
      if (!CORE.has(one.kind) && !drawing.anchors.has(one)) drawing.anchors.set(one, other2);
    }
    if (one.kind === "Company") {
      for (const r of chosen3.jobs) if (companyOf(r.target) === one) addEdge(drawing, r.source, one, "job");
    }
  }
  function addRelationship(drawing, r) {
    for (const one of [r.source, r.target]) drawing.nodes.add(one);
    for (const [one, other2] of [
      [r.source, r.target],
      [r.target, r.source]
    ])
      if (!CORE.has(one.kind) && !drawing.anchors.has(one)) drawing.anchors.set(one, other2);
    addEdge(drawing, r.source, r.target, r.type === "HAS_SKILL" ? r.p.basis : ONTOLOGY3.has(r.type) ? "ontology" : "work");
  }
  function addOntology(drawing) {
    for (const one of drawing.nodes) for (const r of one.out) if (ONTOLOGY3.has(r.type)) addEdge(drawing, r.source, r.target, "ontology");
  }
  function addEdge(drawing, a, b, kind, weight = 0) {
    if (a === b || !drawing.nodes.has(a) || !drawing.nodes.has(b)) return;
    const key3 = a.index < b.index ? `${a.index} ${b.index}` : `${b.index} ${a.index}`;
    if (!drawing.edges.has(key3)) drawing.edges.set(key3, { a, b, kind, weight });
  }

  // app/filters.js
  var ORDER = ["Person", "Company", "Technology", "Concept", "School", "Position", "Achievement", "Metric", "Document"];
  var PLURAL = {
    Person: "People",
    Company: "Companies",
    Technology: "Technologies",
    Concept: "Concepts",
    School: "Schools",
    Position: "Positions",
    Achievement: "Achievements",
    Metric: "Metrics",
    Document: "Documents"
  };
  function plural(kind) {
    return PLURAL[kind] ?? kind;
  }
  function kindsOf(model2) {
    const known = ORDER.filter((kind) => model2.kinds.has(kind));
    return [...known, ...[...model2.kinds.keys()].filter((kind) => !ORDER.includes(kind)).sort()];
  }
  function showFilters(panel, model2, state) {
    const focus2 = document.activeElement?.id;
    const open2 = panel.querySelector("details")?.open ?? matchMedia("(min-width: 60rem)").matches;
    const chosen3 = selection(model2, state);
    const facts3 = `${count(chosen3.people.size, "person", "people")} · ${count(chosen3.skills.size, "skill")} · ${count(chosen3.companies.size, "company", "companies")}`;
    replace(
      panel,
      el(
        "details",
        { open: open2 },
        el("summary", {}, "Filters"),
        el("p", { class: "facts", id: "facts" }, facts3),
        basis(state),
        choice(
          "area",
          "Skill area",
          "All areas",
          model2.areas.map((area) => [area, areaName(area)]),
          state
        ),
        choice(
          "company",
          "Worked for",
          "Any company",
          model2.companies.map((one) => [one.id, one.name]),
          state
        ),
        model2.years && years2(model2, state),
        state.view === "graph" && layers(model2, state, chosen3),
        filtered(state) && el("button", { type: "button", class: "quiet", id: "clear", on: { click: () => go(withoutFilters()) } }, "Clear all filters")
      )
    );
    if (focus2 && panel.querySelector(`#${CSS.escape(focus2)}`)) panel.querySelector(`#${CSS.escape(focus2)}`).focus();
  }
  function basis(state) {
    const on = list(state.basis);
    const box = ([name, { name: title, doc }]) => check(
      `basis-${name}`,
      on.includes(name),
      (checked) => go({ basis: toggled(current().basis, name, checked) }),
      el("span", { class: `line line-${name}` }),
      el("span", {}, title, el("small", {}, doc))
    );
    return el("fieldset", {}, el("legend", {}, "How a skill is known"), Object.entries(BASIS).map(box));
  }
  function passing(model2, chosen3, kind) {
    if (kind === "Person") return chosen3.people.size;
    if (kind === "Company") return chosen3.companies.size;
    const all = model2.kinds.get(kind);
    return model2.isSkill.has(all[0]) ? all.filter((one) => chosen3.skills.has(one)).length : all.length;
  }
  function layers(model2, state, chosen3) {
    const on = list(state.layers);
    const box = (kind) => check(
      `layer-${kind}`,
      on.includes(kind),
      (checked) => go({ layers: toggled(current().layers, kind, checked) }),
      dot(kind),
      el("span", {}, plural(kind)),
      el("span", { class: "number" }, passing(model2, chosen3, kind).toLocaleString("en"))
    );
    return el(
      "fieldset",
      {},
      el("legend", {}, "Shown"),
      kindsOf(model2).map(box),
      check(
        "ontology",
        Boolean(state.ontology),
        (checked) => go({ ontology: checked ? "1" : "" }),
        el("span", { class: "line line-ontology" }),
        el("span", {}, "Relations between skills")
      )
    );
  }
  function check(id, checked, change, ...content) {
    return el(
      "label",
      { class: "check", for: id },
      el("input", { type: "checkbox", id, checked, on: { change: (event) => change(event.target.checked) } }),
      content
    );
  }
  function choice(key3, title, none, options, state) {
    const pick = el(
      "select",
      { id: key3, on: { change: (event) => go({ [key3]: event.target.value }) } },
      el("option", { value: "" }, none),
      options.map(([value, name]) => el("option", { value }, visible(name)))
    );
    pick.value = state[key3];
    return el("div", { class: "field" }, el("label", { for: key3 }, title), pick);
  }
  function years2(model2, state) {
    const [first, last3] = model2.years;
    const all = Array.from({ length: last3 - first + 1 }, (_, at) => String(first + at));
    const pick = (key3, title, none) => {
      const element = el(
        "select",
        { id: key3, "aria-label": title, on: { change: (event) => go({ [key3]: event.target.value }) } },
        el("option", { value: "" }, none),
        all.map((year) => el("option", { value: year }, year))
      );
      element.value = state[key3];
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
        pick("until", "To year", "To")
      )
    );
  }

  // app/facts-other.js
  function company(node2, model2, state) {
    const jobs = sources(node2, "AT").map((one) => ({ position: one, person: sources(one, "HELD")[0] })).filter((job) => job.person);
    jobs.sort((a, b) => (b.position.p.startMonth ?? 0) - (a.position.p.startMonth ?? 0));
    const row = ({ position: one, person: holder2 }) => disclosure(
      [nodeLink(holder2), aside([one.p.title, period(one.p.startDate, one.p.endDate, one.p.current)].filter(Boolean).join(", "))],
      () => proofOfJob(one, node2)
    );
    return [
      actions(
        button(
          link({ company: state.company === node2.id ? "" : node2.id }),
          state.company === node2.id ? "Show all companies" : "Only who worked here"
        ),
        button(link({ view: "path", from: node2.id, to: "", node: "" }), "Path to …")
      ),
      section(count(new Set(jobs.map((job) => job.person)).size, "person", "people"), long(jobs, row)),
      node2.p.aliases?.length > 0 && section(
        "Also called",
        el(
          "p",
          {},
          node2.p.aliases.map((alias, at) => [at ? ", " : "", said(alias)])
        )
      )
    ];
  }
  function proofOfJob(position2, company2) {
    const at = position2.out.find((r) => r.type === "AT" && r.target === company2);
    return at?.evidence && quotation(at.evidence, company2.name);
  }
  function school(node2) {
    const found2 = node2.in.filter((r) => r.type === "STUDIED_AT");
    return section(
      count(new Set(found2.map((r) => r.source)).size, "person", "people"),
      long(
        found2,
        (r) => disclosure(
          [nodeLink(r.source), aside([r.p.degree, r.p.field, period(r.p.startDate, r.p.endDate, r.p.current)].filter(Boolean).join(", "))],
          () => r.evidence && quotation(r.evidence)
        )
      )
    );
  }
  function position(node2) {
    const holder2 = sources(node2, "HELD")[0];
    const employer = companyOf(node2);
    const held = node2.in.find((r) => r.type === "HELD");
    const work = targets(node2, "INCLUDES");
    const listed = node2.out.filter((r) => r.type === "LISTS");
    return [
      el("p", { class: "lead" }, holder2 && nodeLink(holder2), employer && [" at ", nodeLink(employer)]),
      el(
        "p",
        { class: "muted" },
        [period(node2.p.startDate, node2.p.endDate, node2.p.current), duration(node2.p.months), node2.p.location].filter(Boolean).join(" · ")
      ),
      held?.evidence && quotation(held.evidence),
      work.length > 0 && section(
        "Achievements",
        long(work, (one) => disclosure([nodeLink(one)], () => proofOfWork(one)))
      ),
      listed.length > 0 && section(
        "Skills named",
        long(listed, (r) => disclosure([nodeLink(r.target)], () => r.evidence && quotation(r.evidence, r.p.surface)))
      )
    ];
  }
  function achievement(node2) {
    const by = sources(node2, "ACHIEVED")[0];
    const at = sources(node2, "INCLUDES")[0];
    const used = node2.out.filter((r) => r.type === "USED" || r.type === "APPLIED");
    const measured = targets(node2, "MEASURED_BY");
    return [
      by && el("p", { class: "lead" }, nodeLink(by), at && [", ", nodeLink(at)]),
      node2.p.team && el("p", { class: "muted" }, "The text tells this as a team’s work."),
      proofOfWork(node2),
      measured.length > 0 && section(
        "Measured",
        long(measured, (one) => [said(one.p.text), one.p.of && aside(one.p.of)])
      ),
      used.length > 0 && section(
        "Skills shown",
        long(used, (r) => disclosure([nodeLink(r.target)], () => r.evidence && quotation(r.evidence, r.p.surface)))
      )
    ];
  }
  function metric(node2) {
    const work = sources(node2, "MEASURED_BY")[0];
    const rows = Object.entries(node2.p).filter(([key3]) => !key3.startsWith("span"));
    return [facts2(rows), work && section("Achievement", el("p", {}, nodeLink(work)), proofOfWork(work))];
  }
  function facts2(rows) {
    return el(
      "dl",
      { class: "relations" },
      rows.map(([key3, value]) => [el("dt", {}, key3), el("dd", {}, said(Array.isArray(value) ? value.join(", ") : value))])
    );
  }
  function paper(node2) {
    const people = sources(node2, "DESCRIBED_IN");
    return [
      facts2([
        ["path", node2.p.path ?? ""],
        ["type", node2.p.mediaType ?? ""]
      ]),
      section(
        "Describes",
        long(people, (one) => nodeLink(one))
      )
    ];
  }
  function other(node2) {
    const joined = [...node2.out.map((r) => [r, true]), ...node2.in.map((r) => [r, false])];
    return [
      facts2(Object.entries(node2.p)),
      joined.length > 0 && section(
        "Joined to",
        long(
          joined,
          ([r, forward]) => disclosure(
            [`${step(r, forward)} `, nodeLink(forward ? r.target : r.source)],
            () => r.evidence && quotation(r.evidence, r.p.surface)
          )
        )
      )
    ];
  }

  // app/facts-person.js
  function person(node2, model2, state) {
    const skills = skillLinks(node2).filter((r) => r.p.basis !== "inferred");
    const inferred = skillLinks(node2).filter((r) => r.p.basis === "inferred");
    const chosen3 = state.with && model2.byId.get(state.with);
    return [
      node2.p.title && el("p", { class: "lead" }, said(node2.p.title)),
      el(
        "p",
        { class: "muted" },
        [node2.p.location, node2.p.totalMonths && `${duration(node2.p.totalMonths)} of work`].filter(Boolean).join(" · ")
      ),
      actions(
        button(link({ view: "person", person: node2.id, node: "", with: "" }), "Open profile"),
        button(link({ view: "path", from: node2.id, to: "", node: "" }), "Path to …")
      ),
      chosen3 && section(`Proof of ${chosen3.name}`, evidenceOf(node2, chosen3, model2)),
      positionsOf(node2).length > 0 && section(
        "Positions",
        long(positionsOf(node2), (one) => positionRow(one, node2), 6)
      ),
      skills.length > 0 && section(
        "Skills",
        long(skills, (r) => skillRow(r, r.target, model2))
      ),
      inferred.length > 0 && section(
        "Inferred",
        el("p", { class: "muted" }, "What follows from the skills above."),
        long(inferred, (r) => skillRow(r, r.target, model2), 5)
      ),
      studies(node2),
      papers(node2)
    ];
  }
  function studies(node2) {
    const found2 = node2.out.filter((r) => r.type === "STUDIED_AT");
    return found2.length > 0 && section(
      "Education",
      long(
        found2,
        (r) => disclosure(
          [nodeLink(r.target), aside([r.p.degree, r.p.field, period(r.p.startDate, r.p.endDate, r.p.current)].filter(Boolean).join(", "))],
          () => r.evidence && quotation(r.evidence)
        )
      )
    );
  }
  function papers(node2) {
    const found2 = targets(node2, "DESCRIBED_IN");
    return found2.length > 0 && section(
      "Documents",
      long(found2, (one) => nodeLink(one))
    );
  }
  function positionRow(position2, holder2) {
    const held = position2.in.find((r) => r.type === "HELD" && r.source === holder2);
    return disclosure(
      [
        nodeLink(position2, position2.p.title || "Position"),
        aside([position2.p.company, period(position2.p.startDate, position2.p.endDate, position2.p.current)].filter(Boolean).join(", "))
      ],
      () => held?.evidence && quotation(held.evidence)
    );
  }
  function skillRow(r, shown, model2) {
    const facts3 = [duration(r.p.months), r.p.level, r.p.years && `${r.p.years} yr stated`].filter(Boolean).join(", ");
    return disclosure(
      [
        el("span", { class: `mark mark-${r.p.basis}`, title: BASIS[r.p.basis]?.name }),
        nodeLink(shown),
        el("span", { class: "aside" }, el("span", { class: "hidden" }, `${BASIS[r.p.basis]?.name ?? r.p.basis} `), facts3)
      ],
      () => evidenceOf(r.source, r.target, model2)
    );
  }

  // app/facts-skill.js
  function skill(node2, model2) {
    const links = holderLinks(node2);
    const known = links.filter((r) => r.p.basis !== "inferred");
    const inferred = links.filter((r) => r.p.basis === "inferred");
    return [
      el(
        "p",
        { class: "muted" },
        [node2.p.area && areaName(node2.p.area), node2.p.curated === false && "not in the ontology"].filter(Boolean).join(" · ")
      ),
      node2.p.note && el("p", { class: "lead" }, said(node2.p.note)),
      actions(button(link({ view: "path", from: node2.id, to: "", node: "" }), "Path to …")),
      links.length === 0 && el("p", { class: "empty" }, "Nobody in this graph has shown or stated this skill."),
      known.length > 0 && section(
        count(known.length, "person", "people"),
        long(known, (r) => holderRow(r, model2))
      ),
      inferred.length > 0 && section(
        "Inferred",
        long(inferred, (r) => holderRow(r, model2), 5)
      ),
      relations(node2),
      node2.p.aliases?.length > 0 && section(
        "Also called",
        el(
          "p",
          {},
          node2.p.aliases.map((alias, at) => [at ? ", " : "", said(alias)])
        )
      )
    ];
  }
  function holderRow(r, model2) {
    const last3 = r.p.lastUsed && `last ${r.p.lastUsed.slice(0, 4)}`;
    return disclosure(
      [
        el("span", { class: `mark mark-${r.p.basis}`, title: BASIS[r.p.basis]?.name }),
        nodeLink(r.source),
        el(
          "span",
          { class: "aside" },
          el("span", { class: "hidden" }, `${BASIS[r.p.basis]?.name ?? r.p.basis} `),
          [duration(r.p.months), last3].filter(Boolean).join(", ")
        )
      ],
      () => evidenceOf(r.source, r.target, model2)
    );
  }
  function relations(node2) {
    const kinds = ["BROADER", "IMPLIES", "PART_OF", "ALTERNATIVE_TO", "RELATED"];
    const rows = [...node2.out.map((r) => [r, true]), ...node2.in.map((r) => [r, false])].filter(([r]) => kinds.includes(r.type));
    const grouped2 = /* @__PURE__ */ new Map();
    for (const [r, forward] of rows) {
      const words = step(r, forward);
      grouped2.set(words, [...grouped2.get(words) ?? [], forward ? r.target : r.source]);
    }
    if (!rows.length) return void 0;
    return section(
      "In the ontology",
      el(
        "dl",
        { class: "relations" },
        [...grouped2].map(([words, nodes]) => [
          el("dt", {}, words),
          el(
            "dd",
            {},
            nodes.slice(0, 12).map((one, at) => [at ? ", " : "", nodeLink(one)]),
            nodes.length > 12 && ` and ${nodes.length - 12} more`
          )
        ])
      )
    );
  }

  // app/inspector.js
  var BUILT = {
    Person: person,
    Company: company,
    School: school,
    Position: position,
    Achievement: achievement,
    Metric: metric,
    Document: paper,
    Technology: skill,
    Concept: skill,
    Skill: skill
  };
  function inspect(model2, node2, state) {
    const content = (Object.hasOwn(BUILT, node2.kind) ? BUILT[node2.kind] : other)(node2, model2, state);
    return arrowKeys(el("div", { class: "sheet", "data-node": node2.id }, heading(node2), content), "a, button");
  }
  function heading(node2) {
    return el("header", {}, el("p", { class: "eyebrow" }, dot(node2.kind), node2.kind), el("h2", {}, said(node2.name)));
  }

  // app/listing.js
  var ROWS2 = 100;
  function listView(model2, state) {
    const kinds = kindsOf(model2);
    const kind = kinds.includes(state.kind) ? state.kind : kinds[0];
    if (!kind) return el("p", { class: "empty" }, "This graph is empty.");
    const chosen3 = selection(model2, state);
    const columns = Object.hasOwn(COLUMNS2, kind) ? COLUMNS2[kind](chosen3) : [nameColumn];
    const nodes = sortNodes(nodesOf(model2, chosen3, kind), columns, state.sort);
    return el(
      "div",
      { class: "listing" },
      el("h2", {}, "List"),
      el(
        "nav",
        { class: "segments", "aria-label": "Kind of node" },
        kinds.map(
          (one) => el(
            "a",
            { href: link({ kind: one, sort: "" }), "aria-current": one === kind ? "true" : void 0 },
            dot(one),
            plural(one),
            el("span", { class: "number" }, nodesOf(model2, chosen3, one).length.toLocaleString("en"))
          )
        )
      ),
      nodes.length ? rowsOf(nodes, columns, state, kind) : el("p", { class: "empty" }, "Nothing passes these filters.")
    );
  }
  function nodesOf(model2, chosen3, kind) {
    if (kind === "Person") return [...chosen3.people];
    if (kind === "Company") return [...chosen3.companies];
    const all = model2.kinds.get(kind);
    return model2.isSkill.has(all[0]) ? all.filter((one) => chosen3.skills.has(one)) : all;
  }
  var nameColumn = {
    id: "name",
    title: "Name",
    of: (one) => one.name,
    show: (one) => el("a", { href: link({ node: one.id, with: "" }) }, said(one.name))
  };
  var holder = (one) => sources(one, "HELD")[0] ?? sources(one, "ACHIEVED")[0];
  var holderColumn = { id: "who", title: "Person", of: (one) => holder(one)?.name ?? "" };
  function personColumns(chosen3) {
    const held = /* @__PURE__ */ new Map();
    for (const r of chosen3.links) held.set(r.source, (held.get(r.source) ?? 0) + 1);
    const best = (one) => skillLinks(one).filter((r) => r.p.basis === "demonstrated").slice(0, 4).map((r) => r.target.name).join(", ");
    return [
      nameColumn,
      { id: "title", title: "Title", of: (one) => one.p.title ?? "" },
      { id: "months", title: "Work", of: (one) => one.p.totalMonths ?? 0, show: (one) => duration(one.p.totalMonths), number: true },
      { id: "skills", title: "Skills", of: (one) => held.get(one) ?? 0, number: true },
      { id: "best", title: "Most shown", of: best }
    ];
  }
  function skillColumns(chosen3) {
    const links = /* @__PURE__ */ new Map();
    for (const r of chosen3.links) links.set(r.target, [...links.get(r.target) ?? [], r]);
    const of = (one) => links.get(one) ?? [];
    const months = (one) => of(one).reduce((sum, r) => sum + (r.p.months ?? 0), 0);
    return [
      nameColumn,
      { id: "area", title: "Area", of: (one) => one.p.area ? areaName(one.p.area) : "" },
      { id: "people", title: "People", of: (one) => of(one).length, number: true },
      { id: "proven", title: "Shown by", of: (one) => of(one).filter((r) => r.p.basis === "demonstrated").length, number: true },
      { id: "months", title: "Months", of: months, show: (one) => duration(months(one)), number: true }
    ];
  }
  var COLUMNS2 = {
    Person: personColumns,
    Technology: skillColumns,
    Concept: skillColumns,
    Company: (chosen3) => {
      const people = (one) => [...new Set(chosen3.jobs.filter((r) => companyOf(r.target) === one).map((r) => r.source.name))];
      return [
        nameColumn,
        { id: "people", title: "People", of: (one) => people(one).length, number: true },
        { id: "who", title: "Who", of: (one) => people(one).join(", ") }
      ];
    },
    School: () => [
      nameColumn,
      { id: "who", title: "Who", of: (one) => [...new Set(sources(one, "STUDIED_AT").map((p) => p.name))].join(", ") }
    ],
    Position: () => [
      nameColumn,
      holderColumn,
      { id: "start", title: "From", of: (one) => one.p.startDate ?? "" },
      { id: "end", title: "To", of: (one) => one.p.current ? "to date" : one.p.endDate ?? "" },
      { id: "months", title: "Length", of: (one) => one.p.months ?? 0, show: (one) => duration(one.p.months), number: true }
    ],
    Achievement: () => [
      {
        ...nameColumn,
        title: "Work",
        of: (one) => one.p.text ?? one.name,
        show: (one) => el("a", { href: link({ node: one.id, with: "" }) }, said(one.p.text ?? one.name))
      },
      holderColumn,
      { id: "skills", title: "Skills", of: (one) => one.out.filter((r) => r.type === "USED" || r.type === "APPLIED").length, number: true }
    ],
    Metric: () => [
      nameColumn,
      { id: "of", title: "Of", of: (one) => one.p.of ?? "" },
      { id: "work", title: "Work", of: (one) => sources(one, "MEASURED_BY")[0]?.p.text ?? "" }
    ],
    Document: () => [
      nameColumn,
      { id: "path", title: "Path", of: (one) => one.p.path ?? "" },
      {
        id: "who",
        title: "Describes",
        of: (one) => sources(one, "DESCRIBED_IN").map((p) => p.name).join(", ")
      },
      { id: "works", title: "Type", of: (one) => one.p.mediaType ?? "" }
    ]
  };
  function sortNodes(nodes, columns, sort) {
    const [id, direction] = sort.split(" ");
    const column = columns.find((one) => one.id === id) ?? columns[0];
    const sign = direction === "down" ? -1 : 1;
    const keys2 = new Map(nodes.map((one) => [one, column.of(one)]));
    const compare = (a, b) => typeof a === "number" ? a - b : a.localeCompare(b, "en");
    return nodes.sort((a, b) => sign * compare(keys2.get(a), keys2.get(b)) || a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
  }
  function rowsOf(nodes, columns, state, kind) {
    let shown = ROWS2;
    const body = el("tbody", {});
    const more = el("p", { class: "more" });
    const draw2 = (from) => {
      body.append(
        ...nodes.slice(from, shown).map(
          (one) => el(
            "tr",
            { "aria-current": state.node === one.id ? "true" : void 0 },
            columns.map(
              (column, at) => el(
                at ? "td" : "th",
                { class: column.number ? "figure" : void 0, scope: at ? void 0 : "row" },
                column.show ? column.show(one) : said(column.of(one))
              )
            )
          )
        )
      );
      replace(
        more,
        nodes.length > shown && el(
          "button",
          { type: "button", class: "quiet", on: { click: () => draw2((shown += ROWS2) - ROWS2) } },
          `${shown} of ${nodes.length.toLocaleString("en")} – show more`
        )
      );
    };
    draw2(0);
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
              columns.map((column, at) => sortable(column, state.sort, at))
            )
          ),
          body
        )
      ),
      more
    ];
  }
  function sortable(column, sort, at) {
    const [id, direction] = sort ? sort.split(" ") : ["", ""];
    const on = id ? id === column.id : at === 0;
    const down = on && direction === "down";
    const next2 = `${column.id} ${on ? down ? "up" : "down" : column.number ? "down" : "up"}`;
    return el(
      "th",
      { scope: "col", class: column.number ? "figure" : void 0, "aria-sort": on ? down ? "descending" : "ascending" : void 0 },
      el(
        "button",
        { type: "button", id: `sort-${column.id}`, on: { click: () => go({ sort: next2 }) } },
        column.title,
        el("span", { class: "arrow", "aria-hidden": "true" }, on ? down ? "↓" : "↑" : "")
      )
    );
  }

  // app/timeline.js
  var ROW = 30;
  var TOP = 26;
  function bars(rows, { width, title, description, labels }) {
    const all = rows.flatMap((row) => row.bars);
    const [first, last3] = [Math.floor(Math.min(...all.map((bar2) => bar2.start))), Math.ceil(Math.max(...all.map((bar2) => bar2.end)))];
    const left = Math.min(labels, width * 0.4);
    const right = 76;
    const scale = (year) => left + (year - first) / Math.max(1, last3 - first) * (width - left - right);
    const height = TOP + rows.length * ROW + 6;
    return el(
      "div",
      { class: "chart" },
      svg(
        "svg",
        { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title },
        svg("title", {}, title),
        svg("desc", {}, description),
        grid(first, last3, scale, height, width),
        rows.map((row, at) => drawRow(row, TOP + at * ROW, { left, scale, width, right }))
      )
    );
  }
  function grid(first, last3, scale, height, width) {
    const room = scale(first + 1) - scale(first);
    const every = [1, 2, 5, 10].find((years4) => years4 * room > 44) ?? 20;
    const years3 = Array.from({ length: last3 - first + 1 }, (_, at) => first + at).filter((year) => year % every === 0);
    return years3.map((year) => [
      svg("line", { class: "grid", x1: scale(year), x2: scale(year), y1: TOP - 6, y2: height }),
      scale(year) < width - 20 && svg("text", { class: "tick", x: scale(year), y: TOP - 12, "text-anchor": "middle" }, year)
    ]);
  }
  function drawRow(row, y, { left, scale, width }) {
    return svg(
      "g",
      {},
      svg("text", { class: "label", x: left - 12, y: y + ROW / 2 + 4, "text-anchor": "end" }, clipped(row.label, left / 6.9)),
      row.bars.map((bar2) => drawBar(bar2, y, scale)),
      row.note && svg("text", { class: "note", x: width - 4, y: y + ROW / 2 + 4, "text-anchor": "end" }, row.note)
    );
  }
  function drawBar({ start: start3, end: end2, kind, text, open: open2 }, y, scale) {
    const [x, width] = [scale(start3), Math.max(4, scale(end2) - scale(start3) - 1)];
    const inside = text && clipped(text, (width - 14) / 6.4);
    return svg(
      "g",
      {},
      svg("rect", { class: `bar bar-${kind}`, x, y: y + 5, width, height: ROW - 10, rx: 4 }, svg("title", {}, text)),
      open2 && svg("path", { class: `bar bar-${kind}`, d: `M${x + width - 1} ${y + 5} l8 ${ROW / 2 - 5} l-8 ${ROW / 2 - 5} z` }),
      inside && inside.length > 4 && svg("text", { class: "inside", x: x + 7, y: y + ROW / 2 + 4 }, inside)
    );
  }
  function clipped(text, letters) {
    const all = [...String(text)];
    return all.length <= letters ? all.join("") : `${all.slice(0, Math.max(0, Math.floor(letters) - 1)).join("")}…`;
  }

  // app/person.js
  var TOP_SKILLS = 18;
  function personView(model2, state, width) {
    const node2 = model2.byId.get(state.person);
    if (!node2 || node2.kind !== "Person") return [el("h2", {}, "People"), picker(model2)];
    const jobs = positionsOf(node2);
    const skills = skillLinks(node2);
    return el(
      "article",
      { class: "profile" },
      header(node2, skills),
      career(node2, jobs, width),
      skillYears(
        skills.filter((r) => r.p.basis !== "inferred"),
        width
      ),
      el(
        "section",
        {},
        el("h3", {}, "Work"),
        jobs.length ? jobs.map((job) => jobBlock(job, node2)) : el("p", { class: "empty" }, "No dated position is known.")
      ),
      otherWork(node2),
      education(node2),
      allSkills(skills, model2),
      el(
        "section",
        {},
        el("h3", {}, "Documents"),
        long(targets(node2, "DESCRIBED_IN"), (one) => said(one.p.path ?? one.name))
      )
    );
  }
  function picker(model2) {
    if (!model2.people.length) return el("p", { class: "empty" }, "There is no person in this graph.");
    return el(
      "ul",
      { class: "cards" },
      model2.people.map(
        (one) => el(
          "li",
          {},
          el(
            "a",
            { class: "card", href: link({ person: one.id }) },
            el("strong", {}, said(one.name)),
            el("span", {}, one.p.title && said(one.p.title)),
            el(
              "span",
              { class: "muted" },
              skillLinks(one).filter((r) => r.p.basis === "demonstrated").slice(0, 4).map((r) => r.target.name).join(" · ")
            )
          )
        )
      )
    );
  }
  function header(node2, skills) {
    const shown = skills.filter((r) => r.p.basis === "demonstrated").length;
    const stated = skills.filter((r) => r.p.basis === "stated").length;
    const facts3 = [
      node2.p.location,
      node2.p.totalMonths && `${duration(node2.p.totalMonths)} of work`,
      shown && `${count(shown, "skill")} shown in work`,
      stated && `${stated} only stated`
    ].filter(Boolean);
    return el(
      "header",
      {},
      el("p", { class: "eyebrow" }, dot("Person"), "Person"),
      el("h2", {}, said(node2.name)),
      node2.p.title && el("p", { class: "lead" }, said(node2.p.title)),
      el("p", { class: "muted" }, facts3.join(" · ")),
      el(
        "p",
        { class: "actions" },
        el("a", { class: "button", href: link({ view: "graph", node: node2.id }) }, "Show in the graph"),
        el("a", { class: "button", href: link({ view: "path", from: node2.id, to: "" }) }, "Path to …"),
        el("a", { class: "button", href: link({ person: "", node: "" }) }, "All people")
      )
    );
  }
  function bar({ startDate, endDate, current: current2 }, kind, text, now) {
    const start3 = yearOf(startDate) ?? yearOf(endDate);
    if (start3 === void 0) return void 0;
    return {
      start: start3,
      end: Math.max(start3 + 1 / 12, current2 ? now : yearOf(endDate, true) ?? yearOf(startDate, true)),
      kind,
      text,
      open: current2
    };
  }
  function career(node2, jobs, width) {
    const now = Math.max(...jobs.map((job) => (job.p.endMonth ?? job.p.startMonth ?? 0) + 1), 0) / 12;
    const work = jobs.map((job) => ({
      label: job.p.company ?? "",
      months: job.p.months ?? 0,
      bars: [bar(job.p, "job", job.p.title || "Position", now)].filter(Boolean)
    }));
    const study = node2.out.filter((r) => r.type === "STUDIED_AT").map((r) => ({ label: r.target.name, months: 0, bars: [bar(r.p, "study", r.p.degree || r.p.field || "Study", now)].filter(Boolean) }));
    const rows = [...merged(work), ...merged(study)].filter((row) => row.bars.length);
    if (!rows.length) return void 0;
    const description = jobs.map((job) => `${job.p.title ?? "Position"}, ${job.p.company}, ${period(job.p.startDate, job.p.endDate, job.p.current)}`).join("; ");
    return el("section", {}, el("h3", {}, "Career"), bars(rows, { width, title: `Career of ${node2.name}`, description, labels: 190 }));
  }
  function merged(rows) {
    const kept2 = [];
    for (const row of rows) {
      const before2 = kept2.find(
        (one) => one.label === row.label && one.bars.every((a) => row.bars.every((b) => a.end <= b.start + 0.1 || b.end <= a.start + 0.1))
      );
      if (!before2) kept2.push({ ...row, bars: [...row.bars] });
      else {
        before2.bars.push(...row.bars);
        before2.months += row.months;
      }
    }
    return kept2.map((row) => ({ ...row, note: duration(row.months) }));
  }
  function skillYears(links, width) {
    const dated = links.filter((r) => yearOf(r.p.firstUsed) !== void 0);
    const rows = dated.map((r) => ({
      label: r.target.name,
      note: duration(r.p.months),
      bars: [
        {
          start: yearOf(r.p.firstUsed),
          end: Math.max(yearOf(r.p.lastUsed ?? r.p.firstUsed, true), yearOf(r.p.firstUsed) + 1 / 12),
          kind: r.p.basis,
          text: ""
        }
      ]
    }));
    if (!rows.length) return void 0;
    const holder2 = el("div", {});
    const draw2 = (number) => {
      const some = rows.slice(0, number);
      const description = some.map((row) => `${row.label} ${row.note}`).join("; ");
      holder2.replaceChildren(bars(some, { width, title: "Skills by years", description, labels: 190 }));
      if (rows.length > number)
        holder2.append(el("button", { type: "button", class: "quiet", on: { click: () => draw2(rows.length) } }, `Show all ${rows.length}`));
    };
    draw2(TOP_SKILLS);
    return el(
      "section",
      {},
      el("h3", {}, "Skills by years"),
      el(
        "p",
        { class: "legend" },
        ["demonstrated", "stated"].map(
          (one) => el("span", {}, el("span", { class: `swatch swatch-${one}` }), `${BASIS[one].name}: ${BASIS[one].doc}`)
        ),
        "The length is from first to last use; the number counts months of use once."
      ),
      holder2
    );
  }
  function jobBlock(job, node2) {
    const employer = companyOf(job);
    const held = job.in.find((r) => r.type === "HELD" && r.source === node2);
    const facts3 = [period(job.p.startDate, job.p.endDate, job.p.current), duration(job.p.months), job.p.location].filter(Boolean).join(" · ");
    return el(
      "section",
      { class: "job" },
      el("h4", {}, said(job.p.title || "Position"), employer && [" · ", graphLink(employer)]),
      el("p", { class: "muted" }, facts3),
      held?.evidence && disclosure("Where this stands", () => quotation(held.evidence)),
      el(
        "ul",
        { class: "work" },
        targets(job, "INCLUDES").sort((a, b) => a.p.spanStart - b.p.spanStart).map(workItem)
      )
    );
  }
  function graphLink(node2) {
    return el("a", { href: link({ view: "graph", node: node2.id, with: "" }) }, said(node2.name));
  }
  function workItem(work) {
    const used = [...new Set(work.out.filter((r) => r.type === "USED" || r.type === "APPLIED").map((r) => r.target))];
    const measured = targets(work, "MEASURED_BY");
    return el(
      "li",
      {},
      disclosure([said(work.p.text)], () => proofOfWork(work)),
      (used.length > 0 || measured.length > 0) && el(
        "p",
        { class: "chips" },
        measured.map((one) => el("span", { class: "chip chip-metric" }, said(one.p.text))),
        used.map((one) => el("a", { class: "chip", href: link({ view: "graph", node: one.id, with: "" }) }, dot(one.kind), said(one.name)))
      )
    );
  }
  function otherWork(node2) {
    const found2 = targets(node2, "ACHIEVED").filter((work) => !sources(work, "INCLUDES").length);
    return found2.length > 0 && el("section", {}, el("h3", {}, "Other work"), el("ul", { class: "work" }, found2.map(workItem)));
  }
  function education(node2) {
    const found2 = node2.out.filter((r) => r.type === "STUDIED_AT");
    return found2.length > 0 && el(
      "section",
      {},
      el("h3", {}, "Education"),
      long(
        found2,
        (r) => disclosure(
          [
            el("strong", {}, said(r.target.name)),
            el(
              "span",
              { class: "aside" },
              said([r.p.degree, r.p.field, period(r.p.startDate, r.p.endDate, r.p.current)].filter(Boolean).join(", "))
            )
          ],
          () => r.evidence && quotation(r.evidence)
        )
      )
    );
  }
  function allSkills(links, model2) {
    const block = (basis2) => {
      const some = links.filter((r) => r.p.basis === basis2);
      return some.length > 0 && el(
        "section",
        { class: "skills" },
        el("h4", {}, `${BASIS[basis2].name} `, el("span", { class: "muted" }, `${some.length}, ${BASIS[basis2].doc}`)),
        long(
          some,
          (r) => disclosure(
            [el("span", { class: `mark mark-${basis2}` }), graphLink(r.target), el("span", { class: "aside" }, duration(r.p.months))],
            () => evidenceOf(r.source, r.target, model2)
          ),
          10
        )
      );
    };
    return links.length > 0 && el("section", {}, el("h3", {}, "All skills"), el("div", { class: "columns" }, ["demonstrated", "stated", "inferred"].map(block)));
  }

  // app/libraries.js
  var { UndirectedGraph, Sigma, EdgeRectangleProgram, NodeCircleProgram, forceAtlas2, noverlap } = globalThis.SkillgraphLibraries;

  // app/layout.js
  var { helpers, iterate, defaults } = forceAtlas2;
  var WEIGHT = { demonstrated: 1, stated: 0.6, inferred: 0.15, job: 0.9, ontology: 0.1, work: 0.4, paper: 0.2 };
  var BUDGET = 4e6;
  var AT_ONCE = 600;
  var SPACED = 1500;
  var GOLDEN = Math.PI * (3 - Math.sqrt(5));
  var RADIUS = 1e3;
  function fraction(text) {
    let hash = 2166136261;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
    hash = Math.imul(hash ^ hash >>> 15, 2246822519);
    return ((hash ^ hash >>> 13) >>> 0) / 4294967296;
  }
  function seed(drawing) {
    const places = /* @__PURE__ */ new Map();
    const core = [...drawing.nodes].filter((one) => !drawing.anchors.has(one));
    const areas = [...new Set(core.map((one) => one.p.area ?? ""))].sort();
    for (const one of core) {
      if (one.kind === "Person" || one.kind === "Company") continue;
      const angle = 2 * Math.PI * (areas.indexOf(one.p.area ?? "") + fraction(one.id)) / areas.length;
      const radius = RADIUS * (0.6 + 0.4 * fraction(`${one.id} r`));
      places.set(one, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    }
    for (const kind of ["Person", "Company"])
      placeAmid(
        drawing,
        core.filter((one) => one.kind === kind),
        places
      );
    return places;
  }
  function placeAmid(drawing, nodes, places) {
    const wanted = new Set(nodes);
    const sums = /* @__PURE__ */ new Map();
    for (const { a, b } of drawing.edges.values())
      for (const [one, other2] of [
        [a, b],
        [b, a]
      ]) {
        const place2 = wanted.has(one) && places.get(other2);
        if (!place2) continue;
        const sum = sums.get(one) ?? { x: 0, y: 0, n: 0 };
        sums.set(one, { x: sum.x + place2.x, y: sum.y + place2.y, n: sum.n + 1 });
      }
    for (const one of nodes) {
      const sum = sums.get(one) ?? { x: 0, y: 0, n: 1 };
      const angle = 2 * Math.PI * fraction(one.id);
      places.set(one, { x: sum.x / sum.n + 0.2 * RADIUS * Math.cos(angle), y: sum.y / sum.n + 0.2 * RADIUS * Math.sin(angle) });
    }
  }
  function settle(graph, drawing, { quick, done }) {
    const satellites = [...drawing.anchors].map(([one, anchor]) => [one.id, anchor.id]);
    const core = coreOf(graph, drawing);
    const steps = iterations(core);
    const settings2 = {
      ...defaults,
      barnesHutOptimize: core.order > 800,
      barnesHutTheta: 0.9,
      gravity: 1.2,
      scalingRatio: 14,
      slowDown: 3,
      adjustSizes: false
    };
    const { nodes, edges } = helpers.graphToByteArrays(core, (_, attributes) => WEIGHT[attributes.kind] ?? 0.3);
    const finish = () => {
      helpers.assignLayoutChanges(core, nodes);
      if (core.order <= SPACED && core.order > 1)
        noverlap.assign(core, { maxIterations: 60, settings: { margin: 12, ratio: 1.4, gridSize: 20 } });
      publish(graph, core, satellites);
      done();
    };
    if (core.order <= AT_ONCE) {
      for (let step2 = 0; step2 < steps; step2 += 1) iterate(settings2, nodes, edges);
      finish();
      return () => {
      };
    }
    return inSlices(steps, () => iterate(settings2, nodes, edges), {
      quick,
      finish,
      slice() {
        helpers.assignLayoutChanges(core, nodes);
        publish(graph, core, satellites);
      }
    });
  }
  function coreOf(graph, drawing) {
    const core = new UndirectedGraph();
    const root = (one) => {
      let at = one;
      while (drawing.anchors.has(at)) at = drawing.anchors.get(at);
      return at.id;
    };
    for (const one of drawing.nodes) {
      if (drawing.anchors.has(one)) continue;
      const { x, y, size } = graph.getNodeAttributes(one.id);
      core.addNode(one.id, { x, y, size });
    }
    for (const { a, b, kind } of drawing.edges.values()) {
      const [from, to] = [root(a), root(b)];
      if (from !== to && !core.hasEdge(from, to)) core.addEdge(from, to, { kind });
    }
    return core;
  }
  function iterations(graph) {
    const order = Math.max(2, graph.order);
    return Math.max(20, Math.min(300, Math.round(BUDGET / (order * Math.log2(order) + graph.size))));
  }
  function inSlices(steps, iterateOnce, { quick, slice, finish }) {
    let step2 = 0;
    let timer = 0;
    let drawn2 = performance.now();
    const run = () => {
      const until = performance.now() + 100;
      do
        iterateOnce();
      while (++step2 < steps && performance.now() < until);
      if (step2 >= steps) return finish();
      if (quick && performance.now() - drawn2 > 1500) {
        slice();
        drawn2 = performance.now();
      }
      timer = setTimeout(run, 16);
    };
    timer = setTimeout(run, 0);
    return () => clearTimeout(timer);
  }
  function publish(graph, core, satellites) {
    const places = /* @__PURE__ */ new Map();
    core.forEachNode((id, { x, y }) => places.set(id, { x, y }));
    const around = /* @__PURE__ */ new Map();
    const extent = spacing(core);
    for (const [id, anchor] of satellites) {
      const at = around.get(anchor) ?? 0;
      around.set(anchor, at + 1);
      const { x, y } = places.get(anchor);
      const angle = at * GOLDEN + 2 * Math.PI * fraction(anchor);
      const radius = extent * (1 + 0.35 * Math.sqrt(at));
      places.set(id, { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) });
    }
    graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...places.get(id) }), { attributes: ["x", "y"] });
  }
  function spacing(core) {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    core.forEachNode((_, { x, y }) => {
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    });
    return 0.3 * Math.sqrt(Math.max(1, (right - left) * (bottom - top)) / Math.max(1, core.order));
  }

  // app/motion.js
  var SETTLED = 120;
  function programs(scene) {
    class Nodes extends NodeCircleProgram {
      render(params) {
        const { array, capacity } = this;
        const most = scene.moving && scene.sparing ? Math.min(capacity, scene.most) : capacity;
        if (most < capacity) [this.array, this.capacity] = [array.subarray(array.length / capacity * (capacity - most)), most];
        super.render(params);
        [this.array, this.capacity] = [array, capacity];
      }
      renderProgram(params, info) {
        if (!(info.isPicking && scene.moving)) super.renderProgram(params, info);
      }
    }
    class Lines extends EdgeRectangleProgram {
      render(params) {
        if (!(scene.moving && scene.sparing)) super.render(params);
      }
    }
    return { nodeProgramClasses: { circle: Nodes }, edgeProgramClasses: { line: Lines } };
  }
  function watchMotion(scene, sigma) {
    let timer = 0;
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(() => isMoving(sigma) ? rest() : sigma.scheduleRender(), SETTLED);
    };
    sigma.on("beforeRender", () => {
      scene.moving = isMoving(sigma);
      sigma.getContainer().classList.toggle("moving", scene.moving && scene.sparing);
      if (scene.moving) rest();
    });
  }
  function isMoving(sigma) {
    const [mouse, touch] = [sigma.getMouseCaptor(), sigma.getTouchCaptor()];
    const wheel = mouse.currentWheelDirection !== 0;
    return sigma.getCamera().isAnimated() || mouse.isMoving || mouse.draggedEvents > 0 || wheel || touch.isMoving;
  }

  // app/strongest.js
  var MOST_LINES = 2e4;
  var RANK2 = { job: 3, demonstrated: 3, work: 2, stated: 1, paper: 1, inferred: 0, ontology: 0 };
  function strongest(edges) {
    const all = [...edges];
    if (all.length <= MOST_LINES) return { drawn: all, left: [] };
    const ordered = all.sort(
      (a, b) => (RANK2[b.kind] ?? 0) - (RANK2[a.kind] ?? 0) || (b.weight ?? 0) - (a.weight ?? 0) || a.a.index - b.a.index || a.b.index - b.b.index
    );
    const seen = /* @__PURE__ */ new Map();
    const turn = ordered.map((edge) => Math.min(next(seen, edge.a), next(seen, edge.b)));
    const places = ordered.map((_, at) => at).sort((a, b) => turn[a] - turn[b] || a - b);
    return { drawn: places.slice(0, MOST_LINES).map((at) => ordered[at]), left: places.slice(MOST_LINES).map((at) => ordered[at]) };
  }
  function next(seen, node2) {
    const number = seen.get(node2) ?? 0;
    seen.set(node2, number + 1);
    return number;
  }

  // app/scene.js
  var FONT = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';
  var MANY_EDGES = 12e3;
  var MANY_NODES = 4e3;
  function hasWebGL() {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  }
  function createScene(container, { onNode, onStage }) {
    const scene = {
      colors: palette(),
      marked: /* @__PURE__ */ new Set(),
      near: /* @__PURE__ */ new Set(),
      trail: /* @__PURE__ */ new Set(),
      moving: false,
      sparing: false,
      most: Infinity,
      hovered: void 0,
      labels: [],
      left: [],
      added: [],
      stop: () => {
      },
      drawn: void 0
    };
    const sigma = new Sigma(new UndirectedGraph(), container, settings(scene));
    watchMotion(scene, sigma);
    sigma.on("clickNode", ({ node: node2 }) => onNode(node2));
    sigma.on("clickStage", onStage);
    sigma.on("beforeRender", () => scene.labels = []);
    sigma.on("afterRender", () => drawLabels(scene, sigma));
    sigma.on("enterNode", ({ node: node2 }) => hover(scene, sigma, node2));
    sigma.on("leaveNode", () => hover(scene, sigma, void 0));
    return {
      sigma,
      draw: (drawing, state) => draw(scene, sigma, drawing, state),
      mark: (marks) => mark(scene, sigma, marks),
      theme() {
        scene.colors = palette();
        if (scene.drawn) recolor(scene, sigma);
      },
      shown() {
        sigma.resize();
        sigma.refresh();
      },
      fit: () => sigma.getCamera().animatedReset({ duration: motion(300) }),
      zoom: (factor) => sigma.getCamera().animate({ ratio: sigma.getCamera().ratio / factor }, { duration: motion(200) }),
      pan(x, y) {
        const camera = sigma.getCamera();
        camera.setState({ x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio });
      },
      focus: () => focus(scene, sigma),
      copyTo(canvas) {
        copy(sigma, canvas);
      },
      place(id) {
        const place2 = sigma.getNodeDisplayData(id);
        return place2 && sigma.framedGraphToViewport(place2);
      }
    };
  }
  function copy(sigma, canvas) {
    sigma.render();
    const layers2 = Object.values(sigma.getCanvases()).filter((one) => one.width && one.height);
    [canvas.width, canvas.height] = [layers2[0].width, layers2[0].height];
    const context = canvas.getContext("2d");
    for (const one of layers2) context.drawImage(one, 0, 0, canvas.width, canvas.height);
  }
  function focus(scene, sigma) {
    const places = [...scene.marked, ...scene.near].map((id) => sigma.getNodeDisplayData(id)).filter(Boolean);
    if (!places.length) return;
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { width, height } = sigma.getDimensions();
    const short = Math.min(width, height);
    const ratio = Math.min(1, Math.max(0.4, (right - left) * 1.3 * short / width + 0.08, (bottom - top) * 1.25 * short / height));
    sigma.getCamera().animate({ x: (left + right) / 2 + 0.06 * ratio, y: (top + bottom) / 2, ratio }, { duration: motion(400) });
  }
  function motion(milliseconds) {
    return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : milliseconds;
  }
  function settings(scene) {
    return {
      ...programs(scene),
      allowInvalidContainer: true,
      labelFont: FONT,
      labelDensity: 3,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 3.4,
      stagePadding: 48,
      minEdgeThickness: 1,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zIndex: true,
      defaultDrawNodeLabel: (context, data) => scene.labels.push({ context, data: { ...data } }),
      defaultDrawNodeHover: (context, data) => drawHover(context, data, scene),
      nodeReducer: (id, data) => reduceNode(scene, id, data),
      edgeReducer: (id, data) => reduceEdge(scene, id, data)
    };
  }
  function draw(scene, sigma, drawing, { marked, done }) {
    scene.stop();
    const { drawn: drawn2, left } = strongest(drawing.edges.values());
    const { width, height } = sigma.getDimensions();
    scene.room = Math.max(0.5, Math.min(1, Math.sqrt(width * height / (800 * 650))));
    const graph = graphOf(scene, drawing, drawn2);
    let attached = false;
    let settled = false;
    const finished = () => {
      settled = true;
      if (attached) done();
    };
    scene.stop = settle(graph, drawing, { quick: !slow(), done: finished });
    spare(scene, sigma, graph);
    scene.drawn = graph;
    scene.left = left;
    scene.added = [];
    setMarks(scene, graph, marked);
    sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    sigma.setGraph(graph);
    attached = true;
    if (settled) done();
  }
  function spare(scene, sigma, graph) {
    scene.sparing = graph.size > (slow() ? 1500 : MANY_EDGES) || graph.order > (slow() ? 1500 : MANY_NODES);
    scene.most = slow() ? 4e3 : 4e4;
    if (sigma.getSetting("hideLabelsOnMove") !== scene.sparing) sigma.setSetting("hideLabelsOnMove", scene.sparing);
  }
  var software;
  function slow() {
    if (software === void 0) {
      const context = document.createElement("canvas").getContext("webgl2");
      const named = context?.getExtension("WEBGL_debug_renderer_info");
      software = /swiftshader|llvmpipe|software/i.test(named ? context.getParameter(named.UNMASKED_RENDERER_WEBGL) : "");
      context?.getExtension("WEBGL_lose_context")?.loseContext();
    }
    return software;
  }
  function graphOf(scene, drawing, edges) {
    const graph = new UndirectedGraph();
    const places = seed(drawing);
    const degrees = /* @__PURE__ */ new Map();
    for (const { a, b } of drawing.edges.values()) for (const one of [a, b]) degrees.set(one, (degrees.get(one) ?? 0) + 1);
    const people = [...drawing.nodes].filter((one) => one.kind === "Person").length;
    for (const one of drawing.nodes) {
      const place2 = places.get(one) ?? places.get(drawing.anchors.get(one)) ?? { x: 0, y: 0 };
      graph.addNode(one.id, { ...place2, ...lookFor(scene, one, degrees.get(one) ?? 0, { drawing, people }) });
    }
    for (const edge of edges) addLine(scene, graph, edge);
    return graph;
  }
  function addLine(scene, graph, { a, b, kind }) {
    return graph.addEdge(a.id, b.id, { kind, size: kind === "demonstrated" ? 1.3 : 0.9, color: scene.colors.edges[kind], zIndex: 0 });
  }
  function lookFor(scene, one, degree, { drawing, people }) {
    const order = drawing.nodes.size;
    const look = lookOf(one.kind);
    const weight = one.kind === "Person" || one.kind === "Position" ? 1 : 0.55 + Math.min(0.9, 0.22 * Math.log2(1 + degree));
    const crowd = Math.max(0.35, Math.min(1, Math.sqrt(650 / order))) * scene.room;
    return {
      label: shortened(one.name),
      kind: one.kind,
      size: Math.max(2, look.size * weight * crowd * 0.8),
      color: shade(look.color, scene.colors.dark),
      forceLabel: one.kind === "Person" && people <= 40,
      zIndex: one.kind === "Person" ? 1 : drawing.anchors.has(one) ? -1 : 0
    };
  }
  function shortened(name) {
    const text = visible(name).replace(/\s+/g, " ").trim();
    return text.length > 42 ? `${[...text].slice(0, 41).join("")}…` : text;
  }
  function recolor(scene, sigma) {
    scene.drawn.updateEachNodeAttributes((_, data) => ({ ...data, color: shade(lookOf(data.kind).color, scene.colors.dark) }));
    scene.drawn.updateEachEdgeAttributes((_, data) => ({ ...data, color: scene.colors.edges[data.kind] }));
    sigma.refresh();
  }
  function mark(scene, sigma, marks) {
    if (!scene.drawn) return;
    setMarks(scene, scene.drawn, marks);
    sigma.refresh({ skipIndexation: true });
  }
  function setMarks(scene, graph, { marked, trail }) {
    scene.marked = new Set(marked.filter((id) => graph.hasNode(id)));
    scene.trail = new Set(trail.flatMap(([a, b]) => [`${a}
${b}`, `${b}
${a}`]));
    for (const edge of scene.added) graph.dropEdge(edge);
    scene.added = scene.left.filter(({ a, b }) => scene.marked.has(a.id) || scene.marked.has(b.id)).map((edge) => addLine(scene, graph, edge));
    scene.near = new Set(scene.marked.size === 1 && !trail.length ? graph.neighbors([...scene.marked][0]) : []);
  }
  function hover(scene, sigma, id) {
    scene.hovered = id;
    sigma.getContainer().dataset.over = id === void 0 ? "" : "node";
  }
  function reduceNode(scene, id, data) {
    if (!scene.marked.size) return data;
    if (scene.marked.has(id)) return { ...data, forceLabel: true, size: data.size * 1.25, zIndex: 3 };
    if (scene.near.has(id)) return { ...data, forceLabel: scene.near.size <= 45, zIndex: 2 };
    return { ...data, color: scene.colors.faded, label: "", forceLabel: false, zIndex: 0 };
  }
  function reduceEdge(scene, id, data) {
    if (!scene.marked.size) return data;
    const [a, b] = scene.drawn.extremities(id);
    if (scene.trail.has(`${a}
${b}`)) return { ...data, size: 3.2, color: scene.colors.accent, zIndex: 2 };
    if (!scene.trail.size && (scene.marked.has(a) || scene.marked.has(b))) return { ...data, size: 1.8, zIndex: 2 };
    return { ...data, color: scene.colors.fadedEdge, size: 0.6, zIndex: 0 };
  }
  function drawLabels(scene, sigma) {
    const weight = ({ zIndex, kind, size }) => 1e3 * zIndex + (kind === "Person" ? 500 : 0) + size;
    const taken = reserved(sigma);
    const { width } = sigma.getDimensions();
    for (const { context, data } of scene.labels.sort((a, b) => weight(b.data) - weight(a.data))) {
      if (!data.label) continue;
      const box = labelBoxes(context, data, width).find(
        (one) => !taken.some((other2) => one.left < other2.right && other2.left < one.right && one.top < other2.bottom && other2.top < one.bottom)
      );
      if (!box) continue;
      taken.push(box);
      drawLabel(context, data, box, scene);
    }
  }
  function reserved(sigma) {
    const container = sigma.getContainer();
    const { left, top } = container.getBoundingClientRect();
    return [...container.parentElement.querySelectorAll(".zoom, .key")].map((one) => {
      const box = one.getBoundingClientRect();
      return { left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top };
    });
  }
  function setFont(context, { kind, zIndex }) {
    context.font = kind === "Person" ? `600 13px ${FONT}` : `${zIndex > 2 ? 600 : 500} 12px ${FONT}`;
  }
  function labelBoxes(context, data, width = Infinity) {
    setFont(context, data);
    const length = context.measureText(data.label).width + 8;
    const at = (left2, y) => ({ left: left2, right: left2 + length, top: y - 8, bottom: y + 8 });
    const [right, left] = [at(data.x + data.size, data.y), at(data.x - data.size - length, data.y)];
    const inside = (box) => box.left >= 0 && box.right <= width;
    if (data.kind !== "Person" && data.zIndex < 3) return [inside(right) ? right : left].filter(inside);
    const centre = Math.max(0, Math.min(width - length, data.x - length / 2));
    return [right, left, at(centre, data.y + data.size + 9), at(centre, data.y - data.size - 9)].filter((box) => width === Infinity || inside(box));
  }
  function drawLabel(context, data, box, scene) {
    setFont(context, data);
    const [x, y] = [box.left + 4, box.top + 12];
    context.lineWidth = 3.5;
    context.lineJoin = "round";
    context.strokeStyle = scene.colors.page;
    context.strokeText(data.label, x, y);
    context.fillStyle = data.kind === "Person" || data.zIndex > 2 ? scene.colors.text : scene.colors.quiet;
    context.fillText(data.label, x, y);
  }
  function drawHover(context, data, scene) {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
    context.lineWidth = 2;
    context.strokeStyle = scene.colors.text;
    context.stroke();
    if (data.label) drawLabel(context, data, labelBoxes(context, data)[0], scene);
  }

  // app/stage.js
  var STEP = 0.12;
  var KEYS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
  function createStage(chosen3) {
    const canvas = el("div", { class: "canvas", id: "canvas", tabindex: "0", role: "application", "aria-roledescription": "graph" });
    const legend2 = el("ul", { class: "key", "aria-label": "Colours" });
    const element = el("section", { class: "stage", id: "stage", "aria-label": "Graph" }, canvas, legend2);
    const printed = el("canvas", { class: "printed", "aria-hidden": "true" });
    element.append(printed);
    const stage = { element, canvas, legend: legend2, scene: void 0, key: "" };
    stage.paper = () => {
      stage.scene?.theme();
      if (!element.hidden) stage.scene?.copyTo(printed);
    };
    stage.screen = () => stage.scene?.theme();
    stage.start = () => start(stage, chosen3);
    stage.show = (drawing, key3, marked, focus2) => show(stage, drawing, { key: key3, marked, focus: focus2 });
    return stage;
  }
  function start(stage, chosen3) {
    if (!hasWebGL()) {
      replace(
        stage.element,
        el(
          "p",
          { class: "empty" },
          "This browser cannot draw the graph (it has no WebGL). ",
          el("a", { href: link({ view: "list" }) }, "The list"),
          " tells the same."
        )
      );
      return;
    }
    stage.scene = createScene(stage.canvas, { onNode: chosen3, onStage: () => go({ node: "", with: "" }) });
    stage.canvas.addEventListener("keydown", (event) => key2(stage.scene, event));
    stage.element.append(buttons(stage.scene));
  }
  function buttons(scene) {
    const button2 = (name, label2, click) => el("button", { type: "button", class: "icon", "aria-label": label2, title: label2, on: { click } }, icon(name));
    return el(
      "div",
      { class: "zoom" },
      button2("in", "Zoom in", () => scene.zoom(1.5)),
      button2("out", "Zoom out", () => scene.zoom(1 / 1.5)),
      button2("all", "Show all of it", () => scene.fit())
    );
  }
  function key2(scene, event) {
    const zoom = { "+": 1.5, "=": 1.5, "-": 1 / 1.5 }[event.key];
    if (KEYS[event.key]) scene.pan(...KEYS[event.key]);
    else if (zoom) scene.zoom(zoom);
    else if (event.key === "0") scene.fit();
    else return;
    event.preventDefault();
  }
  function show(stage, drawing, { key: name, marked, focus: focus2 }) {
    if (!stage.scene) return;
    stage.scene.shown();
    if (stage.key === name) {
      stage.scene.mark(marked);
      if (focus2) stage.scene.focus();
      return;
    }
    stage.key = name;
    document.body.dataset.state = "settling";
    const drawn2 = drawing();
    label(stage, drawn2);
    stage.scene.draw(drawn2, {
      marked,
      done() {
        document.body.dataset.state = "ready";
        performance.mark("skillgraph-settled");
        if (focus2) stage.scene.focus();
      }
    });
    if (!performance.getEntriesByName("skillgraph-first-draw").length) requestAnimationFrame(() => performance.mark("skillgraph-first-draw"));
  }
  function label(stage, { nodes, edges }) {
    const kinds = /* @__PURE__ */ new Map();
    for (const one of nodes) kinds.set(one.kind, (kinds.get(one.kind) ?? 0) + 1);
    const facts3 = `${count(nodes.size, "node")} and ${count(edges.size, "line")}`;
    stage.canvas.setAttribute(
      "aria-label",
      `Graph of ${facts3}. Arrow keys move the view, plus and minus zoom, 0 shows all of it. The list view tells the same in tables.`
    );
    replace(
      stage.legend,
      [...kinds.keys()].sort().map((kind) => el("li", {}, dot(kind), plural(kind)))
    );
    stage.legend.hidden = nodes.size === 0;
    stage.element.dataset.nodes = nodes.size;
    stage.element.dataset.edges = edges.size;
    stage.element.querySelector(".nothing")?.remove();
    if (edges.size > MOST_LINES)
      stage.legend.append(
        el("li", {}, `${count(MOST_LINES, "line")} of ${edges.size.toLocaleString("en")}: choose a node to see all of its`)
      );
    if (!nodes.size) stage.element.append(el("p", { class: "empty nothing" }, "Nothing passes these filters."));
    announce(`${facts3} shown`);
  }

  // app/theme.js
  var NAMES = { "": "Colours: as the system", light: "Colours: light", dark: "Colours: dark" };
  var KEY = "skillgraph-theme";
  function themeButton(changed) {
    const button2 = el("button", { type: "button", id: "theme", class: "icon" });
    const set = (theme) => {
      if (theme) document.documentElement.dataset.theme = theme;
      else delete document.documentElement.dataset.theme;
      button2.setAttribute("aria-label", NAMES[theme]);
      button2.title = NAMES[theme];
      replace(button2, icon(theme || "system"));
      keep(theme);
      changed();
    };
    button2.addEventListener("click", () => set({ "": "light", light: "dark", dark: "" }[document.documentElement.dataset.theme ?? ""]));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
    set(kept());
    return button2;
  }
  function onPaper(begin, end2) {
    const root = document.documentElement.dataset;
    let theme;
    addEventListener("beforeprint", () => {
      theme = root.theme;
      root.theme = "light";
      begin();
    });
    addEventListener("afterprint", () => {
      if (theme) root.theme = theme;
      else delete root.theme;
      end2();
    });
  }
  function keep(theme) {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      return;
    }
  }
  function kept() {
    try {
      const theme = localStorage.getItem(KEY) ?? "";
      return theme in NAMES ? theme : "";
    } catch {
      return "";
    }
  }

  // app/main.js
  var TITLES = { answers: "Answers", graph: "Graph", list: "List", person: "People", coverage: "Coverage", path: "Path" };
  var ON_CANVAS = ["graph", "path"];
  var FILTERED = ["graph", "list", "coverage"];
  var model = readData(JSON.parse(byId("data").textContent));
  var page = { index: searchIndex(model), sheet: el("div", { class: "view", id: "view" }), stage: createStage(chosen2), last: {} };
  function chosen2(id) {
    const state = current();
    if (state.view !== "path") return go({ node: state.node === id ? "" : id, with: "", through: "" });
    if (!state.from || state.from && state.to) return go({ from: id, to: "", node: "", route: "1" });
    return go({ to: id, node: "" });
  }
  function start2() {
    setLooks(model.looks);
    if (model.answers.length) startWith("answers");
    if (model.live) TITLES.answers = "Ask";
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
      ask: model.live ? (question) => go({ view: "answers", ask: question, node: "", through: "" }) : void 0
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
          on: { click: copy2 }
        },
        icon("link")
      ),
      el("button", { type: "button", class: "icon", "aria-label": "Print", title: "Print", on: { click: () => print() } }, icon("print"))
    );
    byId("main").append(page.stage.element, page.sheet);
    page.stage.element.hidden = !ON_CANVAS.includes(current().view);
    page.stage.start();
    onPaper(page.stage.paper, page.stage.screen);
    addEventListener("keydown", keys);
    addEventListener("resize", resized);
    onChange(show2);
    show2(current());
    globalThis.skillgraph = { model, scene: page.stage.scene };
  }
  function found(node2) {
    const { view } = current();
    if (view === "person" && node2.kind === "Person") return go({ person: node2.id, node: "" });
    return go({ view: ["graph", "list", "coverage"].includes(view) ? view : "graph", node: node2.id, with: "", through: "" });
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
  async function copy2() {
    try {
      await navigator.clipboard.writeText(location.href);
      announce("Copied");
      byId("copy").classList.add("done");
      setTimeout(() => byId("copy").classList.remove("done"), 1200);
    } catch {
      prompt("The link to this view", location.href);
    }
  }
  var resizing;
  function resized() {
    clearTimeout(resizing);
    resizing = setTimeout(() => current().view === "person" && showSheet(current()), 150);
  }
  function show2(state) {
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
      shown.map(
        ([view, title]) => el(
          "a",
          {
            href: view === "person" ? link({ view, person: "", node: "", with: "", through: "" }) : link({ view, with: "", through: "" }),
            "aria-current": view === state.view ? "page" : void 0
          },
          title
        )
      )
    );
  }
  function showCanvas(state) {
    const route = state.view === "path" ? pathOf(model, state) : { path: [] };
    const through = state.view === "graph" ? throughOf(model, state) : { nodes: [], steps: [] };
    const steps = [...route.path, ...through.steps];
    const extras = [state.node, state.view === "path" && state.from, state.view === "path" && state.to].map((id) => id && model.byId.get(id)).concat(through.nodes).filter(Boolean);
    const base = { ...state, ...state.view === "path" ? withoutFilters() : {} };
    const hidden = extras.filter((one) => !drawnByDefault(base, one));
    const key3 = JSON.stringify([
      base.layers,
      base.area,
      base.company,
      base.since,
      base.until,
      base.basis,
      base.ontology,
      hidden.map((one) => one.id),
      steps.map((one) => one.relationship.index)
    ]);
    const marked = [...new Set([...extras, ...steps.flatMap((one) => [one.from, one.to])].map((one) => one.id))];
    const moved = ["node", "view", "from", "to", "route", "through"].some((part) => page.last[part] !== state[part]);
    page.stage.show(
      () => drawingOf(
        model,
        base,
        extras,
        steps.map((one) => one.relationship)
      ),
      key3,
      { marked, trail: steps.map((one) => [one.from.id, one.to.id]) },
      moved && cameFromAfar(state, steps)
    );
  }
  function drawnByDefault(state, node2) {
    return drawnNodes(state).has(node2);
  }
  var drawn = { key: "", nodes: /* @__PURE__ */ new Set() };
  function drawnNodes(state) {
    const key3 = JSON.stringify([state.layers, state.area, state.company, state.since, state.until, state.basis]);
    if (drawn.key !== key3) drawn = { key: key3, nodes: drawingOf(model, state).nodes };
    return drawn.nodes;
  }
  function cameFromAfar(state, path) {
    return path.length > 0 || state.view === "graph" && Boolean(state.node) && !byId("canvas").matches(":hover");
  }
  function showSheet(state) {
    const width = Math.max(320, Math.min(1040, byId("main").clientWidth - 64));
    const views = {
      list: () => listView(model, state),
      person: () => personView(model, state, width),
      coverage: () => coverageView(model, state, page.index),
      answers: () => answersView(model, state, () => current().view === "answers" && showSheet(current()))
    };
    const same2 = sameSheet(state);
    const focus2 = document.activeElement?.closest("#view") ? document.activeElement.id : "";
    const top = byId("main").scrollTop;
    const scroll = page.sheet.querySelector(".scroll");
    const [left, down] = [scroll?.scrollLeft ?? 0, scroll?.scrollTop ?? 0];
    const cell2 = document.activeElement?.dataset?.person && { ...document.activeElement.dataset };
    replace(page.sheet, views[state.view]());
    byId("main").scrollTop = same2 ? top : 0;
    if (same2 && page.sheet.querySelector(".scroll")) page.sheet.querySelector(".scroll").scrollTo(left, down);
    if (focus2) byId(focus2)?.focus();
    if (cell2)
      [...page.sheet.querySelectorAll("td[data-person]")].find((one) => one.dataset.person === cell2.person && one.dataset.skill === cell2.skill)?.focus();
    document.body.dataset.state = "ready";
  }
  function sameSheet(state) {
    return page.last.view === state.view && page.last.person === state.person && page.last.answer === state.answer && page.last.ask === state.ask && page.last.kind === state.kind;
  }
  function showInspector(state) {
    const panel = byId("inspector");
    const node2 = model.byId.get(state.node);
    const missing = state.node && !node2;
    const through = state.view === "graph" && state.through;
    panel.hidden = !node2 && !missing && state.view !== "path" && !through;
    if (panel.hidden) return replace(panel);
    const back = node2 && (state.view === "path" || through) ? "Back to the path" : "Close";
    const close2 = (node2 || missing || through) && el(
      "button",
      { type: "button", class: "close", id: "close", "aria-label": back, title: `${back} (Escape)`, on: { click: closeInspector } },
      "×"
    );
    const content = node2 ? inspect(model, node2, state) : missing ? el("p", { class: "empty" }, "What this link names is not in this graph.") : through ? throughPanel(model, state) : pathPanel(model, state, page.index);
    const focus2 = document.activeElement?.closest("#inspector") ? document.activeElement.id : "";
    replace(panel, close2, content);
    panel.scrollTop = 0;
    if (focus2) byId(focus2)?.focus();
    if (node2 && page.last.node !== state.node) announce(`${node2.name}, ${node2.kind.toLowerCase()}`);
    return void 0;
  }
  start2();
})();
