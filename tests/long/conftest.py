"""What the long tests borrow from the journeys: the browser."""

from tests.journeys.conftest import base_url, browser_type_launch_args

__all__ = ["base_url", "browser_type_launch_args"]
