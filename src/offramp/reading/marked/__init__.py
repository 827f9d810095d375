"""Articles marked by hand, and how well a draft agrees with them."""
