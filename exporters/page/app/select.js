// Which people, skills, companies and links between them pass the filters.
import { companyOf, positionsOf, skillLinks } from "./data.js";
import { list } from "./state.js";
import { yearOf } from "./words.js";

let last = { key: "", value: undefined };

/** What passes: sets of people, skills and companies, and the HAS_SKILL and HELD relationships among them. */
export function selection(model, state) {
  const key = [state.basis, state.area, state.company, state.since, state.until].join("|");
  if (last.key !== key) last = { key, value: select(model, state) };
  return last.value;
}

function select(model, state) {
  const wanted = { bases: new Set(list(state.basis)), area: state.area, company: state.company, years: years(state) };
  const found = { people: new Set(), skills: new Set(), companies: new Set(), links: [], jobs: [] };
  for (const person of model.people) addPerson(found, person, wanted);
  return found;
}

function years({ since, until }) {
  if (!since && !until) return undefined;
  return [since ? Number(since) : -Infinity, until ? Number(until) + 1 : Infinity];
}

function addPerson(found, person, wanted) {
  const jobs = person.out.filter((r) => r.type === "HELD" && jobPasses(r.target, wanted));
  if (wanted.company && !jobs.length) return;
  const links = skillLinks(person).filter((r) => linkPasses(r, wanted));
  if ((wanted.area || wanted.years) && !links.length && !(jobs.length && !wanted.area)) return;
  found.people.add(person);
  for (const job of jobs) {
    found.jobs.push(job);
    const company = companyOf(job.target);
    if (company) found.companies.add(company);
  }
  for (const one of links) {
    found.links.push(one);
    found.skills.add(one.target);
  }
}

function jobPasses(position, { company, years: range }) {
  if (company && companyOf(position)?.id !== company) return false;
  if (!range) return true;
  const { startDate, endDate, current } = position.p;
  return overlaps(yearOf(startDate), current ? Infinity : yearOf(endDate ?? startDate, true), range);
}

function linkPasses({ p, target }, { bases, area, years: range }) {
  if (!bases.has(p.basis)) return false;
  if (area && target.p.area !== area) return false;
  return !range || overlaps(yearOf(p.firstUsed), yearOf(p.lastUsed ?? p.firstUsed, true), range);
}

function overlaps(start, end, [since, until]) {
  return start !== undefined && start < until && (end ?? start) > since;
}

/** People's positions in the order of time, those that pass the filters of company and years only. */
export function positionsIn(model, state, person) {
  const passing = new Set(selection(model, state).jobs.map((r) => r.target));
  return positionsOf(person).filter((p) => passing.has(p));
}
