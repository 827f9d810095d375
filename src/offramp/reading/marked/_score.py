"""How well a draft agrees with what a careful reader marked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from offramp.reading.drafts._items import ActItem, ClaimItem, Draft, Item, SignalItem
from offramp.reading.english._tables import known_parties
from offramp.reading.marked._gold import Gold, GoldAct, GoldSignal
from offramp.reading.parties._group_names import slug


@dataclass(frozen=True)
class Rate:
    """Right answers, and those given and marked: precision, recall and F.

    Examples
    --------
    >>> rate = Rate(right=6, given=8, marked=12)
    >>> rate.precision, rate.recall, round(rate.f, 2)
    (0.75, 0.5, 0.6)
    """

    right: int = 0
    given: int = 0
    marked: int = 0

    @property
    def precision(self) -> float:
        """The share of what was given that is right; 0 where nothing was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of what is marked that was found; 0 where nothing is marked."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.given + self.marked
        return 2 * self.right / total if total else 0.0

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.right + other.right, self.given + other.given, self.marked + other.marked)


@dataclass(frozen=True)
class Score:
    """Scores of one draft, or of several added up.

    Attributes
    ----------
    rates : dict of str to Rate
        ``rung``: trigger and rung (or PLOVER event); ``actor``: and the actor; ``target``: and
        the target; ``signal kind``, ``signal sender``, ``signal``; ``claim``; ``date``: of the
        acts found that are marked with a date.
    unanchored : int
        Quotes whose text is not that of the source.
    """

    rates: dict[str, Rate] = field(default_factory=dict[str, Rate])
    unanchored: int = 0

    def __add__(self, other: "Score") -> "Score":
        names = [*self.rates, *(name for name in other.rates if name not in self.rates)]
        rates = {n: self.rates.get(n, Rate()) + other.rates.get(n, Rate()) for n in names}
        return Score(rates, self.unanchored + other.unanchored)


def score(draft: Draft, gold: Gold) -> Score:
    """Score a draft of one article against its marks.

    Parameters
    ----------
    draft : Draft
    gold : Gold

    Returns
    -------
    Score
        An act matches where its trigger lies within a marked mention and its rung or PLOVER
        event is accepted; then its actor; then its target. Precision counts every act given as
        actual. Signals match by sentence, kind, sender and receiver, claims by sentence, dates
        exactly. What is marked as optional counts neither way, and each mark is matched once.
    """
    names = _names(draft)
    rates = _acts(draft, gold, names) | _signals(draft, gold, names)
    rates["claim"] = _claims(draft, gold)
    return Score(rates, _unanchored(draft))


# --- acts


def _acts(draft: Draft, gold: Gold, names: dict[str, frozenset[str]]) -> dict[str, Rate]:
    levels: Sequence[tuple[str, Callable[[ActItem, GoldAct], bool]]] = (
        ("rung", _rung_right),
        ("actor", lambda act, mark: _rung_right(act, mark) and _actor_right(act, mark, names)),
        (
            "target",
            lambda act, mark: (
                _rung_right(act, mark)
                and _actor_right(act, mark, names)
                and _target_right(act, mark, names)
            ),
        ),
    )
    wanted = [m for m in gold.acts if not m.optional and set(m.modalities) & {"actual", "claimed"}]
    loose = [mark for mark in gold.acts if mark.optional]
    other = [act for act in draft.acts if act.modality != "actual" and act.trigger is not None]
    given = [act for act in draft.acts if act.modality == "actual" and act.trigger is not None]
    given = [act for act in given if not any(_within(act, mark) for mark in loose)]
    allowed = [
        a for a in other if any(a.modality in m.modalities and _within(a, m) for m in wanted)
    ]
    rates: dict[str, Rate] = {}
    for name, fits in levels:
        matched = _match([*given, *allowed], wanted, fits)
        counted = len(given) + sum(any(a is act for act, _ in matched) for a in allowed)
        rates[name] = Rate(len(matched), counted, len(wanted))
        if name == "actor":
            dated = [(act, mark) for act, mark in matched if mark.date is not None]
            right = sum(act.date == mark.date for act, mark in dated)
            rates["date"] = Rate(right, len(dated), len(dated))
    return rates


def _match(
    given: list[ActItem], marks: list[GoldAct], fits: Callable[[ActItem, GoldAct], bool]
) -> list[tuple[ActItem, GoldAct]]:
    """Match each act to one mark at most, and each mark to one act."""
    free = list(marks)
    matched: list[tuple[ActItem, GoldAct]] = []
    for act in given:
        mark = next((m for m in free if fits(act, m)), None)
        if mark is not None:
            free.remove(mark)
            matched.append((act, mark))
    return matched


def _within(act: ActItem, mark: GoldAct) -> bool:
    trigger = act.trigger
    return trigger is not None and any(
        start <= trigger.start and trigger.end <= end for start, end in mark.spans
    )


def _rung_right(act: ActItem, mark: GoldAct) -> bool:
    root = act.plover.partition("/")[0]
    return _within(act, mark) and (act.rung in mark.rungs or root in mark.roots)


def _actor_right(act: ActItem, mark: GoldAct, names: dict[str, frozenset[str]]) -> bool:
    if not mark.actors:
        return not act.actors
    wanted = mark.actors + mark.targets if mark.mutual else mark.actors
    return _overlap(act.actors, wanted, names)


def _target_right(act: ActItem, mark: GoldAct, names: dict[str, frozenset[str]]) -> bool:
    if not mark.targets:
        return True
    wanted = mark.actors + mark.targets if mark.mutual else mark.targets
    return _overlap(act.targets, wanted, names)


def _overlap(given: Iterable[str], wanted: Iterable[str], names: dict[str, frozenset[str]]) -> bool:
    right = {canonical(name) for name in wanted}
    return any(right & names.get(party, frozenset({party})) for party in given)


# --- signals and claims


def _signals(draft: Draft, gold: Gold, names: dict[str, frozenset[str]]) -> dict[str, Rate]:
    wanted = [mark for mark in gold.signals if not mark.optional]
    loose = [mark for mark in gold.signals if mark.optional]
    rates: dict[str, Rate] = {}
    steps = ("signal kind", "signal sender", "signal")
    # A signal that fits an optional mark counts neither way, unless a mark that counts wants it.
    given = [
        signal
        for signal in draft.signals
        if any(_signal_fits(signal, m, gold, names, 0) for m in wanted)
        or not any(_signal_fits(signal, m, gold, names, 0) for m in loose)
    ]
    for depth, name in enumerate(steps):
        free = list(wanted)
        right = 0
        for signal in given:
            mark = next((m for m in free if _signal_fits(signal, m, gold, names, depth)), None)
            if mark is not None:
                free.remove(mark)
                right += 1
        rates[name] = Rate(right, len(given), len(wanted))
    return rates


def _signal_fits(
    signal: SignalItem, mark: GoldSignal, gold: Gold, names: dict[str, frozenset[str]], depth: int
) -> bool:
    if _sentence_of(signal, gold) != mark.sentence or signal.kind not in mark.kinds:
        return False
    if depth >= 1 and mark.senders and not _overlap((signal.sender,), mark.senders, names):
        return False
    return depth < 2 or not mark.receivers or _overlap(signal.receivers, mark.receivers, names)


def _claims(draft: Draft, gold: Gold) -> Rate:
    wanted = {mark.sentence for mark in gold.claims if not mark.optional}
    loose = {mark.sentence for mark in gold.claims if mark.optional}
    given: set[tuple[int, int] | None] = {_sentence_of(claim, gold) for claim in draft.claims}
    given -= loose
    return Rate(len(given & wanted), len(given), len(wanted))


def _sentence_of(item: SignalItem | ClaimItem, gold: Gold) -> tuple[int, int] | None:
    """Give the sentence in which an item's first quote, or its trigger, begins."""
    trigger = item.trigger if isinstance(item, SignalItem) else None
    at = (trigger or item.quotes[0]).start
    return next((span for span in gold.sentences if span[0] <= at < span[1]), None)


# --- parties and quotes


def _names(draft: Draft) -> dict[str, frozenset[str]]:
    """Give all the names of each party of a draft, with those of what it is part of."""
    own = {
        party.id: {canonical(party.id), *map(canonical, (party.name, *party.aliases))}
        for party in draft.parties
    }
    found = {party: set(names) for party, names in own.items()}
    for _ in range(3):
        for relation in draft.relations:
            if relation.kind in ("part-of", "leads", "faction-of") and relation.from_ in found:
                found[relation.from_] |= found.get(relation.to, {canonical(relation.to)})
    return {party: frozenset(names) for party, names in found.items()}


def canonical(name: str) -> str:
    """Give the gazetteer's id for a name, or the name as a slug.

    Examples
    --------
    >>> canonical("Washington"), canonical("the Veldian Front")
    ('united-states', 'veldian-front')
    """
    plain = slug(name.removeprefix("the ").removeprefix("The "))
    return _ids().get(plain, plain)


@cache
def _ids() -> dict[str, str]:
    found: dict[str, str] = {}
    for party in known_parties().values():
        for name in (party.id, *(n for names in party.forms.values() for n in names)):
            found.setdefault(slug(name.removeprefix("the ")), party.id)
    return found


def _unanchored(draft: Draft) -> int:
    texts = {source.id: source.text for source in draft.sources}
    items: list[Item] = [
        *draft.parties,
        *draft.relations,
        *draft.acts,
        *draft.signals,
        *draft.claims,
    ]
    wrong = 0
    for item in items:
        trigger = getattr(item, "trigger", None)
        for quote in (*item.quotes, *((trigger,) if trigger is not None else ())):
            wrong += texts.get(quote.source, "")[quote.start : quote.end] != quote.text
    return wrong


def score_table(total: Score) -> str:
    """Write a score as a table of plain text, one line for each rate."""
    lines = [f"{'':16}{'precision':>10}{'recall':>8}{'F':>6}{'right':>7}{'given':>7}{'marked':>8}"]
    for name, rate in total.rates.items():
        lines.append(
            f"{name:16}{rate.precision:10.2f}{rate.recall:8.2f}{rate.f:6.2f}"
            f"{rate.right:7d}{rate.given:7d}{rate.marked:8d}"
        )
    lines.append(f"{'unanchored':16}{total.unanchored:>10}")
    return "\n".join(lines)
