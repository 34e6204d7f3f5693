"""Where lines built on unions hook in, so that this one need not know them."""

from collections.abc import Callable

# (ctx, union) -> raises when something still hangs on the union
before_dissolving: list[Callable] = []
# (ctx, from_union, to_union, employers or None, on): members follow their employer or their union
on_passing: list[Callable] = []
