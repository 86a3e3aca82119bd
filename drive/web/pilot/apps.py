from django.apps import AppConfig


class PilotConfig(AppConfig):
    name = "drive.web.pilot"
