"""Needs, and the two series in which they are reported."""

from drive.vocabulary.word import Word


class NeedType(Word):
    """A need that can make abuse harder to stop or to escape."""

    DRUGS = "drugs", "Substance misuse"
    ALCOHOL = "alcohol", "Alcohol misuse"
    HOUSING = "housing", "Housing"
    MENTAL_HEALTH = "mental_health", "Mental health"
    FINANCIAL = "financial", "Financial"
    UNEMPLOYMENT = "unemployment", "Unemployment"
    CHILDREN_FAMILY = "children_family", "Children and family"
    PARENTING_CAPACITY = "parenting_capacity", "Parenting capacity"
    SOCIAL_ISOLATION = "social_isolation", "Social isolation"
    PHYSICAL_HEALTH = "physical_health", "Physical health"


YEAR_1_FOUR: tuple[NeedType, ...] = (
    NeedType.DRUGS,
    NeedType.ALCOHOL,
    NeedType.HOUSING,
    NeedType.MENTAL_HEALTH,
)
"""The four needs of the first year's tables."""
