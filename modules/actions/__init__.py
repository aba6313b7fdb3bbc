"""Everything that changes anything: one function is one transaction, then it announces."""
