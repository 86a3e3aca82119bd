from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import URLPattern, URLResolver, include, path

from drive.web.project import views

handler400 = "drive.web.project.views.bad_request"
handler403 = "drive.web.project.views.permission_denied"
handler404 = "drive.web.project.views.not_found"
handler500 = "drive.web.project.views.server_error"

# Only the pages of allauth that are used: no signing up, no e-mail addresses, no reset by e-mail.
sign_in: list[URLPattern | URLResolver] = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("ended/", account.account_inactive, name="account_inactive"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("second-step/", second_factor.authenticate, name="mfa_authenticate"),
    path("confirm-code/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("second-factor/", second_factor.index, name="mfa_index"),
    path("second-factor/set-up/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-factor/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("recovery-codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "recovery-codes/new/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "recovery-codes/file/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("drive.web.home.urls")),
    path("account/", include(sign_in)),
    path("", include("drive.web.accounts.urls")),
    path("cases/", include("drive.web.case_record.urls")),
    path("cases/<uuid:case_id>/assessments/", include("drive.web.assessments.urls")),
    path("cases/", include("drive.web.oversight.urls")),
    path("cases/", include("drive.web.registers.urls")),
    path("cases/", include("drive.web.casework.urls")),
    path("snapshots/", include("drive.web.extracts.urls")),
    path("referrals/", include("drive.web.referrals.urls")),
    path("allocation/", include("drive.web.allocation.urls")),
    path("monitoring/", include("drive.web.monitoring.urls")),
    path("adjudication/", include("drive.web.adjudication.urls")),
    path("", include("drive.web.identity.urls")),
    path("cleaning/", include("drive.web.cleaning.urls")),
    path("panels/", include("drive.web.panels.urls")),
    path("information/", include("drive.web.information.urls")),
    path("idva-cases/", include("drive.web.insights.urls")),
    path("outgoing/", include("drive.web.outbound.urls")),
    path("harm/", include("drive.web.harm.urls")),
    path("offices/", include("drive.web.offices.urls")),
    path("", include("drive.web.multiagency.urls")),
    path("healthz", views.alive, name="alive"),
    path("readyz", views.ready, name="ready"),
]
