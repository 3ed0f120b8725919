"""What a learner does in a widget is kept: one way for all of them to say what is saved."""

import traitlets

from crossroads.charts.widget import Answering
from crossroads.learn import answers
from crossroads.words.plain import unknown

LONGEST = 20_000  # characters of one answer; a page of text is some three thousand
SHOWN = 200  # characters of what another window saved


class Unfit(traitlets.TraitError, ValueError):
    """A value is none that a widget can have, which goes back to what it was."""


class Keeping(Answering):
    """A widget whose ``value`` is saved, each part of it as an answer of its own.

    `names` has what each part is saved under; where the ``whole`` is one answer, only its
    name counts. ``_kept`` has what of it is on disk, and ``_problem`` why the rest is not.
    """

    # Which case of the message ``answers-not-saved`` says what becomes of an answer.
    then = "answer"
    whole = False
    noun = "part"

    value = traitlets.Dict().tag(sync=True)
    _kept = traitlets.Any().tag(sync=True)
    _problem = traitlets.Unicode("").tag(sync=True)
    # Whether somebody else saved another version since; the page then asks which is to stay.
    _differs = traitlets.Bool(False).tag(sync=True)
    _settle = traitlets.Unicode("").tag(sync=True)

    def __init__(self, words, names, **state):
        self._names, saved = names, answers.saved_answers(words)
        self._disk, self._others, self._busy = self._mine(saved), {}, False
        self._fresh = set()
        value = self._value_of(self._disk)
        super().__init__(words, value=value, _kept=value, **state)
        self.observe(lambda change: self._keep(), "value")
        answers.on_save(self._hear)

    def _mine(self, saved):
        """Take what is this widget's out of all saved answers, by what it is saved under."""
        return {name: saved[name] for name in self._names if name in saved}

    def _value_of(self, mine):
        """Make the value from saved answers, of which some may not fit."""
        if not self.whole:
            return self._fitting({part: mine.get(name) for name, part in self._names.items()})
        found = next(iter(mine.values()), None)
        return self._fitting(found if isinstance(found, dict) else {})

    def _wrong(self, part, answer):
        """Say what is wrong with the answer for a part; nothing where it can be kept."""
        known = list(self._names.values())
        return "" if part in known else unknown(self.noun, part, known)

    def _fitting(self, given):
        """Keep of the parts of a value those that can be."""
        return {part: answer for part, answer in given.items() if not self._wrong(part, answer)}

    def _answers_of(self, value):
        """Give what is to be saved, by what it is saved under; what has become empty, too."""
        if self.whole:
            [name] = self._names
            return {name: value} if any(value.values()) or name in self._disk else {}
        found = {name: value[part] for name, part in self._names.items() if part in value}
        return {name: one for name, one in found.items() if one != "" or name in self._disk}

    @traitlets.validate("value")
    def _check(self, proposal):
        for part, answer in proposal["value"].items():
            if wrong := self._wrong(part, answer):
                raise Unfit(wrong)
        return proposal["value"]

    def _tell(self):
        """Say below the widget what became of the last action."""

    def _on_request(self):
        self._keep()

    def _keep(self):
        """Write all that differs from what is on disk; ask where somebody else wrote there."""
        if self._busy:
            return
        self._busy, self._fresh = True, set()
        try:
            self._settled()
            problem, followed = self._written(self._mine(answers.saved_answers()))
            if followed:
                self.value = self._value_of({**self._answers_of(self.value), **followed})
            with self.hold_sync():
                self._kept = self._value_of(self._disk)
                self._problem, self._differs = problem, bool(self._others)
                self._tell()
        finally:
            self._busy = False

    def _settled(self):
        """Do what the learner chose of two versions."""
        if self._settle:
            self._disk |= self._others
        if self._settle == "other":
            self.value = self._value_of({**self._answers_of(self.value), **self._others})
        self._settle = ""

    def _written(self, found):
        """Write what differs; give what went wrong, and what is to be taken over."""
        problem, long, followed, self._others = "", "", {}, {}
        for answer_id, answer in self._answers_of(self.value).items():
            before, last = self._disk.get(answer_id), found.get(answer_id)
            if answer_id in found and last == answer:
                self._disk[answer_id] = answer
            elif len(str(answer)) > LONGEST:
                long = self.words.say("answers-too-long", most=LONGEST)
            elif answer_id in found and last != before and answer == before:
                self._disk[answer_id] = followed[answer_id] = last
            elif answer_id in found and last != before:
                self._others[answer_id] = last
            elif not problem:
                problem = answers.try_to_save(self.words, answer_id, answer, self.then)
                if not problem:
                    self._disk[answer_id] = answer
                    self._fresh.add(answer_id)
                elif answer_id not in found:
                    self._disk.pop(answer_id, None)
        if self._others:
            shown = "; ".join(_shown(other) for other in self._others.values())
            shown = shown[:SHOWN] + " ..." * (len(shown) > SHOWN)
            problem = self.words.say("answers-changed", other=shown)
        return problem or long, followed

    def _hear(self, answer_id, answer):
        """Follow what another widget of this notebook saves, where this one has nothing new."""
        heard = self._mine({answer_id: answer})
        if self._busy or not heard:
            return
        wanted = self._answers_of(self.value)
        if wanted.get(answer_id) not in (answer, self._disk.get(answer_id)):
            return  # The next saving asks which is to stay.
        self._busy = True  # Who only hears writes nothing.
        try:
            self._disk |= heard
            self.value = self._value_of({**wanted, **heard})
            self._kept = self._value_of(self._disk)
            self._tell()
        finally:
            self._busy = False


class Listed(Keeping):
    """A widget that says of each part of its value, in ``_messages``, what became of it."""

    # What is said of a part that is saved, and of one that is no longer there.
    done = ("saved", "saved")

    _messages = traitlets.Dict().tag(sync=True)

    def __init__(self, words, names, **state):
        super().__init__(words, names, **state)
        self._messages = dict.fromkeys(self.value, words.say("saved-earlier"))

    def _tell(self):
        messages, wanted = dict(self._messages), self._answers_of(self.value)
        good = {None, *map(self.words.say, ("saved-earlier", *self.done))}
        for name, part in self._names.items():
            if name in wanted and wanted[name] != self._disk.get(name):
                messages[part] = self._problem
            elif name in self._fresh or messages.get(part) not in good:
                messages[part] = self.words.say(self.done[part not in self.value])
        self._messages = messages


def _shown(answer):
    """Write an answer of any kind in a few words."""
    if isinstance(answer, dict):
        return ", ".join(map(_shown, answer.values()))
    return "–" if answer is None else str(answer)
