"""Answers and ratings as rows, drafts, and the marks of what was submitted."""

from dataclasses import replace

from django.db import models
from django.db.models import F, Q

from drive.vocabulary.abuse import AbuseType, Frequency, RiseBasis, Severity, Trend
from drive.vocabulary.answers import Answer, InformationSource, SourceSafety, ValueStatus, YesNo
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.core.models import BaseModel, Recorded
from drive.web.core.sealing import SealedTextField
from drive.web.organisations.models import Site


def a_value_if_known(field: str) -> Q:
    """Return the condition that a value stands if, and only if, its status is KNOWN."""
    status = f"{field}_status" if field != "value" else "status"
    known = Q(**{status: ValueStatus.KNOWN})
    empty = Q(**{field: ""})
    return (known & ~empty) | (~known & empty)


class AnswerRow(Recorded):
    """One answered question. A correction is a new row that supersedes; nothing is overwritten."""

    question = models.CharField(max_length=60)
    value = models.TextField(blank=True)
    status = models.CharField(max_length=24, choices=ValueStatus.choices())
    source = models.CharField(max_length=30, blank=True, choices=InformationSource.choices())
    source_label = models.CharField(max_length=80, blank=True)
    as_of = models.DateField(null=True)
    safety = models.CharField(max_length=24, blank=True, choices=SourceSafety.choices())
    reconstructed = models.BooleanField(default=False)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=a_value_if_known("value"), name="%(class)s_value_if_known"
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")), name="%(class)s_does_not_supersede_itself"
            ),
        ]

    @property
    def answer(self) -> Answer:
        """The answer as the words of the field know it."""
        return Answer(
            value=self.value or None,
            status=ValueStatus(self.status),
            source=InformationSource(self.source) if self.source else None,
            as_of=self.as_of,
            safety=SourceSafety(self.safety) if self.safety else None,
            reconstructed=self.reconstructed,
        )


class RatingRow(Recorded):
    """One type of abuse rated: `used` and `severity` are two answers, neither derived."""

    abuse_type = models.CharField(max_length=24, choices=AbuseType.choices())
    used = models.CharField(max_length=3, blank=True, choices=YesNo.choices())
    used_status = models.CharField(max_length=24, choices=ValueStatus.choices())
    severity = models.CharField(max_length=10, blank=True, choices=Severity.choices())
    severity_status = models.CharField(max_length=24, choices=ValueStatus.choices())
    definition_version = models.CharField(max_length=20)
    source = models.CharField(max_length=30, blank=True, choices=InformationSource.choices())
    reconstructed = models.BooleanField(default=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=a_value_if_known("used"), name="%(class)s_used_if_known"
            ),
            models.CheckConstraint(
                condition=a_value_if_known("severity"), name="%(class)s_severity_if_known"
            ),
        ]

    @property
    def rating(self) -> Rating:
        """The rating as the words of the field know it."""
        source = InformationSource(self.source) if self.source else None
        used, severity = (
            Answer(
                value=value or None,
                status=ValueStatus(status),
                source=source,
                reconstructed=self.reconstructed,
            )
            for value, status in (
                (self.used, self.used_status),
                (self.severity, self.severity_status),
            )
        )
        return Rating(
            abuse_type=AbuseType(self.abuse_type),
            used=used,
            severity=severity,
            definition_version=self.definition_version,
        )


DETAILS = ("frequency", "last_on", "trend", "rise_basis")
"""What is asked further about a type of abuse, where it is asked in depth."""


class RatingInDepth(RatingRow):
    """A rating with how often, when last, the trend, and what a rise rests on.

    Each has an empty status where it was not asked. A type that was not used has none of them.
    """

    frequency = models.CharField(max_length=12, blank=True, choices=Frequency.choices())
    frequency_status = models.CharField(max_length=24, blank=True, choices=ValueStatus.choices())
    last_on = models.CharField(max_length=10, blank=True)
    last_on_status = models.CharField(max_length=24, blank=True, choices=ValueStatus.choices())
    trend = models.CharField(max_length=10, blank=True, choices=Trend.choices())
    trend_status = models.CharField(max_length=24, blank=True, choices=ValueStatus.choices())
    rise_basis = models.CharField(max_length=16, blank=True, choices=RiseBasis.choices())
    rise_basis_status = models.CharField(max_length=24, blank=True, choices=ValueStatus.choices())

    class Meta(RatingRow.Meta):
        abstract = True

    @property
    def rating(self) -> Rating:
        """The rating with everything that was asked about it."""
        return replace(
            super().rating,
            frequency=self._detail("frequency"),
            last_on=self._detail("last_on"),
            trend=self._detail("trend"),
            rise_basis=self._detail("rise_basis"),
        )

    def _detail(self, name: str) -> Answer | None:
        status = getattr(self, f"{name}_status")
        if not status:
            return None
        return Answer(value=getattr(self, name) or None, status=ValueStatus(status))


def details_if_known(prefix: str) -> list[models.CheckConstraint]:
    """Return the constraints by which each detail has a value if, and only if, it is known."""
    return [
        models.CheckConstraint(condition=a_value_if_known(name), name=f"{prefix}_{name}_if_known")
        for name in DETAILS
    ]


class Draft(BaseModel):
    """What somebody has typed and not yet submitted: sealed, private to its author.

    One row for each open page that typed it. The latest is offered by the form; the others lie
    `aside` and are offered beside it.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=80)
    subject = models.CharField(max_length=80, blank=True)
    path = models.CharField(max_length=300)
    sealed_text = SealedTextField(compartment="drafts")
    saved_at = models.DateTimeField()
    rescued = models.BooleanField(default=False)
    page = models.CharField(max_length=36, blank=True)
    number = models.PositiveIntegerField(default=0)
    aside = models.BooleanField(default=False)

    objects = VisibleQuerySet["Draft"].as_manager()

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "form", "subject"],
                condition=Q(aside=False),
                name="one_draft_a_form_and_subject",
            ),
            models.UniqueConstraint(
                fields=["user", "form", "subject", "page"], name="one_draft_an_open_page"
            ),
        ]


class Submission(BaseModel):
    """The mark that a form was submitted: the same key twice makes one row, not two."""

    key = models.UUIDField(unique=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=80)
    result_id = models.UUIDField(null=True)
    submitted_at = models.DateTimeField()
    content_mark = models.CharField(max_length=64, blank=True)
    draft_page = models.CharField(max_length=36, blank=True)
    draft_number = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(
                fields=["draft_page"], condition=~Q(draft_page=""), name="submission_by_open_page"
            )
        ]


class WordsKept(BaseModel):
    """How often in a month a site kept words that it was asked to consider. Nobody is named."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    times = models.PositiveIntegerField(default=0)

    access = Access(compartment=Compartment.CASEWORK, site="site")
    objects = VisibleQuerySet["WordsKept"].as_manager()

    class Meta:
        ordering = ["month"]
        constraints = [
            models.UniqueConstraint(fields=["site", "month"], name="words_kept_once_a_site_month")
        ]
