"""Site and agency, and what comes after an agency that is reorganised."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.clock import ClockStart
from drive.web.core.models import BaseModel, Recorded
from drive.web.organisations.models.taking_back import CanBeTakenBack, taken_back_together


class Site(BaseModel):
    """An area in which Drive works. Thresholds are settings, since they differ locally.

    `study_label` is the anonymised label under which a publication speaks of the site; it is
    never shown beside the name.
    """

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80, unique=True)
    police_force = models.CharField(max_length=40, blank=True)
    study_label = models.CharField(max_length=20, blank=True)
    caseload_target = models.PositiveSmallIntegerField(default=20)
    caseload_limit = models.PositiveSmallIntegerField(default=25)
    quiet_days = models.PositiveSmallIntegerField(default=14)
    clock_start = models.CharField(
        max_length=10, choices=ClockStart.choices(), default=ClockStart.ALLOCATION
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Agency(BaseModel):
    """A body that takes part: a Marac, a police force, an Idva service, a Drive provider.

    Without `starts_on` it was always there, and without `ends_on` it still is. One that was
    joined with another ends by a `Succession`.
    """

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="agencies")
    kind = models.CharField(max_length=20, choices=AgencyType.choices())
    name = models.CharField(max_length=120)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["site", "name"], name="agency_name_once_a_site"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="agency_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Succession(CanBeTakenBack, Recorded):
    """That from a day on one agency does what another did, as when services are joined.

    An agency with a successor is asked until the day before; its history stays its own. One that
    was recorded wrongly is taken back.
    """

    before = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="successions")
    after = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["before"],
                condition=Q(taken_back_at=None),
                name="one_successor_of_an_agency",
            ),
            models.CheckConstraint(condition=~Q(before=F("after")), name="nobody_succeeds_oneself"),
            taken_back_together("succession"),
        ]
