from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "drive.web.referrals"
