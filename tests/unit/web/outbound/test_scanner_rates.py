"""How much the scanner catches of what is mutated, and how often it cries wolf."""

from __future__ import annotations

from collections import Counter

import pytest

from drive.vocabulary.vault import ProtectedKind as Kind
from drive.web.outbound.rules.scanner import Protected, Scanner
from tests.unit.web.outbound.mutations import EVERYWHERE, chance, mutated
from tests.unit.web.outbound.ordinary import ordinary_sentences
from tests.unit.web.outbound.personas import personas, protected_of

LEAST_CAUGHT = 0.99
LEAST_CAUGHT_TWICE_MUTATED = 0.97
MOST_FALSE_ALARMS = 0.01
SENTENCES = 1_200
_AROUND = (
    "We wrote to {} last week.",
    "He was told that {} is where it happened",
    "Dear Gareth,\n{}\nYours",
    "see also {}, and ring on 12 June 2017.",
)


@pytest.mark.parametrize("kind", list(Kind))
def test_mutations_are_caught(kind: Kind) -> None:
    rng = chance(f"{kind} once")
    tried, missed = 0, Counter[str]()
    for text in (persona[kind] for persona in personas()):
        scanner = Scanner([Protected(kind, text)])
        for change, written in mutated(kind, text, rng):
            tried += 1
            if not scanner.scan(rng.choice(_AROUND).format(written)):
                missed[f"{change}: {written!r}"] += 1
    assert tried > 200
    assert 1 - missed.total() / tried >= LEAST_CAUGHT, missed


def test_strings_mutated_twice_are_caught_nearly_as_often() -> None:
    rng = chance("twice")
    tried, missed = 0, Counter[str]()
    for persona in personas():
        for kind, text in persona.items():
            scanner = Scanner([Protected(kind, text)])
            for _, written in list(mutated(kind, text, rng))[:12]:
                again = rng.choice(EVERYWHERE)(written, rng) if "<" not in written else written
                tried += 1
                if again and not scanner.scan(rng.choice(_AROUND).format(again)):
                    missed[again] += 1
    assert tried > 1_000
    assert 1 - missed.total() / tried >= LEAST_CAUGHT_TWICE_MUTATED, missed


def test_ordinary_text_passes() -> None:
    """All that is protected of all personas at once, which is far more than one case has."""
    rng = chance("ordinary")
    scanner = Scanner([each for persona in personas() for each in protected_of(persona)])
    sentences = ordinary_sentences(SENTENCES, rng)
    flagged = {text: hits for text in sentences if (hits := scanner.scan(text))}
    # The mutated telephones of twelve people lie close in the range that is kept for fiction.
    assert len(flagged) / len(sentences) <= MOST_FALSE_ALARMS, flagged


def test_the_ordinary_text_holds_nothing_protected() -> None:
    rng = chance("ordinary")
    text = "\n".join(ordinary_sentences(SENTENCES, rng)).lower()
    for persona in personas():
        for kind in (Kind.NAME, Kind.POSTCODE, Kind.EMAIL, Kind.PLATE, Kind.TELEPHONE):
            assert persona[kind].lower() not in text
