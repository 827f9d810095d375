"""The tables of the offline coder hang together."""

from difflib import get_close_matches

from offramp.ladder import default_ladder, from_cameo, from_plover
from offramp.reading.deeds._needs import _CLASSES
from offramp.reading.english._lexicon import lexicon, light_verbs
from offramp.reading.english._tables import known_leaders, known_parties, shipped
from offramp.reading.said._carriers import signal_nouns
from offramp.record.enums import PartyKind, RelationKind, SignalKind, TargetKind


def test_every_deed_of_the_lexicon_has_a_rung_and_codes_that_exist() -> None:
    rungs = {*default_ladder().keys, "strike", "force"}
    for row in shipped("lexicon.yaml"):
        assert row["rung"] in rungs, row["rung"]
        event, _, mode = row["plover"].partition("/")
        assert from_plover(event, mode or None) in default_ladder().keys
        assert from_cameo(str(row["cameo"])) in default_ladder().keys
        assert str(row.get("frame", "")) in ("", "mutual", "toll", "give", "suffer")


def test_every_need_of_the_lexicon_names_something() -> None:
    """A class of nouns, or a word; a word that is all but a class is a slip of the pen."""
    for senses in lexicon().verbs.values():
        for need in (need for deed in senses for need in deed.needs):
            assert need.strip("~@^!&"), need
            preposition, leads, noun = need.partition(">")
            assert not leads or (preposition and noun), need
            name = (noun or preposition).strip("^!")
            if name[0] not in "~@&" and name not in _CLASSES:
                near = get_close_matches(name, sorted(_CLASSES), cutoff=0.92)
                assert name.isalpha() and not near, (need, near)


def test_no_word_of_the_lexicon_stands_twice_in_one_sense() -> None:
    for row in shipped("lexicon.yaml"):
        for words in (row["verbs"], row["nouns"]):
            assert len(words) == len({str(word) for word in words}), row["rung"]


def test_signals_are_of_the_kinds_that_a_record_knows() -> None:
    kinds = SignalKind.__args__
    assert set(shipped("signals.yaml")["verbs"]) <= set(kinds)
    assert set(signal_nouns().values()) <= set(kinds)
    assert set(shipped("targets.yaml")) <= set(TargetKind.__args__)
    assert set(light_verbs().values()) == {"actor", "target"}


def test_parties_are_of_known_kinds_and_bound_to_parties_that_exist() -> None:
    known = known_parties()
    for party in known.values():
        assert party.kind in PartyKind.__args__
        assert not party.relation or party.relation in RelationKind.__args__
        assert not party.to or party.to in known
        assert (party.first or 0) <= (party.last or 9999)
        assert party.iso3 is None or (len(party.iso3) == 3 and party.iso3.isupper())
    for leader in known_leaders():
        assert leader.party in known and leader.first <= leader.last


def test_states_that_share_a_capital_are_told_apart_by_their_years() -> None:
    known = known_parties()
    assert known["soviet-union"].lived(1962) and not known["soviet-union"].lived(1995)
    assert not known["north-vietnam"].lived(1980) and known["vietnam"].lived(1980)
