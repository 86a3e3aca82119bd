"""The Idva case, who holds it, and its forms. Nothing here leads to an arm."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.insights import InsightsStage
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.organisations.models import Site
from drive.web.people.models import Dyad
from drive.web.recording.models import AnswerRow, RatingRow

_PEOPLE = ("dyad__perpetrator__person", "dyad__victim_survivor__person")


class IdvaCase(Recorded):
    """Support of one victim-survivor, in either arm."""

    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    reconstructed = models.BooleanField(default=False)

    access = Access(
        compartment=Compartment.INSIGHTS,
        site="site",
        holders=("assignments",),
        subjects=_PEOPLE,
    )
    objects = VisibleQuerySet["IdvaCase"].as_manager()

    class Meta:
        ordering = ["reference"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_at=None, closed_by=None)
                | Q(closed_on__isnull=False, closed_at__isnull=False, closed_by__isnull=False),
                name="idva_case_closed_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
                name="idva_case_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class IdvaAssignment(Recorded):
    """Which Idva holds a case, from when to when."""

    idva_case = models.ForeignKey(IdvaCase, on_delete=models.PROTECT, related_name="assignments")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["idva_case"],
                condition=Q(ended_at=None),
                name="one_current_idva_a_case",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="idva_assignment_ended_at_and_by_together",
            ),
        ]


class InsightsForm(Recorded):
    """A submitted form: intake, review or exit. The same fields in both arms."""

    idva_case = models.ForeignKey(IdvaCase, on_delete=models.PROTECT, related_name="forms")
    stage = models.CharField(max_length=8, choices=InsightsStage.choices())
    happened_on = models.DateField()
    form = models.CharField(max_length=40)

    access = Access(
        compartment=Compartment.INSIGHTS,
        site="idva_case__site",
        holders=("idva_case__assignments",),
        subjects=tuple(f"idva_case__{path}" for path in _PEOPLE),
    )
    objects = VisibleQuerySet["InsightsForm"].as_manager()

    class Meta:
        ordering = ["happened_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["idva_case", "stage"],
                condition=~Q(stage=InsightsStage.REVIEW),
                name="one_insights_intake_and_one_exit",
            )
        ]


_ACCESS = Access(
    compartment=Compartment.INSIGHTS,
    site="insights_form__idva_case__site",
    holders=("insights_form__idva_case__assignments",),
    subjects=tuple(f"insights_form__idva_case__{path}" for path in _PEOPLE),
)


class InsightsAnswer(AnswerRow):
    """One answer of an Insights form."""

    insights_form = models.ForeignKey(
        InsightsForm, on_delete=models.PROTECT, related_name="answers"
    )

    access = _ACCESS
    objects = VisibleQuerySet["InsightsAnswer"].as_manager()

    class Meta(AnswerRow.Meta):
        indexes = [models.Index(fields=["insights_form", "question"])]


class ExperienceRating(RatingRow):
    """One type of abuse as the victim-survivor experiences it."""

    insights_form = models.ForeignKey(
        InsightsForm, on_delete=models.PROTECT, related_name="ratings"
    )

    access = _ACCESS
    objects = VisibleQuerySet["ExperienceRating"].as_manager()

    class Meta(RatingRow.Meta):
        constraints = [
            *RatingRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["insights_form", "abuse_type"], name="one_experience_rating_a_type"
            ),
        ]
