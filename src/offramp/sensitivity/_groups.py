"""Groups of parameters: each dial alone, what was learned by term, and what was counted."""

from dataclasses import dataclass

from offramp.model import TERMS, Parameters, Prior
from offramp.sensitivity._results import GroupKind

COUNTED, DIALS, LEARNED = "counted", "all-dials", "all-learned"


@dataclass(frozen=True)
class Group:
    """Parameters that are moved together.

    Attributes
    ----------
    key, label : str
    kind : str
    names : tuple of str
        The parameters; none for what is counted from the record.
    alone : str or None
        The parameter's name, where the group is a single number.
    basis : str
    """

    key: str
    label: str
    kind: GroupKind
    names: tuple[str, ...]
    alone: str | None
    basis: str


def groups_of(parameters: Parameters) -> tuple[Group, ...]:
    """Divide all parameters into groups, each in exactly one.

    Parameters
    ----------
    parameters : Parameters

    Returns
    -------
    tuple of Group
        Dials and other single numbers of belief alone; base and learned ones by term. The last
        holds no parameter: which rungs and channels each side uses, and the pace of the shadow
        war, counted from the record and drawn with the parameters.

    Examples
    --------
    >>> from offramp.model import shipped_parameters
    >>> groups = groups_of(shipped_parameters())
    >>> names = [name for group in groups for name in group.names]
    >>> sorted(names) == sorted(shipped_parameters().values)
    True
    """
    own = {prior.name: prior for prior in parameters.priors}
    found: list[Group] = []
    for term in TERMS:
        if term.group == "dial":
            label = term.label if len(term.priors) == 1 else None
            found += [_alone(own[prior.name], label) for prior in term.priors]
            continue
        names = tuple(prior.name for prior in term.priors)
        found.append(
            Group(term.name, term.label, term.group, names, _single(own, names),
                  own[names[0]].basis)
        )  # fmt: skip
    placed = {name for group in found for name in group.names}
    rest = [prior for prior in parameters.priors if prior.name not in placed]
    found += [_alone(prior) for prior in rest if not prior.name.startswith("exchange.")]
    exchange = tuple(prior for prior in rest if prior.name.startswith("exchange."))
    names = tuple(prior.name for prior in exchange)
    found.append(Group("exchange", exchange[0].acts_on, "learned", names, None, exchange[0].basis))
    found.append(
        Group(COUNTED, "rungs, channels and shadow war of each side", "counted", (), None,
              "Counted from the record, with shrinkage to the library's shares.")
    )  # fmt: skip
    return tuple(found)


def together(groups: tuple[Group, ...]) -> tuple[Group, Group]:
    """Put all dials into one group, and all that was learned into another.

    Examples
    --------
    >>> from offramp.model import shipped_parameters
    >>> [group.label for group in together(groups_of(shipped_parameters()))]
    ['all dials', 'all that was learned']
    """

    def whole(key: str, label: str, kind: GroupKind, parts: list[Group]) -> Group:
        names = tuple(name for part in parts for name in part.names)
        return Group(key, label, kind, names, None, "The groups of its kind, moved as one.")

    dials = [group for group in groups if group.kind == "dial"]
    learned = [group for group in groups if is_learned(group)]
    return (
        whole(DIALS, "all dials", "dial", dials),
        whole(LEARNED, "all that was learned", "learned", learned),
    )


def is_learned(group: Group) -> bool:
    """Say whether a group was learned from history, with the others that were."""
    return group.kind in ("base", "learned") and group.key != "exchange"


def _alone(prior: Prior, label: str | None = None) -> Group:
    key = prior.name.removesuffix(".weight").replace(".", "-")
    return Group(key, label or prior.label, "dial", (prior.name,), prior.name, prior.basis)


def _single(own: dict[str, Prior], names: tuple[str, ...]) -> str | None:
    return names[0] if len(names) == 1 and own[names[0]].mean.ndim == 0 else None
