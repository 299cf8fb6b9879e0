"""HTML: what a browser would show."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from skillgraph.errors import LoadError
from skillgraph.loaders import parse

RESUME = """\
<!doctype html>
<html><head><title>Not shown</title>
<style>
  .row { display: flex; justify-content: space-between }
  .only-print, #draft { display: none }
  @media print { .job { display: none } }
</style></head>
<body>
<nav><a href="/">Home</a></nav>
<header><h1>No&euml;l Bryn</h1><p>Cardiff<br>noel@example.org &middot; +44&nbsp;555&nbsp;0100</p></header>
<section><h2>Experience</h2>
  <div class="job">
    <div class="row"><h3>Ferrous &amp; Co</h3><span>2018 &ndash; 2021</span></div>
    <p><em>Engineer</em> <span class="date">May 2018</span> – <span class="date">June 2021</span></p>
    <ul>
      <li>Cut <b>latency</b>
          by <i>half</i>
        <ol><li>twice<li>thrice</ol>
      <li><p>Led a team</p></li>
    </ul>
  </div>
  <p class="only-print">secret</p><p hidden>secret</p><div aria-hidden="true">secret</div>
  <script>var secret = "<p>"</script>
  <table>
    <tr><th>Skill</th><th>Level</th></tr>
    <tr><td>Go</td><td>high</td></tr>
    <tr><td>2015</td><td><b>Analyst</b><br>Tin plc<ul><li>counted</li></ul></td></tr>
  </table>
  <dl><dt>Languages</dt><dd>Welsh, Go</dd></dl>
  <div><span class="tag">SQL</span><span class="tag">Rust</span></div>
</section>
</body></html>
"""


def test_resume(outline: Callable[[str, str], list[str]]) -> None:
    assert outline(RESUME, "cv.html") == [
        "H1 Noël Bryn",
        "~T Cardiff",
        "T noel@example.org · +44 555 0100",
        "~H2 Experience",
        "~H3 Ferrous & Co | 2018 – 2021",
        "~T Engineer | May 2018 – June 2021",
        "~I Cut latency by half",
        "I1 twice",
        "I1 thrice",
        "~I Led a team",
        "~T* Skill | Level",
        "T Go | high",
        "T 2015 | Analyst",
        "T Tin plc",
        "~I counted",
        "~T* Languages",
        "T Welsh, Go",
        "~T SQL | Rust",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p><b>Acme</b> <i>Oslo</i></p>", ["T* Acme | Oslo"]),
        ("<p><b>Ac</b><b>me</b></p>", ["T* Acme"]),
        ("<p><span>Acme</span> <span>Oslo</span></p>", ["T Acme | Oslo"]),
        (
            "<p><b>Grace Hill</b> <span>Engineer</span> <span>Leeds</span>, <span>UK</span></p>",
            ["T Grace Hill | Engineer | Leeds, UK"],
        ),
        ("<p><span>Engineer</span>, <span>Acme</span> (<time>2019</time> – <time>2020</time>)</p>", ["T Engineer, Acme (2019 – 2020)"]),
        ("<p>Acme <span style='float: right'>2019</span></p>", ["T Acme | 2019"]),
        ("<div style='display:flex'><div>A<br>B</div><div>1<br>2</div></div>", ["T A | 1", "T B | 2"]),
        (
            "<div style='display:flex'><div><h3>Dev</h3><div>Acme</div></div><div>2019</div></div>",
            ["H3 Dev | 2019", "~T Acme"],
        ),
        (
            "<div style='display:flex'><div><h3>A</h3><p>a</p></div><div><h3>B</h3><p>b</p></div></div>",
            ["H3 A", "~T a", "~H3 B", "~T b"],
        ),
        ("<p><b>All of it</b></p><p>Some <b>of</b> it</p>", ["T* All of it", "~T Some of it"]),
        ("<p>• typed<br>- also<br>not</p>", ["I typed", "I also", "T not"]),
        ("<pre>a  b\n  c</pre>", ["T a b", "T c"]),
        ("<p>one<p>two</div><p>three", ["T one", "~T two", "~T three"]),
        ("<p>1 < 2 & 3 &nosuch; &#65;<!-- no --></p>", ["T 1 < 2 & 3 &nosuch; A"]),
        ("<p>a<br><br>b</p><hr><div>c</div>", ["T a", "~T b", "~T c"]),
        ("<p>Acme&nbsp;&nbsp;&nbsp;&nbsp;2019</p>", ["T Acme | 2019"]),
        ('<p title="a > b">text</p>', ["T text"]),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", ["I a", "~I b"]),
        ("<h2>Work <small>since 2019</small></h2>", ["H2 Work since 2019"]),
    ],
)
def test_pieces(outline: Callable[[str, str], list[str]], content: str, expected: list[str]) -> None:
    assert outline(f"<html><body>{content}</body></html>", "cv.html") == expected


def test_every_span_leads_back_to_the_source(traced: Callable[[str, str, str], str]) -> None:
    assert traced(RESUME, "cv.html", "Ferrous & Co") == "Ferrous &amp; Co"
    assert traced(RESUME, "cv.html", "&") == "&amp;"
    assert traced(RESUME, "cv.html", "Noë") == "No&euml;"
    assert traced(RESUME, "cv.html", "ël Bryn") == "&euml;l Bryn"
    assert traced(RESUME, "cv.html", "Cut latency by half") == "Cut <b>latency</b>\n          by <i>half"
    assert traced(RESUME, "cv.html", "Welsh") == "Welsh"


@pytest.mark.parametrize("junk", ["<a ", "<!--", '<a "<', "<", "<script>", "<table><tr><td>", "<div>", "</p>"])
def test_junk_takes_no_more_than_linear_time(junk: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        with suppress(LoadError):
            parse(("<html>" + junk * (size // len(junk))).encode(), "cv.html")
        return time.process_time() - start

    assert min(seconds(80_000) for _ in range(3)) < 0.1 + 8 * seconds(20_000)


def test_a_side_bar_before_the_name_goes_behind_the_text_beside_it(outline: Callable[[str, str], list[str]]) -> None:
    page = "<html><aside><h2>Skills</h2><p>Go, Kafka</p></aside><main><h1>Jane Example</h1><p>Engineer</p></main></html>"
    assert outline(page, "cv.html") == ["H1 Jane Example", "~T Engineer", "~H2 Skills", "~T Go, Kafka"]
