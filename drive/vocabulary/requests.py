"""Words of what agencies are asked for, and of what becomes of it."""

from drive.vocabulary.word import Word


class RequestKind(Word):
    """What an agency is asked for."""

    INFORMATION = "information", "Information"
    ACTION = "action", "An action that disrupts abuse"
    BREACH = "breach", "A decision on a breach"
    ADVOCACY = "advocacy", "To change a decision, policy or process"
    CHILD = "child", "A referral to children’s social care"
    DISCLOSURE = "disclosure", "A disclosure under Clare’s Law (DVDS)"
    MARAC = "marac", "A hearing at a Marac again"


class RequestTopic(Word):
    """What information is asked for."""

    BACKGROUND = "background", "Background"
    ABUSE_NOW = "abuse_now", "Abuse now"
    ABUSE_BEFORE = "abuse_before", "Abuse before"
    PREVIOUS_PARTNERS = "previous_partners", "Previous partners"
    ALCOHOL_DRUGS = "alcohol_drugs", "Alcohol and drugs"
    MENTAL_HEALTH = "mental_health", "Mental health"
    CHILDREN = "children", "Children, and child protection now or before"
    ACCOMMODATION = "accommodation", "Accommodation"
    ATTITUDES = "attitudes", "Attitudes"
    WHEREABOUTS = "whereabouts", "Whereabouts"


class RequestPurpose(Word):
    """What it is asked for."""

    KNOW_THE_RISK = "know_the_risk", "To know the risk before anything else is done"
    SAFE_CONTACT = "safe_contact", "To make contact with the service user safe"
    DISRUPT = "disrupt", "To disrupt abuse"
    PROTECT_A_CHILD = "protect_a_child", "To protect a child"
    SUPPORT = "support", "To find support for the service user"


class RequestState(Word):
    """Where a request stands."""

    DRAFT = "draft", "Not sent"
    SENT = "sent", "Sent"
    CHASED = "chased", "Chased"
    PARTIAL = "partial", "Answered in part"
    AGREED = "agreed", "Agreed, not done yet"
    ESCALATED = "escalated", "Escalated"
    CONTESTED = "contested", "Refusal contested"
    ANSWERED = "answered", "Answered"
    DONE = "done", "Done"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"
    SUBSTITUTED = "substituted", "Another source was asked"


ENDED = frozenset(
    {
        RequestState.ANSWERED,
        RequestState.DONE,
        RequestState.REFUSED,
        RequestState.WITHDRAWN,
        RequestState.SUBSTITUTED,
    }
)
"""Where nobody waits any more."""


class RequestStepKind(Word):
    """What happened to a request."""

    SENT = "sent", "Sent"
    CHASED = "chased", "Chased"
    ESCALATED = "escalated", "Escalated"
    ANSWERED_IN_PART = "answered_in_part", "Answered in part"
    ANSWERED = "answered", "Answered"
    AGREED = "agreed", "Agreed"
    DONE = "done", "Done"
    REFUSED = "refused", "Refused"
    CONTESTED = "contested", "Refusal contested"
    WITHDRAWN = "withdrawn", "Withdrawn"
    SUBSTITUTED = "substituted", "Another source was asked"
    CAME_LATE = "came_late", "An answer came after the end"


class RequestDue(Word):
    """What a request waits for."""

    SEND = "send", "It has not been sent"
    LEAVE = "leave", "What was written has not left yet"
    ANSWER = "answer", "Their answer"
    CHASE = "chase", "A chaser is due"
    PROPOSE = "propose", "Another source, or the next rung of the ladder"
    TOP = "top", "Nobody answered, up to the top of the ladder"
    NOTHING = "nothing", "Nothing"


class SourceReason(Word):
    """Why an agency probably knows what another did not answer."""

    REFERRED = "referred", "Referred the pair to the Marac"
    TOLD_BEFORE = "told_before", "Told us about this before"
    USUALLY_KNOWS = "usually_knows", "Agencies of this kind usually know it"


class RequestWay(Word):
    """By which way an agency is asked."""

    EMAIL = "email", "E-mail"
    LETTER = "letter", "Letter"
    TELEPHONE = "telephone", "Telephone"


class EscalationLevel(Word):
    """The rungs of the ladder, from the person who was asked to the board."""

    PERSON = "person", "The person"
    MANAGER = "manager", "Their manager"
    SINGLE_POINT = "single_point", "The single point of contact"
    STRATEGIC_LEAD = "strategic_lead", "The strategic lead"
    BOARD = "board", "The board"


class RefusalReason(Word):
    """Why an agency refuses."""

    NO_AGREEMENT = "no_agreement", "There is no agreement to share"
    NO_CONSENT = "no_consent", "There is no consent"
    DATA_PROTECTION = "data_protection", "Data protection"
    OUT_OF_AREA = "out_of_area", "Out of their area"
    NOT_THEIRS = "not_theirs", "They do not hold it, or it is not theirs to do"
    BELOW_THRESHOLD = "below_threshold", "Below their threshold"
    NO_CAPACITY = "no_capacity", "No capacity"
    NO_REASON = "no_reason", "No reason was given"
    OTHER = "other", "Another reason"


class DisruptionType(Word):
    """What an agency is asked to do so that abuse cannot go on."""

    LICENCE_CONDITION = "licence_condition", "A licence condition"
    RECALL = "recall", "Recall"
    ARREST = "arrest", "Arrest"
    OTHER_CRIME = "other_crime", "Arrest or inquiry for another crime"
    WELFARE_CHECK = "welfare_check", "A house call or welfare check"
    POLICE_FLAG = "police_flag", "A police flag"
    ADDRESS_CHALLENGE = "address_challenge", "A challenge of where he lives or stays"
    CIVIL_ORDER = "civil_order", "A civil order"
    CHILD_PROTECTION = "child_protection", "A child protection referral"
    MULTI_AGENCY_MEETING = "multi_agency_meeting", "A multi-agency meeting"
    JOINT_MONITORING = "joint_monitoring", "Joint monitoring"
    PROPERTY = "property", "Removal or storage of property"
    HOUSING_ACTION = "housing_action", "A housing action, such as stopping an eviction"
    HOME_VISIT = "home_visit", "A home visit"
    INFORMATION_SHARING = "information_sharing", "Sharing information to disrupt"
    OTHER = "other", "Another action"


class ActionEffect(Word):
    """What an action did to the risk."""

    LOWER = "lower", "The risk is lower"
    SAME = "same", "The risk is the same"
    HIGHER = "higher", "The risk is higher"
    TOO_EARLY = "too_early", "Too early to say"


class DvdsRoute(Word):
    """Who begins a disclosure under Clare's Law."""

    ASK = "ask", "Right to ask"
    KNOW = "know", "Right to know"


class DvdsDecision(Word):
    """What the police and their panel decided."""

    WAITING = "waiting", "No decision yet"
    DISCLOSE = "disclose", "To disclose"
    DO_NOT_DISCLOSE = "do_not_disclose", "Not to disclose"
    PROTECT_OTHERWISE = "protect_otherwise", "Not to disclose, and to protect in another way"


class InitiatedBy(Word):
    """Who began it, so that what Drive itself brings about can be told from an outcome."""

    DRIVE = "drive", "Drive"
    IDVA = "idva", "The IDVA"
    POLICE = "police", "The police"
    OTHER_AGENCY = "other_agency", "Another agency"


class Discloser(Word):
    """Who made a disclosure under Clare's Law."""

    POLICE = "police", "The police"
    POLICE_AND_IDVA = "police_and_idva", "The police and an IDVA"
    IDVA_AND_CASE_MANAGER = "idva_and_case_manager", "An IDVA and the case manager"
    OTHER = "other", "Somebody else whom the panel named"


class DvdsStanding(Word):
    """Where an application under Clare's Law stands."""

    WAITING = "waiting", "Waits for a decision"
    OVERDUE = "overdue", "Overdue"
    TO_BE_DISCLOSED = "to_be_disclosed", "To be disclosed"
    DISCLOSED = "disclosed", "Disclosed"
    NOT_DISCLOSED = "not_disclosed", "Not disclosed"
    ENDED = "ended", "Not asked for any more"


class MaracTrigger(Word):
    """What happened so that a pair is to be heard at a Marac again."""

    VIOLENCE = "violence", "Violence"
    THREATS = "threats", "Threats"
    STALKING = "stalking", "Stalking or harassment"
    SEXUAL_ABUSE = "sexual_abuse", "Sexual abuse"
    CONTROL = "control", "Controlling or coercive behaviour"
    BREACH = "breach", "A breach of an order or a condition"
    RELEASE = "release", "A release"
    OTHER = "other", "Something else"


FURTHER_ABUSE = frozenset(MaracTrigger) - {MaracTrigger.RELEASE, MaracTrigger.OTHER}
"""The triggers that are further abuse: within twelve months they make a repeat."""
