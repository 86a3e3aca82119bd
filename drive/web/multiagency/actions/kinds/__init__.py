"""What follows from a request of each kind: when it is written, leaves, is answered, and ends.

Whoever adds a kind adds its row here.
"""

from __future__ import annotations

from collections.abc import Mapping

from drive.vocabulary.requests import RequestKind
from drive.web.multiagency.actions.kinds.advocacy import ADVOCACY
from drive.web.multiagency.actions.kinds.breach import BREACH
from drive.web.multiagency.actions.kinds.child import CHILD
from drive.web.multiagency.actions.kinds.details import (
    Argued,
    Decided,
    Disclosing,
    Follows,
    HeardAgain,
    NewDvds,
    NewMarac,
    OfAChild,
)
from drive.web.multiagency.actions.kinds.disclosure import DISCLOSURE
from drive.web.multiagency.actions.kinds.marac import MARAC
from drive.web.multiagency.models import Request

__all__ = [
    "Argued",
    "Decided",
    "Disclosing",
    "HeardAgain",
    "NewDvds",
    "NewMarac",
    "OfAChild",
    "follows",
]

FOLLOWS: Mapping[RequestKind, Follows] = {
    RequestKind.BREACH: BREACH,
    RequestKind.ADVOCACY: ADVOCACY,
    RequestKind.CHILD: CHILD,
    RequestKind.DISCLOSURE: DISCLOSURE,
    RequestKind.MARAC: MARAC,
}
"""By kind of request; of the others nothing more follows."""

_NOTHING = Follows()


def follows(kind: RequestKind | str) -> Follows:
    """Return what follows from a request of a kind."""
    return FOLLOWS.get(RequestKind(kind), _NOTHING)


def follows_from(request: Request) -> Follows:
    """Return what follows from a request."""
    return follows(request.kind)
