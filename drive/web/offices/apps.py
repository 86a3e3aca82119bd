from django.apps import AppConfig


class OfficesConfig(AppConfig):
    name = "drive.web.offices"
