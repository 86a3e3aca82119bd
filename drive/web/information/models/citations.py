"""What rests on facts, what the guard said of it, and who overrode the guard."""

from django.db import models
from django.db.models import Q

from drive.vocabulary.facts import CitationKind, GuardOutcome, OverrideRole, Side, Use
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.core.models import Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.information.models.facts import Fact
from drive.web.information.models.folders import Folder, folder_access, subjects_of


class Citation(Recorded):
    """That something rests on a fact, with the verdict as it was then.

    `about` is the key of what rests on it, in an app above or here.
    """

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="citations")
    use = models.CharField(max_length=20, choices=Use.choices())
    kind = models.CharField(max_length=10, choices=CitationKind.choices())
    about = models.UUIDField()
    outcome = models.CharField(max_length=8, choices=GuardOutcome.choices())
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = folder_access("fact__folder__")
    objects = VisibleQuerySet["Citation"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        indexes = [models.Index(fields=["about", "use"])]
        constraints = [
            models.UniqueConstraint(
                fields=["fact", "about", "use"],
                condition=Q(ended_at=None),
                name="one_current_citation_a_fact_and_use",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="citation_ended_at_and_by_together",
            ),
        ]


class Override(Recorded):
    """That one of the two who may override the guard did so. It holds for the facts it names.

    `folder` is the side on which the facts are cited. What the Idva lead wrote may speak of her:
    the service manager reads it, and nobody else of that side.
    """

    folder = models.ForeignKey(Folder, on_delete=models.PROTECT, related_name="+")
    about = models.UUIDField()
    use = models.CharField(max_length=20, choices=Use.choices())
    role = models.CharField(max_length=16, choices=OverrideRole.choices())
    sealed_reason = SealedTextField(compartment="facts")

    access = Access(
        compartment=Compartment.FACTS,
        site="folder__site",
        holders=("recorder",),
        subjects=subjects_of("folder__"),
        narrowed={
            Role.CASE_MANAGER: Q(pk__in=[]),
            Role.SERVICE_MANAGER: Q(folder__side=Side.CASE_MANAGER),
            Role.PRACTICE_ADVISER: Q(pk__in=[]),
        },
    )
    objects = VisibleQuerySet["Override"].as_manager()

    class Meta:
        ordering = ["recorded_at"]
        indexes = [models.Index(fields=["about", "use"])]


class OverriddenFact(Recorded):
    """A fact that an override holds for. Only the guard reads these rows."""

    override = models.ForeignKey(Override, on_delete=models.PROTECT, related_name="facts")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["override", "fact"], name="one_row_an_override_and_fact"
            )
        ]
