from django.apps import AppConfig


class PanelsConfig(AppConfig):
    name = "drive.web.panels"
