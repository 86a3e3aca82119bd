"""Words of the directory: who is whom in an agency, what may be shared, what there is locally."""

from drive.vocabulary.word import Word


class ContactRole(Word):
    """What somebody is in an agency. The order is that of the escalation ladder."""

    PRACTITIONER = "practitioner", "Practitioner"
    MANAGER = "manager", "Their manager"
    SINGLE_POINT = "single_point", "Single point of contact"
    STRATEGIC_LEAD = "strategic_lead", "Strategic lead"
    BOARD = "board", "Member of the board"


class SharedField(Word):
    """What an agreement lets an agency share."""

    IDENTITY = "identity", "Names and dates of birth"
    WHEREABOUTS = "whereabouts", "Addresses and whereabouts"
    INCIDENTS = "incidents", "Incidents and calls"
    OFFENCES = "offences", "Charges, convictions and bail"
    SENTENCE = "sentence", "Sentence, licence and compliance"
    RISK = "risk", "Risk assessments"
    ABUSE = "abuse", "Domestic abuse: who did what to whom"
    CHILDREN = "children", "Children and their plans"
    HEALTH = "health", "Health, alcohol and drugs"
    HOUSING = "housing", "Housing"
    MONEY_WORK = "money_work", "Benefits and work"


class ArmsCovered(Word):
    """For whom an agreement was made. What covers one arm alone cannot be compared."""

    BOTH = "both", "Both arms"
    DRIVE_ALONE = "drive_alone", "Those drawn to Drive alone"


class AgreementState(Word):
    """How an agreement stands on a day."""

    NEGOTIATION = "negotiation", "Being negotiated"
    SIGNED = "signed", "Signed, not live yet"
    LIVE = "live", "Live"
    REVIEW = "review", "Live, and due for review"
    ENDED = "ended", "Ended"


class LawfulBasis(Word):
    """On what sharing rests."""

    PUBLIC_TASK = "public_task", "Public task: UK GDPR 6(1)(e)"
    LEGITIMATE_INTERESTS = "legitimate_interests", "Legitimate interests: UK GDPR 6(1)(f)"
    VITAL_INTERESTS = "vital_interests", "Vital interests: UK GDPR 6(1)(d)"
    LEGAL_OBLIGATION = "legal_obligation", "Legal obligation: UK GDPR 6(1)(c)"
    LAW_ENFORCEMENT = "law_enforcement", "Law enforcement: Data Protection Act 2018, part 3"
    CRIME_AND_DISORDER = "crime_and_disorder", "Crime and Disorder Act 1998, section 115"
    CHILDREN_ACT = "children_act", "Children Act 1989, sections 17 and 47"


class ProvisionKind(Word):
    """What a local service is for."""

    HOUSING = "housing", "Housing"
    SUBSTANCE = "substance", "Alcohol or drugs"
    MENTAL_HEALTH = "mental_health", "Mental health"
    PERPETRATOR_PROGRAMME = "perpetrator_programme", "Perpetrator programme"
    PARENTING = "parenting", "Parenting"
    BENEFITS = "benefits", "Benefits and money"
    WORK_AND_TRAINING = "work_and_training", "Work and training"
    VS_SERVICES = "vs_services", "Victim-survivor services"
    CHILDREN = "children", "Services for children"
    OTHER = "other", "Other"


class ProvisionState(Word):
    """Whether somebody can be referred to a local service now."""

    OPEN = "open", "Takes referrals"
    WAITING = "waiting", "Has a waiting list"
    CLOSED = "closed", "Takes no referrals now"
    MISSING = "missing", "There is none: a gap"
