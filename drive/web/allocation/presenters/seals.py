"""A seal, a commitment or a seed: long, and to be compared character by character."""

from typing import Any

from django.utils.html import format_html


def in_code(seal: str) -> Any:
    """Return a seal so that it wraps on a small screen, in letters of one width."""
    return format_html('<code class="drive-seal">{}</code>', seal)
