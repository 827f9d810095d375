"""The record that a user begins with."""

from string import Template

from offramp._errors import UsageError
from offramp.record._check import check_content
from offramp.record._yaml import resolve

_STARTER = Template("""\
# A record: the sourced account of one crisis. Change what stands here to your own.
# Check it with: offramp check $name
offramp: 1                        # the version of the format
id: $id
title: $title
opens: 2024-03-01                 # the day on which the confrontation begins
# closes: 2024-05-31              # the day on which the record ends
sides:                            # exactly two; everyone else is a third party
  north: [northland]
  south: [southland]

# Every fact names a source. Reliability: A completely reliable ... F cannot be judged.
sources:
  - id: agency-1-march
    kind: news                    # news, official, commentary, report, reference, dataset, book
    title: Shots fired at the river post
    publisher: An Agency
    date: 2024-03-01              # also 2024-03, 2024-03-01~ (about), 2024-03-01/2024-03-05
    url: https://example.org/river-post
    reliability: B
  - id: ministry-5-march
    kind: official
    title: Statement on the events of 5 March
    publisher: Ministry of Southland
    date: 2024-03-05
    url: https://example.org/statement
    reliability: C

parties:
  - {id: northland, name: Northland, kind: state}
  - {id: southland, name: Southland, kind: state}
  - {id: river-guard, name: River Guard, kind: armed-group}
  - {id: neighbour, name: The neighbour, kind: state}

relations:                        # who acts for whom, who speaks through whom, since when
  - {kind: proxy-of, from: river-guard, to: northland, date: 2019/..}
  - {kind: channel, from: neighbour, between: [northland, southland]}

# What was done. The rungs, from below: agreement, conciliation, calm, words, coercion,
# threat, display, seizure, shadow-attack, strike-abroad, strike-home, campaign, war.
acts:
  - id: river-post
    date: 2024-03-01
    by: [river-guard]
    against: [southland]
    act: shadow-attack
    channel: proxy                # direct | proxy | covert
    admitted: denied              # yes | no | denied | partly
    title: Fire on the river post
    target: {kind: military, sovereign: yes}
    killed: 2..4                  # a number or a range
    sources:
      - {id: agency-1-march, quote: "between two and four guards were killed"}
  - id: southern-alert
    date: 2024-03-05
    by: [southland]
    against: [northland]
    act: display
    title: Southland calls up reserves
    answers: river-post
    sources:
      - {id: ministry-5-march, quote: "two brigades have been called up"}

# What was said: threat | conditional-threat | vow | warning | notice | demand | accusation
# | justification | assurance | limit | offer | stance | mediation | framing | ceasefire
# | withdrawal
signals:
  - id: southern-demand
    date: 2024-03-05
    kind: demand
    from: southland
    to: [northland]
    via: neighbour
    about: river-post
    sources:
      - {id: ministry-5-march, quote: "we demand that those responsible be handed over"}

# What one would ask, and on which day.
questions:
  - {id: next-strike, ask: "north >= strike-abroad against southland within 30d", as_of: 2024-03-06}
""")


def new_record(name: str) -> str:
    """Write a starter record, with comments, that passes `check`.

    Parameters
    ----------
    name : str
        The record's id: small letters, digits and hyphens.

    Returns
    -------
    str
        The text of a crisis.yaml.

    Raises
    ------
    UsageError
        When the name is no id.

    Examples
    --------
    >>> new_record("two-rivals").splitlines()[3:5]
    ['id: two-rivals', 'title: Two rivals']
    """
    title = name.replace("-", " ").replace("_", " ").strip().capitalize()
    quoted = [text if resolve(text) == text else f'"{text}"' for text in (name, title)]
    text = _STARTER.substitute(name=name, id=quoted[0], title=quoted[1])
    if check_content(text.encode("utf-8", "replace")).record is None or "\n" in name:
        right = "Write small letters, digits and hyphens, such as two-rivals; 80 at most."
        raise UsageError(f'"{name}" cannot be the name of a record. {right}')
    return text
