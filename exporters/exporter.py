"""What an exporter is: its name, what may be asked of it, and the files that it makes of a graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import Field

from skillgraph.errors import ExportError
from skillgraph.model import Frozen, PropertyGraph

Options = Mapping[str, str]


class File(NamedTuple):
    """A file to be written: its name inside a folder, and its bytes in pieces."""

    name: str
    content: Iterable[bytes]


class Option(Frozen):
    """Something that may be chosen; without `choices` any text is allowed."""

    name: str
    doc: str
    default: str
    choices: tuple[str, ...] = ()


class Exporter(Frozen):
    """A format: the files that it makes are the same for equal graphs."""

    name: str
    doc: str = Field(description="what it is for and who opens it, in one line")
    extension: str = Field(description="how the name of a single file ends: `.json`")
    files: Callable[[PropertyGraph, Options], Iterable[File]]
    options: tuple[Option, ...] = ()
    answering: Callable[[Sequence[Any]], Callable[[PropertyGraph, Options], Iterable[File]]] | None = Field(
        default=None, description="`files` for a format that shows answers, given these"
    )
    folder: bool = Field(default=False, description="makes several files, which need a folder")

    def resolve(self, given: Mapping[str, str]) -> Options:
        """Return every option with its value.

        Raises:
            ExportError: An option or its value is unknown.
        """
        known = {option.name: option for option in self.options}
        for name, value in given.items():
            if name not in known:
                raise ExportError(f"format {self.name} has no option {name!r}; known: {', '.join(sorted(known)) or 'none'}")
            if known[name].choices and value not in known[name].choices:
                raise ExportError(f"option {name} of format {self.name} is one of {', '.join(known[name].choices)}, not {value!r}")
        return {name: given.get(name, option.default) for name, option in known.items()}


def needs(extra: str, name: str, error: ImportError) -> ExportError:
    """Return the error for a format whose library is not installed."""
    return ExportError(f"format {name} needs {error.name}: install it with pip install 'skillgraph[{extra}]'")
