"""Words of Insights: the Idva's forms, the same in both arms.

The outcome scales are printed scales in which not knowing and not asking are counted
categories (Year-1 report, lines 847-948); every other scale leaves them to ValueStatus.
"""

from drive.vocabulary.word import Word


class InsightsStage(Word):
    """When the Idva records: during support, and in the months of the follow-up."""

    INTAKE = "intake", "Intake"
    REVIEW = "review", "Review"
    EXIT = "exit", "Exit"
    MONTH_3 = "month_3", "3 months"
    MONTH_6 = "month_6", "6 months"
    MONTH_10 = "month_10", "10 months"
    MONTH_16 = "month_16", "16 months"


OF_SUPPORT: tuple[InsightsStage, ...] = (
    InsightsStage.INTAKE,
    InsightsStage.REVIEW,
    InsightsStage.EXIT,
)
"""The forms of the series: they go with the support."""

FOLLOW_UP_MONTHS: dict[InsightsStage, int] = {
    InsightsStage.MONTH_3: 3,
    InsightsStage.MONTH_6: 6,
    InsightsStage.MONTH_10: 10,
    InsightsStage.MONTH_16: 16,
}
"""The fixed times, in months from the day from which both arms are followed up.

They do not go with the support: an exit is not one time point (final report, exits among those
with intake were 31% and 54%).
"""


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


class FearLevel(Word):
    """How afraid she is."""

    NOT_AFRAID = "not_afraid", "Not afraid"
    A_LITTLE = "a_little", "A little afraid"
    QUITE = "quite", "Quite afraid"
    VERY = "very", "Very afraid"


class LifeQuality(Word):
    """How good her life is, as she sees it."""

    VERY_POOR = "very_poor", "Very poor"
    POOR = "poor", "Poor"
    FAIR = "fair", "Neither good nor poor"
    GOOD = "good", "Good"
    VERY_GOOD = "very_good", "Very good"


class SpaceLevel(Word):
    """How far something in her life is hers to decide: her space for action."""

    NEVER = "never", "Never"
    SOMETIMES = "sometimes", "Sometimes"
    MOSTLY = "mostly", "Mostly"
    ALWAYS = "always", "Always"


class SaferThanAtHearing(Word):
    """Whether she feels safer than on the day that is the same in both arms: the Marac's."""

    MUCH = "much", "Much safer"
    SLIGHTLY = "slightly", "Slightly safer"
    NO_CHANGE = "no_change", "No change"
    LESS_SAFE = "less_safe", "Less safe"


class ChildContact(Word):
    """How the perpetrator and the children see one another."""

    NONE = "none", "None"
    SUPERVISED = "supervised", "With somebody present"
    UNSUPERVISED = "unsupervised", "Alone with them"
    LIVES_WITH = "lives_with", "They live together"


class HerNeed(Word):
    """What a victim-survivor may need help with."""

    HOUSING = "housing", "Housing"
    MONEY = "money", "Money and benefits"
    IMMIGRATION = "immigration", "Immigration"
    MENTAL_HEALTH = "mental_health", "Mental health"
    PHYSICAL_HEALTH = "physical_health", "Physical health"
    ALCOHOL_DRUGS = "alcohol_drugs", "Alcohol or drugs"
    LAW = "law", "Law and courts"
    WORK = "work", "Work or education"
    ISOLATION = "isolation", "Being alone"
    LANGUAGE = "language", "An interpreter"
    DISABILITY = "disability", "A disability"
