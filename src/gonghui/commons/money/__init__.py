"""Money and goods taken in, handed out and passed between nodes 收支: each cause paid once, each sum open to what makes it up."""
