"""The coder that asks a language model of the user's own."""
