"""Her own request to see her record, and requests of others for it. Rows are added, none changed.

Everything that somebody wrote is sealed; only the Idva who holds the case reads it.
"""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.disclosure import (
    DecidedBy,
    DeliveredBy,
    Exemption,
    HerRequestStage,
    HerViewOnRecords,
    IdentityCheck,
    ItemOutcome,
    LegalBasis,
    RecordsAsker,
)
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.insights.models.cases import IdvaCase, access_through


class HerRequest(Recorded):
    """That she asked for what is held about her. It is due one month later."""

    idva_case = models.ForeignKey(IdvaCase, on_delete=models.PROTECT, related_name="her_requests")
    asked_on = models.DateField()
    identity = models.CharField(max_length=10, choices=IdentityCheck.choices())
    due_on = models.DateField()
    sealed_text = SealedTextField(compartment="insights", blank=True)

    access = access_through("idva_case")
    objects = VisibleQuerySet["HerRequest"].as_manager()

    class Meta:
        ordering = ["-asked_on", "-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gt=F("asked_on")), name="her_request_is_due_after_it_was_made"
            )
        ]


class HerRequestStep(Recorded):
    """How far her request came. She has it only if it is safe, and holds nothing that is his."""

    request = models.ForeignKey(HerRequest, on_delete=models.PROTECT, related_name="steps")
    stage = models.CharField(max_length=10, choices=HerRequestStage.choices())
    happened_on = models.DateField()
    delivered_by = models.CharField(max_length=12, blank=True, choices=DeliveredBy.choices())
    plan_read = models.BooleanField(default=False)
    his_taken_out = models.BooleanField(default=False)
    sealed_text = SealedTextField(compartment="insights", blank=True)

    access = access_through("request__idva_case")
    objects = VisibleQuerySet["HerRequestStep"].as_manager()

    class Meta:
        ordering = ["request", "happened_on", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(stage=HerRequestStage.DELIVERED)
                | (Q(plan_read=True, his_taken_out=True) & ~Q(delivered_by="")),
                name="her_request_is_delivered_safely",
            )
        ]


class RecordsRequest(Recorded):
    """That police, prosecution or a court ask for her records: what, why, and on what basis."""

    idva_case = models.ForeignKey(
        IdvaCase, on_delete=models.PROTECT, related_name="records_requests"
    )
    asked_on = models.DateField()
    asker = models.CharField(max_length=16, choices=RecordsAsker.choices())
    basis = models.CharField(max_length=16, choices=LegalBasis.choices())
    reply_by = models.DateField(null=True)
    sealed_who = SealedTextField(compartment="insights")
    sealed_what = SealedTextField(compartment="insights")
    sealed_necessity = SealedTextField(compartment="insights")
    sealed_proportionality = SealedTextField(compartment="insights")

    access = access_through("idva_case")
    objects = VisibleQuerySet["RecordsRequest"].as_manager()

    class Meta:
        ordering = ["-asked_on", "-recorded_at"]


class RequestView(Recorded):
    """What she thinks of a request for her records, or why she was not asked."""

    request = models.ForeignKey(RecordsRequest, on_delete=models.PROTECT, related_name="views")
    asked_on = models.DateField()
    answer = models.CharField(max_length=8, blank=True, choices=HerViewOnRecords.choices())
    answer_status = models.CharField(max_length=24, choices=ValueStatus.choices())
    sealed_words = SealedTextField(compartment="insights", blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = access_through("request__idva_case")
    objects = VisibleQuerySet["RequestView"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(supersedes=None), name="one_first_view_a_request"
            ),
            models.CheckConstraint(
                condition=(Q(answer_status=ValueStatus.KNOWN) & ~Q(answer=""))
                | (~Q(answer_status=ValueStatus.KNOWN) & Q(answer="")),
                name="view_on_records_if_known",
            ),
        ]


class RecordsItem(Recorded):
    """One thing that they ask for, and what was decided of it. A later row puts it right."""

    request = models.ForeignKey(RecordsRequest, on_delete=models.PROTECT, related_name="items")
    outcome = models.CharField(max_length=8, choices=ItemOutcome.choices())
    exemption = models.CharField(max_length=18, blank=True, choices=Exemption.choices())
    decided_on = models.DateField()
    decided_by_whom = models.CharField(max_length=16, choices=DecidedBy.choices())
    sealed_what = SealedTextField(compartment="insights")
    sealed_reason = SealedTextField(compartment="insights")
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = access_through("request__idva_case")
    objects = VisibleQuerySet["RecordsItem"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(outcome=ItemOutcome.GIVEN, exemption=""))
                | (~Q(outcome=ItemOutcome.GIVEN) & ~Q(exemption="")),
                name="records_item_kept_back_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")), name="records_item_does_not_supersede_itself"
            ),
        ]
