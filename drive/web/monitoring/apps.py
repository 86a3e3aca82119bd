from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "drive.web.monitoring"
