"""The questions that forms ask, exports carry and statistics count, each named once."""

from __future__ import annotations

from dataclasses import dataclass

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import ContactType, EngagementLevel, RiskChangeCm
from drive.vocabulary.insights import (
    IdvaIntervention,
    KnewDriveInvolved,
    RiskChangeIdva,
    SaferThanIntake,
    Sustainability,
)
from drive.vocabulary.needs import NeedType
from drive.vocabulary.people import (
    EmploymentStatus,
    EthnicGroup,
    Gender,
    OffenceHistory,
    RelationshipType,
    SexualOrientation,
)
from drive.vocabulary.word import Word


class QuestionKind(Word):
    """What shape a value has."""

    WORD = "word", "One of a list"
    NUMBER = "number", "Whole number"
    TEXT = "text", "Text"
    DATE = "date", "Date"


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question.

    Parameters
    ----------
    key : str
        The name stored with each answer.
    label : str
        What the person who fills the form reads.
    kind : QuestionKind
        The shape of the value.
    words : type[Word] or None
        The list from which a WORD is chosen.
    hint : str
        A line under the label.
    """

    key: str
    label: str
    kind: QuestionKind = QuestionKind.WORD
    words: type[Word] | None = None
    hint: str = ""


def _ask(key: str, label: str, words: type[Word], *, hint: str = "") -> Question:
    return Question(key=key, label=label, words=words, hint=hint)


def _ask_number(key: str, label: str) -> Question:
    return Question(key=key, label=label, kind=QuestionKind.NUMBER)


CORE_DATA: tuple[Question, ...] = (
    _ask_number("perpetrator_age", "Perpetrator's age"),
    _ask("perpetrator_gender", "Perpetrator's gender", Gender),
    _ask("perpetrator_sexual_orientation", "Perpetrator's sexual orientation", SexualOrientation),
    _ask("perpetrator_ethnicity", "Perpetrator's ethnic group", EthnicGroup),
    _ask("perpetrator_disability", "Is the perpetrator disabled?", YesNo),
    _ask("perpetrator_employment", "Perpetrator's employment", EmploymentStatus),
    _ask("perpetrator_drugs", "Does the perpetrator misuse substances?", YesNo),
    _ask("perpetrator_alcohol", "Does the perpetrator misuse alcohol?", YesNo),
    _ask("perpetrator_mental_health", "Has the perpetrator mental health needs?", YesNo),
    _ask("perpetrator_financial", "Has the perpetrator financial difficulties?", YesNo),
    _ask_number("victim_survivor_age", "Victim-survivor's age"),
    _ask("victim_survivor_gender", "Victim-survivor's gender", Gender),
    _ask(
        "victim_survivor_sexual_orientation",
        "Victim-survivor's sexual orientation",
        SexualOrientation,
    ),
    _ask("victim_survivor_ethnicity", "Victim-survivor's ethnic group", EthnicGroup),
    _ask("relationship", "What the perpetrator is to the victim-survivor", RelationshipType),
    _ask_number("number_of_children", "Number of children"),
    *(_ask(f"abuse_{kind}", f"{kind.label} abuse heard at the Marac", YesNo) for kind in AbuseType),
)
"""The core data of each hearing (Year-1 report, lines 4040-4119): the same in both arms."""

PROFILE: tuple[Question, ...] = (
    _ask("ethnicity", "Service user's ethnic group", EthnicGroup),
    _ask("employment", "Service user's employment", EmploymentStatus),
    _ask("children_involved", "Are children involved?", YesNo),
    _ask("previous_offences", "Offences before Drive", OffenceHistory),
    _ask("victim_survivor_ethnicity", "Victim-survivor's ethnic group", EthnicGroup),
)
"""Asked once, at intake."""

NEEDS: tuple[Question, ...] = tuple(
    _ask(f"need_{need}", f"{need.label}: is there a need?", YesNo) for need in NeedType
)
"""Asked at each point."""

CONTACT_AND_RISK: tuple[Question, ...] = (
    _ask("contact_made", "Has the service user been contacted?", YesNo),
    _ask("contact_type", "Main type of contact", ContactType),
    _ask("engagement", "How far does the service user engage?", EngagementLevel),
    _ask(
        "risk_victim_survivor",
        "Risk to the victim-survivor since intake",
        RiskChangeCm,
        hint="Your view, from all that is known.",
    ),
    _ask("risk_children", "Risk to children since intake", RiskChangeCm),
)
"""Asked at each point; the two questions on risk from the first review on."""

INSIGHTS_OUTCOMES: tuple[Question, ...] = (
    _ask("change_in_risk", "Change in risk since intake", RiskChangeIdva),
    _ask("sustainability", "How long is this expected to last?", Sustainability),
    _ask("safer", "Does the victim-survivor feel safer than at intake?", SaferThanIntake),
)
"""The three outcome scales of the exit form (Year-1 report, lines 833-948)."""

INSIGHTS_AWARENESS: tuple[Question, ...] = (
    _ask(
        "knew_drive_involved",
        "Did you know whether Drive was involved when you filled in this form?",
        KnewDriveInvolved,
        hint="Either answer is fine. The evaluation reports who knew what.",
    ),
)
"""Asked on each form in both arms, so that what was known can be reported."""

INTERVENTIONS: tuple[Question, ...] = tuple(
    _ask(f"intervention_{kind}", kind.label, YesNo) for kind in IdvaIntervention
)
"""What the support consisted of; asked at exit."""

IDVA_CONTACTS: tuple[Question, ...] = (
    _ask_number("number_of_contacts", "Number of contacts with the victim-survivor"),
)
"""Asked at exit."""

ALL_QUESTIONS: tuple[Question, ...] = (
    *CORE_DATA,
    *PROFILE,
    *NEEDS,
    *CONTACT_AND_RISK,
    *INSIGHTS_OUTCOMES,
    *INSIGHTS_AWARENESS,
    *INTERVENTIONS,
    *IDVA_CONTACTS,
)
