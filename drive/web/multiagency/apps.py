from django.apps import AppConfig


class MultiagencyConfig(AppConfig):
    name = "drive.web.multiagency"
