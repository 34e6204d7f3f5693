"""One matter over many channels 事项: who it is with, what was done, by when, what came of it."""
