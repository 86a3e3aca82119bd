"""What every step of the load is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from drive.web.accounts.models import User
from drive.web.organisations.models import Agency, Site

Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Loading:
    """Who loads and when, and the sites, Maracs and people who are there for it."""

    by: User
    now: datetime
    progress: Progress
    sites: Mapping[str, Site] = field(default_factory=dict)
    maracs: Mapping[str, Agency] = field(default_factory=dict)
    users: Mapping[str, User] = field(default_factory=dict)
