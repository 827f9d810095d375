"""The parameters of the model: draws, and what each rests on."""

import json
import os
import zlib
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from offramp._errors import OfframpError, UsageError
from offramp.model._exchange import PRIORS as EXCHANGE_PRIORS
from offramp.model._prior import Prior, normal
from offramp.model._provocation import PRIORS as PROVOCATION_PRIORS
from offramp.model._share import PRIORS as SHARE_PRIORS
from offramp.model.terms import TERMS

SEED = 19690302
"""Fixes the draws from priors; the same for every crisis and every run."""

VARIABLE = "OFFRAMP_PARAMETERS"
"""Chooses the parameters: the name of a set that ships, or the path of one that was learned."""

READINESS = ("exchange.notice", "exchange.allies")

SHIPPED = ("mie", "open")
"""Sets that ship: learned from MIE, or from MID incidents and ICB alone."""


@dataclass(frozen=True)
class Parameters:
    """Draws of every parameter.

    Attributes
    ----------
    values : dict of str to array
        By name; each array has shape (count, ...).
    priors : tuple of Prior
        What stands behind each before history speaks, with its basis.
    basis : str
        What the set as a whole rests on, in a sentence.
    until : datetime.date
        The last day of the events that were learned from.
    learned : frozenset of str
        Which parameters were learned; the others are draws from their priors.
    """

    values: dict[str, NDArray[np.float32]]
    priors: tuple[Prior, ...]
    basis: str
    until: date
    learned: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        """How many draws there are."""
        return len(next(iter(self.values.values())))

    def replace(self, name: str, value: float) -> "Parameters":
        """Set one parameter to a value in every draw, as when a dial is turned.

        Examples
        --------
        >>> calm = shipped_parameters().replace("fear.weight", -1.0)
        >>> float(calm.values["fear.weight"].max())
        -1.0
        """
        if name not in self.values:
            raise KeyError(name)
        changed = np.full_like(self.values[name], value)
        return replace(self, values={**self.values, name: changed})

    def believe(self, name: str, mean: float, sd: float, basis: str) -> "Parameters":
        """Put an analyst's own prior in the place of a dial's.

        Examples
        --------
        >>> sure = shipped_parameters().believe("fear.weight", 0.5, 0.1, "my own reading")
        >>> bool(sure.values["fear.weight"].mean() > 0.4)
        True
        """
        own = next(prior for prior in self.priors if prior.name == name)
        prior = normal(name, own.label, mean, sd, basis, own.acts_on)
        priors = tuple(prior if each.name == name else each for each in self.priors)
        values = {**self.values, name: prior.draws(self.count, SEED)}
        return replace(self, values=values, priors=priors, learned=self.learned - {name})


def switched_off(parameters: Parameters, name: str) -> Parameters:
    """Switch a term of the model off: what it knows moves nothing any more.

    Parameters
    ----------
    parameters : Parameters
    name : str
        A term's name, ``provocation`` for what weighs acts as provocations (soil, rank, dead, a
        proxy's hand), or ``readiness`` for what notice and allies do for a defence.

    Returns
    -------
    changed : Parameters
        The same draws, with the term's own parameters at nothing.

    Raises
    ------
    UsageError
        When there is no such term, or it belongs to the base, without which nothing happens.

    Examples
    --------
    >>> calm = switched_off(shipped_parameters(), "momentum")
    >>> float(abs(calm.values["momentum.side"]).max())
    0.0
    """
    owned = {term.name: term.priors for term in TERMS if term.group != "base"}
    owned["provocation"] = PROVOCATION_PRIORS
    owned["readiness"] = tuple(p for p in EXCHANGE_PRIORS if p.name in READINESS)
    if name not in owned:
        near = get_close_matches(name, owned, 1, 0.0)[0]
        raise UsageError(
            f'There is no term "{name}" to switch off; the nearest is "{near}". '
            f"Terms are: {', '.join(sorted(owned))}."
        )
    values = dict(parameters.values)
    for prior in owned[name]:
        # A weight is nothing at 1; how long a posture lasts says nothing once none has an effect.
        if prior.name != "posture.days":
            neutral = 1.0 if prior.family == "lognormal" else 0.0
            values[prior.name] = np.full_like(values[prior.name], neutral)
    basis = f"{parameters.basis} Switched off: {name}."
    return replace(parameters, values=values, basis=basis)


def all_priors() -> tuple[Prior, ...]:
    """List the priors of every part of the model, in the order of its terms."""
    terms = tuple(prior for term in TERMS for prior in term.priors)
    return (*terms, *PROVOCATION_PRIORS, *EXCHANGE_PRIORS, *SHARE_PRIORS)


def from_draws(
    learned: dict[str, NDArray[np.float32]], basis: str, until: date,
    bases: dict[str, str] | None = None,
) -> Parameters:  # fmt: skip
    """Put learned draws beside draws from the priors of what was not learned.

    Parameters
    ----------
    learned : dict of str to array
        Draws by name, each (count, ...); all of one count.
    basis : str
        What they were learned from, in a sentence.
    until : datetime.date
        The last day of those events.
    bases : dict of str to str, optional
        What single parameters rest on, where that is not what their priors say.

    Raises
    ------
    UsageError
        When a name or a shape is not the model's, or the counts differ.
    """
    priors = all_priors()
    shapes = {prior.name: prior.mean.shape for prior in priors}
    for name, array in learned.items():
        if array.ndim == 0 or shapes.get(name) != array.shape[1:]:
            raise UsageError(
                f'"{name}" of shape {array.shape[1:]} is no parameter of this version of the '
                "model. Learn the parameters anew, with offramp learn."
            )
    counts = {len(array) for array in learned.values()}
    if len(counts) != 1:
        raise UsageError("Learned parameters must all have one and the same number of draws.")
    (count,) = counts
    values = {p.name: learned.get(p.name, p.draws(count, SEED)) for p in priors}
    told = bases or {}
    priors = tuple(replace(p, basis=told.get(p.name, p.basis)) for p in priors)
    dials = {prior.name for prior in priors if prior.is_dial}
    return Parameters(values, priors, basis, until, frozenset(learned) - dials)


def prior_parameters(count: int = 200) -> Parameters:
    """Draw every parameter from its prior: what the model says before history speaks.

    Examples
    --------
    >>> prior_parameters(50).count
    50
    """
    priors = all_priors()
    return Parameters(
        values={prior.name: prior.draws(count, SEED) for prior in priors},
        priors=priors,
        basis="Draws from priors: nothing was learned from history.",
        until=date(1994, 12, 31),
    )


def load_parameters(path: Path) -> Parameters:
    """Read parameters that `offramp learn` wrote.

    Parameters
    ----------
    path : Path
        The file ``parameters.npz``, or the folder that holds it.

    Raises
    ------
    OfframpError
        When there is no such file, or it was not written by `offramp learn`.
    """
    file = path / "parameters.npz" if path.is_dir() else path
    try:
        with np.load(file, allow_pickle=False) as held:
            arrays: dict[str, Any] = {name: held[name] for name in held.files}
        manifest = json.loads(str(arrays.pop("manifest")))
        basis, until = str(manifest["basis"]), date.fromisoformat(manifest["until"])
        bases = {str(name): str(why) for name, why in manifest.get("bases", {}).items()}
    except FileNotFoundError as error:
        raise OfframpError(
            f"There are no parameters at {file}. Give a set that ships ({', '.join(SHIPPED)}) or "
            "a folder that offramp learn wrote."
        ) from error
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile, zlib.error) as error:
        raise OfframpError(
            f"{file} holds no parameters that this program can read: it was not written by "
            "offramp learn, or not to its end."
        ) from error
    return from_draws(arrays, basis, until, bases)


@cache
def _shipped(which: str) -> Parameters:
    if which in SHIPPED:
        return load_parameters(Path(str(files("offramp.model") / "data" / f"{which}.npz")))
    return load_parameters(Path(which))


def shipped_parameters(which: str | None = None) -> Parameters:
    """Give the parameters that the package carries, learned from published events.

    Read-only, and the same object at each call.

    Parameters
    ----------
    which : str, optional
        ``mie``, learned from Militarized Interstate Events; ``open``, from MID incidents and
        ICB alone, whose terms bind less; or the path of a set that `offramp learn` wrote.
        Where left out, what ``OFFRAMP_PARAMETERS`` says, else ``mie``.

    Returns
    -------
    offramp.model.Parameters
        The draws, with the priors that they came from.

    Examples
    --------
    >>> shipped_parameters().count
    200
    """
    return _shipped(which or os.environ.get(VARIABLE) or SHIPPED[0])
