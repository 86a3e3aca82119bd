"""What leaves the system stands in the ledger."""

from uuid import uuid4

import pytest

from drive.web.audit.models import Event, EventKind
from drive.web.outbound.actions import release
from drive.web.outbound.models import Release, ReleaseKind
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def test_a_release_says_who_got_what_and_why(cast: Cast) -> None:
    what = uuid4()
    row = release(
        kind=ReleaseKind.REPORT,
        recipient="Funder",
        purpose="to read",
        objects=[what],
        digest="abc",
        by=cast.evaluator,
        now=NOW,
    )
    row.refresh_from_db()
    assert (row.recipient, row.purpose, row.object_ids, row.digest) == (
        "Funder",
        "to read",
        [str(what)],
        "abc",
    )
    event = Event.objects.get(kind=EventKind.RELEASE)
    assert (event.actor_id, event.object_ids) == (cast.evaluator.pk, [str(row.pk)])


def test_the_ledger_is_the_evaluators_to_read(cast: Cast) -> None:
    release(
        kind=ReleaseKind.REPORT, recipient="Funder", purpose="to read", by=cast.evaluator, now=NOW
    )
    assert Release.objects.visible_to(cast.evaluator).exists()
    assert not Release.objects.visible_to(cast.case_manager).exists()
