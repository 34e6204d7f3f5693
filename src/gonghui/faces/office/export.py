"""Tables out: the words a list prints, as XLSX or CSV."""

from datetime import date, datetime

from django.utils import timezone
from import_export import fields as exported
from import_export import resources
from unfold.contrib.import_export.forms import SelectableFieldsExportForm

from gonghui.kernel.desk import Column, Desk


def show(column, row):
    """A value as a list prints it."""
    value = column.show(row)
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return "—" if value in (None, "") else value


class ExportForm(SelectableFieldsExportForm):
    """Which columns, by the names people know."""

    def _get_field_label(self, resource, field_name):
        return resource().fields[field_name].column_name


class _Shown(exported.Field):
    """An exported cell: the same words the list prints."""

    def __init__(self, column):
        super().__init__(column_name=str(column.label), readonly=True)
        self.column = column

    def export(self, instance, **kwargs):
        return str(show(self.column, instance))


def resource(desk: Desk):
    """What is exported of a desk's rows."""
    cells = {}
    for column in desk.exports:
        if not isinstance(column, Column):
            field = desk.noun._meta.get_field(column)
            reads = f"get_{column}_display" if field.choices else column
            column = Column(column, field.verbose_name, lambda row, reads=reads: value() if callable(value := getattr(row, reads)) else value)
        cells[column.name] = _Shown(column)
    cells["Meta"] = type("Meta", (), {"model": desk.noun, "fields": tuple(cells), "export_order": tuple(cells), "chunk_size": 1000})
    return type(f"{desk.noun.__name__}Resource", (resources.ModelResource,), cells)
