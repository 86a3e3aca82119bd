"""How the four types of abuse are named in results and on pages."""

from __future__ import annotations

from drive.vocabulary.abuse import AbuseType, Severity

ITEM: dict[AbuseType, str] = {
    AbuseType.PHYSICAL: "physical",
    AbuseType.SEXUAL: "sexual",
    AbuseType.HARASSMENT_STALKING: "harassment",
    AbuseType.JEALOUS_CONTROLLING: "jealous",
}
"""The names within result ids, which never change."""

LEVEL_LABELS: list[str] = [level.label for level in Severity]
EARLIER_NAMES = (
    "“Jealous and controlling” is what the first year's report calls “jealousy and coercion”; "
    "the construct is the same."
)
