"""Words of what is kept on a Drive case as dated entries: levers, orders, support, children."""

from drive.vocabulary.word import Word


class LeverType(Word):
    """What may move somebody to take part, or hold him to it."""

    GOOD_PARENT = "good_parent", "Wants to be a good parent"
    CHILD_CONTACT = "child_contact", "Wants contact with a child"
    OWN_HEALTH = "own_health", "Own health"
    SUPPORT_ACCESS = "support_access", "Access to support"
    PRISON = "prison", "Prison, or the risk of it"
    SENTENCE_LICENCE = "sentence_licence", "Sentence plan or licence"
    REHABILITATION_DAYS = "rehabilitation_days", "Rehabilitation activity days"
    PROBATION_APPOINTMENT = "probation_appointment", "Probation appointment"
    CHILD_PROTECTION_PLAN = "child_protection_plan", "Child protection plan"
    COURT_ORDER = "court_order", "Court order"


class LeverClass(Word):
    """Whether somebody wants it, or has to."""

    ASPIRATIONAL = "aspirational", "What he or she wants"
    COMPULSORY = "compulsory", "What he or she has to do"


class OrderType(Word):
    """An order, or a condition of one, that binds the service user."""

    RESTRAINING_ORDER = "restraining_order", "Restraining order"
    NON_MOLESTATION_ORDER = "non_molestation_order", "Non-molestation order"
    OCCUPATION_ORDER = "occupation_order", "Occupation order"
    INJUNCTION = "injunction", "Other injunction"
    PROTECTION_NOTICE = "protection_notice", "Domestic violence protection notice"
    PROTECTION_ORDER = "protection_order", "Domestic violence protection order"
    STALKING_ORDER = "stalking_order", "Stalking protection order"
    BAIL_CONDITION = "bail_condition", "Bail condition"
    LICENCE_CONDITION = "licence_condition", "Licence condition"
    NO_CONTACT_CONDITION = "no_contact_condition", "Condition of no contact"
    COMMUNITY_ORDER = "community_order", "Community order"
    SUSPENDED_SENTENCE = "suspended_sentence", "Suspended sentence"
    OTHER = "other", "Other"


class BreachDecision(Word):
    """What the offender manager, the court or the police decided about a breach."""

    WAITING = "waiting", "No decision yet"
    RECALLED = "recalled", "Recalled to prison"
    RECALL_DECLINED = "recall_declined", "Recall considered and declined"
    RETURNED_TO_COURT = "returned_to_court", "Returned to court"
    ARRESTED = "arrested", "Arrested"
    WARNED = "warned", "Warned"
    NO_ACTION = "no_action", "No action"


class RiskEventKind(Word):
    """What changes a risk from one day to the next."""

    THREAT = "threat", "Threat"
    BREACH = "breach", "Breach"
    SEPARATION = "separation", "Separation"
    RELEASE = "release", "Release"
    ARREST = "arrest", "Arrest"


class SupportType(Word):
    """What support is about."""

    HOUSING = "housing", "Housing"
    SUBSTANCE = "substance", "Alcohol or drugs"
    MENTAL_HEALTH = "mental_health", "Mental health"
    PHYSICAL_HEALTH = "physical_health", "Physical health, GP"
    BENEFITS = "benefits", "Benefits"
    FINANCES = "finances", "Personal finances"
    ACTIVITY = "activity", "Work, training or meaningful activity"
    FOOD_BANK = "food_bank", "Food bank"
    ACCOMPANIMENT = "accompaniment", "Going along to an appointment"
    TELEPHONE_CALLS = "telephone_calls", "Telephone calls with or for the service user"
    DECISIONS = "decisions", "Help with a decision"
    EXPLAINING = "explaining", "Explaining advice or a letter"
    PRESCRIPTION = "prescription", "Prescription before release"
    OTHER = "other", "Other"


class DependencyRating(Word):
    """How far somebody does a thing alone."""

    DEPENDENT = "dependent", "The case manager does it for him or her"
    TOGETHER = "together", "They do it together"
    SELF_RELIANT = "self_reliant", "He or she does it alone"


class SupportOutcome(Word):
    """What came of support."""

    UNDER_WAY = "under_way", "Under way"
    DONE = "done", "Done"
    REFUSED = "refused", "Refused by the service user"
    TURNED_DOWN = "turned_down", "Turned down by the service"
    NO_PLACE = "no_place", "There is nowhere to refer to"


class AdvocacyAim(Word):
    """What is to be changed, for the safety of a victim-survivor or a child."""

    ABUSE_SEEN = "abuse_seen", "That abuse is taken into account"
    SUPPORT_FOR_HER = "support_for_her", "That the IDVA or another service acts"
    RECALL = "recall", "That recall or another sanction is used"
    COURSE = "course", "That a course or programme is looked at again"
    CHILD_PROTECTION = "child_protection", "That child protection is opened again"
    OTHER = "other", "Another decision, policy or process"


class AdvocacyTechnique(Word):
    """How an institution is moved."""

    REMINDER = "reminder", "A friendly reminder"
    RELATIONSHIP = "relationship", "Through a good working relationship"
    FORMAL_CHALLENGE = "formal_challenge", "A formal challenge"
    DEATH_REVIEW = "death_review", "Pointing to a domestic homicide review"


class AdvocacyResult(Word):
    """What came of it."""

    WAITING = "waiting", "No answer yet"
    CHANGED = "changed", "The decision was changed"
    PARTLY_CHANGED = "partly_changed", "The decision was changed in part"
    NOT_CHANGED = "not_changed", "The decision stands"


class BehaviourMethod(Word):
    """How behaviour change is worked at in a session."""

    RELATIONSHIP = "relationship", "Building a relationship"
    MOTIVATIONAL = "motivational", "Motivational interviewing"
    PSYCHO_EDUCATION = (
        "psycho_education",
        "Psycho-education: definitions, video, research, role play",
    )
    REFLECTIVE_CBT = "reflective_cbt", "Reflection on triggers, self-talk and attitudes"
    SELF_REDEFINITION = "self_redefinition", "A better idea of himself or herself"
    MASCULINITY = "masculinity", "Masculinity and vulnerability"
    TRAUMA_BACKGROUND = "trauma_background", "Trauma and background"
    EMPATHY = "empathy", "Empathy, and what it does to her and to children"
    IMPULSE_CONTROL = "impulse_control", "Impulse control"
    PARENTING = "parenting", "Parenting"
    FAMILY = "family", "Work with the family"
    POSITIONING = "positioning", "Where Drive stands towards other services"
    STEP_DOWN = "step_down", "Stepping down"


class Admission(Word):
    """How far somebody owns up to what is known."""

    DENIED = "denied", "Denied it"
    BLAMED = "blamed", "Blamed somebody else"
    MINIMISED = "minimised", "Made little of it"
    PARTLY = "partly", "Admitted a part of it"
    ADMITTED = "admitted", "Admitted it"


class SelfReported(Word):
    """What a service user reports of himself or herself at the end."""

    IMPULSE_CONTROL = "impulse_control", "Controls impulses"
    REASON_UNDER_STRESS = "reason_under_stress", "Stays reasonable under stress"
    ACCEPTS_CRITICISM = "accepts_criticism", "Accepts criticism"
    LESS_SUICIDAL = "less_suicidal", "Has fewer thoughts of suicide"
    ABSTINENT = "abstinent", "Has stopped drinking or taking drugs"
    RELATIONSHIPS = "relationships", "Gets on better with others"
    RECOGNISES_IMPACT = "recognises_impact", "Sees what the abuse did"


class ChildStatus(Word):
    """What a child is to children's social care."""

    NONE = "none", "Not known to children's social care"
    IN_NEED = "in_need", "Child in need"
    PROTECTION_PLAN = "protection_plan", "On a child protection plan"
    LOOKED_AFTER = "looked_after", "Looked after"
    OFF_THE_PLAN = "off_the_plan", "Taken off the child protection plan"
    CLOSED = "closed", "Closed"
    REOPENED = "reopened", "Opened again"


class ChildEventKind(Word):
    """What was done for a child, or asked about it."""

    REFERRAL = "referral", "Referral to children's social care"
    ABUSE_LEFT_OUT = "abuse_left_out", "Domestic abuse left out of an assessment"
    REPORT = "report", "Report by the case manager"
    CORE_GROUP = "core_group", "Core group or conference attended"
    CONTACT_REQUEST = "contact_request", "Contact with the child requested"
    COMMENDATION = "commendation", "Letter of commendation"


class ChildDecision(Word):
    """What children's social care, or a court, decided."""

    WAITING = "waiting", "No decision yet"
    ASSESSMENT = "assessment", "Assessment"
    PLAN = "plan", "Plan"
    GRANTED = "granted", "Granted"
    REFUSED = "refused", "Refused"
    NO_ACTION = "no_action", "No further action"


class PlaceKind(Word):
    """Where somebody stays: a kind of place, never an address."""

    OWN_HOME = "own_home", "Own home"
    WITH_PARTNER = "with_partner", "With a partner"
    WITH_FAMILY = "with_family", "With family"
    WITH_FRIENDS = "with_friends", "With friends"
    HOSTEL = "hostel", "Hostel or shared house"
    APPROVED_PREMISES = "approved_premises", "Approved premises"
    TEMPORARY = "temporary", "Temporary accommodation"
    STREET = "street", "On the street"
    HOSPITAL = "hospital", "Hospital"
    PRISON = "prison", "Prison"
    MOVED_ON = "moved_on", "No longer where he or she was"


class FamilyWork(Word):
    """What is done with the family of a service user."""

    SHARE = "share", "Information shared"
    SUPPORT = "support", "Support given"
    SIGNPOST = "signpost", "Pointed to another service"


class AdjustmentKind(Word):
    """Why something has to be done differently."""

    LITERACY = "literacy", "Reading and writing"
    ANXIETY = "anxiety", "Anxiety"
    LANGUAGE = "language", "Language"
    DISABILITY = "disability", "Disability"
    CONFERENCE = "conference", "Conferences: meeting the chair first, where people sit"
    OTHER = "other", "Other"


class PathwayKind(Word):
    """What makes a case one that is worked in its own way."""

    STALKING = "stalking", "Stalking"
    SEVERE_DEPENDENCY = "severe_dependency", "Severe dependency on alcohol or drugs"
    SEVERE_MENTAL_ILLNESS = "severe_mental_illness", "Severe mental illness"


class TaskAnswer(Word):
    """What became of a task that is done when somebody says so."""

    DONE = "done", "It is done"
    NOT_NEEDED = "not_needed", "It is no longer needed"


class ReviewVerdict(Word):
    """What a review of a pathway finds."""

    GO_ON = "go_on", "Go on as planned"
    CHANGE = "change", "Go on, with changes"
    NOT_SUITABLE = "not_suitable", "Drive does not suit the service user"
