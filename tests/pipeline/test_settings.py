"""Settings: option before environment variable before config file before default."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from skillgraph.errors import SkillgraphError
from skillgraph.loaders.limits import Limits
from skillgraph.reading import Reader
from skillgraph.settings import Settings, load_settings


def settings(
    tmp_path: Path, options: Mapping[str, object] | None = None, environ: Mapping[str, str] | None = None, own: str = "", user: str = ""
) -> Settings:
    for name, text in (("own", own), ("user", user)):
        (tmp_path / name).mkdir(exist_ok=True)
        if text:
            (tmp_path / name / "skillgraph.toml").write_text(text, encoding="utf-8")
    return load_settings(options, environ=environ or {}, folder=tmp_path / "own", user_folder=tmp_path / "user")


def test_defaults(tmp_path: Path) -> None:
    assert settings(tmp_path) == Settings(
        workspace=Path(".skillgraph"), store="embedded:", workers=None, as_of=None, overlays=(), model="", contacts=False
    )


def test_each_source_goes_before_the_next(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        {"store": "option:", "model": None, "overlays": ()},
        {"SKILLGRAPH_STORE": "environment:", "SKILLGRAPH_MODEL": "environment", "SKILLGRAPH_WORKERS": "3"},
        'store = "own:"\nmodel = "own"\nworkers = 2\nas_of = "2024-05"',
        'store = "user:"\nworkers = 1\nas_of = "2023-01"\ncontacts = true',
    )
    assert found == Settings(store="option:", model="environment", workers=3, as_of="2024-05", contacts=True)


def test_paths_of_a_file_start_at_its_folder(tmp_path: Path) -> None:
    found = settings(tmp_path, own='overlays = ["a.yaml", "/b.yaml"]', user='workspace = "ws"')
    assert found == Settings(workspace=tmp_path / "user" / "ws", overlays=(tmp_path / "own" / "a.yaml", Path("/b.yaml")))


def test_overlays_in_the_environment_are_parted_like_path(tmp_path: Path) -> None:
    found = settings(tmp_path, environ={"SKILLGRAPH_OVERLAYS": f"a.yaml{os.pathsep}b.yaml"})
    assert found.reader == Reader(overlays=("a.yaml", "b.yaml"))


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"options": {"workers": 0}}, "command line: workers: Input should be greater than or equal to 1"),
        ({"environ": {"SKILLGRAPH_AS_OF": "May 2024"}}, "environment: as_of: write it as YYYY-MM, for instance 2024-05"),
        (
            {"own": "worker = 1"},
            "{own}: unknown key `worker`; known: as_of, contacts, max_bytes, max_members, max_nesting, max_pages, max_ratio, max_seconds, max_unpacked, model, overlays, store, workers, workspace",
        ),
        ({"own": 'workers = "many"'}, "{own}: workers: Input should be a valid integer, unable to parse string as an integer"),
        ({"own": "workers ="}, "{own}: cannot be read: Invalid value (at end of document)"),
    ],
)
def test_a_fault_names_its_place(tmp_path: Path, sources: dict[str, object], message: str) -> None:
    with pytest.raises(SkillgraphError) as caught:
        settings(tmp_path, **sources)  # type: ignore[arg-type]
    assert str(caught.value) == message.replace("{own}", (tmp_path / "own" / "skillgraph.toml").as_posix())


def test_bounds_for_a_file_reach_the_reader(tmp_path: Path) -> None:
    found = settings(tmp_path, {"max_pages": 5}, {"SKILLGRAPH_MAX_PAGES": "6", "SKILLGRAPH_MAX_SECONDS": "1.5"}, "max_bytes = 99")
    assert found.reader.limits == Limits(max_pages=5, max_seconds=1.5, max_bytes=99)
