"""The terms that tell an arm or a time point: the one place in which they stand.

A phrase is found in any case, with blanks, hyphens or nothing between its words, in the plural
and with an 's; a phrase that ends in * stands for every ending. It takes out too much rather than
too little: "she went for a drive" loses a word, and an adjudicator loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drive.vocabulary.adjudication import RemovedKind

PHRASES: dict[RemovedKind, tuple[str, ...]] = {
    RemovedKind.DRIVE: tuple(
        phrase.strip()
        for phrase in """
        drive, drive worker, drive team, drive case, drive project, drive service, drive pilot,
        case manager, case management, service manager, practice adviser, practice advisor,
        perpetrator worker, perpetrator service, perpetrator team, perpetrator programme,
        panel, programme, program, contact strategy, contact strategies, behaviour change,
        behavior change, disrupt*, safelives, safe lives, social finance, respect accredit*,
        worker who sees him, worker who works with him, his worker, his case worker,
        his caseworker, one to one sessions with him, works with him, work with him,
        working with him, worked with him
        """.split(",")
    ),
    RemovedKind.ARM: tuple(
        phrase.strip()
        for phrase in """
        intervention, control group, control arm, control case, control client, control side,
        control condition, control sample, control site, control woman, control women,
        control perpetrator, comparison group, comparison arm, treatment group, treatment arm,
        treatment as usual, support as usual, usual support, business as usual, both arms,
        either arm, trial arm, study arm, trial, pilot, study, research*, evaluat*, random*,
        allocat*, adjudicat*, drawn to, drawn for, the draw, lottery, not selected, was selected
        """.split(",")
    ),
    RemovedKind.TIME_POINT: tuple(
        phrase.strip()
        for phrase in """
        intake, exit, exited, review, follow up, followed up, following up, baseline, closure,
        case closed, case is closed, case was closed, closing, close the case, closed the case,
        case opened, opened the case, still open, end of support, start of support,
        beginning of support, support began, support begins, support started, support starts,
        support ended, support ends, initial, initially, discharge*, sign off, signed off,
        this form, insights form, at the outset, newly referred, new referral
        """.split(",")
    ),
}
"""By kind: what is taken out wherever it stands."""

_ORDER = "first|second|third|fourth|fifth|sixth|last|final|previous|earlier|next|initial|latest"
_OCCASION = (
    "form|meeting|appointment|session|visit|call|contact|assessment|interview|report|time we|"
    "time i|marac|conversation"
)
_IN_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred|dozen"
)
_MANY = rf"(?:\d+(?:[.,]\d+)?|(?:{_IN_WORDS})(?:[\s-]+(?:{_IN_WORDS}))?)"
_SOME = "several|some|few|couple|half|many|recent|coming|past|last|next|previous|following|first"
_UNIT = r"(?:days?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?|quarters?)"
_AFTER = "ago|later|earlier|since|before|after|afterwards|on from"
_MONTH = (
    "january|february|april|june|july|august|september|october|november|december|"
    "jan|feb|apr|jun|jul|aug|sept|oct|nov|dec"
)
_TH = r"\d{1,2}(?:st|nd|rd|th)?"

PATTERNS: dict[RemovedKind, tuple[str, ...]] = {
    RemovedKind.ARM: (
        # The word for an arm, and not what he has over her.
        r"(?-i:\bCONTROLS?\b)",
        r"\b(?:a|as|is|was|are|were)\s+(?:a\s+)?controls?\b(?!\s+(?:over|of|freak|issue))(?=\s*[.,;:!?)]|\s*$|\s+(?:and|but|so)\b)",
    ),
    RemovedKind.TIME_POINT: (
        rf"\b(?:{_ORDER})\s+(?:{_OCCASION})s?\b",
        rf"\b{_UNIT}[\s-]*{_MANY}\b",
    ),
    RemovedKind.TIME: (
        r"\b\d{1,4}\s?[./–-]\s?\d{1,2}\s?[./–-]\s?\d{1,4}\b",
        r"\b\d{1,2}\s?/\s?\d{2,4}\b",
        rf"\b(?:{_TH}\s+(?:of\s+)?)?(?:{_MONTH})\b(?:\.?\s+{_TH}\b)?(?:,?\s+\d{{4}}\b)?",
        rf"\b{_TH}\s+(?:of\s+)?(?:may|march|mar|sep)\b(?:,?\s+\d{{4}}\b)?",
        r"(?-i:\b(?:May|MAY|March|MARCH|Mar|Sep)\b)(?:\s+\d{1,4}\b)?",
        r"\b(?:in|since|until|till|by|from|of|last|next|this|late|early|mid|during)[\s-]+(?:may|march)\b",
        r"\b\d{1,2}(?:st|nd|rd|th)\b",
        r"\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b",
        rf"\b{_MANY}(?:\s*(?:or|to|and|-|–)\s*{_MANY})?(?:\s+(?:{_SOME}))?[\s-]*(?:{_UNIT})\b(?:\s+(?:{_AFTER}))?",
        rf"\b(?:a\s+)?(?:{_SOME})(?:\s+(?:of|a|an|{_SOME}|{_MANY}))*\s+{_UNIT}\b(?:\s+(?:{_AFTER}))?",
        rf"\b(?:a|an|the|this)\s+{_UNIT}\s+(?:or\s+(?:so|two)\s+)?(?:{_AFTER})\b",
        rf"\b{_UNIT}\s+(?:{_AFTER}|into|in|on)\b",
        r"\bthis\s+(?:week|month|year|quarter)\b",
        r"\b(?:christmas|xmas|easter|new\s+year|bank\s+holiday|half[\s-]term|ramadan|eid|diwali|spring|summer|autumn|winter)\b",
    ),
    RemovedKind.CONTACT: (
        r"\b[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+",
        r"\b(?:https?://|www\.)\S+",
        r"(?<!\w)(?:\+?\d[\s().-]{0,2}){7,}(?!\w)",
        r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b",
        r"(?-i:\b\d+\w?\s+(?:[A-Z]\w+\s+){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Close|Court|Crescent|Terrace|Place|Square|Gardens|Way)\b)",
    ),
    RemovedKind.NAME: (
        r"(?-i:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|PC|DC|DS|DI|WPC|PCSO|Sgt|Rev|Cllr)\b\.?\s+(?:[A-Z][\w'’-]+)(?:\s+[A-Z][\w'’-]+)?)",
    ),
    RemovedKind.PLACE: (r"(?-i:\b[A-Z]{2,5}-\d{3,5}\b)",),
}
"""By kind: what has no fixed words, such as days and lengths of time."""

_BETWEEN = r"[\s_/–—-]{0,3}"
_STARTS, _ENDS = r"(?<![^\W_])", r"(?:['’]?s['’]?)?(?![^\W_])"


def phrase_pattern(phrase: str) -> str:
    """Return the expression that finds a phrase however it is written."""
    stem = phrase.rstrip("*")
    words = _BETWEEN.join(re.escape(word) for word in re.split(r"[\s-]+", stem.strip()))
    return _STARTS + words + (r"\w*" if phrase.endswith("*") else _ENDS)


def together(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Return one expression for many phrases, the longest first; None for none."""
    longest_first = sorted({each for each in phrases if each.strip("* ")}, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile("|".join(map(phrase_pattern, longest_first)), re.IGNORECASE)


def expressions() -> Iterator[tuple[RemovedKind, re.Pattern[str]]]:
    """Give each expression with its kind."""
    for kind, phrases in PHRASES.items():
        for phrase in phrases:
            # Each by itself: of two that overlap, one expression for all would find one alone.
            yield kind, re.compile(phrase_pattern(phrase), re.IGNORECASE)
    for kind, patterns in PATTERNS.items():
        for pattern in patterns:
            yield kind, re.compile(pattern, re.IGNORECASE)


EXPRESSIONS = tuple(expressions())
