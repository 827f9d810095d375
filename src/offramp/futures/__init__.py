"""Futures: run a crisis forward, and answer what one would ask of it."""

from offramp.futures._forecast import forecast
from offramp.futures._simulate import Futures, simulate

__all__ = ["Futures", "forecast", "simulate"]
