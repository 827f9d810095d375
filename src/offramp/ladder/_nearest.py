"""Which known name somebody meant who wrote another."""

from collections.abc import Iterable
from difflib import SequenceMatcher

# Words that analysts use for what the shipped ladder calls otherwise. They are tried
# before spelling, because "airstrike" is spelt more like "strike-home" than it is meant.
_SYNONYMS = {
    "agreement": "accord armistice cease-fire ceasefire deal peace settlement surrender treaty "
    "truce withdrawal pull-back pullback",
    "conciliation": "apology concession consult dialogue diplomacy mediation meeting negotiation "
    "offer release summit talk visit goodwill prisoner-swap",
    "calm": "cooperation nothing none normal peaceful quiet routine trade zero",
    "words": "accusation complaint condemnation criticism demand denunciation protest reject "
    "rejection speech statement verbal warning",
    "coercion": "boycott deportation embargo expel expulsion pressure sanction break-relations "
    "broken-relations asset-freeze",
    "threat": "threaten threat-of-force ultimatum",
    "display": "alert border-violation build-up buildup deployment exercise maneuver manoeuvre "
    "mobilisation mobilise mobilization mobilize overflight posture show-of-force",
    "seizure": "abduct abduction annexation blockade capture detention hijack hijacking "
    "hostage-taking kidnap kidnapping occupation occupy seize ship-seizure",
    "shadow-attack": "assassinate assassination bombing covert-attack cyber-attack cyberattack "
    "militia-attack proxy-attack raid rocket-fire sabotage targeted-killing terror terrorism "
    "covert proxy",
    "strike-abroad": "air-strike airstrike attack border-clash clash shelling skirmish strike "
    "embassy-attack consulate-attack",
    "strike-home": "direct-attack direct-strike homeland-strike missile-attack missile-strike "
    "salvo strike-on-homeland strike-on-soil",
    "campaign": "air-campaign bombing-campaign offensive operation",
    "war": "all-out-war battle full-scale-war invasion invade total-war",
}
_MEANT = {word: key for key, words in _SYNONYMS.items() for word in words.split()}
# Beyond this, what was written is no misspelling, and comparing it would only take time.
_LONGEST = 60


def nearest_name(written: str, names: Iterable[str], *, synonyms: bool = False) -> str:
    """Return the one of `names` that `written` most likely means.

    Parameters
    ----------
    written : str
        What somebody wrote; case, spaces and underscores do not matter.
    names : iterable of str
        The names to choose from; at least one.
    synonyms : bool
        Whether to try the synonyms of the shipped ladder's rungs before spelling.

    Examples
    --------
    >>> nearest_name("strke-home", ["strike-abroad", "strike-home"])
    'strike-home'
    >>> nearest_name("Air Strike", ["strike-abroad", "strike-home"], synonyms=True)
    'strike-abroad'
    """
    known = list(names)
    plain = "-".join(written[:_LONGEST].lower().replace("_", " ").replace("-", " ").split())
    by_fold = {name.lower(): name for name in reversed(known)}
    if plain in by_fold:
        return by_fold[plain]
    if synonyms:
        for word in (plain, plain.removesuffix("s"), plain.removesuffix("es")):
            if _MEANT.get(word) in known:
                return _MEANT[word]
    return by_fold[_closest(plain, list(by_fold))]


def _closest(plain: str, known: list[str]) -> str:
    """Return the best match by spelling; of equals, the first in the list."""
    return max(known, key=lambda name: SequenceMatcher(None, plain, name).ratio())
