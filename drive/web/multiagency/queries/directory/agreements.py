"""How an agreement came to be what it is."""

from drive.web.organisations.models import SharingAgreement


def earlier_of(row: SharingAgreement) -> list[SharingAgreement]:
    """Return how an agreement stood before, the latest first."""
    found = []
    rows = SharingAgreement.objects.select_related("recorded_by").prefetch_related("parties")
    while row.supersedes_id:
        row = rows.get(pk=row.supersedes_id)
        found.append(row)
    return found
