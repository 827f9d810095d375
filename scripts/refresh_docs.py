"""Run the examples of README and docs, and write what they print now in the place of what is shown.

Run ``python scripts/refresh_docs.py [PAGE ...]`` after a change that moves forecasts, read the
difference, and commit it. What pages leave out (``...``) stays out.
"""

import sys
import tempfile
from pathlib import Path

from platformdirs import user_cache_path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from docs._pages import PAGES, refreshed, run, steps  # noqa: E402


def main() -> None:
    """Refresh the pages named, or all."""
    named = [Path(name).resolve() for name in sys.argv[1:]]
    for page in named or PAGES:
        text = page.read_text("utf-8")
        todo = steps(text)
        with tempfile.TemporaryDirectory() as folder:
            run(todo, Path(folder), user_cache_path("offramp"))
        new = refreshed(text, todo)
        if new != text:
            page.write_text(new, "utf-8")
            print(page.relative_to(ROOT))


if __name__ == "__main__":
    main()
