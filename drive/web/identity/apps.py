from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "drive.web.identity"
