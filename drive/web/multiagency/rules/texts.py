"""Prepared texts: short, plain, and without a fact that nobody typed.

A chaser names a reference and days and nothing else: whoever reads it by mistake learns nothing.
What is written can be changed before it goes; what the worker sends is this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from drive.vocabulary.requests import RefusalReason, RequestWay
from drive.web.core.dates import in_words

_LEAVES_OUT_GREETING = frozenset({RequestWay.TELEPHONE})


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a request says.

    Parameters
    ----------
    reference : str
        Ours: that of the case and the number of the request.
    whom : str
        Whom it is about, as the sender typed it for this agency.
    what : sequence of str
        What is asked for, a line each.
    more : str
        What the sender typed further.
    """

    reference: str
    whom: str
    what: Sequence[str]
    purpose: str
    basis: str
    agreement: str = ""
    by_day: date | None = None
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Asking:
    """The days of a request that was asked: all that a chaser may name.

    Parameters
    ----------
    partly, agreed : bool
        Whether a part was answered, or they agreed and have not said that it is done.
    """

    reference: str
    asked_on: date
    chased_on: Sequence[date] = field(default_factory=tuple)
    by_day: date | None = None
    partly: bool = False
    agreed: bool = False


def to_ask(asked: Asked, way: RequestWay) -> str:
    """Return the text of a request."""
    about = [f"It is about {asked.whom.strip()}."] if asked.whom.strip() else []
    wanted = ["We ask you for:", *(f"- {line}" for line in asked.what)]
    why = [
        f"What it is for: {asked.purpose}.",
        f"On what it rests: {asked.basis}."
        + (f" Our agreement with you: {asked.agreement}." if asked.agreement else ""),
    ]
    until = [f"We need it by {in_words(asked.by_day)}."] if asked.by_day else []
    more = [asked.more.strip()] if asked.more.strip() else []
    last = (
        "If you hold only a part of it, tell us that part now. If you do not hold it, or cannot "
        "tell us, say so and why: that helps us too."
    )
    return _framed(
        way,
        f"Our reference is {asked.reference}.",
        " ".join(about),
        "\n".join(wanted),
        *more,
        "\n".join(why),
        " ".join((*until, last)),
    )


def to_chase(asking: Asking, way: RequestWay) -> str:
    """Return the text of a chaser."""
    what = "the rest of the answer" if asking.partly else "your answer"
    if asking.agreed:
        what = "word that it is done"
    until = f" We need it by {in_words(asking.by_day)}." if asking.by_day else ""
    return _framed(
        way,
        f"On {in_words(asking.asked_on)} we asked you for something under our reference "
        f"{asking.reference}. We do not have {what} yet.{until}",
        "If somebody else answers this now, tell us who. If you cannot answer, say so and why.",
    )


def to_escalate(asking: Asking, way: RequestWay) -> str:
    """Return the text with which a request goes up the ladder."""
    chased = ""
    if asking.chased_on:
        chased = f" We asked again on {_listed(asking.chased_on)}."
    until = f" by {in_words(asking.by_day)}" if asking.by_day else ""
    return _framed(
        way,
        f"On {in_words(asking.asked_on)} we asked your agency for something under our reference "
        f"{asking.reference}.{chased} We have had no answer.",
        f"We ask you to see to it that it is answered{until}, or to tell us who can decide. "
        "We can send the request again to whomever you name.",
    )


_CONTESTED = {
    RefusalReason.OUT_OF_AREA: (
        "You told us that it is out of your area. We ask you to look at it again: what you hold "
        "is wanted for the safety of people wherever they live now, and only you hold it. If it "
        "was passed to another area, tell us to whom and when."
    ),
    RefusalReason.NO_AGREEMENT: (
        "You told us that there is no agreement. What we ask rests on the basis that our request "
        "names, and on no agreement."
    ),
    RefusalReason.NO_CONSENT: (
        "You told us that there is no consent. What we ask does not rest on consent, but on the "
        "basis that our request names."
    ),
    RefusalReason.DATA_PROTECTION: (
        "You told us that data protection stands against it. Our request names its basis, and "
        "asks for no more than we need. Tell us which part you cannot share, and share the rest."
    ),
}
_CONTESTED_OTHERWISE = (
    "You told us that you do not do what we asked. We ask you to look at it again, or to tell us "
    "who can decide."
)


def to_contest(asking: Asking, reason: RefusalReason, way: RequestWay) -> str:
    """Return the text with which a refusal is contested."""
    until = f" We need an answer by {in_words(asking.by_day)}." if asking.by_day else ""
    return _framed(
        way,
        f"On {in_words(asking.asked_on)} we asked you for something under our reference "
        f"{asking.reference}.",
        _CONTESTED.get(reason, _CONTESTED_OTHERWISE) + until,
    )


def _framed(way: RequestWay, *parts: str) -> str:
    said = [part for part in parts if part]
    if way in _LEAVES_OUT_GREETING:
        return "\n\n".join(said)
    return "\n\n".join(("Dear colleague,", *said, "Thank you for your help."))


def _listed(days: Sequence[date]) -> str:
    words = [in_words(day) for day in days]
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {words[-1]}"
