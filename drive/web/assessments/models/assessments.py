"""An assessment at one point, in its versions, and what was decided about it."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.casework import AssessmentPoint
from drive.web.accounts.permissions import Access, Held, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.casework.models import Capacity, DriveCase
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField

_PEOPLE = (
    "drive_case__perpetrator__person",
    "drive_case__perpetrator__dyads__victim_survivor__person",
)


class Assessment(Recorded):
    """A submitted assessment. It may be incomplete, with a reason for every gap.

    It is never changed: a correction is a whole new version that supersedes the one before.
    There is one first version a point, and each is superseded once at most, so that exactly one
    version of a point stands.
    """

    drive_case = models.ForeignKey(DriveCase, on_delete=models.PROTECT, related_name="assessments")
    point = models.CharField(max_length=16, choices=AssessmentPoint.choices())
    assessed_on = models.DateField()
    form = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    without_intake = models.CharField(max_length=300, blank=True)

    access = Access(
        compartment=Compartment.CASEWORK,
        site="drive_case__site",
        holders=(Held("drive_case__assignments", {"capacity": Capacity.CASE_MANAGER}),),
        subjects=_PEOPLE,
    )
    objects = VisibleQuerySet["Assessment"].as_manager()

    class Meta:
        ordering = ["assessed_on", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["drive_case", "point"],
                condition=Q(supersedes=None),
                name="one_first_assessment_a_point",
            ),
            models.UniqueConstraint(
                fields=["drive_case", "point", "version"], name="one_assessment_a_version"
            ),
            models.CheckConstraint(
                condition=Q(version=1, supersedes=None)
                | Q(version__gt=1, supersedes__isnull=False),
                name="later_assessment_supersedes",
            ),
        ]


def access_through(path: str) -> Access:
    """Return how a row is reached that hangs on an assessment."""
    return Access(
        compartment=Compartment.CASEWORK,
        site=f"{path}__drive_case__site",
        holders=(Held(f"{path}__drive_case__assignments", {"capacity": Capacity.CASE_MANAGER}),),
        subjects=tuple(f"{path}__{each}" for each in _PEOPLE),
    )


class AssessmentDecision(Recorded):
    """What the service manager decided about one version: accepted, or returned with words."""

    assessment = models.OneToOneField(Assessment, on_delete=models.PROTECT, related_name="decision")
    accepted = models.BooleanField()
    sealed_words = SealedTextField(compartment="casework", blank=True)

    access = access_through("assessment")
    objects = VisibleQuerySet["AssessmentDecision"].as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted=True) | ~Q(sealed_words=""), name="returned_with_words"
            )
        ]
