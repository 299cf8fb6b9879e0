"""LinkedIn's data export: a ZIP file or folder of CSV files.

In: the export's bytes. Out: an extract whose rows name their JSON Resume fields.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path, PurePosixPath

from skillgraph.errors import LoadError
from skillgraph.loaders.extract import Extract, Row, extract_of
from skillgraph.loaders.limits import Limits
from skillgraph.loaders.packed import open_zip, read_member
from skillgraph.model import BlockKind

_FILES = ("Profile.csv", "Email Addresses.csv", "Positions.csv", "Education.csv", "Skills.csv", "Projects.csv", "Certifications.csv", "Languages.csv")
_NEEDED = ("profile.csv", "positions.csv")
# LinkedIn's column → JSON Resume field, in the order in which a reader wants them.
_WORK = {"Company Name": "name", "Title": "position", "Location": "location", "Started On": "startDate", "Finished On": "endDate"}
_EDUCATION = {"School Name": "institution", "Degree Name": "studyType", "Start Date": "startDate", "End Date": "endDate", "Notes": "description", "Activities": "activities"}
_PROJECT = {"Title": "name", "Started On": "startDate", "Finished On": "endDate", "Url": "url"}
_CERTIFICATE = {"Name": "name", "Authority": "issuer", "Started On": "date"}
_BULLET = re.compile(r"^\s*(?:[•▪●◦*–·‣-]\s+|[•▪●◦‣])")
_SPLIT = re.compile(r"\n+|(?<=[.;])\s*(?=[•▪●])|\s+(?=[•▪●]\s)")
Table = Sequence[Mapping[str, str]]


def is_export(names: Sequence[str]) -> bool:
    """Tell whether files of such names are LinkedIn's export of one member."""
    lower = {PurePosixPath(name).name.lower() for name in names}
    return lower.issuperset(_NEEDED)


def packed(folder: Path) -> bytes:
    """Return the export in a folder as the ZIP file that LinkedIn would send, the same bytes for the same content."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for file in sorted(folder.iterdir()):
            if file.name in _FILES:
                archive.writestr(zipfile.ZipInfo(file.name), file.read_bytes())
    return buffer.getvalue()


def read_linkedin(data: bytes, limits: Limits) -> Extract:
    """Return the facts of an export.

    Raises:
        LoadError: It is damaged, or holds no profile.
    """
    archive = open_zip(data, limits)
    tables: dict[str, Table] = {}
    for info in archive.infolist():
        name = PurePosixPath(info.filename).name
        if name in _FILES and name not in tables:
            tables[name] = _table(read_member(archive, info, limits))
    if not tables.get("Profile.csv"):
        raise LoadError("there is no profile in this LinkedIn export")
    return extract_of([row for rows in _sections(tables) for row in rows])


def _table(data: bytes) -> Table:
    """Return the rows of a CSV file; some begin with a note of LinkedIn's, which ends with an empty line."""
    csv.field_size_limit(1 << 24)
    text = data.decode("utf-8-sig", errors="replace")
    if text.startswith("Notes:"):
        text = text.partition("\n\n")[2]
    try:
        return [{key.strip(): (value or "").strip() for key, value in row.items() if isinstance(key, str) and not isinstance(value, list)} for row in csv.DictReader(StringIO(text, newline=""))]
    except csv.Error as error:
        raise LoadError(f"a table of this LinkedIn export is damaged: {error}") from None


def _sections(tables: Mapping[str, Table]) -> Iterator[Iterator[Row]]:
    yield _person(tables["Profile.csv"][0], tables.get("Email Addresses.csv", ()))
    for number, row in enumerate(tables.get("Positions.csv", ())):
        yield _entry(row, f"work.{number}", _WORK, "highlights")
    for number, row in enumerate(tables.get("Education.csv", ())):
        yield _entry(row, f"education.{number}", _EDUCATION, "")
    skills = [row.get("Name", "") for row in tables.get("Skills.csv", ())]
    yield (Row([name], BlockKind.ITEM, field=f"skills.{number}.name", gap=number == 0) for number, name in enumerate(filter(None, skills)))
    for number, row in enumerate(tables.get("Projects.csv", ())):
        yield _entry(row, f"projects.{number}", _PROJECT, "highlights")
    for number, row in enumerate(tables.get("Certifications.csv", ())):
        yield _entry(row, f"certificates.{number}", _CERTIFICATE, "")
    for number, row in enumerate(tables.get("Languages.csv", ())):
        yield _entry(row, f"languages.{number}", {"Name": "language", "Proficiency": "fluency"}, "")


def _person(row: Mapping[str, str], emails: Table) -> Iterator[Row]:
    name = " ".join(filter(None, (row.get("First Name", ""), row.get("Last Name", ""))))
    place = row.get("Geo Location", "") or row.get("Address", "")
    email = next((found["Email Address"] for found in emails if found.get("Email Address")), "")
    for field, text in (("name", name), ("label", row.get("Headline", "")), ("location", place), ("email", email)):
        if text:
            yield Row([text], field=f"basics.{field}")
    for number, line in enumerate(_lines(row.get("Summary", ""))):
        yield Row([_BULLET.sub("", line)], _kind(line), field="basics.summary", gap=number == 0)


def _entry(row: Mapping[str, str], path: str, fields: Mapping[str, str], described: str) -> Iterator[Row]:
    first = True
    for column, field in fields.items():
        if row.get(column):
            yield Row([" ".join(row[column].split())], field=f"{path}.{field}", gap=first)
            first = False
    for number, line in enumerate(_lines(row.get("Description", "")) if described else ()):
        yield Row([_BULLET.sub("", line)], _kind(line), field=f"{path}.{described}.{number}")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in _SPLIT.split(text) if line.strip()]


def _kind(line: str) -> BlockKind:
    return BlockKind.ITEM if _BULLET.match(line) else BlockKind.TEXT
