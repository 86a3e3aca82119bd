"""Abuse at the start and at the end: `used` and `severity` as two answers, person by person."""

from __future__ import annotations

from dataclasses import dataclass

from drive.simulation.pilot.figures import severity_pairs, used_pairs
from drive.vocabulary.abuse import AbuseType, Severity


@dataclass(frozen=True)
class PairedRating:
    """One abuse type for one person at intake and exit; None where it is not known."""

    used: tuple[bool | None, bool | None] = (None, None)
    severity: tuple[Severity | None, Severity | None] = (None, None)
    severity_reconstructed: bool = False
    intake_reconstructed: bool = False

    @property
    def rises(self) -> bool:
        """Whether it is more severe at exit than at intake."""
        start, end = self.severity
        return start is not None and end is not None and end.level > start.level

    @property
    def change(self) -> int:
        """Levels from intake to exit, 0 where unknown."""
        start, end = self.severity
        return end.level - start.level if start is not None and end is not None else 0


UNKNOWN_RATING = PairedRating()
Ratings = dict[AbuseType, PairedRating]


def printed_ratings(group: str, abuse_type: AbuseType) -> list[PairedRating]:
    """Return one rating for each person of a group who has the printed 2 by 2 of `used`.

    Those of the severity table come first. The few with `used` and no severity (two men
    "no" at both times, four "yes" at intake, of the completed cases) follow.
    """
    # Table 15 is a pasting error: beyond the 2 by 2 of the prose the severities are ours.
    open_severity = (group, abuse_type) == ("control", AbuseType.HARASSMENT_STALKING)
    left = used_pairs(group, abuse_type)
    ratings = []
    for start, end in severity_pairs(group, abuse_type):
        used = (start is not Severity.NONE, end is not Severity.NONE)
        left[used] -= 1
        ratings.append(
            PairedRating(used=used, severity=(start, end), severity_reconstructed=open_severity)
        )
    for used, n in left.items():
        ratings.extend(PairedRating(used=used) for _ in range(n))
    return ratings
