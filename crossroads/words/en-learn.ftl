# What forms, tasks and the article to read say.
#
# A script fills in some facts itself, so that they stand in a message without
# a function or a case: what the script cannot work out is a message of its own.

## How to open a form: in a notebook, or on the pages that need no kernel

run-cell = { $place ->
    [page] In the notebook, run the cell
   *[notebook] Run the cell
}
explorer-place = { $place ->
    [page] With scripts switched on, this page shows the chart with its controls.
   *[notebook] Run the cell for the chart and its controls.
}
own-chart-place = { run-cell } for the chart and its controls.
question-place = { $place ->
    [page] With scripts switched on, this page takes your answer.
   *[notebook] Run the cell to answer; your answer is saved beside the notebook.
}
sheet-place = { $place ->
    [page] With scripts switched on, you can write on this page.
   *[notebook] Run the cell to write; your words are saved beside the notebook.
}
sharper-place = { $place ->
    [page] With scripts switched on, you can write on this page.
   *[notebook] Run the cell to write; your text is saved beside the notebook.
}
tagging-place = { run-cell } to sort the statements; each answer is saved beside the notebook.
score-place = { run-cell } to score; your scores are saved beside the notebook.
levels-place = { $place ->
    [page] With scripts switched on, this page keeps the level that you choose, and opens a sample.
   *[notebook] Run the cell to choose a level; it is saved beside the notebook.
}
forecasts-place = { run-cell } to write your numbers; they are saved beside the notebook.
recode-place = { run-cell } to choose a level and write your reason; both are saved beside the notebook, and the table stays as it is.

## Saved answers

saved = Saved.
saved-earlier = Saved earlier.
answers-unread = { $file } cannot be read ({ $reason }); it was left as it is.
answers-damaged = { $file }: line { $lines } cannot be read and was left as it is; { $count ->
    [0] no other answer is there.
   *[other] the other answers are there.
}
answers-guessed = { $file }: line { $lines } was saved by an editor in older letters; look whether yours are still right.
answers-copies = Beside { $file } lies { $copies }, perhaps made by a synchronised folder; the answers in it are not read. Bring them together before you hand in.
answers-not-saved = NOT saved: { $file } cannot be written ({ $reason }).{ $then ->
    [answer] {" "}Your answer counts until this notebook is closed.
    [answers] {" "}Your answers count until this notebook is closed.
    [version] {" "}Your version counts until this notebook is closed.
    [number] {" "}It is not scored until it is saved.
    [text] {" "}Copy your text before you close this notebook.
   *[score] {""}
}
answers-changed = NOT saved: another window saved this in the meantime: “{ $other }”. Which is to stay?
answers-too-long = NOT saved: it is longer than { $most } characters. Shorten it, and it is saved.
keep-waiting = Saving …
keep-busy = Not saved yet: Python is busy with a cell. It is saved when the cell has ended, if this page stays open.
keep-gone = Python was restarted or has stopped, and nothing more is saved here. Run this cell again, then go on.
keep-gone-typed = Python was restarted or has stopped, and nothing more is saved here. Copy what you have just typed, run this cell again, and go on.
keep-again = Save again
keep-mine = Keep what stands here
keep-other = Take what was saved there
page-not-saved = Not kept: this browser does not allow it. Copy or print your text before you close the page.

## Questions

question-predict = Save my prediction
question-check = Check my answer
question-choose-first = Choose one of the answers first.
question-again = Once more, from lesson { $lesson }: { $prompt }
question-later = The chart is open already: your prediction stays, and this is kept beside it as a later one.
question-predicted = Now look at the record. You may change your mind until you do.
question-correct = Correct. { $explanation }
question-not-yet = Not yet. { $feedback }

## Passages of the article, and sources

excerpt-credit = { $article }, { $count ->
    [one] paragraph { $paragraphs }
   *[other] paragraphs { $paragraphs }
}
excerpt-quoted = “{ $text }”
sources-behind = { $sources ->
    [one] one source
   *[other] { SPELL($sources) } sources
} behind { $rows ->
    [one] one row
   *[other] { SPELL($rows) } rows
}
column-title = Title
column-publisher = Publisher
column-published = Published
column-address = Address
column-how-read = How we know it

## Sorting statements

tagging-who = { $speaker }, paragraph { $paragraph }, { LOWER($how) }
tagging-item = { $number }. “{ $quote }”
tagging-compare = Compare with the module's coding
tagging-table = Table: your kinds and the module's
tagging-saved-earlier = Saved earlier:
tagging-left = { $left ->
    [one] One statement
   *[other] { CAPITAL(SPELL($left)) } statements
} to go.
tagging-all = { $all ->
    [one] All one statement are sorted.
   *[other] All { SPELL($all) } statements are sorted.
}
tagging-sort-first = Sort a statement first.
tagging-agree = You and the module agree on { $same } of { $sorted } { $sorted ->
    [one] statement
   *[other] statements
} ({ $percent }%). Whoever guessed would agree on about one in { $kinds }.
tagging-differ = To differ is not to be wrong: read the reason, and keep yours if it is better.
tagging-caption = Your kinds and the module's, those that differ first
tagging-statement = Statement
tagging-you = You
tagging-yours = { $kind } { $case ->
    [same] (same)
   *[differs] (differs)
}
tagging-module = The module
tagging-reason = The module's reason

## Tasks

task-head = Task { $task }
task-kind = { $kind ->
    [recall] Recall
    [chart] Chart
    [compute] Compute
    [interpret] Interpret
   *[create] Create
}
task-about = about { $number }
task-none = This pack has no tasks. The lesson goes on without them.
task-unknown = This pack has no such task: unknown task '{ $task }'; { $case ->
    [close] did you mean '{ $close }'? Known: { $known }
   *[far] Known: { $known }
}
task-without-rows = This pack does not have the rows that task { $task } asks about. Leave it out and go on with the next one.
task-put-answer = Type or choose your answer, then press Check.
task-set = { $said ->
    [right] Right so far: { $right }.
    [extra] Not in this list: { $extra }.
    [which] More than one person has the name { $which }; write it in full.
   *[missing] Still missing: { $missing }.
}
task-which = More than one person has the name { $name }. Write it in full.
task-unit = You wrote { $unit }; this task asks for { $asked }. Which number belongs to that?
unit-name = { $unit ->
    [percent] percent
    [points] a score, without a unit
    [seconds] seconds
    [minutes] minutes
    [hours] hours
    [days] days
    [weeks] weeks
    [months] months
    [years] years
    [money] an amount of money
    [distance] a distance
    [words] words
    [meetings] meetings
    [launches] launches
    [stances] stances
    [actors] actors
    [forecasts] forecasts
    [claims] claims
   *[rows] rows
}

check-head = { $result ->
    [correct] Correct.
    [not-tried] Not tried yet.
   *[other] Not yet.
}
check-saved-earlier = Saved earlier: { $given }. { $verdict }
check-for-a-hint = { $words } (**Hint** tells a little more.)
check-written = No answer is right or wrong here. Write yours in the box of task { $task }.
hint-number = Hint { $number }: { $hint }
hint-last = That was the last one. { $case ->
    [written] Write what you can; then look at the sample.
   *[judged] When you have tried an answer, **Show the answer** shows the way.
}
reveal-written = There is no right answer to open. A sample to compare with opens below the box of task { $task }, when you have written yours.
reveal-try-first = Try first.
reveal-check-first = Check an answer of yours first, even a guess.
reveal-answer = The answer: { $answer }.
feedback-failed = This answer could not be looked at ({ $kind }). Type it another way, and press Check again.

## A task with an answer in one's own words

levels-which = Which level does it reach? Your choice is saved at once.
levels-your-answer = Your answer
levels-sample = Show a sample answer
levels-write-first = Write your own answer first, { $count ->
    [one] one word
   *[other] { SPELL($count) } words
} at least; then the sample opens.
levels-a-sample = A sample answer, not the right one
levels-compare = What has it that yours has not? What has yours that it has not? Change your text or your level if you like.

## Progress

progress-state = { $state ->
    [done] done
    [tried] tried
   *[open] not tried yet
}
progress-attempts = { $count ->
    [one] one attempt
   *[other] { SPELL($count) } attempts
}
progress-hints = { $count ->
    [one] one hint
   *[other] { SPELL($count) } hints
}
progress-revealed = answer opened
progress-level = own level { $count }
progress-no-tasks = This pack has no tasks here.
progress-next = { $done } of { $all } tasks done. Next: task { $task }.
progress-all-done = { $all ->
    [one] All one task are done.
   *[other] All { SPELL($all) } tasks are done.
}
progress-task = Task
progress-what = What one does
progress-how-far = How far
progress-caption = Your tasks

## Sheets to write on

sheet-not-yet = Not saved yet.
sheet-one-word = { $count } word;
sheet-words = { $count } words;
sheet-page = a page holds about { $limit }.
sheet-over = { $over } more than a page holds.
sheet-at-work = Writing …

brief-heading = Brief
brief-about = On: { $article }
brief-write = Write { $file }
brief-nothing = There is nothing to write yet.
brief-not-yet = (nothing yet)
brief-written = Written: { $file }, beside this notebook, { $words ->
    [one] one word
   *[other] { SPELL($words) } words
}.
brief-moved = Another { $file } stood there; it is now { $copy }.
brief-not-written = NOT written: { $file } ({ $reason }).
brief-supported = What the record supports
brief-supported-hint = Two or three findings that matter to your reader, each with the claim or row behind it.
brief-not-supported = What it does not support
brief-not-supported-hint = Claims that hold only in part, or not at all. Which part?
brief-cannot-say = What the data cannot say
brief-cannot-say-hint = What your reader would like to know and no table tells. Why does none tell it?
brief-watch = What to watch, and by when
brief-watch-hint = An event, a day, and what would count as yes and what as no.
brief-recommendation = Recommendation, with reasons
brief-recommendation-hint = One thing to do first. On which finding does it rest? What would change your mind?

checklist-article = 1. Which article?
checklist-article-hint = Outlet, date, headline, address. How exactly is the date known?
checklist-money = 2. Who publishes it, and who pays?
checklist-money-hint = The owner, the funder, and where you read it. What might they like to hear?
checklist-voices = 3. Who speaks?
checklist-voices-hint = Each speaker, and who employs them. Who is spoken about and does not speak?
checklist-claims = 4. What does it claim?
checklist-claims-hint = Three to five claims, word for word. For each: fact, judgement or forecast?
checklist-hedges = 5. How sure does it sound?
checklist-hedges-hint = Words such as 'may', 'likely', 'analysts say'. What is left of the claim without them?
checklist-evidence = 6. What does the record say?
checklist-evidence-hint = For each claim a document, a date or a count that you looked up yourself, and where.
checklist-verdicts = 7. Your verdicts
checklist-verdicts-hint = Supported, partly, contradicted, or the data cannot say; each with its reason.
checklist-missing = 8. What does it leave out?
checklist-missing-hint = An event, a voice, a number, a second list that disagrees. Does it change the picture?
checklist-forecasts = 9. What does it expect?
checklist-forecasts-hint = For each forecast: by when, and what would count as come true? Some will be unresolvable.
checklist-doubt = 10. What would change your mind?
checklist-doubt-hint = The one piece of evidence that would turn your most important verdict round.

sharper-ask = Write a sharper forecast:
sharper-save = Save my forecast
sharper-what = What will happen?
sharper-when = By which day?
sharper-how = How would one know? What would you look up? What would show you wrong?
sharper-still-empty = Saved. Still empty: { $fields }
sharper-no-day = “{ $when }” is kept, and is no single day: write one such as 2027-03-31, and this asks you then how it came out.
sharper-day = { $case ->
    [past] { $day } has passed: name a day to come, or run the cell again to write how it came out.
   *[coming] Run this cell again after { $day }: it will ask you how it came out.
}
sharper-came = { $day } has passed: how did it come out?
sharper-came-hint = By your own rule above, and with where you looked. If the rule does not decide it, say so: that is a finding, too.

## Scores beside a rubric

score-rubric = Rubric
score-criterion = Criterion
score-level = Level { $level }
score-you = You
score-module = The module
score-why = Why
score-compare = Compare with the module's scores
score-then-open = Score it first. Then open for the module's scores.
score-first = Score this first: { $criterion }.
score-same = You and the module give the same score to { $same } of { $all } criteria. Where you differ, read the rubric again: you may be right.
score-both = Your scores and the module's
score-lift = What would lift it?
score-next = Next
score-next-level = The next level
score-change-one = Change one thing in your brief, the first of these.
score-highest = The highest level everywhere. Ask somebody else to score it, too.
score-brief-empty = Your brief is still empty; write it first.
score-no-rubric = This pack has no rubric for this lesson. Ask somebody to read your brief instead.

## Forecasts and their outcomes

forecasts-ask = How probable is each of these, as seen from { $day }?
forecasts-of = Show the forecasts of
forecasts-group = { $case ->
    [speaker] { $speaker }
    [others] The others
   *[all] All
} ({ $count })
forecasts-where = { $speaker }, paragraph { $paragraph }
forecasts-window = Counts: { $period }. { $note }
forecasts-percent = Your probability, in percent
forecasts-not-a-percent = Not saved: write a whole number from 0 to 100.
forecasts-stays = Opened: stays as it is.
forecasts-written = You have written { $written } of { $all }.
forecasts-taken-back = Taken back.
forecasts-open-list = { $outcome }: open the list

outcomes-one-by-one = Open the outcomes one by one,
outcomes-after = and only after you have written your own number for each.
outcomes-forecast = Forecast
outcomes-previous = Previous forecast
outcomes-next = Next forecast
outcomes-item = { $number }. { $statement }
outcomes-item-opened = { $number }. { $statement } (opened)
outcomes-said = You said: { $percent } %
outcomes-no-number = You have written no number for this one.
outcomes-open = Open the outcome
outcomes-open-unscored = Open it without a number (not scored)
outcomes-opened = { $opened } of { $all } opened
outcomes-known = Known by { $day }.
outcomes-score = You said { $percent } %. The distance from { $happened } is { $distance }; squared, { $squared }.
outcomes-nothing-to-score = You wrote no number for it, so there is nothing to score.
outcomes-not-scored = Not scored. { $outcome ->
    [mixed] A part of it happened and a part did not: neither 1 nor 0 would be fair.
    [unresolvable] The rule cannot decide: there is neither a 1 nor a 0 to compare with.
    [open] Nobody could know then.
   *[other] This outcome is neither a yes nor a no.
}

## Where an article comes from, and who speaks in it

origin-headline = Headline
origin-outlet = Outlet
origin-funder = Who pays for it
origin-date = Date
origin-day = { $date }{ $case ->
    [exact] {""}
   *[not] ; the exact day is not known
}
origin-byline = Author
origin-no-author = no author named
origin-contributor = Contributor
origin-address = Where to find it
origin-rights = What may be done with it
origin-date-note = How the date is known
speakers-head = { $count ->
    [one] one speaker
   *[other] { SPELL($count) } speakers
} and who stands behind them
speaker-no-employer = no employer named
speaker-about = { $employer }{ $told ->
    [named] {" "}(the article says so)
    [partly] {" "}(the article says so in part)
    [no] {" "}(the article does not say so)
   *[none] {""}
}; words { $words }, of these quoted { $quoted }.
marks-head = { $hedges ->
    [one] one hedge
   *[other] { SPELL($hedges) } hedges
} (underlined) and { $boosters ->
    [one] one booster
   *[other] { SPELL($boosters) } boosters
} (in a dashed box)
marks-credit = { $article }, paragraph numbers in front
marks-why-marked = Why each of these words is marked
marks-whole-list = The whole list: { $count ->
    [one] one word
   *[other] { SPELL($count) } words
}
marks-word = Word
marks-kind = Kind
marks-times = Times
marks-why = Why it is in the list, and where the list goes wrong

## Coding a stance again

recode-again = Code a stance again, with a reason.
recode-example = For example: { $example }
recode-about = { $actor }, { $when }, on { $issue }: { $evidence }
recode-name = { $when }, { $actor }
recode-row = Row { $stance } of the table; source: { $source }.
recode-coded = { $place }. { $case ->
    [once] It was coded once: { $first }.
    [settled] First coder: { $first }; second coder: { $second }. Settled: { $settled }
   *[open] First coder: { $first }; second coder: { $second }.
}
recode-issue = Issue
recode-stance = Stance
recode-which-level = Which level would you give it?
recode-no-level = No level fits
recode-reason = Your reason: which words of the evidence decide it?
recode-save = Save my version
recode-take-back = Take it back
recode-module = How did the module code it?
recode-choose-first = Choose a level first, or “No level fits”.
recode-write-reason = Write a reason first: which words of the evidence decide it?
recode-not-saved = Not saved. { $trouble }
recode-unknown-level = { $stance }: level { $level }; the codebook has { $levels }
recode-saved = Saved. The chart now has your version beside the module's.
recode-taken-back = Taken back. The chart has the module's version alone.

## Why an answer cannot be read; after each, what is asked for

typed-asked = This task asks for { $type ->
    [number] one number, such as 12
    [date] a day, such as 2012-07-01
    [month] a month, such as July 2012
    [choice] one of the letters, such as a
    [set] names, with a comma between them
   *[text] a word or a name
}.
typed-long = What you gave is very long ({ $size }).
typed-yes-or-no = { $given } is yes, no or nothing.
typed-table = That is a whole table; take one cell out of it.
typed-values = That has { $count } values; this task asks for one.
typed-function = That is a function, not its result; are brackets missing?
typed-type = That is a thing of Python's type { $type }.
typed-date = That is a date.
typed-not-comparable = That is no number that can be compared.
typed-not-finite = That is no finite number.
typed-no-number = No single number can be read in it.
typed-not-a-date = That is no date.
typed-two-days = Is that { $first } or { $second }? Write it so, as year-month-day.
typed-no-year = The year is missing.
typed-no-month = No month can be read in it.
typed-no-single-day = That is no single day; write day, month and year.
typed-no-day = No day can be read in it.
typed-empty = That is empty.
typed-no-such-letter = There is no such letter here; choose one of { $letters }.
typed-no-letter = That is no single letter.
typed-no-list = That is no list.
typed-many = That has { $count } values.

## A task as one form

ask-choose = Your answer
ask-field = Your answer
ask-check = Check
ask-hint = Hint
ask-reveal = Show the answer
ask-again = Another one
again-drawn = Drawn anew, with the number { $seed }.
again-code = The task above is now about other rows. Where it comes with code, run the code again.
again-none = The pack has no other rows for task { $task }; it stays as it is.
ask-place = { $place ->
    [page] With scripts switched on, this page takes your answer and tells you where you stand.
   *[notebook] Run the cell to answer; you are told at once where you stand.
}

## The article to read and to judge

reader-headline = “{ $headline }”: is that so?
reader-lead = { $count ->
    [one] One statement here can be opened.
   *[other] { $count } statements here can be opened.
} Judge one first; then see what the record says.
reader-credit = { $credit }. Quoted with credit.
reader-list = Statements
reader-mark = Statement { $number }, paragraph { $paragraph }
reader-unjudged = not judged yet
reader-seen = opened without judging
reader-mine = you: { $verdict }
reader-theirs = the record: { $verdict }
reader-ask = What will the record say of this statement?
reader-look = Show me without judging
reader-show = Judge and see
reader-choose = Choose one of the four first.
reader-record = What the record says
reader-your = Your judgement
reader-same = You and the record agree.
reader-differ = You and the record differ.
reader-looked = You opened this without judging. It does not count.
reader-not-yours = You have not judged this statement.
reader-evidence = The evidence
reader-no-evidence = No row of the tables is named as evidence.
reader-also = Also given for statement
reader-source = Source: { $title }, { $publisher }
reader-outcomes = What was to come, and what came
reader-outcome = { $outcome }: { $statement }
reader-undecided = Not decided on { $day }
reader-undecided-why = On that day nobody could know. What would decide it: { $rule }
reader-basis = The verdict is as of { $day }, { $case ->
    [exact] the article's day
   *[not] counted as the article's day
}: what is known now may explain it, but what came later counts neither for nor against it.
reader-basis-later = Judged by what was known on { $known }. On { $day }, the article's day, it could not be judged yet.
reader-unknown-then = What decided it became known only after { $day }. What was known then:
reader-reason = Why do you think so? (if you like)
reader-keep = Keep my reason
reader-kept = Saved.
reader-not-kept = Not saved yet.
reader-next = Next statement
reader-before = Previous statement
reader-close = Back to the text
reader-several = These words belong to { $count } statements
reader-day = Evidence known
reader-day-now = now
reader-day-then = { $case ->
    [exact] on { $day }, the article's day
   *[not] in { $date }, counted as { $day }
}
reader-then-same = On that day the same was known.
reader-then-known = Evidence already known on that day: { $then } of { $now }.
reader-then-later = Not decided yet on that day, of the statements that you opened: { $count }.
reader-then-decided = On that day every statement that you opened was decided already.
reader-progress = { $judged } of { $all } judged
reader-filter-all = All
reader-filter = { $verdict }: { $count }
reader-filter-label = Show what the record says of the statements that you opened
reader-filter-whose = The record, of what you opened:
reader-difference = Where you and the record differ
reader-no-difference = So far you and the record agree everywhere.
reader-map = Paragraphs, with a square for each statement
reader-paragraphs = Paragraphs
reader-term = In the glossary
reader-about = { $speaker } · { $how } · { $kind } · paragraph { $paragraph }
reader-about-headline = { $speaker } · { $how } · { $kind } · headline and caption
reader-notes = What the record says of each statement: open a note when you have judged it yourself
reader-four = What the four answers mean
reader-how-coloured = Now the article shows what the record says of each statement; a full sign stands where you judged, too. Open a passage for the reasons and the evidence. The bar above picks one verdict.
reader-begin = Begin with this statement, or open any underlined passage.
reader-go-on = Go on with this statement, or open any underlined passage.
reader-no-chart = No chart here shows it.
reader-chart = Open the chart that shows it
reader-return = Back to the statement

## The outside view: a base rate after a first number

outside-rate = { $hits } of { $cases } { $what }: { $percent } %. { $note }
outside-ask = How often, in the years before?
outside-kept = Your first number, { $first } %, is kept. Change the field, or leave it.
outside-forecast = Forecast
outside-first = First number
outside-second = Second number
outside-rate-column = Base rate
outside-happened = Happened
outside-mean = Brier score
outside-caption = Before and after the base rate
outside-listed = Base rates of all forecasts, and why some have none
outside-nothing = Nothing to compare yet: write a number, look at its base rate, then open the outcome.
outside-scores = Over { $count ->
    [one] one forecast
   *[other] { SPELL($count) } forecasts
}, your first numbers score { $first }, your second { $second }; always 50 % scores { $even }, the base rate alone { $rate }. { $case ->
    [same] Looking at the base rate left your score as it was.
   *[moved] Your { $side } numbers came nearer.
} So few forecasts show how to do it, not how good you are.

## Leave the page: a log of what was looked up elsewhere

needs-shelf = a shelf for { $task }
lateral-where = Place { $entry }: where did you look?
lateral-where-hint = Whose page, and of which day? How did you come to it?
lateral-where-short = where
lateral-found = Place { $entry }: what did you find?
lateral-found-hint = One sentence that answers the question, or that it says nothing.
lateral-found-short = what was found
lateral-trust = Place { $entry }: how far would you trust it, and why?
lateral-trust-hint = Who says so? Whose words does it rest on? Does anything else agree?
lateral-trust-short = how far to trust it
lateral-minutes = Place { $entry }: how many minutes?
lateral-minutes-hint = A whole number.
lateral-minutes-short = minutes
lateral-look-over = Look over my log
lateral-empty = Your log is empty. Look in one place, and write where and what you found.
lateral-lacking = Place { $entry } still lacks: { $parts }.
lateral-no-minutes = Place { $entry }: its minutes are no whole number, and were not added; your text is kept.
lateral-count = { $places ->
    [one] One place
   *[other] { CAPITAL(SPELL($places)) } places
}, { $minutes ->
    [one] one minute
   *[other] { SPELL($minutes) } minutes
} in all.
lateral-place = { $title } ({ $publisher }, { $day })
lateral-no-day = no day given
lateral-sample = A sample log, filled from the shelf; the minutes are what we would allow

## Short forms before and after

needs-forms = short forms
forms-passage = Passage { $number }
forms-open = Open the form: eight items, ten minutes
forms-run = Run the cell for the short form { $when ->
    [before] before the course
   *[after] after the course
}: eight items, ten minutes. You are not told what is right until both forms are done.
question-save = Save my answer
forms-not-done = Key and reasons stand here when you have answered every item of both forms; then run the cell again.
forms-reasons = Key and reasons of both forms
forms-change-few = Before and after: { $learners ->
    [0] no learner has
    [one] one learner has
   *[other] { SPELL($learners) } learners have
} completed both forms; with fewer than { SPELL($enough) }, no change is named.
forms-change = Before and after: { SPELL($learners) } learners completed both forms. On average they had { $mean } of { SPELL($items) } items more right after than before (95 in 100 such classes drawn from this one lie between { $low } and { $high }). { $case ->
    [open] No change at all lies within that, so this class shows none for certain.
   *[clear] No change at all lies outside that.
} Why they changed the forms cannot say: no class without the course stands beside it, the forms are equal in construction only, and nobody has tried them with a class before.
