"""Who is who in the world: the numbers by which the tests know everybody, and the days."""

from datetime import date

from tests.cast import NOW

TODAY = NOW.date()
HEARD_ON = date(2017, 6, 12)
ALLOCATED_ON = date(2017, 6, 13)
OPENED_ON = date(2017, 6, 14)
PANEL_HEARD_ON = date(2017, 6, 26)
REVIEW_ON = date(2017, 7, 20)

ESSEX, OTHER_ESSEX, CONTROL, SUSSEX = 11, 12, 13, 14
NEW_ESSEX, NEW_SUSSEX, WAITING, CLOSED = 15, 16, 17, 18
PANEL = 24
DRAWN = [21, 22]
LOCKED = 25
"""The perpetrators. ESSEX and OTHER_ESSEX are two Drive cases of Essex, SUSSEX is one of West
Sussex; NEW_ESSEX and NEW_SUSSEX are allocated and have no case yet; CONTROL is in the other arm;
WAITING was heard and not drawn; CLOSED is a case of Essex that has ended; PANEL is before a
panel of West Sussex; DRAWN were drawn in a batch, and LOCKED is in one that waits for its salt."""

ALLOCATED = [ESSEX, OTHER_ESSEX, CONTROL, SUSSEX, NEW_ESSEX, NEW_SUSSEX, CLOSED]
IN_SUSSEX = {SUSSEX, NEW_SUSSEX, PANEL}
# Five digits: no part of a key and no fraction of a second has just so many.
CONTACTS_OF_HER = {ESSEX: 73110, CONTROL: 73130, SUSSEX: 73140}
"""How often an Idva spoke with her: numbers that occur nowhere else."""
