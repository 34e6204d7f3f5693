"""Tables in 批量导入: a dry run first, a verdict on each row, chunks that survive a kill."""
