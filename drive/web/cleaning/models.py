"""Imported Insights lists, their rows, what is proposed for them, and what was decided."""

from django.db import models
from django.db.models import Q

from drive.linkage.cleaning import CleaningReason
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.cleaning.rules.states import (
    DecisionReason,
    InsightsListState,
    InsightsRowState,
    ReadingStep,
    RowVerdict,
)
from drive.web.core.models import BaseModel, Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.organisations.models import Site
from drive.web.people.models import Perpetrator, VictimSurvivor


class InsightsList(Recorded):
    """The uncleaned list of the outcomes database, as uploaded: sealed, and kept thirty days.

    It is of the whole programme, so that no site and no agency reaches it.
    """

    file_name = models.CharField(max_length=200)
    sealed_content = SealedTextField(compartment="imports", blank=True)
    # A keyed hash of the file, by which the same file is noticed when it comes again.
    mark = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=InsightsListState.choices())
    step = models.CharField(max_length=12, choices=ReadingStep.choices())
    message = models.TextField(blank=True)
    notes = models.JSONField(default=list)
    starts_on = models.DateField()
    rows_in_all = models.PositiveIntegerField(default=0)
    expires_on = models.DateField()

    access = Access(compartment=Compartment.IMPORTS)
    objects = VisibleQuerySet["InsightsList"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        indexes = [models.Index(fields=["mark"])]


class InsightsListRow(BaseModel):
    """One row of a list, sealed as typed: who, where and when. Its answers are not kept here."""

    insights_list = models.ForeignKey(InsightsList, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    site = models.ForeignKey(Site, null=True, on_delete=models.PROTECT, related_name="+")
    sealed_cells = SealedTextField(compartment="imports", blank=True)
    sealed_problems = SealedTextField(compartment="imports", blank=True)
    # A keyed hash of all that the row says, by which the same row is noticed in another list.
    mark = models.CharField(max_length=64, blank=True)
    reconstructed = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=InsightsRowState.choices())
    set_aside_reason = models.CharField(max_length=8, blank=True, choices=DecisionReason.choices())
    # The allocated perpetrator of the site who bears the name and birth date, and her.
    perpetrator = models.ForeignKey(
        Perpetrator, null=True, on_delete=models.PROTECT, related_name="+"
    )
    victim_survivor = models.ForeignKey(
        VictimSurvivor, null=True, on_delete=models.PROTECT, related_name="+"
    )

    access = Access(
        compartment=Compartment.IMPORTS,
        subjects=("perpetrator__person", "victim_survivor__person"),
    )
    objects = VisibleQuerySet["InsightsListRow"].as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["insights_list", "number"], name="one_insights_list_row_a_number"
            ),
            models.CheckConstraint(
                condition=Q(state=InsightsRowState.SET_ASIDE, set_aside_reason__gt="")
                | (~Q(state=InsightsRowState.SET_ASIDE) & Q(set_aside_reason="")),
                name="insights_list_row_set_aside_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["insights_list", "state"]),
            models.Index(fields=["mark"]),
        ]


class CleaningRun(Recorded):
    """One comparison of the rows of a list with one another."""

    insights_list = models.ForeignKey(InsightsList, on_delete=models.CASCADE, related_name="runs")
    starts_on = models.DateField()
    rows_compared = models.PositiveIntegerField()

    access = Access(compartment=Compartment.IMPORTS)
    objects = VisibleQuerySet["CleaningRun"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]


class CleaningProposal(BaseModel):
    """That a row be set aside, for which reason, and which row stays. A proposal, not a deed."""

    run = models.ForeignKey(CleaningRun, on_delete=models.CASCADE, related_name="proposals")
    row = models.ForeignKey(InsightsListRow, on_delete=models.CASCADE, related_name="proposals")
    reason = models.CharField(max_length=8, choices=CleaningReason.choices())
    stays_number = models.PositiveIntegerField(null=True)
    because = models.CharField(max_length=300)
    # How many answers agree; which they are is nobody's to see here.
    answers_agree = models.PositiveIntegerField(null=True)
    answers_given = models.PositiveIntegerField(null=True)

    access = Access(
        compartment=Compartment.IMPORTS,
        subjects=("row__perpetrator__person", "row__victim_survivor__person"),
    )
    objects = VisibleQuerySet["CleaningProposal"].as_manager()

    class Meta:
        ordering = ["row__number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "row"], name="one_cleaning_proposal_a_row"),
            models.CheckConstraint(
                condition=Q(reason=CleaningReason.EARLY, stays_number=None)
                | (~Q(reason=CleaningReason.EARLY) & Q(stays_number__isnull=False)),
                name="cleaning_proposal_names_the_row_that_stays",
            ),
        ]


class RowDecision(Recorded):
    """What somebody decided about a row, and why. Decisions are added; the latest counts."""

    row = models.ForeignKey(InsightsListRow, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=10, choices=RowVerdict.choices())
    reason = models.CharField(max_length=8, choices=DecisionReason.choices())
    sealed_words = SealedTextField(compartment="imports")

    access = Access(
        compartment=Compartment.IMPORTS,
        subjects=("row__perpetrator__person", "row__victim_survivor__person"),
    )
    objects = VisibleQuerySet["RowDecision"].as_manager()

    class Meta:
        ordering = ["row", "number"]
        constraints = [
            models.UniqueConstraint(fields=["row", "number"], name="one_row_decision_a_number")
        ]
