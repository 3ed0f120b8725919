# Charts of time: meetings, contacts, launches, and what followed.

## Dates, numbers

number-none = none
years = { $first }-{ $last }
months = { $first }-{ $last } { $year }
months-short = { $first }-{ $last }
short-date = { $day } { $month } { $year }
dated-title = { $when }: { $title }
# How Plotly writes months and years on an axis: https://d3js.org/d3-time-format
axis-month = %b
axis-year = %Y

## What several charts say

article-day = the article's day
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
counts-title = { $top }: { counts-times }, the most of any leader{ $case ->
    [year] {" "}in { $years }
   *[whole] {""}
}
counts-subtitle = Meetings of { $leader } with other leaders, { $years }
counts-sentence = In { $years }, { $leader } met { $each }.
counts-axis = Number of meetings
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
    [then] { meetings-count }; the last one known then is { $last }, { MONTH($date) }
   *[record] { meetings-count }; the last one is { $last }, { MONTH($date) }
}
meetings-subtitle = Meetings of { $leader } with { meetings-whom }, by first day
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
meetings-source = Source: table events; each row names its source and where sources differ.
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
    [one] one contact
   *[other] { SPELL($total) } contacts
}
contacts-title = { $case ->
    [none] No contact in the record
    [end] { contacts-total }; none missing at the end
   *[quiet] After { $last }, { $quiet ->
        [one] one half-year
       *[other] { SPELL($quiet) } half-years
    } without a contact
}
contacts-subtitle = Contacts in the table of events with { contacts-whom }, by half-year
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
contacts-axis = Number
contacts-source = Source: table events, kinds summit and talks; a selection, not every contact.

## What followed two meetings

aftermath-within = Within
aftermath-kind = Show
aftermath-kind-none = Everything below
aftermath-years = { $years ->
    [one] 1 year
   *[other] { $years } years
}
aftermath-title = { $kinds } within { aftermath-years }: { $counts }
aftermath-subtitle = Days since the end of each meeting, { aftermath-years }
aftermath-not-kept = not kept
aftermath-after = { $kept ->
    [no] { aftermath-not-kept }
   *[yes] { $number ->
        [0] { number-none }
       *[other] { $number }
    }
} after { $name }
aftermath-lane = { $name }: { LOWER($kinds) }
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
aftermath-axis = days
aftermath-source = Source: table events of each pack. Each is a selection, made by different rules.
column-meeting = Meeting
column-days-after = Days after
column-when = When
column-kind = Kind
column-what = What
