"""Run the futures that several questions share, each world once and as far as any of them asks."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from offramp.answers import Run, World, arms, at_shares, days_needed
from offramp.questions import Question, RecordOf, Stopped

WORKERS = 2


Progress = Callable[[str, int, int], None]


def run_ahead(
    asked: Iterable[tuple[World, Question]], draws: int, seed: int, progress: Progress | None = None
) -> None:
    """Run what questions need. Answers do not depend on it: it only saves time.

    Parameters
    ----------
    asked : iterable of (World, Question)
        Each question, and the world in which it is asked, before anything is supposed.
    draws, seed : int
        Futures in each arm, and their luck.
    progress : callable, optional
        Called with a word, how many worlds are run, and how many there are.
    """
    longest: dict[int, tuple[World, Run]] = {}
    for first, question in asked:
        # What happened is inferred once, for all that is supposed of it.
        _ = first.start
        for world, run in _needed(first, question, draws, seed):
            _, known = longest.get(id(world), (world, run))
            days, futures = max(known.days, run.days), max(known.draws, run.draws)
            longest[id(world)] = world, Run(days, futures, seed)
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        for done, _ in enumerate(pool.map(_run, longest.values()), 1):
            if progress:
                progress("worlds", done, len(longest))


def _needed(first: World, question: Question, draws: int, seed: int) -> Iterator[tuple[World, Run]]:
    if isinstance(question.observable, RecordOf | Stopped):
        return
    factual, supposed = arms(first, question)
    run = Run(days_needed(question), draws, seed)
    yield factual, run
    if supposed is factual:
        return
    yield supposed, run
    for _, world, few in at_shares(supposed, run):
        yield world, few


def _run(needed: tuple[World, Run]) -> None:
    world, run = needed
    _ = world.start if run.days == 0 else world.run(run)
