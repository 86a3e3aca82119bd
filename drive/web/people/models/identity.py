"""Who may be one person with whom: candidates, decisions, merges, and the runs that found them."""

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.identity import CandidateState, LinkageRunKind, PartyRole, Verdict
from drive.vocabulary.jobs import RunState
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.organisations.models import Site
from drive.web.people.models.persons import Person, PersonMention


class LinkageModel(Recorded):
    """A trained model. Its frequency tables hold names, so it is sealed."""

    sealed_text = SealedTextField(compartment="identity")
    versions = models.JSONField()
    records = models.PositiveIntegerField()

    class Meta:
        ordering = ["-recorded_at"]


class LinkageRun(Recorded):
    """One comparison of people with people, and what it found."""

    kind = models.CharField(max_length=8, choices=LinkageRunKind.choices())
    state = models.CharField(max_length=8, choices=RunState.choices())
    message = models.TextField(blank=True)
    model = models.ForeignKey(
        LinkageModel, null=True, on_delete=models.PROTECT, related_name="runs"
    )
    people_in_all = models.PositiveIntegerField(default=0)
    people_done = models.PositiveIntegerField(default=0)
    candidates_opened = models.PositiveIntegerField(default=0)
    merged = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)

    access = Access(compartment=Compartment.IDENTITY)
    objects = VisibleQuerySet["LinkageRun"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]


class MatchCandidate(Recorded):
    """Two people who may be one. The words are for the reviewer; the weight is never shown."""

    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    one_mention = models.ForeignKey(PersonMention, on_delete=models.PROTECT, related_name="+")
    other_mention = models.ForeignKey(PersonMention, on_delete=models.PROTECT, related_name="+")
    run = models.ForeignKey(
        LinkageRun, null=True, on_delete=models.PROTECT, related_name="candidates"
    )
    agreements = models.JSONField(default=list)
    disagreements = models.JSONField(default=list)
    unknown = models.JSONField(default=list)
    weight = models.FloatField(null=True)
    stratum = models.CharField(max_length=24, blank=True)
    crosses_roles = models.BooleanField(default=False)
    of_large_group = models.BooleanField(default=False)
    sampled = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10, choices=CandidateState.choices(), default=CandidateState.OPEN
    )
    verdict = models.CharField(max_length=12, blank=True, choices=Verdict.choices())

    # Nobody's site or agency reaches both people: only who sees everybody may compare.
    access = Access(compartment=Compartment.IDENTITY, subjects=("one", "other"))
    objects = VisibleQuerySet["MatchCandidate"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        indexes = [models.Index(fields=["state", "recorded_at"])]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_candidate_a_pair"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="candidate_pair_in_order"),
            models.CheckConstraint(
                condition=Q(state=CandidateState.SETTLED, verdict__gt="")
                | (~Q(state=CandidateState.SETTLED) & Q(verdict="")),
                name="candidate_verdict_if_settled",
            ),
        ]


class MatchDecision(Recorded):
    """What one reviewer said, and why. Decisions are added and never changed."""

    candidate = models.ForeignKey(
        MatchCandidate, on_delete=models.PROTECT, related_name="decisions"
    )
    number = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=12, choices=Verdict.choices())
    reason = models.CharField(max_length=1000)

    access = Access(
        compartment=Compartment.IDENTITY, subjects=("candidate__one", "candidate__other")
    )
    objects = VisibleQuerySet["MatchDecision"].as_manager()

    class Meta:
        ordering = ["candidate", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "number"], name="one_match_decision_a_number"
            )
        ]


class Merge(Recorded):
    """That two people are one: by a decision, or by a rule that has a name. It can be undone."""

    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(
        MatchDecision, null=True, on_delete=models.PROTECT, related_name="merges"
    )
    run = models.ForeignKey(LinkageRun, null=True, on_delete=models.PROTECT, related_name="merges")
    rule = models.CharField(max_length=60, blank=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    undone_reason = models.CharField(max_length=1000, blank=True)

    access = Access(compartment=Compartment.IDENTITY, subjects=("one", "other"))
    objects = VisibleQuerySet["Merge"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"], condition=Q(undone_at=None), name="one_live_merge_a_pair"
            ),
            models.CheckConstraint(
                condition=Q(decision__isnull=False, rule="") | Q(decision=None, rule__gt=""),
                name="merge_by_decision_or_by_rule",
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None, undone_reason="")
                | Q(undone_at__isnull=False, undone_by__isnull=False, undone_reason__gt=""),
                name="merge_undone_at_by_and_why_together",
            ),
        ]


class KnownElsewhere(Recorded):
    """Told to one site: that somebody heard there is known at another.

    The other site is named for a perpetrator only. Where a victim-survivor was known before, or
    is now, could say where she lives.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=16, choices=PartyRole.choices())
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    other_site = models.ForeignKey(Site, null=True, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = Access(
        compartment=Compartment.NOTICES,
        site="site",
        agency="person__mentions__agency",
        subjects=("person",),
    )
    objects = VisibleQuerySet["KnownElsewhere"].as_manager()

    class Meta:
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "site", "other_site"],
                name="one_notice_of_a_perpetrator_and_two_sites",
            ),
            # A unique constraint takes two empty sites for different ones.
            models.UniqueConstraint(
                fields=["person", "role", "site"],
                condition=Q(other_site=None),
                name="one_notice_of_a_victim_survivor_and_site",
            ),
            models.CheckConstraint(
                condition=Q(role=PartyRole.PERPETRATOR, other_site__isnull=False)
                | Q(role=PartyRole.VICTIM_SURVIVOR, other_site=None),
                name="notice_names_no_site_of_a_victim_survivor",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                name="notice_acknowledged_at_and_by_together",
            ),
        ]
