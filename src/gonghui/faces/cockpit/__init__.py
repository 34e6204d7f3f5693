"""
The cockpit 驾驶舱: what a leader opens on a phone or hangs on a wall.

The main figures of the lines at a node, beside last year's and the plan; each opens to its course, to what hangs below,
and, in the office, to its rows. Nothing is counted here: figures come from `kernel.indicators`.
"""
