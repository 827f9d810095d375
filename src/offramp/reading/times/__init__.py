"""When: expressions of time, the day at which a story stands, dates of deeds."""
