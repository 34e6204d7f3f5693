"""Tables of titles."""

from .designation import Designation
from .nomination import Nomination, Opinion, Recommendation, Review
from .schemes import OURS, Held, Quota, Round, Scheme, Share, key_of

__all__ = ["OURS", "Designation", "Held", "Nomination", "Opinion", "Quota", "Recommendation", "Review", "Round", "Scheme", "Share", "key_of"]
