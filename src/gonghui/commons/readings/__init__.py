"""Numbers measured by somebody else 外部数: with source, time and proof, never added to our own."""
