from django.apps import AppConfig


class CaseRecordConfig(AppConfig):
    name = "drive.web.case_record"
