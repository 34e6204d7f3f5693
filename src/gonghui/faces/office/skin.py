"""The library's widgets on the neutral form; only the office does this."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as now_
from unfold import widgets as unfold

from gonghui.faces.kit.binding import ManyPicker, Picker, Texts

DATE = {"type": "date"}


class _Chosen:
    """Renders what is chosen, never the 55,100 that could be; it speaks Chinese, which the library does not load."""

    class Media:
        js = ("admin/js/vendor/select2/select2.full.js", "admin/js/vendor/select2/i18n/zh-CN.js", "admin/js/jquery.init.js")

    def optgroups(self, name, value, attrs=None):
        keys = [v for v in value if str(v).isdecimal() and len(str(v)) < 19]
        chosen = self.choices.queryset.filter(pk__in=keys) if keys else []
        option = {"name": name, "selected": True, "attrs": {"selected": True}, "type": "select", "wrap_label": True}
        option["template_name"] = "django/forms/widgets/select_option.html"
        return [(None, [{**option, "value": str(row.pk), "label": str(row), "index": i} for i, row in enumerate(chosen)], 0)]


class PickOne(_Chosen, unfold.UnfoldAdminAutocompleteModelChoiceFieldWidget):
    """A picker that asks the server while one types."""


class PickMany(_Chosen, unfold.UnfoldAdminMultipleAutocompleteWidget):
    """The same for several."""


def skin(form: forms.Form, act) -> forms.Form:
    for name, field in form.fields.items():
        widget = _widget(name, field, act)
        widget.is_required = field.required
        widget.attrs.update(field.widget_attrs(widget))
        field.widget = widget
        if isinstance(field, Picker | ManyPicker):
            widget.choices = field.choices
    return form


def _finding(kind, field, act, name):
    """A picker that says what it finds, to those who see it and those who hear it."""
    widget = kind(attrs={"data-ajax--url": reverse("office:pick", args=[act.key, name]), "lang": "zh-CN"})
    widget.attrs["data-placeholder"] = now_("查找{label}").format(label=field.label)
    return widget


def _widget(name, field, act):
    match field:
        case Texts():
            return field.widget
        case ManyPicker():
            return _finding(PickMany, field, act, name)
        case Picker():
            return _finding(PickOne, field, act, name)
        case forms.TypedMultipleChoiceField():
            return unfold.UnfoldAdminCheckboxSelectMultipleWidget(choices=field.choices)
        case forms.TypedChoiceField():
            return unfold.UnfoldAdminSelectWidget(choices=field.choices)
        case forms.DateField():
            widget = unfold.UnfoldAdminTextInputWidget(attrs=DATE)
            widget.input_type = "date"
            return widget
        case forms.DateTimeField():
            widget = unfold.UnfoldAdminTextInputWidget(attrs={"type": "datetime-local"})
            widget.input_type = "datetime-local"
            return widget
        case forms.FileField():
            return unfold.UnfoldAdminFileFieldWidget(attrs={"accept": field.widget.attrs.get("accept", "")})
        case forms.IntegerField() | forms.DecimalField():
            return unfold.UnfoldAdminIntegerFieldWidget()
        case forms.BooleanField():
            return unfold.UnfoldBooleanSwitchWidget()
    if isinstance(field.widget, forms.PasswordInput):
        return unfold.UnfoldAdminPasswordWidget()
    return unfold.UnfoldAdminTextareaWidget() if isinstance(field.widget, forms.Textarea) else unfold.UnfoldAdminTextInputWidget()
