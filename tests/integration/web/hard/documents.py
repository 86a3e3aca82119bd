"""The forms of documents that are tried hard, and the quick log with everything filled in."""

from __future__ import annotations

from drive.web.casework.models import DriveCase
from tests.cast import Cast
from tests.factories.documents import document_on
from tests.integration.web.hard.forms import Data, Form, date_of, of, to

_SAID: Data = {
    "title": "Minutes of May",
    "kind": "marac_papers",
    "source_kind": "marac",
    "victim_side": "no",
    "handling": "not_to_service_user",
    **date_of("received_on"),
}


def _everything(cast: Cast, _case: DriveCase) -> Data:
    return {
        "agency_kind": "marac",
        "agency": str(cast.essex_marac.pk),
        "who": "The chair",
        "informant": "victim_survivor",
        "minutes": "12",
        "activities": ["contact_attempt", "disruption"],
        "attribution": "critical",
        "intent": "combined",
        "channel": "telephone",
        "direction": "out",
        "outcome": "no_reply",
        **date_of("happened_on"),
    }


PAPERED = (
    Form(
        name="document",
        address=to("casework:add_document"),
        data=lambda _cast, _case: _SAID,
        words="text",
    ),
    Form(
        name="description of a document",
        address=of("casework:describe_document", document_on),
        data=lambda _cast, _case: _SAID,
    ),
    Form(
        name="quick log with an attempt at contact",
        address=to("casework:add_note"),
        data=_everything,
        words="text",
    ),
)
