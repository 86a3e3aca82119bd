"""Who may open what: written by hand from what was decided, and never from the code's own tables.

Decided for this version: a case manager sees her own cases; a service manager and a practice
adviser those of their site; an Idva her own Idva cases in both arms, and of a Drive case that she
leads for its first page alone; an allocator lists, hearings and arms and nothing after; a Marac
co-ordinator the lists and hearings of her own Marac; an evaluator snapshots and reports; an
administrator users and sites and no case. A serious event is read by whoever reported it and by
the service manager of a Drive case; the allocator knows of it and not what is told of it; the
independent monitor sees numbers by arm and notices with kind, arm and dates. How many were drawn to
which arm is counted for the evaluator, for the service manager of a site and for the allocator, and
what came after for the first two alone; a commissioner sees no small number. Where a
panel selects, the service manager of the site sees who is before it, his name and never hers.
Whoever enters a salt sees the number and the site of a batch, no name and no arm.
Contact strategies, holds and planned contact are read by both who hold a case, the Idva lead too,
and by those who oversee it; when a shared office is taken, only whoever took it sees that.
What an Idva wrote is drawn by chance and read, redacted, by two who rate it again and see nothing
else; she looks it over before, and the evaluator sees the numbers alone.
What an agency is asked, and what it answers, is read by who works on the Drive case and who
oversees it, and by nobody of her side; the directory is read by all of them. In which words
something was disclosed under Clare's Law is read by the service manager and by whoever wrote it
down. What the police send is looked through by the service manager, and read on its case by who
works on it and who oversees it.
Whoever is kept out of a person sees nothing of it.
That two records are one person gives nobody more to see; a site learns that a perpetrator is known
at another, and nothing else of him there.
"""

from tests.integration.access.expected.opens import OF_SIGN_IN, OPENS, PUBLIC, SENDS
from tests.integration.access.expected.people import (
    ADMINISTRATORS,
    ADVISERS,
    ALLOCATORS,
    BRING_LISTS,
    CASE_MANAGERS,
    CODERS,
    COMMISSIONERS,
    COORDINATORS,
    COUNT_DRAWS,
    ENTER_SALTS,
    EVALUATORS,
    EVERYBODY,
    HOLD_PANELS,
    IDVAS,
    MONITORS,
    NO_ROLE,
    READ_CASES,
    REPORT_HARM,
    SERVICE_MANAGERS,
    WORK_CASES,
    Names,
)
from tests.integration.access.expected.reaches import REACHES

__all__ = [
    "ADMINISTRATORS",
    "ADVISERS",
    "ALLOCATORS",
    "BRING_LISTS",
    "CASE_MANAGERS",
    "CODERS",
    "COMMISSIONERS",
    "COORDINATORS",
    "COUNT_DRAWS",
    "ENTER_SALTS",
    "EVALUATORS",
    "EVERYBODY",
    "HOLD_PANELS",
    "IDVAS",
    "MONITORS",
    "NO_ROLE",
    "OF_SIGN_IN",
    "OPENS",
    "PUBLIC",
    "REACHES",
    "READ_CASES",
    "REPORT_HARM",
    "SENDS",
    "SERVICE_MANAGERS",
    "WORK_CASES",
    "Names",
]
