"""Who may see and do what, where 权限: accounts, grants, reach, and the two walls behind them."""
