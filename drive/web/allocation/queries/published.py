"""What the public may know of a trial before it is closed, and how it can prove the draw then."""

from dataclasses import dataclass
from typing import Any

from drive.randomisation.chain import Head
from drive.web.allocation.models import SealedList, Trial
from drive.web.allocation.queries.heads import heads_of
from drive.web.allocation.queries.opened import lists_of, opened_list


@dataclass(frozen=True, kw_only=True)
class Published:
    """A trial as it is published: no name, no arm, and no seed before it is closed."""

    trial: Trial
    lists: list[SealedList]
    heads: list[Head]

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can hold; a closed trial's lists can be derived from them."""
        return {
            "commitment": self.trial.commitment,
            "activated_at": self.trial.recorded_at.isoformat(),
            "lists": [
                opened_list(each).to_dict()
                | {"seal": each.seal, "opened_at": each.recorded_at.isoformat()}
                for each in self.lists
            ],
            "heads": [{"number": head.count, "seal": head.seal} for head in self.heads],
            "closed_at": self.trial.closed_at.isoformat() if self.trial.closed_at else None,
            "seed": self.trial.revealed_seed or None,
        }


def trials() -> list[Trial]:
    """Return every trial, the latest first."""
    return list(Trial.objects.order_by("-recorded_at"))


def published_trials() -> list[Published]:
    """Return every trial as the public may see it, the latest first."""
    return [
        Published(trial=trial, lists=lists_of(trial), heads=heads_of(trial)) for trial in trials()
    ]
