// The answers that were put into the page at export.
import { el, said } from "./dom.js";
import { markedQuotation } from "./evidence.js";
import { long } from "./rows.js";
import { link } from "./state.js";
import { count } from "./words.js";

export function answersView(model, state) {
  const at = Math.min(Math.max(1, Number(state.answer) || 1), model.answers.length) - 1;
  const answer = model.answers[at];
  if (!answer) return el("div", {}, el("h2", {}, "Answers"), el("p", { class: "empty" }, "No question was asked when this page was made."));
  return el(
    "div",
    { class: "answers" },
    el(
      "nav",
      { class: "questions", "aria-label": "Questions" },
      el("h2", {}, count(model.answers.length, "question")),
      el(
        "ul",
        {},
        model.answers.map((one, place) =>
          el(
            "li",
            {},
            el(
              "a",
              { href: link({ answer: String(place + 1), node: "" }), "aria-current": place === at ? "true" : undefined },
              said(one.question),
              el("small", {}, count(one.results.length, "person", "people")),
            ),
          ),
        ),
      ),
    ),
    el(
      "article",
      { class: "answer" },
      el("h2", {}, said(answer.question)),
      answer.understood && el("p", { class: "muted" }, "Understood as: ", said(answer.understood)),
      answer.text && el("p", { class: "lead" }, said(answer.text)),
      answer.results.length
        ? el(
            "ol",
            { class: "ranked" },
            answer.results.map((one) => result(model, one)),
          )
        : el("p", { class: "empty" }, "Nobody in this graph answers this."),
    ),
  );
}

function result(model, { person, id, full, reason, paths, evidence }) {
  const known = model.byId.has(id);
  return el(
    "li",
    {},
    el(
      "h3",
      {},
      known ? el("a", { href: link({ view: "person", person: id, node: "" }) }, said(person)) : said(person),
      !full && el("span", { class: "badge" }, "in part"),
    ),
    !full && reason && el("p", { class: "muted" }, said(reason)),
    paths.length > 0 &&
      el(
        "ul",
        { class: "trails" },
        paths.slice(0, 3).map((text) => el("li", { class: "trail" }, said(text))),
      ),
    long(evidence, markedQuotation, 3),
    known &&
      el(
        "p",
        { class: "actions" },
        el("a", { class: "button", href: link({ view: "person", person: id, node: "" }) }, "Open profile"),
        el("a", { class: "button", href: link({ view: "graph", node: id }) }, "Show in the graph"),
      ),
  );
}
