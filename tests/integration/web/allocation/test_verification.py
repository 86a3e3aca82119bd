"""Whatever is done to the log, the tables or the lists of a trial is found."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from drive.randomisation import chain
from drive.vocabulary.allocation import Arm, WithdrawalReason
from drive.web.allocation import queries
from drive.web.allocation.actions import close, withdraw
from drive.web.allocation.models import (
    Allocation,
    Batch,
    DesignPeriod,
    DrawRecord,
    DrawUnit,
    EligibilityDecision,
    SealedList,
    Trial,
    Withdrawal,
)
from drive.web.allocation.queries.heads import PUBLISHED
from drive.web.allocation.queries.sealed import log_key_of
from drive.web.audit.exceptions import AppendOnly
from tests.cast import NOW, Cast
from tests.factories.allocation import drawn, lottery, ratio
from tests.factories.referrals import hearing, hearings

pytestmark = pytest.mark.django_db


@pytest.fixture
def trial(cast: Cast) -> Trial:
    """Return a trial with blocks at one site, a lottery at the other, and an exclusion."""
    ratio(cast, control=2)
    lottery(cast, cast.west_sussex)
    hearings(cast, range(8))
    hearing(cast, 20, victim_survivor=30)
    hearing(cast, 21, victim_survivor=30)
    for number in range(40, 45):
        hearing(cast, number, in_west_sussex=True)
    result = drawn(cast)
    hearing(cast, 1, victim_survivor=2)
    drawn(cast)
    drawn(cast, cast.west_sussex, places=2)
    withdraw(
        allocation=result.allocations[0],
        reason=WithdrawalReason.NOT_ELIGIBLE,
        explanation="",
        by=cast.allocator,
        now=NOW,
    )
    return Trial.objects.get()


def problems(trial: Trial, **about: Any) -> list[str]:
    return [words for check in queries.verify_trial(trial, **about) for words in check.problems]


def deleted_from_the_log(*numbers: int) -> None:
    """Delete rows behind the back of the program."""
    with connection.cursor() as cursor:
        for number in numbers:
            cursor.execute("DELETE FROM allocation_drawrecord WHERE number = %s", [number])
            assert cursor.rowcount == 1


def test_what_nobody_touched_agrees(trial: Trial) -> None:
    checks = queries.verify_trial(trial)
    assert [check.problems for check in checks] == [()] * 8
    assert all(check.looked_at for check in checks)
    close(by=trial.recorded_by, now=NOW)
    assert problems(Trial.objects.get()) == []


def logged(kind: str) -> DrawRecord:
    return next(each for each in DrawRecord.objects.all() if each.row["kind"] == kind)


def altered(trial: Trial) -> None:
    record = logged("drawn")
    other = Arm.CONTROL if record.row["arm"] == Arm.DRIVE else Arm.DRIVE
    record.row = record.row | {"arm": str(other)}
    record.save()


def deleted(trial: Trial) -> None:
    deleted_from_the_log(logged("drawn").number)


def inserted(trial: Trial) -> None:
    last = DrawRecord.objects.last()
    assert last is not None
    DrawRecord.objects.create(trial=trial, number=last.number + 1, row=last.row, seal=last.seal)


def reordered(trial: Trial) -> None:
    one, other = [each for each in DrawRecord.objects.all() if each.row["kind"] == "drawn"][:2]
    one.row, other.row = other.row, one.row
    one.save()
    other.save()


def tail_cut(trial: Trial) -> None:
    last = DrawRecord.objects.last()
    assert last is not None
    deleted_from_the_log(last.number)


def seal_forged(trial: Trial) -> None:
    record = logged("drawn")
    record.seal = "0" * 64
    record.save()


def arm_changed(trial: Trial) -> None:
    row = Allocation.objects.filter(arm=Arm.CONTROL, origin="drawn").first()
    assert row is not None
    row.arm = Arm.DRIVE
    row.save()


def unit_changed(trial: Trial) -> None:
    DrawUnit.objects.filter(arm=Arm.CONTROL).update(arm=Arm.DRIVE)


def probability_changed(trial: Trial) -> None:
    DrawUnit.objects.update(p_assignment=0.5)


def allocation_deleted(trial: Trial) -> None:
    made = Allocation.objects.exclude(pk__in=Withdrawal.objects.values("allocation")).first()
    assert made is not None
    made.delete()


def withdrawal_deleted(trial: Trial) -> None:
    assert Withdrawal.objects.all().delete()


def withdrawal_excused(trial: Trial) -> None:
    assert Withdrawal.objects.update(reason=WithdrawalReason.OTHER)


def exclusion_deleted(trial: Trial) -> None:
    EligibilityDecision.objects.filter(outcome="excluded_already_allocated").delete()


def exclusion_turned(trial: Trial) -> None:
    turned = EligibilityDecision.objects.filter(outcome="excluded_already_allocated")
    assert turned.update(outcome="allocated")


def list_swapped(trial: Trial) -> None:
    assert SealedList.objects.filter(places=None).update(seal="f" * 64)


def ratio_changed(trial: Trial) -> None:
    assert DesignPeriod.objects.filter(control_share=2).update(control_share=3)


def size_changed(trial: Trial) -> None:
    SealedList.objects.filter(places=None).update(size=359)


def positions_given_back(trial: Trial) -> None:
    SealedList.objects.filter(places=None).update(used=3)


def commitment_changed(trial: Trial) -> None:
    Trial.objects.update(commitment="a" * 64)


def salt_changed(trial: Trial) -> None:
    record = logged("salted")
    record.row = record.row | {"salt": "another salt"}
    record.save()


TAMPERINGS = [
    altered,
    deleted,
    inserted,
    reordered,
    tail_cut,
    seal_forged,
    arm_changed,
    unit_changed,
    probability_changed,
    allocation_deleted,
    withdrawal_deleted,
    withdrawal_excused,
    exclusion_deleted,
    exclusion_turned,
    list_swapped,
    ratio_changed,
    size_changed,
    positions_given_back,
    commitment_changed,
    salt_changed,
]


def test_whatever_is_tampered_with_is_found(trial: Trial) -> None:
    missed = [tamper.__name__ for tamper in TAMPERINGS if not found_after(tamper, trial)]
    assert missed == []
    assert problems(trial) == []


def found_after(tamper: Callable[[Trial], None], trial: Trial) -> list[str]:
    """Return what is found after a tampering, and undo it."""
    with transaction.atomic():
        tamper(trial)
        found = problems(Trial.objects.get())
        transaction.set_rollback(True)
    return found


def test_every_row_of_the_log_is_missed_when_it_is_taken_out_or_changed(trial: Trial) -> None:
    records = list(DrawRecord.objects.all())
    links = [chain.Link(each.number, each.row, each.seal) for each in records]
    key, heads = log_key_of(trial), queries.heads_of(trial)
    assert chain.check(links, key=key, heads=heads).agrees
    for at, link in enumerate(links):
        assert not chain.check(links[:at] + links[at + 1 :], key=key, heads=heads).agrees
        another = chain.Link(link.number, {**link.row, "at": "another day"}, link.seal)
        swapped = [*links[:at], another, *links[at + 1 :]]
        assert not chain.check(swapped, key=key, heads=heads).agrees


def test_a_tail_cut_in_every_table_is_found_by_the_head_beside_the_database(
    trial: Trial, settings: Any, django_capture_on_commit_callbacks: Any, cast: Cast
) -> None:
    hearings(cast, range(60, 63))
    with django_capture_on_commit_callbacks(execute=True):
        drawn(cast)
    batch = Batch.objects.get(drawn_at__isnull=False, number=Batch.objects.count())
    before = DrawRecord.objects.filter(row__kind="locked").order_by("-number")[0].number
    _undo(batch, before)
    assert any("are left" in words for words in problems(trial))


def _undo(batch: Batch, before: int) -> None:
    """Take a batch out of every table, as if it had never been drawn."""
    Allocation.objects.filter(unit__batch=batch).delete()
    EligibilityDecision.objects.filter(batch=batch).delete()
    used = batch.units.count()
    sealed = batch.units.all()[0].sealed_list
    batch.units.all().delete()
    batch.hearings.all().delete()
    batch.delete()
    sealed.used -= used
    sealed.save()
    deleted_from_the_log(*range(before, 1 + Trial.objects.get().head_number))
    head = DrawRecord.objects.order_by("number").last()
    assert head is not None
    Trial.objects.update(head_number=head.number, head_seal=head.seal)


def test_a_head_that_somebody_wrote_down_counts_too(trial: Trial) -> None:
    last = DrawRecord.objects.last()
    assert last is not None
    assert problems(trial, heads=[chain.Head(last.number, last.seal)]) == []
    assert problems(trial, heads=[chain.Head(last.number + 1, last.seal)])
    assert problems(trial, heads=[chain.Head(last.number, "0" * 64)])


def test_the_log_is_not_changed_or_deleted_by_the_program(trial: Trial) -> None:
    with pytest.raises(AppendOnly):
        DrawRecord.objects.update(number=1)
    with pytest.raises(AppendOnly):
        DrawRecord.objects.all().delete()


def test_heads_are_published_beside_the_database(
    cast: Cast, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ratio(cast)
    lines = (Path(settings.DRIVE_PUBLISHED_DIR) / PUBLISHED).read_text().splitlines()
    assert Trial.objects.get().commitment in lines[-1]
