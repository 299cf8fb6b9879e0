"""`skillgraph ontology`: look at the ontology, check it, bring in what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from skillgraph.cli.options import Verb, add_settings, current_settings
from skillgraph.cli.output import FORMATS, clean, format_option, print_json, print_rows
from skillgraph.errors import NotFound, OntologyError
from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology, Skill, load_ontology
from skillgraph.ontology.suggest import Suggestion
from skillgraph.ontology.suggest import suggest as suggestions_of

_FILE = click.Path(path_type=Path, dir_okay=False)
_KIND = click.Choice([kind.value for kind in SkillKind])


def _loaded(context: click.Context) -> Ontology:
    return load_ontology(current_settings(context).overlays)


@click.group()
def ontology() -> None:
    """Look at the ontology of skills, check it, extend it."""


@ontology.command("list", cls=Verb)
@click.argument("what", type=click.Choice(["areas", "skills"]), default="areas")
@click.option("--area", help="Skills of this area only.")
@click.option("--kind", type=_KIND, help="Skills of this kind only.")
@add_settings("overlays")
@format_option
@click.pass_context
def list_(context: click.Context, what: str, area: str | None, kind: str | None, form: str) -> None:
    """List the areas, or the skills of an area or kind.

    With --area or --kind, skills are listed.
    """
    from skillgraph.ontology import explore

    found = _loaded(context)
    if what == "areas" and not area and not kind:
        rows = [(a.name, a.title, a.technologies, a.concepts, a.labels, a.source) for a in explore.areas(found)]
        print_rows(["area", "title", "technologies", "concepts", "labels", "source"], rows, form)
        return
    skills = explore.skills(found, area=area, kind=SkillKind(kind) if kind else None)
    print_rows(["id", "label", "kind", "area", "alt"], [(s.id, s.label, str(s.kind), s.area, s.alt) for s in skills], form)


@ontology.command(cls=Verb)
@click.argument("skill")
@add_settings("overlays")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How it is printed.")
@click.pass_context
def show(context: click.Context, skill: str, form: str) -> None:
    """Show one SKILL (id or label): labels, relations both ways, what it implies and why."""
    from skillgraph.ontology import explore

    card = explore.show(_loaded(context), skill)
    if form == "json":
        print_json(card.model_dump(mode="json", by_alias=True))
        return
    rows = [*_facts(card.skill), *((link.relation, link.id, link.label) for link in card.links)]
    rows += [("infers", inference.id, inference.chain) for inference in card.infers]
    print_rows(["what", "value", "detail"], rows, form, title=clean(card.skill.label))


def _facts(skill: Skill) -> list[tuple[str, str, str]]:
    """Return what a skill says of itself as rows (what, value, detail)."""
    found = [("id", skill.id, ""), ("label", skill.label, _guard(skill, skill.label))]
    found += [("kind", str(skill.kind), ""), ("area", skill.area, "")]
    found += [("alt", label, _guard(skill, label)) for label in skill.alt]
    found += [("not", phrase, "") for phrase in skill.except_phrases]
    found += [("note", skill.note, "")] if skill.note else []
    found += [("asked as", phrase, "") for phrase in skill.asked]
    found += [("source", skill.source, "")] if skill.source else []
    return found + ([] if skill.text else [("text", "no", "named by questions, not looked for in documents")])


def _guard(skill: Skill, label: str) -> str:
    if label in skill.context:
        return "needs a list, a neighbour or a cue"
    return "in this capitalisation only" if label in skill.case else ""


@ontology.command(cls=Verb)
@click.argument("skill", required=False)
@click.option("--depth", type=click.IntRange(0, 20), default=2, show_default=True, help="Levels below the first.")
@add_settings("overlays")
@format_option
@click.pass_context
def tree(context: click.Context, skill: str | None, depth: int, form: str) -> None:
    """Draw what is narrower than SKILL or part of it; without SKILL, everything from the top."""
    from skillgraph.ontology import explore

    twigs = explore.tree(_loaded(context), skill, depth=depth)
    if form == "table":
        for twig in twigs:
            click.echo(f"{'  ' * twig.depth}{clean(twig.label)}  ({twig.id}{f', {twig.below} below' if twig.below else ''})")
        return
    print_rows(["depth", "id", "label", "kind", "below"], [(t.depth, t.id, t.label, str(t.kind), t.below) for t in twigs], form)


@ontology.command(cls=Verb)
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many skills at most.")
@click.option("--kind", type=_KIND, help="Skills of this kind only.")
@add_settings("overlays")
@format_option
@click.pass_context
def search(context: click.Context, words: tuple[str, ...], limit: int, kind: str | None, form: str) -> None:
    """Find skills by a name, part of it, a misspelling, or words that describe them."""
    from skillgraph.ontology import explore

    hits = explore.search(_loaded(context), " ".join(words), limit=limit, kind=SkillKind(kind) if kind else None)
    rows = [(hit.id, hit.label, str(hit.kind), hit.area, hit.field, hit.text, hit.score) for hit in hits]
    print_rows(["id", "label", "kind", "area", "found in", "text", "score"], rows, form)


@ontology.command(cls=Verb)
@click.argument("files", type=_FILE, nargs=-1)
@add_settings("overlays")
@click.pass_context
def lint(context: click.Context, files: tuple[Path, ...]) -> None:
    """Check overlay FILES; without any, the project's own ontology and the overlays of the settings.

    Prints one problem a line and exits with 1 where there is any.
    """
    from skillgraph.ontology.lint import own_files, problems
    from skillgraph.ontology.overlay import check_overlays

    overlays = files or current_settings(context).overlays
    found = [] if files else problems(own_files())
    found += check_overlays(load_ontology(), overlays) if overlays else []
    for problem in found:
        click.echo(clean(problem))
    if found:
        context.exit(1)
    click.echo(f"{len(load_ontology().skills)} skills, {len(overlays)} overlay files: no problems", err=True)


def _suggested(context: click.Context) -> tuple[Suggestion, ...]:
    from skillgraph.graph.record import FILE, Record
    from skillgraph.resolution import people

    with Record.open(current_settings(context).workspace / FILE) as record:
        read, judgements = list(record.documents()), record.judgements()
    profiles = [profile for profile, _ in read]
    persons = {sha256: group[0] for group in people(profiles, judgements) for sha256 in group}
    return suggestions_of(profiles, {document.sha256: document.text for _, document in read}, people=persons)


@ontology.command(cls=Verb)
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True, help="How many at most.")
@click.option("--people", "least", type=click.IntRange(1), default=1, show_default=True, help="Named by at least so many people.")
@add_settings("workspace", "overlays")
@format_option
@click.pass_context
def suggest(context: click.Context, limit: int, least: int, form: str) -> None:
    """List skills that résumés name and the ontology does not know, those of most people first.

    `skillgraph ontology accept` takes them into an overlay file.
    """
    found = [s for s in _suggested(context) if s.people >= least][:limit]
    if form == "table":
        rows = [(s.label, s.people, s.documents, s.examples[0] if s.examples else "") for s in found]
        print_rows(["skill", "people", "documents", "example"], rows, form)
        return
    rows_ = [(s.id, s.label, s.surfaces, s.people, s.documents, s.mentions, s.examples) for s in found]
    print_rows(["id", "label", "surfaces", "people", "documents", "mentions", "examples"], rows_, form)


@ontology.command(cls=Verb)
@click.argument("skills", nargs=-1, required=True)
@click.option("--into", "path", type=_FILE, required=True, help="Overlay file; made where it is missing.")
@click.option("--kind", type=_KIND, default="technology", show_default=True, help="What the skills are.")
@click.option("--broader", multiple=True, help="Id of what they are a kind of; may be given several times.")
@click.option("--note", default="", help="One sentence that says what the skill is; concepts need one.")
@add_settings("workspace", "overlays")
@click.pass_context
def accept(
    context: click.Context, skills: tuple[str, ...], path: Path, kind: str, broader: tuple[str, ...], note: str
) -> None:
    """Take suggested SKILLS (labels or ids of `ontology suggest`) into an overlay file."""
    from skillgraph.ontology.overlay_file import accept as write
    from skillgraph.ontology.suggest import new_skill

    names: dict[str, Suggestion] = {}
    for suggestion in _suggested(context):
        for name in (suggestion.id, suggestion.label, *suggestion.surfaces):
            names.setdefault(name.lower(), suggestion)
    if unknown := [skill for skill in skills if skill.lower() not in names]:
        raise NotFound(f"no suggestion `{unknown[0]}`; `skillgraph ontology suggest` lists them")
    chosen = {names[skill.lower()].id: names[skill.lower()] for skill in skills}
    entries = [new_skill(suggestion, kind=SkillKind(kind), broader=broader, note=note) for suggestion in chosen.values()]
    others = [overlay for overlay in current_settings(context).overlays if overlay.resolve() != path.resolve()]
    write(path, entries, base=load_ontology(others))
    click.echo(f"{path}: {len(entries)} added; use it with --overlay {path} or `overlays` in skillgraph.toml", err=True)


@ontology.command("import", cls=Verb)
@click.argument("form_of", metavar="FORM", type=click.Choice(["csv", "esco", "onet", "skos"]))
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.option("-o", "--output", "path", type=_FILE, required=True, help="Overlay file to write; must not exist.")
@click.option("--below", "tops", multiple=True, help="Only what is narrower than this term (label or URI); may be given several times.")
@click.option("--kind", type=_KIND, help="Take every term as of this kind.")
@add_settings("overlays")
@format_option
@click.pass_context
def import_(
    context: click.Context, form_of: str, source: Path, path: Path, tops: tuple[str, ...], kind: str | None, form: str
) -> None:
    """Turn a taxonomy at SOURCE into an overlay file, and print what clashes with known skills.

    FORM is csv (a flat table of your own), esco (the folder of ESCO's CSV download), onet (Technology Skills.txt) or skos (RDF).
    """
    from skillgraph.ontology.importers import IMPORTERS, reconcile
    from skillgraph.ontology.importers.terms import below
    from skillgraph.ontology.overlay_file import write_overlay

    if path.exists():
        raise OntologyError(f"{path}: is there already; an import writes a new file")
    taxonomy = IMPORTERS[form_of](source)
    taxonomy = below(taxonomy, tops) if tops else taxonomy
    if kind:
        terms = tuple(term.model_copy(update={"kind": SkillKind(kind)}) for term in taxonomy.terms)
        taxonomy = taxonomy.model_copy(update={"terms": terms})
    base = load_ontology(current_settings(context).overlays)
    found = reconcile(taxonomy, base)
    write_overlay(path, found.area, found.skills, base=base)
    print_rows(["term", "what", "detail"], [(f.term, f.what, f.detail) for f in found.findings], form)
    new = sum(bool(skill.label) for skill in found.skills)
    click.echo(f"{path}: {new} new skills, {len(found.skills) - new} known ones with more labels", err=True)
