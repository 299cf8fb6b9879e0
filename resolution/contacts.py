"""Contact details as keys: e-mail addresses, telephone numbers and profile links whose spelling no longer counts.

In: a profile. Out: sets of keys that two documents of one person share.
"""

from __future__ import annotations

import re

from skillgraph.model import Profile

# Only hosts where one path is one person: a link to an employer's site says nothing about who wrote it down.
_PROFILE = re.compile(
    r"(?:https?://)?(?:www\.|[a-z]{2}\.)?"
    r"(linkedin\.com/(?:in|pub)|github\.com|gitlab\.com|bitbucket\.org|xing\.com/profile|twitter\.com|x\.com|medium\.com|stackoverflow\.com/users)"
    r"/(@?[\w.%~-]+)/?([^?#]*)(?:[?#].*)?$",
    re.IGNORECASE,
)
_OWN_PAGE = re.compile(r"(?:linkedin\.com/in|linkedin\.com/pub|xing\.com/profile|stackoverflow\.com/users)$")


def emails(profile: Profile) -> frozenset[str]:
    """Return the e-mail addresses in lower case."""
    return frozenset(c.value.lower() for c in profile.contacts if c.kind == "email")


def phones(profile: Profile) -> frozenset[str]:
    """Return the last nine digits of the telephone numbers, which are the same with and without a country's prefix."""
    numbers = (re.sub(r"\D", "", c.value) for c in profile.contacts if c.kind == "phone")
    return frozenset(number[-9:] for number in numbers if len(number) >= 8)


def links(profile: Profile) -> frozenset[str]:
    """Return the links to pages that belong to one person, without scheme and host prefix."""
    found = (_PROFILE.match(c.value.strip()) for c in profile.contacts if c.kind == "url")
    return frozenset(f"{m.group(1)}/{m.group(2)}".lower() for m in found if m and _is_person(m))


def _is_person(link: re.Match[str]) -> bool:
    """Tell a person's page from a repository, which two colleagues may both list."""
    return not link.group(3) or bool(_OWN_PAGE.search(link.group(1).lower()))
