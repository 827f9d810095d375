"""One mention of a deed, worked out from its sentence, before mentions are joined into acts."""

from dataclasses import dataclass, field

from offramp.reading.deeds._triggers import Trigger
from offramp.reading.drafts._items import Means, Modality, Toll
from offramp.reading.english._nlp import Sentence, Token
from offramp.reading.times._story import Dated


@dataclass
class Candidate:
    """A mention of a deed.

    Attributes
    ----------
    trigger : Trigger
    sentence : Sentence
    rung, plover, cameo : str
    actors, targets : tuple of str
        Ids of parties.
    inferred : set of str
        Fields that nothing in the sentence states.
    modality : str
    saying : Token or None
        The verb by which someone else says so.
    dated : Dated
    place, country : str or None
    target_kind : str or None
    means : tuple of Means
    killed : tuple of Toll
    mutual : bool
    owned : bool
        For a noun, whether its actor stands beside it.
    nameless : bool
        Whether the text says that nobody knows who did it.
    mentions : list of Token
        The triggers of all mentions that were joined to it.
    answers : list of Candidate
    """

    trigger: Trigger
    sentence: Sentence
    rung: str
    plover: str
    cameo: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    inferred: set[str]
    modality: Modality
    saying: Token | None
    dated: Dated
    place: str | None = None
    country: str | None = None
    target_kind: str | None = None
    means: tuple[Means, ...] = ()
    killed: tuple[Toll, ...] = ()
    mutual: bool = False
    owned: bool = False
    nameless: bool = False
    mentions: list[Token] = field(default_factory=list[Token])
    sentences: list[Sentence] = field(default_factory=list[Sentence])
    answers: list["Candidate"] = field(default_factory=list["Candidate"])
    leaders: tuple[tuple[str, str], ...] = ()
