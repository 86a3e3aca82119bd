"""The report: one self-contained page of HTML, to be read on a screen or printed."""

from drive.evaluation.report.page import render

__all__ = ["render"]
