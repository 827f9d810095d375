"""Multinomial logistic regression, the plain learner that is hard to beat on small data."""

import numpy as np

from offramp._extras import part
from offramp.history import Points
from offramp.scoring._arrays import Floats, Ints
from offramp.scoring._inputs import Inputs
from offramp.scoring._learned import Chances, Learned, fit_learned

PENALTY = 0.02
"""scikit-learn's C: the smaller, the stronger the ridge."""

CLIP = 4.0
"""Inputs are cut off at this many standard deviations, lest a long war be extrapolated."""

_CODES = ("action", "bin")
"""Columns that are names and no amounts; each code seen gets a column of its own."""


def fit_logistic(train: Points) -> Learned:
    """Fit logistic regressions with a ridge on standardised, clipped inputs."""
    return fit_learned(train, learn_logistic)


def learn_logistic(inputs: Inputs, outcome: Ints, weights: Floats) -> Chances:
    """Fit one multinomial logistic regression: a `Learner`."""
    codes = {name: np.unique(inputs.column(name)) for name in _CODES if name in inputs.names}
    scaler = part("score", "sklearn.preprocessing").StandardScaler().fit(_spread(inputs, codes))

    def encoded(inputs: Inputs) -> Floats:
        return np.clip(scaler.transform(_spread(inputs, codes)), -CLIP, CLIP)

    model = part("score", "sklearn.linear_model").LogisticRegression(C=PENALTY, max_iter=500)
    model.fit(encoded(inputs), outcome, sample_weight=weights)
    return lambda inputs: model.predict_proba(encoded(inputs))


def _spread(inputs: Inputs, codes: dict[str, Floats]) -> Floats:
    amounts = [at for at, name in enumerate(inputs.names) if name not in codes]
    named = [inputs.column(name)[:, None] == seen for name, seen in codes.items()]
    return np.column_stack([inputs.table[:, amounts], *named])
