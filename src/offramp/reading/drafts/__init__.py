"""A draft of a record: its items, how drafts are joined, and how they become a record."""
