"""Registers the home pages."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Each role's first page."""

    name = "drive.web.home"
    label = "home"
