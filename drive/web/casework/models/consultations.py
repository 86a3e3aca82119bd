"""Who was consulted on a contact strategy, and what the victim-survivor knows and thinks."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.strategy import Consultee, ConsulteeView, InformedOfDrive
from drive.web.accounts.models import User
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.casework.models.strategies import ContactStrategy, strategy_access
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField


class Consultation(Recorded):
    """One row of the matrix: somebody was asked on a day, or does not apply, and why."""

    strategy = models.ForeignKey(
        ContactStrategy, on_delete=models.PROTECT, related_name="consultations"
    )
    consultee = models.CharField(max_length=20, choices=Consultee.choices())
    asked_on = models.DateField(null=True)
    who = models.CharField(max_length=120, blank=True)
    # The Idva lead is a person who signs in; the others are not.
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    why_not = models.CharField(max_length=300, blank=True)

    access = strategy_access("strategy__drive_case")
    objects = VisibleQuerySet["Consultation"].as_manager()

    class Meta:
        ordering = ["strategy", "recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy", "consultee"], name="one_consultation_a_strategy_and_consultee"
            ),
            models.CheckConstraint(
                condition=(Q(asked_on=None) & ~Q(why_not=""))
                | Q(asked_on__isnull=False, why_not=""),
                name="consultation_asked_or_not_applicable",
            ),
            # Every case has its Idva lead, whether or not the victim-survivor has support.
            models.CheckConstraint(
                condition=~Q(consultee=Consultee.IDVA_LEAD)
                | Q(asked_on__isnull=False, user__isnull=False),
                name="consultation_of_the_idva_lead_always_applies",
            ),
        ]


class ConsultationReply(Recorded):
    """What somebody who was asked replied. A later row puts an earlier one right.

    What the Idva wrote is sealed.
    """

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="replies")
    replied_on = models.DateField()
    view = models.CharField(max_length=14, choices=ConsulteeView.choices())
    text = models.TextField(blank=True)
    sealed_text = SealedTextField(compartment="casework", blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = strategy_access("consultation__strategy__drive_case")
    objects = VisibleQuerySet["ConsultationReply"].as_manager()

    class Meta:
        ordering = ["consultation", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(text="") | Q(sealed_text=""), name="reply_text_open_or_sealed"
            )
        ]


class VictimSurvivorVoice(Recorded):
    """Whether she knows of Drive, from whom and since when, and what she thinks of the contact.

    Her view lies sealed. Nobody has to ask where asking is not safe, but somebody says so.
    """

    strategy = models.ForeignKey(ContactStrategy, on_delete=models.PROTECT, related_name="voices")
    informed = models.CharField(max_length=18, choices=InformedOfDrive.choices())
    informed_on = models.DateField(null=True)
    informed_by = models.CharField(max_length=120, blank=True)
    view_status = models.CharField(max_length=24, choices=ValueStatus.choices())
    sealed_view = SealedTextField(compartment="casework", blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = strategy_access("strategy__drive_case")
    objects = VisibleQuerySet["VictimSurvivorVoice"].as_manager()

    class Meta:
        ordering = ["strategy", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(view_status=ValueStatus.KNOWN) & ~Q(sealed_view=""))
                | (~Q(view_status=ValueStatus.KNOWN) & Q(sealed_view="")),
                name="voice_view_if_known",
            ),
            models.CheckConstraint(
                condition=(
                    Q(informed=InformedOfDrive.TOLD, informed_on__isnull=False) & ~Q(informed_by="")
                )
                | Q(informed=InformedOfDrive.NOT_SAFE_TO_TELL, informed_on=None, informed_by=""),
                name="voice_told_when_and_by_whom",
            ),
        ]
