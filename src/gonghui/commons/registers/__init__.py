"""Any dated thing worth listing and counting 台账: a document, policy, article, agreement, expert, partner, award received."""
