"""The database's address, the mode that serves, the secret, and log lines without values."""

import logging
import stat
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from drive.web.project.settings.databases import database_from_url
from drive.web.project.settings.logs import WithoutValues
from drive.web.project.settings.mode import require_demonstration, secret_key


def test_a_sqlite_file_is_relative_with_three_strokes_and_absolute_with_four() -> None:
    assert database_from_url("sqlite:///var/drive.sqlite3")["NAME"] == "var/drive.sqlite3"
    assert database_from_url("sqlite:////srv/drive%20x.sqlite3")["NAME"] == "/srv/drive x.sqlite3"


def test_sqlite_takes_its_lock_at_the_start_and_loses_nothing_in_a_crash() -> None:
    options = database_from_url("sqlite:///x")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL" in options["init_command"]
    assert "synchronous=FULL" in options["init_command"]
    assert "foreign_keys=ON" in options["init_command"]


def test_a_postgres_address_may_name_a_host_or_the_folder_of_a_socket() -> None:
    at_host = database_from_url("postgres://u%40x:p%2Fw@db:5433/drive?sslmode=require")
    assert (at_host["USER"], at_host["PASSWORD"], at_host["HOST"]) == ("u@x", "p/w", "db")
    assert (at_host["PORT"], at_host["NAME"]) == ("5433", "drive")
    assert at_host["OPTIONS"] == {"sslmode": "require"}
    by_socket = database_from_url("postgresql://postgres@/drive?host=/run/pg")
    assert (by_socket["HOST"], by_socket["PORT"], by_socket["USER"]) == ("/run/pg", "", "postgres")


@pytest.mark.parametrize("url", ["mysql://x/y", "drive.sqlite3", "sqlite:///"])
def test_another_address_is_refused_in_words(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database_from_url(url)


def test_every_request_is_one_transaction() -> None:
    for url in ("sqlite:///x", "postgres://db/x"):
        assert database_from_url(url)["ATOMIC_REQUESTS"] is True


def test_only_the_demonstration_serves_and_production_says_why_not() -> None:
    assert require_demonstration("demonstration") == "demonstration"
    with pytest.raises(ImproperlyConfigured, match="hardening"):
        require_demonstration("production")
    with pytest.raises(ImproperlyConfigured, match="only mode"):
        require_demonstration("staging")


def test_the_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = secret_key(tmp_path / "var")
    assert len(first) > 60
    assert secret_key(tmp_path / "var") == first
    assert stat.S_IMODE((tmp_path / "var" / "secret_key").stat().st_mode) == 0o600


def test_a_log_line_names_the_fault_and_not_the_values() -> None:
    values = "Key (surname)=(" + "Synthetic".upper() + ") already exists"
    try:
        raise ValueError(values)
    except ValueError:
        record = logging.LogRecord("drive", logging.ERROR, "", 0, "failed", None, sys.exc_info())
    line = WithoutValues().format(record)
    assert "ValueError" in line
    assert "test_a_log_line" in line
    assert "SYNTHETIC" not in line


def test_the_browser_is_told_to_run_and_show_only_what_is_ours() -> None:
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert policy["default-src"] == ["'none'"]
    assert "'unsafe-inline'" not in str(policy)
    assert policy["frame-ancestors"] == ["'none'"]
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Strict"
    assert settings.DEBUG is False


def test_nobody_can_sign_up_or_be_mailed() -> None:
    from drive.web.project.sign_in import AccountAdapter

    adapter = AccountAdapter()
    assert adapter.is_open_for_signup(None) is False
    assert adapter.send_mail("any", "a@example.org", {}) is None
