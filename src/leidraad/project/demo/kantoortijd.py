"""When people of the demo work: on working days, in office hours."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

VRIJDAG = 4


def werkdag(dag: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return dag - timedelta(days=max(dag.weekday() - VRIJDAG, 0))


def kantoortijd(dag: date, toeval: int) -> datetime:
    """A moment in office hours on that day, or on the Friday before a weekend; `toeval` chooses which."""
    return timezone.make_aware(datetime.combine(werkdag(dag), time(9 + toeval % 7, toeval // 7 % 60)))


def op_tijd(nu: datetime, dagen_geleden: int, om: time) -> datetime:
    """A fixed time so many days before `nu`, or on the Friday before a weekend."""
    dag = werkdag(timezone.localdate(nu) - timedelta(days=dagen_geleden))
    return timezone.make_aware(datetime.combine(dag, om))
