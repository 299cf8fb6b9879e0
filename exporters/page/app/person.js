// A person's page: career, skills by years, and every fact with its proof.
import { companyOf, positionsOf, skillLinks, sources, targets } from "./data.js";
import { dot } from "./colours.js";
import { el, said } from "./dom.js";
import { quotation } from "./evidence.js";
import { evidenceOf, proofOfWork } from "./proof.js";
import { disclosure, long } from "./rows.js";
import { link } from "./state.js";
import { bars } from "./timeline.js";
import { BASIS, count, duration, period, yearOf } from "./words.js";

const TOP_SKILLS = 18;

export function personView(model, state, width) {
  const node = model.byId.get(state.person);
  if (!node || node.kind !== "Person") return [el("h2", {}, "People"), picker(model)];
  const jobs = positionsOf(node);
  const skills = skillLinks(node);
  return el(
    "article",
    { class: "profile" },
    header(node, skills),
    career(node, jobs, width),
    skillYears(
      skills.filter((r) => r.p.basis !== "inferred"),
      width,
    ),
    el(
      "section",
      {},
      el("h3", {}, "Work"),
      jobs.length ? jobs.map((job) => jobBlock(job, node)) : el("p", { class: "empty" }, "No dated position is known."),
    ),
    otherWork(node),
    education(node),
    allSkills(skills, model),
    el(
      "section",
      {},
      el("h3", {}, "Documents"),
      long(targets(node, "DESCRIBED_IN"), (one) => said(one.p.path ?? one.name)),
    ),
  );
}

function picker(model) {
  if (!model.people.length) return el("p", { class: "empty" }, "There is no person in this graph.");
  return el(
    "ul",
    { class: "cards" },
    model.people.map((one) =>
      el(
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
            skillLinks(one)
              .filter((r) => r.p.basis === "demonstrated")
              .slice(0, 4)
              .map((r) => r.target.name)
              .join(" · "),
          ),
        ),
      ),
    ),
  );
}

function header(node, skills) {
  const shown = skills.filter((r) => r.p.basis === "demonstrated").length;
  const stated = skills.filter((r) => r.p.basis === "stated").length;
  const facts = [
    node.p.location,
    node.p.totalMonths && `${duration(node.p.totalMonths)} of work`,
    shown && `${count(shown, "skill")} shown in work`,
    stated && `${stated} only stated`,
  ].filter(Boolean);
  return el(
    "header",
    {},
    el("p", { class: "eyebrow" }, dot("Person"), "Person"),
    el("h2", {}, said(node.name)),
    node.p.title && el("p", { class: "lead" }, said(node.p.title)),
    el("p", { class: "muted" }, facts.join(" · ")),
    el(
      "p",
      { class: "actions" },
      el("a", { class: "button", href: link({ view: "graph", node: node.id }) }, "Show in the graph"),
      el("a", { class: "button", href: link({ view: "path", from: node.id, to: "" }) }, "Path to …"),
      el("a", { class: "button", href: link({ person: "", node: "" }) }, "All people"),
    ),
  );
}

/** A position or study as a bar; undated ones have none. */
function bar({ startDate, endDate, current }, kind, text, now) {
  const start = yearOf(startDate) ?? yearOf(endDate);
  if (start === undefined) return undefined;
  return {
    start,
    end: Math.max(start + 1 / 12, current ? now : (yearOf(endDate, true) ?? yearOf(startDate, true))),
    kind,
    text,
    open: current,
  };
}

function career(node, jobs, width) {
  const now = Math.max(...jobs.map((job) => (job.p.endMonth ?? job.p.startMonth ?? 0) + 1), 0) / 12;
  const work = jobs.map((job) => ({
    label: job.p.company ?? "",
    months: job.p.months ?? 0,
    bars: [bar(job.p, "job", job.p.title || "Position", now)].filter(Boolean),
  }));
  const study = node.out
    .filter((r) => r.type === "STUDIED_AT")
    .map((r) => ({ label: r.target.name, months: 0, bars: [bar(r.p, "study", r.p.degree || r.p.field || "Study", now)].filter(Boolean) }));
  const rows = [...merged(work), ...merged(study)].filter((row) => row.bars.length);
  if (!rows.length) return undefined;
  const description = jobs
    .map((job) => `${job.p.title ?? "Position"}, ${job.p.company}, ${period(job.p.startDate, job.p.endDate, job.p.current)}`)
    .join("; ");
  return el("section", {}, el("h3", {}, "Career"), bars(rows, { width, title: `Career of ${node.name}`, description, labels: 190 }));
}

/** Rows of one label become one where their bars do not meet: several roles in one company. */
function merged(rows) {
  const kept = [];
  for (const row of rows) {
    const before = kept.find(
      (one) => one.label === row.label && one.bars.every((a) => row.bars.every((b) => a.end <= b.start + 0.1 || b.end <= a.start + 0.1)),
    );
    if (!before) kept.push({ ...row, bars: [...row.bars] });
    else {
      before.bars.push(...row.bars);
      before.months += row.months;
    }
  }
  return kept.map((row) => ({ ...row, note: duration(row.months) }));
}

function skillYears(links, width) {
  const dated = links.filter((r) => yearOf(r.p.firstUsed) !== undefined);
  const rows = dated.map((r) => ({
    label: r.target.name,
    note: duration(r.p.months),
    bars: [
      {
        start: yearOf(r.p.firstUsed),
        end: Math.max(yearOf(r.p.lastUsed ?? r.p.firstUsed, true), yearOf(r.p.firstUsed) + 1 / 12),
        kind: r.p.basis,
        text: "",
      },
    ],
  }));
  if (!rows.length) return undefined;
  const holder = el("div", {});
  const draw = (number) => {
    const some = rows.slice(0, number);
    const description = some.map((row) => `${row.label} ${row.note}`).join("; ");
    holder.replaceChildren(bars(some, { width, title: "Skills by years", description, labels: 190 }));
    if (rows.length > number)
      holder.append(el("button", { type: "button", class: "quiet", on: { click: () => draw(rows.length) } }, `Show all ${rows.length}`));
  };
  draw(TOP_SKILLS);
  return el(
    "section",
    {},
    el("h3", {}, "Skills by years"),
    el(
      "p",
      { class: "legend" },
      ["demonstrated", "stated"].map((one) =>
        el("span", {}, el("span", { class: `swatch swatch-${one}` }), `${BASIS[one].name}: ${BASIS[one].doc}`),
      ),
      "The length is from first to last use; the number counts months of use once.",
    ),
    holder,
  );
}

function jobBlock(job, node) {
  const employer = companyOf(job);
  const held = job.in.find((r) => r.type === "HELD" && r.source === node);
  const facts = [period(job.p.startDate, job.p.endDate, job.p.current), duration(job.p.months), job.p.location].filter(Boolean).join(" · ");
  return el(
    "section",
    { class: "job" },
    el("h4", {}, said(job.p.title || "Position"), employer && [" · ", graphLink(employer)]),
    el("p", { class: "muted" }, facts),
    held?.evidence && disclosure("Where this stands", () => quotation(held.evidence)),
    el(
      "ul",
      { class: "work" },
      targets(job, "INCLUDES")
        .sort((a, b) => a.p.spanStart - b.p.spanStart)
        .map(workItem),
    ),
  );
}

function graphLink(node) {
  return el("a", { href: link({ view: "graph", node: node.id, with: "" }) }, said(node.name));
}

function workItem(work) {
  const used = [...new Set(work.out.filter((r) => r.type === "USED" || r.type === "APPLIED").map((r) => r.target))];
  const measured = targets(work, "MEASURED_BY");
  return el(
    "li",
    {},
    disclosure([said(work.p.text)], () => proofOfWork(work)),
    (used.length > 0 || measured.length > 0) &&
      el(
        "p",
        { class: "chips" },
        measured.map((one) => el("span", { class: "chip chip-metric" }, said(one.p.text))),
        used.map((one) => el("a", { class: "chip", href: link({ view: "graph", node: one.id, with: "" }) }, dot(one.kind), said(one.name))),
      ),
  );
}

function otherWork(node) {
  const found = targets(node, "ACHIEVED").filter((work) => !sources(work, "INCLUDES").length);
  return found.length > 0 && el("section", {}, el("h3", {}, "Other work"), el("ul", { class: "work" }, found.map(workItem)));
}

function education(node) {
  const found = node.out.filter((r) => r.type === "STUDIED_AT");
  return (
    found.length > 0 &&
    el(
      "section",
      {},
      el("h3", {}, "Education"),
      long(found, (r) =>
        disclosure(
          [
            el("strong", {}, said(r.target.name)),
            el(
              "span",
              { class: "aside" },
              said([r.p.degree, r.p.field, period(r.p.startDate, r.p.endDate, r.p.current)].filter(Boolean).join(", ")),
            ),
          ],
          () => r.evidence && quotation(r.evidence),
        ),
      ),
    )
  );
}

function allSkills(links, model) {
  const block = (basis) => {
    const some = links.filter((r) => r.p.basis === basis);
    return (
      some.length > 0 &&
      el(
        "section",
        { class: "skills" },
        el("h4", {}, `${BASIS[basis].name} `, el("span", { class: "muted" }, `${some.length}, ${BASIS[basis].doc}`)),
        long(
          some,
          (r) =>
            disclosure(
              [el("span", { class: `mark mark-${basis}` }), graphLink(r.target), el("span", { class: "aside" }, duration(r.p.months))],
              () => evidenceOf(r.source, r.target, model),
            ),
          10,
        ),
      )
    );
  };
  return (
    links.length > 0 &&
    el("section", {}, el("h3", {}, "All skills"), el("div", { class: "columns" }, ["demonstrated", "stated", "inferred"].map(block)))
  );
}
