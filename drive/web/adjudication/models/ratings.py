"""What an adjudicator says of a narrative. Only he or she reads it; the result counts it."""

from django.db import models

from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment
from drive.web.adjudication.models.narratives import Narrative, Redaction
from drive.web.adjudication.models.rounds import Seat
from drive.web.core.models import Recorded
from drive.web.recording.models import RatingRow

_OWN = Access(compartment=Compartment.ADJUDICATION, holders=("recorder",))


class Verdict(Recorded):
    """One adjudicator's ratings of one narrative, and the very text that was before him or her."""

    narrative = models.ForeignKey(Narrative, on_delete=models.PROTECT, related_name="verdicts")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="verdicts")
    redaction = models.ForeignKey(Redaction, on_delete=models.PROTECT, related_name="+")

    access = _OWN
    objects = VisibleQuerySet["Verdict"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["narrative", "seat"], name="one_verdict_a_seat")
        ]


class VerdictRating(RatingRow):
    """One type of abuse. What cannot be told from the text is asked, not known."""

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="ratings")

    access = _OWN
    objects = VisibleQuerySet["VerdictRating"].as_manager()

    class Meta(RatingRow.Meta):
        constraints = [
            *RatingRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["verdict", "abuse_type"], name="one_verdict_rating_a_type"
            ),
        ]
