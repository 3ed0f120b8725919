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
}{ $before ->
    [dotted] . Dotted: the same months a year before
   *[none] {""}
}{ $late ->
    [late] . [after|█] published after { $day }
   *[none] {""}
}{ $open ->
    [derived] . [record|□] worked out, not reported
   *[none] {""}
}{ $starred ->
    [series] . * from another source
   *[none] {""}
}{ $broad ->
    [joint] . Broad: two months in one figure
   *[none] {""}
}
trade-change = { $case ->
    [less] −{ $number }%
   *[more] +{ $number }%
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
trade-source = Source: table trade; every row names its source. A dash: no figure. Figures of different series do not count the same things.
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
       *[on] {" "}since { $day }
    }
    [limited] in part since { $day }
    [closed] closed { $day }
    [used] last used { $day }
   *[unsure] in doubt since { $day }
}
links-lane = { $link }: { $state }
links-stretch = { CAPITAL($state) }, { $start } to { $end }
links-count = { $state ->
    [none] { $number } with { links-state }
   *[open] { $number } { links-state }
}
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
links-title = { $day }: of { links-many }, { COUNT($closed) } closed and { COUNT($open) } open
links-subtitle = { $who ->
    [all] { $table }
   *[side] { $table } (with { $side })
}, { $years }{ $signs ->
    [0] {""}
   *[other] : { $key }
}{ $unknown ->
    [0] {""}
    [one] ; one not known to be open or closed
   *[other] ; { SPELL($unknown) } not known to be open or closed
}{ $chosen ->
    [article] {""}
   *[other] ; dashed: the chosen day
}
links-key = { $state ->
    [open] [record|█] open
    [limited] [record|▬] in part
    [closed] [muted|—] closed
    [used] [ink|◆] used that day
    [unsure] [ink|○] in doubt
   *[after] [after|█] after the article
}
links-apart = Not known whether open or closed:
links-sentence = { $day }, by what { $judged ->
    [then] was known that day
   *[now] the whole record says
}, of { links-many }{ $who ->
    [all] {""}
   *[side] {" "}({ $side })
}: { $counts }. { $groups }
links-source = Source: table threads; each step names the event or the report behind it. A selection of links, not all there are.
links-mark = { $day }: { $title }

## A quarrel, step by step

axis-month-year =
    %b
    %Y
column-step = Step
column-days-since = Days since
column-thread = Thread

sequence-thread = Thread
sequence-all = All threads with { $side }
sequence-seen = Seen from
sequence-half = Half a year before it ({ $day })
sequence-by = Dated by
sequence-by-date = The day of the step
sequence-by-known_date = The day it was public
sequence-answered = { $days } { $days ->
    [one] day
   *[other] days
}
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
        } from “{ $word }” to “{ $deed }”
       *[no] { $most ->
            [1] { sequence-steps }, no two in one month
           *[other] { SPELL($most) } steps of { $steps } fall in { MONTH($month) }
        }
    }
}
sequence-later = { $days ->
    [0] on the same day
    [one] one day later
   *[other] { $days } days later
}
sequence-others = { $number ->
    [one] one other step
   *[other] { $number } other steps
}
sequence-subtitle = Steps from { MONTH($start) } on, { $by ->
    [date] by the day they are dated
   *[known_date] by the day they were public
}{ $answered ->
    [yes] . [record|●] from words to deed, [muted|●] other steps
   *[no] {""}
}{ $outside ->
    [0] {""}
   *[other] . ○ not in the article
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
    [hedge] [record|■] with a hedge word, the most open first
    [booster] [ink|■] only with a booster, which strengthens
   *[neither] [muted|■] with neither
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
   *[known] Of { $forecasts ->
        [one] { $forecasts } forecast
       *[other] { $forecasts } forecasts
    }, { $outcomes }
}
forecast_outcomes-subtitle = A tile for each forecast { forecasts-whose }{ $mixed ->
    [0] {""}
   *[other] ; mixed: a part came true
}{ $unresolvable ->
    [0] {""}
   *[other] ; unresolvable: too vague to tell
}{ $numbers ->
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
    [single] the { claims-counted } is { $only }
    [other] the { claims-counted } is { $only }, not { verdict-words }
    [each] of { claims-counted }, { $each }
    [not-one] not one of { claims-counted } is { verdict-words }
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
verdicts-title = { verdicts-known }{ $finding }{ $share ->
    [none] {""}
   *[known] {" "}({ $percent }%)
}{ $mores ->
    [0] {""}
   *[other] , { $more }
}
verdicts-subtitle = Number of { claims-many } with each verdict; partly: the record supports a part, one of two readings, or only with a limit
verdicts-sentence = { verdicts-known }{ $all }.{ $case ->
    [single] {""}
   *[groups] {" "}The largest group is { $largest }: { $largest_supported } of { $largest_size } { verdict-words } ({ $largest_percent }%); all others together: { $others_supported } of { $others_size }.
}
verdicts-source = Source: table claims; the verdicts are this module's, each with its reasons.
verdicts-group = { $group } ({ $count })
verdicts-mark = { $group }, { LOWER($verdict) }: { $count }


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
