"""Who may do what: the tables of roles, from drive/web/accounts/roles.py."""

from drive.web.accounts.roles import ACTS, EVERYBODY, READS, Role
from scripts.reference.markdown import table

HOW_FAR = """*own*: what one holds oneself; *agency*: what one's agency brought;
*site*: one's own sites; *all*: everything.
"""


def page() -> str:
    """Return what each role sees, how far, and what it may do."""
    seen = [
        (role.label, compartment.label, reach.name.lower())
        for role in Role
        for compartment, reach in READS.get(role, {}).items()
    ]
    done = [
        (role.label, ", ".join(f"`{act}`" for act in sorted(ACTS.get(role, ()))) or "nothing yet")
        for role in Role
    ]
    everybody = ", ".join(f"`{act}`" for act in sorted(EVERYBODY))
    return "\n".join(
        [
            "# Permissions\n\nWhat is not in these tables is not allowed.\n",
            "## What a role sees, and how far\n",
            HOW_FAR,
            table(("Role", "Sees", "How far"), seen),
            f"## What a role may do\n\nEverybody who is signed in: {everybody}.\n",
            table(("Role", "May"), done),
        ]
    )
