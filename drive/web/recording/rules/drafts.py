"""Drafts: which open page typed what, and which of two texts is the older."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PAGE = "page"
"""The form under which a text is kept whose page looks for no draft of its own."""

WITHOUT_PLACE = frozenset({PAGE, "rescued"})
"""`PAGE`, and how it was called in part 1: no page looks for these."""

SECRET = frozenset(
    {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code"}
)
_NOT_WORDS = frozenset({"key", "idempotency_key", "seen", "words_shown"})
_ABOUT_THE_DRAFT = "draft_"
_MOST = 2**31 - 1
_LONGEST_SUBJECT = 80


@dataclass(frozen=True)
class OpenPage:
    """One page that stands open in somebody's browser.

    Parameters
    ----------
    key : str
        Its own name, made when it was opened. Two tabs have two.
    number : int
        How much it has sent so far: what arrives with a lower number was overtaken.
    began_from : str
        The `stand` of the draft that stood in it when it was opened.
    """

    key: str = ""
    number: int = 0
    began_from: str = ""


def stand(key: str, number: int) -> str:
    """Return the name of a draft as it stood at one moment."""
    return f"{key}:{number}"


def page_in(sent: Mapping[str, str]) -> OpenPage:
    """Read from what a form sent which open page sent it; what cannot be read is left out."""
    number = str(sent.get("draft_number", ""))
    counted = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
    return OpenPage(
        key=str(sent.get("draft_page", ""))[:36],
        number=min(counted, _MOST),
        began_from=str(sent.get("draft_from", ""))[:60],
    )


def to_keep(typed: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return what a draft keeps of what a form sent: no password, no code, no mark of drafts."""
    return {
        name: [str(text) for text in texts]
        for name, texts in typed.items()
        if name not in SECRET and not name.startswith(_ABOUT_THE_DRAFT)
    }


def own_words(typed: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return what the person chose or typed, without the hidden marks of the page."""
    return {
        name: texts
        for name, texts in to_keep(typed).items()
        if name not in _NOT_WORDS and any(text.strip() for text in texts)
    }


def subject_of(path: str) -> str:
    """Return the subject of a text that is kept under the address of its page."""
    plain = path.partition("?")[0]
    if len(plain) <= _LONGEST_SUBJECT:
        return plain
    mark = hashlib.sha256(plain.encode()).hexdigest()[:32]
    return f"{plain[: _LONGEST_SUBJECT - len(mark) - 1]}#{mark}"
