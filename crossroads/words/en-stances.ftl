## What charts of stances share

article-day = the article's day
day-of-article = { $day }, the article's day
no-level = no level fits
known-by = { $known ->
    [all] the end of the record
   *[then] { $day }
}

## Heads of tables

column-actor = Actor
column-date = Date
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
stances-title = { $case ->
    [spread] { $day }: widest apart on { $wide }, { $wide_steps } steps
   *[other] { $filled ->
        [one] One cell
       *[other] { CAPITAL(SPELL($filled)) } cells
    } of { $cells } filled by { $day }
}
stances-subtitle = { $view }, the latest known by { $day }. ▲ more, ▼ less of what the row names; filled: ±2. Empty: no evidence in the table
stances-sentence = { $case ->
    [empty] By { $day } the table has nothing in the view “{ $view }”: all { $cells } cells are empty.
   *[other] In the view “{ $view }”, { $placed } of { $cells } cells { $placed ->
        [one] has
       *[other] have
    } a level by { $day }.{ stances-unplaced }{ stances-empty }{ stances-spread } The oldest stance shown dates from { $oldest }.
}
stances-unplaced = { $unplaced ->
    [0] {""}
    [one] {" "}In one cell the evidence fits no level (?).
   *[other] {" "}In { SPELL($unplaced) } cells the evidence fits no level (?).
}
stances-empty = { $empty ->
    [0] {""}
    [one] {" "}The other 1 stays empty: the table has no evidence there.
   *[other] {" "}The other { $empty } stay empty: the table has no evidence there.
}
stances-spread = { $case ->
    [spread] {" "}The actors stand furthest apart on { $wide }, { $wide_steps } steps on average: { $low_actors } at { $low }; { $high_actors } at { $high }.{ stances-closest }
   *[other] {""}
}
stances-closest = { $spreads ->
    [differ] {" "}They stand closest on { $close } ({ $close_steps } steps).
   *[equal] {""}
}
stances-source = Source: tables stances, issues and positions; each row names its source. Positions were coded by hand.

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
movement-subtitle = { $issue }: own stances known by { known-by }; within a lane, up means more of what the issue names{ $beside ->
    [yes] ; ◇ what others say of the actor
   *[no] {""}
}{ $version ->
    [none] {""}
   *[other] ; □ dashed: your version
}
movement-sentence = { $case ->
    [empty] On { $issue } the table has no own stance with a level by { known-by }.
   *[told] On { $issue }, by { known-by }, { movement-count }.{ $groups }
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

expected-needs = a stance that an actor has or is expected to have
expected-until = Own stances known by
expected-earlier = Compare with
expected-earlier-none = Nobody
expected-of = Expected of { $actor }
expected-own = { $actor }, own
expected-axis = less ← level → more
expected-title = { $both ->
    [0] { $actor }: no own stance to compare by { $day }
    [one] { $actor } stood where expected on { $met } of 1 issue by { $day }
   *[other] { $actor } stood where expected on { $met } of { $both } issues by { $day }
}
expected-subtitle = { $actor }: level on each issue; own stances known by { $day }. No mark: no evidence in the table
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
agreement-settled = { $stance } to { $level }
agreement-count = { $same } of { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
agreement-title = The codings agree on { agreement-count }; { $measured ->
    [yes] kappa { $kappa }
   *[no] kappa cannot be computed
}
agreement-subtitle = { $issue }: rows by first and second coding. ■ the same, ◇ different
agreement-sentence = { $case ->
    [empty] { $issue }: the table has no stance to compare.
   *[told] { $issue }: the two codings agree on { agreement-count } ({ $percent } %){ agreement-differ }{ agreement-widest }. { $measured ->
        [yes] Kappa with quadratic weights is { $kappa }, over the { agreement-both } with a level from both; 1 is full agreement, 0 what chance gives.
       *[no] Kappa cannot be computed: the levels have no spread.
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
agreement-source = Source: table stances, columns coding_1, coding_2 and position; the column settled gives the reason where they differ.

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
distances-none-shared = none shared
distances-axis-stances =
    By stances: steps
    (shared issues)
distances-axis-votes =
    By UN votes:
    ideal points apart
distances-title = { $case ->
    [none] { $actor }: too few shared issues to compare
   *[told] { $nearest ->
        [same] Nearest to { $actor } by stances and by UN votes: { $coded }
       *[apart] Nearest to { $actor }: { $coded } by stances, { $voted } by UN votes
    }
}
distances-subtitle = Distance from { $actor }: own stances known by { $day }; { distances-counted } at the UN, { $known ->
    [yes] session { $session }, begun in { $year }
   *[no] no session known then
}
distances-sentence = { $case ->
    [none] By { $day } no actor of another country shares { $enough } issues with { $actor }: there is nothing to compare.
   *[told] Among actors of other countries, nearest to { $actor } by coded stances: { $coded } ({ $steps } steps). Nearest by { distances-counted } at the UN: { $voted } ({ $points } points). { distances-order }{ distances-few }
}
distances-order = { $ordered ->
    [0] No two others can be put in an order by both.
    [one] Both measures put one pair of others in an order: the same in { $same }, the opposite in { $opposite }.
   *[other] Both measures put { SPELL($ordered) } pairs of others in an order: the same in { $same }, the opposite in { $opposite }.
}
distances-few = { $few ->
    [0] {""}
    [one] {" "}Left out: one actor with fewer than { $enough } shared issues.
   *[other] {" "}Left out: { SPELL($few) } actors with fewer than { $enough } shared issues.
}
distances-source = Source: tables stances and un_ideal_points (Bailey, Strezhnev and Voeten). Hatched: fewer than { $enough } shared issues.
