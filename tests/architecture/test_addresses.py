"""Every address of the site says who may open it."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from drive.web.accounts.roles import ACTS, EVERYBODY

# Views that are not ours and so cannot carry a policy; each guards itself as said.
GUARDED_BY_THEMSELVES = {
    "allauth.account.": "sign-in and sign-out are open to all; its other pages ask for sign-in",
    "allauth.mfa.": "asks for sign-in, and for a fresh one before anything changes",
    "django.views.static.": "style sheets and scripts only",
    "django.contrib.staticfiles.": "style sheets and scripts only",
}


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        address = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, address)
        else:
            yield address, entry


def test_every_address_declares_a_policy() -> None:
    undeclared = [
        f"{address} -> {pattern.lookup_str}"
        for address, pattern in patterns(get_resolver())
        if getattr(pattern.callback, "policy", None) is None
        and not pattern.lookup_str.startswith(tuple(GUARDED_BY_THEMSELVES))
    ]
    assert not undeclared, "\n".join(undeclared)


def test_every_policy_is_public_or_a_permission_that_exists() -> None:
    known = {"public"}.union(EVERYBODY, *ACTS.values())
    unknown = {
        f"{address}: {policy}"
        for address, pattern in patterns(get_resolver())
        if (policy := getattr(pattern.callback, "policy", None)) is not None
        and str(policy) not in known
    }
    assert not unknown


def test_there_are_addresses_to_look_at() -> None:
    ours = [p for _, p in patterns(get_resolver()) if p.lookup_str.startswith("drive.web.")]
    assert len(ours) > 10
