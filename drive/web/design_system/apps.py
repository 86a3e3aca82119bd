"""Registers the design system so that its templates and assets are found."""

from django.apps import AppConfig


class DesignSystemConfig(AppConfig):
    """Fields, macros and layouts; no models."""

    name = "drive.web.design_system"
    label = "design_system"
