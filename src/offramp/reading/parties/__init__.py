"""Who is in a text, and whom its phrases stand for."""
