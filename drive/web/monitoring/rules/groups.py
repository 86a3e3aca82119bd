"""The six groups of the analysis, as they stand today."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from drive.randomisation.flow import ArmGroups, SixGroups
from drive.vocabulary.allocation import Arm


@dataclass(frozen=True, kw_only=True)
class Link:
    """A victim-survivor and an allocated perpetrator with whom she was heard.

    Parameters
    ----------
    her : UUID
        The person who stands for her.
    arm : Arm
        His arm.
    turn : int
        Where his allocation stands among all, the earliest first.
    counted : bool
        Whether his site is among those that are looked at.
    on_insights : bool
        Whether she has or had an Idva case about him.
    """

    her: UUID
    arm: Arm
    turn: int
    counted: bool
    on_insights: bool


@dataclass(frozen=True, kw_only=True)
class Groups:
    """The six groups, and how many victim-survivors are linked to both arms."""

    six: SixGroups
    in_both_arms: int


def count_groups(perpetrators: Iterable[Arm], links: Iterable[Link]) -> Groups:
    """Count the groups; who is linked to both arms is counted at the first allocation.

    Parameters
    ----------
    perpetrators : iterable of Arm
        The arm of each perpetrator whose allocation stands.
    links : iterable of Link
        Of every site: an earlier allocation elsewhere decides where she is counted.
    """
    of_hers: dict[UUID, list[Link]] = {}
    for link in links:
        of_hers.setdefault(link.her, []).append(link)
    firsts = {her: min(each, key=lambda link: link.turn) for her, each in of_hers.items()}
    counted = {her: first for her, first in firsts.items() if first.counted}
    supported = {her for her in counted if any(link.on_insights for link in of_hers[her])}
    arms = list(perpetrators)

    def of(arm: Arm) -> ArmGroups:
        hers = {her for her, first in counted.items() if first.arm is arm}
        return ArmGroups(
            perpetrators=arms.count(arm),
            victim_survivors=len(hers),
            on_insights=len(hers & supported),
            not_with_idva=len(hers - supported),
        )

    both = sum(len({link.arm for link in of_hers[her]}) == 2 for her in counted)
    return Groups(six=SixGroups(drive=of(Arm.DRIVE), control=of(Arm.CONTROL)), in_both_arms=both)
