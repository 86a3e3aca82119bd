"""How many cases people hold, in words."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext, ngettext

from drive.web.accounts.models import User
from drive.web.casework import queries, rules
from drive.web.organisations.models import Site


def load_in_words(cases: int, site: Site) -> str:
    """Return a case manager's load beside the site's target and limit, with a warning in words."""
    counted = ngettext("%(cases)s open case", "%(cases)s open cases", cases) % {"cases": cases}
    measured = gettext("target %(target)s, limit %(limit)s") % {
        "target": site.caseload_target,
        "limit": site.caseload_limit,
    }
    level = rules.load(cases, target=site.caseload_target, limit=site.caseload_limit)
    warning = {
        rules.Load.WITHIN: "",
        rules.Load.ABOVE_TARGET: gettext(" Warning: at or above the target."),
        rules.Load.AT_LIMIT: gettext(" Warning: at the limit. One more needs a reason."),
    }[level]
    return f"{counted} ({measured}).{warning}"


def loads_in_words(people: Iterable[User], site: Site) -> dict[UUID, str]:
    """Return each person's load in words."""
    keys = [person.pk for person in people]
    loads = queries.loads_of(keys)
    return {key: load_in_words(loads.get(key, 0), site) for key in keys}
