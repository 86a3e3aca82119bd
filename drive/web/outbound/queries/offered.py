"""What somebody who writes about a case can choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from drive.web.accounts.models import User
from drive.web.information.models import DocumentDescription, FactVersion
from drive.web.information.queries import documents_about
from drive.web.information.queries.facts import facts_about
from drive.web.organisations.models import Agency
from drive.web.organisations.queries import agencies_on
from drive.web.outbound.queries.case import Case


@dataclass(frozen=True)
class Offered:
    """The agencies of the site; the documents and facts of the case that the writer may read."""

    agencies: Sequence[Agency]
    documents: Sequence[DocumentDescription]
    facts: Sequence[FactVersion]


def offered(case: Case, actor: User, day: date) -> Offered:
    """Return what can be chosen from on a day."""
    return Offered(
        list(agencies_on(case.site, day)),
        list(documents_about(case.key, actor)),
        list(facts_about(case.key, actor)),
    )
