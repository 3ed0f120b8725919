# What teachers read: sheets, copies, plans, quizzes, checks of an adapted pack.

## Pages for teachers

teacher-title = For teachers
teacher-plan = Plan
teacher-sheet = Learner's sheet
teacher-copy = Teacher's copy
teacher-rubrics = Exit tickets and rubrics
teacher-adapt = Change it
teacher-grading = If a mark is needed
teacher-handout = Ten steps for any article, one page to print
teacher-prints = Lesson by lesson
teacher-print-how = The table has a row for each lesson that a class does together. A learner's sheet prints on two pages, front and back, on A4 or Letter. A teacher's copy has everything open, with the answers. Print from the browser.

## A learner's sheet

sheet-name = Name and date
sheet-read = Read
sheet-predict = Predict, before you look
sheet-guess = Tick one answer each. Nobody is marked; a guess that you wrote down cannot be remembered otherwise later.
sheet-because = Because
sheet-notice = What I notice, and what I would look up
sheet-look = Look
sheet-own-words = After each chart write one sentence: what does it show, and what does it not show?
ticket = Exit ticket
ticket-of = Lesson { $lesson }
ticket-any = Write one sentence that the record supports, and one that it cannot settle.

## A teacher's copy

copy-about = Everything is open here, with the answers and without code: not for learners before the lesson. A ticked box is what the record says; in italics stands what a learner is told who chose another answer.
copy-step = Step { $step }
copy-record = The record:
copy-exercises = Exercises, with answers
copy-answer = Answer: { $answer }
copy-sample = No single answer is right. A sample:
copy-level = Level { $level }: { $words }

## Plans and rubrics

plan-chart = “{ $title }” (step { $step })
plan-steps = Steps in the classroom view
plan-step = Step
plan-part = Part
plan-opens = Chart, as it opens
rubric-criterion = Criterion
rubric-level = Level { $level }
rubric-title = Rubric of lesson { $lesson }

## A quiz for a learning platform

quiz-title = Questions of { $pack }
quiz-category = Lesson { $lesson }: { $kind ->
    [predict] predictions, without points
   *[check] check yourself
}
quiz-written = { $count } questions in { $qti } (QTI 1.2) and { $moodle } (Moodle). No learning platform was tried: import them into an empty course first, and look.

## A pack with a few faulty rows

faulty-rows = { $problems ->
    [one] One thing needs
   *[other] { CAPITAL(SPELL($problems)) } things need
} mending in this pack. The lesson goes on without { $rows ->
    [one] one row.
   *[other] { SPELL($rows) } rows.
}
faulty-more = And { $count } more.
faulty-how = Mend it, and ask again with: make check-mine PACK=folder. Numbers and charts may differ until then.

## The class's page

class-first = Take up first
class-first-item = { $kind ->
    [task] { $count } of { $learners } stopped at { $asked }
    [check] { $count } of { $learners } answered { $asked } otherwise than the record
   *[judged] { $count } of { $learners } judged this otherwise than the module
}: “{ $what }”
class-first-answer = Most often: “{ $answer }” ({ $learners }).
class-wrong-table = Commonest wrong answers
class-asked = Asked
class-answer = Answer
class-told = What the learner was told
class-record = ☑ { $choice } (the record)
class-scores-table = Brier scores over { $count ->
    [one] one forecast
   *[other] { SPELL($count) } forecasts
} with a base rate and an outcome: 0 is best, 0.25 is always 50 %
class-whose = Numbers
class-score = Brier score
class-numbers = { $whose ->
    [first] the class before the base rate
    [second] the class after it
    [middle] the class's median
    [even] always 50 %
   *[rate] the base rate alone
}
