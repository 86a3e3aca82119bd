"""The forms of an Idva case in their versions, with answers, ratings and her own words."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.insights import InsightsStage
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.insights.models.cases import IdvaCase, access_through
from drive.web.recording.models import AnswerRow, RatingInDepth, details_if_known


class InsightsForm(Recorded):
    """A submitted form of the series or of the follow-up. The same fields in both arms.

    It is never changed: a correction is a whole new version that supersedes the one before.
    """

    idva_case = models.ForeignKey(IdvaCase, on_delete=models.PROTECT, related_name="forms")
    stage = models.CharField(max_length=8, choices=InsightsStage.choices())
    happened_on = models.DateField()
    form = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = access_through("idva_case")
    objects = VisibleQuerySet["InsightsForm"].as_manager()

    class Meta:
        ordering = ["happened_on", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["idva_case", "stage"],
                condition=~Q(stage=InsightsStage.REVIEW) & Q(supersedes=None),
                name="one_first_insights_form_a_stage",
            ),
            models.CheckConstraint(
                condition=Q(version=1, supersedes=None)
                | Q(version__gt=1, supersedes__isnull=False),
                name="later_insights_form_supersedes",
            ),
        ]


class InsightsAnswer(AnswerRow):
    """One answer of an Insights form. What she said in her own words lies in `OwnWords`."""

    insights_form = models.ForeignKey(
        InsightsForm, on_delete=models.PROTECT, related_name="answers"
    )

    access = access_through("insights_form__idva_case")
    objects = VisibleQuerySet["InsightsAnswer"].as_manager()

    class Meta(AnswerRow.Meta):
        indexes = [models.Index(fields=["insights_form", "question"])]


class OwnWords(Recorded):
    """What a victim-survivor said in her own words: sealed, kept because she agreed."""

    insights_form = models.ForeignKey(InsightsForm, on_delete=models.PROTECT, related_name="words")
    question = models.CharField(max_length=60)
    sealed_text = SealedTextField(compartment="insights")

    access = access_through("insights_form__idva_case")
    objects = VisibleQuerySet["OwnWords"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["insights_form", "question"], name="own_words_once_a_question"
            )
        ]


class ExperienceRating(RatingInDepth):
    """One type of abuse as the victim-survivor experiences it."""

    insights_form = models.ForeignKey(
        InsightsForm, on_delete=models.PROTECT, related_name="ratings"
    )

    access = access_through("insights_form__idva_case")
    objects = VisibleQuerySet["ExperienceRating"].as_manager()

    class Meta(RatingInDepth.Meta):
        constraints = [
            *RatingInDepth.Meta.constraints,
            models.UniqueConstraint(
                fields=["insights_form", "abuse_type"], name="one_experience_rating_a_type"
            ),
            *details_if_known("experience"),
        ]
