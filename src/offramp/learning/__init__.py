"""Learning: the model's parameters from published events."""

from offramp.learning._dials import dials_without
from offramp.learning._exchange import learn_exchange
from offramp.learning._fit import Fitted, Prepared, fit, prepare
from offramp.learning._posterior import Posterior, posterior
from offramp.learning._predict import Predicted
from offramp.learning._save import basis_of, manifest_of, save, to_inference_data
from offramp.learning._shipped import Shipped

__all__ = [
    "Fitted", "Posterior", "Predicted", "Prepared", "Shipped", "basis_of",
    "dials_without", "fit", "learn_exchange", "manifest_of", "posterior", "prepare", "save",
    "to_inference_data",
]  # fmt: skip
