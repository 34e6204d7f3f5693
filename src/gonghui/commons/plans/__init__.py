"""What was planned 计划, so that plan and result never mix."""
