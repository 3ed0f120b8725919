# What charts say: titles, subtitles, sentences, labels, options, heads of their tables.

## Days between two events

gap-first = From
gap-second = To
gap-days = { $days ->
    [one] one day lies
   *[other] { SPELL($days) } days lie
}
gap-title = { $case ->
    [same] Choose two different events
    [overlap] { $early } and { $late } overlap
   *[apart] { meetings-days } from { $from } to { $to }{ $wait ->
        [none] {""}
        [longest] : the longest of { SPELL($steps) } waits
        [longer] : longer than { gap-top }
        [half] : about half { gap-top }
       *[share] : { $share }% of { gap-top }
    }
}
gap-top = { $tops ->
    [1] the { NUMBER($longest) } from { $here } to { $after }
   *[other] the longest waits, { NUMBER($longest) } each
}
gap-subtitle = { $case ->
    [apart] [record|━] From the end of one event to the start of another{ $wait ->
        [none] {""}
       *[other] , beside { gap-waits }
    }
   *[other] Days between events{ $wait ->
        [none] {""}
       *[other] : { gap-waits }
    }
}; [muted|○] other events you can choose
gap-waits = [muted~|■] the waits between meetings the article names or implies
gap-bars = Days, from one start:
gap-ends = { $early } (ended { $end }) and { $late } (began { $start })
gap-sentence = { $case ->
    [same] { $early } is one event; choose another to compare it with.
    [overlap] { gap-ends } overlap.
   *[apart] { gap-days } between { gap-ends }{ $meets ->
        [no] .
       *[yes] ; { gap-meetings } of { $leader } began in between.
    }
}
gap-bracket = { $days ->
    [one] one day
   *[other] { NUMBER($days) } days
}
gap-meetings = { $between ->
    [one] one leaders' meeting
   *[other] { SPELL($between) } leaders' meetings
}
gap-source = Source: table events, rows marked as landmarks, which the grey marks show.
gap-needs = an event with the word yes or axis under landmark

## Charts with controls

explorer-chart = Chart
explorer-described = Chart. { $sentence }
explorer-table = Table: { $title }
explorer-reveal = Show the chart without predicting
explorer-predicted = { $case ->
    [both] You said { $said }; the record: { $record }. Later, with the chart open: { $later }.
    [later] With the chart open you said { $later }; the record: { $record }.
    [bare] You predicted: { $said }
   *[said] You said { $said }; the record: { $record }.
}
explorer-not-drawn = The chart could not be drawn ({ $error }); the table below has its numbers.
explorer-busy = Python is busy with a cell; the chart follows when the cell has ended.
explorer-gone = Python was restarted or has stopped, and the chart shows nothing new. Run this cell again, then choose.
explorer-shown-for = Shown here for: { $controls }.
explorer-fold-one = Table (1 row)
explorer-fold = Table ({ $count } rows)
explorer-csv = CSV
explorer-png = PNG
explorer-link = Link
explorer-this-view = What opens this view
explorer-copied = Copied.
explorer-sound = Sound
explorer-walk = Chart: the arrow keys go from mark to mark, Enter shows the row behind one
explorer-mark = { $words } ({ $number } of { $count })
explorer-row = The row behind the mark
explorer-source = Source:
explorer-claims = The article's statements that rest on it:
explorer-close = Close
explorer-came = You came from the statement “{ $quote }”. What it rests on is marked.
explorer-back = Back to the article
explorer-earlier = Earlier
explorer-later = Later
explorer-picked = { $control }: { $words }
explorer-empty = nothing to show
explorer-predict-first = Predict first: { $question } Then open for the record's answer.

## A receipt to hand in

receipt-nameless = (no name given)
receipt-head = Receipt: { $name }
receipt-on = On: { $article }
receipt-sum = { $done } of { $all } tasks done, { $tried } tried; { $guesses ->
    [one] one prediction
   *[other] { COUNT($guesses) } predictions
}, { $percents ->
    [one] one probability
   *[other] { COUNT($percents) } probabilities
}, { $judged ->
    [one] one statement
   *[other] { COUNT($judged) } statements
} judged. Help for learning, not a mark.
receipt-caption = Tasks, lesson by lesson
receipt-lesson = Lesson
receipt-tasks = Tasks
receipt-own-words = In own words
receipt-nothing = There is nothing to hand in yet: no task is tried.
receipt-not-written = NOT written.
receipt-trouble = The receipt cannot be written ({ $reason }).
receipt-written = Written beside your answers: { $files }. Open the page to print it.
receipt-moved = { $file } (another file of this name is now { $copy })

## What charts of stances share

day-of-article = { $day }, the article's day
no-level = no level fits
known-by = { $known ->
    [all] the end of the record
   *[then] { $day }
}

## Who stands where

stances-day = Known by
stances-view = View
stances-hover = { $actor }, { $issue }: { $place }, { $when }{ $case ->
    [other] , says { $by }
   *[own] {""}
}
stances-age = Stances
stances-age-recent = Of the last 12 months
stances-age-all = All, paler with age
stances-apart = Steps apart, on average
stances-outside = { $count ->
    [0] {""}
   *[other] { CAPITAL(no-level) }: { $actors }
}
stances-bar = { $case ->
    [none] { $actors ->
        [0] no actor
        [one] one actor
       *[other] { $actors } actors
    }
    [first] { $steps } steps
   *[other] { $steps }
}
stances-board = { $issue }: who is on which step
short-year = ’{ $year }
column-age = Age
stances-months = { $months ->
    [0] under a month
    [one] one month
   *[other] { $months } months
}
stances-title = { $case ->
    [spread] { $apart ->
        [none] No two actors apart on { $wide }
        [tied] Furthest apart on { $wide }, { $wide_steps } steps on average
       *[one] Furthest apart on { $wide }: { $lows ->
            [1] { $low_actors }
            [2] { $low_actors }
           *[other] { SPELL($lows) } actors
        } at “{ $lowest }”, { $highs ->
            [1] { $high_actors }
           *[other] { SPELL($highs) } others
        } at “{ $highest }”
    }
   *[other] { $filled ->
        [one] One cell
       *[other] { CAPITAL(SPELL($filled)) } cells
    } of { $cells } filled by { $day }
}
stances-subtitle = { $view } known by { $day }{ $case ->
    [empty] {""}
   *[told] { $age ->
        [recent] {" "}and at most { $months } months old
       *[all] ; paler if older than { $months } months
    }{ $form ->
        [scale] . A bar: how many of four steps apart two actors are, on average; below, [record|■] at the two ends, [muted|□] between
       *[table] : [less-2|■ −2] against, [less-1|■] −1, [zero|■] 0, [more-1|■] +1, [more-2|■ +2] in favour{ $unplaced ->
            [0] {""}
           *[other] , ? fits no level
        }. No tile: no such stance found
    }
}
stances-sentence = { $case ->
    [empty] By { $day } the table has nothing in the view “{ $view }”{ stances-within }: all { $cells } cells are empty.
   *[told] In the view “{ $view }”, { $placed } of { $cells } cells { $placed ->
        [one] has
       *[other] have
    } a level by { $day }{ stances-within }.{ stances-unplaced }{ stances-older }{ stances-empty }{ stances-spread }{ $age ->
        [recent] {""}
       *[all] {" "}{ stances-stale } The oldest dates from { $oldest }.
    }
}
stances-within = { $age ->
    [recent] , at most { $months } months old
   *[all] {""}
}
stances-stale = { $stale ->
    [0] No stance shown is older than { $months } months.
    [one] Of all shown, one is older than { $months } months.
   *[other] Of all shown, { $stale } are older than { $months } months.
}
stances-unplaced = { $unplaced ->
    [0] {""}
    [one] {" "}In one cell the evidence fits no level (?).
   *[other] {" "}In { SPELL($unplaced) } cells the evidence fits no level (?).
}
stances-older = { $older ->
    [0] {""}
    [one] {" "}In one cell all evidence is older.
   *[other] {" "}In { SPELL($older) } cells all evidence is older.
}
stances-empty = { $empty ->
    [0] {""}
    [one] {" "}The other 1 stays empty: the table has no evidence there.
   *[other] {" "}The other { $empty } stay empty: the table has no evidence there.
}
stances-spread = { $case ->
    [spread] {" "}The actors stand furthest apart on { $wide }, { $wide_steps } steps on average{ $wides ->
        [one] {" "}of { SPELL($wide_actors) } actors: { $low_actors } at { $low }; { $high_actors } at { $high }.{ stances-closest }
       *[other] .{ stances-closest }
    }
   *[other] {""}
}
stances-closest = { $spreads ->
    [differ] {" "}They stand closest on { $close } ({ $close_steps } steps).
   *[equal] {""}
}
stances-source = Source: tables stances, issues and positions; each row names its source. { $by ->
    [model] Positions were coded by a language model, which read each sentence twice
   *[unsaid] Positions were coded by reading each sentence
}. Rows: widest apart on top.

## Who moved

movement-issue = Issue
movement-seen = Seen from
movement-seen-then = The article's day
movement-seen-all = Everything in the record
movement-beside = Show
movement-beside-none = Own stances
movement-beside-yes = Also what others say of them
movement-count = { $moved } of { $actors ->
    [one] 1 actor
   *[other] { $actors } actors
} moved
movement-your-count = { $your_moved } of { $your_actors ->
    [one] 1 actor
   *[other] { $your_actors } actors
} moved
movement-title = { $case ->
    [empty] { $issue }: no own stance in the table by then
   *[told] { $issue }: { $version ->
        [none] { $moved ->
            [0] { movement-count }
           *[other] of { movement-again } heard more than once, { $ends }{ movement-furthest }
        }
       *[other] { movement-count }; in your version, { movement-your-count }
    }
}
movement-furthest = { $furthest ->
    [alone] , { $who } from { $from } to { $to }
    [furthest] , { $who } furthest, from { $from } to { $to }
   *[nobody] {""}
}
movement-again = { $again ->
    [one] 1 actor
   *[other] { $again } actors
}
movement-end = { $count } { $way ->
    [higher] ended more in favour
    [lower] { $others ->
        [0] ended less in favour
       *[other] less
    }
   *[back] came back
}
movement-way-higher = ended higher
movement-way-lower = ended lower
movement-way-back = came back
movement-way-still = did not move
movement-way-single = heard once
movement-way-others = others’ words
movement-month = { $month } ’{ $year }
movement-last = { $place }, { $month }
movement-subtitle = Own stances known by { known-by }, over time: ○ first, ● last; higher is more in favour{ $elsewhere ->
    [no] {""}
    [higher] . [record|━ ended higher] than it began
    [lower] . [record|━ ended lower] than it began
   *[both] . [record|━ ended higher or lower] than it began
}{ $later ->
    [yes] . [after|●] after the article's day
   *[no] {""}
}{ $besides ->
    [0] {""}
   *[other] . ◇ What others say of the actor
}{ $version ->
    [none] {""}
   *[other] . [ink|■ dotted: your version]
}
movement-ages = {" "}{ $fresh ->
    [0] Nobody's last stance
    [one] The last stance of one of them
   *[other] The last stance of { SPELL($fresh) } of them
} is at most { $months } months old{ $olds ->
    [0] .
   *[other] ; older: { $old }.
}
movement-old = { $actor } ({ $year })
movement-olds = those of { SPELL($count) }
movement-sentence = { $case ->
    [empty] On { $issue } the table has no own stance with a level by { known-by }.
   *[told] On { $issue }, by { known-by }, { movement-count }.{ $groups }{ movement-ages }
}{ $version ->
    [none] {""}
    [same] {" "}Your version is the same as the module's.
   *[other] {" "}Your version has { $changes }. In it, { movement-your-count }.
}{ $beside ->
    [yes] {" "}{ CAPITAL(movement-besides) } beside them: what others say that an actor holds or will hold.
   *[no] {""}
}
movement-besides = { $besides ->
    [one] one row
   *[other] { SPELL($besides) } rows
}
movement-actor = { $case ->
    [still] { $actor } ({ $last })
    [moved] { $actor } ({ $first } to { $last })
   *[way] { $actor } ({ $first } to { $last }, by way of { $way })
}
movement-higher = {" "}Higher at the end: { $actors }.
movement-lower = {" "}Lower at the end: { $actors }.
movement-back = {" "}Back at the first level: { $actors }.
movement-still = {" "}More than one stance and no move: { $actors }.
movement-single = {" "}One stance, too little to tell: { $actors }.
movement-source = Source: tables stances and positions. A line leads from one stance to the next; it does not show what was held between them.

## A learner's own coding beside the module's

recoded-issue = Chart of
recoded-title = { movement-title }
recoded-subtitle = { movement-subtitle }
recoded-sentence = { movement-sentence }
recoded-change = { $actor }, { $when }: { $yours } instead of { $place }
recoded-hover = Your version. { $stance }
recoded-source = Source: tables stances and positions, and your own coding, saved beside the notebook. The table stays as it is.

## What was expected, and what was done

expected-needs = a stance that an actor is expected to have
expected-until = Own stances known by
expected-earlier = Compare with
expected-earlier-none = Nobody
expected-own = { $actor }, own
expected-title = { $both ->
    [0] { $actor }: no own stance to compare by { $day }
    [one] { $actor } stood where expected on { $met } of 1 issue by { $day }
   *[other] { $actor } stood where expected on { $met } of { $both } issues by { $day }
}
expected-group = { $case ->
    [met] As expected: { $count }
    [off] Not as expected: { $count }
   *[open] No own stance by then: { $count }
}
expected-same = the same
expected-off = { $gap ->
    [one] 1 step
   *[other] { $gap } steps
} { $way ->
    [more] more in favour
   *[less] less in favour
}
expected-issue-off = { $issue }: { $off }
expected-against = against it
expected-for = in favour of it
expected-subtitle = [ink|◇ expected] of { $actor } (by whom), [record|● own stance] known by { $day } (its year){ $compared ->
    [no] {""}
   *[yes] , □ { $other }
}
expected-sentence = By the article's day somebody expected a position of { $actor } on { $asked ->
    [one] one issue. By { $day } the table has its own stance on { $both } of it
   *[other] { SPELL($asked) } issues. By { $day } the table has its own stance on { $both } of them
}.{ $gaps }{ expected-compared }
expected-gap = {" "}{ $gap ->
    [0] At the level expected
    [one] One step away
   *[other] { CAPITAL(SPELL($gap)) } steps away
}: { $issues }.
expected-compared = { $compared ->
    [no] {""}
    [nothing] {" "}On no issue does the table have own stances of both { $actor } and { $other }.
   *[yes] {" "}It differs from { $other } on { $differ } of { $shared ->
        [one] 1 issue
       *[other] { $shared } issues
    } with both{ $differ ->
        [0] {""}
       *[other] , most on { $widest } ({ expected-most })
    }.
}
expected-most = { $most ->
    [one] one step
   *[other] { SPELL($most) } steps
}
expected-source = Source: table stances. An expectation may be hedged with a word such as “might”; the position codes what was expected, not how surely.

## How far two coders agree

agreement-issue = Issue
agreement-all = All issues
agreement-no-level = no level
column-first-coding = First coding
column-second-coding = Second coding
column-rows = Sentences
column-settled = Where they differ, settled
agreement-settled = { $stance } to { $level }: { $reason }
column-sentence = What both read
agreement-count = { $same } of { $rows ->
    [one] 1 sentence
   *[other] { $rows } sentences
}
agreement-end = { $end ->
    [-2] against
   *[other] in favour
}
agreement-title = The two codings agree on { agreement-count }{ $near ->
    [0] {""}
    [one] ; one other is one step apart
   *[other] ; { $near } others are one step apart
}
agreement-subtitle = { $issue }: { $by ->
    [model] each sentence was read twice by a language model
   *[unsaid] each sentence was read twice
} and given a level from −2 (against) to +2 (in favour). Each bar is a first choice; the second was [record|■ the same], { $same }{ $near ->
    [0] {""}
   *[other] , [muted|■ one step apart], { $near }
}{ $further ->
    [0] {""}
   *[other] , [ink|■ further apart, or a level only once], { $further }
}
agreement-then = { $to ->
    [same] { $count } the same
   *[other] { $count } then { $to }
}
agreement-sentence = { $case ->
    [empty] { $issue }: the table has no stance to compare.
   *[told] { $issue }: the two codings agree on { agreement-count } ({ $percent } %){ agreement-differ }{ agreement-widest }. { $measured ->
        [yes] Weighted kappa, in which a gap of two steps counts four times as much as one, is { $kappa } over the { agreement-both } with two levels; 1 is full agreement, 0 what chance gives.
       *[no] Kappa cannot be computed: the levels have no spread.
    }{ $once ->
        [0] {""}
        [one] {" "}One other sentence was coded once and is left out.
       *[other] {" "}{ CAPITAL(SPELL($once)) } other sentences were coded once and are left out.
    }
}
agreement-differ = { $differ ->
    [0] {""}
   *[other] {" "}and differ on { $differ }
}
agreement-widest = { $widest ->
    [0] {""}
    [one] , by one step at most
   *[other] , by { SPELL($widest) } steps at most
}
agreement-both = { $both ->
    [one] one sentence
   *[other] { SPELL($both) } sentences
}
agreement-hover = { $rows ->
    [one] { $pair }: one sentence
   *[other] { $pair }: { $rows } sentences
}
agreement-pair = { $first } and { $second }
agreement-more = and { $count } more, in the table
agreement-source = Source: table stances, columns coding_1, coding_2 and settled.{ $by ->
    [model] {" "}Both codings were made by sessions of a language model, not by two people.
   *[unsaid] {""}
}

## How far actors stand apart

distances-actor = Distance from
distances-day = Stances known by
distances-day-article = The article's day
distances-day-end = The end of { $year }
distances-votes = UN votes
distances-votes-option = { CAPITAL(distances-counted) }
distances-counted = { $votes ->
    [all] all votes
    [nuclear] nuclear votes
   *[other] { $votes } votes
}
column-country = Country
column-steps-apart-on-average = Steps apart, on average
column-shared-issues = Shared issues
column-ideal-points-apart = Ideal points apart
distances-points = { $case ->
    [same] same country
   *[none] no estimate
}
distances-by-steps =
    By stances
    Average gap between levels, from −2 to +2 on each issue
    nearest
    furthest
distances-by-points =
    By UN votes
    Gap between two countries' votes, in points
    nearest
    furthest
distances-left-out = No place by stances, with fewer than { SPELL($least) } shared issues: { $actors }.
distances-title = { $case ->
    [none] { $actor }: too few shared issues to compare
    [votes] Nearest to { $actor } by UN votes: { $voted }; by stances, too few shared issues
    [stances] Nearest to { $actor } by stances: { $coded }
   *[told] { $nearest ->
        [same] Nearest to { $actor } by stances and UN votes: { $coded }
        [home] Nearest to { $actor } by stances and UN votes: { $coded } of { $voted }
       *[apart] Nearest to { $actor }: { $coded } by stances, { $leap ->
            [none] but { $voted } by UN votes
           *[other] { $voted } by UN votes
        }
    }
}{ $leap ->
    [none] {""}
   *[other] ; { $leap } { $fallen ->
        [0] passes { $passed }
       *[other] falls behind { $behind }
    }
}
distances-subtitle = { $case ->
    [none] {""}
   *[told] [record|● nearest] to { $actor }; two scales, each from its nearest to its furthest: compare the order{ $lines ->
        [0] {""}
       *[other] ; lines join governments and their countries{ $leap ->
            [none] {""}
           *[other] {" "}([ink|━ { $leap }])
        }
    }.{" "}
}Stances known by { $day }; { distances-counted } at the UN, { $known ->
    [yes] session { $session }, begun in { $year }
   *[no] no session known then
}
distances-sentence = { $case ->
    [told] { distances-by-stances } { distances-by-votes } { distances-order }{ distances-few }
    [stances] { distances-by-stances }{ distances-few }
    [votes] { distances-nobody }. { distances-by-votes }
   *[none] { distances-nobody }: there is nothing to compare.
} Counted: { distances-used } at most { $months } months old.
distances-nobody = By { $day } no actor of another country shares { SPELL($least) } issues with { $actor } in stances at most { $months } months old
distances-by-stances = Among actors of other countries, nearest to { $actor } by coded stances: { $each }, { $steps } steps.
distances-by-votes = Nearest by { distances-counted } at the UN: { $voted } ({ $points } points).{ $close ->
    [yes] {" "}So near is as good as the same; but one number sums up many votes, and on single ones the two may differ.
   *[no] {""}
}
distances-each = { $actor } ({ $issues } shared issues)
distances-used = { $used ->
    [one] one stance
   *[other] { SPELL($used) } stances
}
distances-order = { $ordered ->
    [0] No two others can be put in an order by both.
    [one] Both measures put one pair of others in an order: the same in { $same }, the opposite in { $opposite }.
   *[other] Both measures put { SPELL($ordered) } pairs of others in an order: the same in { $same }, the opposite in { $opposite }.
}
distances-few = { $few ->
    [0] {""}
    [one] {" "}Left out: one actor with fewer than { SPELL($least) } shared issues.
   *[other] {" "}Left out: { SPELL($few) } actors with fewer than { SPELL($least) } shared issues.
}
distances-source = Source: tables stances and un_ideal_points (Bailey, Strezhnev and Voeten).

## Whose words

speakers-of-kind = { $case ->
    [reporter] the reporter
    [official] officials
    [analyst] named analysts
    [state-media] state media
    [document] documents
    [unnamed-group] unnamed groups
   *[labelled] { $label }
}
column-words = Words
column-counted = { $count ->
    [words] Words
    [quoted] Words quoted
   *[paragraphs] Paragraphs
}
column-heard-words = { CAPITAL(heard-noun) }
column-share = Share
column-share-of-the-words = Share of the words
column-events = Events
column-per-100-words = Per 100 words
voices-by = Group by
voices-by-speaker = Speaker
voices-by-kind = Kind of speaker
voices-by-employer = Employer
voices-by-country = Country of employer
voices-count = Count
voices-count-words = All words
voices-count-quoted = Words in quotation marks
voices-count-paragraphs = Paragraphs
voices-own = { CAPITAL($voice) }'s own words
voices-own-with = Counted
voices-own-without = Left out
voices-no-employer = no employer named
voices-no-country = no country named
voices-share = { $case ->
    [under] under 1%
   *[told] { $percent }%
}
voices-bar = { $share } ({ $number })
voices-each = { $group } { $number } ({ $share })
voices-noun = { $count ->
    [words] words
    [quoted] words in quotation marks
   *[paragraphs] paragraphs
}
voices-title = { $case ->
    [empty] The text has no { voices-noun } here
   *[told] { $first }: { $ties ->
        [one] {""}
       *[other] each{" "}
    }{ $count ->
        [paragraphs] words in { $first_share } of the { voices-noun }
       *[words] { $first_share } of the { voices-noun }{ voices-whose }
    }{ $others ->
        [0] {""}
       *[other] ; next { $second }, { $second_share }
    }
}
voices-whose = { $own ->
    [with] {""}
   *[without] { $count ->
        [words] {" "}that are not { $voice }'s
       *[other] {""}
    }
}
voices-span = Paragraph { $paragraph }: { $name }, { $words ->
    [one] one word
   *[other] { $words } words
}
voices-begin = first word
voices-end = last word
voices-early = their first word, after { $after } of the text
voices-key = { $ties ->
    [one] { $foremost }
   *[other] the first { SPELL($ties) }
}
voices-subtitle = { $case ->
    [empty] { CAPITAL(voices-noun) }
   *[told] Share of the { voices-whole } (and their number). Below, word by word in reading order: [record|■ { voices-key }], [muted|■ others]{ $blank ->
        [none] {""}
        [own] , [ink|□] { $voice }
       *[quoted] , [ink|□] not quoted
    }
}
voices-sentence = { $case ->
    [empty] The table has no { voices-noun } here.
   *[told] Of { voices-whole }: { $foremost } { $first_number } ({ $first_share }).{ $nexts ->
        [0] {""}
       *[other] {" "}Next: { $next }.
    }{ voices-rest }{ $count ->
        [paragraphs] {" "}A paragraph may carry several voices.
       *[words] {""}
    }
}
voices-whole = { $count ->
    [paragraphs] { $whole ->
        [one] one paragraph
       *[other] { SPELL($whole) } paragraphs
    }{ $own ->
        [without] {" "}that carry another voice than { $voice }'s
       *[with] {""}
    }
    [quoted] { voices-words } in quotation marks
   *[words] { voices-words }{ $own ->
        [without] {" "}that are not { $voice }'s own
       *[with] {""}
    }
}
voices-words = { $whole ->
    [one] one word
   *[other] { SPELL($whole) } words
}
voices-rest = { $rest ->
    [0] {""}
    [one] {" "}One other has { $count ->
        [paragraphs] fewer
       *[words] { $rest_share }
    }.
   *[other] {" "}{ CAPITAL(SPELL($rest)) } others { $count ->
        [paragraphs] have fewer
       *[words] together have { $rest_share }
    }.
}
voices-source = Source: tables paragraphs (every word of the text, given to one voice) and speakers. The country is the employer's, not the person's passport.

## Who acts and who is heard

heard-by = Show
heard-by-country = Country
heard-by-actor = Person or body
heard-told = Events
heard-told-named = Those that the article names
heard-told-implied = Also those it only implies
heard-count = Words
heard-count-words = Quoted or summarised
heard-count-quoted = Quoted
heard-events-number = { $number ->
    [one] 1 event
   *[other] { $number } events
}
heard-events-bar = { $case ->
    [none] { heard-events-number }
   *[some] { $share } ({ heard-events-number })
}
heard-of = { $share } ({ $number } of { $whole })
heard-words-number = { $number ->
    [one] 1 word
   *[other] { $number } words
}
heard-words-bar = { $case ->
    [none] { heard-words-number }
   *[some] { $share } ({ heard-words-number })
}
heard-noun = { $count ->
    [words] words
   *[quoted] quoted words
}
heard-events = { $all_events ->
    [one] 1 event
   *[other] { SPELL($all_events) } events
}
heard-title = { $case ->
    [empty] The table has no event of the article
   *[told] { $group }: in { $events } of { heard-events }, with { $words ->
        [0] none
       *[other] { $share }
    } of the { heard-noun }{ heard-not-own }
}
heard-subtitle = [record|● acts]: share of the article's events that it takes part in, alone or with others. [ink|○ is heard]: share of the { heard-noun }{ heard-not-own }
heard-group = { $case ->
    [acts] acts more than it is heard
    [heard] is heard more than it acts
   *[equal] acts as much as it is heard
}
heard-left = { $silent ->
    [yes] { $count ->
        [one] One other acts in { heard-most } and is
       *[other] { CAPITAL(SPELL($count)) } others act in { heard-most } each and are
    } not heard
   *[no] { $count ->
        [one] One other is
       *[other] { CAPITAL(SPELL($count)) } others are
    } not drawn
}: see the table.
heard-most = { $most ->
    [0] no event
    [one] one event at most
   *[other] { SPELL($most) } events at most
}
heard-nowhere = { $group }: such as { $names }.
heard-sentence = { $case ->
    [empty] The table has no event of the article.
   *[told] { $events } of { heard-events } { $events ->
        [one] involves
       *[other] involve
    } { $group }. Of { $all_words ->
        [one] one { heard-singular }
       *[other] { SPELL($all_words) } { heard-noun }
    }{ heard-not-own }, { $words ->
        [one] 1 is
       *[other] { $words } are
    } given to { $group }{ $voices ->
        [0] {""}
       *[other] : { $speakers }
    }{ $silents ->
        [0] {""}
       *[other] . Without a { heard-singular } of their own: { $silent }
    }.
}
heard-not-own = { $told_by ->
    [nobody] {""}
   *[somebody] {" "}that are not { $voice }'s own
}
heard-singular = { $count ->
    [words] word
   *[quoted] quoted word
}
heard-others = { $count ->
    [one] one other
   *[other] { SPELL($count) } others
}
heard-speaker = { $name } { $number } ({ $kind })
heard-source = Source: tables events (column in_article), paragraphs and speakers.

## How much each voice hedges

hedges-by = Group by
hedges-by-speaker = Speaker
hedges-by-kind = Kind of speaker
hedges-by-how = How it is said
hedges-how = { SMALL($label) }
hedges-kind = Words
hedges-kind-hedges = All hedges
hedges-kind-booster = Boosters, the opposite of hedges
hedges-measure = Measure
hedges-measure-rate = Per 100 words
hedges-measure-number = Number
hedges-few = too few words
hedges-retold = { $who }, retold
hedges-nobody = nobody whom the table names
column-found = { CAPITAL(hedges-noun) }
hedges-word = “{ $word }”
hedges-noun = { $kind ->
    [hedges] hedges
    [booster] boosters
   *[other] words of { $kind_name }
}
hedges-singular = { $kind ->
    [hedges] hedge
    [booster] booster
   *[other] word of { $kind_name }
}
hedges-total = { $total ->
    [one] one { hedges-singular }
   *[other] { SPELL($total) } { hedges-noun }
}
hedges-title = { $case ->
    [none] The excerpts have no { hedges-noun }
    [few] { hedges-total }, too few words to compare
    [number] { $best }: { $best_number } of { $total } { $total ->
        [one] { hedges-singular }
       *[other] { hedges-noun }
    }{ $equal ->
        [one] {""}
       *[other] {" "}each
    }
   *[rate] { $best }: { $best_rate } { hedges-noun } per 100 words{ $behind ->
        [0] {""}
       *[other] ; { $last_group }: { $last_rate }
    }
}
hedges-subtitle = { $kind ->
    [hedges] Hedges (words that leave room for doubt)
    [booster] Boosters (words that strengthen)
   *[other] Words of { $kind_name }
}{ $measure ->
    [rate] {" "}per 100 words, and (their number),
   *[number] {""}
} in excerpts of the article: { $key }
hedges-key = { $case ->
    [record] [record|■ { $group }] ({ hedges-counted })
   *[muted] [muted|■ { $group }] ({ hedges-counted })
}
hedges-counted = { $words ->
    [one] one word counted
   *[other] { $words } words counted
}
hedges-rest = { SPELL($others) } other { $kind ->
    [hedges] kinds
   *[other] words
}
hedges-whole = { $whole ->
    [one] one word
   *[other] { SPELL($whole) } words
}
hedges-sentence = The excerpts, { hedges-whole }, have { $case ->
    [none] no { hedges-noun }
   *[other] { hedges-total }{ $repeated ->
        [yes] , most often { $common }
       *[no] {""}
    }{ hedges-list }
}.
hedges-list = { $case ->
    [number] . By { SMALL($group) }: { $each }
    [rate] . Per 100 words: { $each }{ $few ->
        [0] {""}
        [one] . One other has too few words for a rate
       *[other] . { CAPITAL(SPELL($few)) } others have too few words for a rate
    }
   *[few] {""}
}
hedges-number = { $number } in { $words ->
    [one] 1 word
   *[other] { $words } words
}
hedges-each = { $case ->
    [number] { $group } { $number }
   *[rate] { $group } { $rate } ({ hedges-number })
}
hedges-value = { $case ->
    [none] { hedge-none }
    [rate] { $rate } ({ $number })
   *[number] { $number }
}
column-which = Which words
hedges-source = Source: tables excerpts and hedges. Counted are the excerpts; a word goes to the speaker of its quotation or claim, else to { $told_by ->
    [nobody] the only speaker of its paragraph
   *[somebody] { $voice }
}, so their numbers of words differ a little from those of the chart of voices. Numbers are rounded.

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
    [then] { meetings-count } known then, { meetings-told }
   *[record] { meetings-count }, { meetings-told }
}
meetings-told = { COUNT($named) } named in the article; { $silence ->
    [none] the last: { $last }, { MONTH($date) }
   *[other] then { meetings-days } without one
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
meetings-none = { meetings-days } without a meeting
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
contacts-subtitle = Meetings and talks of { $side } with { contacts-whom }, stacked where close in time{ $signs ->
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
launches-beside = Show as well
launches-beside-none = Nothing
launches-beside-both = Both of these
launches-beside-after = What came after the article
launches-events = { $kind ->
    [exercise] { $kinds } held
   *[other] { $kinds }
}
launches-lane = { $off ->
    [0] { $kinds }
   *[other] { $kinds }; ✕ called off
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
launches-subtitle = One mark is one { $missiles ->
    [all] missile launch
   *[other] launch{ of-type }
}, stacked by { $period ->
    [Q] quarter
    [M] month
   *[Y] year
}{ $drawn ->
    [all] : [record|■] up to the article's day, [after|■] after it
   *[before] , up to the article's day
}
launches-more = { $more } more by the end of { $year }
launches-none = none since { $day }
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
kinds-subtitle = How many launches or events: { $year ->
    [all] { kinds-tenses }
   *[year] { $tenses ->
        [both] { kinds-tenses }, all of { $years }
        [after] [after|■] in { $years }, after the article's day
       *[before] [record|■] in { $years }
    }; [muted|■] in other years
}
kinds-longer = A longer bar means more
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
windows-count = { $total ->
    [one] one meeting
   *[other] { SPELL($total) } meetings
}
windows-title = { $case ->
    [none] The table has no such meeting
   *[some] { $inside ->
        [0] No launch in the { $days } days before and after { windows-count }
       *[other] { windows-more } of { windows-count } had more launches in the { $days } days after than before, { COUNT($fewer) } had fewer
    }
}
windows-more = { $more ->
    [0] not one
   *[other] { COUNT($more) }
}
windows-inside = { $inside ->
    [one] One launch in all
   *[other] { CAPITAL(COUNT($inside)) } { $twice ->
        [0] launches
       *[other] different launches
    } in all
}
windows-none = { CAPITAL(SPELL($total)) } meetings, { $first } - { $last }
windows-subtitle = A block is a { $missiles ->
    [all] missile launch
   *[other] launch{ of-type }
} in the { $days } days [muted|before] or [record|after] [ink|◆] a meeting of { $leader }{ $twice ->
    [0] {""}
   *[other] ; [record~|■] counted in a row above
}
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
lists-row-pair = { $zone ->
    [all] One day apart (world time / local time)
   *[other] The same launch, one day apart
}
lists-row-first = First list only: { $list }
lists-row-second = Second list only: { $list }
lists-example = Same launch ({ $what }): { $example ->
    [clock] { $date } in world time, { $pair } in local time
   *[other] { $date } on the first list, { $pair } on the second
}{ $zone ->
    [some] ; world against local time explains { $clock } of { $pairs }
   *[all] {""}
}
lists-alone = { $alone } on one list only
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
    [pairs] Two lists of missile launches: { $both ->
        [0] no day agrees
        [one] one day agrees
       *[other] { SPELL($both) } days agree
    }, { $pairs ->
        [one] one is
       *[other] { SPELL($pairs) } are
    } a day apart{ $zone ->
        [all] {" "}by time zone
       *[some] {""}
    }, { COUNT($alone) } on one list only
   *[some] Of { $total ->
        [one] one launch day
       *[other] { SPELL($total) } launch days
    }, { COUNT($both) } { $both ->
        [0] is
        [one] is
       *[other] are
    } on both lists
}
lists-subtitle = A block is a launch day, { $when }, by { lists-compared }: [record|■] on both lists{ $case ->
    [pairs] , { $late ->
        [none] [record~|■] a day apart
       *[some] paler: a day apart
    }
   *[some] {""}
}, [record|□] on one{ $late ->
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

## Trade by year or month

column-usd-million = Million US dollars
column-percent-before = Percent of a year before
column-series = Series
column-compared-with = Compared with
column-figure = Figure
column-known-date = Public by

trade-view = Show
trade-view-year-linear = By year
trade-view-year-percent = By year, as % of the year before
trade-view-month-linear = By month
trade-view-month-log = By month, log scale
trade-view-month-percent = By month, as % of a year before
trade-flow = Direction
trade-seen = Seen from
trade-title = { $case ->
    [unknown] { $table }: no figure was known then
    [none] { $table }: no figure in the table
    [percent] { $table }: { $percent } percent of a year before in { $period }
   *[each] { $table }: { $number } million dollars in { $period }{ $change ->
        [none] {""}
        [less] , { $changed } percent less than a year before
       *[more] , { $changed } percent more than a year before
    }
}
trade-subtitle = { $way ->
    [total] Both ways
   *[other] { $flow }
}, { $scale ->
    [percent] percent of a year before
   *[linear] million dollars
}{ $late ->
    [late] . [after|█] published after { $day }
   *[none] {""}
}{ $open ->
    [derived] . [record|□] worked out, not reported
   *[none] {""}
}{ $starred ->
    [series] . Figures of { $main }; * of { $others }
   *[none] {""}
}{ $broad ->
    [joint] . Broad: two months in one figure
   *[none] {""}
}
trade-change = { $case ->
    [less] −{ $number }%
   *[more] +{ $number }%
}
trade-fall = { $resolutions ->
    [0] in a year
    [one] after a UN resolution in { $year }
   *[other] after { SPELL($resolutions) } UN resolutions in { $year }
}
trade-about = ≈{ $number }
trade-what = { $table } (direction: { $flow })
trade-sentence = { $case ->
    [unknown] { trade-what }: the table has no such figure for this time.
    [none] { trade-what }: the table has no such figure for this time.
   *[known] { trade-what }: { $number } million US dollars in { $period } (series { $series }), { $change ->
        [none] with nothing to compare it with
       *[known] { $percent } percent of a year before
    }.{ trade-last }{ trade-extremes }{ trade-joint-sentence }{ trade-missing }
}
trade-last = { $unit ->
    [year] {""}
   *[month] {" "}The last month with a figure is { $last }.
}
trade-extremes = { $extremes ->
    [none] {""}
   *[known] {" "}{ $unit ->
        [year] The highest year in the table
       *[month] The highest month of that year
    } is { $case ->
        [percent] { $high } with { $high_number } percent, the lowest { $low } with { $low_number } percent
       *[each] { $high } with { $high_number } million, the lowest { $low } with { $low_number } million
    }.
}
trade-joint = { $period } ({ $number } million)
trade-joint-sentence = { $joint ->
    [0] {""}
    [one] {" "}{ $joint_periods } is published as one figure for two months and drawn as their mean.
   *[other] {" "}{ $joint_periods } are published as one figure for two months and drawn as their mean.
}
trade-missing = { $missing_case ->
    [none] {""}
    [named] {" "}There is no figure for { $missing_periods }.
   *[counted] {" "}{ $unit ->
        [year] { CAPITAL(SPELL($missing)) } years
       *[month] { CAPITAL(SPELL($missing)) } months
    } in between have no figure.
}
trade-source = Source: table trade; every row names its source. A dash in the table: no figure. Figures of different series do not count the same things.
trade-base = { $basis ->
    [none] {""}
    [reported] the source's own figure
   *[derived] { $number } ({ $series })
}
trade-basis = { $basis ->
    [derived] derived
   *[reported] reported
}
trade-number = { $measure ->
    [percent] { $number }%
   *[each] { $number }
}
trade-mark = { $period }{ $case ->
    [joint] , one figure: { $number } a month on average
   *[each] : { $number }
} ({ $series })
trade-label = { $case ->
    [over] ↑ { $number }
    [month] { $month } { $number }
   *[year] { $number }
}
trade-no-figure = { $unit ->
    [year] no figure
   *[month] –
}

## The state of every link by day

everybody = Everybody
column-link = Link
column-with = With
column-state = State
column-since = Since
column-happened = What happened
column-last-used = Last known use

links-needs = a link in the table threads
links-day = On the day
links-on = { $day }{ $case ->
    [article] {" "}(the article's day)
   *[other] {""}
}
links-whom = Links with
links-judged = Judged by
links-judged-then = What was known that day
links-judged-now = The whole record
links-state = { $state ->
    [open] open
    [limited] in part
    [closed] closed
    [used] known to be used
    [unsure] in doubt
   *[none] no row yet
}
links-short = { $state ->
    [none] { links-state }
    [open] open{ $case ->
        [unknown] {""}
       *[on] {" "}on { $day }
    }
    [limited] in part since { $day }
    [closed] closed { $day }
    [used] unknown, ◆ { $day }
   *[unsure] unknown, ○ { $day }
}
links-stretch = { CAPITAL(links-state) }, { $start } to { $end }
links-that-day = { $day }:
links-group = { CAPITAL(links-state) }: { $links }.
links-since = { $case ->
    [unknown] { $link }
    [on] { $link } (on { $day })
   *[since] { $link } (since { $day })
}
links-many = { $links ->
    [one] one link
   *[other] { SPELL($links) } links
}
links-title = { $day }: of { links-many }, { $found }
links-found = { COUNT($number) } { $state ->
    [limited] open in part
    [unknown] unknown
   *[other] { links-state }
}
links-subtitle = { $who ->
    [all] { $table }
   *[side] { $table } (with { $side })
}, { $years }{ $signs ->
    [0] {""}
   *[other] : { $key }
}{ $chosen ->
    [article] {""}
   *[other] ; dashed: the chosen day
}
links-key = { $state ->
    [open] [record|□] open
    [limited] [record|▬] in part
    [closed] [ink|■] closed
    [none] [muted|▪▪▪] unknown
    [used] [muted|◆] used that day
   *[unsure] [muted|○] in doubt
}
links-from = from { $month } { $year }
links-sentence = { $day }, by what { $judged ->
    [then] was known that day
   *[now] the whole record says
}, of { links-many }{ $who ->
    [all] {""}
   *[side] {" "}({ $side })
}, { $found }. { $groups }
links-source = Source: table threads; each step names the event or the report behind it. A selection of links, not all there are.
links-mark = { $day }: { $title }

## A quarrel, step by step

axis-month-year =
    %b
    %Y
column-step = Step
column-days-since = Days since
column-wait = Wait (days since the last step on its subject)
column-thread = Thread

sequence-thread = Thread
sequence-all = All threads with { $side }
sequence-seen = Seen from
sequence-half = Half a year before it ({ $day })
sequence-by = Dated by
sequence-by-date = The day of the step
sequence-by-known_date = The day it was public
sequence-mark = { $day }: { $title }{ $case ->
    [late] {" "}(public by { $public })
   *[same] {""}
}
sequence-steps = { $steps ->
    [one] one step
   *[other] { SPELL($steps) } steps
}
sequence-title = { $case ->
    [empty] { sequence-steps } in this time
    [single] { sequence-steps } in this time
   *[many] { $answered ->
        [yes] { $pair_days } { $pair_days ->
            [one] day
           *[other] days
        } from “{ $word }” to “{ $deed }”{ sequence-rank }
       *[no] { $most ->
            [1] { sequence-steps }, no two in one month
           *[other] { SPELL($most) } steps of { $steps } fall in { MONTH($month) }
        }
    }
}
sequence-rank = { $rank ->
    [alone] {""}
    [all] ; { $others ->
        [one] the only other wait was longer
       *[other] all { SPELL($others) } other waits were longer
    }
    [none] ; { $others ->
        [one] the only other wait was not longer
       *[other] none of { SPELL($others) } other waits was longer
    }
   *[some] ; { SPELL($longer) } of { SPELL($others) } other waits { $longer ->
        [one] was
       *[other] were
    } longer
}
sequence-later = { $days ->
    [0] on the same day
    [one] one day later
   *[other] { $days } days later
}
sequence-bars = All waits between two steps
sequence-day = { $exact ->
    [day] { $day } { $month }
    [month] { $month }
   *[year] { $year }
}
sequence-wait = { $subject }: { $time }
sequence-subtitle = Steps between { $home } and { $side } from { MONTH($start) } on, { $by ->
    [date] by their day
   *[known_date] by the day they were public
}{ $outside ->
    [0] {""}
   *[other] : { $answered ->
        [yes] [muted|●] in the article, [muted|○] not
       *[no] [record|●] in the article, [record|○] not
    }
}{ $answered ->
    [yes] . A wait is the time to the next step on the same subject
   *[no] {""}
}
sequence-sentence = { $case ->
    [empty] { $thread }: the table has no step in this time.
    [single] { $thread }: one step, “{ $first }” ({ $first_day }).{ sequence-rest }
    [two] { sequence-from-to }{ sequence-rest }
   *[many] { sequence-from-to } The closest two are “{ $near }” and “{ $next }”, { $days ->
        [0] on the same day
        [one] one day apart
       *[other] { SPELL($days) } days apart
    }.{ sequence-rest }
}
sequence-from-to = { $thread }: { sequence-steps }, from “{ $first }” ({ $first_day }) to “{ $last }” ({ $last_day }).
sequence-rest = {" "}Made public only after their day: { $late }; told differently by different sources: { $differ }; not in the article: { $outside }.
sequence-source = Source: table threads, with the events and reports that it refers to.

## Forecasts: how they are hedged

column-quote = The article's words
column-hedges = Hedges and boosters
column-who = Who
column-how = How
column-paragraph = Paragraph
quoted = “{ $text }”
hedge-none = none
hedge-group = { $kind } ({ $count })
hedge-bare = No such word
hedge-key = { $case ->
    [hedge] [record|■] with a hedge, a word that leaves room for doubt
    [booster] [muted|■] only with a booster, which strengthens
   *[neither] [muted|□] with neither
}
hedge-count = “{ $word }” { $count }
hedge-kind = { $kind ->
    [possibility] possibility
    [likelihood] likelihood
    [appearance] appearance
    [belief] belief
    [doubt] doubt
    [condition] condition
    [limit] limit
    [booster] booster
   *[other] { $kind }
}
hedge-lane = { $kind ->
    [booster] A booster, no hedge
    [neither] Neither
   *[other] { CAPITAL(hedge-kind) }
}
forecasts-whose = { $whose ->
    [article] of the article
   *[speaker] of { $speaker }
}
forecasts-many = { $forecasts ->
    [one] one forecast
   *[other] { SPELL($forecasts) } forecasts
}

forecast_hedges-speaker = Forecasts by
forecast_hedges-said_how = How the article gives them
forecast_hedges-any = Any way
forecast_hedges-title = { $case ->
    [none] The table has no such forecast
    [single] One forecast, with { $hedged ->
        [0] no
       *[other] a
    } hedge word
   *[many] { $hedged ->
        [0] Not one of { $forecasts } forecasts has a hedge word
        [one] { $hedged } of { $forecasts } forecasts has a hedge word
       *[other] { $hedged } of { $forecasts } forecasts have a hedge word
    }
}
forecast_hedges-subtitle = Forecasts { forecasts-whose }{ $case ->
    [none] {""}
   *[other] : { $key }
}
forecast_hedges-used = { $hedged ->
    [0] {""}
   *[other] {" "}({ $used })
}
forecast_hedges-sentence = { $case ->
    [none] The table has no forecast { forecasts-whose } that is given in this way.
    [single] The one forecast { forecasts-whose } that is given in this way has { $hedged ->
        [0] no hedge word
       *[other] a hedge word
    }{ forecast_hedges-used }.
   *[many] { $hedged ->
        [0] Not one of { forecasts-many } { forecasts-whose } has
        [one] One of { forecasts-many } { forecasts-whose } has
       *[other] { CAPITAL(SPELL($hedged)) } of { forecasts-many } { forecasts-whose } have
    } a hedge word{ forecast_hedges-used }. Only a booster, which strengthens: { $boosted }. Neither: { $neither }.
}
forecast_hedges-source = Source: tables forecasts, claims and hedges, the list of words.

## Forecasts: what came of them

column-forecast = Forecast
column-outcome = Outcome
column-known-by = Known by
column-why = Why
not-known-then = Not known then
outcome-count = { $count } { LOWER($outcome) }
outcome-row = { $row } { $count } of { $all }
outcome-mark = { $statement } ({ $outcome })
outcome-key = { $role ->
    [supported] [supported|✓ { outcome-count }]
    [partly] [partly|◐ { outcome-count }], true in part
    [contradicted] [contradicted|✕ { outcome-count }]
    [cannot-say] [cannot-say|? { outcome-count }]: cannot be decided
   *[muted] [muted|■ { outcome-count }]
}
outcome-group = { $row } ({ $count })

forecast_outcomes-seen = Seen from
forecast_outcomes-rows = One row for each
forecast_outcomes-rows-speaker = Speaker
forecast_outcomes-rows-kind = Kind of hedge
forecast_outcomes-rows-said_how = Quoted or summarised
forecast_outcomes-speaker = Forecasts by
forecast_outcomes-title = { $case ->
    [open] No outcome of { forecasts-many } was known { $when ->
        [day] on { $day }
       *[record] then
    }
   *[known] { $happened } of { $forecasts ->
        [one] { $forecasts } forecast
       *[other] { $forecasts } forecasts
    } { LOWER($borne_out) }{ $not_borne_out ->
        [0] {""}
       *[other] , { SPELL($not_borne_out) } not
    }{ $open ->
        [0] {""}
       *[other] , { $open } not known then
    }
}
forecast_outcomes-subtitle = A tile for each forecast { forecasts-whose }, by what { $when ->
    [day] was known on { $day }
   *[record] the whole record says
}: { $key }{ $numbers ->
    [yes] ; number: yours, in percent
   *[no] {""}
}
forecast_outcomes-sentence = { $when ->
    [day] On { $day }
   *[record] In the whole record
}, { $case ->
    [open] no outcome of { forecasts-many } { forecasts-whose } was known.
   *[known] of { forecasts-many } { forecasts-whose }: { $outcomes }.{ $rows ->
        [1] {""}
       *[other] {" "}{ $borne_out }, row by row: { $each }.{ $others ->
            [0] {""}
           *[other] {" "}{ CAPITAL(SPELL($others)) } others with one forecast each: { $others_yes }.
        }
    }
}
forecast_outcomes-source = Source: table forecasts; each row names its rule, its evidence and its reasons.

## How near the learner's numbers were

percent = { $number } %
column-said = You said
column-happened-number = Happened (1 or 0)
column-distance = Squared distance

score-bands = Put your numbers into
score-bands-3 = Three groups
score-bands-2 = Two groups
score-bands-5 = Five groups
score-title = { $case ->
    [none] How near were your numbers?
    [few] { score-over }, too few to say much
   *[enough] { score-over }
}
score-over = Your Brier score over { $scored ->
    [one] one forecast
   *[other] { SPELL($scored) } forecasts
}: { $brier }
score-subtitle = Your probability against the share borne out: [supported|✓ borne out], [contradicted|✕ not borne out], [record|◆ a group]; open: fewer than { $enough }, too few to say; dashed: as often as you said
score-many = { $scored ->
    [one] one scored forecast
   *[other] { SPELL($scored) } scored forecasts
}
score-sentence = { $case ->
    [none] Nothing to score yet: open an outcome for which you wrote a number.
    [few] { score-against } { CAPITAL(score-many) }: too few to say whether your numbers fit.
   *[enough] { score-against }{ $bands }
}{ $unscored ->
    [0] {""}
   *[other] {" "}Not scored, because mixed or unresolvable: { $unscored }.
}{ $silent ->
    [0] {""}
   *[other] {" "}Opened without a number of yours: { $silent }.
}
score-against = Over { score-many }, your Brier score is { $brier }, { $side ->
    [lower] lower than
    [higher] higher than
   *[same] the same as
} the { $even } of somebody who always says 50 % (0 is best, 1 is worst).
score-band = {" "}Where you said { $low } to { $high } %{ $case ->
    [few] : { $forecasts ->
        [one] one forecast
       *[other] { SPELL($forecasts) } forecasts
    }, too few to say.
   *[enough] {" "}({ $mean } % on average), { $borne_out } of { $forecasts } were borne out.
}
score-source = Source: your answers, and the table forecasts.
score-no-number = none
score-not-scored = not scored
score-mean = Your Brier score: the mean
score-always = Somebody who always says { $percent } %
score-mark = { $percent } %: { $statement }
score-share = { $count } of { $all }
score-edge-no = not borne out
score-edge-yes = borne out

## Claims: verdicts counted

column-all = All
others = { SPELL($others) } others
column-verdict = Verdict
column-evidence = Evidence
claims-all = All claims
claims-kind = { $kind ->
    [fact] Facts
    [judgement] Judgements
    [forecast] Forecasts
   *[other] { $label }
}
# A claim of fact need not be a fact.
claims-one = { $kind ->
    [fact] claim of fact
    [judgement] judgement
    [forecast] forecast
   *[all] claim
}
claims-many = { $kind ->
    [fact] claims of fact
    [judgement] judgements
    [forecast] forecasts
   *[all] claims
}
claims-counted = { $claims ->
    [one] one { claims-one }
   *[other] { SPELL($claims) } { claims-many }
}
speaker-sort = { $kind ->
    [reporter] Reporter
    [official] Official
    [analyst] Analyst
    [state-media] State media
    [document] Document
   *[unnamed-group] Unnamed group
}
verdict-words = { $verdict ->
    [supported] supported
    [partly] partly supported
    [contradicted] contradicted
    [cannot-say] left open
    [none] not yet to be judged
   *[other] { $verdict }
}
finding = { $case ->
    [none] there is no { claims-one }
    [single] the { claims-counted } is { verdict-words }
    [each] of { claims-counted }, { $each }
    [all] all of { claims-counted } are { verdict-words }
   *[part] { SPELL($count) } of { claims-counted } { $count ->
        [one] is
       *[other] are
    } { verdict-words }
}
finding-first = { SPELL($count) } { $count ->
    [one] is
   *[other] are
} { verdict-words }
finding-rest = { SPELL($count) } { verdict-words }

verdicts-rows = One line for each
verdicts-rows-speaker_id = Speaker
verdicts-rows-speaker_kind = Sort of speaker
verdicts-rows-kind = Kind of claim
verdicts-rows-said_how = Way of saying it
verdicts-kind = Count
verdicts-seen = Judged by
verdicts-seen-day = What was known on the article's day ({ $day })
verdicts-known = { $seen ->
    [day] known on { $day }:{" "}
   *[record] {""}
}
verdicts-title = { verdicts-known }{ $finding }{ $claims ->
    [0] {""}
    [1] {""}
   *[other] {" "}({ $percent }%)
}{ $mores ->
    [0] {""}
   *[other] , { $more }
}
verdicts-subtitle = Each bar: all { claims-many } of one { $rows ->
    [speaker_id] speaker
    [speaker_kind] sort of speaker
    [kind] kind
   *[said_how] way of saying it
}; a bar twice as tall has twice as many: { $key }
verdicts-key = { $verdict ->
    [supported] [supported|✓ { verdicts-said }]
    [partly] [partly|◐ { verdicts-said }] (in a part, in one reading of two, or with a limit)
    [contradicted] [contradicted|✕ { verdicts-said }]
    [cannot-say] [cannot-say|? { verdicts-said }]
   *[none] [muted|□ { verdicts-said }]
}
verdicts-said = { $count } { LOWER($label) }
verdicts-sentence = { verdicts-known }{ $all }.{ $case ->
    [single] {""}
   *[groups] {" "}The largest group is { $largest }: { $largest_supported } of { $largest_size } { verdict-words } ({ $largest_percent }%); all others together: { $others_supported } of { $others_size }.
}
verdicts-source = Source: table claims; the verdicts are this module's, each with its reasons.
verdicts-group = { $group } ({ $count })
verdicts-share = { $percent }%
verdicts-mark = { $group }, { LOWER($verdict) }: { $count }

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
