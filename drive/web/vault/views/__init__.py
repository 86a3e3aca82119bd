"""The pages of contact details, for whichever record they stand on: masked, and shown one by one.

They have no address of their own. The Idva's case and the Drive case each put them behind their
own permissions, and say about whom they are.
"""

from drive.web.vault.views.desk import Desk
from drive.web.vault.views.looking import look, looked
from drive.web.vault.views.masked import add, correct, index, plan

__all__ = ["Desk", "add", "correct", "index", "look", "looked", "plan"]
