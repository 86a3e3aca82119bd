"""Words of a piece of work beyond what was done: its direction, its outcome, and whose doing it is.

What was done, for what aim and with or without the service user are in `vocabulary.casework`.
"""

from __future__ import annotations

from collections.abc import Mapping

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, WorkMode
from drive.vocabulary.word import Word


class Direction(Word):
    """Which way a message went."""

    OUT = "out", "We got in touch"
    IN = "in", "They got in touch"


class WorkOutcome(Word):
    """What came of a piece of work."""

    DONE = "done", "Done or agreed"
    PROMISED = "promised", "Promised, still to come"
    INFORMATION = "information", "Information came"
    MESSAGE_LEFT = "message_left", "Message left"
    NO_REPLY = "no_reply", "No reply"
    REFUSED = "refused", "Refused"
    NONE = "none", "Nothing to follow"


class Attribution(Word):
    """Whether it would have happened without Drive."""

    WOULD_NOT_HAVE_HAPPENED = "would_not_have_happened", "No: it would not have happened"
    CRITICAL = "critical", "Perhaps, but Drive was critical to it"
    CONTRIBUTED = "contributed", "Drive contributed"
    WOULD_HAVE_HAPPENED = "would_have_happened", "Yes: it would have happened"


class LinkedTo(Word):
    """What else on a case a piece of work belongs to."""

    STRATEGY = "strategy", "Contact strategy"
    REQUEST = "request", "Information request"
    ACTION = "action", "Action"
    SESSION = "session", "Behaviour-change session"
    SUPPORT = "support", "Support"
    LEVER = "lever", "Lever"
    ORDER = "order", "Order or licence condition"
    CHILD = "child", "Child"
    DOCUMENT = "document", "Document"


class DirectWork(Word):
    """What direct work is for."""

    CONTACT = "contact", "Making and sustaining contact"
    SUPPORT = "support", "Direct support"
    BEHAVIOUR_CHANGE = "behaviour_change", "Behaviour change"
    OTHER = "other", "Other direct work"


class AgencyGroup(Word):
    """The agencies as work with them is counted."""

    IDVA = "idva", "IDVA service"
    PROBATION = "probation", "Probation"
    POLICE = "police", "Police"
    CSC = "csc", "Children's social care"
    FORUMS = "forums", "Multi-agency forums"
    HOUSING = "housing", "Housing"
    MENTAL_HEALTH = "mental_health", "Mental health"
    SCHOOL = "school", "Schools"
    SUBSTANCE = "substance", "Alcohol and drug services"
    VS_SECTOR = "vs_sector", "Other victim-survivor services"
    OTHER = "other", "Other"


ASKS_ATTRIBUTION = frozenset(
    {ActivityCode.DISRUPTION, ActivityCode.ADVOCACY, ActivityCode.SAFETY_PLANNING}
)
"""Where it is asked whether it would have happened without Drive.

Only what would not have happened, or what Drive was critical to, was counted as disruption and
risk management (Year-1 report, lines 1029-1033).
"""

DUE_TO_DRIVE = frozenset({Attribution.WOULD_NOT_HAVE_HAPPENED, Attribution.CRITICAL})
"""What counts as due to Drive."""

INFORMATION_SHARING = frozenset(
    {ActivityCode.INFO_REQUEST, ActivityCode.INFO_RECEIVED, ActivityCode.INFO_SHARED}
)
"""What counts as sharing information, whichever way it went (Year-1 report, lines 985-998)."""

_DIRECT = frozenset(
    {
        ActivityCode.CONTACT_ATTEMPT,
        ActivityCode.CONTACT,
        ActivityCode.SUPPORT_DIRECT,
        ActivityCode.BEHAVIOUR_CHANGE,
    }
)

ACTIVITY_MEANINGS: Mapping[ActivityCode, str] = {
    ActivityCode.INFO_REQUEST: "Somebody was asked for information, or reminded.",
    ActivityCode.INFO_RECEIVED: "Somebody told us something.",
    ActivityCode.INFO_SHARED: "We told somebody something.",
    ActivityCode.MEETING: "Marac, MAPPA, core group, or any meeting about the case.",
    ActivityCode.SAFETY_PLANNING: "Making contact with the service user safe for others.",
    ActivityCode.DISRUPTION: (
        "Making abuse harder to go on with: a licence condition, a welfare check, an arrest, "
        "a re-referral."
    ),
    ActivityCode.ADVOCACY: (
        "In the narrow sense: changing a decision, a policy or a process that stands already."
    ),
    ActivityCode.CHILD_SAFEGUARDING: "For the safety of a child, with children's services or not.",
    ActivityCode.SUPPORT_INDIRECT: "For the service user, without him or her: a place, a referral.",
    ActivityCode.CONTACT_ATTEMPT: "The service user was tried and not reached. It is work too.",
    ActivityCode.CONTACT: "In touch with the service user, in whatever way.",
    ActivityCode.SUPPORT_DIRECT: "With the service user: housing, benefits, health, work.",
    ActivityCode.BEHAVIOUR_CHANGE: "Work with the service user on the abuse itself.",
    ActivityCode.LEVER: "Finding or using what moves the service user to take part.",
    ActivityCode.RISK: "Judging risk.",
    ActivityCode.SUPERVISION: "The case in supervision or on a practice board.",
}
"""What each activity means, in a sentence that can stand beside it."""


def usual_mode(activity: ActivityCode) -> WorkMode:
    """Return whether an activity is usually done with the service user, attempts included.

    Direct work is all contact with the service user by whatever means, failed attempts included
    (Year-1 report, lines 1225-1230).
    """
    return WorkMode.DIRECT if activity in _DIRECT else WorkMode.INDIRECT


_DIRECT_WORK = {
    ActivityCode.CONTACT: DirectWork.CONTACT,
    ActivityCode.CONTACT_ATTEMPT: DirectWork.CONTACT,
    ActivityCode.SUPPORT_DIRECT: DirectWork.SUPPORT,
    ActivityCode.BEHAVIOUR_CHANGE: DirectWork.BEHAVIOUR_CHANGE,
}


def direct_work(activity: ActivityCode) -> DirectWork:
    """Return what a piece of direct work is for."""
    return _DIRECT_WORK.get(activity, DirectWork.OTHER)


_GROUPS = {
    AgencyType.PROBATION_NPS: AgencyGroup.PROBATION,
    AgencyType.PROBATION_CRC: AgencyGroup.PROBATION,
    AgencyType.PROBATION_SERVICE: AgencyGroup.PROBATION,
    AgencyType.MARAC: AgencyGroup.FORUMS,
    AgencyType.MAPPA: AgencyGroup.FORUMS,
    AgencyType.MASH: AgencyGroup.FORUMS,
    AgencyType.MARAT: AgencyGroup.FORUMS,
    AgencyType.MADAP: AgencyGroup.FORUMS,
}

_ALONE = {group.value: group for group in AgencyGroup}


def agency_group(kind: AgencyType) -> AgencyGroup:
    """Return the group in which work with an agency is counted.

    The groups are those of the Year-1 report (lines 975-980); probation takes both its services
    together (final report, line 147).
    """
    if kind in _GROUPS:
        return _GROUPS[kind]
    return _ALONE.get(kind.value, AgencyGroup.OTHER)
