"""What the house says no to, for tests: `call` is anything; keyword arguments are all its own."""

import pytest

from gonghui.kernel.refusal import Refused


def refusal(call, /, *args, **kwargs) -> Refused:
    """The no a call ends with."""
    with pytest.raises(Refused) as no:
        call(*args, **kwargs)
    return no.value


def refused(call, /, *args, **kwargs) -> str:
    """The code of it."""
    return refusal(call, *args, **kwargs).code


def refuses(code: str, call, /, *args, **kwargs) -> None:
    """Assert that it is this one."""
    no = refusal(call, *args, **kwargs)
    assert no.code == code, no.text
