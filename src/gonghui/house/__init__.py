"""Settings, addresses, server and commands: the only place that knows everything."""
