"""The form of looking a narrative over, before two people who do not know her read it."""

from __future__ import annotations

from drive.vocabulary.allocation import Arm
from drive.web.adjudication.models import Narrative
from drive.web.casework.models import DriveCase
from drive.web.people.models import Dyad
from tests.cast import Cast
from tests.factories.adjudication import WHAT_HE_DID, coder, made, told
from tests.factories.allocation import allocation
from tests.factories.insights import idva_case
from tests.integration.web.hard.forms import WORDS, Address, Form
from tests.integration.web.hard.insights import support_of

_OTHER = 7


def _drawn(cast: Cast, case: DriveCase) -> list[object]:
    """Return the narrative of a Drive case, drawn with one of control."""
    support = support_of(cast, case)
    found = Narrative.objects.filter(insights_form__idva_case=support).first()
    if found is None:
        he = allocation(cast, _OTHER, arm=Arm.CONTROL).perpetrator_id
        for each in (support, idva_case(cast, dyad=Dyad.objects.get(perpetrator=he))):
            told(each, cast, f"{WHAT_HE_DID} {WORDS}")
        about = made(cast, [coder("one-coder"), coder("other-coder")])
        found = about.narratives.get(insights_form__idva_case=support)
    return [found.pk]


JUDGED = (
    Form(
        name="looking a narrative over",
        who="idva",
        address=Address("adjudication:look_over", _drawn),
        data=lambda _cast, _case: {"state": "cleared"},
        words="passages",
    ),
)
