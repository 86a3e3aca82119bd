"""Words of what is known: who said it, by which way it came, what it may be used for."""

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.word import Word


class Side(Word):
    """On which side of the wall something is recorded."""

    CASE_MANAGER = "case_manager", "The case manager's side"
    IDVA = "idva", "The IDVA's side"


class FactTopic(Word):
    """What a fact is about."""

    ABUSE = "abuse", "Abuse and threats"
    WEAPONS = "weapons", "Weapons"
    WHEREABOUTS = "whereabouts", "Where he is and how he moves"
    CONTACT = "contact", "Contact with her or with the children"
    CHILDREN = "children", "Children"
    RELATIONSHIPS = "relationships", "Partners, family and friends"
    ORDERS = "orders", "Orders, bail and licence"
    HEALTH = "health", "Health, alcohol and drugs"
    MONEY_HOUSING_WORK = "money_housing_work", "Money, housing and work"
    TECHNOLOGY = "technology", "Telephones, accounts and devices"
    OTHER = "other", "Something else"


class SourceRoute(Word):
    """By which way a fact came to whoever records it."""

    DIRECT = "direct", "Directly"
    THROUGH_IDVA = "through_idva", "Through the IDVA"
    THROUGH_CASE_MANAGER = "through_case_manager", "Through the case manager"
    THROUGH_MARAC = "through_marac", "Through the Marac"
    THROUGH_AGENCY = "through_agency", "Through an agency"
    OPEN_SOURCE = "open_source", "From an open source"


class Reliability(Word):
    """How far a fact can be relied on."""

    CONFIRMED = "confirmed", "Confirmed by a record or seen oneself"
    LIKELY = "likely", "Likely: from a source that was right before"
    NOT_TESTED = "not_tested", "Not tested"


class Independence(Word):
    """Whether something would be known had she not spoken. Unsure counts as no."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNSURE = "unsure", "Unsure: it counts as no"


class WishAnswer(Word):
    """What she wishes for a fact that she may have told."""

    USE = "use", "It may be used"
    ASK_AGAIN = "ask_again", "Ask her again before each use"
    NOT_USED = "not_used", "She does not want it used"


class Use(Word):
    """What facts are used for. Whether the guard may stop it hangs on this alone."""

    CONTACT = "contact", "Contact with the service user"
    CONFRONTATION = "confrontation", "Telling the service user what is known"
    CONDITION = "condition", "A condition, order or restriction"
    ARREST = "arrest", "An arrest"
    TEXT_TO_HIM = "text_to_him", "A text that the service user may get"
    SUBJECT_ACCESS = "subject_access", "The service user's subject-access pack"
    DISRUPTION = "disruption", "A request to disrupt"
    INFORMATION = "information", "A request for information"
    PROTECTIVE_SHARING = "protective_sharing", "Confidential sharing to protect"
    THREAT_TO_LIFE = "threat_to_life", "Threat to life or of serious harm"
    CHILD_AT_RISK = "child_at_risk", "A child at risk"


SEEN_BY_HIM = frozenset(
    {
        Use.CONTACT,
        Use.CONFRONTATION,
        Use.CONDITION,
        Use.ARREST,
        Use.TEXT_TO_HIM,
        Use.SUBJECT_ACCESS,
        Use.DISRUPTION,
        Use.INFORMATION,
    }
)
"""The uses that he can see, or from which he can infer who spoke."""

LIFE_SAVING = frozenset({Use.THREAT_TO_LIFE, Use.CHILD_AT_RISK})
"""The uses that wait for nothing."""


class Duty(Word):
    """What has to be done with a use that is never stopped."""

    NOT_TO_BE_REVEALED = (
        "not_to_be_revealed",
        "Send it with the handling code: not to be revealed to the service user",
    )
    TELL_IDVA_LEAD = "tell_idva_lead", "Tell the IDVA lead at once"
    TELL_SERVICE_MANAGER = "tell_service_manager", "Tell the service manager at once"
    LEDGER = "ledger", "Enter it in the disclosure ledger"
    REVIEW_NEXT_WORKING_DAY = "review_next_working_day", "Review it on the next working day"


class GuardOutcome(Word):
    """What the guard says of a use."""

    FREE = "free", "Nothing stands against it"
    WARNED = "warned", "It may be used with care"
    STOPPED = "stopped", "It is stopped"


class OverrideRole(Word):
    """The two who together may override the guard."""

    SERVICE_MANAGER = "service_manager", "Service manager"
    IDVA_LEAD = "idva_lead", "IDVA lead"


class CitationKind(Word):
    """What rests on a fact."""

    STRATEGY = "strategy", "Contact strategy"
    OUTGOING = "outgoing", "Something that leaves the system"
    REQUEST = "request", "A request to an agency"
    OTHER = "other", "Something else"


class Tells(Word):
    """What a thing is from which a fact can be known."""

    ITSELF = "itself", "The fact itself"
    MADE_FROM_IT = "made_from_it", "A fact made from it"
    SUMMARY = "summary", "A summary released to the other side"
    STRATEGY = "strategy", "A contact strategy that rests on it"
    OUTGOING = "outgoing", "Something written to leave that rests on it"
    REQUEST = "request", "A request that rests on it"
    OTHER = "other", "Something else that rests on it"


class ChronologyKind(Word):
    """The kinds of event that a joint chronology is made of."""

    CONTACT = "contact", "Contact"
    DISENGAGED = "disengaged", "Out of contact"
    INCIDENT = "incident", "Incident"
    ORDER = "order", "Order"
    RELEASE = "release", "Release from custody"


HER_SOURCES = frozenset(
    {InformationSource.VICTIM_SURVIVOR, InformationSource.IDVA, InformationSource.FAMILY}
)
"""Who speaks from her side. Whose family it is is not told apart: it counts as hers."""

HER_SERVICES = frozenset({AgencyType.IDVA, AgencyType.VS_SECTOR})
"""The kinds of service that stand at her side."""
