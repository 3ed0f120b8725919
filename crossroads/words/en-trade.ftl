## Days from which the record is seen

article-day = the article's day
seen-article = The article's day ({ $day })
seen-everything = Everything in the record
axis-month-over-year = %b<br>%Y

## Trade by year or month

column-period = Period
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
    [unknown] No figure was known then
    [none] No figure in the table
    [percent] { $period }: { $percent } percent of a year before
   *[each] { $period }: { $number } million dollars{ $change ->
        [none] {""}
        [less] , { $changed } percent less than a year before
       *[more] , { $changed } percent more than a year before
    }
}
trade-subtitle = { $table }, { $scale ->
    [percent] percent of the same period a year before
   *[linear] million US dollars
}, by { $unit ->
    [year] year
   *[month] month
} (direction: { $flow })
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
trade-source = Source: table trade; every row names its source. A hollow mark is derived, not read. Figures of different series do not count the same things.
trade-span = { $first }-{ $last } { $year }
trade-base = { $basis ->
    [none] {""}
    [reported] the source's own figure
   *[derived] { $number } ({ $series })
}
trade-number = { $measure ->
    [percent] { $number }%
   *[each] { $number }
}
trade-mark = { $period }: { $number } ({ $series })
trade-series = { $how ->
    [derived] { $series }, derived
   *[reported] { $series }
}
trade-part = { $first }-{ $last }: { $number }
trade-both = { $first }+{ $last }
trade-two-months = two months as one
trade-joint-mark = { $period }, one figure: { $number }{ $measure ->
    [percent] {""}
   *[each] {" "}a month on average
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
    [used] last used { $month } { $year }
   *[open] { links-state }
}
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
links-title = { $day }: of { links-many }, { $closed ->
    [0] none
   *[other] { SPELL($closed) }
} closed and { $open ->
    [0] none
   *[other] { SPELL($open) }
} open
links-subtitle = State of { $who ->
    [all] every link in the table
   *[side] the links with: { $side }
}, { $first }-{ $last }; dashed: the chosen day
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

axis-month-year = %b %Y
column-step = Step
column-date = Date
column-days-since = Days since
column-thread = Thread
column-in-article = In the article

sequence-thread = Thread
sequence-all = All threads with { $side }
sequence-seen = Seen from
sequence-half = Half a year before it ({ $day })
sequence-by = Dated by
sequence-by-date = The day of the step
sequence-by-known_date = The day it was public
sequence-named = in the article
sequence-not-named = not in the article
sequence-label = { $case ->
    [month] { $month }
    [near] { $day }→{ $public_day } { $public_month }
    [apart] { $day } { $month }→{ $public_day } { $public_month }
   *[day] { $day } { $month }
}{ $since ->
    [first] {""}
    [same] {" "}(same day)
   *[days] {" "}(+{ $days } { $days ->
        [one] day
       *[other] days
    })
}
sequence-steps = { $steps ->
    [one] one step
   *[other] { SPELL($steps) } steps
}
sequence-title = { $case ->
    [empty] { sequence-steps } in this time
    [single] { sequence-steps } in this time
   *[many] { $most ->
        [1] { sequence-steps }, no two in one month
       *[other] { SPELL($most) } steps of { $steps } fall in { MONTH($month) }
    }
}
sequence-subtitle = { $thread }: steps from { $start } on, { $by ->
    [date] by the day they are dated
   *[known_date] by the day they were public
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
sequence-source = Source: table threads, with the events and reports that it refers to. Two dates on a mark: the day of the step, and the day on which it was public.
