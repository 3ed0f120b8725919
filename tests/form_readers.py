"""Three simulated readers of the short forms: what each looks at, written before any item.

A reader gets the words of an item as a learner sees them (passage, chart,
prompt, options) and never the key. They show that the forms tell apart who
reads how; they say nothing about people.
"""

import random
import re

MEASURED = re.compile(r"\d")
AHEAD = re.compile(r"\b(will|expected|forecast|anticipates|could)\b", re.I)
AT_SECOND_HAND = re.compile(r"\b(says?|said|message|received|told|named|passed)\b", re.I)
COMPARES = re.compile(r"\b(who|whom|else|near|compare|others?)\b", re.I)
OPEN = re.compile(r"\b(will|later|why|truth|nearer|right)\b", re.I)
ABSOLUTE = re.compile(r"\b(all|always|never|certain|certainly|proves?|surely|nothing)\b", re.I)


def words_of(text):
    return {word for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 3}


def overlap(item, option):
    return len(words_of(option) & words_of(item["passage"]))


def kind(item):
    """Name the kind of the statement that stands in the prompt's quotation marks."""
    statement = " ".join(re.findall(r"“([^”]*)”", item["prompt"]))
    return (
        "forecast" if AHEAD.search(statement) else "fact" if MEASURED.search(statement) else "judg"
    )


def pick(options, fits):
    return next((place for place, option in enumerate(options) if fits(option)), None)


def guessing(item, seed):
    """Look at nothing."""
    return random.Random(f"{seed} {item['prompt']}").randrange(len(item["options"]))


def careless(item):
    """Skim: numbers are facts; else whatever sounds most like the passage, longer first."""
    options = item["options"]
    if "kind" in item["prompt"]:
        return pick(options, lambda option: kind(item) in option.lower()) or 0
    return max(
        range(len(options)), key=lambda place: (overlap(item, options[place]), len(options[place]))
    )


def careful(item, hedges):
    """Ask of each item what it asks for, with what the lessons teach."""
    options, prompt, found = item["options"], item["prompt"].lower(), None
    if "kind" in prompt:
        found = pick(options, lambda option: kind(item) in option.lower())
    elif "way out" in prompt:
        found = pick(options, lambda option: words_in_list(option, hedges))
    elif "whose word" in prompt:
        found = pick(options, AT_SECOND_HAND.search)
    elif "agree" in prompt:
        found = pick(options, COMPARES.search)
    elif "cannot" in prompt:
        found = pick(options, OPEN.search)
    elif "how much" in prompt:
        values = [int(one) for one in item["chart"].values()]
        wanted = max(values) - min(values)
        found = pick(options, lambda option: re.findall(r"\d+", option) == [str(wanted)])
    if found is not None:
        return found
    return min(
        range(len(options)),
        key=lambda place: (len(ABSOLUTE.findall(options[place])), -overlap(item, options[place])),
    )


def words_in_list(option, hedges):
    return bool({*re.findall(r"[a-z]+", option.lower())} & {*hedges})
