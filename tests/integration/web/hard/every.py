"""Every form that is tried hard."""

from tests.integration.web.hard.acting import ACTING
from tests.integration.web.hard.agencies import AGENCIES
from tests.integration.web.hard.asked import ASKED
from tests.integration.web.hard.assessments import ASSESSED
from tests.integration.web.hard.directory import DIRECTORY
from tests.integration.web.hard.documents import PAPERED
from tests.integration.web.hard.facts import KNOWN
from tests.integration.web.hard.forms import CASEWORK, Form
from tests.integration.web.hard.insights import SUPPORTED
from tests.integration.web.hard.judged import JUDGED
from tests.integration.web.hard.located import LOCATED
from tests.integration.web.hard.overseen import OVERSEEN
from tests.integration.web.hard.posted import POSTED
from tests.integration.web.hard.registers import REGISTERED
from tests.integration.web.hard.safe_contact import SAFE_CONTACT

FORMS: tuple[Form, ...] = (
    *CASEWORK,
    *SAFE_CONTACT,
    *REGISTERED,
    *ASSESSED,
    *PAPERED,
    *OVERSEEN,
    *LOCATED,
    *KNOWN,
    *SUPPORTED,
    *POSTED,
    *JUDGED,
    *ASKED,
    *DIRECTORY,
    *AGENCIES,
    *ACTING,
)
"""Other modules of this folder add their rows here."""
