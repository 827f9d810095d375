"""The model once more, in Mesa: two sides as agents, a confrontation that steps by days.

It holds the same parts as offramp's simulation and takes the same numbers; nothing of how it
runs is shared. See README.md for the list.
"""

from math import exp, expm1, log, log1p

import mesa
from given import BEYOND, Given

from offramp.model._setting import KIND

BINS = [bin_ for bin_, width in enumerate((1, 1, 2, 4, 7, 16, 60, 1)) for _ in range(width)]
"""Bin of the days since the last act, up to the first day of the last bin."""

FAST, SLOW = 2.0 ** (-1 / 15), 2.0 ** (-1 / 120)
PRIOR_SHARES = (0.35, 0.45, 0.20)
ANSWERS = (0.0, 0.5, 1.0)
CAP = 4.0
CAMPAIGN_RUN = 3.0
MUTUAL = 2
NO_ACT = float("inf")
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


def capped(count: float) -> float:
    """Log(1 + count), no further than history was counted."""
    return min(log1p(count), CAP)


def within(value: float, scale: list[float]) -> float:
    """Standardise an input, no further than history has seen."""
    return min(max((value - scale[0]) / scale[1], -BEYOND), BEYOND)


class Side(mesa.Agent):
    """A side: its posture, what it did and suffered, and what it is disposed to do next."""

    model: "Confrontation"

    def __init__(self, model: "Confrontation", index: int, posture: int) -> None:
        super().__init__(model)
        given, standing = model.given, model.given.standing
        self.given, self.index, self.posture = given, index, posture
        own = standing["stocks"][3 * index : 3 * index + 3]
        self.fast = [fast for fast, _ in own]
        self.slow = [slow for _, slow in own]
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
        self.fast = [count * FAST for count in self.fast]
        self.slow = [count * SLOW for count in self.slow]
        self.sting *= FAST
        self.grievance *= SLOW
        self.pressure *= SLOW

    def choose(self, other: "Side") -> list[float]:
        """Log weights of its threats, displays and force, but for what both sides share."""
        draw, model = self.given.draw, self.model
        features = (
            capped(self.fast[1] + self.fast[2]),
            capped(self.slow[1] + self.slow[2]),
            capped(other.fast[1] + other.fast[2]),
            capped(model.slow[0] + model.slow[1]),
        )
        edge = 0.0
        if model.opener != MUTUAL:
            edge = draw["opener.weight"] / (2 if model.opener == self.index else -2)
        answer = draw["posture.answer"][self.posture] * log1p(self.sting)
        return [
            edge + level + share * answer + sum(map(float.__mul__, weights, features))
            for level, share, weights in zip(
                draw["posture.level"][self.posture], ANSWERS, draw["momentum.side"], strict=True
            )
        ]

    def held(self, other: "Side") -> float:
        """What holds it back from force or pushes it on: the dials."""
        draw, given, model = self.given.draw, self.given, self.model
        signals, me, them = model.signals, self.index, other.index
        pressed = self.pressure * (1 + 0.5 * signals[VOW][me]) * (1 - 0.5 * signals[FRAMING][me])
        force = self.slow[2] + model.slow[0] + model.slow[1]
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
        self.opener: int = standing["opener"]
        self.since: int = standing["since"]
        self.k: int = standing["k"]
        self.fast = [fast for fast, _ in standing["stocks"][6:]]
        self.slow = [slow for _, slow in standing["stocks"][6:]]
        self.regime: int = self.random.choices((0, 1, 2), given.regimes)[0]
        pair = self.random.choices(range(9), given.postures)[0]
        self.sides = (Side(self, 0, pair // 3), Side(self, 1, pair % 3))
        self.acts: list[tuple[int, int, int, int]] = []
        self.shadow: list[tuple[int, int]] = []
        self.signals = given.signals[0]

    def step(self) -> None:
        """Live through one day: at most two acts, and the shadow war beside them."""
        self.signals = self.given.signals[self.steps - 1]
        self.agents.do("pass_day")
        self.since += 1
        self.fast = [count * FAST for count in self.fast]
        self.slow = [count * SLOW for count in self.slow]
        if self.act():
            self.act()
        self.agents.do("wage_shadow_war")

    def log_hazards(self) -> list[float]:
        """Log-hazard per day of each mark, as things stand."""
        given, draw = self.given, self.given.draw
        first, second = self.sides
        span = BINS[self.since] if self.since < len(BINS) else 7
        recent, long = sum(self.fast), sum(self.slow)
        for side in self.sides:
            recent += sum(side.fast)
            long += sum(side.slow)
        activity = draw["activity.weight"]
        pace = (
            given.tempo
            + draw["tempo.hazard"][self.regime][span]
            + draw["last-level.ratio"][self.last_kind][span]
            + (draw["early.ratio"] if self.k <= 2 else 0.0)
            + activity[0] * capped(recent)
            + activity[1] * capped(long)
        )
        clash = draw["posture.clash"][first.posture] + draw["posture.clash"][second.posture]
        mutual = (
            capped(self.slow[0]),
            capped(self.slow[1]),
            capped(first.fast[1] + first.fast[2] + second.fast[1] + second.fast[2]),
        )
        both = [
            clash + sum(map(float.__mul__, weights, mutual)) for weights in draw["momentum.mutual"]
        ]
        weights = first.choose(second) + second.choose(first) + both
        threat, display, force, met, battle = draw["lapse.ratio"][span]
        lapse = (threat, display, force, threat, display, force, met, battle)
        after = given.sequence[self.last_kind][self.last_actor]
        logits = [sum(parts) for parts in zip(weights, lapse, after, strict=True)]
        top = max(logits)
        pace -= top + log(sum([exp(logit - top) for logit in logits]))
        one, two = first.held(second), second.held(first)
        even = (one + two) / 2
        held = (0.0, 0.0, one, 0.0, 0.0, two, even, even)
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
        elif not mutual and kind == 2 and self.sides[actor].fast[2] >= CAMPAIGN_RUN:
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
            self.fast[kind] += 1
            self.slow[kind] += 1
        else:
            maker = self.sides[actor]
            maker.ease(weight)
            self.sides[1 - actor].suffer(weight)
            maker.fast[kind] += 1
            maker.slow[kind] += 1
            if kind == 2:
                maker.acted = 1.0
        self.last_kind = kind + 3 if mutual else kind
        self.last_actor = actor
        self.since = 0
        if self.k == 0:
            self.opener = actor
        self.k += 1
        self.regime = random.choices((0, 1, 2), given.transition[self.regime])[0]
        self.acts.append((self.steps, mark, rung, channel))


def run_one(given: Given, seed: int, days: int) -> Confrontation:
    """Run one future for so many days."""
    future = Confrontation(given, seed)
    for _ in range(days):
        future.step()
    return future
