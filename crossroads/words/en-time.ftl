# Charts of time: meetings, contacts, launches, and what followed.

## Dates, numbers

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

## What several charts say

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

column-number = No.
column-date = Date
column-place = Place
column-in-article = In the article
column-leader = Leader
column-meetings = Meetings
column-half-year = Half-year

## How often a leader met each other

counts-year = Year
counts-year-all = All years
counts-times = { $count ->
    [one] once
    [2] twice
   *[other] { SPELL($count) } times
}
counts-each = { $name } { counts-times }
counts-title = { $leader } met { $top } most{ $case ->
    [year] {" "}in { $years }
   *[whole] {""}
}, { $tops ->
    [one] { counts-times }
   *[other] { counts-times } each
}; the article speaks of { $spoken ->
    [none] none of these meetings
    [only] meetings with { $with } only
   *[every] meetings with { $with }
}
counts-subtitle = Meetings of { $leader }, { $years }: [record|■ named in the article]{ $implied ->
    [0] {""}
   *[other] , [record|▨ implied], but not named
}, [record|□ left out]
counts-sentence = In { $years }, { $leader } met { $each }.
counts-source = Source: table events, rows of kind summit; each row names its source.

## Who met whom when

meetings-who = Meetings with
meetings-who-all = All leaders
meetings-seen = Seen from
meetings-beside = Show beside them
meetings-beside-none = Nothing
meetings-count = { $count ->
    [one] one meeting
   *[other] { SPELL($count) } meetings
}
meetings-whom = { $who ->
    [all] other leaders
   *[other] { $whom }
}
meetings-title = { $case ->
    [none] No meeting was known then
    [then] { meetings-count }, { COUNT($named) } named in the article; the last known then: { $last }, { MONTH($date) }
   *[record] { meetings-count }, { COUNT($named) } named in the article; the last: { $last }, { MONTH($date) }
}
meetings-subtitle = Meetings of { $leader } with { meetings-whom }{ $signs ->
    [0] {""}
   *[other] : { $key }
}
meetings-span = { $span ->
    [day] on { $end }
   *[days] from { $start } to { $end }
}
meetings-silence = { $silence ->
    [none] {""}
    [article] ; from then to { article-day } the record has none for { meetings-days }
   *[day] ; from then to { $until } the record has none for { meetings-days }
}
meetings-days = { $days ->
    [one] one day
   *[other] { SPELL($days) } days
}
meetings-also = { $beside ->
    [nothing] {""}
   *[some] {" "}{ CAPITAL(meetings-also-count) } beside them.
}
meetings-also-count = { $number ->
    [one] one { LOWER($kind) }
   *[other] { SPELL($number) } { LOWER($kinds) }
}
meetings-sentence = { $case ->
    [none] No meeting of { $leader } with { meetings-whom } was known then.
   *[known] { $leader } had { meetings-count } with { meetings-whom }, { meetings-span }{ meetings-silence }.
}{ meetings-also }
meetings-none = no meeting for { meetings-days }
meetings-source = Source: table events; each row names its source and where sources differ.{ $launches ->
    [listed] {" "}Launches: table missile_tests.
   *[none] {""}
}
meetings-needs = a meeting of { $leader } with somebody else (an event of kind summit)

## Contacts for each half-year

contacts-country = Contacts with
contacts-country-all = All countries
contacts-seen = Seen from
contacts-whom = { $country ->
    [all] other countries
   *[other] { $whom }
}
contacts-total = { $total ->
    [one] one meeting or round of talks
   *[other] { SPELL($total) } meetings and talks
}
contacts-title = { $case ->
    [none] No meeting and no talks in the record
    [end] { contacts-total }; the last one on { $end }
   *[quiet] { contacts-total }; then none for { contacts-days }, from { MONTH($end) } to { MONTH($until) }
}
contacts-days = { $days ->
    [one] one day
   *[other] { SPELL($days) } days
}
contacts-head = { $kind }, { $number }
contacts-subtitle = Each mark is a meeting or a round of talks of { $side } with { contacts-whom }, near ones in a pile{ $signs ->
    [0] {""}
   *[other] : { $key }
}
contacts-meetings = { $meetings ->
    [one] one leaders' meeting
   *[other] { SPELL($meetings) } leaders' meetings
}
contacts-rounds = { $talks ->
    [one] one round
   *[other] { SPELL($talks) } rounds
}
contacts-sentence = { $case ->
    [none] The table has no contact with { contacts-whom } in this time.
   *[some] The table has { contacts-meetings } and { contacts-rounds } of officials' talks with { contacts-whom }. { $peak ->
        [last] The last falls in { $last }.
       *[earlier] { $busiest } has the most ({ $most }); the last falls in { $last }.
    }
}
contacts-bracket = none for { contacts-days }
contacts-needs = a leaders' meeting or officials' talks with another country
contacts-source = Source: table events, kinds summit and talks, without visits to an ally and messages; not every contact.

## What followed two meetings

aftermath-within = Within
aftermath-kind = Show
aftermath-kind-none = Everything below
aftermath-years = { $years ->
    [one] 1 year
   *[other] { $years } years
}
aftermath-title = { $kinds } within { aftermath-years }: { $counts }
aftermath-needs = two actors of two countries in the event “{ $name }”
aftermath-subtitle = Days since the end of each meeting. [record|Filled]: named in its article; [record|dotted]: implied; [record|hollow]: left out; paler: after the article
aftermath-not-kept = not kept
aftermath-after = { $kept ->
    [no] { aftermath-not-kept }
   *[yes] { $number ->
        [0] { number-none }
       *[other] { $number }
    }
} after { $name }
aftermath-lane = { $name }: { LOWER($kinds) }, { $kept ->
    [no] { aftermath-not-kept }
   *[yes] { COUNT($number) }
}
aftermath-number = { LOWER($kinds) } { $kept ->
    [no] { aftermath-not-kept } in the table
   *[yes] { $number }
}
aftermath-story = { $name }, within { aftermath-years }: { $counts }{ $again ->
    [no] {""}
   *[yes] ; the same two met again after { $days } days
}{ $record ->
    [whole] {""}
   *[short] ; the record ends on { $end }, before the window does
}.
aftermath-sentence = { $stories }
aftermath-source = Source: table events of each pack. Each is a selection, made by different rules.
column-meeting = Meeting
column-days-later = Days after
column-when = When
column-kind = Kind
column-what = What

## Launches for each period

table-named = table { $table }
launch-count = { $total ->
    [one] one launch
   *[other] { SPELL($total) } launches
}
of-type = { $missiles ->
    [all] {""}
   *[other] {" "}of { SMALL($type) }
}
launches-period = Count by
launches-period-Q = Quarters
launches-period-M = Months
launches-period-Y = Years
launches-missiles = Missiles
launches-missiles-all = All types
launches-beside = Show above
launches-beside-none = Nothing
launches-beside-both = Both
# The rows of exercises are decisions about exercises as well as exercises.
launches-events = { $kind ->
    [exercise] { $kinds } held, ended or put off
   *[other] { $kinds }
}
launches-title = { $meeting ->
    [none] { launches-before } up to the article's day
   *[named] No launch{ of-type }{ $quiet ->
        [no] {""}
       *[yes] {" "}for { $days ->
            [one] one day
           *[other] { SPELL($days) } days
        }
    } before { $place }, { $then ->
        [0] and none
       *[other] then { SPELL($then) }
    } up to the article's day
}
launches-before = { $before ->
    [one] one launch
   *[other] { SPELL($before) } launches
}
launches-subtitle = One mark is one launch{ of-type }, stacked by { $period ->
    [Q] quarter
    [M] month
   *[Y] year
}: [record|■] up to the article's day, [after|■] after it{ $apart ->
    [yes] , [ink|■] { SMALL($apart_type) }
   *[no] {""}
}{ $gap ->
    [no] {""}
   *[yes] ; tinted: no launch
}
launches-quiet = { meetings-days } without a launch
launches-known = { $total ->
    [0] {""}
   *[other] : { COUNT($before) } up to the article's day and { COUNT($after) } after it{ $meeting ->
        [none] {""}
       *[named] . Between the meeting in { $place }, which ended on { $end }, and the article's day it has { COUNT($then) }
    }{ $gap ->
        [no] {""}
       *[yes] . The longest time between two of them is { launches-longest }, from { $first } to { $last }
    }
}
launches-longest = { $longest ->
    [one] one day
   *[other] { SPELL($longest) } days
}
launches-sentence = In { $years } the list has { launch-count }{ of-type }{ launches-known }.{ $compared }
launches-compared = { $case ->
    [none] The table has no { SMALL($events) } in these years.
    [all] All { launches-having } have { SMALL($events) }.
   *[some] In the { launches-having } with { SMALL($events) } it has { launches-number }, in the { launches-lacking } { COUNT($others) }.
}
launches-having = { SPELL($having) } { $period ->
    [Q] { $having ->
        [one] quarter
       *[other] quarters
    }
    [M] { $having ->
        [one] month
       *[other] months
    }
   *[Y] { $having ->
        [one] year
       *[other] years
    }
}
launches-lacking = { SPELL($lacking) } other { $period ->
    [Q] { $lacking ->
        [one] quarter
       *[other] quarters
    }
    [M] { $lacking ->
        [one] month
       *[other] months
    }
   *[Y] { $lacking ->
        [one] year
       *[other] years
    }
}
launches-number = { $number ->
    [one] one launch
   *[other] { SPELL($number) } launches
}
launches-rest = { CAPITAL(launches-lacking) }
launches-source = Sources: { $sources }.
column-period = Period
column-launches = Launches

## What was launched, and what was not

kinds-year = Year
kinds-year-all = All of them
kinds-beside = Show as well
kinds-beside-none = Nothing
kinds-beside-other-list = Days that only the second list has
kinds-only = Only on: { $list }
kinds-when = {" "}({ $when })
kinds-each = { $number } { $type }
kinds-days = { $days ->
    [one] one day
   *[other] { SPELL($days) } days
}
kinds-nuclear = { $nuclear ->
    [one] one { LOWER($test) }
   *[other] { SPELL($nuclear) } { LOWER($tests) }
}
kinds-title = { $years }: { launch-count }{ $case ->
    [none] {""}
    [one] {" "}of { SMALL($most) }
    [type] , all of { SMALL($most) }
   *[types] , { COUNT($number) } of { SMALL($most) }
}, { kinds-nuclear }
kinds-subtitle = One mark is one launch or event: { $year ->
    [all] { kinds-tenses }
   *[year] { $tenses ->
        [both] { kinds-tenses }, all of { $years }
        [after] [after|■] in { $years }, after the article's day
       *[before] [record|■] in { $years }
    }; [muted|■] in other years
}; empty: none
kinds-tenses = [record|■] up to the article's day, [after|■] after it
kinds-sentence = In { $years } the list has { launch-count }{ $case ->
    [none] {""}
   *[some] {" "}on { kinds-days }: { $each }{ $lacking ->
        [none] {""}
       *[some] ; it has no { $without }
    }
}. The table of events has { kinds-nuclear }{ $tested }.{ $beside ->
    [none] {""}
   *[some] {" "}{ $also }: { kinds-also-days }{ $also_when }.
}
kinds-also-days = { $also_days ->
    [one] one day
   *[other] { SPELL($also_days) } days
}
kinds-source = Sources: { $sources }.
column-how-many = Number
column-days = Days
column-as-listed = As listed

## Launches before and after each meeting

windows-days = Days before and after
windows-who = Meetings
windows-who-all = All of them
windows-who-named = Those that the article names
windows-who-one = Those with { $name }
windows-missiles = Missiles
windows-missiles-all = All types
windows-meeting = { $name }, { $date }
windows-rest = { $case ->
    [all] { CAPITAL(windows-meetings) }
   *[others] { $rest ->
        [one] One other meeting
       *[other] { CAPITAL(windows-others) }
    }
}: no launch in these days
windows-meetings = { $rest ->
    [one] one meeting
   *[other] { SPELL($rest) } meetings
}
windows-others = { SPELL($rest) } other meetings
windows-count = { $total ->
    [one] one meeting
   *[other] { SPELL($total) } meetings
}
windows-title = { $case ->
    [none] The table has no such meeting
   *[some] Launches in { $days } days: up after { COUNT($more) } of { windows-count }, down after { COUNT($fewer) }{ $quiet ->
        [0] {""}
       *[other] ; { COUNT($quiet) } had no launch
    }
}
windows-subtitle = [record|┃] one launch{ of-type }, and its day in each row; [ink|◆] one meeting, with { $days } days before and after it and the number of launches in each
windows-whom = { $who ->
    [all] {""}
    [named] {" "}that the article names
   *[other] {" "}with { $whom }
}
windows-overlap = { $twice ->
    [0] {""}
   *[other] {" "}But the times overlap: { $inside ->
        [one] one launch, counted
       *[other] { $inside } different launches, { $overlap ->
            [all] all
           *[some] { COUNT($twice) }
        } of them counted
    } more than once.
}
windows-sentence = { $case ->
    [none] The table has no such meeting up to the article's day.
   *[some] Launches{ of-type } in the { $days } days after a meeting, against the { $days } days before it. Of { windows-count }{ windows-whom }, { COUNT($more) } had more, { COUNT($fewer) } had fewer and { COUNT($same) } had as many. The counts add up to { $before } before and { $after } after.{ windows-overlap }
}
windows-source = Sources: { $sources }.
column-before-days = { $days } days before
column-after-days = { $days } days after
column-before-rate = Before, per { $month } days
column-after-rate = After, per { $month } days

## The same launch on two lists

lists-by = Compare by
lists-by-printed = Day as each list prints it
lists-by-moved = Local day in the first list
lists-by-local = Local day in both, slips mended
lists-years = Years
lists-years-known-then = { $year } to the article's day
lists-found-both = On both lists
lists-found-first = Only on the first list
lists-found-second = Only on the second list
lists-row-both = The same day on both lists
lists-row-pair = The same launch, one day apart
lists-row-first = First list only: { $list }
lists-row-second = Second list only: { $list }
lists-example = For example, { $what }: { $day } on the first list, { $other } on the second.
lists-compared = { $by ->
    [printed] the day that each list prints
    [moved] the local day for the first list, the printed day for the second
   *[local] the local day, known slips mended
}
lists-days = { $days ->
    [one] one day
   *[other] { SPELL($days) } days
}
lists-title = { $case ->
    [none] Neither list has a launch in this time
    [pairs] Two lists: { $both ->
        [0] no launch day agrees
        [one] one launch day agrees
       *[other] { SPELL($both) } launch days agree
    }, { $pairs ->
        [one] one is
       *[other] { SPELL($pairs) } are
    } one day apart, { COUNT($alone) } { $alone ->
        [0] is
        [one] is
       *[other] are
    } on one list only
   *[some] Of { $total ->
        [one] one launch day
       *[other] { SPELL($total) } launch days
    }, { COUNT($both) } { $both ->
        [0] is
        [one] is
       *[other] are
    } on both lists
}
lists-subtitle = A block for each day with a launch, { $when }, compared by { lists-compared }: [record|■] on both lists, [record|□] on one{ $late ->
    [none] {""}
   *[some] ; [after|■] after the article's day
}
lists-both = { $both ->
    [one] one day is
   *[other] { SPELL($both) } days are
}
lists-on-first = { $on_first ->
    [one] one launch day
   *[other] { SPELL($on_first) } launch days
}
lists-sentence = { $case ->
    [none] Neither list has a launch in { $when }.
   *[some] { $when }: { lists-both } on both lists, { COUNT($one) } only on the first, { COUNT($two) } only on the second. They are compared by { lists-compared }. The first, { $first }, has { lists-on-first }; the second, { $second }, has { COUNT($on_second) }.{ $days ->
        [0] {""}
       *[other] {" "}A shared day can be chance: on { lists-days } of the { $both } the two rows are about different launches.
    }
}
lists-source = Sources: { $sources }.
lists-chance = The same printed day, but different launches.
lists-moved = The other list has this launch under { $days }.
lists-unknown = No reason is known.
column-list = Which list
column-day = Day
column-reason = What is known about the difference
