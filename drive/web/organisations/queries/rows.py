"""Which of several rows about one thing stands."""

from drive.vocabulary.directory import ContactRole
from drive.web.organisations.models import Agency, AgencyContact, Rung


def latest_row(contact: AgencyContact) -> AgencyContact:
    """Return a contact as it was last written, whichever of its rows one has."""
    rows = AgencyContact.objects.select_related("agency", "team")
    contact = rows.get(pk=contact.pk)
    while after := rows.filter(supersedes=contact).first():
        contact = after
    return contact


def latest_rung(agency: Agency, role: ContactRole) -> Rung | None:
    """Return what was last settled about a rung of the ladder."""
    return (
        Rung.objects.filter(agency=agency, role=role)
        .select_related("contact", "recorded_by")
        .order_by("-recorded_at")
        .first()
    )
