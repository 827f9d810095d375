"""The report: findings drawn as one HTML file or a terminal's page; it computes none."""

from offramp.report._html import render_html, write_report
from offramp.report._ledger_page import render_ledger, write_ledger
from offramp.report._library_page import render_library, write_library
from offramp.report._library_terminal import print_library
from offramp.report._sentences import summary_sentences
from offramp.report._terminal import print_summary

__all__ = [
    "print_library", "print_summary", "render_html", "render_ledger", "render_library",
    "summary_sentences", "write_ledger", "write_library", "write_report",
]  # fmt: skip
