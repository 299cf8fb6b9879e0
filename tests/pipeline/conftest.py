"""A folder of short résumés of invented people."""

from __future__ import annotations

from pathlib import Path

import pytest

ADA = """# Ada Example

Backend Engineer

ada@example.org

## Experience

### Senior Engineer, Pinewood Ltd
Jan 2020 – Dec 2021

- Built an event pipeline on Apache Kafka and PostgreSQL, reducing latency by 40%.
- Containerised the services with Docker.

## Skills

Python, Kubernetes, Redis
"""
BEA = ADA.replace("Ada", "Bea").replace("ada@", "bea@").replace("Pinewood Ltd", "Nordlicht GmbH").replace("Jan 2020", "Mar 2019")
SMITH = ADA.replace("Ada Example", "John Smith").replace("ada@", "js@")
OTHER_SMITH = BEA.replace("Bea Example", "John Smith").replace("bea@", "john@")
JOAN = SMITH.replace("John", "Joan")
NAMELESS = ADA.replace("# Ada Example\n", "").replace("ada@example.org\n", "")


@pytest.fixture
def cvs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder `cvs` with two résumés, below the working folder."""
    monkeypatch.chdir(tmp_path)
    folder = Path("cvs")
    folder.mkdir()
    (folder / "ada.md").write_text(ADA, encoding="utf-8")
    (folder / "bea.md").write_text(BEA, encoding="utf-8")
    return folder


@pytest.fixture
def texts() -> dict[str, str]:
    return {"ada": ADA, "bea": BEA, "smith": SMITH, "other smith": OTHER_SMITH, "joan": JOAN, "nameless": NAMELESS}
