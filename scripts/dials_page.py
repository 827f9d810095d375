"""The page docs/reference/dials.md, written by fit_dials.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from offramp.history import LEVELS, MAIN, MUTUAL
from offramp.learning._dials_left_out import TEACHERS, Case, Gain, Mean, mean_gain
from offramp.learning._from_records import DialPosterior
from offramp.learning._icbe_codes import DEED
from offramp.model import Prior

Counts = dict[str, dict[str, int]]
LITTLE, MOVED = 0.1, 0.5
FRESH = 1995
"""The first year that the priors' ICB and ICBe do not hold."""

WORDS = {"library": "the library", "icbe": "ICBe", "both": "both"}

SIGNALS = (
    ("threat", "*threaten* with force in it, *ultimatum*"),
    ("demand", "*demand*, *accuse*, *ultimatum*, at the other side"),
    ("vow", "*promise* of an escalatory act against the other"),
    ("notice", "*express intent* of one: so the prior was counted"),
    ("limit", "*promise* of something cooperative or de-escalatory; intent to de-escalate"),
    ("ceasefire", "*cease fire* or *declaration of peace*, done, promised, intended or accepted"),
    ("withdrawal", "*withdraw*, *retreat*, *end blockade*, likewise"),
    ("mediation", "*mediation* done by a third party; offers to mediate are none"),
    ("restraint", "a third party threatens a side, asks it to de-escalate, or ends military "
     "cooperation or aid"),
    ("backing", "a third party gives or promises military cooperation, an alliance or political "
     "support"),
    ("framing", "not coded"),
    ("withheld", "not coded"),
)  # fmt: skip


@dataclass(frozen=True)
class Traits:
    """What ICB's crisis actors say of two dials: prior, mean and width of each."""

    actors: int
    crises: int
    dials: dict[str, tuple[Prior, float, float]]


def page(
    found: dict[str, DialPosterior], gains: Sequence[Gain], cases: Sequence[Case],
    signals: Counts, traits: Traits, unused: Sequence[str],
) -> str:  # fmt: skip
    """Write the page."""
    counts = {source: sum(case.source == source for case in cases) for source in WORDS}
    acts = {source: sum(case.told.acts for case in cases if case.source == source)
            for source in WORDS}  # fmt: skip
    lines = [
        "# What crises taught the dials",
        "",
        "Written by `scripts/fit_dials.py`. The events that the model is learned from hold no "
        "signals, so the dials are priors, which come from ICB and ICBe up to 1994. Here they are "
        f"held against who acted, and at which level, in {counts['library']} records of the "
        f"library ({acts['library']} acts since the opening), without `iran-israel-2024`: the case "
        f"they are asked about teaches them nothing. And in {counts['icbe']} crises of 1995 to "
        f"2002 as ICBe codes their narratives ({acts['icbe']} acts), years that the priors do not "
        "come from; a crisis that is a record is not counted twice.",
        "",
        *_gains(gains),
        "",
        *_verdict(gains),
        "",
        *_apart(gains, cases),
        *_dials(found),
        "",
        *_silence(found),
        "",
        *_crosswalk(signals, unused),
        "",
        *_traits(traits),
        "",
        *_crises(gains),
        "",
        *_limits(acts["icbe"] / counts["icbe"]),
        "",
    ]
    return "\n".join(lines)


def _gains(gains: Sequence[Gain]) -> list[str]:
    groups = {
        "records of the library": [g for g in gains if g.case.source == "library"],
        "crises of ICBe": [g for g in gains if g.case.source == "icbe"],
        "all": list(gains),
        f"all that began in {FRESH} or later": [g for g in gains if g.case.year >= FRESH],
    }
    lines = [
        "## Does it make what was left out likelier?",
        "",
        "Each crisis is left out in its turn, with the others of its cluster, and scored by the "
        "dials that the rest taught. The numbers are nats a crisis over the priors: the mean, and "
        "in brackets 90 % over clusters drawn again; then by Student's distribution over the "
        "clusters' means; then in how many crises they do better.",
        "",
        "| Left out | taught by the library | taught by ICBe | taught by both |",
        "| --- | --- | --- | --- |",
    ]
    for name, each in groups.items():
        cells = [_cell(mean_gain(each, teacher)) for teacher in TEACHERS]
        lines.append(f"| {name} ({len(each)}) | {' | '.join(cells)} |")
    return lines


def _cell(mean: Mean) -> str:
    (low, high), (lower, upper) = mean.drawn, mean.student
    return (
        f"{mean.mean:+.2f} ({low:+.2f} to {high:+.2f}; {lower:+.2f} to {upper:+.2f}); "
        f"{mean.better} of {mean.count}"
    )


def _verdict(gains: Sequence[Gain]) -> list[str]:
    every, fresh = (
        mean_gain([g for g in gains if g.case.year >= since], "both") for since in (0, FRESH)
    )
    sure = [min(mean.drawn[0], mean.student[0]) > 0 for mean in (every, fresh)]
    if all(sure):
        said = "Taught by both, both kinds of interval exclude zero"
    elif sure[0]:
        said = (
            "Taught by both, the intervals over all crises exclude zero, those over the crises "
            f"that began in {FRESH} or later, which the priors have not seen, do not"
        )
    else:
        said = "Taught by both, not every interval excludes zero"
    return [
        f"{said}. What was scored is who acts and at which level, not when, and no forecast of the "
        "[track record](track-record.md) was made with these. **The priors remain what ships.** To "
        "use the others: `offramp.learning.library_dials(parameters)`, or with "
        "`with_icbe=True` for both. For a crisis that taught them that is no forecast.",
    ]


def _apart(gains: Sequence[Gain], cases: Sequence[Case]) -> list[str]:
    """Say, where it is so, that what one source teaches does not hold in the other."""
    crossed = [
        mean_gain([g for g in gains if g.case.source == source], teacher).mean
        for source, teacher in (("icbe", "library"), ("library", "icbe"))
    ]
    if max(crossed) >= 0:
        return []
    shares = [again_by_the_same(cases, source) for source in ("library", "icbe")]
    return [
        "What either source teaches makes the other's crises less likely, on average: some of it "
        "may be how a crisis is told, and not how crises go. One difference can be counted: of the "
        f"acts by one side that follow one by one side, {100 * shares[0]:.0f} % in the library "
        f"and {100 * shares[1]:.0f} % in ICBe are by the same side again, so that a short "
        "narrative shows fewer answers. Two sources that agreed would have been a reason to move "
        "the dials; these are one to leave them.",
        "",
    ]


def again_by_the_same(cases: Sequence[Case], source: str) -> float:
    """Give the share of acts by one side, after one by one side, that are by the same."""
    same = both = 0
    for case in cases:
        if case.source == source:
            events = case.told.events
            there = (np.asarray(events.valid) > 0) & (np.asarray(events.stream) == MAIN)
            makers = (np.asarray(events.mark) // len(LEVELS))[there]
            makers = makers[len(makers) - case.told.acts :]
            pairs = [(a, b) for a, b in pairwise(makers.tolist()) if MUTUAL not in (a, b)]
            both += len(pairs)
            same += sum(a == b for a, b in pairs)
    return same / both


def _dials(found: dict[str, DialPosterior]) -> list[str]:
    both = found["both"]
    lines = [
        "## Where each dial went",
        "",
        "| Dial | prior | the library alone | ICBe alone | both | moved, in prior sd | narrowed by "
        "the library | by ICBe | by both |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for n, prior in enumerate(both.priors):
        means = [f"{found[who].mean[n]:+.2f} ± {found[who].sd[n]:.2f}" for who in TEACHERS]
        shares = [f"{100 * max(found[who].narrowed[n], 0.0):.0f} %" for who in TEACHERS]
        lines.append(
            f"| `{prior.name}`: {prior.label} | {float(prior.mean):+.2f} ± {float(prior.sd):.2f} | "
            f"{' | '.join(means)} | {both.moved[n]:+.2f} | {' | '.join(shares)} |"
        )
    return [
        *lines,
        "",
        "After ± stands the standard deviation. *Narrowed* is how much of the prior's variance the "
        "crises took away; *moved* is by both.",
    ]


def _silence(found: dict[str, DialPosterior]) -> list[str]:
    lines: list[str] = []
    for who, posterior in found.items():
        shares = zip(posterior.priors, posterior.narrowed, strict=True)
        silent = [f"`{p.name}`" for p, share in shares if share < LITTLE]
        lines.append(
            f"- {WORDS[who].capitalize() if who != 'icbe' else WORDS[who]} "
            f"{'say' if who == 'both' else 'says'} next to nothing (less than "
            f"{100 * LITTLE:.0f} %) of {', '.join(silent) or 'none'}."
        )
    one, two = found["library"], found["icbe"]
    against = [
        f"`{p.name}`"
        for n, p in enumerate(one.priors)
        if one.moved[n] * two.moved[n] < 0 and min(abs(one.moved[n]), abs(two.moved[n])) >= LITTLE
    ]
    moved = [
        f"`{p.name}` ({by:+.1f})"
        for p, by in zip(found["both"].priors, found["both"].moved, strict=True)
        if abs(by) >= MOVED
    ]
    return [
        *lines,
        "",
        f"By both they moved by half a prior's standard deviation or more: "
        f"{', '.join(moved) or 'none'}. The library and ICBe pull to different sides in "
        f"{', '.join(against) or 'none'}. A move is an association under this model in few crises, "
        "and no finding about what the thing does.",
    ]


def _crosswalk(signals: Counts, unused: Sequence[str]) -> list[str]:
    levels = {level: [word for word, (at, _) in DEED.items() if at == level] for level in (2, 3, 4)}
    rows = [
        f"| {kind} | {said} | {signals['icbe'][kind]} | {signals['library'][kind]} |"
        for kind, said in SIGNALS
    ]
    return [
        "## How ICBe's sentences are read",
        "",
        "ICBe codes what each sentence of ICB's narratives says that somebody thinks, says or "
        "does. Each crisis is read as the pair that matters, chosen as the codebook of the library "
        "says; all others are third parties. A crisis runs from the first day that a sentence "
        "gives for its start to the last for its end, and no further than 2002.",
        "",
        "- **Days.** A coded day stands; where coders differ, the first that is not before the "
        "sentence before. Where the day is missing, the sentence before gives it, held within the "
        "month or year that is coded; without any date, the order of sentences is all there is.",
        "- **Acts.** What one side does to the other in one sentence is one act, on the highest "
        "level that a coder saw, and told again on one day it is one. "
        + " ".join(f"Level {level}: {', '.join(words)}." for level, words in levels.items())
        + " An *ultimatum*, and a threat with a condition, is an act of level 2 besides. "
        "*battle/clash* by both in one sentence is a clash, with hundreds of dead a battle. "
        "Annexation, political control, rights, riots, coups and broken treaties have no level.",
        "- **Weights.** Dead by their class (3, 30, 300 ...); sovereign soil where the target's is "
        "coded and no border between; an act by or against a group that is no state as such. Rank "
        "of those killed and what got through are not coded.",
        "",
        "| Signal | read from | in ICBe | in the library |",
        "| --- | --- | --: | --: |",
        *rows,
        "",
        f"Crises of those years that teach nothing, since the pair acts once or never within "
        f"them: ICB {', '.join(unused) or 'none'}.",
    ]


def _traits(traits: Traits) -> list[str]:
    rows = [
        f"| `{name}` | {float(p.mean):+.2f} ± {float(p.sd):.2f} | {mean:+.2f} ± {sd:.2f} | "
        f"{(mean - float(p.mean)) / float(p.sd):+.2f} | "
        f"{100 * (1 - sd**2 / float(p.sd) ** 2):.0f} % |"
        for name, (p, mean, sd) in traits.dials.items()
    ]
    return [
        "## ICB's crisis actors",
        "",
        "ICB itself holds two acts a crisis actor, the trigger and the major response, and no "
        "signals but mediation, which ICBe dates. It can speak of two dials. A logit of a violent "
        f"major response among {traits.actors} actors in {traits.crises} crises of 1995 to 2002, "
        "given whether the trigger was violent, direct or indirect, with the dials' priors; log "
        "odds, where the dial acts on a log hazard. The crises are those above, so this stands "
        "beside the fit and not in it.",
        "",
        "| Dial | prior | with ICB | moved, in prior sd | narrowed |",
        "| --- | --: | --: | --: | --: |",
        *rows,
    ]


def _crises(gains: Sequence[Gain]) -> list[str]:
    rows = [
        f"| `{g.case.told.crisis}` | {g.case.told.acts} | {g.before:.1f} | "
        f"{' | '.join(f'{g.by[teacher]:+.2f}' for teacher in TEACHERS)} |"
        for g in gains
    ]
    return [
        "## Crisis by crisis",
        "",
        "| Left out | acts since the opening | log-likelihood under the priors | gain: library | "
        "ICBe | both |",
        "| --- | --: | --: | --: | --: | --: |",
        *rows,
    ]


def _limits(acts: float) -> list[str]:
    return [
        "## What this does not show",
        "",
        "- **When** parties acted is left out of the likelihood. A dial of restraint shows in who "
        "acts and how high, not in quiet.",
        "- Each record left out is scored by parameters that were learned from events without its "
        "cluster, or from the years before it where those are not at hand; each crisis of ICBe by "
        "what was learned up to 1994. What ships is learned from all years.",
        "- Records of crises before 1995 tell of crises that stand in ICB and ICBe too, from which "
        "the priors come: there the priors have seen what they are scored on, and the dials are "
        "told it twice. That is why the crises of 1995 and later are shown apart.",
        "- The posterior is a normal round its top. What was learned from history is averaged over "
        "eight of its draws. The widths of what the others taught are those at the top of all, "
        "less the crisis left out.",
        "- Signals were coded by people who know how each crisis went on. Who sends a limit may "
        "have meant to stop anyhow, and mediators come when it is hot: no effect of any is "
        "identified.",
        f"- A narrative is short and written from its end. ICBe's crises have {acts:.1f} acts on "
        "average, coders err in who did what to whom, and a sentence that sums up may bear an "
        "early date. An intent announced is not the notice of a record.",
        "- What salvoes do (`exchange.*`) is no part of it, nor is the weight of a proxy's act.",
    ]
