# What learning that transfers says, in English: base rates, pages left and come
# back to, an unseen article, forms before and after; see en.ftl.

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

## The picture of one's own course

course-measure = { $measure ->
    [answers] Questions, first answer and last
    [outside] Forecasts, before and after a base rate
    [kinds] Fact, judgement, forecast
    [verdicts] Verdicts as the record has them
   *[forecasts] Chance given to what happened
}
course-title = { $case ->
    [none] Your course stands here when you have answered
   *[some] { $up } of { $measures } went up, { $down ->
        [0] none
       *[other] { $down }
    } went down
}
course-subtitle = [muted|○] where you began, [record|●] where you end, in percent of answers that agree with the pack.
course-each = { $name }: { $before } %, then { $after } % (from { $before_count } and { $after_count }).
course-sentence = { $case ->
    [none] Nothing to compare yet: each line needs an answer from both sides.
   *[some] { $each } With so few answers, one more or less moves a mark far; another article is not equally hard.
}
course-source = Source: your saved answers on this computer, beside the tables claims, forecasts and questions.
course-axis = Percent
course-mark = { $name }, { $case ->
    [before] began
   *[after] ended
}: { $percent } %
course-compared = Compare
course-compared-all = everything
course-compared-guess = first answer and last
course-compared-lesson = early lessons and this one
column-measure = What
column-began = Began
column-began-count = Answers
column-ended = Ended
column-ended-count = Answers then

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
