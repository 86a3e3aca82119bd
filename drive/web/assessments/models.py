"""An assessment at one point, its answers and its ratings of abuse."""

from django.db import models

from drive.vocabulary.casework import AssessmentPoint
from drive.web.accounts.permissions import Access, Held, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.casework.models import Capacity, DriveCase
from drive.web.core.models import Recorded
from drive.web.people.models import Dyad
from drive.web.recording.models import AnswerRow, RatingRow

_PEOPLE = (
    "drive_case__perpetrator__person",
    "drive_case__perpetrator__dyads__victim_survivor__person",
)


class Assessment(Recorded):
    """A submitted assessment. It may be incomplete, with a reason for every gap."""

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="assessments")
    point = models.CharField(max_length=10, choices=AssessmentPoint.choices())
    assessed_on = models.DateField()
    form = models.CharField(max_length=40)

    access = Access(
        compartment=Compartment.CASEWORK,
        site="drive_case__site",
        holders=(Held("drive_case__assignments", {"capacity": Capacity.CASE_MANAGER}),),
        subjects=_PEOPLE,
    )
    objects = VisibleQuerySet["Assessment"].as_manager()

    class Meta:
        ordering = ["assessed_on"]
        constraints = [
            models.UniqueConstraint(fields=["drive_case", "point"], name="one_assessment_a_point")
        ]


_ACCESS = Access(
    compartment=Compartment.CASEWORK,
    site="assessment__drive_case__site",
    holders=(Held("assessment__drive_case__assignments", {"capacity": Capacity.CASE_MANAGER}),),
    subjects=tuple(f"assessment__{path}" for path in _PEOPLE),
)


class AssessmentAnswer(AnswerRow):
    """One answer of an assessment."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers")

    access = _ACCESS
    objects = VisibleQuerySet["AssessmentAnswer"].as_manager()

    class Meta(AnswerRow.Meta):
        indexes = [models.Index(fields=["assessment", "question"])]


class AbuseRating(RatingRow):
    """One type of abuse towards one victim-survivor, as the case manager rates it."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="ratings")
    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="+")

    access = _ACCESS
    objects = VisibleQuerySet["AbuseRating"].as_manager()

    class Meta(RatingRow.Meta):
        constraints = [
            *RatingRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["assessment", "dyad", "abuse_type"], name="one_rating_a_type_and_dyad"
            ),
        ]
