## The article to read and to judge

reader-headline = “{ $headline }”: is that so?
reader-lead = { $count ->
    [one] One statement of this article can be opened.
   *[other] { $count } statements of this article can be opened.
} Judge one first; then see what the record says.
reader-credit = { $credit }. Quoted with credit.
reader-list = Statements
reader-mark = Statement { $number }, paragraph { $paragraph }
reader-unjudged = not judged yet
reader-seen = opened without judging
reader-mine = you: { $verdict }
reader-theirs = the record: { $verdict }
reader-ask = What will the record say of this statement?
reader-look = Show me without judging
reader-show = Judge and see
reader-choose = Choose one of the four first.
reader-record = What the record says
reader-your = Your judgement
reader-same = You and the record agree.
reader-differ = You and the record differ.
reader-looked = You opened this without judging. It does not count.
reader-not-yours = You have not judged this statement.
reader-evidence = The evidence
reader-no-evidence = No row of the tables is named as evidence.
reader-also = Also given for statement
reader-source = Source: { $title }, { $publisher }
reader-outcomes = What was to come, and what came
reader-outcome = { $outcome }: { $statement }
reader-undecided = Not decided on { $day }
reader-undecided-why = On that day nobody could know. What would decide it: { $rule }
reader-basis = The verdict is as of { $day }, { $case ->
    [exact] the article's day
   *[not] counted as the article's day
}: what is known now may explain it, but what came later counts neither for nor against it.
reader-basis-later = Judged by what was known on { $known }. On { $day }, the article's day, it could not be judged yet.
reader-unknown-then = What decided it became known only after { $day }. What was known then:
reader-nothing-then = Nothing in the tables was known then.
reader-reason = Why do you think so? (if you like)
reader-keep = Keep my reason
reader-kept = Saved.
reader-not-kept = Not saved yet.
reader-next = Next statement
reader-before = Previous statement
reader-close = Back to the text
reader-several = These words belong to { $count } statements
reader-day = Evidence known
reader-day-now = now
reader-day-then = { $case ->
    [exact] on { $day }, the article's day
   *[not] in { $date }, counted as { $day }
}
reader-then-same = On that day the same was known.
reader-then-known = Evidence already known on that day: { $then } of { $now }.
reader-then-later = Not decided yet on that day, of the statements that you opened: { $count }.
reader-then-decided = On that day every statement that you opened was decided already.
reader-progress = { $judged } of { $all } judged
reader-filter-all = All
reader-filter = { $verdict }: { $count }
reader-filter-label = Show what the record says of the statements that you opened
reader-filter-whose = The record, of what you opened:
reader-difference = Where you and the record differ
reader-no-difference = So far you and the record agree everywhere.
reader-map = Paragraphs, with a square for each statement
reader-paragraphs = Paragraphs
reader-term = In the glossary
reader-about = { $speaker } · { $how } · { $kind } · paragraph { $paragraph }
reader-about-headline = { $speaker } · { $how } · { $kind } · headline and caption
reader-notes = What the record says of each statement: open a note when you have judged it yourself
reader-note = Note { $number }
reader-four = What the four answers mean
reader-how-coloured = Now the article shows what the record says of each statement; a full sign stands where you judged, too. Open a passage for the reasons and the evidence. The bar above picks one verdict.
reader-begin = Begin with this statement, or open any underlined passage.
reader-go-on = Go on with this statement, or open any underlined passage.
reader-no-chart = No chart here shows it.
reader-chart = Open the chart that shows it
reader-return = Back to the statement
