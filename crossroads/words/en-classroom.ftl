# What a class's page says.

## The class's page

class-first = Take up first
class-first-item = { $kind ->
    [task] { $count } of { $learners } stopped at { $asked }
    [check] { $count } of { $learners } answered { $asked } otherwise than the record
   *[judged] { $count } of { $learners } judged this otherwise than the module
}: “{ $what }”
class-first-answer = Most often: “{ $answer }” ({ $learners }).
class-wrong-table = Commonest wrong answers
class-asked = Asked
class-answer = Answer
class-told = What the learner was told
class-record = ☑ { $choice } (the record)
class-scores-table = Brier scores over { $count ->
    [one] one forecast
   *[other] { SPELL($count) } forecasts
} with a base rate and an outcome: 0 is best, 0.25 is always 50 %
class-whose = Numbers
class-score = Brier score
class-numbers = { $whose ->
    [first] the class before the base rate
    [second] the class after it
    [middle] the class's median
    [even] always 50 %
   *[rate] the base rate alone
}

## The picture of a class

class-title = The class
class-about = Names are in the table class.csv and not here. Help for learning, not marks.
class-learners-counted = { $learners ->
    [one] one learner
   *[other] { SPELL($learners) } learners
}
class-finding = { CAPITAL(class-learners-counted) }.{ $case ->
    [empty] {""}
    [free] {" "}No task has stopped anybody so far.
   *[stopped] {" "}Task { $task }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } stopped most: { $most } of { $learners }.
}{ $untried ->
    [0] {""}
    [one] {" "}One task nobody has tried.
   *[other] {" "}{ CAPITAL(SPELL($untried)) } tasks nobody has tried.
}
class-tasks = Tasks, by learners: full, done; striped, stopped; pale, not tried
class-predictions = Predictions: how many chose what (full: most)
class-probabilities = Probabilities in percent: a mark a learner, a line at the median
class-tasks-table = Tasks: number of learners; attempts and hints of all
class-predictions-table = Predictions
class-probabilities-table = Probabilities (percent)
class-judgements-table = Statements judged: number of learners, most differences first
class-recodings-table = Stances coded again: number of learners, most differences first
class-stance = Stance
class-levels = The class
class-task = Task
class-task-named = task { $task }
class-done = Done
class-stopped = Stopped, or answer opened
class-open = Not tried
class-attempts = Attempts
class-hints = Hints
class-prediction = Prediction
class-question = Question
class-choice-made = Choice
class-learners = Learners
class-forecast = Forecast
class-statement = Statement
class-lowest = Lowest
class-middle = Median
class-highest = Highest
class-module = The module
class-differ = Differ from it
class-of = { $part } of { $all }
class-part = { $count }: { $choice }
class-choice = { $choice }: { $count }
class-median = Median: { $median }
