"""A request to an agency, and its steps: sent, chased, escalated, answered."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.directory import LawfulBasis
from drive.vocabulary.facts import Use
from drive.vocabulary.requests import (
    ActionEffect,
    DisruptionType,
    EscalationLevel,
    RefusalReason,
    RequestKind,
    RequestPurpose,
    RequestStepKind,
    RequestWay,
)
from drive.vocabulary.work import Attribution
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models import DriveCase
from drive.web.casework.models.cases import CASEWORK_ACCESS, casework_access
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.information.models import Fact
from drive.web.organisations.models import Agency, AgencyContact, SharingAgreement
from drive.web.outbound.models import Outgoing


class Request(Recorded):
    """One thing that one agency is asked for about a case. What it says never changes.

    `number` counts the requests of the case, and stands in its reference. `topics` are values of
    `RequestTopic`; `entry` is the key of the breach, child or advocacy in the registers that it
    is about. `instead_of` is a request that nobody answered.
    """

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=RequestKind.choices())
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(
        AgencyContact, null=True, on_delete=models.PROTECT, related_name="+"
    )
    topics = models.JSONField(default=list)
    action = models.CharField(max_length=24, blank=True, choices=DisruptionType.choices())
    purpose = models.CharField(max_length=16, choices=RequestPurpose.choices())
    use = models.CharField(max_length=20, choices=Use.choices())
    basis = models.CharField(max_length=24, choices=LawfulBasis.choices())
    agreement = models.ForeignKey(
        SharingAgreement, null=True, on_delete=models.PROTECT, related_name="+"
    )
    without_agreement = models.CharField(max_length=200, blank=True)
    way = models.CharField(max_length=10, choices=RequestWay.choices())
    answer_days = models.PositiveSmallIntegerField()
    sealed_text = SealedTextField(compartment="casework")
    entry = models.UUIDField(null=True)
    instead_of = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="substitutes"
    )

    access = CASEWORK_ACCESS
    objects = VisibleQuerySet["Request"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["drive_case", "number"], name="one_request_a_case_and_number"
            ),
            models.CheckConstraint(
                condition=Q(answer_days__gte=1) & Q(answer_days__lte=60),
                name="request_is_due_after_some_days",
            ),
            models.CheckConstraint(
                condition=Q(agreement__isnull=False) | ~Q(without_agreement=""),
                name="request_has_an_agreement_or_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(kind=RequestKind.ACTION) | ~Q(action=""),
                name="request_for_an_action_names_it",
            ),
            models.CheckConstraint(
                condition=Q(instead_of=None) | ~Q(instead_of=F("id")),
                name="request_is_not_instead_of_itself",
            ),
        ]

    @property
    def reference(self) -> str:
        """Ours, under which the agency answers: that of the case, and the number."""
        return f"{self.drive_case.reference}/{self.number}"


class RequestStep(Recorded):
    """One thing that happened to a request. The steps together are where it stands.

    `outgoing` is what was written to the agency with this step, and `left_on` the day on which it
    left: until then nobody got it. A request is sent once that has left. A chaser
    `by_clock` was sent by the worker in somebody's name. `number` counts the
    chasers of one level, so that none is ever made twice; of an escalation it counts those that
    were called back before. What an answer says lies in `sealed_text`, and what is known from it
    in `facts`.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="steps")
    sequence = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=18, choices=RequestStepKind.choices())
    level = models.CharField(
        max_length=16, choices=EscalationLevel.choices(), default=EscalationLevel.PERSON
    )
    number = models.PositiveSmallIntegerField(default=0)
    happened_on = models.DateField()
    contact = models.ForeignKey(
        AgencyContact, null=True, on_delete=models.PROTECT, related_name="+"
    )
    outgoing = models.OneToOneField(Outgoing, null=True, on_delete=models.PROTECT, related_name="+")
    left_on = models.DateField(null=True)
    by_clock = models.BooleanField(default=False)
    still_open = models.JSONField(default=list)
    refusal = models.CharField(max_length=16, blank=True, choices=RefusalReason.choices())
    effect = models.CharField(max_length=10, blank=True, choices=ActionEffect.choices())
    attribution = models.CharField(max_length=24, blank=True, choices=Attribution.choices())
    sealed_text = SealedTextField(compartment="casework", blank=True)
    facts = models.ManyToManyField(Fact, related_name="+")

    access = casework_access("request__drive_case")
    objects = VisibleQuerySet["RequestStep"].as_manager()

    class Meta:
        ordering = ["request", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "sequence"], name="one_request_step_a_sequence"
            ),
            models.UniqueConstraint(
                fields=["request", "level", "number"],
                condition=Q(kind=RequestStepKind.CHASED),
                name="no_chaser_is_made_twice",
            ),
            models.UniqueConstraint(
                fields=["request", "level", "number"],
                condition=Q(kind=RequestStepKind.ESCALATED),
                name="each_rung_is_climbed_once",
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(kind=RequestStepKind.SENT),
                name="a_request_is_sent_once",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None)
                | Q(outgoing__isnull=False, left_on__gte=F("happened_on")),
                name="request_step_leaves_after_it_was_written",
            ),
            models.CheckConstraint(
                condition=~Q(kind=RequestStepKind.REFUSED) | ~Q(refusal=""),
                name="request_refusal_has_a_reason",
            ),
        ]
