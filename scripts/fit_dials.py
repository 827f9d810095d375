"""Fit the dials to the library's records, and write docs/reference/dials.md.

Run from the project's folder: python scripts/fit_dials.py (some minutes on two cores).
"""

import json
from pathlib import Path

import numpy as np

from offramp._files import write_atomic
from offramp.cli._compiler import set_up_compiler
from offramp.learning._from_records import (
    DialPosterior,
    curvatures,
    dials_in_marks,
    likeliest,
    posterior_of,
    predictive,
    told_by,
)
from offramp.model import SEED, shipped_parameters
from offramp.record import library, open_record

PAGE = Path("docs/reference/dials.md")
DATA = Path("src/offramp/learning/data/dials.json")
LEFT_OUT = "iran-israel-2024"
DRAWS = 200
BOOTSTRAPS = 10_000
LITTLE, MOVED = 0.1, 0.5


def main() -> None:
    """Fit, leave one out, write the page."""
    set_up_compiler()
    parameters = shipped_parameters("mie")
    records = [open_record(path) for name, path in library().items() if name != LEFT_OUT]
    told = told_by(records)
    best = likeliest(told, parameters)
    found = posterior_of(best, curvatures(told, best, parameters).sum(0), parameters)
    rng = np.random.Generator(np.random.Philox(SEED))
    priors = dials_in_marks(parameters)
    means = np.array([float(p.mean) for p in priors])
    sds = np.array([float(p.sd) for p in priors])
    plain = means + sds * rng.standard_normal((DRAWS, len(priors)))
    gains: list[tuple[str, int, float, float]] = []
    for n, one in enumerate(told):
        others = [each for m, each in enumerate(told) if m != n]
        at = likeliest(others, parameters, best)
        without = posterior_of(at, curvatures(others, at, parameters).sum(0), parameters)
        before = predictive(one, plain, parameters)
        gain = predictive(one, without.draws(DRAWS, SEED), parameters) - before
        acts = int(((one.events.valid > 0) & (one.events.stream == 0)).sum()) - one.before - 1
        gains.append((one.crisis, acts, before, gain))
        print(one.crisis, acts, round(before, 2), round(gain, 3), flush=True)
    write_atomic(DATA, kept(found))
    write_atomic(PAGE, page(found, gains))


def kept(found: DialPosterior) -> str:
    """Write what `library_dials` reads."""
    data = {
        "names": [prior.name for prior in found.priors],
        "mean": [round(float(value), 4) for value in found.mean],
        "covariance": [[round(float(value), 6) for value in row] for row in found.covariance],
    }
    return json.dumps(data) + "\n"


def page(found: DialPosterior, gains: list[tuple[str, int, float, float]]) -> str:
    """Write the page."""
    each = np.array([gain for *_, gain in gains])
    rng = np.random.Generator(np.random.Philox(SEED))
    again = each[rng.integers(0, len(each), (BOOTSTRAPS, len(each)))].mean(1)
    low, high = np.quantile(again, [0.05, 0.95])
    silent = [p.label for p, share in zip(found.priors, found.narrowed, strict=True)
              if share < LITTLE]  # fmt: skip
    moved = [
        f"{p.label} ({by:+.1f})"
        for p, by in zip(found.priors, found.moved, strict=True)
        if abs(by) >= MOVED
    ]
    lines = [
        "# What the library taught the dials",
        "",
        f"Written by `scripts/fit_dials.py`. Events hold no signals, so the dials are priors. Here "
        f"they are held against who acted, and at which level, in {len(gains)} records of the "
        f"library, without `{LEFT_OUT}`: the case they are asked about teaches them nothing.",
        "",
        f"Leaving one crisis out at a time, the dials that the others taught make what was left "
        f"out likelier by {each.mean():+.2f} nats a crisis (90 %: {low:+.2f} to {high:+.2f}, over "
        f"crises drawn again) than the priors do; they do better in {(each > 0).sum()} of "
        f"{len(each)}. "
        + (
            "That interval excludes zero, yet the shipped dials remain the priors: what was scored "
            "is who acts and at which level, not when, and no forecast of the backtest has been "
            "made with these. "
            if low > 0
            else "That interval does not exclude zero from above, and the shipped dials remain the "
            "priors. "
        )
        + "To use them: `offramp.learning.library_dials(parameters)`. For a crisis of the "
        "library that is not a forecast, since it taught them.",
        "",
        "| Dial | prior mean | sd | posterior mean | sd | moved, in prior sd | narrowed |",
        "| --- | --: | --: | --: | --: | --: | --: |",
        *(
            f"| `{p.name}`: {p.label} | {float(p.mean):+.2f} | {float(p.sd):.2f} | {mean:+.2f} | "
            f"{sd:.2f} | {by:+.2f} | {100 * max(share, 0.0):.0f} % |"
            for p, mean, sd, by, share in zip(
                found.priors, found.mean, found.sd, found.moved, found.narrowed, strict=True
            )
        ),
        "",
        "*Narrowed* is how much of the prior's variance the records took away.",
        "",
        f"The records say next to nothing (less than {100 * LITTLE:.0f} %) of: "
        f"{'; '.join(silent) or 'none'}.",
        "",
        f"They moved by half a prior's standard deviation or more: {'; '.join(moved) or 'none'}. "
        "A move is an association under this model in a few crises chosen by hand, and no "
        "finding about what the thing does.",
        "",
        "| Left out | acts since the opening | log-likelihood under the priors | gain |",
        "| --- | --: | --: | --: |",
        *(f"| `{name}` | {acts} | {before:.1f} | {gain:+.2f} |"
          for name, acts, before, gain in gains),
        "",
        "What this does not show.",
        "",
        "- **When** parties acted is left out of the likelihood. A dial of restraint shows in who "
        "acts and how high, not in quiet.",
        "- The posterior is a normal round its top. What was learned from history is averaged over "
        "eight of its draws, and was learned from events in which the same crises may stand: the "
        "cluster of the crisis left out is not taken out of it, under the priors and the posterior "
        "alike.",
        "- Signals were coded by readers who know how each crisis went on. Who sends a limit may "
        "have meant to stop anyhow, and mediators come when it is hot: no effect of any is "
        "identified.",
        "- What salvoes do (`exchange.*`) is no part of it, nor is the weight of a proxy's act.",
        "- ICB and ICBe of 1995 to 2002 were not used beside the records.",
        "",
    ]  # fmt: skip
    return "\n".join(lines)


if __name__ == "__main__":
    main()
