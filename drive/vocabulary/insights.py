"""Words of Insights: the Idva's forms, the same in both arms.

The outcome scales are printed scales in which not knowing and not asking are counted
categories (Year-1 report, lines 847-948); every other scale leaves them to ValueStatus.
"""

from drive.vocabulary.word import Word


class InsightsStage(Word):
    """When the Idva records."""

    INTAKE = "intake", "Intake"
    REVIEW = "review", "Review"
    EXIT = "exit", "Exit"


class RiskChangeIdva(Word):
    """The Idva's view of how the risk has changed."""

    SIGNIFICANT_REDUCTION = "significant_reduction", "Significant reduction"
    MODERATE_REDUCTION = "moderate_reduction", "Moderate reduction"
    LIMITED_OR_NONE = "limited_or_none", "Limited or no reduction"
    INCREASED = "increased", "Increased risk"
    DONT_KNOW = "dont_know", "Don't know"


class Sustainability(Word):
    """How long the reduction of risk is expected to last."""

    PERMANENT = "permanent", "Permanently eliminated"
    LONG_OVER_2Y = "long_over_2y", "Long term: over 2 years"
    MEDIUM_6M_2Y = "medium_6m_2y", "Medium term: 6 months to 2 years"
    SHORT_1_6M = "short_1_6m", "Short term: 1 to under 6 months"
    UNPREDICTABLE = "unpredictable", "Don't know or unpredictable"


class SaferThanIntake(Word):
    """Whether she feels safer than at intake."""

    MUCH = "much", "Much safer"
    SLIGHTLY = "slightly", "Slightly safer"
    NO_CHANGE = "no_change", "No change"
    LESS_SAFE = "less_safe", "Less safe"
    NOT_ASKED = "not_asked", "Not asked"
    NOT_CONTACTABLE = "not_contactable", "Client not contactable"


class IdvaIntervention(Word):
    """What the Idva's support consisted of."""

    SAFETY_PLANNING = "safety_planning", "Safety planning"
    MARAC = "marac", "Referral to Marac"
    POLICE_LIAISON = "police_liaison", "Liaison with and support from police"
    CRIMINAL_COURT = "criminal_court", "Criminal court process"
    PROBATION_LIAISON = "probation_liaison", "Liaison with probation"
    CIVIL_ORDERS = "civil_orders", "Civil justice orders"
    HOUSING = "housing", "Housing"
    FINANCE_BENEFITS = "finance_benefits", "Finance and benefits"
    IMMIGRATION = "immigration", "Immigration"
    HEALTH_WELLBEING = "health_wellbeing", "Health and wellbeing"
    CHILDREN_YOUNG_PEOPLE = "children_young_people", "Children and young people"
    HBV_FORCED_MARRIAGE = "hbv_forced_marriage", "Honour-based violence or forced marriage"


class KnewDriveInvolved(Word):
    """Whether the Idva knew, when she filled the form, that Drive was involved."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNSURE = "unsure", "Unsure"
