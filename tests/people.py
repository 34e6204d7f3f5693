"""Numbers for tests."""

from stdnum.cn import ric


def valid_id(birth="19891231", place="110105", serial="002"):
    """A resident ID number with a right check character; nobody's."""
    body = f"{place}{birth}{serial}"
    return body + ric.calc_check_digit(body + "0")
