"""Files bound to a record 佐证材料: hashed, typed by content, limited in size."""
