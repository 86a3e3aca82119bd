from django.apps import AppConfig


class OutboundConfig(AppConfig):
    name = "drive.web.outbound"
