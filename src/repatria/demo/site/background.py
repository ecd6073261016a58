"""The background worker, run in this process until nothing waits."""


def work() -> None:
    """Do all queued work."""
    from django.core.management import call_command
    from django_tasks_db.models import DBTaskResult

    while DBTaskResult.objects.ready().exists():
        call_command(
            "db_worker", queue_name="*", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0
        )
