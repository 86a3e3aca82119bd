"""Numbers as they are written in tables."""

from __future__ import annotations

from drive.statistics.results import Estimate, Quantity, is_defined

MINUS = "\u2212"
DASH = "–"


def p_text(p: Quantity | None) -> str:
    """Return a p value with three decimals, never as zero."""
    if p is None or not is_defined(p):
        return DASH
    return "< .001" if p < 0.001 else f"{p:.3f}".removeprefix("0")


def number_text(value: Quantity | None, digits: int = 1) -> str:
    """Return a number with a true minus sign."""
    if value is None or not is_defined(value):
        return DASH
    text = f"{value:.{digits}f}"
    text = text.lstrip("-") if not text.strip("-0.") else text
    return text.replace("-", MINUS)


def range_text(estimate: Estimate, *, scale: float = 1, sign: int = 1, digits: int = 1) -> str:
    """Return an estimate with its interval; ``sign=-1`` turns the direction round."""
    if not (is_defined(estimate.value) and is_defined(estimate.low) and is_defined(estimate.high)):
        return DASH
    limits = sorted((sign * scale * estimate.low, sign * scale * estimate.high))
    low, high = (number_text(limit, digits) for limit in limits)
    return f"{number_text(sign * scale * estimate.value, digits)} ({low} to {high})"


def sentence(text: str) -> str:
    """Return the text with its first letter as a capital and the others as they are."""
    return text[:1].upper() + text[1:]


def pretty(count: int) -> str:
    """Return a count with a comma for the thousands."""
    return f"{count:,}"
