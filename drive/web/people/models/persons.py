"""One person, many roles; a pair of them is a dyad."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.identity import PartyRole
from drive.vocabulary.people import RelationshipType, Sex
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.organisations.models import Agency, Site
from drive.web.recording.models import a_value_if_known


class Person(Recorded):
    """One human being. Names and birth date stay searchable; where they live is in the vault."""

    forename = models.CharField(max_length=80)
    surname = models.CharField(max_length=80)
    date_of_birth = models.DateField(null=True)
    sex = models.CharField(max_length=6, blank=True, choices=Sex.choices())
    synthetic = models.BooleanField(default=False)
    # The person recorded first of all who are this human being; null stands for itself. It is
    # worked out anew from the live merges, by actions only.
    survivor = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="absorbed"
    )
    # When this person was compared with everybody on record; nobody is drawn before.
    compared_at = models.DateTimeField(null=True)

    access = Access(
        compartment=Compartment.IDENTITY,
        agency="mentions__agency",
        holders=("perpetrator_roles__dyads__holders", "victim_survivor_roles__dyads__holders"),
        subjects=("pk",),
    )
    objects = VisibleQuerySet["Person"].as_manager()

    class Meta:
        ordering = ["surname", "forename"]
        indexes = [models.Index(fields=["surname", "forename", "date_of_birth"])]

    def __str__(self) -> str:
        return f"{self.forename} {self.surname}"

    @property
    def name(self) -> str:
        """Forename and surname."""
        return f"{self.forename} {self.surname}"


class PersonMention(Recorded):
    """A person as somebody typed him or her on a list: kept as typed, whoever it proves to be."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mentions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=16, choices=PartyRole.choices())
    source = models.CharField(max_length=60)
    source_row = models.CharField(max_length=60)
    forename = models.CharField(max_length=80)
    surname = models.CharField(max_length=80)
    date_of_birth = models.CharField(max_length=40, blank=True)

    access = Access(
        compartment=Compartment.IDENTITY,
        site="agency__site",
        agency="agency",
        subjects=("person",),
    )
    objects = VisibleQuerySet["PersonMention"].as_manager()

    class Meta:
        ordering = ["recorded_at"]


class Perpetrator(Recorded):
    """The role of a person whose abuse is addressed, in both arms. Never a second person table."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="perpetrator_roles")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")

    access = Access(
        compartment=Compartment.IDENTITY,
        site="site",
        agency="person__mentions__agency",
        holders=("dyads__holders",),
        subjects=("person",),
    )
    objects = VisibleQuerySet["Perpetrator"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "site"], name="one_perpetrator_a_site")
        ]

    def __str__(self) -> str:
        return self.person.name


class VictimSurvivor(Recorded):
    """The role of a person who is abused."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="victim_survivor_roles"
    )
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")

    access = Access(
        compartment=Compartment.IDENTITY,
        site="site",
        agency="person__mentions__agency",
        holders=("dyads__holders",),
        subjects=("person",),
    )
    objects = VisibleQuerySet["VictimSurvivor"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "site"], name="one_victim_survivor_a_site")
        ]

    def __str__(self) -> str:
        return self.person.name


class Dyad(Recorded):
    """A perpetrator and a victim-survivor: the pair that a Marac hears.

    `follow_up_from` says from when both are followed up; it is the same in both arms.
    """

    perpetrator = models.ForeignKey(Perpetrator, on_delete=models.PROTECT, related_name="dyads")
    victim_survivor = models.ForeignKey(
        VictimSurvivor, on_delete=models.PROTECT, related_name="dyads"
    )
    relationship = models.CharField(max_length=24, blank=True, choices=RelationshipType.choices())
    relationship_status = models.CharField(max_length=24, choices=ValueStatus.choices())
    is_primary = models.BooleanField(default=True)
    follow_up_from = models.DateField(null=True)

    access = Access(
        compartment=Compartment.IDENTITY,
        site="perpetrator__site",
        agency="perpetrator__person__mentions__agency",
        holders=("holders",),
        subjects=("perpetrator__person", "victim_survivor__person"),
    )
    objects = VisibleQuerySet["Dyad"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perpetrator", "victim_survivor"], name="one_dyad_a_pair"
            ),
            models.CheckConstraint(
                condition=a_value_if_known("relationship"), name="dyad_relationship_if_known"
            ),
        ]


class Holder(Recorded):
    """That somebody works with a dyad now: pushed down by the record that he or she holds."""

    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="holders")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on_behalf_of = models.UUIDField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dyad", "user", "on_behalf_of"],
                condition=Q(ended_at=None),
                name="one_current_holder_a_record",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="holder_ended_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("recorded_at")),
                name="holder_ends_after_it_begins",
            ),
        ]
