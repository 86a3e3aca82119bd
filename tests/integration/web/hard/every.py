"""Every form that is tried hard."""

from tests.integration.web.hard.assessments import ASSESSED
from tests.integration.web.hard.documents import PAPERED
from tests.integration.web.hard.forms import CASEWORK, Form
from tests.integration.web.hard.overseen import OVERSEEN
from tests.integration.web.hard.registers import REGISTERED
from tests.integration.web.hard.safe_contact import SAFE_CONTACT

FORMS: tuple[Form, ...] = (
    *CASEWORK,
    *SAFE_CONTACT,
    *REGISTERED,
    *ASSESSED,
    *PAPERED,
    *OVERSEEN,
)
"""Other modules of this folder add their rows here."""
