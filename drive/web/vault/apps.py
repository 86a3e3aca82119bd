from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "drive.web.vault"
