"""From a frozen snapshot to results, tables, figures and a report."""
