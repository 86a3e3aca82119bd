"""Each role's first page: what needs me today."""
