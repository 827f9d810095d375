"""Who did it and who spoke, chosen by weights that were fitted."""
