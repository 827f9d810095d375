from _invented import AS_OF, invent
from _invented import act as did
from offramp.answers import stand
from offramp.record import Record
from offramp.sensitivity import headline


def test_what_is_customary_is_not_news(invented: Record) -> None:
    assert headline(stand(invented, AS_OF)) == "either >= strike-abroad within 90d"


def test_without_a_shadow_war_any_force_is() -> None:
    bare = invent([did("alert", 0), did("reply", 3, "southland")])
    assert headline(stand(bare, AS_OF)) == "either >= seizure within 90d"
