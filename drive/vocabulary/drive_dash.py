"""The Drive-DASH: 24 signs of danger in our own words, counted, and never lowered by judgement.

The items of the instrument that Drive used are not printed in its reports. These are our own,
under keys that a licensed wording can take over (see `docs/how-to/form-wording.md`).
"""

from __future__ import annotations

from drive.vocabulary.answers import InformationSource as Who
from drive.vocabulary.answers import YesNo
from drive.vocabulary.assessments import RiskLevel
from drive.vocabulary.question import Condition, Question, QuestionKind

DASH_VERSION = "own-1"
MEDIUM_FROM = 7
HIGH_FROM = 14
"""The score from which a level is reached; 14 is where a Marac is usually called."""

_SIGNS: tuple[tuple[str, tuple[Who, ...]], ...] = (
    ("Has anybody been injured by the service user in the past three months?", (Who.POLICE,)),
    ("Is the abuse becoming more frequent or more severe?", (Who.IDVA, Who.POLICE)),
    ("Has the service user used a weapon, or threatened to?", (Who.POLICE, Who.IDVA)),
    ("Has the service user ever pressed on somebody's neck or stopped their breath?", (Who.IDVA,)),
    ("Has the service user threatened to kill anybody?", (Who.POLICE, Who.IDVA)),
    ("Has the service user threatened or attempted suicide?", (Who.HEALTH, Who.POLICE)),
    ("Does the service user follow, watch or turn up uninvited?", (Who.IDVA, Who.POLICE)),
    ("Does the service user call or write again and again, unwanted?", (Who.IDVA,)),
    ("Does the service user control money, movement or whom somebody meets?", (Who.IDVA,)),
    ("Is the service user extremely jealous?", (Who.IDVA, Who.SU)),
    ("Has the service user forced or pressed anybody into sex?", (Who.IDVA, Who.POLICE)),
    ("Has the service user harmed or threatened a child?", (Who.CSC, Who.POLICE)),
    ("Is contact with children used to reach or to frighten the other parent?", (Who.CSC,)),
    ("Has the service user harmed an animal?", (Who.IDVA,)),
    ("Has there been a separation, or is one coming?", (Who.IDVA, Who.SU)),
    ("Is somebody in the home pregnant, or is there a child under two?", (Who.CSC, Who.HEALTH)),
    ("Has the service user broken bail, an order or a licence?", (Who.PROBATION, Who.POLICE)),
    ("Did the service user abuse somebody else before?", (Who.POLICE, Who.MARAC)),
    ("Has the service user been violent to people outside the family?", (Who.POLICE,)),
    ("Do drink, drugs or mental ill health make the abuse worse?", (Who.PROBATION, Who.HEALTH)),
    ("Has the service user just lost work, home, money or a court case?", (Who.SU, Who.PROBATION)),
    ("Can the service user reach the victim-survivor: a home, a key, a workplace?", (Who.IDVA,)),
    ("Do others help the service user to find or to press somebody?", (Who.IDVA, Who.POLICE)),
    ("Does anybody who knows the family fear serious harm?", (Who.IDVA, Who.CSC)),
)

DASH_ITEMS: tuple[Question, ...] = tuple(
    Question(key=f"dash_{number:02}", label=words, words=YesNo, likely=likely)
    for number, (words, likely) in enumerate(_SIGNS, start=1)
)
"""Twenty-four signs, each yes or no."""

_RAISED = Condition("dash_raised", YesNo.YES)

DASH_JUDGEMENT: tuple[Question, ...] = (
    Question(
        key="dash_raised",
        label="Is the risk higher, in your judgement, than the number of signs says?",
        words=YesNo,
        hint="Judgement may raise the level, never lower it.",
        likely=(Who.CASE_MANAGER_OBSERVATION,),
    ),
    Question(
        key="dash_judgement",
        label="To which level do you raise it?",
        words=RiskLevel,
        only_if=_RAISED,
    ),
    Question(
        key="dash_judgement_reason",
        label="What makes you raise it?",
        kind=QuestionKind.TEXT,
        hint="Not what the victim-survivor said: write that as a note, where it lies sealed.",
        only_if=_RAISED,
    ),
)
"""The judgement beside the score."""
