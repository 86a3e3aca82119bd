"""Documents on a Drive case, made by walking the real actions."""

from datetime import date

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.documents import DocumentKind, HandlingCode
from drive.web.casework.actions import keep_document
from drive.web.casework.models import DriveCase
from drive.web.information.actions import About
from drive.web.information.models import Document
from tests.cast import NOW, Cast


def document_on(
    cast: Cast,
    case: DriveCase,
    *,
    title: str = "Marac minutes",
    content: bytes | None = None,
    text: str = "",
    victim_side: bool = False,
) -> Document:
    """Keep a document on a case; a text where no file is given."""
    said = About(
        title=title,
        kind=DocumentKind.MARAC_PAPERS,
        source_kind=AgencyType.MARAC,
        received_on=date(2017, 6, 1),
        handling=HandlingCode.NOT_TO_SERVICE_USER,
        victim_side=victim_side,
    )
    typed = text if content is not None else text or "What was said at the Marac."
    return keep_document(
        case=case, said=said, content=content, text=typed, by=cast.case_manager, now=NOW
    )
