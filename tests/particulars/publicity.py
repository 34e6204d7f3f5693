"""What the acts of publicity do not say of themselves."""

BORN_BY = {"commons_registers.registerentry": "registers.enter"}
