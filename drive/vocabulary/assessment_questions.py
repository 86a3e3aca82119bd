"""What version 2 of the assessment asks, section by section."""

from __future__ import annotations

from drive.vocabulary.answers import InformationSource as Who
from drive.vocabulary.answers import YesNo
from drive.vocabulary.assessments import (
    Extent,
    Genuineness,
    NeedLevel,
    NeedPlan,
    Readiness,
    RiskLevel,
)
from drive.vocabulary.casework import (
    ContactType,
    EngagementLevel,
    NonContactCause,
    NonContactReason,
    RiskChangeCm,
)
from drive.vocabulary.needs import NeedType
from drive.vocabulary.people import EmploymentStatus, EthnicGroup, OffenceHistory
from drive.vocabulary.question import Condition, Question
from drive.vocabulary.word import Word

_HE_OR_PROBATION = (Who.SU, Who.PROBATION)

PROFILE_2: tuple[Question, ...] = (
    Question(
        key="ethnicity",
        label="Service user's ethnic group",
        words=EthnicGroup,
        likely=(Who.SU, Who.POLICE, Who.PROBATION),
    ),
    Question(
        key="employment",
        label="Service user's employment",
        words=EmploymentStatus,
        likely=_HE_OR_PROBATION,
    ),
    Question(
        key="children_involved",
        label="Are children involved?",
        words=YesNo,
        likely=(Who.CSC, Who.MARAC, Who.IDVA),
    ),
    Question(
        key="children_services_involved",
        label="Are children's services involved?",
        words=YesNo,
        likely=(Who.CSC,),
    ),
    Question(
        key="previous_offences",
        label="Offences before Drive",
        words=OffenceHistory,
        likely=(Who.POLICE, Who.PROBATION),
    ),
    Question(
        key="proceedings_at_intake",
        label="Are criminal or civil proceedings under way?",
        words=YesNo,
        likely=(Who.POLICE, Who.COURT, Who.PROBATION),
    ),
    Question(
        key="living_with_victim_survivor",
        label="Does the service user live with a victim-survivor?",
        words=YesNo,
        likely=(Who.IDVA, Who.POLICE),
    ),
    Question(
        key="victim_survivor_ethnicity",
        label="Victim-survivor's ethnic group",
        words=EthnicGroup,
        likely=(Who.IDVA, Who.MARAC),
    ),
)
"""Asked once, at intake."""

_KNOW_OF_NEED: dict[NeedType, tuple[Who, ...]] = {
    NeedType.DRUGS: (Who.PROBATION, Who.HEALTH, Who.SU),
    NeedType.ALCOHOL: (Who.PROBATION, Who.HEALTH, Who.SU),
    NeedType.HOUSING: (Who.HOUSING, Who.PROBATION, Who.SU),
    NeedType.MENTAL_HEALTH: (Who.HEALTH, Who.PROBATION, Who.SU),
    NeedType.FINANCIAL: _HE_OR_PROBATION,
    NeedType.UNEMPLOYMENT: _HE_OR_PROBATION,
    NeedType.CHILDREN_FAMILY: (Who.CSC, Who.SU),
    NeedType.PARENTING_CAPACITY: (Who.CSC, Who.SU),
    NeedType.SOCIAL_ISOLATION: _HE_OR_PROBATION,
    NeedType.PHYSICAL_HEALTH: (Who.HEALTH, Who.SU),
    NeedType.LITERACY: _HE_OR_PROBATION,
}


def _need(need: NeedType) -> tuple[Question, ...]:
    """Return what is asked about one need: whether, how great, and what is done about it."""
    there = Condition(f"need_{need}", YesNo.YES)
    return (
        Question(
            key=there.key,
            label=f"{need.label}: is there a need?",
            words=YesNo,
            likely=_KNOW_OF_NEED[need],
        ),
        Question(
            key=f"level_of_need_{need}",
            label=f"{need.label}: how great is the need?",
            words=NeedLevel,
            only_if=there,
        ),
        Question(
            key=f"plan_for_need_{need}",
            label=f"{need.label}: what is done about it?",
            words=NeedPlan,
            only_if=there,
        ),
    )


NEEDS_2: tuple[Question, ...] = tuple(each for need in NeedType for each in _need(need))
"""Asked at each point."""

_SEES_RISK = (Who.CASE_MANAGER_OBSERVATION, Who.IDVA, Who.POLICE)

RISK_LEVELS: tuple[Question, ...] = (
    Question(
        key="risk_level_victim_survivor",
        label="How great is the risk to the victim-survivor now?",
        words=RiskLevel,
        hint="Your view, from all that is known. Of several, the one in the greatest danger.",
        likely=_SEES_RISK,
    ),
    Question(
        key="risk_level_children",
        label="How great is the risk to children now?",
        words=RiskLevel,
        likely=(Who.CSC, Who.CASE_MANAGER_OBSERVATION),
    ),
)
"""Asked at each point."""

RISK_CHANGES: tuple[Question, ...] = (
    Question(
        key="risk_victim_survivor",
        label="Risk to the victim-survivor since intake",
        words=RiskChangeCm,
        hint="Your view, from all that is known.",
        likely=_SEES_RISK,
    ),
    Question(
        key="risk_children",
        label="Risk to children since intake",
        words=RiskChangeCm,
        likely=(Who.CSC, Who.CASE_MANAGER_OBSERVATION),
    ),
)
"""Asked from the first review on."""

_MADE = Condition("contact_made", YesNo.YES)
_NOT_MADE = Condition("contact_made", YesNo.NO)


def _if_contacted(key: str, label: str, words: type[Word]) -> Question:
    return Question(key=key, label=label, words=words, only_if=_MADE)


CONTACT_2: tuple[Question, ...] = (
    Question(
        key="contact_made",
        label="Has the service user been contacted?",
        words=YesNo,
        likely=(Who.CASE_MANAGER_OBSERVATION,),
    ),
    _if_contacted("contact_type", "Main type of contact", ContactType),
    _if_contacted("genuineness", "How genuine is the engagement?", Genuineness),
    _if_contacted("readiness", "How ready is the service user to change?", Readiness),
    _if_contacted("denial", "Does the service user deny the abuse?", Extent),
    _if_contacted("minimisation", "Does the service user make the abuse smaller?", Extent),
    _if_contacted("blame", "Does the service user put the blame on others?", Extent),
    _if_contacted("responsibility", "Does the service user take responsibility?", Extent),
    Question(
        key="non_contact_reason",
        label="Why has there been no contact?",
        words=NonContactReason,
        only_if=_NOT_MADE,
        hint="“Planned or pending” cannot stand at closure.",
    ),
    Question(
        key="non_contact_cause",
        label="What stands behind it?",
        words=NonContactCause,
        only_if=_NOT_MADE,
    ),
    Question(
        key="engagement",
        label="How far does the service user engage?",
        words=EngagementLevel,
        likely=(Who.CASE_MANAGER_OBSERVATION, Who.PROBATION),
    ),
)
"""Asked at each point."""


ASSESSMENT_2: tuple[Question, ...] = (
    *PROFILE_2,
    *NEEDS_2,
    *RISK_LEVELS,
    *RISK_CHANGES,
    *CONTACT_2,
)
"""All of them but the Drive-DASH."""
