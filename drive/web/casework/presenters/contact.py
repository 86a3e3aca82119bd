"""Contact in words, and the reasons for none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext, gettext_noop

from drive.vocabulary.casework import (
    AssessmentPoint,
    Channel,
    ContactType,
    NonContactCause,
    NonContactReason,
)
from drive.vocabulary.strategy import ContactPlace, ContactPlanning
from drive.web.casework import rules
from drive.web.casework.models import (
    NonContactRecord,
    SuContact,
)
from drive.web.casework.presenters.holds import whose_in_words
from drive.web.design_system.presenters import date_in_words, label


def contact_in_words(state: rules.ContactState) -> str:
    """Return where contact stands, in a few words."""
    if state.last_contact_on:
        return gettext("Contacted %(day)s") % {"day": date_in_words(state.last_contact_on)}
    if state.non_contact:
        return gettext("Not contacted: %(reason)s") % {
            "reason": lowered(gettext(state.non_contact.reason.label))
        }
    return gettext("Not contacted: no reason recorded")


def lowered(text: str) -> str:
    """Return a label as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def reason_in_words(standing: rules.NonContact | None) -> str:
    """Return the reason for no contact with its cause and the point at which it was given."""
    if standing is None:
        return gettext("No reason recorded")
    said = gettext(standing.reason.label)
    if standing.cause:
        said = f"{said} ({lowered(gettext(standing.cause.label))})"
    return gettext("%(reason)s, at %(point)s") % {
        "reason": said,
        "point": lowered(gettext(standing.point.label)),
    }


def contact_rows(contacts: Iterable[SuContact]) -> list[list[dict[str, Any]]]:
    """Return the rows of the contacts and attempts of a case."""
    return [
        [
            {"text": date_in_words(each.happened_on)},
            {"text": _how(each)},
            {"text": _outcome(each)},
            {"text": each.recorded_by.name},
        ]
        for each in contacts
    ]


def _how(contact: SuContact) -> str:
    words = label(ContactType(contact.contact_type))
    if contact.place:
        words = f"{words}, {lowered(label(ContactPlace(contact.place)))}"
    if contact.others_present:
        words = gettext("%(how)s; also present: %(others)s") % {
            "how": words,
            "others": contact.others_present,
        }
    return words


_PLANNED: Mapping[ContactPlanning, str] = {
    ContactPlanning.PLANNED: gettext_noop("planned"),
    ContactPlanning.UNPLANNED: gettext_noop("not planned"),
    ContactPlanning.EMERGENCY: gettext_noop("in an emergency"),
}


def _outcome(contact: SuContact) -> str:
    words = gettext("Reached") if contact.successful else gettext("Tried, not reached")
    if contact.planning:
        words = f"{words}, {gettext(_PLANNED[ContactPlanning(contact.planning)])}"
    if contact.next_step:
        words = gettext("%(outcome)s. Next: %(next)s") % {
            "outcome": words,
            "next": contact.next_step,
        }
    return words


def reason_history_rows(
    records: Iterable[NonContactRecord], today: date
) -> list[list[dict[str, Any]]]:
    """Return every reason that was ever given: since when, whose risk it reduced, the review."""
    return [
        [
            {"text": date_in_words(each.since or each.recorded_at)},
            {"text": label(NonContactReason(each.reason))},
            {"text": whose_in_words(each.whose_risk)},
            {"text": _review(each, today)},
            {"text": each.recorded_by.name},
        ]
        for each in records
    ]


def _review(record: NonContactRecord, today: date) -> str:
    if record.review_on is None:
        return gettext("Not recorded")
    day = date_in_words(record.review_on)
    return gettext("Overdue since %s") % day if record.review_on < today else day


def reason_rows(records: Iterable[NonContactRecord]) -> list[list[dict[str, Any]]]:
    """Return the rows of the reasons that stand, in the order of the points."""
    order = list(AssessmentPoint)
    return [
        [
            {"text": label(AssessmentPoint(each.point))},
            {"text": label(NonContactReason(each.reason))},
            {"text": label(NonContactCause(each.cause)) if each.cause else gettext("Not recorded")},
            {"text": date_in_words(each.recorded_at)},
        ]
        for each in sorted(records, key=lambda one: order.index(AssessmentPoint(one.point)))
    ]


def channel_of(contact_type: ContactType) -> Channel:
    """Return the channel under which a contact's note stands."""
    return _CHANNELS[contact_type]


_CHANNELS: Mapping[ContactType, Channel] = {
    ContactType.FACE_TO_FACE: Channel.MEETING,
    ContactType.TELEPHONE: Channel.TELEPHONE,
    ContactType.EMAIL: Channel.EMAIL,
    ContactType.LETTER: Channel.LETTER,
    ContactType.VIDEO: Channel.MEETING,
    ContactType.TEXT: Channel.TELEPHONE,
}
