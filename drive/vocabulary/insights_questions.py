"""What version 2 of the Insights forms asks, and the five-minute form of the follow-up.

The same in both arms: no question, label or list here speaks of an arm.
"""

from __future__ import annotations

from drive.vocabulary.answers import YesNo
from drive.vocabulary.assessments import RiskLevel
from drive.vocabulary.casework import ContactType
from drive.vocabulary.insights import (
    ChildContact,
    FearLevel,
    HerNeed,
    KnewDriveInvolved,
    LifeQuality,
    SaferThanAtHearing,
    SpaceLevel,
)
from drive.vocabulary.question import Condition, Question, QuestionKind, ask, ask_number

AFRAID_NOW = ask("afraid_now", "How afraid is the victim-survivor now?", FearLevel)

HER_RISK: tuple[Question, ...] = (
    ask(
        "idva_risk_level",
        "How great is the risk to the victim-survivor now?",
        RiskLevel,
        hint="Your view, from all that is known.",
    ),
    AFRAID_NOW,
    ask("afraid_for_children", "How afraid is she for her children?", FearLevel),
    ask("lives_with_him", "Does she live with the perpetrator?", YesNo),
    ask("separating", "Has she ended the relationship, or is she about to?", YesNo),
)
"""Risk as the Idva sees it, and fear as she tells it."""

HER_NEEDS: tuple[Question, ...] = tuple(
    ask(f"her_need_{need}", f"{need.label}: does she need help?", YesNo) for need in HerNeed
)
"""Her own needs; the perpetrator's are asked of the case manager."""

HER_CHILDREN: tuple[Question, ...] = (
    ask_number("children_with_her", "How many children live with her or come to stay?"),
    ask("children_lived_it", "Have children seen, heard or suffered the abuse?", YesNo),
    ask("children_services_with_her", "Are children's services involved?", YesNo),
    ask("children_see_him", "What contact has the perpetrator with children?", ChildContact),
)
"""Her children, in this series of forms."""

HER_LIFE: tuple[Question, ...] = (
    ask("quality_of_life", "How good is her life now, in her own view?", LifeQuality),
    ask("space_going_out", "Can she go where she wishes, and see whom she wishes?", SpaceLevel),
    ask("space_reaching_others", "Can she write and telephone unwatched?", SpaceLevel),
    ask("space_money", "Can she use money as she needs to?", SpaceLevel),
    ask("space_home", "Can she decide about her home and her children?", SpaceLevel),
    ask("space_opinions", "Can she say what she thinks?", SpaceLevel),
)
"""Quality of life, and space for action: how much of her life is hers to decide."""

OWN_WORDS_CONSENT = ask(
    "own_words_consent",
    "Does she agree that her own words are kept?",
    YesNo,
    hint="They are sealed and read on this case only, unless she agrees to more below.",
)
OWN_WORDS = Question(
    key="own_words",
    label="What would she like to have written here, in her own words?",
    kind=QuestionKind.TEXT,
    only_if=Condition(OWN_WORDS_CONSENT.key, YesNo.YES),
)

OWN_WORDS_TO_RATERS = Question(
    key="own_words_to_raters",
    label="Does she agree that two people who do not know her read her words, without names?",
    words=YesNo,
    hint=(
        "They check how abuse is rated, and learn neither who she is nor where or when. "
        "No is a full answer: nothing changes for her."
    ),
    only_if=Condition(OWN_WORDS_CONSENT.key, YesNo.YES),
)
"""An agreement of its own: that words are kept on a case says nothing of who else reads them."""

HER_WORDS: tuple[Question, ...] = (OWN_WORDS_CONSENT, OWN_WORDS, OWN_WORDS_TO_RATERS)
"""Kept sealed, and only where she agrees."""

AWARENESS_2: tuple[Question, ...] = (
    ask(
        "knew_drive_involved",
        "Did you know whether Drive was involved when you filled in this form?",
        KnewDriveInvolved,
        hint="Either answer is fine. The evaluation reports who knew what.",
    ),
    Question(
        key="learned_on",
        label="When did you learn it?",
        kind=QuestionKind.DATE,
        only_if=Condition("knew_drive_involved", KnewDriveInvolved.YES),
    ),
)
"""Asked on each form in both arms, so that what was known, and since when, can be reported."""

KIND_OF_CONTACT: tuple[Question, ...] = (
    ask("kind_of_contact", "How were you mostly in touch with her?", ContactType),
)
"""Asked at exit, beside the number of contacts."""

SPOKEN_WITH: tuple[Question, ...] = (
    ask(
        "spoken_with",
        "Did she answer these questions herself?",
        YesNo,
        hint="If you could not reach her, say so, and give that as the reason below.",
    ),
)

HOW_SHE_IS: tuple[Question, ...] = (
    ask(
        "safer_than_at_hearing",
        "Does she feel safer than when her case was heard at the Marac?",
        SaferThanAtHearing,
    ),
    AFRAID_NOW,
    ask("space_overall", "Can she live her life as she chooses?", SpaceLevel),
)

FOLLOW_UP_1: tuple[Question, ...] = (*SPOKEN_WITH, *HOW_SHE_IS)
"""What the follow-up asks beside the four types of abuse and what the Idva knew."""

INSIGHTS_2: tuple[Question, ...] = (
    *HER_RISK,
    *HER_NEEDS,
    *HER_CHILDREN,
    *HER_LIFE,
    *HER_WORDS,
    *AWARENESS_2,
    *KIND_OF_CONTACT,
)
"""What version 2 asks beyond the outcome scales, the interventions and the abuse."""
