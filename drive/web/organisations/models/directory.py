"""Who is whom in an agency, from when to when, who is away, and who covers."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.directory import ContactRole
from drive.web.core.models import Recorded
from drive.web.organisations.models.sites import Agency
from drive.web.organisations.models.taking_back import CanBeTakenBack, taken_back_together


class Team(Recorded):
    """A part of an agency, while it exists."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="team_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name


class AgencyContact(Recorded):
    """Somebody in an agency who may be asked, or a desk that always answers.

    Their own telephone and e-mail at work: nothing private. A change is a new row, and the old
    one ends: whoever was asked then was asked there.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="contacts")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="contacts")
    role = models.CharField(max_length=16, choices=ContactRole.choices())
    name = models.CharField(max_length=120)
    job = models.CharField(max_length=120, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    hours = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="contact_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(telephone="") | ~Q(email=""), name="contact_can_be_reached"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Absence(CanBeTakenBack, Recorded):
    """That somebody is away on some days, and who covers. Why is nobody's business.

    Who is back earlier is away until another day; what was recorded wrongly is taken back.
    """

    contact = models.ForeignKey(AgencyContact, on_delete=models.PROTECT, related_name="absences")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    cover = models.ForeignKey(AgencyContact, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="absence_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(cover=None) | ~Q(cover=F("contact")), name="nobody_covers_oneself"
            ),
            taken_back_together("absence"),
        ]


class Rung(Recorded):
    """Who is asked at a step of the ladder of an agency, and how long one waits there.

    The latest row of a step counts. Without one the directory's contact of that role is asked,
    after the usual wait.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="rungs")
    role = models.CharField(max_length=16, choices=ContactRole.choices())
    contact = models.ForeignKey(
        AgencyContact, null=True, on_delete=models.PROTECT, related_name="+"
    )
    wait_days = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(wait_days__gte=1) & Q(wait_days__lte=60), name="rung_waits_some_days"
            )
        ]


class Standing(Recorded):
    """What is good to know before one asks an agency: how it stands with Drive. Added to."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="standings")
    text = models.TextField()

    class Meta:
        ordering = ["-recorded_at"]
