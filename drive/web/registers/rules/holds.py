"""Whether anything holds a case: a lever, a need to work on, or the Idva's engagement.

Cases with none of the three were found hardest to manage (final report, lines 112 and 248).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Holds:
    """What is known to hold a case.

    Parameters
    ----------
    levers : int
        How many levers stand now.
    needs : int or None
        How many needs the latest assessment found; None if that is not known.
    idva_engaged : bool or None
        Whether the victim-survivor works with the Idva; None where it is not known here.
    """

    levers: int
    needs: int | None
    idva_engaged: bool | None

    @property
    def nothing(self) -> bool:
        """Whether nothing holds the case, as far as anybody here knows."""
        return not self.levers and not self.needs and not self.idva_engaged

    @property
    def is_sure(self) -> bool:
        """Whether everything that was asked is known."""
        return self.needs is not None and self.idva_engaged is not None
