"""Rounds of narratives that two people rate again.

They are an app of their own, on the layer of `monitoring`. They need the Idva's forms, the arms and
the gate's knowledge of what is protected, so they stand above all of these; `monitoring` counts for
service managers and evaluators, while no model here is ever read by whoever works with a case,
but by the Idva whose own words it redacts. Nothing here keeps an arm: it is looked up when a sample
is drawn and when a result is computed. No relation leads back from an Insights record.
"""

from drive.web.adjudication.models.narratives import Narrative, Redaction
from drive.web.adjudication.models.ratings import Verdict, VerdictRating
from drive.web.adjudication.models.rounds import Round, RoundResult, Seat

__all__ = [
    "Narrative",
    "Redaction",
    "Round",
    "RoundResult",
    "Seat",
    "Verdict",
    "VerdictRating",
]
