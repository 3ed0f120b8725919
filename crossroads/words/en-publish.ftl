# What stands around lessons on pages, and on sheets for teachers.

## The frame of the pages: what stands around a lesson

page-name = Reading one article against the record
page-skip = To the text
page-pages = Pages
page-run = Run the code
page-contents = Contents
page-in-lesson = In this lesson
page-exercises = Exercises for this lesson
page-the-lesson = The lesson
page-back-to = Back to lesson
page-around = Previous and next lesson
page-previous = Previous
page-next = Next
page-credit = { $credit }. Quoted with credit.
page-start = Start
page-glossary = Glossary
page-sources = Sources
page-every-source = Every source
page-title = Title
page-publisher = Publisher
page-published = Published
page-address = Address
page-works = On this page the charts, predictions and questions work; the code is shown and does not run.
page-works-tasks = On this page the charts, predictions and questions work; the code is shown and does not run: a task that changes code is done in the notebook of the same name, or by hand.
page-no-scripts = Scripts are off: each chart stands here as one picture, with its sentence and its table, and questions cannot answer.
page-numbers = Lessons
page-code = Code
page-result = Result of the code
page-lessons = Take it apart, lesson by lesson
page-what = A course for a class, or for one reader alone: take a news article apart, and hold it against the record. Begin with the article below, or with:
page-to-lessons = { $lessons ->
    [one] the lesson
   *[other] the { SPELL($lessons) } lessons
}
page-lessons-about = Who speaks, and how sure are they? What happened, in which order? What came true? The lessons hold the article against dates, events, figures, and what people said.
page-how = How these pages work
page-how-disk = They open from a disk or a stick. They need no internet, and they send nothing anywhere.
page-how-predict = Predict first; then the chart opens. Every chart has its controls here, its sentence and its table.
page-how-kept = What you answer stays in this browser, where it allows that. A button at the foot of each lesson forgets it.
page-how-class = For a class, press “Classroom view” in a lesson: large type, one step at a time, Page Down for the next one.
page-how-code = Code is shown, and does not run here. To run and change it, open the notebook of the same name.
page-class = Classroom view
page-step = Step { $step } of { $steps }
page-step-back = ‹ Back
page-step-next = Next ›
page-leave = Leave
page-print = Print
page-forget = Forget what I answered in this browser
page-of-claims = claims of the article
page-of-events = events
page-of-sources = sources

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
sheet-guess = Tick one answer each. Nobody is marked; what you wrote down, you cannot later remember wrongly.
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
