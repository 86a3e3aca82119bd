"""A row that somebody else saved meanwhile is never written over unseen."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from drive.vocabulary.abuse import Severity
from drive.vocabulary.answers import InformationSource, ValueStatus, YesNo, known, unknown
from drive.web.design_system.forms import AnswerField, RadiosField, TextField, YesNoField
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.recording.presenters.clash import value_in_words
from drive.web.recording.rules import check_seen

AT = datetime(2017, 6, 30, 9, 0, tzinfo=UTC)


@dataclass
class Row:
    text: str = "theirs"
    pk: UUID = field(default_factory=uuid4)
    recorded_by: Any = field(default_factory=lambda: SimpleNamespace(name="Ann"))
    recorded_at: datetime = AT


def theirs(row: Row) -> dict[str, object]:
    return {"text": row.text}


def test_the_first_row_and_the_row_seen_are_no_clash():
    row = Row()
    check_seen(None, None, theirs)
    check_seen(row.pk, row, theirs)


@pytest.mark.parametrize("seen", [None, uuid4()])
def test_another_row_is_a_clash_that_says_whose_it_is(seen: UUID | None):
    row = Row()
    with pytest.raises(ChangedMeanwhile) as clash:
        check_seen(seen, row, theirs)
    assert (clash.value.theirs, clash.value.by_name, clash.value.at) == (
        {"text": "theirs"},
        "Ann",
        AT,
    )
    assert clash.value.stands == row.pk
    assert clash.value.message.startswith("Ann saved this while you were typing.")


PEOPLE = RadiosField(label="Who", choices=[("1", "Ann"), ("2", "Ben")])
USED = AnswerField(RadiosField(choices=YesNo), label="Used")


@pytest.mark.parametrize(
    ("asked", "value", "words"),
    [
        (TextField(label="Text"), "as typed", "as typed"),
        (TextField(label="Text"), "", "Left blank"),
        (None, None, "Left blank"),
        (None, date(2017, 6, 1), "1 June 2017"),
        (None, Severity.HIGH, "High"),
        (None, [Severity.HIGH, Severity.NONE], "High, None"),
        (YesNoField(label="Reached"), False, "No"),
        (PEOPLE, "2", "Ben"),
        (USED, known("yes", source=InformationSource.POLICE), "Yes (Police)"),
        (USED, unknown(ValueStatus.NOT_ASKED), ValueStatus.NOT_ASKED.label),
    ],
)
def test_what_was_typed_and_what_stands_read_alike(asked: Any, value: object, words: str):
    assert value_in_words(asked, value) == words
