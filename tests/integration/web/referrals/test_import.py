"""A list is read, checked, corrected, confirmed: a row becomes a hearing whole, or not at all."""

import base64
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from drive.vocabulary.answers import ValueStatus
from drive.web.accounts.actions import keep_out
from drive.web.audit.models import Event
from drive.web.referrals import actions
from drive.web.referrals.exceptions import BatchIsPast, RowNotReady, UnreadableFile
from drive.web.referrals.models import CoreAnswer, ImportBatch, ImportRow, MaracHearing
from drive.web.referrals.queries import cells_of, problems_of, row_counts
from drive.web.referrals.rules.states import BatchState, RowState, SetAsideReason
from tests.cast import NOW, Cast
from tests.factories.lists import as_csv, as_workbook, row

pytestmark = pytest.mark.django_db

TODAY = date(2017, 6, 30)


def taken_in(cast: Cast, content: bytes, name: str = "list.csv") -> ImportBatch:
    """Import a list as the co-ordinator does, and let it be read."""
    batch = actions.import_list(
        marac=cast.essex_marac,
        file_name=name,
        content=content,
        today=TODAY,
        by=cast.coordinator,
        now=NOW,
    )
    return actions.read_batch(batch=batch, by=cast.coordinator, now=NOW, today=TODAY)


def list_of(cast: Cast, rows: Sequence[dict[str, str]]) -> ImportBatch:
    return taken_in(cast, as_csv(rows))


def confirmed(cast: Cast, batch: ImportBatch) -> ImportBatch:
    return actions.confirm_batch(batch=batch, by=cast.coordinator, now=NOW, today=TODAY)


def states(batch: ImportBatch) -> list[str]:
    return list(batch.rows.order_by("number").values_list("state", flat=True))


def corrected(cast: Cast, at: ImportRow, **cells: str) -> ImportRow:
    return actions.correct_row(
        row=at, cells=cells_of(at) | cells, by=cast.coordinator, now=NOW, today=TODAY
    )


def test_no_row_is_a_hearing_before_confirmation(cast: Cast) -> None:
    batch = list_of(cast, [row(1), row(2)])

    assert states(batch) == [RowState.READY, RowState.READY]
    assert batch.state == BatchState.WAITING
    assert not MaracHearing.objects.exists()


def test_confirmed_rows_become_hearings_with_their_core_data(cast: Cast) -> None:
    born = {"Perp D.O.B.": "12/05/1980"}
    batch = confirmed(cast, list_of(cast, [row(1) | born, row(2)]))

    assert batch.state == BatchState.CONFIRMED
    assert MaracHearing.objects.count() == 2
    saved = batch.rows.get(number=2).hearing
    assert saved is not None
    answers = {each.question: each for each in CoreAnswer.objects.filter(hearing=saved)}
    assert answers["relationship"].value == "ex_partner"
    assert answers["perpetrator_gender"].value == "man"
    assert answers["number_of_children"].value == "2"
    assert answers["perpetrator_age"].value == "37", "it follows from the birth date"
    assert answers["perpetrator_alcohol"].status == ValueStatus.NOT_ASKED, "no such column"


def test_a_blank_cell_says_nothing_and_never_no(cast: Cast) -> None:
    blank = row(1) | {"No. of children": "", "Relationship": "not known"}
    batch = confirmed(cast, list_of(cast, [blank]))

    answers = CoreAnswer.objects.filter(hearing=batch.rows.get().hearing)
    children = answers.get(question="number_of_children")
    relationship = answers.get(question="relationship")
    assert (children.value, children.status) == ("", ValueStatus.NOT_RECORDED_LEGACY)
    assert (relationship.value, relationship.status) == ("", ValueStatus.ASKED_NOT_KNOWN)


def test_a_workbook_is_read_as_a_text_file_is(cast: Cast) -> None:
    cells: dict[str, object] = {**row(1), "Marac Date": date(2017, 6, 12), "No. of children": 2}
    batch = confirmed(cast, taken_in(cast, as_workbook([cells]), "list.xlsx"))

    assert batch.rows.get().hearing.meeting.held_on == date(2017, 6, 12)


def test_the_upload_and_its_rows_are_sealed(cast: Cast) -> None:
    batch = list_of(cast, [row(1)])

    assert base64.b64encode(b"Perp1").decode()[:6] not in batch.sealed_content
    assert "Perp1" not in batch.rows.get().sealed_cells
    assert cells_of(batch.rows.get())["perpetrator_forename"] == "Perp1"


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "list.csv", "empty"),
        (b"  \n ", "list.csv", "empty"),
        (as_workbook([row(1)]), "list.csv", "not what its name says"),
        (as_csv([row(1)]), "list.xlsx", "not what its name says"),
        (as_workbook([row(1)]), "list.xlsm", "macros"),
        (b"%PDF-1.7 ...", "list.csv", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "list.xls", "old Excel workbook"),
        (b"<html><table></table></html>", "list.csv", "web page"),
        (b"x" * (10 * 1024 * 1024 + 1), "list.csv", "larger than 10 MB"),
        (b"PK\x03\x04 not really", "list.xlsx", "damaged"),
    ],
)
def test_a_file_that_is_no_list_is_refused_and_not_kept(
    cast: Cast, content: bytes, name: str, words: str
) -> None:
    with pytest.raises(UnreadableFile, match=words):
        taken_in(cast, content, name)
    assert not ImportBatch.objects.exists()


def test_a_list_without_a_needed_column_names_it_and_is_not_kept(cast: Cast) -> None:
    batch = taken_in(cast, as_csv([row(1)], ("Marac Date", "Perp First Name", "Perp Surname")))

    assert batch.state == BatchState.UNREADABLE
    assert "“Perpetrator date of birth”" in batch.message
    assert batch.sealed_content == ""


def test_two_headings_for_one_field_are_both_named(cast: Cast) -> None:
    batch = taken_in(cast, as_csv([row(1)], [*row(1), "Date heard"]))

    assert "“Marac Date” and “Date heard” both mean “Hearing date”" in batch.message


def test_a_heading_not_understood_is_shown_and_its_cells_are_not_kept(cast: Cast) -> None:
    batch = list_of(cast, [row(1)])

    assert "“Minute reference”" in batch.notes[0]
    assert "none" not in cells_of(batch.rows.get()).values()


def test_a_row_with_a_problem_waits_while_the_others_are_saved(cast: Cast) -> None:
    batch = list_of(cast, [row(1), row(2, **{"Perp D.O.B.": "31/02/1988"})])
    batch = confirmed(cast, batch)

    assert states(batch) == [RowState.SAVED, RowState.PROBLEM]
    assert batch.state == BatchState.WAITING
    problem = problems_of(batch.rows.get(number=3))[0]
    assert problem.heading == "Perp D.O.B."
    assert "February has no day 31" in problem.words


def test_a_corrected_row_is_confirmed_later(cast: Cast) -> None:
    batch = confirmed(cast, list_of(cast, [row(1), row(2, **{"Perp D.O.B.": "31/02/1988"})]))
    corrected(cast, batch.rows.get(number=3), perpetrator_born_on="28/02/1988")
    batch = confirmed(cast, batch)

    assert states(batch) == [RowState.SAVED, RowState.SAVED]
    assert batch.state == BatchState.CONFIRMED
    assert MaracHearing.objects.count() == 2


def test_a_correction_that_corrects_nothing_is_refused(cast: Cast) -> None:
    batch = list_of(cast, [row(1, Relationship="owner")])
    before = cells_of(batch.rows.get())
    with pytest.raises(RowNotReady, match="Intermittent partner"):
        corrected(cast, batch.rows.get(), relationship="landlord")
    assert cells_of(batch.rows.get()) == before


def test_a_copy_in_the_list_is_set_aside(cast: Cast) -> None:
    batch = list_of(cast, [row(1), row(1)])

    assert states(batch) == [RowState.READY, RowState.SET_ASIDE]
    assert batch.rows.get(number=3).set_aside_reason == SetAsideReason.COPY_IN_LIST


def test_two_rows_that_differ_about_one_hearing_name_one_another(cast: Cast) -> None:
    batch = list_of(cast, [row(1), row(1, Relationship="partner")])

    problem = problems_of(batch.rows.get(number=3))[0]
    assert "Row 2" in problem.words
    assert "“Relationship”" in problem.words


def test_setting_one_of_two_aside_makes_the_other_ready(cast: Cast) -> None:
    batch = list_of(cast, [row(1), row(1, Relationship="partner")])
    first = batch.rows.get(number=2)
    actions.set_row_aside(row=first, by=cast.coordinator, now=NOW, today=TODAY)
    assert states(batch) == [RowState.SET_ASIDE, RowState.READY]

    taken_back = actions.take_row_back(row=first, by=cast.coordinator, now=NOW, today=TODAY)
    assert taken_back.state == RowState.READY
    assert states(batch) == [RowState.READY, RowState.PROBLEM]


def test_a_list_uploaded_twice_records_each_hearing_once(cast: Cast) -> None:
    no_birth = row(2) | {"Victim DOB": "not known"}
    confirmed(cast, list_of(cast, [row(1), no_birth]))
    again = list_of(cast, [row(1), no_birth])

    assert states(again) == [RowState.SET_ASIDE, RowState.SET_ASIDE]
    assert again.rows.first().set_aside_reason == SetAsideReason.ALREADY_HEARD


def test_of_two_lists_that_wait_together_the_second_saves_nothing_twice(cast: Cast) -> None:
    one, other = list_of(cast, [row(1)]), list_of(cast, [row(1), row(2)])
    confirmed(cast, one)
    confirmed(cast, other)

    assert states(other) == [RowState.SET_ASIDE, RowState.SAVED]
    assert MaracHearing.objects.count() == 2


def test_saving_goes_on_where_it_stopped(cast: Cast) -> None:
    batch = list_of(cast, [row(number) for number in range(300)])
    actions.begin_saving(batch=batch, by=cast.coordinator, now=NOW)
    for _ in range(2):
        actions.save_ready_rows(batch=batch, by=cast.coordinator, now=NOW, today=TODAY)

    assert MaracHearing.objects.count() == 300
    assert row_counts(batch)[RowState.SAVED] == 300


def test_a_list_that_is_saved_cannot_be_confirmed_again(cast: Cast) -> None:
    batch = confirmed(cast, list_of(cast, [row(1)]))
    with pytest.raises(BatchIsPast):
        confirmed(cast, batch)


def test_a_list_without_a_ready_row_cannot_be_confirmed(cast: Cast) -> None:
    batch = list_of(cast, [row(1, Relationship="owner")])
    with pytest.raises(RowNotReady):
        confirmed(cast, batch)


def test_a_discarded_list_leaves_nothing_behind(cast: Cast) -> None:
    batch = list_of(cast, [row(1)])
    actions.discard_batch(batch=batch, by=cast.coordinator, now=NOW)

    batch.refresh_from_db()
    assert batch.state == BatchState.DISCARDED
    assert batch.sealed_content == ""
    assert not batch.rows.exists()


def test_after_seven_days_the_content_is_gone_and_the_counts_stay(cast: Cast) -> None:
    batch = confirmed(cast, list_of(cast, [row(1), row(1), row(2, Relationship="owner")]))
    early = actions.purge_expired(today=TODAY + timedelta(days=6), now=NOW)
    erased = actions.purge_expired(today=TODAY + timedelta(days=7), now=NOW)
    again = actions.purge_expired(today=TODAY + timedelta(days=8), now=NOW)

    assert (early, erased, again) == (0, 1, 0)
    batch.refresh_from_db()
    assert (batch.state, batch.sealed_content) == (BatchState.EXPIRED, "")
    assert states(batch) == [RowState.SAVED, RowState.SET_ASIDE]
    assert set(batch.rows.values_list("sealed_cells", flat=True)) == {""}
    assert MaracHearing.objects.count() == 1


def test_each_change_writes_one_event(cast: Cast) -> None:
    confirmed(cast, list_of(cast, [row(1)]))

    written = list(Event.objects.filter(action__startswith="referrals.").order_by("id"))
    assert sorted(event.action for event in written) == [
        "referrals.confirm",
        "referrals.import_list",
        "referrals.read_list",
        "referrals.record_hearing",
    ]


def test_who_is_kept_away_from_a_person_does_not_see_the_saved_row_either(cast: Cast) -> None:
    batch = confirmed(cast, list_of(cast, [row(1), row(2)]))
    saved = ImportRow.objects.get(batch=batch, number=2)
    assert saved.hearing is not None
    keep_out(
        user=cast.coordinator,
        person_id=saved.hearing.dyad.perpetrator.person_id,
        reason="Related to him",
        by=cast.administrator,
        now=NOW,
    )
    seen = ImportRow.objects.visible_to(cast.coordinator).filter(batch=batch)
    assert saved not in seen
    assert seen.count() == 1
    assert ImportRow.objects.visible_to(cast.allocator).filter(pk=saved.pk).exists()
