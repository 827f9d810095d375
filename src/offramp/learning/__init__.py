"""Learning: the model's parameters from published events."""

from offramp.learning._dials import dials_without
from offramp.learning._exchange import learn_exchange
from offramp.learning._fit import Fitted, Prepared, fit, prepare
from offramp.learning._folds import PROTOCOLS, Fold, Protocol, folds_of
from offramp.learning._from_records import DialPosterior, library_dials
from offramp.learning._library import DRAWS, learn_library
from offramp.learning._posterior import Posterior, posterior
from offramp.learning._predict import Predicted
from offramp.learning._same_crisis import COW, clusters_of_record
from offramp.learning._save import basis_of, manifest_of, save, to_inference_data
from offramp.learning._shipped import Shipped
from offramp.learning._standings import standings

__all__ = [
    "COW", "DRAWS", "PROTOCOLS", "DialPosterior", "Fitted", "Fold", "Posterior", "Predicted",
    "Prepared", "Protocol", "Shipped", "basis_of", "clusters_of_record", "dials_without", "fit",
    "folds_of", "learn_exchange", "learn_library", "library_dials", "manifest_of", "posterior",
    "prepare", "save", "standings", "to_inference_data",
]  # fmt: skip
