"""Fit the terms of a foreign taxonomy into the ontology.

In: a taxonomy and the ontology. Out: entries for an overlay file that merges without a clash, and a finding for
everything that could not be taken over as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from skillgraph.model import Frozen
from skillgraph.ontology.entry import NewSkill, guards, skill_id
from skillgraph.ontology.forms import Tokens, tokenize
from skillgraph.ontology.importers.terms import Taxonomy, Term
from skillgraph.ontology.skill import RELATIONS, Area, Ontology

_QUALIFIER = re.compile(r"\s*\([^()]*\)$")
_UPWARD = "broader"


class Finding(Frozen):
    """One thing that an import did not take over as it was."""

    term: str = Field(description="label of the term in its taxonomy")
    what: str = Field(description="known skill, label taken, no label, id taken, unknown target, circle")
    detail: str


class Import(Frozen):
    """Entries for an overlay, and what was found on the way."""

    area: Area
    skills: tuple[NewSkill, ...]
    findings: tuple[Finding, ...]


def reconcile(taxonomy: Taxonomy, ontology: Ontology) -> Import:
    """Return the overlay entries that bring a taxonomy into an ontology.

    A term whose label the ontology has is that skill, and gives it more labels only. Labels stay with their first
    owner. Any other term is a new skill; its relations lead to new skills and to known ones.
    """
    return _Reconciler(taxonomy, ontology).run()


class _Reconciler:
    """Labels and ids that are taken, filled while terms come in."""

    def __init__(self, taxonomy: Taxonomy, ontology: Ontology) -> None:
        self._taxonomy = taxonomy
        self._ontology = ontology
        self._findings: list[Finding] = []
        self._owner: dict[Tokens | str, str] = {}
        for skill in ontology.skills:
            for label in skill.labels:
                self._owner.setdefault(label, skill.id)
                self._owner.setdefault(tokenize(label), skill.id)
        self._above = {skill.id: set(skill.broader) for skill in ontology.skills}
        self._ids: dict[str, str] = {}

    def run(self) -> Import:
        """Return entries and findings."""
        terms = [term for term in self._taxonomy.terms if self._is_named(term)]
        known = {term.key: skill for term in terms if (skill := self._known(term))}
        fresh = [term for term in terms if term.key not in known]
        self._ids.update(known)
        labelled = {term.key: self._claim_label(term) for term in fresh}
        entries = [self._extension(term, known[term.key]) for term in terms if term.key in known]
        entries += [self._entry(term) for term in fresh if labelled[term.key]]
        area = Area(name=self._taxonomy.name, title=self._taxonomy.title, source=self._taxonomy.source, licence=self._taxonomy.licence)
        return Import(area=area, skills=tuple(_united(entries)), findings=tuple(self._findings))

    def _told(self, term: Term, what: str, detail: str) -> None:
        self._findings.append(Finding(term=term.label, what=what, detail=detail))

    def _is_named(self, term: Term) -> bool:
        if not tokenize(term.label):
            self._told(term, "no label", f"{term.key} has no label that could stand in a text")
        return bool(tokenize(term.label))

    def _known(self, term: Term) -> str | None:
        """Return the id of the skill that a term is."""
        if term.id in self._ontology.by_id:
            return term.id
        forms = (term.label, _QUALIFIER.sub("", term.label))
        found = next((owner for form in forms for key in (form, tokenize(form)) if (owner := self._owner.get(key))), None)
        if found is not None:
            self._told(term, "known skill", f"is `{found}`; only its other labels are added")
        return found

    def _claim_label(self, term: Term) -> bool:
        """Give a new term its id, unless an earlier term has its label: then it is that term."""
        tokens = tokenize(term.label)
        taken = self._owner.get(tokens)
        if taken is not None:
            self._told(term, "label taken", f"another term with this label is `{taken}`; this one is left out")
            self._ids[term.key] = taken
            return False
        wanted = term.id or skill_id(term.label)
        found, number = wanted, 2
        while found in self._above:
            found, number = f"{wanted}-{number}", number + 1
        if found != wanted:
            self._told(term, "id taken", f"`{wanted}` is another skill; this one is `{found}`")
        self._ids[term.key] = found
        self._above[found] = set()
        self._owner[tokens] = found
        return True

    def _extension(self, term: Term, known: str) -> NewSkill:
        alt = tuple(self._free((term.label, *term.alt), term, known))
        case, context = guards(alt, self._ontology.by_id[known].kind)
        return NewSkill(id=known, alt=alt, case=case, context=context)

    def _entry(self, term: Term) -> NewSkill:
        own = self._ids[term.key]
        alt = tuple(self._free(term.alt, term, own))
        case, context = guards((term.label, *alt), term.kind)
        relations = {name: tuple(dict.fromkeys(self._targets(term, name, own))) for name in RELATIONS}
        return NewSkill(
            id=own, label=term.label, kind=term.kind, alt=alt, case=case, context=context, note=term.note, asked=term.asked,
            text=term.text, source=term.key if term.key != own else "", **relations,
        )  # fmt: skip

    def _free(self, labels: tuple[str, ...], term: Term, own: str) -> Iterator[str]:
        """Yield the labels that no skill has, and keep them for this one."""
        for label in labels:
            tokens = tokenize(label)
            owner = self._owner.get(tokens)
            if owner is None and tokens:
                self._owner[tokens] = own
                yield label
            elif owner is not None and owner != own:
                self._told(term, "label taken", f"`{label}` is a label of `{owner}`; left out")

    def _targets(self, term: Term, relation: str, own: str) -> Iterator[str]:
        for key in getattr(term, relation):
            target = self._ids.get(key, key)
            if target not in self._above:
                self._told(term, "unknown target", f"{relation} `{key}` is neither a term nor a skill; left out")
            elif target == own:
                continue
            elif relation == _UPWARD and self._leads_to(target, own):
                self._told(term, "circle", f"broader `{target}` is narrower than `{own}` itself; left out")
            else:
                if relation == _UPWARD:
                    self._above[own].add(target)
                yield target

    def _leads_to(self, start: str, goal: str) -> bool:
        seen, frontier = {start}, [start]
        while frontier:
            key = frontier.pop()
            if key == goal:
                return True
            following = self._above.get(key, set()) - seen
            seen |= following
            frontier += following
        return False


def _united(entries: list[NewSkill]) -> Iterator[NewSkill]:
    """Yield one entry an id, sorted; extensions that add nothing are left out."""
    found: dict[str, NewSkill] = {}
    for entry in entries:
        first = found.get(entry.id)
        if first is not None:
            lists = {name: (*getattr(first, name), *getattr(entry, name)) for name in ("alt", "case", "context")}
            entry = first.model_copy(update=lists)
        found[entry.id] = entry
    yield from (found[key] for key in sorted(found) if found[key].label or found[key].alt)
