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

## What all charts share

needs-options = rows to choose from under “{ $control }”

## Heads of tables

column-event = Event
column-first-day = First day
column-last-day = Last day
column-disagreement = Where sources differ

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
   *[apart] { gap-days } between { $early } and { $late }
}
gap-subtitle = From the end of one event to the start of the next: [record|■] the two chosen{ $steps ->
    [0] {""}
   *[other] , [muted|■] between meetings that the article names
}; [muted|●] events: click any two
gap-step = { $start }–{ $end ->
    [article] article
   *[other] { $end }
}: { gap-bracket }
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
