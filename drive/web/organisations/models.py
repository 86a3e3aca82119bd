"""Site and agency."""

from django.db import models

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.clock import ClockStart
from drive.web.core.models import BaseModel


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
    """A body that takes part: a Marac, a police force, an Idva service, a Drive provider."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="agencies")
    kind = models.CharField(max_length=20, choices=AgencyType.choices())
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["site", "name"], name="agency_name_once_a_site")
        ]

    def __str__(self) -> str:
        return self.name
