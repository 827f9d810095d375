"""How templates become pages: everything escaped, nothing unseen, chances kept whole."""

import re
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from offramp.report._text import NBSP, clean


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates' surroundings, the same for every page."""
    environment = Environment(
        loader=PackageLoader("offramp.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters["whole"] = _whole
    return environment


_CHANCE = re.compile(f"(?:under{NBSP}|over{NBSP})?[0-9]+{NBSP}%(?: [(][0-9]+–[0-9]+[)])?")


def _whole(text: str) -> Markup:
    """Keep each chance on one line with its interval."""
    return Markup(_CHANCE.sub(r'<span class="whole">\g<0></span>', str(escape(clean(text)))))


def _shown(value: object) -> object:
    """Take what must not be seen out of every text that the templates print."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
