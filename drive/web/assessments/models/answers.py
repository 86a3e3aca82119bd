"""The answers of an assessment, and its ratings of abuse."""

from dataclasses import replace

from django.db import models

from drive.vocabulary.ratings import Rating
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.assessments.models.assessments import Assessment, access_through
from drive.web.people.models import Dyad
from drive.web.recording.models import AnswerRow, RatingInDepth, details_if_known

_ACCESS = access_through("assessment")


class AssessmentAnswer(AnswerRow):
    """One answer of an assessment."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers")

    access = _ACCESS
    objects = VisibleQuerySet["AssessmentAnswer"].as_manager()

    class Meta(AnswerRow.Meta):
        indexes = [models.Index(fields=["assessment", "question"])]


class AbuseRating(RatingInDepth):
    """One type of abuse towards one victim-survivor, as the case manager rates it."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="ratings")
    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="+")
    as_of = models.DateField(null=True)

    access = _ACCESS
    objects = VisibleQuerySet["AbuseRating"].as_manager()

    class Meta(RatingInDepth.Meta):
        constraints = [
            *RatingInDepth.Meta.constraints,
            models.UniqueConstraint(
                fields=["assessment", "dyad", "abuse_type"], name="one_rating_a_type_and_dyad"
            ),
            *details_if_known("rating"),
        ]

    @property
    def rating(self) -> Rating:
        """The rating, with the day on which it was true and the key of its pair."""
        said = super().rating
        return replace(
            said,
            used=replace(said.used, as_of=self.as_of),
            # Who said so stands once, with the first of the two answers.
            severity=replace(said.severity, source=None),
            towards=str(self.dyad_id),
        )
