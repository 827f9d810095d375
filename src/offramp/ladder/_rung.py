"""A ladder and its rungs."""

from dataclasses import dataclass

from offramp._errors import UsageError
from offramp.ladder._nearest import nearest_name
from offramp.ladder._rules import Draft, broken_rules


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder.

    Attributes
    ----------
    key : str
        The name by which records call it, such as ``strike-home``.
    order : int
        Its place; 0 is calm, and a higher rung is a graver act.
    name : str
        The name to show to a reader.
    description : str
        What acts stand on it, in a sentence.
    level : int
        The hostility level of the Militarized Interstate Disputes data: 1 no force,
        2 threat, 3 display, 4 use of force, 5 war.
    blood : bool
        Whether an act on it is meant to hurt or kill.
    cameo : tuple of str
        CAMEO codes under which acts on it are commonly filed; one code may stand on
        several rungs. `from_cameo` picks one rung for each code.
    plover : tuple of (str, str or None)
        The same as PLOVER events with their mode; None means whatever the mode.
    """

    key: str
    order: int
    name: str
    description: str
    level: int
    blood: bool
    cameo: tuple[str, ...] = ()
    plover: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs on which acts stand, from the lowest up.

    Attributes
    ----------
    rungs : tuple of Rung
        In strictly rising order; one stands at order 0, and levels never fall.

    Raises
    ------
    UsageError
        When the rungs break a rule; the text names every one.

    Examples
    --------
    >>> from offramp.ladder import default_ladder
    >>> ladder = default_ladder()
    >>> ladder.order("strike-home")
    8
    >>> [rung.key for rung in ladder.at_least("campaign")]
    ['campaign', 'war']
    >>> ladder.rung("strke-home")
    Traceback (most recent call last):
        ...
    offramp._errors.UsageError: No rung "strke-home" on the ladder; the nearest is "strike-home".
    """

    rungs: tuple[Rung, ...]

    def __post_init__(self) -> None:
        broken = broken_rules([Draft(rung.key, rung.order, rung.level) for rung in self.rungs])
        if broken:
            lines = [
                rule.what if rule.rung is None else f"Rung {rule.rung + 1}: {rule.what}"
                for rule in broken
            ]
            raise UsageError("\n".join(lines))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the rungs, from the lowest up."""
        return tuple(rung.key for rung in self.rungs)

    @property
    def calm(self) -> Rung:
        """The rung at order 0."""
        return next(rung for rung in self.rungs if rung.order == 0)

    def rung(self, key: str) -> Rung:
        """Return the rung called `key`.

        Raises
        ------
        UsageError
            When there is none; the text names the nearest.
        """
        for rung in self.rungs:
            if rung.key == key:
                return rung
        shown = key if len(key) <= 60 and key.isprintable() else ascii(key[:60])[1:-1]
        raise UsageError(f'No rung "{shown}" on the ladder; the nearest is "{self.nearest(key)}".')

    def order(self, key: str) -> int:
        """Return the order of the rung called `key`; raises as `rung` does."""
        return self.rung(key).order

    def level(self, key: str) -> int:
        """Return the hostility level, 1 to 5, of the rung called `key`; raises as `rung` does."""
        return self.rung(key).level

    def at_least(self, key: str) -> tuple[Rung, ...]:
        """Return the rung called `key` and all above it; raises as `rung` does."""
        least = self.order(key)
        return tuple(rung for rung in self.rungs if rung.order >= least)

    def rung_for_level(self, level: int) -> Rung:
        """Return the lowest rung of a hostility level.

        Rungs below calm are ways down, not hostility: they answer only where no rung
        from order 0 upwards has the level, and then the highest of them does.

        Parameters
        ----------
        level : int
            1 to 5.

        Raises
        ------
        UsageError
            When no rung has that level.

        Examples
        --------
        >>> from offramp.ladder import default_ladder
        >>> [default_ladder().rung_for_level(level).key for level in range(1, 6)]
        ['calm', 'threat', 'display', 'seizure', 'war']
        """
        having = [rung for rung in self.rungs if rung.level == level]
        if not having:
            levels = sorted({rung.level for rung in self.rungs})
            raise UsageError(
                f"No rung of level {level} on the ladder; it has levels "
                f"{', '.join(map(str, levels))}."
            )
        return next((rung for rung in having if rung.order >= 0), having[-1])

    def nearest(self, key: str) -> str:
        """Return the key of the rung that `key` most likely means.

        Examples
        --------
        >>> from offramp.ladder import default_ladder
        >>> default_ladder().nearest("mobilization")
        'display'
        """
        return nearest_name(key, self.keys, synonyms=True)
