# Translated by a language model, not yet reviewed by a native speaker.
#
# 차트와 양식과 안내문이 한국어로 하는 말입니다. en*.ftl을 보십시오. 사실의 끝소리에 따라
# 바뀌는 조사는 쓰지 않고, 수는 모두 숫자로 씁니다.

## 날짜, 수, 목록

number-spelled = { $number }
number-none = 없음
no-date = 날짜 없음
period = { $start } ~ { $end }
years = { $first }-{ $last }
months = { $year }년 { $first }~{ $last }
months-short = { $first }~{ $last }
short-date = { $year }년 { $month } { $day }일
short-year = ’{ $year }

## 모든 차트

needs-options = “{ $control }”에서 고를 수 있는 행

column-event = 사건
column-first-day = 첫날
column-last-day = 마지막 날
column-disagreement = 출처가 서로 다른 점

## 두 사건 사이의 날수

gap-first = 시작
gap-second = 끝
gap-days = { $days }일
gap-title = { $case ->
    [same] 서로 다른 두 사건을 고르십시오
    [overlap] 기간이 겹칩니다: { $early } / { $late }
   *[apart] { $early } → { $late }: 사이에 { gap-days }
}
gap-subtitle = 앞선 사건의 끝에서 나중 사건의 시작까지; [muted|회색]: 고를 수 있는 다른 사건
gap-ends = { $early }({ $end }에 끝남) → { $late }({ $start }에 시작함)
gap-sentence = { $case ->
    [same] { $early }: 같은 사건입니다. 비교할 다른 사건을 고르십시오.
    [overlap] { gap-ends }: 두 사건의 기간이 겹칩니다.
   *[apart] { gap-ends }: 두 사건 사이는 { gap-days }입니다. 그 사이에 시작된 { $leader }의 정상 간 만남은 { $between }회입니다.
}
gap-bracket = { $days }일
gap-meetings = 정상 간 만남, 그 사이에 { $between }회
gap-source = 출처: 표 events에서 주요 사건으로 표시된 행이며, 회색 표시가 그 행입니다.
gap-needs = landmark 열에 yes 또는 axis라고 적힌 사건

## 양식을 여는 방법

run-cell = { $place ->
    [page] 노트북에서 셀을 실행하면
   *[notebook] 셀을 실행하면
}
explorer-place = { $place ->
    [page] 스크립트를 켜면 이 페이지에 차트와 조작 단추가 나타납니다.
   *[notebook] 셀을 실행하면 차트와 조작 단추가 나타납니다.
}
question-place = { $place ->
    [page] 스크립트를 켜면 이 페이지에서 답할 수 있습니다.
   *[notebook] 셀을 실행하고 답하십시오. 답은 노트북 옆에 저장됩니다.
}
sheet-place = { $place ->
    [page] 스크립트를 켜면 이 페이지에 쓸 수 있습니다.
   *[notebook] 셀을 실행하고 쓰십시오. 쓴 글은 노트북 옆에 저장됩니다.
}
sharper-place = { $place ->
    [page] 스크립트를 켜면 이 페이지에 쓸 수 있습니다.
   *[notebook] 셀을 실행하고 쓰십시오. 쓴 글은 노트북 옆에 저장됩니다.
}
tagging-place = { run-cell } 진술을 분류할 수 있습니다. 답은 하나씩 노트북 옆에 저장됩니다.
score-place = { run-cell } 점수를 매길 수 있습니다. 점수는 노트북 옆에 저장됩니다.
forecasts-place = { run-cell } 자신의 숫자를 쓸 수 있습니다. 숫자는 노트북 옆에 저장됩니다.
recode-place = { run-cell } 수준을 고르고 이유를 쓸 수 있습니다. 둘 다 노트북 옆에 저장되며, 표는 바뀌지 않습니다.

## 저장된 답

saved = 저장했습니다.
saved-earlier = 이전에 저장했습니다.
answers-unread = 파일을 읽을 수 없어 그대로 두었습니다: { $file } ({ $reason })
answers-damaged = { $file }: { $lines }행을 읽을 수 없어 그대로 두었습니다. { $count ->
    [0] 다른 답은 없습니다.
   *[other] 다른 답은 남아 있습니다.
}
answers-guessed = { $file }: { $lines }행은 편집기가 옛 문자 방식으로 저장했습니다. 자신의 답이 아직 맞는지 확인하십시오.
answers-copies = { $file } 옆에 사본이 있습니다: { $copies }. 동기화 폴더가 만든 것일 수 있으며, 그 안의 답은 읽지 않습니다. 제출하기 전에 하나로 합치십시오.
answers-not-saved = 저장되지 않았습니다: { $file }에 쓸 수 없습니다({ $reason }).{ $then ->
    [answer] {" "}답은 이 노트북을 닫을 때까지만 유효합니다.
    [answers] {" "}답은 이 노트북을 닫을 때까지만 유효합니다.
    [version] {" "}자신의 판은 이 노트북을 닫을 때까지만 유효합니다.
    [number] {" "}저장될 때까지 점수를 계산하지 않습니다.
    [text] {" "}이 노트북을 닫기 전에 글을 복사해 두십시오.
   *[score] {""}
}
answers-changed = 저장되지 않았습니다: 그사이 다른 창에서 다음 내용을 저장했습니다. “{ $other }” 어느 것을 남기겠습니까?
answers-too-long = 저장되지 않았습니다: { $most }자보다 깁니다. 줄이면 저장됩니다.
keep-waiting = 저장하는 중 …
keep-busy = 아직 저장되지 않았습니다: 파이썬이 셀을 실행하고 있습니다. 이 페이지를 열어 두면 셀이 끝난 뒤 저장됩니다.
keep-gone = 파이썬이 다시 시작되었거나 멈추어 여기서는 더 저장되지 않습니다. 이 셀을 다시 실행한 뒤 계속하십시오.
keep-gone-typed = 파이썬이 다시 시작되었거나 멈추어 여기서는 더 저장되지 않습니다. 방금 쓴 것을 복사하고, 이 셀을 다시 실행한 뒤 계속하십시오.
keep-again = 다시 저장
keep-mine = 여기 있는 것을 남기기
keep-other = 그곳에 저장된 것을 가져오기
page-not-saved = 보관되지 않았습니다: 이 브라우저가 허용하지 않습니다. 페이지를 닫기 전에 글을 복사하거나 인쇄하십시오.

## 묶음에 없는 것

left-out = 이 부분에는 다음이 필요하지만 이 묶음에 없습니다: { $what }. 수업은 이 부분 없이 계속됩니다.
name-not-there = “{ $name }”: 이 이름은 아직 여기에 없습니다. 앞의 셀에서 만드는 이름이라면 위쪽 메뉴에서 Run, “Run All Above Selected Cell”을 차례로 고른 뒤 이 셀을 다시 실행하십시오. 아니면 철자를 확인하십시오.
needs-tables = 표 { $tables }
needs-questions = 질문 { $questions }
needs-passage = 표 passages의 행 { $passage }
needs-sample = 표 samples의 행 { $sample }
needs-codes = 표 codes에 있는 { $column }의 코드
needs-claim = 근거가 있는 주장
needs-stance = 표 stances에 있는 자신의 입장
needs-forecast = 결과가 { $outcome }인 전망

## 조작 단추가 있는 차트

explorer-chart = 차트
explorer-described = 차트. { $sentence }
explorer-table = 표: { $title }
explorer-reveal = 예측하지 않고 차트 보기
explorer-predicted = 자신의 예측: { $answer }
explorer-not-drawn = 차트를 그릴 수 없습니다({ $error }). 아래 표에 수치가 있습니다.
explorer-shown-for = 여기에 보이는 선택: { $controls }.
explorer-fold-one = 표 (1행)
explorer-fold = 표 ({ $count }행)
explorer-csv = CSV
explorer-png = PNG
explorer-link = 링크
explorer-this-view = 이 화면을 여는 것
explorer-copied = 복사했습니다.
explorer-sound = 소리
explorer-walk = 차트: 화살표 키로 표시 사이를 옮겨 가고, 엔터 키로 표시의 바탕이 되는 행을 봅니다
explorer-mark = { $words } ({ $count }개 중 { $number }번째)
explorer-row = 표시의 바탕이 되는 행
explorer-source = 출처:
explorer-claims = 이것을 바탕으로 한 기사의 진술:
explorer-close = 닫기
explorer-empty = 보일 것이 없음
explorer-predict-first = 먼저 예측하십시오: { $question } 그런 다음 열어서 기록의 답을 보십시오.

## 질문

question-predict = 예측 저장
question-check = 답 확인
question-choose-first = 먼저 답을 하나 고르십시오.
question-predicted = 이제 기록을 보십시오. 보기 전까지는 생각을 바꿀 수 있습니다.
question-correct = 맞습니다. { $explanation }
question-not-yet = 아직 아닙니다. { $feedback }

## 기사의 대목과 출처

excerpt-credit = { $article }, { $paragraphs }번 단락
excerpt-quoted = “{ $text }”
sources-behind = 행 { $rows }개의 바탕이 되는 출처 { $sources }건
column-title = 제목
column-publisher = 발행처
column-published = 발행일
column-address = 주소
column-how-read = 알게 된 경로

## 진술 분류

tagging-ask = 다음 중 어느 것입니까: { $kinds }?
tagging-who = { $speaker }, { $paragraph }번 단락, { $how }
tagging-item = { $number }. “{ $quote }”
tagging-compare = 모듈의 분류와 비교
tagging-table = 표: 자신의 분류와 모듈의 분류
tagging-saved-earlier = 이전에 저장한 것:
tagging-left = 진술 { $left }건이 남았습니다.
tagging-all = 진술 { $all }건을 모두 분류했습니다.
tagging-sort-first = 먼저 진술을 하나 분류하십시오.
tagging-agree = 진술 { $sorted }건 중 { $same }건에서 자신과 모듈이 일치합니다({ $percent }%). 짐작만으로 고르면 약 { $kinds }건 중 1건이 일치합니다.
tagging-differ = 다르다고 틀린 것은 아닙니다. 이유를 읽고, 자신의 것이 더 나으면 그대로 두십시오.
tagging-caption = 자신의 분류와 모듈의 분류, 서로 다른 것부터
tagging-statement = 진술
tagging-you = 자신
tagging-yours = { $kind } { $case ->
    [same] (같음)
   *[differs] (다름)
}
tagging-module = 모듈
tagging-reason = 모듈의 이유

## 과제

task-head = 과제 { $task }
task-kind = { $kind ->
    [recall] 기억하기
    [chart] 차트 읽기
    [compute] 계산하기
    [interpret] 해석하기
   *[create] 만들기
}
task-about = 약 { $number }
task-none = 이 묶음에는 과제가 없습니다. 수업은 과제 없이 계속됩니다.
task-unknown = 이 묶음에 그런 과제는 없습니다: 알 수 없는 과제 '{ $task }'. { $case ->
    [close] '{ $close }' 과제를 뜻했습니까? 있는 과제: { $known }
   *[far] 있는 과제: { $known }
}
task-without-rows = 이 묶음에는 과제 { $task }에서 묻는 행이 없습니다. 건너뛰고 다음 과제로 가십시오.
task-put-answer = 답을 쓰거나 고른 뒤 ‘확인’을 누르십시오.
task-no-such-letter = 그런 글자는 여기에 없습니다. 다음 중 하나를 고르십시오: { $letters }.
task-so-far = 답한 { $all }개 중 { $right }개가 맞습니다. { $hint }

check-head = { $result ->
    [correct] 맞습니다.
    [not-tried] 아직 풀지 않았습니다.
   *[other] 아직 아닙니다.
}
check-saved-earlier = 이전에 저장한 것: { $given }. { $verdict }
check-for-a-hint = { $words } (**힌트**를 누르면 조금 더 알려 줍니다.)
check-written = 여기에는 맞고 틀린 답이 없습니다. 과제 { $task }의 칸에 자신의 답을 쓰십시오.
hint-number = 힌트 { $number }: { $hint }
hint-last = 마지막 힌트였습니다. { $case ->
    [written] 쓸 수 있는 만큼 쓴 다음 예시를 보십시오.
   *[judged] 답을 시도한 뒤에는 **답 보기**에서 풀이를 볼 수 있습니다.
}
reveal-written = 열어 볼 정답이 없습니다. 자신의 답을 쓰면 과제 { $task }의 칸 아래에 비교할 예시가 열립니다.
reveal-try-first = 먼저 풀어 보십시오.
reveal-check-first = 짐작이라도 좋으니 먼저 자신의 답을 확인하십시오.
reveal-answer = 답: { $answer }.
feedback-failed = 이 답을 살펴볼 수 없었습니다({ $kind }). 다른 방식으로 쓰고 ‘확인’을 다시 누르십시오.

## 자신의 말로 답하는 과제

levels-which = 어느 수준에 이르렀습니까? 고르면 바로 저장됩니다.
levels-your-answer = 자신의 답
levels-sample = 예시 답 보기
levels-write-first = 먼저 자신의 답을 적어도 { $count }단어 쓰십시오. 그러면 예시가 열립니다.
levels-a-sample = 예시 답이며, 정답은 아닙니다
levels-compare = 예시에 있고 자신의 답에 없는 것은 무엇입니까? 자신의 답에 있고 예시에 없는 것은 무엇입니까? 원하면 글이나 수준을 바꾸십시오.

## 진도

progress-state = { $state ->
    [done] 마침
    [tried] 풀어 봄
   *[open] 아직 풀지 않음
}
progress-attempts = 시도 { $count }회
progress-hints = 힌트 { $count }회
progress-revealed = 답을 열어 봄
progress-level = 스스로 매긴 수준 { $count }
progress-no-tasks = 이 묶음에는 여기에 과제가 없습니다.
progress-next = 과제 { $all }개 중 { $done }개를 마쳤습니다. 다음: 과제 { $task }.
progress-all-done = 과제 { $all }개를 모두 마쳤습니다.
progress-task = 과제
progress-what = 할 일
progress-how-far = 진도
progress-caption = 자신의 과제

## 쓰는 용지

sheet-not-yet = 아직 저장되지 않았습니다.
sheet-one-word = { $count }단어;
sheet-words = { $count }단어;
sheet-page = 한 쪽에는 약 { $limit }단어가 들어갑니다.
sheet-over = 한 쪽 분량보다 { $over }단어 많습니다.
sheet-at-work = 쓰는 중 …

brief-heading = 보고서
brief-about = 대상: { $article }
brief-write = { $file } 쓰기
brief-nothing = 아직 쓸 것이 없습니다.
brief-not-yet = (아직 없음)
brief-written = 썼습니다: { $file }, 이 노트북 옆, { $words }단어.
brief-moved = 그 자리에 있던 다른 { $file } 파일의 이름을 바꾸었습니다: { $copy }.
brief-not-written = 쓰지 못했습니다: { $file } ({ $reason }).
brief-supported = 기록이 뒷받침하는 것
brief-supported-hint = 읽는 사람에게 중요한 결과 두세 가지와, 각각의 바탕이 되는 주장이나 행.
brief-not-supported = 기록이 뒷받침하지 않는 것
brief-not-supported-hint = 일부만 맞거나 전혀 맞지 않는 주장. 어느 부분입니까?
brief-cannot-say = 자료로 말할 수 없는 것
brief-cannot-say-hint = 읽는 사람이 알고 싶어 하지만 어느 표에도 없는 것. 왜 없습니까?
brief-watch = 지켜볼 것과 그 기한
brief-watch-hint = 사건, 날짜, 그리고 무엇이 예이고 무엇이 아니요인지.
brief-recommendation = 권고와 그 이유
brief-recommendation-hint = 먼저 할 일 한 가지. 어느 결과를 바탕으로 합니까? 무엇이 있으면 생각을 바꾸겠습니까?

checklist-article = 1. 어떤 기사입니까?
checklist-article-hint = 매체, 날짜, 제목, 주소. 날짜는 얼마나 정확히 알려져 있습니까?
checklist-money = 2. 누가 펴내고, 누가 돈을 냅니까?
checklist-money-hint = 소유자, 자금을 대는 곳, 그리고 기사를 읽은 곳. 그들은 무슨 말을 듣고 싶어 할까요?
checklist-voices = 3. 누가 말합니까?
checklist-voices-hint = 말하는 사람마다 소속은 어디입니까? 언급되지만 말하지 않는 사람은 누구입니까?
checklist-claims = 4. 무엇을 주장합니까?
checklist-claims-hint = 원문 그대로의 주장 서너 가지에서 다섯 가지. 각각 사실, 판단, 전망 중 무엇입니까?
checklist-hedges = 5. 얼마나 확실하게 말합니까?
checklist-hedges-hint = ‘일 수 있다’, ‘가능성이 크다’, ‘분석가들은 말한다’ 같은 표현. 이것을 빼면 주장에 무엇이 남습니까?
checklist-evidence = 6. 기록은 무엇을 말합니까?
checklist-evidence-hint = 주장마다 직접 찾아본 문서, 날짜 또는 수와 그것을 찾은 곳.
checklist-verdicts = 7. 자신의 판정
checklist-verdicts-hint = 뒷받침됨, 일부, 반박됨, 또는 자료로 말할 수 없음. 각각 이유를 붙이십시오.
checklist-missing = 8. 무엇을 빠뜨렸습니까?
checklist-missing-hint = 사건, 목소리, 수, 서로 맞지 않는 다른 목록. 그것으로 그림이 달라집니까?
checklist-forecasts = 9. 무엇을 예상합니까?
checklist-forecasts-hint = 전망마다 기한은 언제이고, 무엇이 이루어진 것으로 인정됩니까? 일부는 판정할 수 없습니다.
checklist-doubt = 10. 무엇이 있으면 생각을 바꾸겠습니까?
checklist-doubt-hint = 가장 중요한 판정을 뒤집을 근거 한 가지.

sharper-ask = 더 분명한 전망을 쓰십시오:
sharper-save = 전망 저장
sharper-what = 무슨 일이 일어납니까?
sharper-when = 언제까지입니까?
sharper-how = 어떻게 알 수 있습니까? 무엇을 찾아보겠습니까? 무엇이 있으면 틀린 것입니까?
sharper-still-empty = 저장했습니다. 아직 빈 칸: { $fields }

## 평가 기준에 따른 점수

score-rubric = 평가 기준표
score-criterion = 기준
score-level = 수준 { $level }
score-you = 자신
score-module = 모듈
score-why = 이유
score-compare = 모듈의 점수와 비교
score-then-open = 먼저 점수를 매기십시오. 그런 다음 열어서 모듈의 점수를 보십시오.
score-first = 먼저 이 기준의 점수를 매기십시오: { $criterion }.
score-same = 기준 { $all }개 중 { $same }개에서 자신과 모듈의 점수가 같습니다. 다른 곳은 기준표를 다시 읽으십시오. 자신이 맞을 수도 있습니다.
score-both = 자신의 점수와 모듈의 점수
score-lift = 무엇이 있으면 점수가 오릅니까?
score-next = 다음
score-next-level = 다음 수준
score-change-one = 보고서에서 다음 중 첫째 것 하나를 고치십시오.
score-highest = 모두 가장 높은 수준입니다. 다른 사람에게도 점수를 부탁하십시오.
score-brief-empty = 보고서가 아직 비어 있습니다. 먼저 쓰십시오.
score-no-rubric = 이 묶음에는 이 수업의 평가 기준표가 없습니다. 대신 다른 사람에게 보고서를 읽어 달라고 하십시오.

## 전망과 그 결과

forecasts-ask = { $day }에 볼 때 다음 일은 각각 얼마나 일어날 법합니까?
forecasts-of = 보일 전망
forecasts-group = { $case ->
    [speaker] { $speaker }
    [others] 나머지
   *[all] 모두
} ({ $count })
forecasts-where = { $speaker }, { $paragraph }번 단락
forecasts-window = 해당 기간: { $period }. { $note }
forecasts-percent = 자신의 확률, 퍼센트
forecasts-not-a-percent = 저장되지 않았습니다: 0에서 100까지의 정수를 쓰십시오.
forecasts-stays = 열어 보았으므로 그대로 둡니다.
forecasts-written = { $all }건 중 { $written }건을 썼습니다.
forecasts-taken-back = 취소했습니다.
forecasts-open-list = { $outcome }: 목록 열기

outcomes-listed = 이 전망들의 결과를 하나씩 여십시오:
outcomes-one-by-one = 결과를 하나씩 여십시오.
outcomes-after = 단, 전망마다 자신의 숫자를 쓴 뒤에만 여십시오.
outcomes-forecast = 전망
outcomes-previous = 이전 전망
outcomes-next = 다음 전망
outcomes-item = { $number }. { $statement }
outcomes-item-opened = { $number }. { $statement } (열어 봄)
outcomes-said = 자신의 숫자: { $percent }%
outcomes-no-number = 이 전망에는 숫자를 쓰지 않았습니다.
outcomes-open = 결과 열기
outcomes-open-unscored = 숫자 없이 열기 (점수 없음)
outcomes-opened = { $all }건 중 { $opened }건을 열었습니다
outcomes-known = { $day }까지 알려졌습니다.
outcomes-score = 자신의 숫자는 { $percent }%입니다. 실제 값 { $happened }까지의 거리는 { $distance }이고, 제곱하면 { $squared }입니다.
outcomes-nothing-to-score = 숫자를 쓰지 않았으므로 계산할 점수가 없습니다.
outcomes-not-scored = 점수를 계산하지 않습니다. { $outcome ->
    [mixed] 일부는 일어나고 일부는 일어나지 않았습니다. 1도 0도 공정하지 않습니다.
    [unresolvable] 규칙으로 결정할 수 없습니다. 비교할 1도 0도 없습니다.
    [open] 그때는 아무도 알 수 없었습니다.
   *[other] 이 결과는 예도 아니요도 아닙니다.
}

## 주장 장부

ledger-head = 주장 { $count }건{ $case ->
    [counted] : { $verdicts }.
   *[none] {" "}(장부에 있음)
}
ledger-about = { $claim } · { $speaker } ({ $how }) · { $kind }
ledger-not-known = 그때는 알려지지 않음

## 기사의 출처와 말하는 사람

origin-headline = 제목
origin-outlet = 매체
origin-funder = 돈을 내는 곳
origin-date = 날짜
origin-day = { $date }{ $case ->
    [exact] {""}
   *[not] ; 정확한 날은 알려져 있지 않음
}
origin-byline = 글쓴이
origin-no-author = 글쓴이가 밝혀지지 않음
origin-contributor = 함께 쓴 사람
origin-address = 찾을 수 있는 곳
origin-rights = 이용 조건
origin-date-note = 날짜를 아는 방법
speakers-head = 말하는 사람 { $count }명과 그 배후
speaker-no-employer = 소속이 밝혀지지 않음
speaker-about = { $employer }{ $told ->
    [named] {" "}(기사가 밝힘)
    [partly] {" "}(기사가 일부만 밝힘)
    [no] {" "}(기사가 밝히지 않음)
   *[none] {""}
}; 단어 { $words }개, 그중 인용 { $quoted }개.
marks-head = 완화 표현 { $hedges }개(밑줄)와 강조 표현 { $boosters }개(점선 상자)
marks-credit = { $article }, 앞의 번호는 단락 번호
marks-why-marked = 각 표현에 표시를 한 이유
marks-whole-list = 전체 목록: { $count }개
marks-plain = { $head }; 여기서는 _이렇게_ 그리고 *이렇게* 표시합니다.
marks-word = 표현
marks-kind = 종류
marks-times = 횟수
marks-why = 목록에 있는 이유와, 목록이 틀리는 경우

## 입장을 다시 분류하기

recode-again = 입장을 다시 분류하고 이유를 쓰십시오.
recode-example = 예: { $example }
recode-about = { $actor }, { $when }, { $issue }: { $evidence }
recode-name = { $when }, { $actor }
recode-row = 표의 행 { $stance }; 출처: { $source }.
recode-coded = { $place }. { $case ->
    [once] 한 번 분류했습니다: { $first }.
    [settled] 첫째 분류자: { $first }; 둘째 분류자: { $second }. 최종: { $settled }
   *[open] 첫째 분류자: { $first }; 둘째 분류자: { $second }.
}
recode-issue = 쟁점
recode-stance = 입장
recode-which-level = 어느 수준을 주겠습니까?
recode-no-level = 맞는 수준 없음
recode-reason = 이유: 근거의 어떤 말이 결정합니까?
recode-save = 자신의 판 저장
recode-take-back = 취소
recode-module = 모듈은 어떻게 분류했습니까?
recode-choose-first = 먼저 수준 하나 또는 “맞는 수준 없음”을 고르십시오.
recode-write-reason = 먼저 이유를 쓰십시오: 근거의 어떤 말이 결정합니까?
recode-not-saved = 저장되지 않았습니다. { $trouble }
recode-unknown-level = { $stance }: 수준 { $level }; 분류 지침에 있는 수준: { $levels }
recode-saved = 저장했습니다. 이제 차트에 모듈의 판과 자신의 판이 함께 있습니다.
recode-taken-back = 취소했습니다. 차트에는 모듈의 판만 있습니다.

## 답을 읽을 수 없는 이유

typed-asked = 이 과제의 답: { $type ->
    [number] 12 같은 숫자
    [date] '2012-07-01' 같은 따옴표 안의 날짜
    [choice] 'a' 같은 따옴표 안의 글자 하나
    [set] ['하나', '둘'] 같은 따옴표 안의 이름 목록
   *[text] 따옴표 안의 단어나 이름
}.
typed-long = 답이 너무 깁니다({ $size }).
typed-yes-or-no = { $given }: 예, 아니요, 또는 빈 값입니다.
typed-table = 표 전체입니다. 그중 한 칸을 꺼내십시오.
typed-values = 값이 { $count }개 있습니다. 이 과제는 하나를 묻습니다.
typed-function = 함수이며 그 결과가 아닙니다. 괄호가 빠졌습니까?
typed-type = 파이썬의 자료형입니다: { $type }.
typed-date = 날짜입니다.
typed-not-comparable = 비교할 수 있는 수가 아닙니다.
typed-not-finite = 유한한 수가 아닙니다.
typed-no-number = 수 하나를 읽어 낼 수 없습니다.
typed-not-a-date = 날짜가 아닙니다.
typed-two-days = 어느 날입니까: { $days }? 연-월-일로 쓰십시오.
typed-no-single-day = 하루가 아닙니다. 일, 월, 연도를 쓰십시오.
typed-no-day = 날짜를 읽어 낼 수 없습니다.
typed-empty = 비어 있습니다.
typed-no-letter = 글자 하나가 아닙니다.
typed-no-list = 목록이 아닙니다.
typed-many = 값이 { $count }개 있습니다.

## 하나의 양식으로 된 과제

ask-choose = 자신의 답
ask-field = 자신의 답
ask-check = 확인
ask-hint = 힌트
ask-reveal = 답 보기
ask-place = { $place ->
    [page] 같은 이름의 노트북에서 답하십시오.
   *[notebook] 셀을 실행하고 답하십시오. 어디까지 왔는지 바로 알려 줍니다.
}

## 읽고 판단할 기사

reader-headline = “{ $headline }”: 정말 그렇습니까?
reader-lead = 이 기사의 진술 { $count }건을 열 수 있습니다. 먼저 하나를 판단한 다음 기록이 말하는 것을 보십시오.
reader-credit = { $credit }. 출처를 밝히고 인용함.
reader-list = 진술
reader-mark = 진술 { $number }, { $paragraph }번 단락
reader-unjudged = 아직 판단하지 않음
reader-seen = 판단하지 않고 열어 봄
reader-mine = 자신: { $verdict }
reader-theirs = 모듈: { $verdict }
reader-ask = 기록은 이 진술을 무엇이라고 할까요?
reader-look = 판단하지 않고 보기
reader-show = 판단하고 보기
reader-choose = 먼저 네 가지 중 하나를 고르십시오.
reader-record = 기록이 말하는 것
reader-your = 자신의 판단
reader-same = 자신과 모듈이 일치합니다.
reader-differ = 자신과 모듈이 다릅니다.
reader-looked = 판단하지 않고 열었습니다. 세지 않습니다.
reader-evidence = 근거
reader-no-evidence = 근거로 든 표의 행이 없습니다.
reader-source = 출처: { $title }, { $publisher }
reader-outcomes = 예상된 일과 실제로 일어난 일
reader-outcome = { $outcome }: { $statement }
reader-undecided = { $day }에는 결정되지 않음
reader-undecided-why = 그날에는 아무도 알 수 없었습니다. 결정하는 기준: { $rule }
reader-unknown-then = 결정한 것은 { $day } 뒤에야 알려졌습니다. 그때 알려져 있던 것:
reader-nothing-then = 표에 있는 것 중 그때 알려져 있던 것은 없습니다.
reader-reason = 왜 그렇게 생각합니까? (원하면 쓰십시오)
reader-keep = 이유 저장
reader-kept = 저장했습니다.
reader-not-kept = 아직 저장되지 않았습니다.
reader-next = 다음 진술
reader-before = 이전 진술
reader-close = 본문으로 돌아가기
reader-several = 이 말은 진술 { $count }건에 속합니다
reader-day = 보는 시점
reader-day-now = 지금 알려진 모든 것
reader-day-then = { $day }, 기사의 날
reader-progress = { $all }건 중 { $judged }건 판단함
reader-filter-all = 모두
reader-filter = { $verdict }: { $count }건
reader-filter-label = 자신이 판단한 진술에 대해 기록이 말하는 것 보기
reader-difference = 자신과 모듈이 다른 곳
reader-no-difference = 지금까지 자신과 모듈이 모두 일치합니다.
reader-map = 단락, 네모 하나는 진술 하나
reader-term = 용어집에 있음
reader-about = { $speaker } · { $how } · { $kind } · { $paragraph }번 단락
reader-about-headline = { $speaker } · { $how } · { $kind } · 제목과 사진 설명
reader-notes = 각 진술에 대해 기록이 말하는 것: 스스로 판단한 뒤에 주석을 여십시오
reader-note = 주석 { $number }
reader-how = 밑줄 친 대목을 열 수 있습니다. 하나를 고르고, 예상을 말하고, 이 수업의 표가 무엇을 말하는지 보십시오. 답은 네 가지입니다.
reader-begin = 첫 진술 판단하기
reader-go-on = 다음 진술로 계속하기
reader-chart = 이것을 보여 주는 차트 열기
reader-return = 진술로 돌아가기

## 교사를 위한 쪽

teacher-title = 교사용
teacher-plan = 계획
teacher-sheet = 학습자용 활동지
teacher-copy = 교사용 사본
teacher-rubrics = 마무리 쪽지와 평가 기준표
teacher-adapt = 고쳐 쓰기
teacher-grading = 성적이 필요할 때
teacher-handout = 어느 기사에나 쓰는 열 단계, 인쇄용 한 쪽
teacher-prints = 수업별
teacher-print-how = 학습자용 활동지는 국제 규격이나 미국 규격 용지의 앞뒤 두 쪽에 인쇄됩니다. 교사용 사본에는 모든 것이 답과 함께 펼쳐져 있습니다. 브라우저에서 인쇄하십시오.

## 학습자용 활동지

sheet-name = 이름과 날짜
sheet-read = 읽기
sheet-predict = 보기 전에 예측하기
sheet-guess = 답을 하나씩 표시하십시오. 아무도 점수를 매기지 않습니다. 적어 둔 짐작은 나중에 다르게 기억할 수 없습니다.
sheet-because = 왜냐하면
sheet-notice = 눈에 띈 것과 찾아보고 싶은 것
sheet-look = 보기
sheet-own-words = 차트마다 한 문장을 쓰십시오: 무엇을 보여 주고, 무엇을 보여 주지 않습니까?
ticket = 마무리 쪽지
ticket-of = 수업 { $lesson }
ticket-any = 기록이 뒷받침하는 문장 하나와, 기록으로 결정할 수 없는 문장 하나를 쓰십시오.

## 교사용 사본

copy-about = 여기에는 모든 것이 코드 없이 답과 함께 펼쳐져 있습니다. 수업 전에는 학습자에게 주지 마십시오. 표시된 칸은 기록이 말하는 것이고, 기울인 글씨는 다른 답을 고른 학습자에게 하는 말입니다.
copy-step = 단계 { $step }
copy-record = 기록:
copy-exercises = 연습 문제와 답
copy-answer = 답: { $answer }
copy-sample = 정답이 하나가 아닙니다. 예시:
copy-level = 수준 { $level }: { $words }

## 계획과 평가 기준표

plan-chart = “{ $title }” (단계 { $step })
plan-steps = 교실 화면의 단계
plan-step = 단계
plan-part = 부분
plan-opens = 처음 열릴 때의 차트
rubric-criterion = 기준
rubric-level = 수준 { $level }
rubric-title = 수업 { $lesson }의 평가 기준표

## 학습 플랫폼용 퀴즈

quiz-title = { $pack }의 질문
quiz-category = 수업 { $lesson }: { $kind ->
    [predict] 예측, 점수 없음
   *[check] 스스로 확인하기
}
quiz-written = 질문 { $count }개: { $qti }(QTI 1.2), { $moodle }(Moodle). 어느 학습 플랫폼에서도 시험하지 않았습니다. 먼저 빈 강좌에 가져와서 살펴보십시오.
