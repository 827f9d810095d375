"""What is read: files and addresses become sources, whose words can be quoted."""
