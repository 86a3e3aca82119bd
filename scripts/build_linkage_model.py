"""Write the linkage model that is shipped, learnt from simulated households.

To be run when the comparisons of `drive.linkage`, Splink or DuckDB have changed; a test says so.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drive.web.project.settings")


def main() -> None:
    """Learn and write."""
    django.setup()
    from drive.web.people.actions.weighing import SHIPPED, learn_from_simulation

    SHIPPED.write_text(learn_from_simulation().text() + "\n", "utf-8")


if __name__ == "__main__":
    main()
