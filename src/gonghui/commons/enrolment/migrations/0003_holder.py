"""Whose an enrolment is stands on its row: a guardian does not see the child's own row of persons."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import Coalesce


def fill(apps, schema_editor):
    apps.get_model("commons_enrolment", "Enrolment").objects.update(holder_id=Coalesce(F("guardian_id"), F("person_id")))


class Migration(migrations.Migration):

    dependencies = [
        ("commons_enrolment", "0002_sold_out"),
        ("commons_parties", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="enrolment",
            name="holder",
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons_parties.person"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
