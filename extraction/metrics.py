"""Figures in a claim: value, unit, direction, what was measured, from → to."""

from __future__ import annotations

import re

from skillgraph.model import Metric, Span
from skillgraph.ontology.lexicon import words

_CURRENCY = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "₹": "INR",
    "inr": "INR",
    "rs": "INR",
    "rs.": "INR",
    "¥": "JPY",
    "jpy": "JPY",
    "chf": "CHF",
    "r$": "BRL",
    "brl": "BRL",
    "a$": "AUD",
    "aud": "AUD",
    "c$": "CAD",
    "cad": "CAD",
    "₽": "RUB",
    "rub": "RUB",
    "₩": "KRW",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "pln": "PLN",
    "zł": "PLN",
    "sgd": "SGD",
    "s$": "SGD",
    "₪": "ILS",
    "₺": "TRY",
    "czk": "CZK",
    "euro": "EUR",
    "euros": "EUR",
    "dollars": "USD",
    "pounds": "GBP",
    "rupees": "INR",
    "₦": "NGN",
    "₫": "VND",
    "aed": "AED",
    "zar": "ZAR",
    "cny": "CNY",
    "rmb": "CNY",
}
_MAGNITUDE = {
    "k": 1e3,
    "thousand": 1e3,
    "thousands": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "t": 1e12,
    "trillion": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "lac": 1e5,
    "lacs": 1e5,
    "l": 1e5,
    "crore": 1e7,
    "crores": 1e7,
    "cr": 1e7,
}
_UNITS = {
    "%": "%", "percent": "%", "per cent": "%", "pct": "%", "percentage points": "%", "pp": "%",
    "ms": "ms", "msec": "ms", "millisecond": "ms", "milliseconds": "ms", "millis": "ms", "μs": "us", "µs": "us", "us": "us", "microseconds": "us", "microsecond": "us", "ns": "ns", "nanoseconds": "ns",
    "s": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s", "min": "min", "mins": "min", "minute": "min", "minutes": "min",
    "h": "h", "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year", "yrs": "year",
    "x": "x", "×": "x", "times": "x", "fold": "x", "kb": "KB", "mb": "MB", "gb": "GB", "tb": "TB", "pb": "PB", "kib": "KB", "mib": "MB", "gib": "GB", "tib": "TB", "gbps": "Gbps", "mbps": "Mbps", "gb/s": "GB/s", "mb/s": "MB/s", "terabytes": "TB", "terabyte": "TB", "gigabytes": "GB", "gigabyte": "GB", "petabytes": "PB", "petabyte": "PB", "megabytes": "MB",
    "rps": "rps", "qps": "qps", "tps": "tps", "fps": "fps", "hz": "Hz", "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "kw": "kW", "mw": "MW", "kwh": "kWh", "mah": "mAh", "mm²": "mm2", "km": "km", "kg": "kg", "dpi": "dpi",
}  # fmt: skip
_TIME = frozenset({"ms", "us", "ns", "s", "min", "h", "day", "week", "month", "year"})
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20}
_COUNTED = re.compile(
    r"(?<![\w-])(?P<word>" + "|".join(_WORDS) + r")\s+(?P<between>(?:[a-z][a-z-]+\s+){0,2}?)(?P<noun>[a-z-]{3,}s)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_FACTORS = {"doubled": 2.0, "doubling": 2.0, "tripled": 3.0, "tripling": 3.0, "quadrupled": 4.0, "quadrupling": 4.0}
_FRACTION = re.compile(
    r"\b(?:by|in)\s+(?:about |almost |nearly |over |more than )?(?:a\s+)?(?P<half>half|third|quarter)\b|\b(?P<factor>"
    + "|".join(_FACTORS)
    + r")\b|\bhalv(?:ed|ing)\b",
    re.IGNORECASE,
)


def _any(names: object) -> str:
    assert hasattr(names, "__iter__")
    return "|".join(sorted((re.escape(n) for n in names), key=lambda n: (-len(n), n)))


_NUMBER = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:[ \u202f']\d{3})+(?!\d)|\d+(?:\.\d+)?"
_WORD_MAGNITUDE = _any(k for k in _MAGNITUDE if len(k) > 2 and k != "mio") + "|mio"
_DIGIT = re.compile(r"\d")
_QUANTITY = re.compile(
    rf"(?P<cur>(?:US|A|C|S|R)?[$€£₹¥₽₩₪₺₦₫]|\b(?:USD|EUR|GBP|INR|CHF|AUD|CAD|Rs\.?)(?=\s?\d))?\s?"
    rf"(?:(?<![\w.,/\d-])|(?<=\d[-–—])|(?<=[%kKmM][-–—]))(?P<tilde>[~≈><+±-]?)\s?(?P<num>{_NUMBER})"
    rf"(?:\s?(?P<mag>(?:{_WORD_MAGNITUDE})\b|(?:[kKmMbB]|MM|mn|bn|Mn|Bn|Cr|L)(?![\w²])))?"
    rf"(?P<plus>\+?)"
    rf"(?:[\s-]?(?P<unit>(?:{_any(_UNITS)})(?![\w²])|%)|\s?(?P<cur2>(?:€|£|\$|₹|USD|EUR|GBP|INR|CHF|SEK|PLN|euros?|dollars|pounds|rupees)(?![\w])))?(?P<plus2>\+?)",
    re.IGNORECASE,
)  # fmt: skip
_RANGE = re.compile(r"\s?(?:[-–—]|to|and)\s?", re.IGNORECASE)
_ARROW = re.compile(
    r"\s*(?:→|->|=>|⟶|➔|➜|down to|up to|to|became|—>)\s*(?:just |under |below |about |around |approximately |only |over |less than |more than |nearly |almost |roughly |~|<|>|c\. )?\s*",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from)(?:\s+(?:about|around|over|more than|approximately|nearly|roughly|~|>|<|up to))?\s*$", re.IGNORECASE)
_VERSION_BEFORE = re.compile(
    r"(?:\b(?:version|v|ver|release|level|phase|tier|stage|grade|class|type|part|chapter|module|unit|section|step|sprint|iso|iec|ieee|rfc|fortune|top|html|css|java|python|php|angular|node|vue|react|ios|android|windows|ubuntu|rails|django|swift|kotlin|c\+\+|\.net|framework|sql server|oracle|es|http/?|tls|oauth|web|http|utf|base|sha|aes|rsa|mp|h\.?|area|covid|route|apollo|gen|drupal|joomla|magento|typo3|symfony|laravel|spring|boot|log4j|junit|perl|ruby|go|scala|spark|hadoop|kafka|mysql|postgres|postgresql|mongodb|redis|elasticsearch|redhat|rhel|centos|debian|solaris|sap|r/3|s/4|pci|dss|soc|wcag|cmmi|l|q|no\.?|nr\.?|#|page|pages|figure|room|suite|street|box|zip|id|unity|unreal|opengl|directx|cuda|vista|xp|office|sharepoint|dynamics|exchange|asp|qt|gtk|lua|arm|cortex|stm|esp|raspberry pi|usb|wi-?fi|bluetooth|pcie|ddr|sata|rs)\s?-?|[A-Za-z]-)$",
    re.IGNORECASE,
)
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w.+#]*[a-z\d]*\s$")
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th)\b|[A-Za-z]{1,2}\d|/\d|:\d|\.\d|[ -](?:factor|bit)\b|-(?:byte|tier|layer|way|d\b|step|point|sided|stack|core|end\b|node\b)|\s?(?:st|nd|rd|th)\b|D\b|G\b|\s?(?:bit|bits)\b|-?[A-Z]{2,}\d"
)
_OVER = re.compile(r"\d/$")
_MINOR = re.compile(r"\.\d|\.x\b")
_LETTER = re.compile(r"[A-Za-z]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_END = re.compile(
    r"\s*(?:[,;.:(–—→|!)]|\s-\s|\bby\b|\bfrom\b|\busing\b|\bvia\b|\bthrough\b|\bwith\b|\bwhile\b|\bthat\b|\bwhich\b|\bto\b|\bat\b|\bafter\b|\bover\b|\bby\b|\bwithin\b|\band\b|\bacross\b|\bresulting\b|\breducing\b|\bimproving\b|\bfor\b|\bin (?=\d)|\bin order\b|\bdue\b|\bas\b|\bin production\b|\bsupporting\b|\benabling\b|\bwithout\b|\bis\b|\bwas\b|\bwere\b)"
)
_REDUCTION = re.compile(
    r"\s*(?:\+\s*)?(?:(?:average|overall|total|further|performance|net|year-over-year|yoy)\s+)?(?P<verb>reduction|decrease|increase|improvement|growth|drop|decline|gain|boost|rise|uplift|savings?|speed-?up|faster|slower|less|fewer|more|lower|higher|cut|quicker|better|cheaper|smaller|larger|longer|shorter|jump|lift)\b(?:\s+(?:in|of|on|to))?\s*(?:the\s+)?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;.!?]\s|,\s(?=(?:and\s+)?[a-z]+(?:ing|ed)\b)|\s[–—]\s|\band\s(?=[a-z]+(?:ing|ed)\s)|\bwhile\s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ARTICLE = re.compile(r"^(?:a|an|the|our|its|their|my|overall|average|total|of|in|all|daily|over|more than)\s+", re.IGNORECASE)
_UNIT_WORDS = re.compile(r"^[\s+]*(?:of\s+)?(?P<of>[^\W\d_][^,;.:()–—→|!]{1,60})")


def _value(match: re.Match[str]) -> float:
    raw = match["num"].replace(",", "").replace("\u202f", "").replace(" ", "").replace("'", "")
    magnitude = (match["mag"] or "").lower()
    if magnitude == "l" and not (match["cur"] and _CURRENCY.get(match["cur"].lower()) == "INR"):
        magnitude = ""
    return round(float(raw) * _MAGNITUDE.get(magnitude, 1.0), 6)


def _unit(match: re.Match[str]) -> str:
    if (match["unit"] or "").lower() == "times" and _value(match) >= 1000:
        return "count"
    if currency := (match["cur"] or match["cur2"]):
        return _CURRENCY.get(currency.lower().strip(), "USD")
    return _UNITS.get((match["unit"] or "").lower().strip(), "count") if match["unit"] else "count"


def _excluded(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number is a name, a version, a date or an ordinal rather than a figure."""
    start, end = match.start("num"), match.end("num")
    before, after = text[max(0, start - 24) : start], text[end : end + 12]
    stated = bool(match["unit"] or match["cur"] or match["cur2"] or match["mag"] or match["plus"])
    if _YEAR.fullmatch(match["num"]) and not (match["unit"] or match["plus"] or match["mag"] or match["cur"]):
        return not re.match(
            r"\s+(?:[a-z-]+\s)?(?:users|customers|requests|clients|employees|servers|people|students|devices|hosts|nodes|transactions|orders|stores|documents|records)\b",
            after + text[end + 12 : end + 40],
        )
    if match["unit"] and match["unit"].lower() in ("x", "s", "h") and match["num"] == "24":
        return True
    if after.startswith(("/7", "x7", "/365")) or _OVER.search(before):
        return True
    if (
        match["unit"]
        and match["unit"].lower() in ("year", "years", "yrs")
        and re.search(r"\(\s*$", before)
        and re.match(r"\+?\s*[,)]", text[match.end() :])
    ):
        return True
    if stated and match["unit"] and match["unit"].lower() not in ("s", "h", "l", "m"):
        return match["unit"].lower() in ("year", "years", "yrs") and bool(
            re.match(r"\s+(?:of\s+)?(?:\w+\s+){0,3}(?:experience|old\b|background)", text[match.end() :])
        )
    if _ORDINAL.match(after) or _MINOR.match(text, match.end()):
        return True
    if _LETTER.match(text, match.end()) and not (match["unit"] or match["cur"]):
        return True
    if _VERSION_BEFORE.search(before) and not (match["mag"] or match["cur"] or match["plus"]):
        return True
    if (
        not stated
        and _CAPITAL_BEFORE.search(before)
        and before.strip()
        and not re.search(r"(?:^|[.;:!?•]\s*)[A-Z]\w*\s$", before[-14:])
        and start > len(before.split()[-1]) + 1
    ):
        return True
    return bool(not stated and re.match(r"\s*$|\s*[)\]]", text[match.end() :]) and re.search(r"[(\[]$", before.strip() or "x"))


def find_metrics(text: str, offset: int = 0) -> list[Metric]:
    """Return the figures of one claim, in text order.

    Args:
        text: The claim.
        offset: Where it begins in the document's text; spans count from there.
    """
    # The pattern is slow on prose, and most claims hold no figure.
    quantities = [m for m in _QUANTITY.finditer(text) if not _excluded(text, m)] if _DIGIT.search(text) else []
    found: list[Metric] = []
    i = 0
    while i < len(quantities):
        match = quantities[i]
        metric: Metric | None = None
        if i + 1 < len(quantities):
            metric = _pair(text, match, quantities[i + 1], offset)
            if metric is None:
                metric = _spread(text, match, quantities[i + 1], offset)
            i += metric is not None
        found.append(metric or _single(text, match, offset))
        i += 1
    return found + _worded(text, offset, found)


def _pair(text: str, first: re.Match[str], second: re.Match[str], offset: int) -> Metric | None:
    """Return a before–after pair: "from 800 ms to 300 ms", "3+ minutes → 45 seconds"."""
    between = text[first.end() : second.start()]
    arrow = _ARROW.fullmatch(between + (" " if between and not between[-1].isspace() else ""))
    if not arrow:
        middle = re.fullmatch(
            r"\s+(?:[a-z]+\s+){0,4}(?:to|→|->)\s+(?:just |under |below |about |around |only |over |less than |more than )?", between
        )
        if not (middle and _FROM.search(text[: first.start()])):
            return None
    explicit = (
        bool(re.search(r"→|->|=>|⟶", between))
        or bool(_FROM.search(text[: first.start("num")]))
        or bool(re.search(r"down to|up to|became", between))
    )
    if not explicit:
        return None
    a, b = _value(first), _value(second)
    unit_a, unit_b = _unit(first), _unit(second)
    if unit_a == "count" and unit_b != "count":
        unit_a = unit_b
    if unit_b == "count" and unit_a != "count" and not re.match(r"\s?[^\W\d_]", text[second.end() :]):
        unit_b = unit_a
    if unit_a != unit_b:
        if not (unit_a in _TIME and unit_b in _TIME):
            return None
        a = _seconds(a, unit_a) / _seconds(1.0, unit_b)
    direction = "decrease" if b < a else "increase" if b > a else "none"
    start, end = first.start(), second.end()
    bracketed = re.match(r"\s+(?P<of>[a-z][\w -]{2,30})[)\]]", text[end:]) if "(" in text[max(0, start - 2) : start + 1] else None
    return Metric(
        value=b, unit=unit_b, direction=direction, of=bracketed["of"] if bracketed else _object_before(text[:start], strip_from=True) or _object_after(text[end:]), from_value=round(a, 6), to_value=b,
        text=text[start:end].strip(), span=Span(start=offset + start, end=offset + end),
    )  # fmt: skip


def _seconds(value: float, unit: str) -> float:
    return (
        value
        * {
            "ns": 1e-9,
            "us": 1e-6,
            "ms": 1e-3,
            "s": 1,
            "min": 60,
            "h": 3600,
            "day": 86400,
            "week": 604800,
            "month": 2629800,
            "year": 31557600,
        }[unit]
    )


def _spread(text: str, first: re.Match[str], second: re.Match[str], offset: int) -> Metric | None:
    """Return a range: "40-50 %", "2 to 3 hours"."""
    between = text[first.end() : second.start("num")]
    if not _RANGE.fullmatch(between) or ("and" in between and not re.search(r"between\s*$", text[: first.start()], re.IGNORECASE)):
        return None
    if (first["unit"] and _unit(first) != _unit(second)) or (_value(second) <= _value(first) and not second["mag"]):
        return None
    single = _single(text, second, offset)
    low = _value(first)
    if second["mag"] and not first["mag"]:
        low *= _MAGNITUDE.get(second["mag"].lower(), 1.0)
    start = first.start()
    direction, of = _direction(text, first, second.end(), single.unit)
    return single.model_copy(
        update={
            "value": low,
            "value_max": _value(second),
            "direction": direction,
            "of": of,
            "text": text[start : second.end()].strip(),
            "span": Span(start=offset + start, end=offset + second.end()),
        }
    )


def _single(text: str, match: re.Match[str], offset: int) -> Metric:
    unit = _unit(match)
    direction, of = _direction(text, match, match.end(), unit)
    return Metric(
        value=_value(match), unit=unit, direction=direction, of=of, text=match.group().strip(),
        span=Span(start=offset + match.start(), end=offset + match.end()),
    )  # fmt: skip


def _worded(text: str, offset: int, found: list[Metric]) -> list[Metric]:
    """Return figures that stand as words: "cut build times by half", "doubled throughput"."""
    extra: list[Metric] = []
    for match in _COUNTED.finditer(text):
        if any(m.span.start - offset < match.end() and match.start() < m.span.end - offset for m in found):
            continue
        unit = _UNITS.get(match["noun"].lower(), "count")
        value = float(_WORDS[match["word"].lower()])
        what = f"{match['between']}{match['noun']}" if unit == "count" else _object_before(text[: match.start()])
        extra.append(
            Metric(
                value=value,
                unit=unit,
                direction="none",
                of=what,
                text=match.group(),
                span=Span(start=offset + match.start(), end=offset + match.end()),
            )
        )
    for match in _FRACTION.finditer(text):
        if match["factor"]:
            value, unit, direction = _FACTORS[match["factor"].lower()], "x", "increase"
        else:
            value, unit, direction = {"third": 33.0, "quarter": 25.0}.get((match["half"] or "").lower(), 50.0), "%", "decrease"
        if match["half"] and not re.search(
            r"reduc|cut|decreas|lower|shr[aiu]nk|sav|drop|shorten|slash|trim",
            text[max(0, match.start() - 90) : match.start()],
            re.IGNORECASE,
        ):
            continue
        of = _object_after(text[match.end() :]) if not match["half"] else _object_before(text[: match.start()])
        extra.append(
            Metric(
                value=value,
                unit=unit,
                direction=direction,
                of=of,
                text=match.group(),
                span=Span(start=offset + match.start(), end=offset + match.end()),
            )
        )
    return extra


def _clause_before(text: str) -> str:
    starts = [m.end() for m in _CLAUSE.finditer(text)]
    return text[starts[-1] :] if starts else text


def _direction(text: str, match: re.Match[str], end: int, unit: str) -> tuple[str, str | None]:
    """Return direction and object of a figure from the words around it."""
    before, after = text[: match.start()], text[end:]
    reduction = _REDUCTION.match(after)
    if reduction and unit in ("%", "x", *_TIME, "count"):
        verb = reduction["verb"].lower()
        of = _object_after(after[reduction.end() :]) or _object_before(before)
        return _turn(verb, of), of
    if unit in ("%", "x") or _is_currency(unit) or unit in _TIME:
        clause = _clause_before(before)
        by = re.search(
            r"\b(?:by|with)\s+(?:about |around |over |up to |more than |approximately |nearly |almost |roughly |at least |as much as |an average of |an estimated |a factor of |~|>)?\s*$|[:(~+-]\s*$|\b(?:up to|over|about|nearly|than|approximately|around|almost)\s*$|\s$|[a-z]$",
            clause,
            re.IGNORECASE,
        )
        verb = _last_verb(clause)
        if verb and (
            (unit == "%" and by)
            or unit == "x"
            or re.search(r"\bby\b[^,;]*$", clause)
            or (unit not in ("%", "x") and verb in words("verbs", "decrease") and re.search(r"\bby\b|\bsav", clause))
        ):
            if (
                unit == "%"
                and re.search(r"\b(?:to|at|with|of)\s+(?:over |about |nearly |a |an |more than )?\s*$", clause)
                and not re.search(r"\bby\b", clause[-40:])
            ):
                achieved = re.search(r"\bto\s+(?:over |about |nearly |more than )?\s*$", clause)
                of = _object_before(clause)
                return (_turn(verb, of), of) if achieved else ("none", _object_after(after) or of)
            of = _object_before(clause)
            if (
                unit == "%"
                and not re.search(r"\b(?:by|up to|over|than|about|nearly|almost|around|approximately)\b[^,;]{0,20}$", clause)
                and (later := _object_after(after))
                and len(clause) - clause.lower().rfind(verb) < len(verb) + 12
            ):
                of = later
            return _turn(verb, of), of
        return "none", _object_after(after) or _object_before(clause)
    return "none", _object_after(after) or _object_before(before)


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _last_verb(clause: str) -> str | None:
    directed = words("verbs", "decrease") | words("verbs", "increase")
    found = [word.lower() for word in _WORD.findall(clause)]
    strong = [word for word in found if word in directed and word not in ("time", "more", "less", "up", "down", "scale")]
    return strong[-1] if strong else next((word for word in reversed(found) if word in directed), None)


def _turn(verb: str, of: str | None) -> str:
    """Return the direction of the thing: what improves falls where less of it is better."""
    if verb in words("verbs", "decrease") or verb in (
        "reduction",
        "decrease",
        "drop",
        "decline",
        "saving",
        "savings",
        "less",
        "fewer",
        "lower",
        "cut",
        "cheaper",
        "smaller",
        "shorter",
    ):
        return "decrease"
    better = verb in words("verbs", "improve") or verb in ("faster", "quicker", "better", "speedup", "speed-up")
    found = [word.lower() for word in _WORD.findall(of or "")]
    if (
        better
        and found
        and any(word in words("verbs", "less_is_better") for word in found[-3:])
        and not any(w in ("rate", "efficiency", "accuracy", "throughput", "performance", "success") for w in found[-2:])
    ):
        return "decrease"
    return "increase"


def _object_before(text: str, *, strip_from: bool = False) -> str | None:
    """Return what a verb of change was done to: the words between it and the figure."""
    clause = _clause_before(text)
    clause = re.sub(
        r"\b(?:by|from|to|of|with|up|down|a|an|factor|over|about|around|nearly|almost|more|than|approximately|roughly|just|average|at|least|under|~|>|<)\s*$",
        "",
        clause,
        flags=re.IGNORECASE,
    ).rstrip(" (:~+-–→")
    for _ in range(4):
        shorter = re.sub(
            r"\s+(?:by|from|to|of|with|up|down|a|an|factor|over|about|around|nearly|almost|more|than|approximately|roughly|just|at|least)$",
            "",
            clause,
            flags=re.IGNORECASE,
        )
        if shorter == clause:
            break
        clause = shorter
    directed = words("verbs", "decrease") | words("verbs", "increase")
    spans = [m for m in _WORD.finditer(clause) if m.group().lower() in directed]
    what = clause[spans[-1].end() :] if spans and spans[-1].end() < len(clause) else clause
    if len(spans) > 1 and not what.strip():
        what = clause[spans[-2].end() : spans[-1].start()]
    what = re.split(r"\s+by\s+", what)[0] if strip_from or " by " in what else what
    what = what.strip(" ,.:;()–-→")
    if what.lower() in directed:
        return None
    while article := _ARTICLE.match(what):
        what = what[article.end() :]
    shortened = " ".join(what.split()[-8:])
    return shortened or None


def _object_after(text: str) -> str | None:
    """Return the noun phrase that follows a figure."""
    match = _UNIT_WORDS.match(text)
    if not match:
        return None
    end = _OF_END.search(match["of"])
    what = (match["of"][: end.start()] if end else match["of"]).strip()
    while article := _ARTICLE.match(what + " "):
        if article.group().strip().lower() in ("daily", "total", "overall"):
            break
        what = what[article.end() :]
    return " ".join(what.split()[:7]) or None
