"""The service user's subject-access pack: what is left out by itself, what may not be put in."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import Answer, InformationSource, SourceSafety
from drive.vocabulary.disclosure import LeftOut, PackKind, SignsAs
from drive.vocabulary.facts import HER_SERVICES, HER_SOURCES
from drive.web.core.dates import add_months

BAR = "█" * 8
"""What stands in the place of something blacked out: as long whatever it covers."""

Place = tuple[int, int]
"""Where something stands in a text: the first letter, and the one after the last."""


@dataclass(frozen=True, kw_only=True)
class Material:
    """One thing on a case that could go into the pack.

    Parameters
    ----------
    source : UUID
        The key of the row, or of what all its versions share.
    heading : str
        What it is, from codes alone.
    text : str
        Its words; empty where it is kept back.
    told_by : InformationSource or None
        Who said it, where that is known.
    kept_back : LeftOut or None
        Why nobody can put it in, if nobody can.
    """

    kind: PackKind
    source: UUID
    on: date
    heading: str
    text: str = ""
    told_by: InformationSource | None = None
    kept_back: LeftOut | None = None


def due_on(asked_on: date) -> date:
    """Return the day by which a request is answered: one month after it was made."""
    return add_months(asked_on, 1)


def speaks_for_her(
    source: InformationSource | str | None, agency: AgencyType | str | None = None
) -> bool:
    """Return whether she, her family, her Idva or a service at her side said it."""
    return source in HER_SOURCES or agency in HER_SERVICES


def may_be_told(answer: Answer) -> bool:
    """Return whether an answer of an assessment can go into the pack at all.

    One that names nobody may have come from her.
    """
    return (
        answer.is_known
        and answer.source is not None
        and not speaks_for_her(answer.source)
        and answer.safety is not SourceSafety.SOLE_INFORMANT_VS
    )


def reason_at_first(material: Material, *, holds_protected: bool) -> LeftOut | None:
    """Return why something is left out before anybody has looked; None if it is in.

    Only what he said himself is in, and only if nothing protected stands in it.
    """
    if material.kept_back is not None:
        return material.kept_back
    if holds_protected:
        return LeftOut.PROTECTED
    return None if material.told_by is InformationSource.SU else LeftOut.UNREAD


def joined(places: Iterable[Place]) -> list[Place]:
    """Return places in order, those that touch or overlap as one."""
    found: list[Place] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def blacked_out(text: str, places: Iterable[Place]) -> str:
    """Return a text with a bar in the place of whatever stands at some places of it."""
    parts, at = [], 0
    for start, end in joined(places):
        parts += [text[at:start], BAR]
        at = end
    return "".join((*parts, text[at:]))


def places_of(words: str, text: str) -> list[Place]:
    """Return every place at which some words stand in a text, in whatever case."""
    sought, within = words.casefold(), text.casefold()
    if not sought or len(within) != len(text):
        sought, within = words, text
    found, at = [], within.find(sought) if sought else -1
    while at >= 0:
        found.append((at, at + len(sought)))
        at = within.find(sought, at + len(sought))
    return found


@dataclass(frozen=True)
class Signed:
    """That somebody signed, and as what."""

    by: Hashable
    signs_as: SignsAs


def why_not_sign(
    standing: Sequence[Signed], *, by: Hashable, signs_as: SignsAs, put_together_by: Hashable
) -> str:
    """Return in words why somebody may not sign now; an empty text if he or she may.

    Whoever put the pack together signs first, as service manager; then a second person.
    """
    if any(each.by == by for each in standing):
        return "You have signed it already. The second signature is another person's."
    if len(standing) > 1:
        return "It has both signatures."
    if standing:
        return ""
    if by != put_together_by or signs_as is not SignsAs.SERVICE_MANAGER:
        return "Whoever put it together signs first."
    return ""


def is_signed_by_two(standing: Collection[Signed]) -> bool:
    """Return whether two different people have signed, one of them a service manager."""
    return len({each.by for each in standing}) > 1 and any(
        each.signs_as is SignsAs.SERVICE_MANAGER for each in standing
    )
