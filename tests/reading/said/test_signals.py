"""Signals: who tells whom what."""

import pytest

from reading._parsed import draft_of

BEFORE = "Iran shelled Iraq on Monday. "


@pytest.mark.parametrize(
    ("text", "kind", "sender", "receivers"),
    [
        ("Iraq accused Iran of piracy.", "accusation", "iraq", ("iran",)),
        ("Iraq condemned the shelling.", "accusation", "iraq", ("iran",)),
        ("Iraq demanded that Iran withdraw.", "demand", "iraq", ("iran",)),
        ("Iraq called on Iran to withdraw.", "demand", "iraq", ("iran",)),
        ("Iraq vowed revenge.", "vow", "iraq", ("iran",)),
        ("Iraq threatened Iran.", "threat", "iraq", ("iran",)),
        ("Iraq warned Iran that any raid would mean war.", "conditional-threat", "iraq", ("iran",)),
        ("Iraq warned Turkey of trouble.", "warning", "iraq", ("turkey",)),
        ("Iraq notified Turkey of its plans.", "notice", "iraq", ("turkey",)),
        (
            "Sweden offered to mediate between Iran and Iraq.",
            "mediation",
            "sweden",
            ("iran", "iraq"),
        ),
        ("Iraq offered talks to Iran.", "offer", "iraq", ("iran",)),
        ("Iraq assured Iran that it sought peace.", "assurance", "iraq", ("iran",)),
        ("Iran said that its operations were over.", "limit", "iran", ("iraq",)),
        ("Iran said that the attack was in retaliation for a raid.", "justification", "iran", None),
        ("Iranian state television portrayed the raid as a success.", "framing", "iran", None),
        ("Turkey said that it would not take part in a war.", "stance", "turkey", None),
        ("Iraq told Turkey that it did not mean to attack.", "assurance", "iraq", ("turkey",)),
        ("Iraq said that the shelling had been planned.", "accusation", "iraq", ("iran",)),
        ("Iran called the shelling an answer to a raid.", "justification", "iran", None),
        ("Iraq blamed gunners from Iran.", "accusation", "iraq", ("iran",)),
        (
            "Iraq said that there could be no talks while soldiers stayed.",
            "demand",
            "iraq",
            ("iran",),
        ),
        ("Iran said that it would not be the first to fire.", "assurance", "iran", ("iraq",)),
        ("Iran said that it would withdraw only when Iraq had.", "offer", "iran", ("iraq",)),
        ("Iran said that peace was impossible while guns fired.", "demand", "iran", ("iraq",)),
        ("Iran let it be known that the port was no longer safe.", "warning", "iran", ("iraq",)),
        ("Iraq said it would give battle if Iran came.", "conditional-threat", "iraq", ("iran",)),
        ("Iraq said its aim was a negotiated settlement.", "assurance", "iraq", ("iran",)),
        ("Iran considered the border beyond discussion.", "stance", "iran", ("iraq",)),
        ("Iraq refused to rule out a blockade.", "warning", "iraq", ("iran",)),
        (
            "If Iranian planes come again, said an Iraqi general, they will find us ready.",
            "conditional-threat",
            "iraq",
            ("iran",),
        ),
        ('"We will hit back," the Iraqi president said.', "vow", "iraq", ("iran",)),
    ],
)
def test_kinds(text: str, kind: str, sender: str, receivers: tuple[str, ...] | None) -> None:
    found = {s.kind: s for s in draft_of(BEFORE + text, "1987-06-04").signals}
    assert kind in found, found
    assert found[kind].sender == sender
    assert receivers is None or found[kind].receivers == receivers


def test_a_threat_through_a_third_party_keeps_its_condition() -> None:
    text = (
        "Utilizing the Swiss Embassy, Tehran issued a warning to Washington that bases could "
        "become targets if the United States supported Israel."
    )
    (signal,) = draft_of(text).signals
    assert (signal.kind, signal.sender, signal.receivers) == (
        "conditional-threat", "iran", ("united-states",),
    )  # fmt: skip
    assert signal.via == "switzerland"
    assert signal.condition == "if the United States supported Israel"


def test_a_notice_counts_its_hours() -> None:
    text = "Seventy-two hours before the strikes, Iran notified Turkey about its plans."
    (signal,) = draft_of(text).signals
    assert (signal.kind, signal.hours) == ("notice", 72)


def test_who_carries_a_message_does_not_send_it() -> None:
    text = BEFORE + "The Swiss envoy conveyed an Iranian assurance to Iraq."
    (signal,) = [s for s in draft_of(text).signals if s.kind == "assurance"]
    assert (signal.sender, signal.via) == ("iran", "switzerland")


@pytest.mark.parametrize(
    "text",
    [
        "Iraq may warn Iran.",
        "Iraq has not threatened Iran.",
        "Analysts warned of war.",
        "Iraq urged its citizens to leave Iran.",
        "An Iraqi captain refused to stop.",
        "The sea off Iran is blue, and Iraq exports dates.",
    ],
)
def test_no_signals(text: str) -> None:
    assert not draft_of(text).signals


def test_who_offers_his_offices_speaks_to_both() -> None:
    text = BEFORE + "Iraq shelled Iran. Sweden offered itself as an intermediary."
    (signal,) = [s for s in draft_of(text).signals if s.kind == "mediation"]
    assert (signal.sender, set(signal.receivers)) == ("sweden", {"iran", "iraq"})


@pytest.mark.parametrize(
    ("text", "kind", "sender", "receivers"),
    [
        ("Iraq wants the crew home by Sunday.", "demand", "iraq", ("iran",)),
        ("Iraq required of Iran that its men be out within a day.", "demand", "iraq", ("iran",)),
        ("Iraq asked that the ship be freed.", "demand", "iraq", ("iran",)),
        ("Iraq let Iran know that the guns must be out by May.", "demand", "iraq", ("iran",)),
        ("Iraq said that Iran had two days to leave.", "demand", "iraq", ("iran",)),
        (
            'Failing that, Iraq said, "the navy knows its duty".',
            "conditional-threat",
            "iraq",
            ("iran",),
        ),
        ("Iraq said that fire would be returned.", "conditional-threat", "iraq", ("iran",)),
        ("Iraq said that Iran would be unwise to wait.", "warning", "iraq", ("iran",)),
        ("Iraq said that the dead would be avenged.", "vow", "iraq", ("iran",)),
        ("Iraq said that it would stop at the railway.", "limit", "iraq", ("iran",)),
        ("Iraq described its operation as complete.", "limit", "iraq", None),
        ("Turkey said that it would not be dragged into a war.", "stance", "turkey", None),
        ("Iran ascribed the loss to a storm.", "framing", "iran", None),
        ("Iran attributed the loss to Iraq.", "accusation", "iran", ("iraq",)),
        ("Iran said that the ship had been mistaken for another.", "justification", "iran", None),
        ("Iraq said that no sailor would be harmed.", "assurance", "iraq", ("iran",)),
        ("Iraq put it that this was no part of its plans.", "assurance", "iraq", ("iran",)),
        ("Iraq said that it would be content with an inquiry.", "offer", "iraq", ("iran",)),
        ("Turkey told Iraq that no fuel would flow beyond self-defence.", "limit", "turkey", None),
    ],
)
def test_kinds_of_indirect_prose(
    text: str, kind: str, sender: str, receivers: tuple[str, ...] | None
) -> None:
    found = {s.kind: s for s in draft_of(BEFORE + text, "1987-06-04").signals}
    assert kind in found, found
    assert found[kind].sender == sender
    assert receivers is None or found[kind].receivers == receivers


@pytest.mark.parametrize(
    ("text", "kind", "sender", "receivers"),
    [
        ("Iran said that as Iraq had paid, Iran would pull back.", "assurance", "iran", ("iraq",)),
        (
            "Iran gave Iraq to understand that without this the ships would not be allowed past.",
            "conditional-threat",
            "iran",
            ("iraq",),
        ),
        ("The valves, as Iran has said, will be closed unless Iraq pays.", "conditional-threat",
         "iran", ("iraq",)),
        ("Iran protested that it had acted only in defence of its soil.", "justification",
         "iran", None),
        ("Iraq asks for nothing that is not its own.", "limit", "iraq", ("iran",)),
        ("Iraq said that it would welcome the opening of talks.", "offer", "iraq", ("iran",)),
        ("Iraq said that no third raid would be borne.", "warning", "iraq", ("iran",)),
        ("Iraq said that it had not been the one to begin and would not widen it.", "limit",
         "iraq", ("iran",)),
        ("Iran insisted that Basra was an integral part of Iran.", "framing", "iran", None),
    ],
)  # fmt: skip
def test_asides_pleas_and_scattered_clauses(
    text: str, kind: str, sender: str, receivers: tuple[str, ...] | None
) -> None:
    found = {s.kind: s for s in draft_of(BEFORE + text, "1987-06-04").signals}
    assert kind in found, found
    assert found[kind].sender == sender
    assert receivers is None or found[kind].receivers == receivers


def test_a_speech_declares_for_its_state() -> None:
    text = (
        "Members of the Assembly of Iraq, Iran has shelled our port. We will not bargain under "
        "the guns. Our door is open. The enemy lied to us."
    )
    found = {(s.kind, s.sender, s.receivers) for s in draft_of(text, "1987-06-04").signals}
    assert ("stance", "iraq", ("iran",)) in found
    assert ("offer", "iraq", ("iran",)) in found
    assert ("accusation", "iraq", ("iran",)) in found


def test_a_question_that_a_speaker_repeats_declares_nothing() -> None:
    text = (
        "Members of the Assembly of Iraq, Iran has shelled our port. "
        "The member asks whether we shall retaliate."
    )
    assert "vow" not in {s.kind for s in draft_of(text, "1987-06-04").signals}
