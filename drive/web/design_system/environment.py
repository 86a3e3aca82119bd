"""The Jinja2 environment of every page: GOV.UK components, our macros, words and dates."""

from __future__ import annotations

from typing import Any

import jinja2
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from drive.web.design_system import presenters


class Unknown(jinja2.ChainableUndefined):
    """A misspelt name stops the page; a parameter that a component was not given is empty.

    GOV.UK's components ask for each optional parameter, so a missing key of a dictionary (and an
    omitted argument of a macro) must be empty. A missing variable of a page, or a missing
    attribute of an object, is a mistake and must be seen.
    """

    def _is_mistake(self) -> bool:
        hint, obj, name = (
            self._undefined_hint,
            self._undefined_obj,
            self._undefined_name,
        )
        if hint is not None or isinstance(obj, dict | jinja2.Undefined):
            return False
        return name is not None

    def __getattr__(self, name: str) -> Unknown:
        """Follow a chain through empty parameters only."""
        if name.startswith("__"):
            raise AttributeError(name)
        self._refuse_mistake()
        return self

    def __getitem__(self, _name: str) -> Unknown:  # type: ignore[override]
        """Follow a chain through empty parameters only."""
        self._refuse_mistake()
        return self

    def _refuse_mistake(self) -> None:
        if self._is_mistake():
            self._fail_with_undefined_error()

    def __str__(self) -> str:
        """Write nothing for an empty parameter."""
        self._refuse_mistake()
        return ""

    def __html__(self) -> str:
        """Write nothing for an empty parameter."""
        return str(self)

    def __bool__(self) -> bool:
        """Be false for an empty parameter."""
        self._refuse_mistake()
        return False

    def __iter__(self) -> Any:
        """Hold nothing."""
        self._refuse_mistake()
        return iter(())

    def __len__(self) -> int:
        """Hold nothing."""
        self._refuse_mistake()
        return 0


def environment(**options: Any) -> jinja2.Environment:
    """Return the environment that Django's Jinja2 backend asks for."""
    options["loader"] = jinja2.ChoiceLoader(
        [
            options["loader"],
            jinja2.PrefixLoader(
                {"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")}
            ),
        ]
    )
    made = jinja2.Environment(
        **{
            **options,
            "autoescape": True,
            "undefined": Unknown,
            "trim_blocks": True,
            "lstrip_blocks": True,
            "extensions": ["jinja2.ext.i18n", "jinja2.ext.do"],
        }
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(
        static=static,
        url=_url,
        page_links=presenters.page_links,
        # The GOV.UK macros write this word where a parameter is not given.
        undefined=Unknown(hint="not given"),
        null=None,
    )
    made.filters.update(
        {
            "date_in_words": presenters.date_in_words,
            "time_in_words": presenters.time_in_words,
            "label": presenters.label,
            "count_of": presenters.count_of,
            "cells": presenters.table_rows,
        }
    )
    return made


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the address of a view by its name."""
    return reverse(name, args=args or None, kwargs=kwargs or None)
