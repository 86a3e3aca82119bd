from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "drive.web.core"
