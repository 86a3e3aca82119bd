"""A letter or an e-mail as its recipient gets it. In South Wales its frame is in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from drive.vocabulary.documents import HandlingCode
from drive.web.outbound.models import Outgoing
from drive.web.outbound.queries.outgoing import Texts

_BILINGUAL = frozenset({"south_wales"})


@dataclass(frozen=True)
class Frame:
    """The words around a text, in one language."""

    language: str
    confidential: str
    wording: str
    reference: str
    wrongly: str


_WORDING = {
    HandlingCode.DO_NOT_SHARE: (
        "For you alone. Do not pass it on, and ask us before you use it.",
        "I chi yn unig. Peidiwch â'i drosglwyddo, a gofynnwch i ni cyn ei ddefnyddio.",
    ),
    HandlingCode.ORDINARY: (
        "This is for you, for the work on this case. Do not pass it on.",
        "Mae hwn i chi, ar gyfer y gwaith ar yr achos hwn. Peidiwch â'i drosglwyddo i neb arall.",
    ),
    HandlingCode.NOT_TO_SERVICE_USER: (
        "Not to be revealed to the person whom it is about, nor to anybody who may tell him.",
        "Ni ddylid ei ddatgelu i'r sawl y mae'n sôn amdano, nac i neb a all ddweud wrtho.",
    ),
    HandlingCode.ASK_SOURCE_FIRST: (
        "Ask us before you use any of this or pass it on.",
        "Gofynnwch i ni cyn i chi ddefnyddio dim o hyn na'i drosglwyddo.",
    ),
    HandlingCode.PROTECTION_ONLY: (
        "Only to protect somebody from harm. Not to be revealed to the person whom it is about.",
        "I amddiffyn rhywun rhag niwed yn unig. Ni ddylid ei ddatgelu i'r sawl y mae'n sôn amdano.",
    ),
    HandlingCode.VICTIM_SIDE_ONLY: (
        "For you alone. Do not show this to anybody.",
        "I chi yn unig. Peidiwch â dangos hwn i neb.",
    ),
}


def frames(row: Outgoing) -> list[Frame]:
    """Return the words around a text: in English, and in Welsh where letters are bilingual."""
    english, welsh = _WORDING[HandlingCode(row.handling)]
    found = [
        Frame(
            "en",
            "Confidential",
            english,
            "Our reference for this copy",
            "If it is not for you, do not read on. Ring us, and destroy it.",
        )
    ]
    if row.site.code in _BILINGUAL:
        found.append(
            Frame(
                "cy",
                "Cyfrinachol",
                welsh,
                "Ein cyfeirnod ar gyfer y copi hwn",
                "Os nad yw hwn i chi, peidiwch â darllen ymhellach. Ffoniwch ni, a'i ddinistrio.",
            )
        )
    return found


def email_body(row: Outgoing, texts: Texts, mark: str) -> str:
    """Return the words of an e-mail: what was written between the words around it."""
    before = [f"{frame.confidential.upper()}. {frame.wording}" for frame in frames(row)]
    after = [f"{frame.reference}: {mark}. {frame.wrongly}" for frame in frames(row)]
    return "\n\n".join((*before, texts.body, *after)) + "\n"


def message_id(key: UUID) -> str:
    """Return the name under which mail servers know a message: it tells nothing but our domain."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" <>") or "localhost"
    return f"<{key.hex}@{domain}>"


NOTIFICATION = "You have 1 item in the case system."
"""All that a notification ever says, byte for byte."""
