"""Who is to be asked on a day, and on what sharing rests. Pure."""

from drive.web.organisations.rules.agreements import (
    Found,
    Terms,
    agreement_state,
    best_agreement,
    days_to_live,
    good_to_know,
)
from drive.web.organisations.rules.book import Away, Became, Book, Somebody, absence_on, within
from drive.web.organisations.rules.circles import (
    covers_in_a_circle,
    end_of_chain,
    first_overlapping,
)
from drive.web.organisations.rules.days import check_days
from drive.web.organisations.rules.ladder import LADDER, USUAL_WAIT, role_in_words
from drive.web.organisations.rules.ringing import Ring, at_rung, ring

__all__ = [
    "LADDER",
    "USUAL_WAIT",
    "Away",
    "Became",
    "Book",
    "Found",
    "Ring",
    "Somebody",
    "Terms",
    "absence_on",
    "agreement_state",
    "at_rung",
    "best_agreement",
    "check_days",
    "covers_in_a_circle",
    "days_to_live",
    "end_of_chain",
    "first_overlapping",
    "good_to_know",
    "ring",
    "role_in_words",
    "within",
]
