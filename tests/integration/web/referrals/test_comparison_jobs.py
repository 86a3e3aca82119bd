"""When people are compared: after a list, at night, one comparison at a time."""

from datetime import datetime, timedelta

import pytest

from drive.vocabulary.identity import LinkageRunKind
from drive.vocabulary.jobs import RunState
from drive.web.people.actions import ask_for_run, begin_run, note_run_failed
from drive.web.people.models import LinkageRun, MatchCandidate, Person
from drive.web.referrals import jobs
from drive.web.referrals.actions import compare, runs_due
from tests.cast import NOW, Cast
from tests.factories.people import BORN, Docket, Typed

pytestmark = pytest.mark.django_db

NEW, NIGHTLY = LinkageRunKind.NEW, LinkageRunKind.NIGHTLY
MIDNIGHT = datetime.fromisoformat("2017-06-30T23:30:00+00:00")
"""Half past midnight in London."""


def test_several_requests_are_one_comparison(cast: Cast) -> None:
    first = ask_for_run(kind=NEW, by=cast.allocator, now=NOW)
    assert first is not None
    assert ask_for_run(kind=NEW, by=cast.coordinator, now=NOW) is None
    assert ask_for_run(kind=NIGHTLY, by=cast.allocator, now=NOW) is not None


def test_a_comparison_waits_while_another_goes(cast: Cast) -> None:
    first = ask_for_run(kind=NEW, by=cast.allocator, now=NOW)
    assert first is not None
    assert begin_run(run=first, now=NOW)
    second = ask_for_run(kind=NEW, by=cast.allocator, now=NOW)
    assert second is not None
    assert compare(run=second, by=cast.allocator, now=NOW).state == RunState.WAITING
    assert begin_run(run=first, now=NOW), "one that was killed goes on"
    later = NOW + timedelta(hours=7)
    assert begin_run(run=second, now=later), "one that was lost holds nobody up"


def test_the_one_that_waited_is_done_after_the_other(cast: Cast) -> None:
    first = ask_for_run(kind=NEW, by=cast.allocator, now=NOW)
    second = ask_for_run(kind=NIGHTLY, by=cast.allocator, now=NOW)
    assert first
    assert second
    jobs.compare_people.enqueue(run_id=str(first.pk))
    assert set(LinkageRun.objects.values_list("state", flat=True)) == {RunState.DONE}


def test_a_comparison_that_fails_says_so_and_leaves_everybody_waiting(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    Docket(cast).he()

    def fails(**_about: object) -> None:
        raise RuntimeError("a name stands in this text")

    run = ask_for_run(kind=NEW, by=cast.allocator, now=NOW)
    assert run is not None
    with monkeypatch.context() as patch:
        patch.setattr("drive.web.referrals.actions.compare", fails)
        jobs.compare_people.enqueue(run_id=str(run.pk))
    run.refresh_from_db()
    assert run.state == RunState.FAILED
    assert "went wrong" in run.message
    assert "a name" not in run.message
    assert Person.objects.filter(compared_at=None).count() == 2


def test_a_comparison_that_was_killed_goes_on_where_it_stopped(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    docket = Docket(cast)
    docket.he()
    docket.he(Typed("Tobyas", "Wetherall", BORN))
    run = ask_for_run(kind=NEW, by=cast.allocator, now=docket.moment)
    assert run is not None
    with monkeypatch.context() as patch:
        patch.setattr("drive.web.people.actions.comparing._note_compared", _is_killed)
        with pytest.raises(KeyboardInterrupt):
            compare(run=run, by=cast.allocator, now=docket.moment)
    assert MatchCandidate.objects.count() == 1
    done = compare(run=LinkageRun.objects.get(), by=cast.allocator, now=docket.moment)
    assert done.state == RunState.DONE
    assert MatchCandidate.objects.count() == 1
    assert not Person.objects.filter(compared_at=None).exists()


def _is_killed(*_about: object, **_more: object) -> None:
    raise KeyboardInterrupt


def test_the_night_comes_once_a_day_after_two(cast: Cast) -> None:
    by = cast.allocator
    assert runs_due(by=by, now=NOW) == [], "where nobody is on record nobody is compared"
    docket = Docket(cast)
    docket.he()
    docket.compared()
    assert runs_due(by=by, now=MIDNIGHT) == []
    (run,) = runs_due(by=by, now=NOW)
    assert run.kind == NIGHTLY
    compare(run=run, by=by, now=NOW)
    assert runs_due(by=by, now=NOW + timedelta(hours=5)) == []
    assert len(runs_due(by=by, now=NOW + timedelta(days=1))) == 1


def test_one_that_waits_where_nobody_took_it_up_is_begun_within_the_hour(cast: Cast) -> None:
    run = ask_for_run(kind=NEW, by=cast.allocator, now=NOW)
    assert runs_due(by=cast.allocator, now=NOW) == []
    assert runs_due(by=cast.allocator, now=NOW + timedelta(hours=1)) == [run]


def test_whoever_was_left_uncompared_is_compared_within_the_hour(cast: Cast) -> None:
    docket = Docket(cast)
    docket.he()
    run = ask_for_run(kind=NEW, by=cast.allocator, now=NOW)
    assert run is not None
    note_run_failed(run=run, words="It stopped.", by=cast.allocator, now=NOW)
    jobs.compare_what_is_due(MIDNIGHT)
    assert not Person.objects.filter(compared_at=None).exists()
