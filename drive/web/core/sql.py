"""What SQLite and PostgreSQL say in different words."""

from __future__ import annotations

from typing import Any

from django.db.models import DateField, Expression, Func


class After(Func):
    """A day some time after another, such as `After(F("opened_on"), Value("+3 months"))`.

    The time is a text that both databases read: a number of days or months. A day that its month
    does not have becomes the last of that month, as in `core.dates.add_months`.
    """

    output_field = DateField()

    def __init__(self, day: Expression, time: Expression) -> None:
        super().__init__(day, time)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Add an interval, which ends on the last day of a short month."""
        template = "(%(expressions)s::interval)::date"
        return self.as_sql(compiler, connection, template=template, arg_joiner=" + ", **context)

    def as_sqlite(self, compiler: Any, *_: Any, **__: Any) -> Any:
        """Add with a modifier; what runs over the end of a month is cut off at its last day."""
        day, of_day = compiler.compile(self.source_expressions[0])
        time, of_time = compiler.compile(self.source_expressions[1])
        last = f"DATE({day}, 'start of month', {time}, '+1 month', '-1 day')"
        return f"MIN(DATE({day}, {time}), {last})", (*of_day, *of_time) * 2
