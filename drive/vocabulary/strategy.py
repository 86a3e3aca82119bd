"""Words of contacting safely: the strategy, who is consulted, what ends it, and a hold."""

from drive.vocabulary.word import Word


class StrategyTemplate(Word):
    """Which questions a contact strategy asks."""

    ORDINARY = "ordinary", "Ordinary"
    STALKING = "stalking", "Stalking"


class ContactRoute(Word):
    """The way on which the first contact comes about."""

    PROBATION_APPOINTMENT = "probation_appointment", "Probation appointment"
    JOINT_MEETING = "joint_meeting", "Joint meeting with an agency"
    PRISON_VISIT = "prison_visit", "Prison visit"
    CHILD_PROTECTION = "child_protection", "Child protection process"
    OTHER_AGENCY = "other_agency", "Through another agency"
    DIRECT = "direct", "Directly, by telephone, letter or visit"


class ContactPlace(Word):
    """Where contact takes place."""

    COMMUNITY = "community", "In the community"
    PRISON = "prison", "Prison"
    PROBATION_OFFICE = "probation_office", "Probation office"
    JOINT_MEETING = "joint_meeting", "Joint meeting"
    CP_CONFERENCE = "cp_conference", "Child protection conference"
    HOME = "home", "At home"
    OFFICE = "office", "An office of ours"
    AT_A_DISTANCE = "at_a_distance", "At a distance: telephone, video, letter"
    OTHER = "other", "Another place"


class ContactPlanning(Word):
    """Whether a contact was planned, which is what a strategy has to be agreed for."""

    PLANNED = "planned", "Planned, under the agreed strategy"
    UNPLANNED = "unplanned", "Not planned: it happened"
    EMERGENCY = "emergency", "Planned in an emergency, without an agreed strategy"


class ApprovalState(Word):
    """Where something stands that others have to agree to."""

    DRAFT = "draft", "Draft"
    CONSULTED = "consulted", "Waiting for replies and agreement"
    APPROVED = "approved", "Agreed"
    REJECTED = "rejected", "Not agreed"
    EXPIRED = "expired", "Expired: renew it"
    SUPERSEDED = "superseded", "Replaced by a later version"


class Consultee(Word):
    """Who is consulted on a contact strategy."""

    IDVA_LEAD = "idva_lead", "IDVA lead"
    OFFENDER_MANAGER = "offender_manager", "Offender manager"
    CHILDRENS_SERVICES = "childrens_services", "Children's services"
    OFFICER_IN_CHARGE = "officer_in_charge", "Officer in charge"


class ConsulteeView(Word):
    """What a consultee says of a contact strategy."""

    SUPPORTS = "supports", "Supports it"
    WITH_CHANGES = "with_changes", "Would change it"
    AGAINST = "against", "Is against it"
    NO_COMMENT = "no_comment", "Has no comment"


class ExpiryTrigger(Word):
    """What ends a contact strategy before it is used up."""

    RELEASE = "release", "Release from custody"
    NEW_INCIDENT = "new_incident", "New incident"
    NEW_PARTNER = "new_partner", "New partner"
    IDVA_CHANGED = "idva_changed", "Another IDVA lead"
    NEW_INFORMATION = "new_information", "New information"
    REVIEW_DATE_PASSED = "review_date_passed", "The review date has passed"


class InformedOfDrive(Word):
    """Whether the victim-survivor was told that Drive works with the service user."""

    TOLD = "told", "She or he was told"
    NOT_SAFE_TO_TELL = "not_safe_to_tell", "It is not safe to tell her or him"


class ProceedingsStage(Word):
    """How far criminal proceedings have come."""

    INVESTIGATION = "investigation", "Under investigation"
    CHARGED = "charged", "Charged"
    AWAITING_TRIAL = "awaiting_trial", "Waiting for trial"
    ON_TRIAL = "on_trial", "On trial"
    AWAITING_SENTENCE = "awaiting_sentence", "Waiting for sentence"


class HoldState(Word):
    """Where a hold on direct work stands."""

    PROPOSED = "proposed", "Proposed"
    IN_FORCE = "in_force", "In force"
    NOT_AGREED = "not_agreed", "Not agreed"
    LIFTED = "lifted", "Lifted"
