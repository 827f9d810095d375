"""An analyst's own priors for dials, where the record holds some."""

from difflib import get_close_matches

from offramp._errors import UsageError
from offramp.model import Parameters, shipped_parameters
from offramp.record import Record


def parameters_for(record: Record, parameters: Parameters | None = None) -> Parameters:
    """Give the parameters with a record's own beliefs put in the place of their priors.

    Parameters
    ----------
    record : Record
        Its `beliefs` name dials as `dial_names` gives them.
    parameters : Parameters, optional
        The shipped ones where left out.

    Returns
    -------
    changed : Parameters
        The same object where the record holds no beliefs.

    Raises
    ------
    UsageError
        When a belief is about no dial; the message names the nearest.

    Examples
    --------
    >>> from offramp.record import new_record, parse_record
    >>> record = parse_record(new_record("two-rivals"))
    >>> parameters_for(record).count
    200
    """
    held = parameters or shipped_parameters()
    names = dial_names(held)
    for name, belief in record.beliefs.items():
        if name not in names:
            near = get_close_matches(name, names, 1, 0.0)
            raise UsageError(
                f'The belief "{name}" is about no dial; the nearest is "{near[0]}". '
                f"Dials are: {', '.join(sorted(names))}."
            )
        basis = f"The analyst's own, from the record: {belief.why}"
        held = held.believe(names[name], belief.mean, belief.sd, basis)
    return held


def dial_names(parameters: Parameters) -> dict[str, str]:
    """List the parameters that a record may hold beliefs about, by the name used there.

    Examples
    --------
    >>> names = dial_names(shipped_parameters())
    >>> names["fear"], names["limit-own"]
    ('fear.weight', 'limit.own')
    """
    return {
        prior.name.removesuffix(".weight").replace(".", "-"): prior.name
        for prior in parameters.priors
        if prior.is_dial
    }
