from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "drive.web.oversight"
