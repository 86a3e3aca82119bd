"""Words that blame a victim-survivor, and what could stand in their place.

"Victim failed to engage" and the like were met in case notes of the first year, seldom but in
some (Year-1 report, lines 2058-2060). What is found here is never refused: whoever writes is
shown the sentence and another way to say it, and decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HER = (
    r"(?:alleged\s+)?(?:victims?|survivors?|v/?s|she|mother|mum|mam|wife|girlfriend|"
    r"(?:ex[\s-]?)?partner|complainant)"
)
_NEAR = r"\b" + _HER + r"(?:[’']s)?\b(?:[^\w.!?\n]+(?!(?:he|his|su)\b)\w+){0,4}?[^\w.!?\n]+"
"""She, and at most four words to what is said of her, in one sentence and none of them him."""

_AROUND = 160
"""How much of a sentence is shown on either side."""


@dataclass(frozen=True)
class Phrase:
    """Words to consider: where they stand, and what could stand there instead."""

    name: str
    pattern: re.Pattern[str]
    instead: str


@dataclass(frozen=True)
class Consider:
    """A sentence in which words may blame a victim-survivor.

    Parameters
    ----------
    name : str
        Of the phrase that was found.
    before, words, after : str
        The sentence in three parts, the words to consider in the middle.
    instead : str
        Another way to say it.
    """

    name: str
    before: str
    words: str
    after: str
    instead: str


def _phrase(name: str, pattern: str, instead: str, *, of_her: bool = False) -> Phrase:
    """Make a phrase; `of_her` finds it only where it is said of a victim-survivor."""
    whole = rf"{_NEAR}({pattern})\b" if of_her else rf"\b({pattern})\b"
    return Phrase(name, re.compile(whole, re.IGNORECASE), instead)


_REACH = (
    "Say what was offered and how: “has not yet been reached”, “support was not offered in a way "
    "that she could take up”."
)
_HIS_DOING = "Say what he did: he is answerable for it."

PHRASES: tuple[Phrase, ...] = (
    _phrase(
        "failed to engage",
        r"fail(?:ed|s|ing|ure)?\s+to\s+(?:engage|co-?operate|attend|respond|return|keep)",
        _REACH,
        of_her=True,
    ),
    _phrase(
        "not engaging",
        r"(?:(?:is|was|does|did|has|had|will|would)\s*(?:n[’']t|not)|not|never)\s+"
        r"(?:been\s+)?(?:engag\w+|co-?operat\w+)",
        _REACH,
        of_her=True,
    ),
    _phrase(
        "refused to",
        r"refus(?:ed|es|ing|al)",
        "Say what she decided and, if it is known, why: “decided not to ... because it was not "
        "safe”.",
        of_her=True,
    ),
    _phrase(
        "non-compliant",
        r"(?:non-?\s?complian(?:t|ce)|un-?co-?operative|hostile|difficult|demanding|manipulative|"
        r"attention[\s-]seeking|hysterical|neurotic)",
        "Say what happened, not what she is like: fear and exhaustion can look like this.",
        of_her=True,
    ),
    _phrase(
        "alleged victim",
        r"(?:alleged|so-called|supposed)\s+(?:victim|survivor|abuse)s?",
        "“Victim-survivor”; or say who reports what: “she says that he ...”.",
    ),
    _phrase(
        "claims",
        r"claim(?:s|ed|ing)|alleg(?:es|ed|ing)|admits",
        "“Says” or “told us”, as of anybody else.",
        of_her=True,
    ),
    _phrase(
        "toxic relationship",
        r"(?:toxic|volatile|stormy|tempestuous|turbulent|dysfunctional|abusive|fiery)\s+"
        r"(?:relationship|couple|marriage|partnership)s?",
        "A relationship does not abuse: say what he does to her.",
    ),
    _phrase(
        "as bad as each other",
        r"as\s+bad\s+as\s+each\s+other|mutual(?:ly)?\s+(?:abus\w+|violen\w+)|six\s+of\s+one|"
        r"both\s+parties\s+are\s+(?:to\s+blame|violent|abusive)|it\s+takes\s+two",
        "Say who did what to whom, and who was afraid.",
    ),
    _phrase(
        "provoked",
        r"provok(?:ed|es|ing)|wound?\s+him\s+up|winds\s+him\s+up|goad(?:ed|s|ing)|antagoni[sz]\w+|"
        r"egged\s+him\s+on|dr(?:ove|ives|iven)\s+him\s+to|pushed\s+him\s+to",
        _HIS_DOING,
        of_her=True,
    ),
    _phrase(
        "chose to stay",
        r"(?:cho(?:se|oses|osing|sen)|decid(?:ed|es)|insists?\s+on|prefer(?:s|red))\s+(?:to\s+)?"
        r"(?:stay\w*|remain\w*|return\w*|go(?:ing)?\s+back)|keeps?\s+(?:on\s+)?(?:going\s+back|"
        r"returning|taking\s+him\s+back)|took\s+him\s+back|takes\s+him\s+back",
        "Say what holds her there, as far as it is known: fear, money, housing, children, hope.",
        of_her=True,
    ),
    _phrase(
        "put herself at risk",
        r"put(?:s|ting)?\s+(?:herself|themselves|the\s+child(?:ren)?|her\s+child(?:ren)?)\s+at\s+"
        r"risk|plac(?:ed|es|ing)\s+(?:herself|themselves|the\s+child(?:ren)?|her\s+child(?:ren)?)"
        r"\s+at\s+risk",
        "The risk comes from him: “he put her at risk when ...”.",
    ),
    _phrase(
        "failed to protect",
        r"fail(?:ed|s|ing|ure)?\s+to\s+(?:protect|safeguard)",
        "Say what she did to keep herself and the children safe, and what he did.",
    ),
    _phrase(
        "allowed him",
        r"(?:allow(?:s|ed|ing)|let(?:s|ting)?)\s+him",
        "“He came”, “he went in”: say what he did, and what would have followed had she refused.",
        of_her=True,
    ),
    _phrase(
        "lied",
        r"l(?:ied|ies|ying)\s+(?:about|to)|is\s+lying|was\s+lying|changes\s+her\s+story|"
        r"withdrew\s+(?:her\s+)?(?:complaint|allegations?|statement)",
        "Say what she said and when, and what pressure there may have been to say otherwise.",
        of_her=True,
    ),
    _phrase(
        "only a domestic",
        r"(?:just|only)\s+(?:a|another)\s+domestic|domestic\s+(?:dispute|row|argument|tiff)s?|"
        r"lovers[’']?\s+tiff|lifestyle\s+choice",
        "Name the abuse: what was done, and to whom.",
    ),
)


def words_to_consider(text: str) -> list[Consider]:
    """Return the sentences in which words may blame a victim-survivor, in order, each phrase once.

    Parameters
    ----------
    text : str
        A note or any other text of practice.
    """
    found = sorted(_matches(text), key=lambda pair: pair[1])
    return [_shown(text, phrase, start, end) for phrase, start, end in found]


def _matches(text: str) -> Iterator[tuple[Phrase, int, int]]:
    for phrase in PHRASES:
        match = phrase.pattern.search(text)
        if match:
            yield phrase, match.start(1), match.end(1)


def _shown(text: str, phrase: Phrase, start: int, end: int) -> Consider:
    first = max((text.rfind(mark, 0, start) for mark in ".!?\n"), default=-1) + 1
    ends = [place for mark in ".!?\n" if (place := text.find(mark, end)) >= 0]
    last = min(ends, default=len(text) - 1) + 1
    return Consider(
        name=phrase.name,
        before=text[max(first, start - _AROUND) : start].lstrip(),
        words=text[start:end],
        after=text[end : min(last, end + _AROUND)].rstrip(),
        instead=phrase.instead,
    )
