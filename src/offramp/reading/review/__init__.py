"""The review page, and how what was decided on it goes into the record."""
