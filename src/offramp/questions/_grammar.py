"""The grammar of a question, and what its words are called when one of them is missing."""

GRAMMAR = r"""
question: observable [given] [without] [condition]

?observable: at_least | next | highest | quiet | dead | stopped | posture | term | record

at_least: who ">=" RUNG [CHANNEL] [_AGAINST PARTY] _WITHIN DAYS
next: NEXT ["=" WHO] _WITHIN DAYS
highest: HIGHEST _WITHIN DAYS
quiet: QUIET [ALL] _FOR DAYS
dead: DEAD _WITHIN DAYS
stopped: STOPPED "(" ID ")"
posture: POSTURE "(" PARTY ")"
term: TERM "(" PARTY "," KIND ")"
record: RECORD "(" KIND ")"

given: _GIVEN edit ("+" edit)*
without: _WITHOUT ID ("+" ID)*
condition: _IF WHO ">=" RUNG [CHANNEL] [_AGAINST PARTY] [_WITHIN DAYS]

?edit: change | say | do | restrain | back | hold | open_channel | close_channel | dial

change: subject "." KIND "=" VALUE
say: first _BY PARTY [_TO PARTY]
do: first _DOES RUNG
restrain: RESTRAIN PARTY _BY PARTY
back: BACK PARTY _BY PARTY
hold: HOLD PARTY _FOR DAYS
open_channel: OPEN _CHANNEL _BY PARTY
close_channel: CLOSE _CHANNEL PARTY
dial: DIAL KIND "=" VALUE

// A name may be spelt like a keyword ("hold.hours", "next >= strike-home"), save that of a side
// that does something, where the word opens another edit.
who: WHO | NEXT | HIGHEST | QUIET | DEAD | STOPPED | POSTURE | TERM | RECORD
first: NAME
subject: first | RESTRAIN | BACK | HOLD | OPEN | CLOSE | DIAL

// Terminals of one shape and several names: what is missing can be called by its name.
WHO: /[a-z0-9][a-z0-9_-]{0,79}(?![a-zA-Z0-9_-])/
RUNG: /[a-z0-9][a-z0-9_-]{0,79}(?![a-zA-Z0-9_-])/
PARTY: /[a-z0-9][a-z0-9_-]{0,79}(?![a-zA-Z0-9_-])/
ID: /[a-z0-9][a-z0-9_-]{0,79}(?![a-zA-Z0-9_-])/
KIND: /[a-z0-9][a-z0-9_-]{0,79}(?![a-zA-Z0-9_-])/
NAME: /[a-z0-9][a-z0-9_-]{0,79}(?![a-zA-Z0-9_-])/
VALUE: /-?[a-z0-9][a-z0-9_.-]{0,79}(\+[0-9]+)?(?![a-zA-Z0-9_-])/
DAYS: /[0-9]+d(?![a-zA-Z0-9_-])/
CHANNEL: /(direct|proxy|covert)(?![a-zA-Z0-9_-])/

NEXT.2: /next(?![a-zA-Z0-9_-])/
HIGHEST.2: /highest(?![a-zA-Z0-9_-])/
QUIET.2: /quiet(?![a-zA-Z0-9_-])/
ALL.2: /all(?![a-zA-Z0-9_-])/
DEAD.2: /dead(?![a-zA-Z0-9_-])/
STOPPED.2: /stopped(?![a-zA-Z0-9_-])/
POSTURE.2: /posture(?![a-zA-Z0-9_-])/
TERM.2: /term(?![a-zA-Z0-9_-])/
RECORD.2: /record(?![a-zA-Z0-9_-])/
RESTRAIN.2: /restrain(?![a-zA-Z0-9_-])/
BACK.2: /back(?![a-zA-Z0-9_-])/
HOLD.2: /hold(?![a-zA-Z0-9_-])/
OPEN.2: /open(?![a-zA-Z0-9_-])/
CLOSE.2: /close(?![a-zA-Z0-9_-])/
DIAL.2: /dial(?![a-zA-Z0-9_-])/
_AGAINST.2: /against(?![a-zA-Z0-9_-])/
_WITHIN.2: /within(?![a-zA-Z0-9_-])/
_FOR.2: /for(?![a-zA-Z0-9_-])/
_GIVEN.2: /given(?![a-zA-Z0-9_-])/
_WITHOUT.2: /without(?![a-zA-Z0-9_-])/
_IF.2: /if(?![a-zA-Z0-9_-])/
_BY.2: /by(?![a-zA-Z0-9_-])/
_TO.2: /to(?![a-zA-Z0-9_-])/
_DOES.2: /does(?![a-zA-Z0-9_-])/
_CHANNEL.2: /channel(?![a-zA-Z0-9_-])/

%ignore " "
"""

ORDER = (
    "<observable> [direct|proxy|covert] [against <party>] within <n>d [given <edit> + ...] "
    "[without <id> + ...] [if <event>]"
)

CLAUSES = ("direct", "proxy", "covert", "against", "within", "for", "given", "without", "if")
"""The words that open a part of a question after its observable, in their order."""

OBSERVABLE = (
    "<party or side> >= <rung>, either >= <rung>, next, highest, quiet for <n>d, dead, "
    "stopped(<act>), posture(<side>), term(<side>, <name>) or record(<kind>)"
)

EDIT = (
    "<id>.<attribute> = <value>, <kind of signal> by <party>, <side> does <rung>, "
    "restrain <side> by <party>, back <side> by <party>, hold <side> for <n>d, "
    "open channel by <party>, close channel <party> or dial <name> = <x>"
)

CALLED = {
    "WHO": "a side, or either",
    "RUNG": "a rung of the ladder",
    "PARTY": "a party or side",
    "ID": "the id of an act or signal",
    "KIND": "a name",
    "VALUE": "a value",
    "DAYS": "a number of days, such as 30d",
    "CHANNEL": "direct, proxy or covert",
    "_CHANNEL": "channel",
    "__ANON_0": '">="',
    "EQUAL": '"="',
    "PLUS": '"+"',
    "DOT": '"."',
    "COMMA": '","',
    "LPAR": '"("',
    "RPAR": '")"',
    "$END": "the end of the line",
}
"""What the parser's terminals are called in an error; the rest are their own word."""
