"""Sealed fields, keyed hashes, masks, purposes and consents 个人信息保护."""
