"""What was done is told from what was only said, wanted, feared or denied."""

import pytest

from reading._parsed import told


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Iran attacked Iraq.", "attacked", "actual"),
        ("Iran began bombing Iraq.", "bombing", "actual"),
        ("Iran managed to sink a ship.", "sink", "actual"),
        ("Iran did not attack Iraq.", "attack", "negated"),
        ("Iran never attacked Iraq.", "attacked", "negated"),
        ("Iran refused to attack Iraq.", "attack", "negated"),
        ("Iran denied that it had attacked Iraq.", "attacked", "negated"),
        ("Iran acted without attacking Iraq.", "attacking", "negated"),
        ("Iran will attack Iraq.", "attack", "proposed"),
        ("Iran plans to attack Iraq.", "attack", "proposed"),
        ("Iran urged Iraq to attack Kuwait.", "attack", "proposed"),
        ("Iran threatened to attack Iraq.", "attack", "threatened"),
        ("Iran vowed that it would attack Iraq.", "attack", "threatened"),
        ("Iran might attack Iraq.", "attack", "hypothetical"),
        ("If Iran attacked Iraq, war would follow.", "attacked", "hypothetical"),
        ("Had Iran attacked Iraq, war would have come.", "attacked", "hypothetical"),
        ("Iraq accused Iran of attacking Basra.", "attacking", "claimed"),
        ("Iraq alleged that Iran had attacked Basra.", "attacked", "claimed"),
        ("Iran often attacks Iraq.", "attacks", "habitual"),
        ("Iran has attacked Iraq for years.", "attacked", "habitual"),
        ("Iran said it would fight, and mobilised its reserves.", "mobilised", "actual"),
        ("Egypt warned Israel to stop and shelled its outposts.", "shelled", "actual"),
        ("India plans to attack and seize the Pakistani fort.", "seize", "proposed"),
        ("Iran took to shelling Iraqi villages.", "shelling", "actual"),
        ("Iran never took to shelling Iraqi villages.", "shelling", "negated"),
        ("Iran's reply was to move a brigade to the border.", "move", "actual"),
    ],
)
def test_verbs(text: str, word: str, modality: str) -> None:
    assert told(text, word) == modality


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Iran's attack on Iraq failed.", "attack", "actual"),
        ("Iran launched an attack on Iraq.", "attack", "actual"),
        ("Any attack on Iraq would bring war.", "attack", "hypothetical"),
        ("Further Iranian attacks will not destroy Iraq.", "attacks", "hypothetical"),
        ("The threat of an Iranian attack on Iraq passed.", "attack", "hypothetical"),
        ("There was no attack on Iraq.", "attack", "negated"),
        ("The alleged attack on Iraq was denied.", "attack", "claimed"),
        ("Iran urged strikes on Iraq.", "strikes", "proposed"),
        ("Iraq has not answered the attack.", "attack", "actual"),
    ],
)
def test_nouns(text: str, word: str, modality: str) -> None:
    assert told(text, word) == modality
