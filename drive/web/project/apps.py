"""Registers the project so that its templates are found."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """The project itself."""

    name = "drive.web.project"
    label = "project"
