"""What all faces share: who is looking, the one binder, sign-in, refusals as pages."""
