"""Every closed list of words that a record may use."""

from typing import Literal

YesNo = Literal["yes", "no"]

SourceKind = Literal["news", "official", "commentary", "report", "reference", "dataset", "book"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]

PartyKind = Literal[
    "state",
    "armed-group",
    "faction",
    "office",
    "organisation",
    "alliance",
    "coalition",
    "person",
]
RelationKind = Literal[
    "proxy-of",
    "part-of",
    "ally-of",
    "faction-of",
    "channel",
    "hosts-forces-of",
    "leads",
    "backs",
]

Channel = Literal["direct", "proxy", "covert"]
Admitted = Literal["yes", "no", "denied", "partly"]
Status = Literal["done", "threatened", "proposed"]
Damage = Literal["none", "slight", "serious", "severe"]
TargetKind = Literal[
    "military",
    "diplomatic",
    "nuclear",
    "leadership",
    "proxy-forces",
    "shipping",
    "infrastructure",
    "civilian",
    "mixed",
    "none",
]
Rank = Literal["junior", "senior", "general", "minister", "head-of-state"]
Munition = Literal["drone", "cruise", "ballistic", "air-launched", "rocket", "artillery"]

SignalKind = Literal[
    "threat",
    "conditional-threat",
    "vow",
    "warning",
    "notice",
    "demand",
    "accusation",
    "justification",
    "assurance",
    "limit",
    "offer",
    "stance",
    "mediation",
    "framing",
    "ceasefire",
    "withdrawal",
]
Audience = Literal["domestic", "adversary", "ally", "world"]
Stance = Literal["withholds", "backs", "restrains", "joins"]

Expectation = Literal["higher", "lower", "yes", "no"]
