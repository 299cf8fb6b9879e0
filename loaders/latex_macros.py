"""What LaTeX macros mean to a reader, as `latex.yaml` tells.

In: a macro's name. Out: its text, or its kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

HEADERS = re.compile(
    r"(?:first|last|family|given|full|sur|fore|my|cv|ecv|resume)?(?:name|author|title|tagline|position|jobtitle|role|profession|"
    r"address|location|phone|mobile|tel|telephone|email|mail|homepage|website|web|linkedin|github|gitlab|twitter|social|"
    r"quote|extrainfo|contact\w{0,8}|personalinfo|summary|profile|headline|city|country|orcid|stackoverflow)s?$"
)
ITEMS = re.compile(r"(?:\w{0,20}list(?:double)?item|(?:resume|cv)?(?:sub)?(?:bullet|point)\w{0,10}|(?:resume|sub)\w{0,10}[iI]tem)$")
# LaTeX's own headings have one argument: a group that follows is the text below them.
STANDARD = re.compile(r"(?:(?:sub){0,2}section|chapter|part|(?:sub)?paragraph)\*?$")
SECTION = re.compile(r"(\w{0,20}?)section\w{0,20}$|(chapter|part)$|((?:sub)?paragraph)$", re.IGNORECASE)
LISTS = re.compile(r"\w{0,30}(?:itemi[sz]e|enumerate|description|list|items?|points|highlights|emize)\d?$", re.IGNORECASE)
COMMANDS = frozenset(
    [
        "newcommand",
        "renewcommand",
        "providecommand",
        "DeclareRobustCommand",
        "NewDocumentCommand",
        "RenewDocumentCommand",
        "def",
        "gdef",
        "let",
    ]
)
ENVIRONMENTS = frozenset(["newenvironment", "renewenvironment"])


class Table(NamedTuple):
    """The content of `latex.yaml`."""

    symbols: Mapping[str, str]
    accents: Mapping[str, str]
    arguments: Mapping[str, str]
    environment_arguments: Mapping[str, int]
    emphasis: frozenset[str]
    declarations: frozenset[str]
    breaks: frozenset[str]
    gaps: frozenset[str]
    apart: frozenset[str]
    lengths: frozenset[str]
    names: frozenset[str]
    first_names: frozenset[str]
    last_names: frozenset[str]
    not_expanded: frozenset[str]
    unseen_environments: frozenset[str]


@cache
def table() -> Table:
    """Return what is known of LaTeX macros."""
    content = yaml.load(files("skillgraph.loaders").joinpath("latex.yaml").read_bytes(), Loader=_loader())
    meanings = {name: content.pop(name) for name in ("symbols", "arguments", "environment_arguments")}
    accents = content.pop("accents")
    sets: dict[str, Any] = {name: frozenset(names) for name, names in content.items()}
    inverted: dict[str, Any] = {name: _inverted(groups) for name, groups in meanings.items()}
    return Table(accents=accents, **inverted, **sets)


def _inverted(groups: Mapping[Any, Sequence[str]]) -> dict[str, Any]:
    """Return a table from macro to meaning, made of one from meaning to macros."""
    return {macro: meaning for meaning, names in groups.items() for macro in names}


def _loader() -> type[yaml.SafeLoader]:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def accented(macro: str, letter: str) -> str:
    """Return a letter with an accent macro's accent.

    >>> accented("'", "e")
    'é'
    """
    base = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    return unicodedata.normalize("NFC", base[:1] + table().accents[macro] + base[1:]) if base else ""


@lru_cache(maxsize=1024)
def symbol(name: str) -> str:
    """Return the text of a macro without arguments, empty if it has none."""
    known = table().symbols.get(name)
    if known is not None:
        return known
    if not name.isalpha():
        return ""
    from pylatexenc.latex2text import LatexNodes2Text  # its tables take longer to load than most files

    return str(LatexNodes2Text().latex_to_text(f"\\{name}{{}}")).strip()
