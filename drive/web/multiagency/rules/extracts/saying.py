"""The fact that a row of a police extract is: its words, its topic, and whose word it is."""

from __future__ import annotations

from collections.abc import Mapping

from drive.vocabulary.facts import FactTopic, Independence
from drive.vocabulary.police import CalledIn
from drive.web.core.dates import in_words
from drive.web.multiagency.rules.extracts.rows import Said

INDEPENDENT: Mapping[CalledIn, Independence] = {
    CalledIn.VICTIM_SURVIVOR: Independence.NO,
    CalledIn.HER_SIDE: Independence.NO,
    CalledIn.POLICE: Independence.YES,
    CalledIn.THIRD_PARTY: Independence.YES,
    CalledIn.NOT_SAID: Independence.UNSURE,
}
"""Whether the police would know had she not spoken. What is not said counts as no."""

_TOPICS: tuple[tuple[FactTopic, tuple[str, ...]], ...] = (
    (FactTopic.ORDERS, ("breach", "bail", "licence", "curfew", "recall")),
    (FactTopic.WEAPONS, ("weapon", "knife", "firearm", "blade", "gun")),
    (
        FactTopic.ABUSE,
        (
            "domestic", "assault", "violence", "threat", "harass", "stalk", "control", "coerc",
            "rape", "sexual", "strangl", "damage", "malicious", "abuse", "wound", "battery",
        ),
    ),
    (FactTopic.WHEREABOUTS, ("missing", "wanted", "sighting", "released")),
    (FactTopic.HEALTH, ("drug", "drunk", "alcohol", "mental", "overdose")),
    (FactTopic.MONEY_HOUSING_WORK, ("theft", "fraud", "burglary", "robbery", "shoplifting")),
)  # fmt: skip


def topic_of(incident: str) -> FactTopic:
    """Return what a fact is about. The kind of an offence is never read as a type of abuse."""
    words = incident.casefold()
    for topic, parts in _TOPICS:
        if any(part in words for part in parts):
            return topic
    return FactTopic.OTHER


def independence_of(said: Said) -> Independence:
    """Return whether what a row says would be known had she not spoken."""
    return INDEPENDENT[said.called_in]


def statement_of(said: Said) -> str:
    """Return what a row says, as a fact: the day of the incident first."""
    parts = [f"On {in_words(said.day)}, as the police recorded it: {said.incident.rstrip('.')}."]
    if said.done:
        parts.append(f"What was done: {said.done.rstrip('.')}.")
    if said.crime:
        parts.append(f"Crime reference {said.crime}.")
    return " ".join(parts)
