## What charts of stances share

day-of-article = { $day }, the article's day
no-level = no level fits
known-by = { $known ->
    [all] the end of the record
   *[then] { $day }
}

## Heads of tables

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
stances-bar = { $case ->
    [none] { $actors ->
        [0] no actor
        [one] one actor
       *[other] { $actors } actors
    }
    [few] { $steps } (only { $actors })
   *[other] { $steps } ({ $actors })
}
stances-no-bloc = No government
short-year = ’{ $year }
column-age = Age
stances-months = { $months ->
    [0] under a month
    [one] one month
   *[other] { $months } months
}
stances-title = { $case ->
    [spread] { $day }: widest apart on { $wide }, { $wide_steps } steps on average
   *[other] { $filled ->
        [one] One cell
       *[other] { CAPITAL(SPELL($filled)) } cells
    } of { $cells } filled by { $day }
}
stances-subtitle = { $view } known by { $day }{ $filled ->
    [0] {""}
   *[other] : [less-2|■ −2] against, [less-1|■] −1, [zero|■] 0, [more-1|■] +1, [more-2|■ +2] for what is named{ $age ->
        [recent] {""}
       *[all] , paler if older than { $months } months
    }{ $unplaced ->
        [0] {""}
       *[other] , ? fits no level
    }
}{ $case ->
    [spread] . [ink|▬ How many steps apart] any two of them are, on average (of how many actors)
   *[other] {""}
}{ $case ->
    [empty] {""}
   *[told] { $age ->
        [recent] . No tile: nothing found from the last { $months } months
       *[all] . No tile: nothing found
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
stances-source = Source: tables stances, issues and positions; each row names its source. Positions were coded by hand. Rows: widest apart on top.

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
   *[told] { $issue }: { movement-count }{ $version ->
        [none] { movement-furthest }
       *[other] ; in your version, { movement-your-count }
    }
}
movement-furthest = { $furthest ->
    [two] , { $who } furthest
    [alone] , { $who } from { $from } to { $to }
    [furthest] , { $who } furthest, from { $from } to { $to }
   *[nobody] {""}
}
movement-way-higher = [more-2|○→● first to last: higher]
movement-way-lower = [less-2|○→● first to last: lower]
movement-way-back = [ink|◉ back where it began]
movement-way-passed = [ink|• in between]
movement-way-still = [muted|● did not move or were heard once]
movement-month = { $month } ’{ $year }{ $later ->
    [yes] *
   *[no] {""}
}
movement-subtitle = Own stances known by { known-by }, and the month that each level was taken up{ $case ->
    [empty] {""}
   *[told] : { $ways }
}{ $later ->
    [yes] . *: after the article's day
   *[no] {""}
}{ $beside ->
    [yes] ; ◇ what others say of the actor
   *[no] {""}
}{ $version ->
    [none] {""}
   *[other] ; □ dashed: your version
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
movement-source = Source: tables stances and positions. A line holds a level until the next evidence, and ends at the last.

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
expected-met = as expected
expected-subtitle = [ink|◇ expected] of { $actor } by { $by } → [record|● own stance] known by { $day }, with its year{ $compared ->
    [no] {""}
   *[yes] {" "}(□ { $other })
}. −2 against, +2 for what is named
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
column-rows = Rows
column-settled = Where they differ, settled
agreement-settled = { $stance } to { $level }: { $reason }
column-sentence = What both read
agreement-count = { $same } of { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
agreement-end = { $end ->
    [-2] less
   *[other] more
}
agreement-title = The two codings agree on { agreement-count }{ $near ->
    [0] {""}
    [one] ; one other is one step apart
   *[other] ; { $near } others are one step apart
}
agreement-subtitle = { $issue }: each row is a sentence, read twice and given a level each time, from −2 (less of what the issue names) to +2 (more). [record|■ The same both times], { $same }{ $near ->
    [0] {""}
   *[other] ; [muted|□ one step apart], { $near }
}{ $further ->
    [0] {""}
   *[other] ; [muted|■ further apart, or a level only once], { $further }
}
agreement-sentence = { $case ->
    [empty] { $issue }: the table has no stance to compare.
   *[told] { $issue }: the two codings agree on { agreement-count } ({ $percent } %){ agreement-differ }{ agreement-widest }. { $measured ->
        [yes] Weighted kappa, in which a gap of two steps counts four times as much as one, is { $kappa } over the { agreement-both } with two levels; 1 is full agreement, 0 what chance gives.
       *[no] Kappa cannot be computed: the levels have no spread.
    }{ $once ->
        [0] {""}
        [one] {" "}One other row was coded once and is left out.
       *[other] {" "}{ CAPITAL(SPELL($once)) } other rows were coded once and are left out.
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
    [one] one row
   *[other] { SPELL($both) } rows
}
agreement-hover = { $rows ->
    [one] { $pair }: one row
   *[other] { $pair }: { $rows } rows
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
distances-by-steps = Stances: average steps apart, 0 to 4 (opposite)
distances-by-points = UN votes: points apart, 0 to { $widest } (furthest)
distances-apart = { $points } points
distances-bar = { $ranked ->
    [yes] { $steps } on { $issues ->
        [one] one issue
       *[other] { $issues } issues
    }
   *[no] too few shared issues ({ $issues })
}
distances-title = { $case ->
    [none] { $actor }: too few shared issues to compare
    [votes] Nearest to { $actor } by UN votes: { $voted }; by stances, too few shared issues
    [stances] Nearest to { $actor } by stances: { $coded }
   *[told] { $nearest ->
        [same] Nearest to { $actor } by stances and by UN votes: { $coded }
        [home] Nearest to { $actor }: { $coded } by stances, and { $voted } by UN votes, too
       *[apart] Nearest to { $actor }: { $coded } by stances, but { $voted } by UN votes
    }
}
distances-subtitle = { $case ->
    [none] {""}
   *[told] [record|■ nearest] to { $actor } in each list:{" "}
}stances known by { $day }; { distances-counted } of countries at the UN, { $known ->
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
distances-near = { $actor } ({ $issues } shared issues)
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
       *[words] { $first_share } of { voices-whose } { voices-noun }
    }{ $others ->
        [0] {""}
       *[other] ; next { $second }, { $second_share }
    }
}
voices-whose = { $own ->
    [with] the
   *[without] { $count ->
        [words] the others'
       *[other] the
    }
}
voices-span = Paragraph { $paragraph }: { $name }, { $words ->
    [one] one word
   *[other] { $words } words
}
voices-where = { $case ->
    [head] Where in the text: { $ties ->
        [one] { $first }
       *[other] the first { SPELL($ties) }
    }
    [start] first word
   *[end] last word
}
voices-subtitle = { $case ->
    [empty] { CAPITAL(voices-noun) }
   *[told] Share of the { voices-whole } (and their number)
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
    } of the { heard-noun }
}
heard-subtitle = [record|● acts]: share of the article's events that it takes part in, alone or with others. [ink|○ is heard]: share of the { heard-noun }{ heard-not-own }
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
hedges-subtitle = { CAPITAL(hedges-noun) } of the excerpts{ $measure ->
    [rate] {" "}per 100 words, rounded (and their number)
   *[number] {""}
}: { $key }{ $most ->
    [yes] ; below, { $kind ->
        [hedges] kinds
       *[other] words
    } that differ most
   *[no] {""}
}
hedges-key = { $case ->
    [record] [record|■ { $group }]
   *[muted] [muted|■ { $group }]
}
hedges-rest = { $kind ->
    [hedges] Others
   *[other] { CAPITAL(SPELL($count)) } other words
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
hedges-bar = { $words ->
    [one] 1 word
   *[other] { $words } words
}
hedges-others = { $case ->
    [between] Between the two
    [few] Too few words to compare (number of { hedges-noun })
   *[rest] Not drawn (number of { hedges-noun })
}: { $others }.
hedges-value = { $case ->
    [rate] { $rate } ({ $number })
   *[number] { $number }
}
column-which = Which words
hedges-source = Source: tables excerpts and hedges. Counted are the excerpts; a word goes to the speaker of its quotation or claim, else to { $told_by ->
    [nobody] the only speaker of its paragraph
   *[somebody] { $voice }
}: so the numbers of words differ a little from those in the chart of voices.
