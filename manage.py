"""Django's own commands, for developers; people who use the system have the command `drive`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drive.web.project.settings")
    execute_from_command_line(sys.argv)
