"""No page waits for Splink to be loaded: only the job that trains a model needs it."""

import os
import subprocess
import sys


def test_the_pages_do_not_load_splink() -> None:
    code = (
        "import django, sys; django.setup();"
        "import drive.web.project.urls, drive.web.referrals.jobs;"
        "print('splink' in sys.modules)"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "drive.web.project.settings"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
