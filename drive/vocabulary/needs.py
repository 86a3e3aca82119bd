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
    LITERACY = "literacy", "Reading and basic skills"


YEAR_1_FOUR: tuple[NeedType, ...] = (
    NeedType.DRUGS,
    NeedType.ALCOHOL,
    NeedType.HOUSING,
    NeedType.MENTAL_HEALTH,
)
"""The four needs of the first year's tables."""

FIRST_TEN: tuple[NeedType, ...] = tuple(each for each in NeedType if each is not NeedType.LITERACY)
"""The needs that the first version of the assessment asks about."""

FINAL_NINE: tuple[tuple[NeedType, ...], ...] = (
    (NeedType.DRUGS, NeedType.ALCOHOL),
    *((each,) for each in FIRST_TEN if each not in {NeedType.DRUGS, NeedType.ALCOHOL}),
)
"""The nine needs of the final report (line 110), in which drugs and alcohol are one."""
