"""Names of fields in forms."""

from gonghui.kernel.ledger.act import ACTS


def test_no_field_hides_what_scripts_call_on_a_form():
    """A form's fields stand on it by their names, before its own methods: a field `matches` breaks whatever asks what the form matches."""
    own = {"matches", "closest", "submit", "reset", "contains", "remove", "append", "focus", "children", "elements", "attributes", "dataset"}
    assert not {key: clash for key, act in ACTS.items() if (clash := own & act.params.keys())}
