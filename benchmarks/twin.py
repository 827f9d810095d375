"""The model once more, in Mesa: two sides as agents, a confrontation that steps by days.

It holds the same parts as offramp's simulation and takes the same numbers; nothing of how it
runs is shared. See README.md for the list.
"""

from math import exp, expm1, log, log1p
from operator import add, mul

import mesa
from given import BEYOND, Given

from offramp.model._setting import KIND

BINS = [bin_ for bin_, width in enumerate((1, 1, 2, 4, 7, 16, 60, 1)) for _ in range(width)]
"""Bin of the days since the last act, up to the first day of the last bin."""

LAST_BIN, WINDOW, NO_GAP = 7, 180, 8
HALF_LIVES = (2.0, 15.0, 120.0)
_, WEEKS, MONTHS = range(len(HALF_LIVES))
FORCE_ROW, BATTLE_ROW = 6, 3
"""Where counts of own force, and those of battles, begin; counts lie by kind and half-life."""

STING_FADES, GRIEVANCE_FADES = 2.0 ** (-1 / 15), 2.0 ** (-1 / 120)
PRIOR_SHARES = (0.35, 0.45, 0.20)
ANSWERS = (0.0, 0.5, 1.0)
CAMPAIGN_RUN = 3.0
MUTUAL = 2
CLASH_DEED = 12
RATE_MOST = 2.5
(
    VOW, THREAT, LIMIT, NOTICE, DEMAND, CEASEFIRE, WITHDRAWAL, MEDIATION, RESTRAINT, BACKING,
    FRAMING, WITHHELD,
) = (
    KIND[name]
    for name in (
        "vow", "threat", "limit", "notice", "demand", "ceasefire", "withdrawal", "mediation",
        "restraint", "backing", "framing", "withheld",
    )
)  # fmt: skip


def bin_of(days: int) -> int:
    """Bin of some days since the last act."""
    return BINS[days] if days < len(BINS) else LAST_BIN


def within(value: float, scale: list[float], most: float = BEYOND) -> float:
    """Standardise an input, no further than history has seen."""
    return min(max((value - scale[0]) / scale[1], -most), most)


def weigh(weights: list[float], features: list[float]) -> float:
    """Sum features times their weights."""
    return sum(map(mul, weights, features))


def logs(counts: list[float], most: list[float]) -> list[float]:
    """Log(1 + count), each no further than history has seen."""
    return [min(log1p(count), top) for count, top in zip(counts, most, strict=True)]


class Side(mesa.Agent):
    """A side: its posture, what it did and suffered, and what it is disposed to do next."""

    model: "Confrontation"

    def __init__(self, model: "Confrontation", index: int, posture: int) -> None:
        super().__init__(model)
        given, standing = model.given, model.given.standing
        self.given, self.index, self.posture = given, index, posture
        rows = standing["stocks"][3 * index : 3 * index + 3]
        self.counts: list[float] = [count for row in rows for count in row]
        self.now = self.counts
        self.sting: float = standing["sting"][index]
        self.grievance: float = standing["grievance"][index]
        self.pressure: float = standing["pressure"][index]
        self.acted: float = standing["acted"][index]
        self.non_state: float = standing["non_state"][index]

    def pass_day(self) -> None:
        """Let a day go by: the posture may shift, and what happened fades."""
        random = self.model.random
        if random.random() < self.given.shift:
            self.posture = random.choices((0, 1, 2), PRIOR_SHARES)[0]
        self.sting *= STING_FADES
        self.grievance *= GRIEVANCE_FADES
        self.pressure *= GRIEVANCE_FADES

    def choose(self, momentum: list[float]) -> list[float]:
        """Log weights of its threats, displays and force, but for what the last act left."""
        draw = self.given.draw
        answer = draw["posture.answer"][self.posture] * log1p(self.sting)
        return [
            level + share * answer + weigh(weights, momentum)
            for level, share, weights in zip(
                draw["posture.level"][self.posture], ANSWERS, self.given.momentum_side, strict=True
            )
        ]

    def held(self, other: "Side") -> float:
        """What holds it back from force or pushes it on: the dials."""
        draw, given, model = self.given.draw, self.given, self.model
        signals, me, them = model.signals, self.index, other.index
        pressed = self.pressure * (1 + 0.5 * signals[VOW][me]) * (1 - 0.5 * signals[FRAMING][me])
        force = self.now[FORCE_ROW + MONTHS] + model.now[MONTHS] + model.now[BATTLE_ROW + MONTHS]
        said = 1 - (1 - signals[VOW][me]) * (1 - signals[THREAT][me])
        demanded = 1 - (1 - signals[DEMAND][0]) * (1 - signals[DEMAND][1])
        provoked = -expm1(-self.sting)
        grievance, pressure, exhaustion = given.scales
        return (
            draw["grievance.weight"] * within(log1p(self.grievance), grievance)
            + draw["pressure.weight"] * within(log1p(pressed), pressure)
            + draw["exhaustion.weight"] * within(log1p(force), exhaustion)
            + given.fear[me]
            + draw["vow.weight"] * said * (1 - self.acted)
            + draw["limit.own"] * signals[LIMIT][me] * (1 - self.acted)
            + draw["limit.other"] * signals[LIMIT][them] * (1 - other.acted)
            + draw["notice.other"] * signals[NOTICE][them]
            + draw["withheld.other"] * signals[WITHHELD][them]
            + draw["demand.either"] * demanded
            + draw["ceasefire.either"] * max(signals[CEASEFIRE])
            + draw["withdrawal.either"] * max(signals[WITHDRAWAL])
            + draw["mediation.force"] * signals[MEDIATION][me]
            + draw["restraint.force"] * signals[RESTRAINT][me]
            + draw["backing.force"] * signals[BACKING][me]
            + provoked * given.traits[me]
            + provoked * draw["target.non-state"] * self.non_state
        )

    def suffer(self, weight: float) -> None:
        """Take a provocation."""
        self.sting = max(self.sting, weight)
        self.grievance += weight
        self.pressure += weight
        self.non_state = 0.0

    def ease(self, weight: float) -> None:
        """Let an act of its own answer what pressed on it."""
        self.pressure = max(self.pressure - weight, 0.0)

    def wage_shadow_war(self) -> None:
        """Act in the shadow war, or not."""
        if self.model.random.random() < self.given.shadow[self.index]:
            self.model.shadow.append((self.model.steps, self.index))


class Confrontation(mesa.Model):
    """One future: two sides under one draw of the parameters.

    `acts` holds (day, mark, rung, channel), `shadow` (day, side).
    """

    def __init__(self, given: Given, seed: int) -> None:
        super().__init__(seed=seed)
        standing = given.standing
        self.given = given
        self.last_kind: int = standing["last_kind"]
        self.last_actor: int = standing["last_actor"]
        self.last_deed: int = standing["last_deed"]
        self.last_dead: float = standing["last_dead"]
        self.opener: int = standing["opener"]
        self.since: int = standing["since"]
        self.age: int = standing["age"]
        self.gaps: list[int] = standing["gaps"]
        self.k: int = standing["k"]
        self.counts: list[float] = [count for row in standing["stocks"][6:] for count in row]
        self.now = self.counts
        self.regime: int = self.random.choices((0, 1, 2), given.regimes)[0]
        pair = self.random.choices(range(9), given.postures)[0]
        self.sides = (Side(self, 0, pair // 3), Side(self, 1, pair % 3))
        self.acts: list[tuple[int, int, int, int]] = []
        self.shadow: list[tuple[int, int]] = []
        self.signals = given.signals[0]
        self.look_back()

    def step(self) -> None:
        """Live through one day: at most two acts, and the shadow war beside them."""
        self.signals = self.given.signals[self.steps - 1]
        self.agents.do("pass_day")
        self.since += 1
        if self.act():
            self.act()
        self.agents.do("wage_shadow_war")

    def look_back(self) -> None:
        """Work out what the last act leaves until the next: pace by days since, odds of marks."""
        given, draw = self.given, self.given.draw
        steady = given.tempo + draw["last-deed.ratio"][self.last_deed]
        if self.k <= 2:
            steady += draw["early.ratio"]
        rows = [draw["rhythm.ratio"][back][gap] for back, gap in enumerate(self.gaps)]
        rows += [draw["tempo.hazard"], draw["last-level.ratio"][self.last_kind]]
        seen = self.activity()
        self.pace = [
            steady + sum(by_bin) + weigh(weights, seen)
            for weights, *by_bin in zip(given.activity, *rows, strict=True)
        ]
        tables = (
            given.sequence[self.last_kind][self.last_actor],
            given.answer[self.last_deed][self.last_actor],
            given.opening[self.opener],
            given.momentum_rest,
        )
        self.odds = [sum(parts) for parts in zip(*tables, strict=True)]

    def activity(self) -> list[float]:
        """What the rate looks at, as it stood after the last act, on one scale."""
        everything = (*self.sides[0].counts, *self.sides[1].counts, *self.counts)
        acts = [log1p(sum(everything[half_life::3])) for half_life in range(3)]
        count = log(max(self.k, 1))
        both = self.last_actor == MUTUAL
        opener = self.last_actor == self.opener and not both
        seen = (*acts, count, count - log(self.age + 3.0), self.last_dead, both, opener)
        scales = self.given.activity_scales
        return [within(value, scale, RATE_MOST) for value, scale in zip(seen, scales, strict=True)]

    def fade(self) -> None:
        """Let what was counted after the last act fade to today."""
        fades = [2.0 ** (-self.since / half_life) for half_life in HALF_LIVES] * 3
        for held in (*self.sides, self):
            held.now = list(map(mul, held.counts, fades))

    def log_hazards(self) -> list[float]:
        """Log-hazard per day of each mark, as things stand."""
        given, draw = self.given, self.given.draw
        first, second = self.sides
        self.fade()
        span = bin_of(self.since)
        pace = self.pace[span] + draw["tempo.regime"][self.regime][span]
        if self.since == 0:
            pace += draw["same-day.ratio"]
        most = given.momentum_most
        one, two = logs(first.now, most[:9]), logs(second.now, most[:9])
        mutual = logs(self.now, most[9:])
        together = logs(list(map(add, first.now, second.now)), most[:9]) + mutual
        clash = draw["posture.clash"]
        both = [
            clash[first.posture][kind] + clash[second.posture][kind] + weigh(weights, together)
            for kind, weights in enumerate(given.momentum_mutual)
        ]
        weights = first.choose(one + two + mutual) + second.choose(two + one + mutual) + both
        logits = [sum(parts) for parts in zip(weights, given.lapse[span], self.odds, strict=True)]
        top = max(logits)
        pace -= top + log(sum([exp(logit - top) for logit in logits]))
        of_first, of_second = first.held(second), second.held(first)
        even = (of_first + of_second) / 2
        held = (0.0, 0.0, of_first, 0.0, 0.0, of_second, even, even)
        return [pace + logit + dial for logit, dial in zip(logits, held, strict=True)]

    def act(self) -> bool:
        """Race the clocks of both sides and of a clash; say whether one rang within the day."""
        hazards = [exp(each) for each in self.log_hazards()]
        by_actor = (hazards[0:3], hazards[3:6], hazards[6:8])
        random = self.random
        clocks = [random.expovariate(sum(own)) for own in by_actor]
        soonest = min(clocks)
        if soonest >= 1.0:
            return False
        actor = clocks.index(soonest)
        own = by_actor[actor]
        self.happen(actor, random.choices(range(len(own)), own)[0])
        return True

    def happen(self, actor: int, kind: int) -> None:
        """Let an actor's act of a kind happen: on which rung, by which channel, to what effect."""
        given, draw, random = self.given, self.given.draw, self.random
        mark = 3 * actor + kind
        mutual = actor == MUTUAL
        row = kind + 2 if mutual else kind
        if mark == 7:
            rung = given.war
        elif mark in (2, 5) and self.sides[actor].now[FORCE_ROW + WEEKS] >= CAMPAIGN_RUN:
            rung = given.campaign
        else:
            shares = given.rungs[actor][row]
            rung = random.choices(range(len(shares)), shares)[0]
        weight = given.level_weight[mark]
        if given.home[rung]:
            weight *= exp(draw["provocation.sovereign"])
        channel = 0 if mutual else random.choices((0, 1, 2), given.channels[actor])[0]
        if channel == 1:
            weight *= draw["provocation.proxy"]
        if mutual:
            for side in self.sides:
                side.ease(weight / 2)
                side.suffer(weight / 2)
                side.acted = 1.0
        else:
            maker = self.sides[actor]
            maker.ease(weight)
            self.sides[1 - actor].suffer(weight)
            if kind == 2:
                maker.acted = 1.0
        self.count(actor, kind)
        self.remember(actor, kind, CLASH_DEED + kind if mutual else given.deed[rung])
        self.look_back()
        self.regime = random.choices((0, 1, 2), given.transition[self.regime])[0]
        self.acts.append((self.steps, mark, rung, channel))

    def count(self, actor: int, kind: int) -> None:
        """Add an act to what has faded so far of those before it."""
        for held in (*self.sides, self):
            held.counts = held.now
        counts = self.counts if actor == MUTUAL else self.sides[actor].counts
        for half_life in range(3):
            counts[3 * kind + half_life] += 1.0

    def remember(self, actor: int, kind: int, deed: int) -> None:
        """Keep what the next act is seen against: the last deed, the clock and the gaps."""
        gap = NO_GAP
        if self.k == 0:
            self.opener, self.age = actor, 0
        else:
            self.age += self.since
            if self.since <= WINDOW:
                gap = bin_of(self.since)
        self.gaps = [gap, *self.gaps[:2]]
        self.last_kind = kind + 3 if actor == MUTUAL else kind
        self.last_actor, self.last_deed, self.last_dead = actor, deed, 0.0
        self.since = 0
        self.k += 1


def run_one(given: Given, seed: int, days: int) -> Confrontation:
    """Run one future for so many days."""
    future = Confrontation(given, seed)
    for _ in range(days):
        future.step()
    return future
