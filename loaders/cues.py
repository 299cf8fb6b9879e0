"""What lines give away by their looks alone: bullets, dates, headings, wrapped ends.

In: one line of text, or two that follow each other. Out: yes, no or a match.
"""

from __future__ import annotations

import re

BULLETS = "•●▪▫‣◦■□◆◇○◉⦿⁃∙➢➤➔►▶▸▹➜✓✔✗✦✧★☆❖»·\u2023\u25cb\u25cf\u25aa\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf02d"
_GLYPH = f"[{re.escape(BULLETS)}]"
BULLET = re.compile(
    rf"(?P<glyph>{_GLYPH}\ufe0f?|[-*+–—](?=\s)(?!\s*(?:[Pp]resent|[Cc]urrent|[Nn]ow|[Tt]oday|\d{{4}})\b)|o(?=[ \t]))"
    r"[ \t]*"
    r"|(?P<number>\(?\d{1,2}[.)]|\(?[a-hA-H]\))[ \t]+(?=\S)"
)
LONE_BULLET = re.compile(rf"(?:{_GLYPH}\ufe0f?|[-*–o])$")
EMOJI = "[\u2600-\u26ff\u2700-\u2712\u2714-\u27bf\u2b50\u2b55\U0001f000-\U0001faff]\ufe0f?"
ORNAMENT = re.compile(rf"(?:{EMOJI}\s*)+")

_MONTH = (
    r"(?:jan|feb|f[eé]v|mar|m[aä]r|apr|avr|abr|may|mai|jun|jui|jul|aug|ao[uû]|ago|sep|set|oct|okt|out|"
    r"nov|dec|dez|d[eé]c|dic|ene)"
    r"[^\W\d]{0,8}\.?"
)
_POINT = (
    rf"(?:(?:\d{{1,2}}\s+)?{_MONTH}\s*,?\s*(?:'?\d{{2}}|\d{{4}})|"
    r"\d{1,2}[./]\d{4}|(?:19|20)\d{2}(?:[-./]\d{1,2})?)"
)
_OPEN = r"(?:present|current|now|today|ongoing|heute|aujourd'hui|actualidad|presente|oggi|date)"
_DATES = rf"{_POINT}\s*(?:-|–|—|to|until|bis|à|a|→)\s*(?:{_POINT}|{_OPEN})"
DATE_RANGE = re.compile(rf"\b{_DATES}", re.IGNORECASE)
_END = re.compile(rf"(?:{_POINT}|{_OPEN}|{_MONTH})", re.IGNORECASE)
_DAY = re.compile(
    rf"(?:(?:last\s+)?(?:updated?|modified|revised|stand|version)\s*(?:on|of)?\s*:?\s*)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\s*,?\s*\d{{4}}|(?:\d{{1,2}}\.?\s+)?{_MONTH}\s*,?\s*\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})",
    re.IGNORECASE,
)
DATE_LINE = re.compile(rf"[(\[]?(?:{_DATES}|(?:since|from|seit|depuis|desde)?\s*{_POINT})\b", re.IGNORECASE)

HEADING_WORDS = re.compile(
    r"(?:(?:professional|work|employment|career|relevant|technical|core|key|other|personal|selected|additional|academic|"
    r"volunteer|volunteering|open[- ]source|side|executive|industry|research|teaching|leadership|my)\s+)*"
    r"(?:experiences?|history|work|employment|education|skills?|skill\s*set|competenc(?:y|ies)|expertise|strengths|technologies|"
    r"tech(?:nical)?\s+stack|tools|projects?|portfolio|summary|profile|objective|about(?:\s+me)?|highlights|achievements|"
    r"accomplishments|awards?|honou?rs|certifications?|certificates?|licen[cs]es|courses|coursework|training|languages|"
    r"publications|patents|talks|presentations|interests|hobbies|activities|references|contact(?:\s+info(?:rmation)?)?|"
    r"background|qualifications|affiliations|memberships|contributions|involvement|extracurriculars?|"
    r"berufserfahrung|werdegang|ausbildung|kenntnisse|f[äa]higkeiten|sprachen|projekte|zusammenfassung|"
    r"exp[ée]riences?(?:\s+professionnelles?)?|formation|comp[ée]tences|langues|projets|"
    r"experiencia(?:\s+(?:laboral|profesional))?|educaci[óo]n|formaci[óo]n|habilidades|idiomas|proyectos)"
    r"(?:\s*(?:&|and|/|und|et|y)\s*(?:[^\W\d_]+\s*){1,2})?\s*:?",
    re.IGNORECASE,
)
_CAPS = re.compile(r"(?=.*[^\W\d_]{4})[^\W\d_]+(?:[ &/'’-]+[^\W\d_]+){0,4}\s*:?")
LABEL = re.compile(r"[A-Z][^\s:]{0,30}(?: [^\s:]{1,30}){0,4} ?:(?:\s|$)")
_UNFINISHED = re.compile(
    r"(?:[,;&/(–—-]|\b(?:and|or|of|for|the|in|to|a|an|with|on|by|at|from|as|into|using|via|that|which|und|mit|der|die|das|et|de|des|y))$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][)\"'”’]?$")
_GLUE = re.compile(r"[^\W\d_]{2,}-$")
_STAYS = re.compile(
    r"\b(?:self|non|real|high|low|long|short|cross|open|full|front|back|end|event|data|test|user|well|on|off|in|cloud|mid|"
    r"large|small|single|two|three|multi|client|server|server|third|first|zero|ad|co|pre|post|state|time|cost|hands|load|"
    r"role|rule|type|risk|domain|customer|mission|business|large|fast|best|day|year|and|or|to|of|the|peer|life|world|part)-$",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"(?:(?:B|M)\.? ?(?:Sc|A|Eng|E|S|Tech|Ed|Com|Phil|BA)\b\.?|BBA|MBA|Ph\.?D\b|Dipl\.|(?:Bachelor|Master|Doctor|Diploma|Licence|Licenciatura|Bacharelado|"
    r"Dipl[oô]me|Magister|Associate)(?:'s|s|’s)?\b)"
)
_DIGIT = re.compile(r"\d")
LONG = 60


def is_date_range(text: str) -> bool:
    """Tell whether a text is a range of dates and nothing else.

    >>> is_date_range("(Mar 2019 – Present)"), is_date_range("in 2019 – 2021")
    (True, False)
    """
    return DATE_RANGE.fullmatch(text.strip(" ()[]|,\u00a0")) is not None


def is_date_end(text: str) -> bool:
    """Tell whether a text is a date, a month or a word for now, as at the end of a range, and nothing else.

    >>> is_date_end("Oct"), is_date_end("present"), is_date_end("Mayonnaise sorting")
    (True, True, False)
    """
    return _END.fullmatch(text.strip()) is not None


def is_date(text: str) -> bool:
    """Tell whether a text is one day or month and nothing else.

    >>> is_date("November 23, 2026"), is_date("Last updated: 3 May 2024"), is_date("2026")
    (True, True, False)
    """
    return _DAY.fullmatch(text.strip()) is not None


def is_heading_word(line: str) -> bool:
    """Tell whether a line is nothing but a well-known résumé heading such as Experience or Technical Skills."""
    return len(line) <= LONG and HEADING_WORDS.fullmatch(line) is not None


def is_capitals(line: str) -> bool:
    """Tell whether a line is one to five words in capital letters without digits."""
    return len(line) <= LONG and line == line.upper() and line != line.lower() and _CAPS.fullmatch(line) is not None


def is_header(line: str) -> bool:
    """Tell whether a line opens something new, to judge by itself: a date, a label, a heading, parts set apart."""
    if ":" in line and LABEL.match(line):
        return True
    if len(line) > 2 * LONG:
        return False
    if "\t" in line or "   " in line or is_heading_word(line) or is_capitals(line):
        return True
    return _DIGIT.search(line) is not None and (DATE_LINE.match(line) or DATE_RANGE.search(line)) is not None


def opens_degree(line: str) -> bool:
    """Tell whether a line begins with the name of a degree."""
    return _DEGREE.match(line) is not None


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends with a full stop or the like."""
    return _SENTENCE_END.search(line, max(len(line) - 3, 0)) is not None


def is_unfinished(line: str) -> bool:
    """Tell whether a line ends with a comma, a hyphen or a word that wants another one."""
    return _UNFINISHED.search(line, max(len(line) - 8, 0)) is not None


def glues(line: str, following: str) -> bool:
    """Tell whether the hyphen at a line's end only split a word that goes on in the following line.

    >>> glues("lever-", "aging"), glues("long-", "running"), glues("end-to-", "end")
    (True, False, False)
    """
    if not following[:1].islower():
        return False
    word = line[max(line.rfind(" "), line.rfind("\t")) + 1 :]
    return word.count("-") == 1 and _GLUE.search(word) is not None and _STAYS.search(word) is None
