"""Offramp: lay out an international crisis, run it forward, look for the way down."""
