"""PDF: the layouts of CV templates, as programs set them: narrow gutters, side headings, newspaper columns, tags, ligatures."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from skillgraph.loaders import parse
from skillgraph.model import BlockKind, Document
from tests.loaders.test_pdf import HEIGHT, ITEM, Draw, pdf, put, put_all

SIDE = ["Kafka and Redis", "PostgreSQL", "Kubernetes", "Terraform", "Grafana"]


TEXTS = {
    1: ["• Nine teams run Kafka.", "• Ledgers stand in PostgreSQL.", "• Trams are late.", "• Tickets are cheap."],
    2: ["• Winters are long.", "• Grafana shows it.", "• Alerts are rare.", "• Nobody is woken."],
}
MARKS = {BlockKind.HEADING: "# ", BlockKind.ITEM: "• ", BlockKind.TEXT: ""}


def lines(document: Document) -> list[str]:
    return [MARKS[block.kind] + document.text[block.start : block.end] for block in document.blocks]


def read(*pages: Draw) -> list[str]:
    return lines(parse(pdf(*pages), "cv.pdf"))


def right(canvas: Canvas, x: float, y: float, text: str) -> None:
    canvas.setFont("Helvetica", 10)
    canvas.drawRightString(x, HEIGHT - y, text)


def test_dates_that_wrap_hardly_an_em_left_of_their_text() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 120, 60, "EXPERIENCE", 13, bold=True)
        for number, dates in enumerate(("Dec 2021 –", "Sep 2019 –", "Jul 2018 –")):
            y = 90 + 60 * number
            right(canvas, 112, y, dates)
            right(canvas, 112, y + 13, "Present" if not number else "Nov 2021")
            put(canvas, 120, y, f"Engineer {number}, Tramway Ltd, Berlin")
            put(canvas, 120, y + 13, "• " + ITEM[0])
            put(canvas, 128, y + 26, ITEM[1])

    assert read(draw)[:4] == [
        "# EXPERIENCE",
        "Dec 2021 – Present\tEngineer 0, Tramway Ltd, Berlin",
        "• " + " ".join(ITEM),
        "Sep 2019 – Nov 2021\tEngineer 1, Tramway Ltd, Berlin",
    ]


def test_headings_beside_their_text() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 50, 60, "Jane Example", 20, bold=True)
        for y, words in ((100, ("OBJECTIVE",)), (150, ("PROFESSIONAL", "EXPERIENCE")), (260, ("EDUCATION",))):
            for number, word in enumerate(words):
                put(canvas, 50, y + 12 * number, word, bold=True)
        put_all(canvas, 160, 100, ["Engineer of eleven years who keeps ledgers.", "Likes dull technology."])
        put(canvas, 160, 150, "Tramway Ltd")
        right(canvas, 545, 150, "2019 – 2021")
        put_all(canvas, 160, 170, ["• Built a ledger on PostgreSQL.", "• Ran Kafka for nine teams."])
        put(canvas, 160, 260, "University of Northmoor")

    assert read(draw) == [
        "# Jane Example",
        "# OBJECTIVE",
        "Engineer of eleven years who keeps ledgers.",
        "Likes dull technology.",
        "# PROFESSIONAL EXPERIENCE",
        "Tramway Ltd\t2019 – 2021",
        "• Built a ledger on PostgreSQL.",
        "• Ran Kafka for nine teams.",
        "# EDUCATION",
        "University of Northmoor",
    ]


def test_labels_beside_lists_are_no_headings() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 50, 60, "SKILLS", 14, bold=True)
        for number, (label, text) in enumerate((("Languages", "Java, Kotlin, SQL"), ("Buses", "CAN, BLE"), ("Tools", "GDB, CMake"))):
            right(canvas, 110, 90 + 14 * number, label)
            put(canvas, 120, 90 + 14 * number, text)

    assert read(draw) == ["# SKILLS", "Languages\tJava, Kotlin, SQL", "Buses\tCAN, BLE", "Tools\tGDB, CMake"]


def test_a_text_in_newspaper_columns_goes_on_at_the_next_columns_top() -> None:
    def column(canvas: Canvas, x: float, first: int) -> None:
        put_all(canvas, x, 100, [f"• Built service {number} in Go and Kafka for nine cities." for number in range(first, first + 12)])

    def draw(canvas: Canvas, first: int) -> None:
        column(canvas, 50, first)
        column(canvas, 310, first + 12)

    found = read(lambda canvas: draw(canvas, 0), lambda canvas: draw(canvas, 24))
    assert found == [f"• Built service {number} in Go and Kafka for nine cities." for number in range(48)]


def test_a_side_bar_beside_dates_beside_text() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 200, 50, "EXPERIENCE", 12, bold=True)
        put(canvas, 40, 50, "SKILLS", 12, bold=True)
        put_all(canvas, 40, 71, [*SIDE, *SIDE, *SIDE], step=16)
        for number in range(3):
            y = 70 + 80 * number
            put(canvas, 200, y, f"201{number} – 201{number + 1}")
            put(canvas, 270, y, f"Engineer, Tramway {number} Ltd", bold=True)
            put_all(canvas, 280, y + 14, ["• Moved the ledger to PostgreSQL in one night.", "• Ran Kafka for nine teams and two banks."])

    found = read(draw)
    assert found[found.index("# EXPERIENCE") :][:4] == [
        "# EXPERIENCE",
        "2010 – 2011\tEngineer, Tramway 0 Ltd",
        "• Moved the ledger to PostgreSQL in one night.",
        "• Ran Kafka for nine teams and two banks.",
    ]


def test_tags_in_boxes_stay_apart() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 50, 60, "SKILLS", 14, bold=True)
        x = 50.0
        for word in ("Kafka", "Go", "Testing Library", "C"):
            width = canvas.stringWidth(word, "Helvetica", 10)
            canvas.roundRect(x, HEIGHT - 94, width + 8, 16, 4)
            put(canvas, x + 4, 90, word)
            x += width + 11

    assert read(draw) == ["# SKILLS", "Kafka\tGo\tTesting Library\tC"]


def test_a_name_and_the_address_beside_it_are_two_lines() -> None:
    def draw(canvas: Canvas) -> None:
        right(canvas, 545, 60, "Berlin, Germany")
        put(canvas, 50, 60, "Jane Example", 24, bold=True)
        put(canvas, 50, 90, "Engineer")

    assert read(draw) == ["# Jane Example", "Berlin, Germany", "Engineer"]


def test_a_page_number_far_above_the_edge() -> None:
    def draw(canvas: Canvas, number: int) -> None:
        put_all(canvas, 50, 100, TEXTS[number])
        put(canvas, 500, 730, f"{number}/2")

    found = read(lambda canvas: draw(canvas, 1), lambda canvas: draw(canvas, 2))
    assert found == [*TEXTS[1], *TEXTS[2]]


def test_a_page_whose_size_is_inherited() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 50, 20, "Jane Example", 20, bold=True)
        put(canvas, 50, 60, "Engineer")

    data = pdf(draw)
    start = data.index(b"/MediaBox")
    end = data.index(b"]", start) + 1
    data = data[:start] + b" " * (end - start) + data[end:]
    document = parse(data.replace(b"/Type /Pages", b"/Type /Pages " + b"/MediaBox [0 0 595.2756 841.8898]"), "cv.pdf")
    assert (lines(document), document.warnings) == (["Jane Example", "Engineer"], ())


_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /x def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfchar <01> <00660066> <02> <006600660069> endbfchar
1 beginbfrange <20> <7e> <0020> endbfrange
endcmap end end"""


def test_a_ligature_is_as_many_letters_as_it_stands_for() -> None:
    text = b"BT /F 12 Tf 72 700 Td (Sta\\001 engineer of o\\002ce tra\\001ic) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R /FirstChar 0 /LastChar 126 /Widths [%s] >>"
        % (b"556 " * 127),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(_UNICODE), _UNICODE),
    ]
    body = b"".join(b"%d 0 obj %s endobj\n" % (number, item) for number, item in enumerate(objects, 1))
    found = parse(b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF", "cv.pdf")
    assert lines(found) == ["Staff engineer of office traffic"]
