"""Spark over the same facts, where one machine is outgrown. PySpark and Java are installed by `make scale` only."""

import os
from pathlib import Path

from sqlglot import exp

from .asked import together
from .facts import tables_in


class Spark:
    """Facts as temporary views of a session; the cluster is the one `GONGHUI_SPARK` names, this machine by default."""

    name = "spark"

    def __init__(self, folder: Path):
        from pyspark.sql import SparkSession

        settings = {
            "spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1", "spark.sql.shuffle.partitions": "2",
            "spark.sql.session.timeZone": "UTC", "spark.log.level": "ERROR",
        }  # fmt: skip
        builder = SparkSession.builder.master(os.environ.get("GONGHUI_SPARK", "local[*]")).appName("gonghui")
        self.session = builder.config(map=settings).getOrCreate()
        for table in tables_in(folder):
            self.session.read.parquet(str(table)).createOrReplaceTempView(table.name)

    def one(self, asked: list[exp.Select]) -> tuple:
        """What several statements of one value each come to, by one statement."""
        return tuple(self.session.sql(together(asked, self.name)).first())

    def close(self) -> None:
        self.session.stop()
