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
