# What charts, forms and messages say, in English. Tables of a pack hold everything else.
#
# A fact ($days) is worked out and tested in Python; so is every case by which a
# message chooses its words. A number below thirteen is spelled by SPELL; a
# sentence's first letter is made large by CAPITAL, or at the start of a title or
# a sentence by itself. MONTH and YEAR shorten a date. A pack may replace any
# message in a file words.ftl of its own.

## Dates, numbers, lists

number-spelled = { $number ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
   *[12] twelve
}
no-date = no date
period = { $case ->
    [month] { $start_day }-{ $end }
    [year] { $start_day } { $start_month } - { $end }
   *[apart] { $start } - { $end }
}
number-none = none
years = { $first }-{ $last }
months = { $first }-{ $last } { $year }
months-short = { $first }-{ $last }
short-date = { $day } { $month } { $year }
of-country = { $name }, { $country }
launch-day = Day with launches
launch-days = Days with launches
launch-day-title = { $number ->
    [one] One missile launch
   *[other] { CAPITAL(launch-day-count) }
}: { $names }
launch-day-count = { SPELL($number) } missile launches
dated-title = { $when }: { $title }
# How Plotly writes months and years on an axis: https://d3js.org/d3-time-format
axis-month = %b
axis-year = %Y

## What all charts share

needs-options = rows to choose from under “{ $control }”
article-day = the article's day
article-after = after the article
article-then = after it
filled-key = { $code ->
    [named] [record|●] named in the article
    [implied] [record|⊙] only implied
   *[no] [record|○] left out
}
seen-everything = Everything in the record
seen-article-day = The article's day ({ $day })
seen-end-of-year = The end of { $year }

## Heads of tables

column-event = Event
column-first-day = First day
column-last-day = Last day
column-disagreement = Where sources differ
column-actor = Actor
column-expected = Expected
column-issue = Issue
column-other-rows = Other rows
column-own-stance = Own stance
column-position = Position
column-steps-apart = Steps apart
column-what-was-expected = What was expected
column-what-was-said-or-done = What was said or done
column-who-says-so = Who says so
column-whose-words = Whose words
column-your-version = Your version
column-number = No.
column-date = Date
column-place = Place
column-in-article = In the article
column-leader = Leader
column-meetings = Meetings
column-half-year = Half-year

## What a pack lacks

left-out = This part needs { $what }, which this pack does not have. The lesson goes on without it.
name-not-there = Nothing is called “{ $name }” here yet. If an earlier cell makes it: choose Run, then “Run All Above Selected Cell”, in the menu at the top, and run this cell again. Else look at how it is spelt.
needs-tables = { $count ->
    [one] the table { $tables }
   *[other] the tables { $tables }
}
needs-questions = { $count ->
    [one] the question { $questions }
   *[other] the questions { $questions }
}
needs-passage = the row { $passage } in the table passages
needs-sample = the row { $sample } in the table samples
needs-codes = the codes of { $column } in the table codes
needs-claim = a claim with evidence
needs-stance = an own stance in the table stances
needs-forecast = a forecast with the outcome { $outcome }

## Codes in a line of evidence, where a pack has no labels for them

code-missile-tests-outcome = { $outcome ->
    [success] counted as a success
    [failure] counted as a failure
   *[unknown] outcome unknown
}
code-threads-state = { $state ->
    [step] a step
   *[open] { links-state }
}
code-hedges-kind = { hedge-kind }
