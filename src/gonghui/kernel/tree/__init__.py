"""Every organisation and where it hung on every day 组织树."""
