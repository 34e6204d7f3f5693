"""The thirteen kinds of record that all lines share 公共记录."""
