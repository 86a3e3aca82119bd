"""Words of the people on record who are shown while a hearing is entered. Points are not shown."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from drive.vocabulary.identity import PartyRole
from drive.web.design_system.presenters import date_in_words
from drive.web.people.models import Person
from drive.web.people.queries import Possible
from drive.web.referrals.queries import Known
from drive.web.referrals.rules.entering import NONE, UNSURE


def choices(possible: Sequence[Possible]) -> list[tuple[str, str]]:
    """Return the options for one of the two people."""
    return [
        *((str(each.person.pk), _who(each.person)) for each in possible),
        (NONE, _("None of these") if len(possible) > 1 else _("This is somebody else")),
        (UNSURE, _("I cannot tell")),
    ]


def hints(possible: Sequence[Possible], known: Mapping[UUID, Known]) -> dict[str, str]:
    """Return what stands under each option."""
    return {
        **{str(each.person.pk): _hint(each, known[each.person.pk]) for each in possible},
        UNSURE: _("A reviewer will compare the two. Until then nobody is drawn."),
    }


def _who(person: Person) -> str:
    if person.date_of_birth is None:
        return _("%(name)s, date of birth not known") % {"name": person.name}
    return _("%(name)s, born on %(day)s") % {
        "name": person.name,
        "day": date_in_words(person.date_of_birth),
    }


def _hint(possible: Possible, known: Known) -> str:
    roles = _(" and ").join(str(_(PartyRole(role).label)).lower() for role in known.roles)
    parts = [_("On record as %(roles)s.") % {"roles": roles}]
    if known.last_heard_on:
        day = date_in_words(known.last_heard_on)
        parts.append(_("Last heard on %(day)s.") % {"day": day})
    likeness = possible.likeness
    for words, found in (
        (_("Agrees: %(what)s."), likeness.agreements),
        (_("Differs: %(what)s."), likeness.disagreements),
        (_("Not known of both: %(what)s."), likeness.unknown),
    ):
        if found:
            parts.append(words % {"what": ", ".join(str(_(each)) for each in found)})
    return " ".join(parts)
