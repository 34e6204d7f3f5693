"""
One binder for every face: an act's parameters into a Django form, which coerces and says in Chinese what is wrong.

The office, the portal and the API all feed this form, so that a fault has the same code, field and
sentence everywhere. The API checks the declared JSON type first (`json.py`).
"""

from datetime import date, datetime
from decimal import Decimal

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import see
from gonghui.kernel.evidence.files import SHOWN
from gonghui.kernel.ledger.act import Act, Param
from gonghui.kernel.ledger.arguments import MOST_TEXT, MOST_TEXTS
from gonghui.kernel.ledger.do import Done, do
from gonghui.kernel.refusal import Refusal, Refused

REQUIRED = _("此项必填。")
CODES = {
    "required": "form.required", "invalid_choice": "form.not_on_the_list", "invalid": "form.invalid", "max_length": "form.too_long",
    "min_value": "form.too_small", "max_value": "form.too_big", "max_digits": "form.too_big", "null_characters_not_allowed": "form.bad_character",
}  # fmt: skip


class PlainText(forms.CharField):
    """Text without NUL, bidi or other control marks (line breaks stay in long texts)."""

    BAD = {*map(chr, range(0x20)), "\x7f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\u200b", "\ufeff"} - {
        "\n",
        "\r",
        "\t",
    }

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.validators = [v for v in self.validators if type(v).__name__ != "ProhibitNullCharactersValidator"]

    def to_python(self, value):
        if isinstance(value, str) and self.BAD.intersection(value):
            raise forms.ValidationError(_("文字里有看不见的控制字符，请重新键入。"), code="null_characters_not_allowed")
        return super().to_python(value)


class Picker(forms.ModelChoiceField):
    """One record within reach of the act."""


class ManyPicker(forms.ModelMultipleChoiceField):
    """Several records within reach of the act."""

    def clean(self, value):
        for one in value or ():
            if not str(one).isdecimal() or len(str(one)) > 18:  # beyond what a database counts to
                raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": one})
        return super().clean(value)


class TextsInput(forms.Widget):
    """A table with an input for each text asked for; a program sends them as one object."""

    template_name = "kit/texts.html"
    asked: list = []

    def value_from_datadict(self, data, files, name):
        whole = data.get(name)
        return whole if isinstance(whole, dict) else {key[len(name) + 1 :]: text for key, text in data.items() if key.startswith(f"{name}.")}

    def get_context(self, name, value, attrs):
        typed = value or {}
        rows = [{"name": f"{name}.{one.name}", "one": one, "value": typed.get(one.name, one.value)} for one in self.asked]
        return super().get_context(name, None, attrs) | {"rows": rows}


class Texts(forms.Field):
    """Several texts by name, each as `PlainText`."""

    widget = TextsInput

    def __init__(self, *, max_length, asked, **kwargs):
        super().__init__(**kwargs)
        self.text, self.name, self.widget.asked = PlainText(max_length=max_length, required=False), PlainText(max_length=MOST_TEXT), asked

    def to_python(self, value):
        if len(value or ()) > MOST_TEXTS:
            raise forms.ValidationError(_("一次填得太多。"), code="max_length")
        return {self.name.clean(name): self.text.clean(text) for name, text in (value or {}).items()}


def choosable(act: Act, parameter: Param, viewer):
    """
    What may be chosen for a parameter that is a record.

    The node an act happens at must lie in reach of its power; any other record in reach of seeing it.
    """
    model = parameter.type
    if parameter.p.pick:
        return parameter.p.pick(model.objects, viewer)
    if act.creates and parameter.name == act.at:
        return model.objects.within(viewer, act.power)
    return model.objects.within(viewer, see(model) if not issubclass(model, _node()) else act.power)


def _node():
    from gonghui.kernel.tree.models import Node

    return Node


def field_for(act: Act, parameter: Param, viewer, row=None) -> forms.Field:
    """The form field of a parameter, asked about `row`. Raises TypeError for a type no face can ask for (found at start-up)."""
    p, kind = parameter.p, parameter.type
    common = {"label": p.label, "help_text": p.help, "required": parameter.required, "initial": parameter.default}
    bounds = [MinValueValidator(p.least, _("不能小于 %(limit_value)s。"))] if p.least is not None else []
    bounds += [MaxValueValidator(p.most, _("不能大于 %(limit_value)s。"))] if p.most is not None else []
    if issubclass(kind, models.Model):
        picker = ManyPicker if parameter.many else Picker
        return picker(choosable(act, parameter, viewer), **common)
    if p.choices is not None or issubclass(kind, models.Choices):
        choices = p.choices() if callable(p.choices) else p.choices or kind.choices
        if parameter.many:
            return forms.TypedMultipleChoiceField(choices=choices, coerce=kind, empty_value=[], **common)
        return forms.TypedChoiceField(choices=[("", "—"), *choices], coerce=kind, empty_value=None, **common)
    if issubclass(kind, UploadedFile):
        accept = ",".join(f".{SHOWN[m].lower()}" for m in p.accept) + (",.jpeg" if "image/jpeg" in p.accept else "")
        return forms.FileField(widget=forms.FileInput(attrs={"accept": accept}), max_length=200, **common)
    if kind is bool:
        return forms.BooleanField(**{**common, "required": False})
    if kind is date:
        return forms.DateField(input_formats=["%Y-%m-%d"], widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **common)
    if kind is datetime:
        return forms.DateTimeField(widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"), **common)
    if kind is Decimal:
        return forms.DecimalField(max_digits=14, decimal_places=2, validators=bounds, **common)
    if kind is int:
        return forms.IntegerField(validators=[*bounds, MaxValueValidator(2**62), MinValueValidator(-(2**62))], **common)
    if kind is dict:
        return Texts(max_length=p.max_length or MOST_TEXT, asked=p.asks(row) if row is not None else [], **common)
    if kind is str:
        widget = forms.PasswordInput if p.secret else forms.Textarea(attrs={"rows": 3}) if p.long else forms.TextInput
        return PlainText(max_length=p.max_length, widget=widget, **common)
    raise TypeError(f"{act.key}.{parameter.name}: no face can ask for {kind}")


def form_for(act: Act, viewer, data=None, files=None, initial=None, row=None) -> forms.Form:
    """The form of an act for a viewer, on a record where it asks about it, bound when data are given."""
    fields = {name: field_for(act, parameter, viewer, row) for name, parameter in act.params.items()}
    form = type("ActForm", (forms.Form,), fields)(data, files, initial=initial)
    for field in form.fields.values():
        field.error_messages["required"] = REQUIRED
    return form


def run(act: Act, viewer, form: forms.Form, subject=None, *, key: str = "") -> Done:
    """Do the act with what the form holds; malformed and refused both come out as Refused."""
    if not form.is_valid():
        raise Refused(
            *(
                Refusal(CODES.get(error.code, "form.invalid"), message, field=name)
                for name, errors in form.errors.as_data().items()
                for error in errors
                for message in error.messages
            )
        )
    arguments = {}
    for name, parameter in act.params.items():
        value = form.cleaned_data[name]
        if parameter.many and not isinstance(value, list):
            value = list(value)
        arguments[name] = parameter.default if value in (None, "") and not parameter.required else value
    return do(act, viewer, subject, key=key, **arguments)


def put_on_fields(form: forms.Form, refused: Refused) -> None:
    """Show refusals where they belong: on the field they name, else above the form. Nothing typed is lost."""
    for refusal in refused.refusals:
        field = refusal.field if refusal.field in form.fields else None
        if refusal.text not in form.errors.get(field or "__all__", []):
            form.add_error(field, forms.ValidationError(refusal.text, code=refusal.code))
