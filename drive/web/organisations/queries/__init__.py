"""Finding sites, agencies, whom to ask in them, and what they agreed to share."""

from drive.web.organisations.queries.agreements import (
    AgreementFound,
    agreement_for,
    current_agreements,
    latest_agreement,
    terms_of,
)
from drive.web.organisations.queries.asking import (
    RungNow,
    SiteBook,
    ToRing,
    became_of,
    rungs_of,
    site_book,
    whom_to_ring,
)
from drive.web.organisations.queries.rows import latest_row, latest_rung
from drive.web.organisations.queries.sites import (
    agencies_at,
    agencies_on,
    agency_of,
    all_agencies,
    all_sites,
    site_of,
)

__all__ = [
    "AgreementFound",
    "RungNow",
    "SiteBook",
    "ToRing",
    "agencies_at",
    "agencies_on",
    "agency_of",
    "agreement_for",
    "all_agencies",
    "all_sites",
    "became_of",
    "current_agreements",
    "latest_agreement",
    "latest_row",
    "latest_rung",
    "rungs_of",
    "site_book",
    "site_of",
    "terms_of",
    "whom_to_ring",
]
