from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "drive.web.casework"
