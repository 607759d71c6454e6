"""An index for taking the next task.

The queue has one of its own, but only over rows with status READY. SQLite does not use such an index for a query
whose status is a parameter, and would sort the whole queue for every task that is taken.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("berichten", "0001_begin"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX berichten_taken ON django_tasks_database_dbtaskresult"
            " (status, priority DESC, run_after, enqueued_at)",
            "DROP INDEX berichten_taken",
        )
    ]
