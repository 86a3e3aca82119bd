"""Who may do what: every role, what it may see and how far, and what it may do.

Reach: OWN is what one holds oneself, AGENCY what one's own agency brought, SITE one's own
sites, ALL everything. What is not in the tables is not allowed.
"""

from drive.web.accounts.roles.acts import ACTS, EVERYBODY
from drive.web.accounts.roles.reads import READS
from drive.web.accounts.roles.words import Compartment, Reach, Role

__all__ = ["ACTS", "EVERYBODY", "READS", "Compartment", "Reach", "Role"]
