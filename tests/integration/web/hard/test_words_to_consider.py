"""Words that may blame her: every form with a large box shows them once, and then saves."""

from __future__ import annotations

import pytest

from drive.web.design_system.forms.wording import SHOWN
from tests.cast import Cast
from tests.integration.web.hard.desk import at, page_of
from tests.integration.web.hard.every import FORMS
from tests.integration.web.hard.forms import Form
from tests.integration.web.hard.tables import counts

pytestmark = pytest.mark.django_db

BLAMING = "He was told by telephone that the victim failed to engage."
ASKED = "Before you save: other words?"
NOT_ASKED = {
    "document": "a document is somebody else's, kept as it came",
    "the victim-survivor's voice": "her own words",
    "Insights intake": "her own words",
    "she moves": "where she goes, and nothing of what she did",
    "who is consulted": "one line: why an agency is not asked",
    "printing a case": "one line: what it is printed for",
    "opening a case": "one line: why somebody takes a case beyond the limit",
    "clock of a site": "it is about a site",
    "address of the service user": "an address says nothing of anybody",
    "address of the service user put right": "an address says nothing of anybody",
    "address of hers": "an address says nothing of anybody",
    "address of hers put right": "an address says nothing of anybody",
    "her wish": "her own words",
    "her own request": "her own words",
    "what she thinks of a request": "her own words",
    "looking a narrative over": "passages of a text, typed again so that they are taken out",
    "agency": "it is about an agency, and nobody of a case",
    "team of an agency": "it is about an agency, and nobody of a case",
    "contact in an agency": "it is about an agency, and nobody of a case",
    "change of a contact": "it is about an agency, and nobody of a case",
    "good to know of an agency": "it is about an agency, and nobody of a case",
    "agreement to share": "it is about an agency, and nobody of a case",
    "change of an agreement": "it is about an agency, and nobody of a case",
    "local service": "it is about an agency, and nobody of a case",
    "how a service is found": "it is about an agency, and nobody of a case",
    "answer: A decision on a breach": "what an agency said, as it said it",
    "answer: To change a decision, policy or process": "what an agency said, as it said it",
    "answer: A referral to children’s social care": "what an agency said, as it said it",
    "answer: A disclosure under Clare’s Law (DVDS)": "what an agency said, as it said it",
    "answer: A hearing at a Marac again": "what an agency said, as it said it",
    "safe-contact plan": "the words that she and her Idva agreed on",
}
"""Forms whose words are kept as they are typed, and why. Boxes of one line are not read."""


@pytest.mark.parametrize("form", [each for each in FORMS if each.words], ids=lambda form: form.name)
def test_words_are_shown_once_and_saved_as_their_author_decides(form: Form, cast: Cast) -> None:
    desk = at(form, cast)
    sent = desk.valid(**{form.words: BLAMING})
    before = counts()
    answer = desk.send(sent)
    if form.name in NOT_ASKED:
        assert form.is_done(answer) or ASKED not in page_of(answer).text
        return
    page = page_of(answer)
    assert answer.status_code == 200
    assert ASKED in page.text
    assert counts() == before
    again = page.form.sent
    assert again[SHOWN] == ["failed to engage"]
    assert again[form.words] == [BLAMING]
    assert desk.send({**sent, SHOWN: again[SHOWN]}).status_code == 302
    assert counts() != before


def test_what_is_said_not_to_be_asked_is_a_form() -> None:
    assert set(NOT_ASKED) <= {each.name for each in FORMS}
