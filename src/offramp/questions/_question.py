"""What a question is made of: an observable, and what is given, taken out or supposed."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["forecast", "conditional", "counterfactual"]
Channel = Literal["direct", "proxy", "covert"]

EITHER = "either"
MUTUAL = "mutual"
NONE = "none"


@dataclass(frozen=True)
class AtLeast:
    """``<who> >= <rung> [channel] [against <party>] within <n>d``: yes or no.

    `who` is a side, or ``either``; `against` a side. Where `within` is None, as it may be in a
    condition, the horizon of the question counts.
    """

    who: str
    rung: str
    within: int | None
    channel: Channel | None = None
    against: str | None = None


@dataclass(frozen=True)
class Next:
    """``next [= <who>] within <n>d``: who acts next outside the shadow war.

    `who` is a side, ``mutual`` or ``none``; None asks for the chances of all of them.
    """

    within: int
    who: str | None = None


@dataclass(frozen=True)
class Highest:
    """``highest within <n>d``: the highest rung that either side reaches."""

    within: int


@dataclass(frozen=True)
class Quiet:
    """``quiet [all] for <n>d``: no act of level 3 or more; `everything` counts all in."""

    within: int
    everything: bool = False


@dataclass(frozen=True)
class Dead:
    """``dead within <n>d``: how many are killed by acts between the sides."""

    within: int


@dataclass(frozen=True)
class Stopped:
    """``stopped(<act>)``: the share of what an act launched that failed or was stopped."""

    act: str


@dataclass(frozen=True)
class PostureOf:
    """``posture(<side>)``: the chance that a side is disposed to answer, in kind or more."""

    side: str


@dataclass(frozen=True)
class TermOf:
    """``term(<side>, <name>)``: a term of a side's ledger on the day after the as-of date."""

    side: str
    name: str


@dataclass(frozen=True)
class RecordOf:
    """``record(<kind>)``: whether an act on the as-of date is a first, or a record of its kind."""

    kind: str


Observable = AtLeast | Next | Highest | Quiet | Dead | Stopped | PostureOf | TermOf | RecordOf


@dataclass(frozen=True)
class Change:
    """``<id>.<attribute> = <value>``: an act or signal with another attribute."""

    id: str
    attribute: str
    value: str | float


@dataclass(frozen=True)
class Say:
    """``<kind> by <party> [to <party>]``: a signal sent on the as-of date."""

    kind: str
    by: str
    to: str | None = None


@dataclass(frozen=True)
class Do:
    """``<side> does <rung>``: an act without violence on the as-of date."""

    side: str
    rung: str


@dataclass(frozen=True)
class Restrain:
    """``restrain <side> by <party>``: a third party holds a side back."""

    side: str
    by: str


@dataclass(frozen=True)
class Back:
    """``back <side> by <party>``: a third party backs a side."""

    side: str
    by: str


@dataclass(frozen=True)
class Hold:
    """``hold <side> for <n>d``: a side does nothing of level 2 or more for some days."""

    side: str
    days: int


@dataclass(frozen=True)
class OpenChannel:
    """``open channel by <party>``: a third party begins to carry messages between the sides."""

    by: str


@dataclass(frozen=True)
class CloseChannel:
    """``close channel <party>``: what a party has carried is taken out."""

    by: str


@dataclass(frozen=True)
class SetDial:
    """``dial <name> = <x>``: a dial of the model at one value in every draw."""

    name: str
    value: float


Edit = Change | Say | Do | Restrain | Back | Hold | OpenChannel | CloseChannel | SetDial


@dataclass(frozen=True)
class Question:
    """A question in one line, taken apart.

    Attributes
    ----------
    ask : str
        The line, in the grammar's own spelling: parsing it again gives the same question.
    observable : Observable
        What is asked.
    given : tuple of Edit
        What is changed about the crisis.
    without : tuple of str
        Ids of acts and signals that are taken out.
    condition : AtLeast or None
        What is supposed to happen; the futures in which it does are looked at.
    plain : str
        The same in the words that a reader would use, once its names are looked up.
    """

    ask: str
    observable: Observable
    given: tuple[Edit, ...] = ()
    without: tuple[str, ...] = ()
    condition: AtLeast | None = None
    plain: str = field(default="", compare=False)

    @property
    def kind(self) -> Kind:
        """A forecast, a conditional forecast, or a counterfactual.

        Turning a dial is none of the last: it says what one believes, not what was otherwise.
        """
        if self.without or any(not isinstance(edit, SetDial) for edit in self.given):
            return "counterfactual"
        return "conditional" if self.condition else "forecast"
