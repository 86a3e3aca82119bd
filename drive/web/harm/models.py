"""Serious events, what is told of them, the notices to the monitor, and how they are judged."""

from datetime import date
from typing import Any, NoReturn

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.allocation import Arm
from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.harm import Harmed, Relatedness, SeriousEventKind
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, Row, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.allocation.models import Allocation
from drive.web.audit.exceptions import AppendOnly
from drive.web.core.dates import LONDON
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.people.models import Dyad


def _reached(compartment: Compartment, dyad: str) -> Access:
    """Whoever recorded a row reaches it; a service manager what is about her own Drive cases.

    Nobody reaches it through a case: a new row by somebody else would tell an Idva who else works
    with the perpetrator, and so the arm.
    """
    return Access(
        compartment=compartment,
        site=f"{dyad}__perpetrator__site",
        holders=("recorder",),
        subjects=(f"{dyad}__perpetrator__person", f"{dyad}__victim_survivor__person"),
        narrowed={Role.SERVICE_MANAGER: lambda: Q(**{f"{dyad}__perpetrator__in": _in_drive()})},
    )


def _in_drive() -> Any:
    return Allocation.objects.filter(arm=Arm.DRIVE).order_by().values("perpetrator")


class OnlyAddedTo(VisibleQuerySet[Row]):
    """Rows that can be added and read, nothing else."""

    def update(self, **_changes: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnly("The register of serious events is not changed.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnly("Nothing is deleted from the register of serious events.")


class SeriousEvent(Recorded):
    """A report of a serious event, in either arm. The arm is worked out, never kept here.

    A correction is a new row that supersedes; a report made by mistake is taken back by one.
    """

    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=SeriousEventKind.choices())
    harmed = models.CharField(max_length=16, choices=Harmed.choices())
    happened_on = models.DateField(null=True)
    happened_status = models.CharField(max_length=24, choices=ValueStatus.choices())
    known_at = models.DateTimeField()
    reported_as = models.CharField(max_length=20, choices=Role.choices())
    taken_back = models.BooleanField(default=False)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = _reached(Compartment.HARM, "dyad")
    objects = OnlyAddedTo["SeriousEvent"].as_manager()

    class Meta:
        ordering = ["-recorded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(happened_status=ValueStatus.KNOWN, happened_on__isnull=False)
                | ~Q(happened_status=ValueStatus.KNOWN) & Q(happened_on=None),
                name="serious_event_day_if_known",
            ),
            models.CheckConstraint(
                condition=Q(known_at__lte=F("recorded_at")),
                name="serious_event_known_before_recorded",
            ),
            models.CheckConstraint(
                condition=Q(taken_back=False) | Q(supersedes__isnull=False),
                name="serious_event_recorded_before_taken_back",
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")), name="serious_event_does_not_supersede_itself"
            ),
        ]

    @property
    def counted_on(self) -> date:
        """The day on which it counts: when it happened, or else when somebody first knew."""
        return self.happened_on or self.known_at.astimezone(LONDON).date()


class EventAccount(Recorded):
    """What somebody tells of a serious event: sealed, and read by fewer people than the event."""

    event = models.OneToOneField(SeriousEvent, on_delete=models.PROTECT, related_name="account")
    sealed_text = SealedTextField(compartment="harm")

    access = _reached(Compartment.HARM_ACCOUNT, "event__dyad")
    objects = OnlyAddedTo["EventAccount"].as_manager()


class RelatednessJudgement(Recorded):
    """Whether Drive's work or the study may have had a part in it; the latest counts."""

    event = models.ForeignKey(SeriousEvent, on_delete=models.PROTECT, related_name="judgements")
    relatedness = models.CharField(max_length=12, choices=Relatedness.choices())

    access = _reached(Compartment.HARM_ACCOUNT, "event__dyad")
    objects = OnlyAddedTo["RelatednessJudgement"].as_manager()

    class Meta:
        ordering = ["-recorded_at", "pk"]


class MonitorNotice(Recorded):
    """The notice of one row of the register to the independent monitor.

    `given_at` is when it stood before a monitor: at once, where there is one.
    """

    event = models.OneToOneField(SeriousEvent, on_delete=models.PROTECT, related_name="notice")
    due_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = Access(compartment=Compartment.HARM_NOTICES)
    objects = VisibleQuerySet["MonitorNotice"].as_manager()

    class Meta:
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(
                    acknowledged_at__isnull=False,
                    acknowledged_by__isnull=False,
                    given_at__isnull=False,
                ),
                name="monitor_notice_acknowledged_at_and_by_together",
            ),
        ]
