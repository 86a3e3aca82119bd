"""Levers, and what an institution is asked to decide otherwise."""

from django.db import models

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import Intent
from drive.vocabulary.registers import (
    AdvocacyAim,
    AdvocacyResult,
    AdvocacyTechnique,
    LeverType,
    PathwayKind,
    ReviewVerdict,
)
from drive.web.registers.models.entry import Entry, Spell, kept, kept_while


class Lever(Spell):
    """Something that moves or holds the service user, in the words in which it was set."""

    kind = models.CharField(max_length=24, choices=LeverType.choices())
    agency = models.CharField(max_length=24, blank=True, choices=AgencyType.choices())
    wording = models.TextField(blank=True)
    breach_consequence = models.TextField(blank=True)
    effect = models.TextField(blank=True)

    class Meta(Spell.Meta):
        constraints = kept_while("wording", "breach_consequence", "effect")


class Advocacy(Entry):
    """Institutional advocacy: a decision, policy or process that is to be changed."""

    agency = models.CharField(max_length=24, choices=AgencyType.choices())
    aim = models.CharField(max_length=20, choices=AdvocacyAim.choices())
    decision = models.TextField()
    argument = models.TextField(blank=True)
    technique = models.CharField(max_length=20, choices=AdvocacyTechnique.choices())
    result = models.CharField(max_length=20, choices=AdvocacyResult.choices())
    intent = models.CharField(max_length=10, blank=True, choices=Intent.choices())

    class Meta(Entry.Meta):
        constraints = kept("decision", "argument")


class Pathway(Spell):
    """That a case is worked in its own way."""

    kind = models.CharField(max_length=24, choices=PathwayKind.choices())

    class Meta(Spell.Meta):
        constraints = kept_while()


class PathwayReview(Entry):
    """What the practice adviser or the service manager finds when looking at a pathway."""

    pathway = models.ForeignKey(Pathway, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=14, choices=ReviewVerdict.choices())

    class Meta(Entry.Meta):
        constraints = kept()
