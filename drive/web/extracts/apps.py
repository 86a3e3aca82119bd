from django.apps import AppConfig


class ExtractsConfig(AppConfig):
    name = "drive.web.extracts"
