"""Engines 计算引擎: the same declared figure on the database, on DuckDB and on Spark."""

from .facts import write
from .figures import ENGINES, compared, engine, value

__all__ = ["ENGINES", "compared", "engine", "value", "write"]
