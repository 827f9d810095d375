"""What was said: signals, and claims."""
