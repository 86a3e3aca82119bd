"""Notes are added to, never changed; what came from the victim-survivor lies sealed."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import ActivityCode, Channel, Intent, WorkMode
from drive.web.audit.models import Event
from drive.web.casework import actions, rules
from drive.web.casework.exceptions import ImpossibleDay, NothingToRecord
from drive.web.casework.models import ActivityTag, CaseNote
from drive.web.casework.queries import notes_on, text_of
from tests.cast import NOW, Cast
from tests.factories.casework import case_at, note_on

pytestmark = pytest.mark.django_db

DISRUPTION = actions.Activity(
    code=ActivityCode.DISRUPTION, mode=WorkMode.INDIRECT, intent=Intent.DISRUPT
)


def test_a_note_keeps_who_when_and_what_was_done(cast: Cast) -> None:
    case = case_at(cast)
    note = note_on(cast, case, activities=[DISRUPTION], minutes=12)
    assert (note.recorded_by, note.recorded_at, note.minutes) == (cast.case_manager, NOW, 12)
    tag = note.tags.get()
    assert (tag.activity, tag.mode, tag.intent) == ("disruption", "indirect", "disrupt")
    event = Event.objects.get(action="casework.add_note")
    assert event.object_ids == [str(case.pk), str(note.pk)]


@pytest.mark.parametrize(
    ("informant", "sealed"),
    [
        (InformationSource.VICTIM_SURVIVOR, True),
        (InformationSource.IDVA, True),
        (InformationSource.POLICE, False),
        (None, False),
    ],
)
def test_what_the_victim_survivor_told_lies_sealed(
    cast: Cast, informant: InformationSource | None, sealed: bool
) -> None:
    note = note_on(cast, case_at(cast), "he waits outside the school", informant=informant)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text, sealed_text FROM casework_casenote")
        text, sealed_text = cursor.fetchone()
    assert ("school" in text) is not sealed
    assert "school" not in sealed_text
    assert text_of(CaseNote.objects.get(pk=note.pk)) == "he waits outside the school"


def test_an_addition_stands_under_its_note_which_stays_as_it_was(cast: Cast) -> None:
    case = case_at(cast)
    note = note_on(cast, case, "On Tuesday.", informant=InformationSource.IDVA)
    added = actions.add_note(
        case=case,
        note=actions.NewNote(
            happened_on=date(2017, 6, 2), channel=Channel.TELEPHONE, text="On Wednesday."
        ),
        corrects=note,
        by=cast.case_manager,
        now=NOW,
    )
    assert added.text == "", "an addition to a sealed note is sealed too"
    assert text_of(added) == "On Wednesday."
    assert list(notes_on(case, cast.case_manager)) == [note]
    assert list(note.corrections.all()) == [added]
    assert text_of(CaseNote.objects.get(pk=note.pk)) == "On Tuesday."


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("  ", "Write what happened"), ("x" * (rules.LONGEST_NOTE + 1), "12,000 characters")],
)
def test_an_empty_note_and_one_too_long_are_refused(cast: Cast, text: str, refusal: str) -> None:
    case = case_at(cast)
    with pytest.raises(NothingToRecord, match=refusal):
        note_on(cast, case, text)
    assert not CaseNote.objects.exists()


def test_a_note_is_not_dated_in_the_future(cast: Cast) -> None:
    case = case_at(cast)
    note = actions.NewNote(happened_on=date(2017, 7, 1), channel=Channel.EMAIL, text="Tomorrow")
    with pytest.raises(ImpossibleDay):
        actions.add_note(case=case, note=note, by=cast.case_manager, now=NOW)


def test_many_notes_are_one_event_and_keep_their_keys(cast: Cast) -> None:
    case, key = case_at(cast), uuid4()
    tagged = actions.Activity(code=ActivityCode.MEETING, mode=WorkMode.INDIRECT, key=key)
    notes = [
        actions.NewNote(
            happened_on=date(2017, 5, day), channel=Channel.MEETING, activities=[tagged]
        )
        if day == 1
        else actions.NewNote(happened_on=date(2017, 5, day), channel=Channel.EMAIL, text="Sent")
        for day in (1, 2, 3)
    ]
    made = actions.add_notes(case=case, notes=notes, by=cast.case_manager, now=NOW)
    assert [note.happened_on.day for note in made] == [1, 2, 3]
    assert ActivityTag.objects.get().pk == key
    assert Event.objects.filter(action__startswith="casework.add_note").count() == 1


def test_only_those_of_the_case_read_its_notes(cast: Cast) -> None:
    case = case_at(cast)
    note_on(cast, case)
    for name in ("other_case_manager", "west_sussex_case_manager", "idva", "allocator"):
        assert not notes_on(case, cast.users[name]).exists(), name
