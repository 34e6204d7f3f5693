"""Finance and audit 财务经审."""
