"""Lets `python -m drive.cli` stand for the command `drive`."""

import sys

from drive.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
