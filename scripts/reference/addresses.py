"""The addresses of the site, and who may open them."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from scripts.reference.markdown import first_sentence, table


def page() -> str:
    """Return the page of addresses that are ours."""
    rows = sorted(
        (f"`/{address}`", f"`{pattern.callback.policy}`", first_sentence(pattern.callback.__doc__))
        for address, pattern in _patterns(get_resolver())
        if hasattr(pattern.callback, "policy")
    )
    return (
        "# Addresses\n\nEach page, the permission that it asks for, and its purpose. Sign-in pages "
        "come from allauth and guard themselves.\n\n"
        + table(("Address", "Permission", "Purpose"), rows)
    )


def _patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        address = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, address)
        else:
            yield address, entry
