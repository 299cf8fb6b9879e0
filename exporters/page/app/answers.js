// Answers: those that were put into the page at export, and on a live page those to questions that are asked here.
import { forget, knownReply, questions, replyTo } from "./asking.js";
import { announce, el, said } from "./dom.js";
import { markedQuotation } from "./evidence.js";
import { long } from "./rows.js";
import { go, link } from "./state.js";
import { trailLine, trailLink, trailOf } from "./trail.js";
import { count } from "./words.js";

/** The view; `changed` is called when an answer has come. */
export function answersView(model, state, changed) {
  const at = Math.min(Math.max(1, Number(state.answer) || 1), model.answers.length) - 1;
  const asking = model.live && state.ask;
  const content = asking ? live(model, state.ask, changed) : model.answers[at] && article(model, model.answers[at]);
  return el(
    "div",
    { class: "answers" },
    list(model, asking ? undefined : at, state.ask),
    el("div", { class: "column" }, model.live && form(state.ask), content || (model.live ? examples(model) : nothing())),
  );
}

function nothing() {
  return [el("h2", {}, "Answers"), el("p", { class: "empty" }, "No question was asked when this page was made.")];
}

function list(model, at, asked) {
  const item = (href, question, results, now) =>
    el(
      "li",
      {},
      el(
        "a",
        { href, "aria-current": now ? "true" : undefined },
        said(question),
        results && el("small", {}, results.length ? count(results.length, "person", "people") : "nobody"),
      ),
    );
  const own = model.live ? questions() : [];
  const total = own.length + model.answers.length;
  return el(
    "nav",
    { class: "questions", "aria-label": "Questions" },
    total > 0 && el("h2", {}, count(total, "question")),
    el(
      "ul",
      {},
      own.map((text) => item(link({ ask: text, node: "", through: "" }), text, knownReply(text).answer?.results, text === asked)),
      model.answers.map((one, place) =>
        item(link({ answer: String(place + 1), ask: "", node: "", through: "" }), one.question, one.results, place === at),
      ),
    ),
  );
}

function form(question) {
  const box = el("input", {
    id: "ask",
    type: "text",
    value: question,
    maxlength: 2000,
    autocomplete: "off",
    placeholder: "Who built retries on Kafka?",
  });
  const submit = (event) => {
    event.preventDefault();
    const text = box.value.trim();
    // An error is worth another try.
    if (knownReply(text).error) forget(text);
    if (text) go({ view: "answers", ask: text, node: "", through: "" });
  };
  return el(
    "form",
    { class: "ask", role: "search", "aria-label": "Ask a question", on: { submit } },
    el("label", { for: "ask" }, "Ask in plain words"),
    el("div", { class: "pair" }, box, el("button", { class: "button strong" }, "Ask")),
  );
}

/** Questions that this graph can answer. */
function examples(model) {
  const shown = (one) => one.in.filter((r) => r.type === "HAS_SKILL" && r.p.basis === "demonstrated").length;
  const most = (nodes, weight) => nodes.map((one) => [weight(one), one]).sort((a, b) => b[0] - a[0] || (a[1].id < b[1].id ? -1 : 1));
  const [first, second] = most(
    model.skills.filter((one) => one.kind === "Technology"),
    shown,
  ).map(([, one]) => one.name);
  const [company] = most(model.companies, (one) => one.in.length).map(([, one]) => one.name);
  const some = [first && `Who knows ${first}?`, second && `Who used ${first} and ${second}?`, company && `Who worked at ${company}?`].filter(Boolean);
  return el(
    "section",
    { class: "examples" },
    el("h2", {}, "Who did what?"),
    el("p", { class: "muted" }, "Answers name people, the path that leads to each, and the sentence that proves it."),
    some.length > 0 && suggestions("For example", some),
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
      texts.map((text) => el("li", {}, el("a", { href: link({ ask: text, node: "", through: "" }) }, said(text)))),
    ),
  );
}

function live(model, question, changed) {
  const { answer, error } = replyTo(question, () => {
    announce(knownReply(question).error ?? (knownReply(question).answer.answer || "Answered"));
    changed();
  });
  if (error) return el("p", { class: "warning", id: "failed" }, said(error));
  return answer ? article(model, answer) : el("p", { class: "empty", id: "waiting" }, "Looking …");
}

function article(model, { question, understood, answer, results, suggestions: next }) {
  return el(
    "article",
    { class: "answer" },
    el("h2", {}, said(question)),
    understood && el("p", { class: "muted" }, "Understood as: ", said(understood)),
    answer && el("p", { class: "lead" }, said(answer)),
    results.length
      ? el(
          "ol",
          { class: "ranked" },
          results.map((one) => ranked(model, one)),
        )
      : !answer && el("p", { class: "empty" }, "Nobody in this graph answers this."),
    next?.length > 0 && model.live && suggestions("Ask next", next),
  );
}

function ranked(model, result) {
  const { person, id, full, reason, paths, evidence } = result;
  const known = model.byId.has(id);
  const trails = evidence.map((proof) => trailOf(model, result, proof));
  const best = trails.find((nodes) => nodes.length > 1);
  const proved = (proof) => [trailLine(trails[evidence.indexOf(proof)], paths[evidence.indexOf(proof)] ?? paths[0] ?? person), markedQuotation(proof)];
  return el(
    "li",
    {},
    el(
      "h3",
      {},
      known ? el("a", { href: link({ view: "person", person: id, node: "", through: "" }) }, said(person)) : said(person),
      !full && el("span", { class: "badge" }, "in part"),
    ),
    !full && reason && el("p", { class: "muted" }, said(reason)),
    evidence.length ? long(evidence, proved, 3) : paths.slice(0, 3).map((text) => el("p", { class: "trail" }, said(text))),
    known &&
      el(
        "p",
        { class: "actions" },
        el("a", { class: "button", href: link({ view: "person", person: id, node: "", through: "" }) }, "Open profile"),
        best
          ? el("a", { class: "button", href: trailLink(best) }, "Show the path in the graph")
          : el("a", { class: "button", href: link({ view: "graph", node: id, through: "" }) }, "Show in the graph"),
      ),
  );
}
