"""Nothing that tells who, where, when or which arm survives; what the abuse was does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.adjudication import RemovedKind
from drive.vocabulary.vault import ProtectedKind
from drive.web.adjudication.rules.redaction import MARK, Redactor, take_out
from drive.web.adjudication.rules.terms import PHRASES
from drive.web.outbound.rules.scanner import Protected, Scanner
from tests.unit.web.outbound.formats import FORMATS
from tests.unit.web.outbound.personas import personas, protected_of

ORDINARY = (
    "He twisted her arm behind her back and held her by the throat. ",
    "She said that he reads her messages each evening and controls every penny. ",
    "His coercive control got worse: he waits at the school gate twice a week.\n",
    "The police came at three in the morning; she was in hospital overnight. ",
    "He threatened to kill himself if she left. She is very afraid of him.\n\n",
)
REDACTOR = Redactor()
pieces = st.lists(st.sampled_from(ORDINARY), max_size=4).map("".join)
between = st.sampled_from([" ", "  ", "-", "\n", " - "])
cases = st.sampled_from([str, str.upper, str.lower, str.title, str.capitalize])
endings = st.sampled_from(["", "s", "'s", "’s", ".", ",", "!"])
ALL_PHRASES = sorted(phrase for phrases in PHRASES.values() for phrase in phrases)


@st.composite
def spellings(take: st.DrawFn) -> tuple[str, str]:
    """Return a phrase, and how somebody wrote it."""
    phrase, case = take(st.sampled_from(ALL_PHRASES)), take(cases)
    written = case(phrase.rstrip("*")).replace(" ", take(between))
    return phrase, written + take(endings)


@given(spellings(), pieces, pieces)
def test_no_term_survives(spelling: tuple[str, str], before: str, after: str) -> None:
    phrase, written = spelling
    found = REDACTOR.redact(f"{before}{written} {after}")
    assert found.is_clean
    words = [word for word in re.split(r"\W+", phrase.rstrip("*")) if word]
    left = r"[\s_/–—-]{0,3}".join(map(re.escape, words))
    assert not re.search(rf"(?<![^\W_]){left}(?![^\W_])", found.text, re.IGNORECASE)
    assert REDACTOR.found_in(found.text) == []


@pytest.mark.parametrize(
    "when",
    [
        "12 June 2017", "12th of June", "June 12, 2017", "12/06/2017", "12.6.17", "2017-06-12",
        "June", "in May", "May 2017", "3rd March", "early march", "the 12th", "2016", "2016/17",
        "3 months ago", "three months later", "six weeks after", "10 weeks", "ten-week",
        "twenty-one days", "a month ago", "two or three months", "the past three months",
        "last month", "a couple of weeks ago", "month 3", "week ten", "Christmas", "this month",
        "over the last few weeks", "half a year", "weeks ago", "several months since", "6 mths",
        "the first meeting", "our last call", "at her second appointment",
    ],
)  # fmt: skip
def test_no_day_and_no_length_of_time_survives(when: str) -> None:
    found = REDACTOR.redact(f"He broke her rib {when}. She is afraid.")
    told = [word for word in re.findall(r"[A-Za-z]{3,}|\d+", when) if word not in KEPT]
    assert [word for word in told if re.search(rf"\b{word}\b", found.text)] == []
    assert "He broke her rib" in found.text
    assert "She is afraid." in found.text


KEPT = {"the", "early", "over", "our", "her", "half", "past"}


@pytest.mark.parametrize("sentence", ORDINARY)
def test_what_was_done_to_her_stays(sentence: str) -> None:
    assert REDACTOR.redact(sentence).text == sentence


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She is a control.", RemovedKind.ARM),
        ("as CONTROL", RemovedKind.ARM),
        ("the control group", RemovedKind.ARM),
        ("Ring 01632 960 001", RemovedKind.CONTACT),
        ("a.b@example.org", RemovedKind.CONTACT),
        ("at CM1 1AA", RemovedKind.CONTACT),
        ("12 Acacia Avenue", RemovedKind.CONTACT),
        ("DC Smithson rang", RemovedKind.NAME),
        ("see IES-0004", RemovedKind.PLACE),
        ("the Drive worker told him", RemovedKind.DRIVE),
        ("at exit", RemovedKind.TIME_POINT),
    ],
)
def test_it_is_taken_out_and_counted_by_kind(text: str, kind: RemovedKind) -> None:
    found = REDACTOR.redact(text)
    assert found.removed == {kind: 1}
    assert MARK in found.text


@pytest.mark.parametrize("persona", personas()[:6], ids=lambda each: each[ProtectedKind.NAME])
def test_no_protected_string_survives_however_it_is_written(
    persona: dict[ProtectedKind, str],
) -> None:
    protected = protected_of(persona)
    redactor, scanner = Redactor(protected), Scanner(protected)
    for each in protected:
        for written in (each.text, *FORMATS[each.kind](each.text)):
            text = f"He hit her again. He knows of {written} now. She is afraid."
            found = redactor.redact(text)
            assert found.is_clean
            assert scanner.scan(found.text) == []
            assert found.text.startswith("He hit her again.")


def test_names_of_staff_and_of_places_are_taken_out() -> None:
    redactor = Redactor(
        [Protected(ProtectedKind.NAME, "Jo Fernsby-Cole")],
        names=["Mabel Thistlewood"],
        places=["South Wales", "Gwent Women’s Service", "SW-0007"],
    )
    text = "Thistlewood rang; jo fernsby was in south wales, SW-0007, with Gwent Women's Service."
    found = redactor.redact(text.replace("Women's", "Women’s"))
    for word in ("thistlewood", "fernsby", "wales", "0007", "gwent"):
        assert word not in found.text.lower()
    assert found.is_clean


def test_marks_beside_one_another_become_one() -> None:
    assert REDACTOR.redact("Drive, case manager, panel.").text == f"{MARK}."


def test_by_hand_whole_passages_are_taken_out_and_nothing_else() -> None:
    text = "She works at the\nbakery by the river. He waits at the Bakery."
    assert take_out(text, ["bakery by the river", "bakery", "the mill"]) == (
        f"She works at the\n{MARK}. He waits at the {MARK}.",
        2,
        ["the mill"],
    )
    assert take_out(text, ["the bakery"])[1] == 2


def test_what_cannot_be_cleaned_is_not_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were a round of taking out ever to fail, the text would be shown to nobody."""
    monkeypatch.setattr("drive.web.adjudication.rules.redaction._ROUNDS", 0)
    assert not REDACTOR.redact("The Drive worker came.").is_clean
