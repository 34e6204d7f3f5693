"""Any vote 投票: options, who may vote, a receipt for each ballot, a result counted twice and frozen."""
