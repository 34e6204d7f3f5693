"""Messages to people 通知: an outbox written with the act, sent after it."""
