import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("exchanges", "0001_initial"), ("lists", "0001_initial")]

    # Nothing was exported before this: the table is empty, so the column needs no default.
    operations = [
        migrations.AddField(
            model_name="export",
            name="party",
            field=models.ForeignKey(
                help_text="whose people let it go",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="exchanges.party",
            ),
        ),
    ]
