"""Words of the notice that somebody is known at another site."""

from django.utils.translation import gettext as _

from drive.vocabulary.identity import PartyRole
from drive.web.people.models import KnownElsewhere


def known_elsewhere(notice: KnownElsewhere) -> str:
    """Return what the site is told; for a victim-survivor the other site is not named."""
    if notice.role == PartyRole.PERPETRATOR and notice.other_site:
        return _("A perpetrator heard in %(site)s is also known in %(other)s.") % {
            "site": notice.site.name,
            "other": notice.other_site.name,
        }
    return _("A victim-survivor heard in %(site)s was known before at another site.") % {
        "site": notice.site.name
    }


def what_to_do(notice: KnownElsewhere) -> str:
    """Return what is not said, and whom to ask."""
    if notice.role == PartyRole.PERPETRATOR:
        return _(
            "Nothing else of what the other site holds is shown here. If you need to know more to "
            "keep somebody safe, ask the Marac co-ordinator there, or the allocator."
        )
    return _(
        "The other site is not named, since that could say where she or he lives. If you need to "
        "know more to keep somebody safe, ask the allocator."
    )
