"""Gradient-boosted trees: the challenger, and the other half of the pool."""

from offramp._extras import part
from offramp.history import Points
from offramp.scoring._arrays import Floats, Ints
from offramp.scoring._inputs import Inputs
from offramp.scoring._learned import Chances, Learned, fit_learned

SEED = 0
"""Draws the columns that each split may look at. Other seeds, or several, score the same."""


def fit_boosting(train: Points) -> Learned:
    """Fit boosted trees, on columns as they are."""
    return fit_learned(train, _learn)


def _learn(inputs: Inputs, outcome: Ints, weights: Floats) -> Chances:
    model = part("score", "sklearn.ensemble").HistGradientBoostingClassifier(
        learning_rate=0.1,
        max_iter=45,
        max_leaf_nodes=8,
        min_samples_leaf=60,
        l2_regularization=10.0,
        max_features=0.3,
        max_bins=64,
        early_stopping=False,
        random_state=SEED,
    )
    model.fit(inputs.table, outcome, sample_weight=weights)
    return lambda inputs: model.predict_proba(inputs.table)
