"""Support and payments, sessions, and what he says beside what is known."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.casework import Intent, WorkMode
from drive.vocabulary.registers import (
    Admission,
    DependencyRating,
    FamilyWork,
    SupportOutcome,
    SupportType,
)
from drive.vocabulary.strategy import ContactPlace
from drive.web.registers.models.entry import Entry, kept


class SupportItem(Entry):
    """Support given to the service user, or arranged with others."""

    kind = models.CharField(max_length=20, choices=SupportType.choices())
    mode = models.CharField(max_length=8, choices=WorkMode.choices())
    intent = models.CharField(max_length=10, blank=True, choices=Intent.choices())
    dependency = models.CharField(max_length=14, blank=True, choices=DependencyRating.choices())
    outcome = models.CharField(max_length=14, choices=SupportOutcome.choices())
    referred_to = models.TextField(blank=True)

    class Meta(Entry.Meta):
        constraints = kept("referred_to")


class Payment(Entry):
    """A small payment for the service user."""

    pence = models.PositiveIntegerField()
    purpose = models.TextField()

    class Meta(Entry.Meta):
        constraints = [
            *kept("purpose"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="payment_is_of_something"),
        ]


class BehaviourSession(Entry):
    """Face-to-face work that is aimed at understanding and challenging abuse."""

    place = models.CharField(max_length=20, choices=ContactPlace.choices())
    minutes = models.PositiveSmallIntegerField()
    methods = models.CharField(max_length=200)
    aims = models.TextField(blank=True)
    response = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    homework = models.TextField(blank=True)

    class Meta(Entry.Meta):
        constraints = kept("aims", "response", "next_step", "homework")


class KnownIncident(Entry):
    """An incident that is known, whoever told it: what his account is held against."""

    class Meta(Entry.Meta):
        constraints = kept()


class Revisit(Entry):
    """What the service user said of a known incident when it was raised again."""

    incident = models.ForeignKey(KnownIncident, on_delete=models.PROTECT, related_name="+")
    admission = models.CharField(max_length=10, choices=Admission.choices())

    class Meta(Entry.Meta):
        constraints = kept()


class SelfReport(Entry):
    """What the service user reports of himself or herself at closure."""

    outcomes = models.CharField(max_length=200, blank=True)

    class Meta(Entry.Meta):
        constraints = kept()


class FamilyContact(Entry):
    """What was done with the family of the service user."""

    kind = models.CharField(max_length=10, choices=FamilyWork.choices())
    relation = models.TextField(blank=True)

    class Meta(Entry.Meta):
        constraints = kept("relation")
