"""What a user can set once: option before environment variable before config file before default.

In: options of a command, the environment, `skillgraph.toml` in the working folder and in the user's config folder.
Out: `Settings`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import platformdirs
from pydantic import Field, ValidationError, field_validator

from skillgraph.errors import SkillgraphError
from skillgraph.graph.months import parse_as_of
from skillgraph.loaders.limits import Limits
from skillgraph.reading import Reader

FILE = "skillgraph.toml"
PREFIX = "SKILLGRAPH_"


class Settings(Limits):
    """Everything that can be set, the bounds for one file among it; the names are those of the options, variables and keys."""

    workspace: Path = Field(Path(".skillgraph"), description="folder of the record and what is derived from it")
    store: str = Field("embedded:", description="URL of the graph store: embedded:, kglite:PATH or neo4j://USER@HOST:PORT")
    workers: int | None = Field(None, ge=1, description="processes that read files; by default as many as pay for their start")
    as_of: str | None = Field(None, description="month (YYYY-MM) at which open ends stop; by default the newest in the record")
    overlays: tuple[Path, ...] = Field((), description="overlay files of the ontology")
    model: str = Field("", description="name of an installed spaCy model; empty for rules alone")
    contacts: bool = Field(False, description="put e-mail addresses, telephone numbers and links into the graph")

    @field_validator("as_of")
    @classmethod
    def _month(cls, value: str | None) -> str | None:
        if value:
            try:
                parse_as_of(value)
            except SkillgraphError as error:
                raise ValueError("write it as YYYY-MM, for instance 2024-05") from error
        return value or None

    @property
    def reader(self) -> Reader:
        """What makes profiles of documents."""
        limits = Limits.model_validate(self.model_dump(include=set(Limits.model_fields)))
        return Reader(model=self.model, overlays=tuple(path.as_posix() for path in self.overlays), limits=limits)


_PATHS = ("workspace", "overlays")


def load_settings(
    options: Mapping[str, object] | None = None,
    *,
    environ: Mapping[str, str] = os.environ,
    folder: Path | None = None,
    user_folder: Path | None = None,
) -> Settings:
    """Return the settings in force.

    Args:
        options: what the command line gave; None and empty tuples are not given.
        environ: environment variables, `SKILLGRAPH_WORKSPACE` and so on; overlays are parted like PATH.
        folder: the working folder, whose `skillgraph.toml` counts first.
        user_folder: the user's config folder.

    Raises:
        SkillgraphError: A file or value is at fault; the message says where it comes from.
    """
    own = user_folder or Path(platformdirs.user_config_dir("skillgraph"))
    sources = [_file(own / FILE), _file((folder or Path()) / FILE), _environment(environ), _options(options or {})]
    values: dict[str, Any] = {}
    origin: dict[str, str] = {}
    for where, found in sources:
        values.update(found)
        origin.update(dict.fromkeys(found, where))
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise SkillgraphError(f"{origin[name]}: {name}: {first['msg'].removeprefix('Value error, ')}") from error


Found = tuple[str, dict[str, Any]]


def _file(path: Path) -> Found:
    """Return the keys of a config file; relative paths in it start at its folder."""
    if not path.is_file():
        return path.as_posix(), {}
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SkillgraphError(f"{path.as_posix()}: cannot be read: {error}") from error
    if unknown := sorted(set(found) - set(Settings.model_fields)):
        raise SkillgraphError(f"{path.as_posix()}: unknown key `{unknown[0]}`; known: {', '.join(sorted(Settings.model_fields))}")
    for name in _PATHS:
        if isinstance(found.get(name), str):
            found[name] = path.parent / found[name]
        elif isinstance(found.get(name), list):
            found[name] = tuple(path.parent / str(value) for value in found[name])
    return path.as_posix(), found


def _environment(environ: Mapping[str, str]) -> Found:
    found: dict[str, Any] = {}
    for name in Settings.model_fields:
        value = environ.get(PREFIX + name.upper(), "")
        if value:
            found[name] = tuple(filter(None, value.split(os.pathsep))) if name == "overlays" else value
    return "environment", found


def _options(options: Mapping[str, object]) -> Found:
    return "command line", {name: value for name, value in options.items() if value is not None and value != ()}
