"""Importing an Insights list: what is proposed, what is kept, what is refused."""

from datetime import date

import pytest
from django.db import connection

from drive.linkage.cleaning import CleaningReason
from drive.web.audit.models import Event, EventKind
from drive.web.cleaning import jobs
from drive.web.cleaning.actions import discard_list, import_list, read_list
from drive.web.cleaning.exceptions import SameFileAgain, UnreadableFile
from drive.web.cleaning.models import (
    CleaningProposal,
    CleaningRun,
    InsightsList,
    InsightsListRow,
)
from drive.web.cleaning.queries.proposals import proposals_of
from drive.web.cleaning.queries.sealed import cells_in, problems_in
from drive.web.cleaning.rules.states import InsightsListState, InsightsRowState
from drive.web.core.jobs import WENT_WRONG
from tests.cast import NOW, Cast
from tests.factories.cleaning import (
    STARTS_ON,
    copy_of,
    read,
    row_of,
    small_list,
    typed,
    uploaded,
)

pytestmark = pytest.mark.django_db


def proposed(insights_list: InsightsList) -> list[tuple[int, str, int | None]]:
    return [
        (each.row.number, each.reason, each.stays_number) for each in proposals_of(insights_list)
    ]


def test_rows_are_proposed_and_nothing_is_decided(cast: Cast) -> None:
    found = read(cast)
    assert found.state == InsightsListState.WAITING
    assert proposed(found) == [
        (1, CleaningReason.EARLY, None),
        (3, CleaningReason.COPY, 2),
        (4, CleaningReason.REPEAT, 2),
    ]
    states = dict(found.rows.values_list("number", "state"))
    assert states == {1: "proposed", 2: "stays", 3: "proposed", 4: "proposed", 5: "stays"}
    run = CleaningRun.objects.get()
    assert (run.starts_on, run.rows_compared, run.recorded_by) == (STARTS_ON, 5, cast.allocator)


def test_each_proposal_says_why_and_how_many_answers_agree(cast: Cast) -> None:
    by_reason = {each.reason: each for each in proposals_of(read(cast))}
    early, copy, repeat = (by_reason[reason.value] for reason in CleaningReason)
    assert early.because == "Heard on 31 March 2016, before the start on 1 April 2016."
    assert early.answers_given is None
    # The day on which support was opened counts among what was entered.
    assert (copy.answers_agree, copy.answers_given) == (11, 11)
    assert (repeat.answers_agree, repeat.answers_given) == (0, 11)


def test_what_is_kept_of_a_row_is_sealed_and_holds_no_answer(cast: Cast) -> None:
    found = read(cast, [typed(7, answers={"Safer": "Much safer canary"})])
    row = row_of(found, 7)
    assert cells_in(row)["perpetrator_forename"] == "Perp7"
    assert "canary" not in str(cells_in(row))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {InsightsListRow._meta.db_table}")  # noqa: S608
        assert not any(name in str(cursor.fetchall()) for name in ("Perp7", "Survivor7", "canary"))


def test_a_date_that_cannot_be_read_is_for_a_person(cast: Cast) -> None:
    row = typed(8, marac_on="31/02/2016")
    found = read(cast, [row, copy_of(row, 9), typed(10)])
    assert found.state == InsightsListState.WAITING
    assert row_of(found, 8).state == InsightsRowState.LOOK
    assert problems_in(row_of(found, 8))[0].heading == "Marac date"
    # It is a copy all the same, and the problem is said there too.
    assert proposed(found) == [(9, CleaningReason.COPY, 8)]
    assert problems_in(row_of(found, 9))


def test_a_clean_list_is_decided_at_once(cast: Cast) -> None:
    assert read(cast, [typed(1), typed(2)]).state == InsightsListState.DECIDED


def test_a_row_of_an_unknown_site_is_kept_without_one(cast: Cast) -> None:
    found = read(cast, [typed(1, site="Kent"), typed(2, site="ESSEX ")])
    assert row_of(found, 1).site is None
    assert row_of(found, 2).site == cast.essex


def test_wrong_headings_keep_nothing_and_name_what_is_wanted(cast: Cast) -> None:
    content = b"Name,Score\nSomebody,7\n"
    found = import_list(
        file_name="scores.csv", content=content, starts_on=STARTS_ON, today=NOW.date(),
        by=cast.allocator, now=NOW,
    )  # fmt: skip
    read_list(insights_list=found, by=cast.allocator, now=NOW)
    assert found.state == InsightsListState.UNREADABLE
    assert found.message.startswith("These columns are missing: “Number”, “Site”, ")
    assert found.sealed_content == ""
    assert not found.rows.exists()


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [(b"", "a.csv", "empty"), (b"%PDF-1.7", "a.csv", "PDF"), (b"a,b", "a.xlsx", "not what")],
)
def test_other_files_are_refused_at_the_door(
    cast: Cast, content: bytes, name: str, words: str
) -> None:
    with pytest.raises(UnreadableFile, match=words):
        import_list(
            file_name=name, content=content, starts_on=STARTS_ON, today=NOW.date(),
            by=cast.allocator, now=NOW,
        )  # fmt: skip
    assert not InsightsList.objects.exists()


def test_the_same_file_again_is_noticed_and_said(cast: Cast) -> None:
    first = read(cast)
    with pytest.raises(SameFileAgain, match="imported on 30 June 2017 at 10:00am by Allocator"):
        uploaded(cast, name="other-name.csv")
    discard_list(insights_list=first, by=cast.allocator, now=NOW)
    assert uploaded(cast).state == InsightsListState.READING


def test_the_same_rows_in_another_file_are_noticed_and_said(cast: Cast) -> None:
    read(cast)
    again = read(cast, [*small_list(), typed(6)])
    (note,) = again.notes
    assert note.startswith("5 of the 6 rows say just what a row of a list imported before says.")


def test_a_list_without_answers_is_compared_and_it_is_said(cast: Cast) -> None:
    row = typed(1, answers={})
    found = read(cast, [row, copy_of(row, 2)])
    assert proposed(found) == [(2, CleaningReason.COPY, 1)]
    assert found.notes[0].startswith("The list has no columns with answers.")


def test_the_job_may_run_twice(cast: Cast) -> None:
    found = uploaded(cast)
    for _ in range(2):
        jobs.read_list.enqueue(list_id=str(found.pk))
    assert InsightsListRow.objects.count() == 5
    assert CleaningProposal.objects.count() == 3
    assert CleaningRun.objects.count() == 1


def test_a_job_that_is_given_up_says_so(cast: Cast) -> None:
    found = uploaded(cast)
    InsightsList.objects.filter(pk=found.pk).update(sealed_content="not sealed")
    jobs.read_list.enqueue(list_id=str(found.pk))
    found.refresh_from_db()
    assert (found.state, found.message) == (
        InsightsListState.UNREADABLE,
        "This sealed text is damaged.",
    )


def test_a_job_that_fails_in_the_program_says_that_nothing_is_lost(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_more: object) -> None:
        raise RuntimeError

    found = uploaded(cast)
    monkeypatch.setattr(jobs.actions, "read_list", fails)
    jobs.read_list.enqueue(list_id=str(found.pk))
    found.refresh_from_db()
    assert (found.state, found.message) == (InsightsListState.UNREADABLE, WENT_WRONG)


def test_each_step_leaves_one_event_without_names(cast: Cast) -> None:
    read(cast)
    events = Event.objects.filter(kind=EventKind.CHANGE, action__startswith="cleaning.")
    assert sorted(events.values_list("action", flat=True)) == [
        "cleaning.import_list",
        "cleaning.read_list",
    ]
    assert "Perp" not in str(list(events.values()))


def test_the_start_that_is_given_is_used(cast: Cast) -> None:
    found = uploaded(cast)
    found.starts_on = date(2016, 3, 1)
    found.save(update_fields=["starts_on"])
    read_list(insights_list=found, by=cast.allocator, now=NOW)
    assert CleaningReason.EARLY not in {reason for _, reason, _ in proposed(found)}
