"""No quote, no item: what any coder gives is held against the words it stands on."""
