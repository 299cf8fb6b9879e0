"""Figures: value, unit, direction, what was measured, from and to."""

from __future__ import annotations

import pytest

from skillgraph.extraction.metrics import find_metrics

Figure = tuple[float | None, float | None, str, str, str | None, float | None, float | None]


def figures(text: str) -> list[Figure]:
    return [(m.value, m.value_max, m.unit, m.direction, m.of, m.from_value, m.to_value) for m in find_metrics(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reduced checkout errors by 70% by validating input", [(70, None, "%", "decrease", "checkout errors", None, None)]),
        ("improved latency by 35%", [(35, None, "%", "decrease", "latency", None, None)]),
        ("improved signup conversion by 35%", [(35, None, "%", "increase", "signup conversion", None, None)]),
        ("cut p99 latency from 1.2s to 300ms", [(300, None, "ms", "decrease", "p99 latency", 1200, 300)]),
        ("grew traffic from 10k to 50k users", [(50000, None, "count", "increase", "traffic", 10000, 50000)]),
        ("raised the success rate by 40-50%", [(40, 50, "%", "increase", "success rate", None, None)]),
        ("processing 50k+ price updates daily", [(50000, None, "count", "none", "price updates daily", None, None)]),
        ("reduced cloud spend 25%", [(25, None, "%", "decrease", "cloud spend", None, None)]),
        (
            "a 30% reduction in query costs for 50+ shops",
            [(30, None, "%", "decrease", "query costs", None, None), (50, None, "count", "none", "shops", None, None)],
        ),
        ("contract value of ₹30L+", [(3000000, None, "INR", "none", "contract value", None, None)]),
        ("10x faster queries", [(10, None, "x", "increase", "queries", None, None)]),
        ("shrank build times by half", [(50, None, "%", "decrease", "build times", None, None)]),
        (
            "APIs serve 1M+ daily calls (800ms → 300ms latency)",
            [(1000000, None, "count", "none", "daily calls", None, None), (300, None, "ms", "decrease", "latency", 800, 300)],
        ),
        ("coached six interns", [(6, None, "count", "none", "interns", None, None)]),
    ],
)
def test_figures(text: str, expected: list[Figure]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Upgraded from Python 3.8 to Python 3.11",
        "24/7 support for HTTP/2",
        "12 factor apps",
        "moved to Java 17 in 2021",
        "ISO 27001 audit",
        "Oracle 11g and 19c",
        "a Fortune 500 bank",
    ],
)
def test_numbers_that_are_names(text: str) -> None:
    assert figures(text) == []


def test_spans_count_from_the_offset() -> None:
    text = "cut costs by 20 %"
    (metric,) = find_metrics(text, 100)
    assert text[metric.span.start - 100 : metric.span.end - 100].strip() == "20 %"
