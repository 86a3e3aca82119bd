"""Facts: what is said, what it was made from, what corroborates it, and what she wishes."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource, ValueStatus, YesNo
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import (
    FactTopic,
    Independence,
    Reliability,
    SourceRoute,
    WishAnswer,
)
from drive.web.accounts.permissions import VisibleQuerySet
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.information.models.folders import SIDE_OF, Folder, folder_access

_WITHIN_ONE_FOLDER = {role: Q(derives_from__folder=F("fact__folder")) for role in SIDE_OF}


class Fact(Recorded):
    """Something that is known on one side. What is said of it stands in its versions."""

    folder = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="facts")

    access = folder_access("folder__")
    objects = VisibleQuerySet["Fact"].as_manager()

    class Meta:
        ordering = ["recorded_at", "pk"]


class FactVersion(Recorded):
    """What is said of a fact. A later row puts an earlier one right, or withdraws the fact.

    `without_her` says whether it would be known had she not spoken: a police record that came
    from her call would not.
    """

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="versions")
    sealed_statement = SealedTextField(compartment="facts")
    topic = models.CharField(max_length=20, choices=FactTopic.choices())
    source_kind = models.CharField(max_length=24, choices=InformationSource.choices())
    agency = models.CharField(max_length=20, blank=True, choices=AgencyType.choices())
    route = models.CharField(max_length=20, choices=SourceRoute.choices())
    without_her = models.CharField(max_length=6, choices=Independence.choices())
    learned_on = models.DateField()
    reliability = models.CharField(max_length=10, choices=Reliability.choices())
    inferable = models.CharField(max_length=3, blank=True, choices=YesNo.choices())
    inferable_status = models.CharField(max_length=24, choices=ValueStatus.choices())
    handling = models.CharField(
        max_length=20, choices=HandlingCode.choices(), default=HandlingCode.DO_NOT_SHARE
    )
    sealed_conditions = SealedTextField(compartment="facts", blank=True)
    withdrawn = models.BooleanField(default=False)
    sealed_reason = SealedTextField(compartment="facts", blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = folder_access("fact__folder__")
    objects = VisibleQuerySet["FactVersion"].as_manager()

    class Meta:
        ordering = ["topic", "-learned_on", "-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["fact"],
                condition=Q(supersedes=None),
                name="one_first_version_a_fact",
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")), name="fact_version_does_not_supersede_itself"
            ),
            models.CheckConstraint(
                condition=(Q(inferable_status=ValueStatus.KNOWN) & ~Q(inferable=""))
                | (~Q(inferable_status=ValueStatus.KNOWN) & Q(inferable="")),
                name="fact_inferable_if_known",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn=False) | ~Q(sealed_reason=""),
                name="fact_withdrawn_for_a_reason",
            ),
        ]


class Derivation(Recorded):
    """That a fact was made from another. Across the wall only a release makes such a row.

    A row that leads to the other side is seen by nobody: it would count what is there.
    """

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="derivations")
    derives_from = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="+")

    access = folder_access("fact__folder__", narrowed=_WITHIN_ONE_FOLDER)
    objects = VisibleQuerySet["Derivation"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["fact", "derives_from"], name="one_derivation_a_pair_of_facts"
            ),
            models.CheckConstraint(
                condition=~Q(fact=F("derives_from")), name="fact_does_not_derive_from_itself"
            ),
        ]


class Corroboration(Recorded):
    """That another fact says the same, whether it would had she not spoken, and why one thinks so.

    A later row about the same two facts takes the place of an earlier one.
    """

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="corroborations")
    corroborated_by = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="+")
    independent = models.CharField(max_length=6, choices=Independence.choices())
    sealed_why = SealedTextField(compartment="facts")
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = folder_access("fact__folder__")
    objects = VisibleQuerySet["Corroboration"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["fact", "corroborated_by"],
                condition=Q(supersedes=None),
                name="one_first_corroboration_a_pair_of_facts",
            ),
            models.CheckConstraint(
                condition=~Q(fact=F("corroborated_by")), name="fact_does_not_corroborate_itself"
            ),
        ]


class Wish(Recorded):
    """What she wishes for a fact: who asked her, when, and what she said. The last row counts."""

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="wishes")
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=120)
    answer = models.CharField(max_length=10, blank=True, choices=WishAnswer.choices())
    answer_status = models.CharField(max_length=24, choices=ValueStatus.choices())
    sealed_words = SealedTextField(compartment="facts", blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    access = folder_access("fact__folder__")
    objects = VisibleQuerySet["Wish"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["fact"], condition=Q(supersedes=None), name="one_first_wish_a_fact"
            ),
            models.CheckConstraint(
                condition=(Q(answer_status=ValueStatus.KNOWN) & ~Q(answer=""))
                | (~Q(answer_status=ValueStatus.KNOWN) & Q(answer="")),
                name="wish_answer_if_known",
            ),
        ]
