from django.apps import AppConfig


class CleaningConfig(AppConfig):
    name = "drive.web.cleaning"
