"""The questions that forms ask, exports carry and statistics count, each named once."""

from __future__ import annotations

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import YesNo
from drive.vocabulary.assessment_questions import ASSESSMENT_2
from drive.vocabulary.casework import ContactType, EngagementLevel, RiskChangeCm
from drive.vocabulary.drive_dash import DASH_ITEMS, DASH_JUDGEMENT
from drive.vocabulary.insights import (
    IdvaIntervention,
    KnewDriveInvolved,
    RiskChangeIdva,
    SaferThanIntake,
    Sustainability,
)
from drive.vocabulary.insights_questions import FOLLOW_UP_1, INSIGHTS_2
from drive.vocabulary.needs import FIRST_TEN
from drive.vocabulary.people import (
    EmploymentStatus,
    EthnicGroup,
    Gender,
    OffenceHistory,
    RelationshipType,
    SexualOrientation,
)
from drive.vocabulary.question import Question, ask, ask_number

CORE_DATA: tuple[Question, ...] = (
    ask_number("perpetrator_age", "Perpetrator's age"),
    ask("perpetrator_gender", "Perpetrator's gender", Gender),
    ask("perpetrator_sexual_orientation", "Perpetrator's sexual orientation", SexualOrientation),
    ask("perpetrator_ethnicity", "Perpetrator's ethnic group", EthnicGroup),
    ask("perpetrator_disability", "Is the perpetrator disabled?", YesNo),
    ask("perpetrator_employment", "Perpetrator's employment", EmploymentStatus),
    ask("perpetrator_drugs", "Does the perpetrator misuse substances?", YesNo),
    ask("perpetrator_alcohol", "Does the perpetrator misuse alcohol?", YesNo),
    ask("perpetrator_mental_health", "Has the perpetrator mental health needs?", YesNo),
    ask("perpetrator_financial", "Has the perpetrator financial difficulties?", YesNo),
    ask_number("victim_survivor_age", "Victim-survivor's age"),
    ask("victim_survivor_gender", "Victim-survivor's gender", Gender),
    ask(
        "victim_survivor_sexual_orientation",
        "Victim-survivor's sexual orientation",
        SexualOrientation,
    ),
    ask("victim_survivor_ethnicity", "Victim-survivor's ethnic group", EthnicGroup),
    ask("relationship", "What the perpetrator is to the victim-survivor", RelationshipType),
    ask_number("number_of_children", "Number of children"),
    *(ask(f"abuse_{kind}", f"{kind.label} abuse heard at the Marac", YesNo) for kind in AbuseType),
)
"""The core data of each hearing (Year-1 report, lines 4040-4119): the same in both arms."""

PROFILE: tuple[Question, ...] = (
    ask("ethnicity", "Service user's ethnic group", EthnicGroup),
    ask("employment", "Service user's employment", EmploymentStatus),
    ask("children_involved", "Are children involved?", YesNo),
    ask("previous_offences", "Offences before Drive", OffenceHistory),
    ask("victim_survivor_ethnicity", "Victim-survivor's ethnic group", EthnicGroup),
)
"""Asked once, at intake."""

NEEDS: tuple[Question, ...] = tuple(
    ask(f"need_{need}", f"{need.label}: is there a need?", YesNo) for need in FIRST_TEN
)
"""Asked at each point by the first version."""

CONTACT_AND_RISK: tuple[Question, ...] = (
    ask("contact_made", "Has the service user been contacted?", YesNo),
    ask("contact_type", "Main type of contact", ContactType),
    ask("engagement", "How far does the service user engage?", EngagementLevel),
    ask(
        "risk_victim_survivor",
        "Risk to the victim-survivor since intake",
        RiskChangeCm,
        hint="Your view, from all that is known.",
    ),
    ask("risk_children", "Risk to children since intake", RiskChangeCm),
)
"""Asked at each point; the two questions on risk from the first review on."""

INSIGHTS_OUTCOMES: tuple[Question, ...] = (
    ask("change_in_risk", "Change in risk since intake", RiskChangeIdva),
    ask("sustainability", "How long is this expected to last?", Sustainability),
    ask("safer", "Does the victim-survivor feel safer than at intake?", SaferThanIntake),
)
"""The three outcome scales of the exit form (Year-1 report, lines 833-948)."""

INSIGHTS_AWARENESS: tuple[Question, ...] = (
    ask(
        "knew_drive_involved",
        "Did you know whether Drive was involved when you filled in this form?",
        KnewDriveInvolved,
        hint="Either answer is fine. The evaluation reports who knew what.",
    ),
)
"""Asked on each form in both arms, so that what was known can be reported."""

INTERVENTIONS: tuple[Question, ...] = tuple(
    ask(f"intervention_{kind}", kind.label, YesNo) for kind in IdvaIntervention
)
"""What the support consisted of; asked at exit."""

IDVA_CONTACTS: tuple[Question, ...] = (
    ask_number("number_of_contacts", "Number of contacts with the victim-survivor"),
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
    *INSIGHTS_2,
    *FOLLOW_UP_1,
    *ASSESSMENT_2,
    *DASH_ITEMS,
    *DASH_JUDGEMENT,
)
