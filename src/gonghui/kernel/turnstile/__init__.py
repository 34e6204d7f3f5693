"""
The turnstile 闸口: what thousands want at one moment is settled in groups, one durable transaction a group.

A gate is declared by the room whose seats it guards; whoever asks holds a ticket that was signed before.
"""
