"""Frozen snapshots and the runs of the evaluation on them."""

from django.db import models

from drive.vocabulary.jobs import RunState
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.outbound.models import Release


class FrozenSnapshot(Recorded):
    """A pseudonymised copy of what was recorded up to a moment; it never changes."""

    state = models.CharField(max_length=8, choices=RunState.choices())
    message = models.TextField(blank=True)
    frozen_on = models.DateField()
    folder = models.CharField(max_length=300)
    content_hash = models.CharField(max_length=64, blank=True)
    row_counts = models.JSONField(default=dict)
    published_figures = models.BooleanField(default=False)
    code_version = models.CharField(max_length=40)
    release = models.ForeignKey(Release, null=True, on_delete=models.PROTECT, related_name="+")

    access = Access(compartment=Compartment.EVALUATION)
    objects = VisibleQuerySet["FrozenSnapshot"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]


class EvaluationRun(Recorded):
    """One run of the evaluation on one snapshot."""

    snapshot = models.ForeignKey(FrozenSnapshot, on_delete=models.PROTECT, related_name="runs")
    state = models.CharField(max_length=8, choices=RunState.choices())
    message = models.TextField(blank=True)
    folder = models.CharField(max_length=300)
    seed = models.PositiveBigIntegerField()
    results = models.PositiveIntegerField(default=0)
    compared = models.PositiveIntegerField(default=0)
    agreeing = models.PositiveIntegerField(default=0)

    access = Access(compartment=Compartment.EVALUATION)
    objects = VisibleQuerySet["EvaluationRun"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
