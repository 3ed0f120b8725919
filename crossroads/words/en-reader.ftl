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
reader-theirs = module: { $verdict }
reader-ask = What will the record say of this statement?
reader-look = Show me without judging
reader-show = Judge and see
reader-choose = Choose one of the four first.
reader-record = What the record says
reader-your = Your judgement
reader-same = You and the module agree.
reader-differ = You and the module differ.
reader-looked = You opened this without judging. It does not count.
reader-evidence = The evidence
reader-no-evidence = No row of the tables is named as evidence.
reader-source = Source: { $title }, { $publisher }
reader-outcomes = What was to come, and what came
reader-outcome = { $outcome }: { $statement }
reader-undecided = Not decided on { $day }
reader-undecided-why = On that day nobody could know. What would decide it: { $rule }
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
reader-day = Seen from
reader-day-now = Everything that is known now
reader-day-then = { $day }, the article's day
reader-progress = { $judged } of { $all } judged
reader-filter-all = All
reader-filter = { $verdict }: { $count }
reader-filter-label = Show what the record says of the statements that you judged
reader-difference = Where you and the module differ
reader-no-difference = So far you and the module agree everywhere.
reader-map = Paragraphs, with a square for each statement
reader-term = In the glossary
reader-about = { $speaker } · { $how } · { $kind } · paragraph { $paragraph }
reader-about-headline = { $speaker } · { $how } · { $kind } · headline and caption
reader-notes = What the record says of each statement: open a note when you have judged it yourself
reader-note = Note { $number }
reader-how = Underlined passages can be opened: choose one, say what you expect, and see what the tables of this course say of it. There are four answers.
reader-begin = Judge the first statement
reader-go-on = Go on with the next statement
