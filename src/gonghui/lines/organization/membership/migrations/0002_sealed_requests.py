from django.db import migrations, models

import gonghui.kernel.privacy.crypto
import gonghui.kernel.privacy.fields

TEXTS = ("says", "answer")


def pour(read, write):
    """Copy both texts of every row from one pair of columns to the other."""

    def run(apps, schema_editor):
        correction = apps.get_model("organization_membership", "Correction")
        for row in correction.objects.iterator(500):
            row.salt = row.salt or gonghui.kernel.privacy.crypto.new_salt()
            for name in TEXTS:
                setattr(row, write.format(name), getattr(row, read.format(name)) or "")
            row.save()

    return run


class Migration(migrations.Migration):
    dependencies = [("organization_membership", "0001_first")]

    operations = [
        migrations.AddField("correction", "salt", models.BinaryField(default=b"", max_length=16)),
        *(migrations.RenameField("correction", name, f"{name}_plain") for name in TEXTS),
        migrations.AlterField("correction", "says_plain", models.CharField(max_length=300, default="")),
        *(migrations.AddField("correction", name, gonghui.kernel.privacy.fields.SealedField(default=b"")) for name in TEXTS),
        migrations.RunPython(pour("{}_plain", "{}"), pour("{}", "{}_plain")),
        migrations.RemoveField("correction", "says_plain"),
        migrations.RemoveField("correction", "answer_plain"),
        migrations.AlterField("correction", "salt", models.BinaryField(default=gonghui.kernel.privacy.crypto.new_salt, max_length=16)),
        migrations.AlterField("correction", "says", gonghui.kernel.privacy.fields.SealedField(default=b"", verbose_name="请求内容")),
        migrations.AlterField("correction", "answer", gonghui.kernel.privacy.fields.SealedField(default=b"", verbose_name="答复")),
    ]
