"""The answers of an assessment, and its ratings of abuse."""

from django.db import models

from drive.vocabulary.abuse import Frequency, RiseBasis, Trend
from drive.vocabulary.answers import ValueStatus
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.assessments.models.assessments import Assessment, access_through
from drive.web.people.models import Dyad
from drive.web.recording.models import AnswerRow, RatingRow, a_value_if_known

_ACCESS = access_through("assessment")


class AssessmentAnswer(AnswerRow):
    """One answer of an assessment."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers")

    access = _ACCESS
    objects = VisibleQuerySet["AssessmentAnswer"].as_manager()

    class Meta(AnswerRow.Meta):
        indexes = [models.Index(fields=["assessment", "question"])]


class AbuseRating(RatingRow):
    """One type of abuse towards one victim-survivor, as the case manager rates it.

    Frequency, last day, trend and the basis of a rise have an empty status where they were not
    asked. A type that was not used has none of them.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="ratings")
    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="+")
    as_of = models.DateField(null=True)
    frequency = models.CharField(max_length=12, blank=True, choices=Frequency.choices())
    frequency_status = models.CharField(max_length=24, blank=True, choices=ValueStatus.choices())
    last_on = models.CharField(max_length=10, blank=True)
    last_on_status = models.CharField(max_length=24, blank=True, choices=ValueStatus.choices())
    trend = models.CharField(max_length=10, blank=True, choices=Trend.choices())
    trend_status = models.CharField(max_length=24, blank=True, choices=ValueStatus.choices())
    rise_basis = models.CharField(max_length=16, blank=True, choices=RiseBasis.choices())
    rise_basis_status = models.CharField(max_length=24, blank=True, choices=ValueStatus.choices())

    access = _ACCESS
    objects = VisibleQuerySet["AbuseRating"].as_manager()

    class Meta(RatingRow.Meta):
        constraints = [
            *RatingRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["assessment", "dyad", "abuse_type"], name="one_rating_a_type_and_dyad"
            ),
            *(
                models.CheckConstraint(
                    condition=a_value_if_known(name), name=f"rating_{name}_if_known"
                )
                for name in ("frequency", "last_on", "trend", "rise_basis")
            ),
        ]
