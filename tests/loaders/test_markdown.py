"""Markdown: headings, lists, paragraphs, tables, inline marks, dialects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgraph.loaders import parse

RESUME = """\
---
title: Not shown
layout: nor this
tags:
  - cv
---

# Mara **Quill** {#top}

Data Engineer \\| Basel
[mara@example.org](mailto:mara@example.org) · <https://mara.example>

## Experience

### **Tidewater Labs**

**Senior Engineer**  
*Mar 2020 – Present*

* Rebuilt the ingestion of **tide gauges** with `Apache Beam`, so that
a day of data takes
  minutes
    - kept [the old one](https://x.example/a_(b) "t") running
* Wrote *some* docs

**Harbour AG** *Zürich*\\
***Analyst*** *2017 – 2020*

1. Counted ships
2) Counted more ships

---

| Skill | Years |
|:------|------:|
| Go \\| C | 3 |
| SQL   | 8     |

<!-- hidden
     text -->
SKILLS
------
Python, R
"""


def test_resume(outline: Callable[[str, str], list[str]]) -> None:
    assert outline(RESUME, "cv.md") == [
        "H1 Mara Quill",
        "~T Data Engineer | Basel",
        "T mara@example.org · https://mara.example",
        "~H2 Experience",
        "~H3* Tidewater Labs",
        "~T* Senior Engineer",
        "T* Mar 2020 – Present",
        "~I Rebuilt the ingestion of tide gauges with Apache Beam, so that a day of data takes minutes",
        "I1 kept the old one running",
        "I Wrote some docs",
        "~T* Harbour AG | Zürich",
        "T* Analyst | 2017 – 2020",
        "~I Counted ships",
        "I Counted more ships",
        "~T* Skill | Years",
        "T Go | C | 3",
        "T SQL | 8",
        "~H2 SKILLS",
        "T Python, R",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("# A\n\nEXPERIENCE\n\nAcme", ["H1 A", "~H2 EXPERIENCE", "~T Acme"]),
        ("# A #\nSome text", ["H1 A", "T Some text"]),
        ("5 * 3 and snake_case and C** and 2 < 3 &amp; 4 &lt; 5", ["T 5 * 3 and snake_case and C** and 2 < 3 & 4 < 5"]),
        ("![logo](a.png) [![x](b)](c) text", ["T text"]),
        ("[ref][1] and [own] and [^1]\n\n[1]: https://a.example", ["T ref and [own] and"]),
        ("- [x] done\n- [ ] open\n- \\* star", ["I done", "I open", "I * star"]),
        ("> quoted\n> more", ["T quoted", "T more"]),
        ("```\na = b * c * d\n```\nafter", ["T a = b * c * d", "~T after"]),
        ('<h1 align="center">Jo Roe</h1>\n<p>Bern<br/>jo@example.org</p>', ["H1 Jo Roe", "T Bern", "T jo@example.org"]),
        ("**Acme** <span style='float:right'>2019</span>", ["T Acme | 2019"]),
        ("# A\nAcme &nbsp;&nbsp;&nbsp; 2019\n\nEngineer\t2020", ["H1 A", "T Acme | 2019", "~T Engineer | 2020"]),
        ("# A\n\nGo | Rust | C", ["H1 A", "~T Go | Rust | C"]),
        ("List<String> stays", ["T List<String> stays"]),
        ("---\n\n# Rule first\n\n---\n\nText", ["H1 Rule first", "~T Text"]),
        ("* Built it\n**Next AG**\n* Ran it", ["I Built it", "T* Next AG", "I Ran it"]),
        ("Term\n:   Meaning", ["T Term", "I Meaning"]),
    ],
)
def test_pieces(outline: Callable[[str, str], list[str]], content: str, expected: list[str]) -> None:
    assert outline(content, "cv.md") == expected


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "name: Mara Quill\ntitle: 'Data Engineer'\nlocation: Basel\nemail: mara@example.org\nlinks: [a]\n",
            [("basics.name", "Mara Quill"), ("basics.label", "Data Engineer"), ("basics.location", "Basel"), ("basics.email", "mara@example.org")],
        ),
        ("title: The page\nauthor: Mara Quill\n", [("basics.name", "Mara Quill")]),
        ("title: The page\nlocation: Basel\n", []),
        ("title: Resume\nsubtitle: My page\n", []),
        ("title: Mara van Quill\nsubtitle: Data Engineer\n", [("basics.name", "Mara van Quill"), ("basics.label", "Data Engineer")]),
        ("title: Mara Quill\nauthor: mara@example.org, Basel\n", [("basics.name", "Mara Quill")]),
        ("name:\n  first: Mara\nemail: >\n  x\n", []),
    ],
)
def test_front_matter_of_a_resume_is_read(front: str, expected: list[tuple[str, str]]) -> None:
    document = parse(f"---\n{front}---\n\n# Mara\n".encode(), "cv.md")
    fields = [(block.field, document.text[block.start : block.end]) for block in document.blocks if block.field]
    assert (fields, document.blocks[-1].kind) == (expected, "heading")


def test_every_span_leads_back_to_the_source(traced: Callable[[str, str, str], str]) -> None:
    assert traced(RESUME, "cv.md", "Mara Quill") == "Mara **Quill"
    assert traced(RESUME, "cv.md", "so that a day of data takes minutes") == "so that\na day of data takes\n  minutes"
    assert traced(RESUME, "cv.md", "Zürich") == "Zürich"
    assert traced(RESUME, "cv.md", "the old one running") == 'the old one](https://x.example/a_(b) "t") running'
