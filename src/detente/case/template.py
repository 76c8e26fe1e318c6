"""The starter case that `detente new` writes: small, complete, valid, and full of explanations."""

from __future__ import annotations

import re

from detente.case.formula import is_id
from detente.errors import UsageError

__all__ = ["new_case_text"]

_TEXT = """\
# A dispute case. Everything here is made up; replace it piece by piece and run
#   detente check .        what is wrong, and where
#   detente stability .    which outcomes hold, for whom, and why
# Text needs quotes only where it holds `: ` or ` #`, or a comma inside {…}.
format: dispute-case/1

case:
  id: ID
  title: TITLE
  question: Will the two valleys share the river before the next dry summer?
  as_of: 2024-03                 # nothing dated later may be used as evidence
  horizon: 2024-12-31
  audience: A mediator with ten minutes to read.

# What you rest on. A reference such as `letter¶2` means paragraph 2 of the source `letter`.
sources:
  letter:
    title: Letter of the upper valley to the river board
    issued: 2024-02-11
    reliability: C               # the source, A (completely reliable) to F (cannot be judged)
  minutes:
    title: Minutes of the river board
    issued: 2024-03-02
    reliability: B

evidence:
  e1:
    claim: The upper valley needs a reservoir to get through another dry year.
    source: letter
    paragraph: 2
    date: 2024-02-11
    credibility: 2               # the claim, 1 (confirmed) to 6 (cannot be judged)
    basis: reported              # reported, inference or opinion

# Who decides, and who matters without a move of its own.
actors:
  upper: {name: Upper Valley, long: Farmers and towns upstream}
  lower: {name: Lower Valley, long: Farmers and towns downstream}
  board: {name: River board, role: audience}

# What each can do. An id is `actor.verb`; an option is taken or not taken.
options:
  upper.dam: {label: Build the reservoir, because: [e1]}
  upper.release: {label: Promise water in July and August, because: [minutes¶4]}
  lower.pay: {label: Pay for half of the reservoir, because: [minutes¶5]}
  lower.sue: {label: Take the upper valley to court, because: [minutes¶7]}

# What cannot happen together. Conditions are made of ids with
#   not   and   or   A if B   A only if B   A iff B   ( )
rules:
  - not (lower.pay and lower.sue)

# Facts of the world that no party decides.
context:
  e.drought: {label: The summer is dry, value: no}

# Names for joint conditions. Put them here and not under `rules`: a rule would keep a party
# from ever taking its word back.
propositions:
  bargain: {label: Water against money, when: upper.release and lower.pay}

# Names for what people talk about; questions and indicators refer to them.
outcomes:
  deal: {label: A shared reservoir, when: upper.dam and bargain}
  alone: {label: A reservoir of the upper valley alone, when: upper.dam and not bargain and not lower.sue}
  dispute: {label: A reservoir fought over in court, when: upper.dam and lower.sue}
  waiting: {label: Nothing is built, when: not upper.dam}

# Today. What is left out is not taken.
status_quo: {}

# What each wants, most important first: a statement outranks all those below it together.
#   about_equal: true   ranks a statement level with the one above it
#   unsure: true        lets the uncertainty analysis swap it with its neighbours
preferences:
  upper:
    - {want: not lower.sue, because: [letter¶3]}
    - {want: upper.dam, because: [e1]}
    - {want: lower.pay, because: [letter¶5]}
    - {want: upper.release only if lower.pay, because: [{modeller: no promise without money}]}
  lower:
    readings:                    # competing accounts of one party; the first is used unless
      trusting:                  # another is chosen
        label: Takes the promise at its word
        because: [minutes¶5]
        order:
          - {want: upper.release, because: [minutes¶4]}
          - {want: lower.pay iff upper.release, because: [minutes¶5]}
          - {want: lower.sue if (upper.dam and e.drought), because: [minutes¶7]}
          - {want: not lower.sue, because: [minutes¶7], unsure: true}
      burnt:
        label: Remembers the broken promise of the last drought
        because: [minutes¶6]
        order:
          - {want: not upper.dam, because: [minutes¶6]}
          - {want: lower.sue if upper.dam, because: [minutes¶7]}
          - {want: not lower.pay, because: [minutes¶6]}
          - {want: not lower.sue, because: [minutes¶7], about_equal: true}

# Changes to try out side by side.
what_if:
  no_trust: {label: The lower valley trusts nobody, readings: {lower: burnt}}
  dry_year: {label: A dry summer, context: {e.drought: yes}}

timeline:
  - {date: 2023-07, title: The river runs dry below the weir, because: [minutes¶6]}
  - {date: 2024-02-11, title: The upper valley announces a reservoir, by: upper, on: lower,
     score: -3, because: [e1]}            # from -10, conflict, to +10, cooperation
  - {date: 2024-06, title: The board votes on the permit, status: expected, because: [minutes¶9]}

questions:
  q1:
    ask: Will the two valleys sign an agreement on the reservoir by 31 December 2024?
    outcome: deal
    resolves: Both councils publish the same signed text.
"""


def new_case_text(id: str, title: str) -> str:
    """Return the text of a new case: commented, valid, about two made-up valleys and a river.

    Raises `UsageError` where the id cannot be one, or the title is empty.

    >>> new_case_text("ford-talks", "Talks about: the ford").splitlines()[7:9]
    ['  id: ford-talks', '  title: "Talks about: the ford"']
    >>> new_case_text("ford talks", "Talks")
    Traceback (most recent call last):
    detente.errors.UsageError: this cannot be the id of a case: found `ford talks`; ...
    """
    if not is_id(id):
        hint = "use letters, digits, `-`, `_` and `.`, such as `ford-talks`"
        raise UsageError("this cannot be the id of a case", found=id, hint=hint)
    title = " ".join(title.split())
    if not title or not title.isprintable():
        raise UsageError("a case needs a title of one line", found=title, hint="give it in words")
    return _TEXT.replace("id: ID", f"id: {id}").replace("title: TITLE", f"title: {_quoted(title)}")


_PLAIN = re.compile(r"[^\W_][^:#{}\[\],&*!|>'\"%@`\\]*")


def _quoted(title: str) -> str:
    """Return a title as YAML holds it: in quotes where it has signs that mean something there."""
    if _PLAIN.fullmatch(title) and title != "null":
        return title
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
