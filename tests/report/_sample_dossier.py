"""A dossier of the invented crisis, with something in every part."""

from dataclasses import replace
from datetime import date
from typing import Any

from offramp.answers import (
    ActEffect,
    Asked,
    AtShare,
    Contrast,
    Deterrence,
    Difference,
    Moment,
    Reply,
    TermChange,
)
from offramp.claims import Axis, ClaimAnswer, Claims, MustBelieve, Rerun, Surface, Turn
from offramp.dossier import Dossier
from offramp.hypotheses import Cell, Hypothesis, Matrix, Row, grade
from offramp.likeness import (
    Case,
    Elsewhere,
    Followed,
    Later,
    Likeness,
    Neighbour,
    Outside,
    Share,
    Trait,
)
from offramp.offramps import Change, Cost, Offramp, Offramps, Waiting
from offramp.sensitivity import Hinge, Hinges, Observation, Watch

from ._sample import AS_OF

BELIEFS = "The program's own."
ASK = "bland >= strike-home against aland within 30d"
REPLY = Reply(
    ASK, "forecast", 0.34, None, "", 0.12, 0.61, 0.004, 0.22, "unlikely", "futures",
    plain="Aland shows force, or goes higher, within 30 days",
)  # fmt: skip
NEXT = replace(
    REPLY, ask="next within 30d", plain="Who acts next within 30 days",
    probability=0.5, words="roughly even chance", baseline=None,
    shares=(("aland", 0.3), ("bland", 0.5), ("mutual", 0.05), ("none", 0.15)),
)  # fmt: skip
HIGHEST = replace(
    REPLY, ask="highest within 90d", plain="The highest rung reached within 90 days",
    probability=None, value=6.4, unit="rung", low=4.0, high=8.0,
    words="", baseline=None,
)  # fmt: skip
SALVO, FIRST = "plain-answer", "act26"


def contrast(
    mean: float, low: float, high: float, unit: str = "", without: str = SALVO
) -> Contrast:
    """Return a contrast whose arms lie round one in three, or round two where it has a unit."""
    at = 2.0 if unit else 0.34
    one = replace(
        REPLY, ask=f"{ASK} without {without}", kind="counterfactual",
        probability=None if unit else at, value=at if unit else None, unit=unit,
    )  # fmt: skip
    two = replace(one, value=at + mean) if unit else replace(one, probability=at + mean)
    lower = 0.99 if high < 0 else 0.01 if low > 0 else 0.52
    shares = tuple(AtShare(share, mean, low, high) for share in (0.0, 0.5, 1.0))
    gap = Difference(mean, low, high, 0.002, unit, lower, None if unit else 4 * mean, shares)
    return Contrast(
        one.ask, one, two, gap, ("the act is taken out",), 8.0, "held as it was", one.plain
    )  # fmt: skip


MUST = MustBelieve(
    (Turn(dial="fear", label="fear of the answer", now=0.4, sd=0.2, needed=0.9, sds=2.5,
          chance=0.006, low=0.1, high=0.7, basis="judgement",
          rerun=Rerun(0.95, -0.01, "contradicted", True)),
     Turn(dial="vow", label="vows bind", now=0.3, sd=0.2, needed=-0.4, sds=-3.5,
          chance=0.0002, low=0.0, high=0.6, basis="judgement")),
    0.8,
)  # fmt: skip


SURFACE = Surface(
    ASK, Axis("fear", "fear of the answer", (0.0, 0.5, 1.0), 0.5, 0.1, 0.9),
    Axis("vow", "vows bind", (0.0, 0.5), 0.3, 0.0, 0.6),
    ((0.2, 0.1), (0.1, 0.0), (-0.1, -0.2)), ((1, 1), (0, 0), (0, -1)), unit="", mc_error=0.01,
    plain=REPLY.plain,
)  # fmt: skip


def claim(name: str, verdict: Any, answer: Any, expect: str | None, **more: Any) -> ClaimAnswer:
    """Return a claim of the invented commentary."""
    return ClaimAnswer(
        id=name, by="s6", quote=f"What was written of {name}.",
        ask=None if answer is None else answer.ask, expect=expect,
        as_of=None if answer is None else AS_OF, verdict=verdict, answer=answer,
        why=f"Why {name} stands so.", **more,
    )  # fmt: skip


CLAIMS = Claims(
    "aland-bland-2011", AS_OF, 7, 400, "5f0c1d7a9e42", BELIEFS,
    "An effect was found in 2 % of claims about acts that had none.",
    (
        claim("sooner-better", "supported", contrast(0.2, 0.1, 0.3), "higher", must_believe=MUST,
              surface=SURFACE, by_construction="A hold is quiet by construction for its days."),
        claim("not-restored", "not decided", contrast(0.01, -0.08, 0.1), "lower",
              must_believe=MustBelieve((), 0.1)),
        claim("firm-now", "supported", contrast(-0.1, -0.2, -0.02), "lower", bayes_factor=1.7),
        claim("weighed-more", "contradicted", contrast(-1.2, -2.0, -0.4, "uses"), "higher"),
        claim("answer-comes", "contradicted", replace(REPLY, low=0.1, high=0.4), "yes"),
        claim("a-first", "supported", replace(REPLY, probability=1.0, low=1.0, high=1.0), "yes"),
        claim("hopes", "not testable", None, None),
    ),
)  # fmt: skip

ASKED = Asked(
    "aland-bland-2011", AS_OF, 90, 7, 10_000, "5f0c1d7a9e42", BELIEFS,
    (REPLY, NEXT, HIGHEST, contrast(-0.1, -0.3, 0.02), contrast(0.7, 0.1, 1.4, "log-odds")),
)  # fmt: skip


def _term(side: str, name: str, group: str, mean: float) -> TermChange:
    return TermChange(side, name, f"{name} in words", group, mean, mean - 0.3, mean + 0.3)


TERMS = tuple(
    _term(side, name, group, mean * (1 if side == "aland" else -1))
    for side in ("aland", "bland")
    for name, group, mean in (("momentum", "learned", 0.6), ("fear", "dial", -0.4),
                              ("tempo", "base", 0.1))
)  # fmt: skip
TOTALS = (_term("aland", "total", "base", 0.3), _term("bland", "total", "base", -0.3))
EFFECT = ActEffect(
    act=SALVO, at_once=Moment(date(2011, 4, 13), TERMS, TOTALS),
    later=Moment(AS_OF, TERMS[:3], TOTALS),
    deterrence=Deterrence(
        FIRST, "bland", (contrast(0.01, -0.1, 0.12), contrast(0.02, -0.05, 0.1)), TERMS[3:],
        "acts on that rung are customary.", date(2011, 4, 13),
    ),
    follows="what else followed is held as it was",
)  # fmt: skip


def plan(
    rank: int, moves: tuple[str, ...], by: tuple[str, ...], gain: float, **more: Any
) -> Offramp:
    """Return a plan that changes bloodshed by `gain`, and is kept in four of five cases."""
    change = Change(gain, 1.6 * gain, 0.4 * gain, 0.003, 0.97)
    parts: dict[str, Any] = {
        "moves": moves, "kinds": ("hold",) * len(moves), "by": by, "rank": rank, "tied": False,
        "bloodshed": change, "cycle": change, "war": replace(change, mean=gain / 5), "dead": 0.6,
        "kept_by": tuple((side, 0.8) for side in by), "kept": 0.8,
        "expected": replace(change, mean=0.8 * gain), "beats_hold": 0.9,
        "costs": tuple(
            Cost(side, 14, 3.0 / rank, ("signal17",) * (rank == 1), 0.02) for side in by
        ),
    }  # fmt: skip
    return Offramp(**(parts | more))


OFFRAMPS = Offramps(
    "aland-bland-2011", AS_OF, 90, 7, 5_000, "5f0c1d7a9e42", BELIEFS, 0.53, 0.22, 0.04,
    (
        plan(1, ("Bland holds 14 days", "Dorland restrains Bland"), ("bland", "dorland"), -0.2),
        plan(2, ("a cease-fire by both",), ("aland", "bland"), -0.18, tied=True),
        plan(3, ("Aland declares a limit",), ("aland",), -0.05, beats_hold=None),
        plan(4, ("Corland mediates",), ("corland",), -0.02, costs=(), kept_by=(), kept=1.0),
    ),
    best_joint=2, pareto=(1, 2, 4),
    waiting=tuple(Waiting(day, Change(-0.2 + day / 250, -0.3, -0.05, 0.003, 0.97))
                  for day in (0, 3, 7, 14, 30)),
    searched=40, rejected=6,
)  # fmt: skip

CELLS = tuple(Cell(b, b - 0.1, b + 0.1, grade(b)) for b in (1.2, -0.5, 0.0) * 2)
MATRIX = Matrix(
    "aland-bland-2011", AS_OF, "5f0c1d7a9e42", BELIEFS,
    tuple(
        Hypothesis(f"{side}: {posture}", side, f"{side} is {posture}", None, 0.3, 0.4)
        for side in ("aland", "bland")
        for posture in ("patient", "in kind", "assertive")
    ),
    (Row(SALVO, date(2011, 4, 13), "act", "Operation Plain Answer", CELLS, 1.7, ""),
     Row("signal4", date(2011, 4, 1), "signal", "A vow", CELLS, 0.0, "a signal")),
)  # fmt: skip

SEEN = Observation("aland uses force", "force", "aland", 14, 0.2, 0.3, 0.6, 0.2, 0.05, 0.1, 0.01,
                   True)  # fmt: skip
WATCH = Watch(
    "aland-bland-2011", AS_OF, "quiet for 90d", 90, (7, 14), 7, 400, "5f0c1d7a9e42", BELIEFS,
    (SEEN, replace(SEEN, what="bland uses force", side="bland", bits=0.04)),
    "Quiet for 90 days",
)  # fmt: skip
HINGES = Hinges(
    "aland-bland-2011", AS_OF, "quiet for 90d", 0.3, "", 0.2, 0.1, 7, 400, "5f0c1d7a9e42", BELIEFS,
    (Hinge("fear", "fear of the answer", "dial", 0.5, 0.1, 0.2, 0.4, -0.5, 0.5, "judgement"),
     Hinge("tempo", "tempo", "base", 0.2, 0.1, None, None, None, None, "learned")),
    (Hinge("dials", "all dials", "dial", 0.7, 0.1, None, None, None, None, ""),),
    "Quiet for 90 days",
)  # fmt: skip

COURSE = (
    Later(2, "other", "display", 3), Later(2, "other", "threat", 2), Later(9, "same", "war", 5),
    Later(40, "both", "clash", 4),
)  # fmt: skip
FOLLOWED = Followed("other", 2, "display", "war", None, True, None, COURSE, 45)
LIKENESS = Likeness(
    "aland-bland-2011", "Aland & Bland <2011>", AS_OF, SALVO, 3,
    (
        Neighbour("corva-1970", "Corva and Dorva, 1970", date(1970, 5, 4), 3, "raid", "A <raid>",
                  0.8, (Trait("dead of the last act", 0.1),), (), FOLLOWED),
        Neighbour("esta-1980", "Esta and Fora, 1980", date(1980, 5, 4), 3, "march", "A march",
                  1.1, (), (), Followed("nobody", None, None, "calm", "calm", False, False)),
    ),
    (Outside("force by either side within 30 days", 0.5, 2, 0.34, 0.12, 0.61, 0.16),
     Outside("force by either side within 90 days", None, 0, 0.5, 0.2, 0.7, None)),
    2, 12, ("later-2010",), False, 400, 7,
    (
        Elsewhere("mie", "MIE", "", "acts", "soil", 1200, 90, 1, (
            Share("force by either side within 30 days", 0.4, 0.2, 0.6, 50, 33, 0.34, 0.12, 0.61,
                  0.06),
            Share("it ended by an agreement", 0.4, 0.2, 0.6, 50, 33, None, None, None, None),
        ), (Case(7, "901 and 902", date(1970, 1, 1), 3, 0.5, COURSE, ""),
            Case(8, "CORVA <I>", date(1971, 1, 1), 0, 0.6, (), "902 answered by nothing"))),
        Elsewhere("icb", "ICB", "To compare with it too: offramp data add icb PATH"),
    ),
)  # fmt: skip


def sample_dossier(**changes: Any) -> Dossier:
    """Return the whole dossier, with parts replaced.

    Parameters
    ----------
    changes
        Fields of Dossier to replace.
    """
    whole: dict[str, Any] = {
        "effect": EFFECT, "asked": ASKED, "claims": CLAIMS, "hypotheses": MATRIX,
        "offramps": OFFRAMPS, "watch": WATCH, "hinges": HINGES,
        "likeness": LIKENESS,
    }  # fmt: skip
    return Dossier(**(whole | changes))
