"""What was done: words for deeds, who to whom, whether at all, and mentions joined."""
