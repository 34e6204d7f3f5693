"""The API 接口: the same declarations for programs."""
