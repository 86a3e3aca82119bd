"""The Idva's own work: what she did, how support stands, the safety plan. All text is sealed."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import Channel
from drive.vocabulary.insights import IdvaIntervention
from drive.vocabulary.support import HerEngagement, SupportWith
from drive.vocabulary.work import Direction
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.core.models import BaseModel, Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.insights.models.cases import IdvaCase, access_through


class SupportNote(Recorded):
    """A piece of the Idva's work, or an attempt to reach somebody. Added to, never changed.

    `corrects` is the note to which this one is a dated addition; with `takes_back` it says that
    the work of that note was not done so, and is not counted.
    """

    idva_case = models.ForeignKey(IdvaCase, on_delete=models.PROTECT, related_name="notes")
    happened_on = models.DateField()
    channel = models.CharField(max_length=10, choices=Channel.choices())
    spoke_with = models.CharField(max_length=8, choices=SupportWith.choices())
    agency_kind = models.CharField(max_length=20, blank=True, choices=AgencyType.choices())
    direction = models.CharField(max_length=3, blank=True, choices=Direction.choices())
    reached = models.CharField(max_length=3, blank=True, choices=YesNo.choices())
    minutes = models.PositiveSmallIntegerField(null=True)
    next_try_on = models.DateField(null=True)
    sealed_text = SealedTextField(compartment="insights", blank=True)
    corrects = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="additions"
    )
    takes_back = models.BooleanField(default=False)

    access = access_through("idva_case")
    objects = VisibleQuerySet["SupportNote"].as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]
        indexes = [models.Index(fields=["idva_case", "-happened_on"], name="support_note_case_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(next_try_on=None) | Q(next_try_on__gte=F("happened_on")),
                name="support_note_next_try_comes_later",
            ),
            models.CheckConstraint(
                condition=Q(takes_back=False) | Q(corrects__isnull=False),
                name="support_note_takes_back_another",
            ),
            models.CheckConstraint(
                condition=~Q(corrects=F("id")), name="support_note_does_not_correct_itself"
            ),
        ]


class SupportGiven(BaseModel):
    """One kind of support coded on a note, of the kinds that the exit form asks about."""

    note = models.ForeignKey(SupportNote, on_delete=models.PROTECT, related_name="given")
    kind = models.CharField(max_length=24, choices=IdvaIntervention.choices())

    access = access_through("note__idva_case")
    objects = VisibleQuerySet["SupportGiven"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["note", "kind"], name="support_once_a_note_and_kind")
        ]


class Engagement(Recorded):
    """How support stands from a day on. The row that none supersedes is how it stands now."""

    idva_case = models.ForeignKey(IdvaCase, on_delete=models.PROTECT, related_name="engagements")
    state = models.CharField(max_length=12, choices=HerEngagement.choices())
    since = models.DateField()
    next_try_on = models.DateField(null=True)
    sealed_text = SealedTextField(compartment="insights", blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = access_through("idva_case")
    objects = VisibleQuerySet["Engagement"].as_manager()

    class Meta:
        ordering = ["-since", "-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["idva_case"], condition=Q(supersedes=None), name="one_first_engagement"
            ),
            models.CheckConstraint(
                condition=Q(next_try_on=None) | Q(next_try_on__gte=F("since")),
                name="engagement_next_try_comes_later",
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")), name="engagement_does_not_supersede_itself"
            ),
        ]


class SafetyPlan(Recorded):
    """One version of the safety plan made with her, and the day on which to look at it again."""

    idva_case = models.ForeignKey(IdvaCase, on_delete=models.PROTECT, related_name="plans")
    version = models.PositiveSmallIntegerField(default=1)
    made_on = models.DateField()
    review_on = models.DateField()
    made_with_her = models.CharField(max_length=3, choices=YesNo.choices())
    sealed_text = SealedTextField(compartment="insights")
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = access_through("idva_case")
    objects = VisibleQuerySet["SafetyPlan"].as_manager()

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["idva_case", "version"], name="one_safety_plan_a_version"
            ),
            models.CheckConstraint(
                condition=Q(version=1, supersedes=None)
                | Q(version__gt=1, supersedes__isnull=False),
                name="later_safety_plan_supersedes",
            ),
            models.CheckConstraint(
                condition=Q(review_on__gt=F("made_on")), name="safety_plan_reviewed_later"
            ),
        ]


class Transfer(Recorded):
    """That she moved, and where to: sealed, and read by whoever holds the case from then on.

    The case keeps its site and its reference: nothing that others see of it changes.
    """

    idva_case = models.ForeignKey(IdvaCase, on_delete=models.PROTECT, related_name="transfers")
    happened_on = models.DateField()
    sealed_where = SealedTextField(compartment="insights")

    access = access_through("idva_case")
    objects = VisibleQuerySet["Transfer"].as_manager()

    class Meta:
        ordering = ["-happened_on", "-recorded_at"]
