"""What a database must be told so that it searches a large register by the right index."""

from django.db import connection


def learn_sizes() -> None:
    """Let SQLite look at how its tables are filled; quick at any size. PostgreSQL does it by itself.

    Without it SQLite takes "in this keeper's register" for a narrow question, and reads the whole register.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")
