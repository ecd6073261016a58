"""Each search key learns the number of its person, so that a page of those who sound alike is read in order."""

from typing import Any

import django.db.models
from django.db import migrations

_LEARN = {
    "sqlite": """UPDATE registry_searchkey SET place =
        (SELECT CAST(p.number AS BLOB) FROM registry_person p WHERE p.id = person_id)""",
    "postgresql": """UPDATE registry_searchkey SET place =
        (SELECT convert_to(p.number, 'UTF8') FROM registry_person p WHERE p.id = person_id)""",
}


def learn_places(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # the second wall may stand already
            cursor.execute("SELECT set_config('repatria.house', 'on', true)")
        cursor.execute(_LEARN[connection.vendor])


class Migration(migrations.Migration):
    dependencies = [("registry", "0002_imports")]

    operations = [
        migrations.AddField(
            model_name="searchkey", name="place", field=django.db.models.BinaryField(default=b"", max_length=160)
        ),
        migrations.RunPython(learn_places, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="searchkey", name="who_sounds_so"),
        migrations.AddIndex(
            model_name="searchkey",
            index=django.db.models.Index(fields=["key", "place", "person"], name="who_sounds_so_in_order"),
        ),
    ]
