"""PostgreSQL learns how common the beginnings of names are: a search then walks the list, or the names, whichever is shorter."""

from django.db import migrations

COLUMNS = ("name", "pinyin", "initials")


def weigh(target):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for column in COLUMNS:
                schema_editor.execute(f'ALTER TABLE "commons_parties_person" ALTER COLUMN "{column}" SET STATISTICS {target}')

    return run


class Migration(migrations.Migration):
    dependencies = [("commons_parties", "0003_one_person")]

    operations = [migrations.RunPython(weigh(1000), weigh(-1))]
