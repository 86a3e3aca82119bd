from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "drive.web.accounts"
