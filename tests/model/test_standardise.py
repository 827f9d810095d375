"""Dials act on what is usual in history."""

import numpy as np
import pytest

from offramp.history import SIGNAL_KINDS
from offramp.model import PRIOR_SHARES, TERMS, Hidden, Setting, at_peace, counted


def _on_dials(pressed: float) -> dict[str, np.ndarray]:
    """What the standardised dials give each side, at weight 1, from stocks all this large."""
    nobody = np.zeros(2, np.float32)
    standing = at_peace()._replace(
        grievance=nobody + pressed,
        pressure=nobody + pressed,
        stocks=np.full(at_peace().stocks.shape, pressed, np.float32),
        leakage=np.array([[pressed, 4.0]] * 2, np.float32),
    )
    signals = np.zeros((len(SIGNAL_KINDS), 2), np.float32)
    setting = Setting(signals, nobody, nobody, nobody + 1.0, np.float32(0.0))
    hidden = Hidden(np.int32(0), np.zeros(2, np.int32))
    terms = {term.name: term for term in TERMS}
    return {
        name: np.asarray(terms[name].apply({f"{name}.weight": 1.0}, standing, hidden, setting))
        for name in ("grievance", "pressure", "exhaustion", "fear")
    }


@pytest.mark.parametrize("dial", ["grievance", "pressure", "exhaustion", "fear"])
def test_dials_count_no_further_than_history_has_seen(dial: str) -> None:
    assert _on_dials(1e6)[dial] == pytest.approx(2.0)
    assert _on_dials(1e7)[dial] == pytest.approx(2.0)
    assert (np.abs(_on_dials(0.5)[dial]) < 2.0).all(), "small stocks are within it"


@pytest.mark.parametrize("dial", ["grievance", "pressure"])
def test_a_usual_stock_moves_no_dial(dial: str) -> None:
    mean, _ = counted("dial_inputs").at(dial=dial)
    assert _on_dials(float(np.expm1(mean)))[dial] == pytest.approx(0.0, abs=1e-5)


def test_history_has_room_on_both_sides() -> None:
    mean, sd = counted("dial_inputs").value.T
    assert (mean > 0).all()
    assert (sd > 0).all()
    grievance, pressure, _ = mean
    assert pressure < grievance, "an answer eases pressure, and nothing else tells them apart"


def test_fear_is_centred_on_what_is_believed_of_any_side() -> None:
    nobody = np.zeros(2, np.float32)
    unknown = nobody + (1.0 - PRIOR_SHARES[0])
    signals = np.zeros((len(SIGNAL_KINDS), 2), np.float32)
    setting = Setting(signals, nobody, nobody, unknown, np.float32(0.0))
    fear = next(term for term in TERMS if term.name == "fear")
    hidden = Hidden(np.int32(0), np.zeros(2, np.int32))
    felt = np.asarray(fear.apply({"fear.weight": 1.0}, at_peace(), hidden, setting))
    assert felt == pytest.approx(0.0, abs=1e-6)
