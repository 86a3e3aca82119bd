from django.apps import AppConfig


class HarmConfig(AppConfig):
    name = "drive.web.harm"
