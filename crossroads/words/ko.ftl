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
   *[apart] { $from } → { $to }: { meetings-days }{ $wait ->
        [none] {""}
        [longest] , { $steps }개 기간 가운데 가장 김
        [longer] , { gap-top }보다 김
        [half] , { gap-top }의 약 절반
       *[share] , { gap-top }의 { $share }%
    }
}
gap-top = { $tops ->
    [1] 가장 긴 기간({ $here } → { $after })의 { $longest }일
   *[other] 가장 긴 기간들의 { $longest }일
}
gap-subtitle = { $case ->
    [apart] [record|━] 한 사건의 끝에서 다른 사건의 시작까지{ $wait ->
        [none] {""}
       *[other] , 나란히 { gap-waits }
    }
   *[other] 사건 사이의 날수{ $wait ->
        [none] {""}
       *[other] : { gap-waits }
    }
}; [muted|○] 고를 수 있는 다른 사건
gap-waits = [muted~|■] 기사가 언급하거나 암시한 만남 사이의 기간
gap-bars = 같은 시작에서 잰 날수:
gap-ends = { $early }({ $end }에 끝남) → { $late }({ $start }에 시작함)
gap-sentence = { $case ->
    [same] { $early }: 같은 사건입니다. 비교할 다른 사건을 고르십시오.
    [overlap] { gap-ends }: 두 사건의 기간이 겹칩니다.
   *[apart] { gap-ends }: 두 사건 사이는 { gap-days }입니다.{ $meets ->
        [no] {""}
       *[yes] {" "}그 사이에 시작된 { $leader }의 정상 간 만남은 { $between }회입니다.
    }
}
gap-bracket = { $days }일
gap-meetings = 정상 간 만남 { $between }회
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
own-chart-place = { run-cell } 차트와 조작 단추가 나타납니다.
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
levels-place = { $place ->
    [page] 스크립트를 켜면 이 페이지에서 수준을 고르고 예시를 열 수 있습니다.
   *[notebook] 셀을 실행해 수준을 고르십시오. 고른 수준은 노트북 옆에 저장됩니다.
}
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
    [version] {" "}자신의 버전은 이 노트북을 닫을 때까지만 유효합니다.
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
explorer-predicted = { $case ->
    [both] 자신의 예측: { $said }. 기록: { $record }. 차트를 본 뒤: { $later }.
    [later] 차트를 본 뒤: { $later }. 기록: { $record }.
    [bare] 자신의 예측: { $said }
   *[said] 자신의 예측: { $said }. 기록: { $record }.
}
explorer-not-drawn = 차트를 그릴 수 없습니다({ $error }). 아래 표에 수치가 있습니다.
explorer-busy = 파이썬이 셀을 실행하고 있습니다. 셀이 끝나면 차트가 바뀝니다.
explorer-gone = 파이썬이 다시 시작되었거나 멈추어 차트에 새로운 것이 나오지 않습니다. 이 셀을 다시 실행한 뒤 고르십시오.
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
explorer-came = 진술 “{ $quote }”에서 왔습니다. 그 근거를 표시했습니다.
explorer-back = 기사로 돌아가기
explorer-earlier = 더 이르게
explorer-later = 더 늦게
explorer-picked = { $control }: { $words }
explorer-empty = 보일 것이 없음
explorer-predict-first = 먼저 예측하십시오: { $question } 그런 다음 열어서 기록의 답을 보십시오.

## 질문

question-predict = 예측 저장
question-check = 답 확인
question-choose-first = 먼저 답을 하나 고르십시오.
question-again = { $lesson }과에서 다시 한 번: { $prompt }
question-later = 차트가 이미 열려 있습니다. 예측은 그대로 두고, 이것은 나중 답으로 함께 둡니다.
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
task-set = { $said ->
    [right] 지금까지 맞은 것: { $right }.
    [extra] 이 목록에 없는 것: { $extra }.
    [which] 이름이 { $which }인 사람이 둘 이상 있습니다. 이름을 모두 쓰십시오.
   *[missing] 아직 빠진 것: { $missing }.
}
task-which = 이름이 { $name }인 사람이 둘 이상 있습니다. 이름을 모두 쓰십시오.
task-unit = 쓴 단위: { $unit }. 이 과제에서 묻는 단위: { $asked }. 그 단위로는 얼마입니까?
unit-name = { $unit ->
    [percent] 퍼센트
    [points] 단위 없는 점수
    [seconds] 초
    [minutes] 분
    [hours] 시간
    [days] 일
    [weeks] 주
    [months] 개월
    [years] 년
    [money] 금액
    [distance] 거리
    [words] 단어
    [meetings] 회담
    [launches] 발사
    [stances] 입장
    [actors] 행위자
    [forecasts] 예측
    [claims] 주장
   *[rows] 행
}

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

## 제출할 확인서

receipt-nameless = (이름 없음)
receipt-head = 확인서: { $name }
receipt-on = 기사: { $article }
receipt-sum = 과제 { $all }개 중 { $done }개를 마치고 { $tried }개를 풀어 보았습니다. 예측 { $guesses }개, 확률 { $percents }개, 판단한 주장 { $judged }개. 배움을 돕는 것이며 점수가 아닙니다.
receipt-caption = 단원별 과제
receipt-lesson = 단원
receipt-tasks = 과제
receipt-own-words = 자신의 말로
receipt-nothing = 아직 제출할 것이 없습니다: 풀어 본 과제가 없습니다.
receipt-not-written = 쓰지 못했습니다.
receipt-trouble = 확인서를 쓸 수 없습니다({ $reason }).
receipt-written = 답 옆에 썼습니다: { $files }. 인쇄하려면 페이지를 여십시오.
receipt-moved = { $file }(이 이름의 다른 파일은 이제 { $copy })

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
checklist-claims-hint = 원문 그대로의 주장 세 가지에서 다섯 가지. 각각 사실, 판단, 전망 중 무엇입니까?
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
sharper-no-day = “{ $when }”: 보관되었지만 하루를 가리키지 않습니다. 2027-03-31처럼 적으면 그날이 지난 뒤 어떻게 되었는지 묻습니다.
sharper-day = { $case ->
    [past] { $day }: 이미 지났습니다. 앞으로 올 날을 적거나, 셀을 다시 실행해 어떻게 되었는지 적으십시오.
   *[coming] { $day } 뒤에 이 셀을 다시 실행하십시오. 어떻게 되었는지 묻습니다.
}
sharper-came = { $day }: 지났습니다. 어떻게 되었습니까?
sharper-came-hint = 자신이 세운 규칙에 따라, 어디에서 확인했는지와 함께. 규칙으로 정할 수 없으면 그렇게 적으십시오. 그것도 발견입니다.

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
recode-save = 자신의 버전 저장
recode-take-back = 취소
recode-module = 모듈은 어떻게 분류했습니까?
recode-choose-first = 먼저 수준 하나 또는 “맞는 수준 없음”을 고르십시오.
recode-write-reason = 먼저 이유를 쓰십시오: 근거의 어떤 말이 결정합니까?
recode-not-saved = 저장되지 않았습니다. { $trouble }
recode-unknown-level = { $stance }: 수준 { $level }; 분류 지침에 있는 수준: { $levels }
recode-saved = 저장했습니다. 이제 차트에 모듈의 버전과 자신의 버전이 함께 있습니다.
recode-taken-back = 취소했습니다. 차트에는 모듈의 버전만 있습니다.

## 답을 읽을 수 없는 이유

typed-asked = 이 과제의 답: { $type ->
    [number] 12 같은 수 하나
    [date] 2012-07-01 같은 날짜
    [month] 2012년 7월 같은 달
    [choice] a 같은 글자 하나
    [set] 쉼표로 나눈 이름들
   *[text] 단어나 이름
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
typed-two-days = 어느 날입니까: { $first } 또는 { $second }? 이처럼 연-월-일로 쓰십시오.
typed-no-year = 연도가 빠졌습니다.
typed-no-month = 달을 읽어 낼 수 없습니다.
typed-no-single-day = 하루가 아닙니다. 일, 월, 연도를 쓰십시오.
typed-no-day = 날짜를 읽어 낼 수 없습니다.
typed-empty = 비어 있습니다.
typed-no-such-letter = 그런 글자는 여기에 없습니다. 다음 중 하나를 고르십시오: { $letters }.
typed-no-letter = 글자 하나가 아닙니다.
typed-no-list = 목록이 아닙니다.
typed-many = 값이 { $count }개 있습니다.

## 하나의 양식으로 된 과제

ask-choose = 자신의 답
ask-field = 자신의 답
ask-check = 확인
ask-hint = 힌트
ask-reveal = 답 보기
ask-again = 다른 것으로
again-drawn = 새로 뽑았습니다. 번호 { $seed }.
again-code = 위의 과제는 이제 다른 행에 관한 것입니다. 코드가 있으면 다시 실행하십시오.
again-none = 꾸러미에 과제 { $task }의 다른 행이 없습니다. 그대로 둡니다.
ask-place = { $place ->
    [page] 스크립트를 켜면 이 페이지에서 답하고, 어디까지 왔는지 바로 알 수 있습니다.
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
reader-theirs = 기록: { $verdict }
reader-ask = 기록은 이 진술을 무엇이라고 할까요?
reader-look = 판단하지 않고 보기
reader-show = 판단하고 보기
reader-choose = 먼저 네 가지 중 하나를 고르십시오.
reader-record = 기록이 말하는 것
reader-your = 자신의 판단
reader-same = 자신과 기록이 일치합니다.
reader-differ = 자신과 기록이 다릅니다.
reader-looked = 판단하지 않고 열었습니다. 세지 않습니다.
reader-not-yours = 이 진술은 아직 판단하지 않았습니다.
reader-also = 다음 진술의 근거이기도 합니다:
reader-how-coloured = 이제 기사에는 진술마다 기록이 말하는 바가 표시됩니다. 직접 판단한 진술의 표시는 가득 차 있습니다. 구절을 열면 이유와 근거가 나오고, 위의 막대로 판정 하나만 골라 볼 수 있습니다.
reader-evidence = 근거
reader-no-evidence = 근거로 든 표의 행이 없습니다.
reader-source = 출처: { $title }, { $publisher }
reader-outcomes = 예상된 일과 실제로 일어난 일
reader-outcome = { $outcome }: { $statement }
reader-undecided = { $day }에는 결정되지 않음
reader-undecided-why = 그날에는 아무도 알 수 없었습니다. 결정하는 기준: { $rule }
reader-basis = { $case ->
    [exact] 기사의 날인
   *[not] 기사의 날로 보는
} { $day } 기준의 판정입니다. 지금 알려진 것이 설명에 도움이 될 수는 있지만, 그 뒤에 일어난 일은 따지지 않습니다.
reader-basis-later = { $known }까지 알려진 것으로 판단했습니다. 기사의 날인 { $day }에는 아직 판단할 수 없었습니다.
reader-unknown-then = 결정한 것은 { $day } 뒤에야 알려졌습니다. 그때 알려져 있던 것:
reader-reason = 왜 그렇게 생각합니까? (원하면 쓰십시오)
reader-keep = 이유 저장
reader-kept = 저장했습니다.
reader-not-kept = 아직 저장되지 않았습니다.
reader-next = 다음 진술
reader-before = 이전 진술
reader-close = 본문으로 돌아가기
reader-several = 이 말은 진술 { $count }건에 속합니다
reader-day = 근거를 안 시점
reader-day-now = 지금
reader-day-then = { $case ->
    [exact] { $day }, 기사의 날
   *[not] { $date } ({ $day }로 봄)
}
reader-then-same = 그날에도 같은 것이 알려져 있었습니다.
reader-then-known = 그날 이미 알려져 있던 근거: { $now }건 중 { $then }건.
reader-then-later = 열어 본 진술 가운데 그날 아직 결정되지 않은 것: { $count }건.
reader-then-decided = 열어 본 진술은 그날 모두 이미 결정되어 있었습니다.
reader-progress = { $all }건 중 { $judged }건 판단함
reader-filter-all = 모두
reader-filter = { $verdict }: { $count }건
reader-filter-label = 열어 본 진술에 대해 기록이 말하는 것 보기
reader-filter-whose = 열어 본 진술에 대한 기록:
reader-difference = 자신과 기록이 다른 곳
reader-no-difference = 지금까지 자신과 기록이 모두 일치합니다.
reader-map = 단락, 네모 하나는 진술 하나
reader-paragraphs = 단락
reader-term = 용어집에 있음
reader-about = { $speaker } · { $how } · { $kind } · { $paragraph }번 단락
reader-about-headline = { $speaker } · { $how } · { $kind } · 제목과 사진 설명
reader-notes = 각 진술에 대해 기록이 말하는 것: 스스로 판단한 뒤에 주석을 여십시오
reader-four = 네 가지 답의 뜻
reader-begin = 이 진술부터 시작하거나, 밑줄 친 대목을 아무 데나 여십시오.
reader-go-on = 이 진술로 계속하거나, 밑줄 친 대목을 아무 데나 여십시오.
reader-no-chart = 여기에는 이것을 보여 주는 차트가 없습니다.
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
teacher-print-how = 표에는 학급이 함께하는 수업마다 한 행이 있습니다. 학습자용 활동지는 국제 규격이나 미국 규격 용지의 앞뒤 두 쪽에 인쇄됩니다. 교사용 사본에는 모든 것이 답과 함께 펼쳐져 있습니다. 브라우저에서 인쇄하십시오.

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

## 입장을 다루는 차트가 함께 쓰는 말

day-of-article = { $day }, 기사의 날
no-level = 맞는 수준 없음
known-by = { $known ->
    [all] 기록의 끝
   *[then] { $day }
}

column-actor = 행위자
column-expected = 예상
column-issue = 쟁점
column-other-rows = 다른 행
column-own-stance = 자신의 입장
column-position = 위치
column-steps-apart = 단계 차이
column-what-was-expected = 예상된 것
column-what-was-said-or-done = 말하거나 한 것
column-who-says-so = 그렇게 말하는 쪽
column-whose-words = 누구의 말
column-your-version = 자신의 버전

## 누가 어디에 서 있는가

stances-day = 알려진 시점
stances-view = 보기
stances-hover = { $actor }, { $issue }: { $place }, { $when }{ $case ->
    [other] , { $by }의 말
   *[own] {""}
}
stances-age = 입장
stances-age-recent = 최근 12개월의 것
stances-age-all = 모두, 오래될수록 옅게
stances-apart = 평균 단계 차이
stances-outside = { $count ->
    [0] {""}
   *[other] { no-level }: { $actors }
}
stances-bar = { $case ->
    [none] 행위자 { $actors }곳
    [first] { $steps }단계
   *[other] { $steps }
}
stances-board = { $issue }: 누가 어느 단계에 서 있는가
column-age = 지난 기간
stances-months = { $months ->
    [0] 1개월 미만
   *[other] { $months }개월
}
stances-title = { $case ->
    [spread] { $apart ->
        [none] { $wide }: 입장이 갈린 두 행위자가 없음
        [tied] 가장 크게 갈린 쟁점은 { $wide }, 평균 { $wide_steps }단계 차이
       *[one] 가장 크게 갈린 쟁점은 { $wide }: ‘{ $lowest }’에 { $lows ->
            [1] { $low_actors }
            [2] { $low_actors }
           *[other] 행위자 { $lows }곳
        }, ‘{ $highest }’에 { $highs ->
            [1] { $high_actors }
           *[other] 다른 { $highs }곳
        }
    }
   *[other] { $day }까지 칸 { $cells }개 중 { $filled }개가 채워짐
}
stances-subtitle = { $view }, { $day }까지 알려진 것{ $case ->
    [empty] {""}
   *[told] { $age ->
        [recent] , 최근 { $months }개월 이내
       *[all] , { $months }개월보다 오래되면 옅게
    }{ $form ->
        [scale] . 막대: 두 행위자가 평균 네 단계 중 몇 단계 떨어져 있는가; 아래는 [record|■] 양 끝, [muted|□] 그 사이
       *[table] : 적힌 것에 [less-2|■ −2] 반대, [less-1|■] −1, [zero|■] 0, [more-1|■] +1, [more-2|■ +2] 찬성{ $unplaced ->
            [0] {""}
           *[other] , ? 맞는 수준 없음
        }. 칸 없음: 그런 입장을 찾지 못함
    }
}
stances-sentence = { $case ->
    [empty] { $day }까지 “{ $view }” 보기{ stances-within }에 해당하는 것이 표에 없습니다. 칸 { $cells }개가 모두 비어 있습니다.
   *[told] { $day }까지 “{ $view }” 보기{ stances-within }에서 칸 { $cells }개 중 { $placed }개에 수준이 있습니다.{ stances-unplaced }{ stances-older }{ stances-empty }{ stances-spread }{ $age ->
        [recent] {""}
       *[all] {" "}{ stances-stale } 가장 오래된 것은 { $oldest }의 것입니다.
    }
}
stances-within = { $age ->
    [recent] (최근 { $months }개월 이내)
   *[all] {""}
}
stances-stale = { $stale ->
    [0] 표시된 입장 중 { $months }개월보다 오래된 것은 없습니다.
   *[other] 표시된 입장 중 { $stale }건은 { $months }개월보다 오래되었습니다.
}
stances-unplaced = { $unplaced ->
    [0] {""}
   *[other] {" "}칸 { $unplaced }개는 근거가 어느 수준에도 맞지 않습니다(?).
}
stances-older = { $older ->
    [0] {""}
   *[other] {" "}칸 { $older }개는 모든 근거가 더 오래되었습니다.
}
stances-empty = { $empty ->
    [0] {""}
   *[other] {" "}나머지 { $empty }개는 비어 있습니다. 표에 그에 관한 근거가 없습니다.
}
stances-spread = { $case ->
    [spread] {" "}행위자들의 입장이 가장 크게 갈린 쟁점: { $wide }, 평균 { $wide_steps }단계 차이{ $wides ->
        [1] {" "}(행위자 { $wide_actors }곳; { $low }: { $low_actors }; { $high }: { $high_actors }).{ stances-closest }
       *[other] .{ stances-closest }
    }
   *[other] {""}
}
stances-closest = { $spreads ->
    [differ] {" "}가장 가까운 쟁점: { $close }({ $close_steps }단계).
   *[equal] {""}
}
stances-source = 출처: 표 stances, issues, positions. 행마다 출처가 적혀 있습니다. { $by ->
    [model] 위치는 언어 모델이 문장마다 두 번 읽고 분류했습니다
   *[unsaid] 위치는 문장을 하나씩 읽고 분류했습니다
}. 행 순서: 가장 크게 갈린 것이 위.

## 누가 움직였는가

movement-issue = 쟁점
movement-seen = 보는 시점
movement-seen-then = 기사의 날
movement-seen-all = 기록에 있는 모든 것
movement-beside = 표시
movement-beside-none = 자신의 입장
movement-beside-yes = 다른 이들이 말하는 것도
movement-count = 행위자 { $actors }곳 중 { $moved }곳이 움직임
movement-your-count = 행위자 { $your_actors }곳 중 { $your_moved }곳이 움직임
movement-title = { $case ->
    [empty] { $issue }: 그때까지 표에 자신의 입장이 없음
   *[told] { $issue }: { $version ->
        [none] { $moved ->
            [0] { movement-count }
           *[other] { movement-again } 중 { $ends }{ movement-furthest }
        }
       *[other] { movement-count }; 자신의 버전에서는 { movement-your-count }
    }
}
movement-furthest = { $furthest ->
    [alone] , { $who }: { $from } → { $to }
    [furthest] , 가장 멀리: { $who }, { $from } → { $to }
   *[nobody] {""}
}
movement-again = 두 번 이상 말한 행위자 { $again }곳
movement-end = { $count }곳은 { $way ->
    [higher] 더 찬성하며 끝남
    [lower] 덜 찬성하며 끝남
   *[back] 되돌아옴
}
movement-way-higher = 더 높이 끝남
movement-way-lower = 더 낮게 끝남
movement-way-back = 되돌아옴
movement-way-still = 움직이지 않음
movement-way-single = 한 번만 말함
movement-way-others = 다른 이들의 말
movement-month = ’{ $year } { $month }
movement-last = { $place }, { $month }
movement-subtitle = { known-by }까지 알려진 자신의 입장, 오른쪽으로 갈수록 나중: ○ 첫 입장, ● 마지막 입장; 위로 갈수록 더 찬성{ $elsewhere ->
    [no] {""}
    [higher] . [record|━ 처음보다 높은 곳]에서 끝남
    [lower] . [record|━ 처음보다 낮은 곳]에서 끝남
   *[both] . [record|━ 처음보다 높거나 낮은 곳]에서 끝남
}{ $later ->
    [yes] . [after|●] 기사의 날 이후
   *[no] {""}
}{ $besides ->
    [0] {""}
   *[other] . ◇ 다른 이들이 그 행위자에 대해 말하는 것
}{ $version ->
    [none] {""}
   *[other] . [ink|■ 점선: 자신의 버전]
}
movement-ages = {" "}{ $fresh ->
    [0] 마지막 입장이 최근 { $months }개월 이내인 행위자는 없습니다
   *[other] 마지막 입장이 최근 { $months }개월 이내인 행위자는 { $fresh }곳입니다
}{ $olds ->
    [0] .
   *[other] . 더 오래된 것: { $old }.
}
movement-old = { $actor } ({ $year })
movement-olds = 행위자 { $count }곳
movement-sentence = { $case ->
    [empty] { $issue }: { known-by }까지 수준이 있는 자신의 입장이 표에 없습니다.
   *[told] { $issue }, { known-by }까지: { movement-count }.{ $groups }{ movement-ages }
}{ $version ->
    [none] {""}
    [same] {" "}자신의 버전은 모듈의 버전과 같습니다.
   *[other] {" "}자신의 버전에서 다른 것: { $changes }. 자신의 버전에서는 { movement-your-count }.
}{ $beside ->
    [yes] {" "}그 옆에 { movement-besides }: 행위자가 지니거나 지닐 것이라고 다른 이들이 말하는 것입니다.
   *[no] {""}
}
movement-besides = 행 { $besides }개
movement-actor = { $case ->
    [still] { $actor } ({ $last })
    [moved] { $actor } ({ $first } → { $last })
   *[way] { $actor } ({ $first } → { $way } → { $last })
}
movement-higher = {" "}끝에 더 높은 쪽: { $actors }.
movement-lower = {" "}끝에 더 낮은 쪽: { $actors }.
movement-back = {" "}처음 수준으로 돌아온 쪽: { $actors }.
movement-still = {" "}입장이 둘 이상이지만 움직이지 않은 쪽: { $actors }.
movement-single = {" "}입장이 하나뿐이어서 알 수 없는 쪽: { $actors }.
movement-source = 출처: 표 stances, positions. 선은 한 입장에서 다음 입장으로 이어지며, 그 사이에 무엇을 지지했는지는 나타내지 않습니다.

## 학습자의 분류와 모듈의 분류

recoded-issue = 차트의 쟁점
recoded-title = { movement-title }
recoded-subtitle = { movement-subtitle }
recoded-sentence = { movement-sentence }
recoded-change = { $actor }, { $when }: { $place } 대신 { $yours }
recoded-hover = 자신의 버전. { $stance }
recoded-source = 출처: 표 stances, positions와 노트북 옆에 저장된 자신의 분류. 표는 그대로 있습니다.

## 예상된 것과 실제로 한 것

expected-needs = 행위자가 지닐 것으로 예상되는 입장
expected-until = 자신의 입장이 알려진 시점
expected-earlier = 비교 대상
expected-earlier-none = 없음
expected-own = { $actor }, 자신의 입장
expected-title = { $both ->
    [0] { $actor }: { $day }까지 비교할 자신의 입장이 없음
   *[other] { $actor }: { $day }까지 쟁점 { $both }건 중 { $met }건에서 예상과 같음
}
expected-group = { $case ->
    [met] 예상과 같음: { $count }
    [off] 예상과 다름: { $count }
   *[open] 그때까지 자신의 입장이 없음: { $count }
}
expected-same = 같음
expected-off = { $gap }단계 { $way ->
    [more] 더 찬성
   *[less] 덜 찬성
}
expected-issue-off = { $issue }: { $off }
expected-against = 적힌 것에 반대
expected-for = 적힌 것에 찬성
expected-subtitle = { $actor }: [ink|◇ 예상](예상한 사람), [record|● 자신의 입장], { $day }까지 알려진 것(그 연도){ $compared ->
    [no] {""}
   *[yes] , □ { $other }
}
expected-sentence = { $actor }: 기사의 날까지 누군가가 위치를 예상한 쟁점은 { $asked }건입니다. { $day }까지 그중 { $both }건에 대한 자신의 입장이 표에 있습니다.{ $gaps }{ expected-compared }
expected-gap = {" "}{ $gap ->
    [0] 예상한 수준과 같음
   *[other] { $gap }단계 차이
}: { $issues }.
expected-compared = { $compared ->
    [no] {""}
    [nothing] {" "}{ $actor } / { $other }: 표에 양쪽 자신의 입장이 다 있는 쟁점은 없습니다.
   *[yes] {" "}{ $other } 쪽과 비교하면, 양쪽 입장이 다 있는 쟁점 { $shared }건 중 { $differ }건에서 다릅니다{ $differ ->
        [0] {""}
       *[other] . 가장 크게 다른 쟁점: { $widest }({ expected-most })
    }.
}
expected-most = { $most }단계
expected-source = 출처: 표 stances. 예상에는 ‘일 수 있다’ 같은 완화 표현이 붙을 수 있습니다. 위치는 무엇을 예상했는지를 나타내며, 얼마나 확실한지는 나타내지 않습니다.

## 두 분류자는 얼마나 일치하는가

agreement-issue = 쟁점
agreement-all = 모든 쟁점
agreement-no-level = 수준 없음
column-first-coding = 첫째 분류
column-second-coding = 둘째 분류
column-rows = 문장
column-settled = 서로 다를 때의 최종 분류
agreement-settled = { $stance }: 최종 { $level }. { $reason }
column-sentence = 둘 다 읽은 것
agreement-count = 문장 { $rows }개 중 { $same }개
agreement-end = { $end ->
    [-2] 반대
   *[other] 찬성
}
agreement-title = 두 분류가 { agreement-count }에서 일치{ $near ->
    [0] {""}
   *[other] ; 다른 { $near }개는 한 단계 차이
}
agreement-subtitle = { $issue }: 문장마다{ $by ->
    [model] {" "}언어 모델이
   *[unsaid] {""}
} 두 번 읽고 −2(반대)에서 +2(찬성)까지의 수준을 줌. 막대마다 첫째 선택 하나; 둘째는 [record|■ 같음] { $same }{ $near ->
    [0] {""}
   *[other] , [muted|■ 한 단계 차이] { $near }
}{ $further ->
    [0] {""}
   *[other] , [ink|■ 더 큰 차이, 또는 한 번만 수준이 있음] { $further }
}
agreement-then = { $to ->
    [same] { $count } 같음
   *[other] { $count } 다음에 { $to }
}
agreement-sentence = { $case ->
    [empty] { $issue }: 비교할 입장이 표에 없습니다.
   *[told] { $issue }: 두 분류는 { agreement-count }에서 일치합니다({ $percent }%){ agreement-differ }{ agreement-widest }. { $measured ->
        [yes] 두 단계 차이를 한 단계 차이의 네 배로 세는 가중 카파는 { $kappa }입니다. 둘 다 수준을 준 { agreement-both }에서 계산했으며, 1은 완전한 일치, 0은 우연히 얻는 값입니다.
       *[no] 카파를 계산할 수 없습니다. 수준에 차이가 없기 때문입니다.
    }{ $once ->
        [0] {""}
       *[other] {" "}다른 { $once }개는 한 번만 분류되어 제외했습니다.
    }
}
agreement-differ = { $differ ->
    [0] {""}
   *[other] . 서로 다른 것은 { $differ }개입니다
}
agreement-widest = { $widest ->
    [0] {""}
   *[other] . 차이는 최대 { $widest }단계입니다
}
agreement-both = 문장 { $both }개
agreement-hover = { $pair }: 문장 { $rows }개
agreement-pair = { $first } / { $second }
agreement-more = 그 밖에 { $count }건은 표에 있음
agreement-source = 출처: 표 stances의 열 coding_1, coding_2, settled.{ $by ->
    [model] {" "}두 분류 모두 두 사람이 아니라 언어 모델의 세션이 했습니다.
   *[unsaid] {""}
}

## 행위자들은 얼마나 떨어져 있는가

distances-actor = 거리의 기준
distances-day = 입장이 알려진 시점
distances-day-article = 기사의 날
distances-day-end = { $year }년 말
distances-votes = 유엔 표결
distances-votes-option = { distances-counted }
distances-counted = { $votes ->
    [all] 모든 표결
    [nuclear] 핵 관련 표결
   *[other] { $votes } 표결
}
column-country = 나라
column-steps-apart-on-average = 평균 단계 차이
column-shared-issues = 공통 쟁점
column-ideal-points-apart = 이상점 차이
distances-points = { $case ->
    [same] 같은 나라
   *[none] 추정치 없음
}
distances-by-steps =
    입장 기준
    쟁점마다 −2에서 +2까지의 수준 차이의 평균
    가장 가까움
    가장 멂
distances-by-points =
    유엔 투표 기준
    두 나라 투표 사이의 점수 차이
    가장 가까움
    가장 멂
distances-left-out = 공통 쟁점이 { $least }건보다 적어 입장에 따른 자리가 없음: { $actors }.
distances-title = { $case ->
    [none] { $actor }: 비교하기에는 공통 쟁점이 너무 적음
    [votes] { $actor }에 가장 가까운 쪽, 유엔 표결에 따라: { $voted }; 입장은 공통 쟁점이 너무 적음
    [stances] { $actor }에 가장 가까운 쪽, 입장에 따라: { $coded }
   *[told] { $nearest ->
        [same] { $actor }에 가장 가까운 쪽, 입장과 유엔 표결 모두: { $coded }
        [home] { $actor }에 가장 가까운 쪽, 입장과 유엔 표결 모두: { $voted }의 { $coded }
       *[apart] { $actor }에 가장 가까운 쪽: 입장에 따라 { $coded }, { $leap ->
            [none] 그러나 유엔 표결에 따라 { $voted }
           *[other] 유엔 표결에 따라 { $voted }
        }
    }
}{ $leap ->
    [none] {""}
   *[other] ; 표결에 따라 { $leap }: { $fallen ->
        [0] { $passed } 앞으로
       *[other] { $behind } 뒤로
    }
}
distances-subtitle = { $case ->
    [none] {""}
   *[told] { $actor }에 [record|● 가장 가까운 쪽]; 가장 가까운 쪽에서 가장 먼 쪽까지의 두 척도, 순서만 비교하십시오{ $lines ->
        [0] {""}
       *[other] ; 선은 정부와 그 나라를 이음{ $leap ->
            [none] {""}
           *[other] {" "}([ink|━ { $leap }])
        }
    }.{" "}
}{ $day }까지 알려진 입장; 유엔 { distances-counted }, { $known ->
    [yes] 제{ $session }차 회기, { $year }년 시작
   *[no] 그때 알려진 회기 없음
}
distances-sentence = { $case ->
    [told] { distances-by-stances } { distances-by-votes } { distances-order }{ distances-few }
    [stances] { distances-by-stances }{ distances-few }
    [votes] { distances-nobody }. { distances-by-votes }
   *[none] { distances-nobody }. 비교할 것이 없습니다.
} 계산한 것: { distances-used }, 최근 { $months }개월 이내.
distances-nobody = { $day }까지, 최근 { $months }개월 이내의 입장에서 { $actor } 쪽과 공통 쟁점이 { $least }건 이상인 다른 나라 행위자가 없습니다
distances-by-stances = 다른 나라 행위자 가운데 분류된 입장에서 { $actor }에 가장 가까운 쪽: { $each }, { $steps }단계.
distances-by-votes = 유엔의 { distances-counted }에서 가장 가까운 쪽: { $voted }({ $points }점).{ $close ->
    [yes] {" "}거의 같은 값입니다. 그러나 숫자 하나가 많은 표결을 합친 것이어서, 개별 표결에서는 다를 수 있습니다.
   *[no] {""}
}
distances-each = { $actor }(공통 쟁점 { $issues }건)
distances-used = 입장 { $used }건
distances-order = { $ordered ->
    [0] 두 척도 모두로 순서를 정할 수 있는 다른 쌍은 없습니다.
   *[other] 두 척도 모두로 순서를 정할 수 있는 다른 쌍은 { $ordered }개입니다. 그중 { $same }개는 순서가 같고, { $opposite }개는 반대입니다.
}
distances-few = { $few ->
    [0] {""}
   *[other] {" "}제외: 공통 쟁점이 { $least }건보다 적은 행위자 { $few }곳.
}
distances-source = 출처: 표 stances, un_ideal_points(Bailey, Strezhnev, Voeten).

## 누구의 말인가

speakers-of-kind = { $case ->
    [reporter] 기자
    [official] 공직자
    [analyst] 이름이 밝혀진 분석가
    [state-media] 국영 매체
    [document] 문서
    [unnamed-group] 이름 없는 집단
   *[labelled] { $label }
}
column-words = 단어
column-counted = { $count ->
    [words] 단어
    [quoted] 인용된 단어
   *[paragraphs] 단락
}
column-heard-words = { heard-noun }
column-share = 비율
column-share-of-the-words = 단어 비율
column-events = 사건
column-per-100-words = 100단어당
voices-by = 묶는 기준
voices-by-speaker = 말하는 사람
voices-by-kind = 말하는 사람의 종류
voices-by-employer = 소속
voices-by-country = 소속 기관의 나라
voices-count = 세는 것
voices-count-words = 모든 단어
voices-count-quoted = 따옴표 안의 단어
voices-count-paragraphs = 단락
voices-own = { $voice } 자신의 말
voices-own-with = 포함
voices-own-without = 제외
voices-no-employer = 소속이 밝혀지지 않음
voices-no-country = 나라가 밝혀지지 않음
voices-share = { $case ->
    [under] 1% 미만
   *[told] { $percent }%
}
voices-bar = { $share } ({ $number })
voices-each = { $group } { $number }({ $share })
voices-noun = { $count ->
    [words] 단어
    [quoted] 따옴표 안의 단어
   *[paragraphs] 단락
}
voices-title = { $case ->
    [empty] 본문에 해당 { voices-noun } 없음
   *[told] { $first }: { $ties ->
        [1] {""}
       *[other] 각각{" "}
    }{ $count ->
        [paragraphs] { voices-noun }의 { $first_share }에 말이 나옴
       *[words] { voices-whose }{ voices-noun }의 { $first_share }
    }{ $others ->
        [0] {""}
       *[other] ; 다음 { $second }, { $second_share }
    }
}
voices-whose = { $own ->
    [with] {""}
   *[without] { $count ->
        [words] { $voice }의 것이 아닌{" "}
       *[other] {""}
    }
}
voices-span = { $paragraph }번 단락: { $name }, { $words }단어
voices-begin = 첫 단어
voices-end = 마지막 단어
voices-early = 글의 { $after } 뒤, 첫 단어
voices-key = { $ties ->
    [1] { $foremost }
   *[other] 처음 { $ties }곳
}
voices-subtitle = { $case ->
    [empty] { voices-noun }
   *[told] { voices-whole } 중의 비율(괄호 안은 개수). 아래는 한 낱말씩 읽는 순서로: [record|■ { voices-key }], [muted|■ 다른 사람들]{ $blank ->
        [none] {""}
        [own] , [ink|□] { $voice }
       *[quoted] , [ink|□] 따옴표 밖
    }
}
voices-sentence = { $case ->
    [empty] 표에 해당 { voices-noun }: 없음.
   *[told] { voices-whole } 중: { $foremost } { $first_number }({ $first_share }).{ $nexts ->
        [0] {""}
       *[other] {" "}다음: { $next }.
    }{ voices-rest }{ $count ->
        [paragraphs] {" "}한 단락에 여러 목소리가 있을 수 있습니다.
       *[words] {""}
    }
}
voices-whole = { $count ->
    [paragraphs] { $own ->
        [without] { $voice } 외의 목소리가 있는{" "}
       *[with] {""}
    }단락 { $whole }개
    [quoted] 따옴표 안의 { voices-words }
   *[words] { $own ->
        [without] { $voice } 자신의 말이 아닌{" "}
       *[with] {""}
    }{ voices-words }
}
voices-words = 단어 { $whole }개
voices-rest = { $rest ->
    [0] {""}
   *[other] {" "}나머지 { $rest }곳: { $count ->
        [paragraphs] 더 적음
       *[words] 합쳐서 { $rest_share }
    }.
}
voices-source = 출처: 표 paragraphs(본문의 모든 단어를 한 목소리에 배정), speakers. 나라는 소속 기관의 나라이며, 그 사람의 국적이 아닙니다.

## 누가 행동하고 누구의 말이 들리는가

heard-by = 표시
heard-by-country = 나라
heard-by-actor = 사람 또는 기관
heard-told = 사건
heard-told-named = 기사가 언급한 것
heard-told-implied = 기사가 암시만 한 것도
heard-count = 단어
heard-count-words = 인용 또는 요약
heard-count-quoted = 인용
heard-events-number = 사건 { $number }건
heard-events-bar = { $case ->
    [none] { heard-events-number }
   *[some] { $share } ({ heard-events-number })
}
heard-of = { $share }({ $whole }건 중 { $number }건)
heard-words-number = 단어 { $number }개
heard-words-bar = { $case ->
    [none] { heard-words-number }
   *[some] { $share } ({ heard-words-number })
}
heard-noun = { $count ->
    [words] 단어
   *[quoted] 인용된 단어
}
heard-events = 사건 { $all_events }건
heard-title = { $case ->
    [empty] 표에 기사의 사건이 없음
   *[told] { $group }: { heard-events } 중 { $events }건에 참여, { heard-not-own }{ heard-noun }의 { $words ->
        [0] 0%
       *[other] { $share }
    }
}
heard-subtitle = [record|● 행동한다]: 기사의 사건 중 혼자 또는 함께 참여한 것의 비율. [ink|○ 들린다]: { heard-not-own }{ heard-noun } 중의 비율
heard-not-own = { $told_by ->
    [nobody] {""}
   *[somebody] { $voice } 자신의 것이 아닌{" "}
}
heard-group = { $case ->
    [acts] 들리는 것보다 더 많이 행동한다
    [heard] 행동하는 것보다 더 많이 들린다
   *[equal] 행동하는 만큼 들린다
}
heard-left = { $silent ->
    [yes] 다른 { $count }곳은 { heard-most } 행동하지만 말이 들리지 않습니다
   *[no] 다른 { $count }곳은 그리지 않았습니다
}. 표를 보십시오.
heard-most = { $most ->
    [0] 사건 0건에서
   *[other] 많아야 사건 { $most }건에서
}
heard-nowhere = { $group }: 예를 들어 { $names }.
heard-sentence = { $case ->
    [empty] 표에 기사의 사건이 없습니다.
   *[told] { $group }: { heard-events } 중 { $events }건에 관련됩니다. { heard-not-own }{ heard-noun } { $all_words }개 중 { $words }개가 { $group }에 배정되었습니다{ $voices ->
        [0] {""}
       *[other] : { $speakers }
    }{ $silents ->
        [0] {""}
       *[other] . 자신의 { heard-singular } 없이 등장하는 쪽: { $silent }
    }.
}
heard-singular = { $count ->
    [words] 단어
   *[quoted] 인용된 단어
}
heard-others = 다른 { $count }곳
heard-speaker = { $name } { $number }({ $kind })
heard-source = 출처: 표 events(열 in_article), paragraphs, speakers.

## 목소리마다 얼마나 완화해서 말하는가

hedges-by = 묶는 기준
hedges-by-speaker = 말하는 사람
hedges-by-kind = 말하는 사람의 종류
hedges-by-how = 말하는 방식
hedges-how = { $label }
hedges-kind = 표현
hedges-kind-hedges = 모든 완화 표현
hedges-kind-booster = 강조 표현, 완화 표현의 반대
hedges-measure = 척도
hedges-measure-rate = 100단어당
hedges-measure-number = 수
hedges-few = 단어가 너무 적음
hedges-retold = { $who }, 옮긴 말
hedges-nobody = 표에 이름이 없는 사람
column-found = { hedges-noun }
hedges-word = “{ $word }”
hedges-noun = { $kind ->
    [hedges] 완화 표현
    [booster] 강조 표현
   *[other] { $kind_name } 표현
}
hedges-singular = { $kind ->
    [hedges] 완화 표현
    [booster] 강조 표현
   *[other] { $kind_name } 표현
}
hedges-total = { hedges-noun } { $total }개
hedges-title = { $case ->
    [none] 발췌문에 { hedges-noun } 없음
    [few] { hedges-total }, 비교하기에는 단어가 너무 적음
    [number] { $best }: { hedges-noun } { $total }개 중 { $equal ->
        [1] {""}
       *[other] 각각{" "}
    }{ $best_number }개
   *[rate] { $best }: 100단어당 { hedges-noun } { $best_rate }개{ $behind ->
        [0] {""}
       *[other] ; { $last_group }: { $last_rate }개
    }
}
hedges-subtitle = { $kind ->
    [hedges] 완화 표현(의심의 여지를 남기는 말)
    [booster] 강조 표현(뜻을 강하게 하는 말)
   *[other] { $kind_name } 표현
}{ $measure ->
    [rate] {" "}100단어당, 괄호 안은 개수
   *[number] {""}
}. 기사의 발췌문에서: { $key }
hedges-key = { $case ->
    [record] [record|■ { $group }]({ hedges-counted })
   *[muted] [muted|■ { $group }]({ hedges-counted })
}
hedges-counted = 센 단어 { $words }개
hedges-rest = 그 밖의 { $kind ->
    [hedges] 종류 { $others }개
   *[other] 표현 { $others }개
}
hedges-whole = 단어 { $whole }개
hedges-sentence = 발췌문({ hedges-whole })에 있는 것: { $case ->
    [none] { hedges-noun } 0개
   *[other] { hedges-total }{ $repeated ->
        [yes] , 가장 잦은 것은 { $common }
       *[no] {""}
    }{ hedges-list }
}.
hedges-list = { $case ->
    [number] . { $group }별: { $each }
    [rate] . 100단어당: { $each }{ $few ->
        [0] {""}
       *[other] . 다른 { $few }곳은 단어가 너무 적어 비율을 낼 수 없습니다
    }
   *[few] {""}
}
hedges-number = { $words }단어 중 { $number }개
hedges-each = { $case ->
    [number] { $group } { $number }개
   *[rate] { $group } { $rate }개({ hedges-number })
}
hedges-value = { $case ->
    [none] { hedge-none }
    [rate] { $rate }({ $number })
   *[number] { $number }
}
column-which = 어떤 표현
hedges-source = 출처: 표 excerpts, hedges. 발췌문만 셌습니다. 단어는 인용이나 주장의 말하는 사람에게, 없으면 { $told_by ->
    [nobody] 그 단락에서 혼자 말하는 사람
   *[somebody] { $voice }
}에 배정되므로 단어 수가 목소리 차트와 조금 다릅니다. 수치는 반올림했습니다.

## 시간을 다루는 차트

of-country = { $name }, { $country }
launch-day = 발사가 있은 날
launch-days = 발사가 있은 날
launch-day-title = { launch-day-count }: { $names }
launch-day-count = 미사일 발사 { $number }회
dated-title = { $when }: { $title }
axis-month = %-m월
axis-year = %Y

article-day = 기사의 날
article-after = 기사 이후
article-then = 이후
filled-key = { $code ->
    [named] [record|●] 기사에서 언급
    [implied] [record|⊙] 암시만
   *[no] [record|○] 빠짐
}
seen-everything = 기록에 있는 모든 것
seen-article-day = 기사의 날({ $day })
seen-end-of-year = { $year }년 말

column-number = 번호
column-date = 날짜
column-place = 장소
column-in-article = 기사에서
column-leader = 지도자
column-meetings = 만남
column-half-year = 반기

## 한 지도자가 다른 지도자를 몇 번 만났는가

counts-year = 연도
counts-year-all = 모든 연도
counts-times = { $count }회
counts-each = { $name } { counts-times }
counts-title = { $leader }의 만남: { $top } { $tops ->
    [1] {""}
   *[other] 각{" "}
}{ counts-times }, 가장 많음{ $case ->
    [year] {" "}({ $years })
   *[whole] {""}
}; 기사가 말하는 만남: { $spoken ->
    [none] 없음
   *[some] { $with }
}
counts-subtitle = { $leader }의 만남, { $years }: [record|■ 기사에서 언급]{ $implied ->
    [0] {""}
   *[other] , [record|▨ 이름 없이 암시]
}, [record|□ 빠짐]
counts-sentence = { $years }: { $leader }의 만남은 { $each }입니다.
counts-source = 출처: 표 events에서 종류가 summit인 행. 행마다 출처가 적혀 있습니다.

## 누가 누구를 언제 만났는가

meetings-who = 만난 상대
meetings-who-all = 모든 지도자
meetings-seen = 보는 시점
meetings-beside = 함께 표시
meetings-beside-none = 없음
meetings-count = 만남 { $count }회
meetings-whom = { $who ->
    [all] 다른 지도자들
   *[other] { $whom }
}
meetings-title = { $case ->
    [none] 그때 알려진 만남 없음
    [then] 그때 알려진 { meetings-count }, { meetings-told }
   *[record] { meetings-count }, { meetings-told }
}
meetings-told = 기사에서 언급한 것 { $named }회; { $silence ->
    [none] 마지막: { $last }, { MONTH($date) }
   *[other] 그 뒤 { meetings-days } 동안 없음
}
meetings-subtitle = { $leader }의 만남, 상대: { meetings-whom }{ $signs ->
    [0] {""}
   *[other] : { $key }
}
meetings-span = { $span ->
    [day] { $end }
   *[days] { $start }부터 { $end }까지
}
meetings-silence = { $silence ->
    [none] {""}
    [article] . 그 뒤 { article-day }까지 { meetings-days } 동안은 기록에 만남이 없습니다
   *[day] . 그 뒤 { $until }까지 { meetings-days } 동안은 기록에 만남이 없습니다
}
meetings-days = { $days }일
meetings-also = { $beside ->
    [nothing] {""}
   *[some] {" "}그 옆에 함께 표시한 것: { meetings-also-count }.
}
meetings-also-count = { $number ->
    [1] { $kind } { $number }건
   *[other] { $kinds } { $number }건
}
meetings-sentence = { $case ->
    [none] { $leader }의 만남(상대: { meetings-whom }) 중 그때 알려진 것은 없습니다.
   *[known] { $leader }의 만남(상대: { meetings-whom }): { meetings-count }, { meetings-span }{ meetings-silence }.
}{ meetings-also }
meetings-none = { meetings-days } 동안 만남 없음
meetings-source = 출처: 표 events. 행마다 출처와 출처끼리 다른 점이 적혀 있습니다.{ $launches ->
    [listed] {" "}발사: 표 missile_tests.
   *[none] {""}
}
meetings-needs = { $leader } 및 다른 사람의 만남(종류가 summit인 사건)

## 반기별 접촉

contacts-country = 접촉 상대
contacts-country-all = 모든 나라
contacts-seen = 보는 시점
contacts-whom = { $country ->
    [all] 다른 나라들
   *[other] { $whom }
}
contacts-total = 만남과 회담 { $total }회
contacts-title = { $case ->
    [none] 기록에 만남과 회담 없음
    [end] { contacts-total }; 마지막은 { $end }
   *[quiet] { contacts-total }; 그 뒤 { MONTH($end) }부터 { MONTH($until) }까지 { contacts-days } 동안 없음
}
contacts-days = { $days }일
contacts-head = { $kind }, { $number }회
contacts-subtitle = { $side }의 만남과 회담, 상대: { contacts-whom }, 때가 가까우면 쌓음{ $signs ->
    [0] {""}
   *[other] : { $key }
}
contacts-meetings = 정상 간 만남 { $meetings }회
contacts-rounds = { $talks }회
contacts-sentence = { $case ->
    [none] 이 기간의 접촉(상대: { contacts-whom })은 표에 없습니다.
   *[some] 표에 있는 접촉(상대: { contacts-whom })은 { contacts-meetings }, 당국자 회담 { contacts-rounds }입니다. { $peak ->
        [last] 마지막 접촉의 시기: { $last }.
       *[earlier] 가장 많은 시기: { $busiest }({ $most }회). 마지막 접촉의 시기: { $last }.
    }
}
contacts-bracket = { contacts-days } 동안 없음
contacts-needs = 다른 나라와의 정상 간 만남 또는 실무자 회담
contacts-source = 출처: 표 events에서 종류가 summit 또는 talks인 행. 동맹국 방문과 서신은 넣지 않았으며, 모든 접촉은 아닙니다.

## 두 만남 뒤에 이어진 일

aftermath-within = 기간
aftermath-kind = 표시
aftermath-kind-none = 아래의 모든 것
aftermath-years = { $years }년
aftermath-title = { aftermath-years } 이내의 { $kinds }: { $counts }
aftermath-needs = 사건 “{ $name }”에 참여한 두 나라의 행위자 둘
aftermath-subtitle = 각 만남이 끝난 뒤의 날수. [record|채움]: 해당 기사에서 언급; [record|점무늬]: 암시; [record|빈 것]: 빠짐; 옅은 것: 기사 뒤
aftermath-not-kept = 기록하지 않음
aftermath-after = { $name } 뒤 { $kept ->
    [no] { aftermath-not-kept }
   *[yes] { $number ->
        [0] { number-none }
       *[other] { $number }건
    }
}
aftermath-lane = { $name }: { $kinds }, { $kept ->
    [no] { aftermath-not-kept }
   *[yes] { $number }건
}
aftermath-number = { $kinds }: { $kept ->
    [no] 표에 { aftermath-not-kept }
   *[yes] { $number }건
}
aftermath-story = { $name }, { aftermath-years } 이내: { $counts }{ $again ->
    [no] {""}
   *[yes] ; 같은 두 사람이 { $days }일 뒤 다시 만남
}{ $record ->
    [whole] {""}
   *[short] ; 기록은 이 기간이 끝나기 전인 { $end }에 끝남
}.
aftermath-sentence = { $stories }
aftermath-source = 출처: 각 묶음의 표 events. 각각 서로 다른 규칙으로 고른 것입니다.
column-meeting = 만남
column-days-later = 지난 날수
column-when = 언제
column-kind = 종류
column-what = 내용

## 기간별 발사

table-named = 표 { $table }
launch-count = 발사 { $total }회
of-type = { $missiles ->
    [all] {""}
   *[other] ({ $type })
}
launches-period = 세는 단위
launches-period-Q = 분기
launches-period-M = 월
launches-period-Y = 연도
launches-missiles = 미사일
launches-missiles-all = 모든 종류
launches-beside = 함께 표시
launches-beside-none = 없음
launches-beside-both = 둘 다
launches-beside-after = 기사 이후의 일
launches-events = { $kind ->
    [exercise] { $kinds } 실시
   *[other] { $kinds }
}
launches-lane = { $off ->
    [0] { $kinds }
   *[other] { $kinds }; ✕ 취소
}
launches-title = { $meeting ->
    [none] 기사의 날까지 { launches-before }
   *[named] { $place } 만남 전 { $quiet ->
        [no] {""}
       *[yes] { $days }일 동안{" "}
    }발사{ of-type } 0회, { $then ->
        [0] 그 뒤 기사의 날까지도 0회
       *[other] 그 뒤 기사의 날까지 { $then }회
    }
}
launches-before = 발사 { $before }회
launches-subtitle = 표시 하나는 미사일 발사{ of-type } 1회, { $period ->
    [Q] 분기별로
    [M] 월별로
   *[Y] 연도별로
} 쌓음{ $drawn ->
    [all] : [record|■] 기사의 날까지, [after|■] 그 뒤
   *[before] , 기사의 날까지
}
launches-more = { $year }년 말까지 { $more }회 더
launches-none = { $day } 이후 없음
launches-quiet = { meetings-days } 동안 발사 없음
launches-known = { $total ->
    [0] {""}
   *[other] . 기사의 날까지 { $before }회, 그 뒤 { $after }회입니다{ $meeting ->
        [none] {""}
       *[named] . { $end }에 끝난 { $place } 만남과 기사의 날 사이에는 { $then }회입니다
    }{ $gap ->
        [no] {""}
       *[yes] . 두 발사 사이의 가장 긴 기간은 { $first }부터 { $last }까지 { launches-longest }입니다
    }
}
launches-longest = { $longest }일
launches-sentence = { $years }: 목록에 있는 발사{ of-type }는 { $total }회입니다{ launches-known }.{ $compared }
launches-compared = { $case ->
    [none] 이 기간의 표에 ‘{ $events }’ 항목이 없습니다.
    [all] { launches-having } 모두에 ‘{ $events }’ 항목이 있습니다.
   *[some] ‘{ $events }’ 항목이 있는 { launches-having }에는 발사 { launches-number }, 나머지 { launches-lacking }에는 { $others }회입니다.
}
launches-having = { $having }{ $period ->
    [Q] 개 분기
    [M] 개월
   *[Y] 개 연도
}
launches-lacking = { $lacking }{ $period ->
    [Q] 개 분기
    [M] 개월
   *[Y] 개 연도
}
launches-number = { $number }회
launches-rest = 나머지 { launches-lacking }
launches-source = 출처: { $sources }.
column-period = 기간
column-launches = 발사

## 무엇을 쏘았고 무엇을 쏘지 않았는가

kinds-year = 연도
kinds-year-all = 모두
kinds-beside = 함께 표시
kinds-beside-none = 없음
kinds-beside-other-list = 둘째 목록에만 있는 날
kinds-only = 다음에만 있음: { $list }
kinds-when = {" "}({ $when })
kinds-each = { $type } { $number }회
kinds-days = { $days }일
kinds-nuclear = { $nuclear ->
    [1] { $test } { $nuclear }회
   *[other] { $tests } { $nuclear }회
}
kinds-title = { $years }: { launch-count }{ $case ->
    [none] {""}
    [one] {" "}({ $most })
    [type] , 모두 { $most }
   *[types] , 그중 { $most } { $number }회
}, { kinds-nuclear }
kinds-subtitle = 발사 또는 사건의 수: { $year ->
    [all] { kinds-tenses }
   *[year] { $tenses ->
        [both] { kinds-tenses }, 모두 { $years }
        [after] [after|■] { $years }, 기사의 날 이후
       *[before] [record|■] { $years }
    }; [muted|■] 다른 해
}
kinds-longer = 막대가 길수록 많음
kinds-tenses = [record|■] 기사의 날까지, [after|■] 그 뒤
kinds-sentence = { $years }: 목록에 있는 것은 { launch-count }{ $case ->
    [none] {""}
   *[some] ({ kinds-days }에 걸쳐: { $each }){ $lacking ->
        [none] {""}
       *[some] , 목록에 없는 것: { $without }
    }
}. 사건 표에 있는 것: { kinds-nuclear }{ $tested }.{ $beside ->
    [none] {""}
   *[some] {" "}{ $also }: { kinds-also-days }{ $also_when }.
}
kinds-also-days = { $also_days }일
kinds-source = 출처: { $sources }.
column-how-many = 수
column-days = 날수
column-as-listed = 목록에 적힌 대로

## 각 만남 전후의 발사

windows-days = 전후 날수
windows-who = 만남
windows-who-all = 모두
windows-who-named = 기사가 언급한 것
windows-who-one = 상대가 { $name }인 것
windows-missiles = 미사일
windows-missiles-all = 모든 종류
windows-meeting = { $name }, { $date }
windows-count = 만남 { $total }회
windows-title = { $case ->
    [none] 표에 그런 만남이 없음
   *[some] { $inside ->
        [0] { windows-count } 전후 { $days }일 동안 발사 없음
       *[other] { windows-count } 중 { windows-more }는 뒤 { $days }일의 발사가 전보다 많고, { $fewer }회는 적음
    }
}
windows-more = { $more }회
windows-inside = { $twice ->
    [0] 발사는 모두 { $inside }회
   *[other] 서로 다른 발사는 모두 { $inside }회
}
windows-none = 만남 { $total }회, { $first } - { $last }
windows-subtitle = 칸 하나는 [ink|◆] { $leader }의 만남 [muted|전] 또는 [record|후] { $days }일 동안의 미사일 발사{ of-type } 하나{ $twice ->
    [0] {""}
   *[other] ; [record~|■] 위의 줄에서 이미 셈
}
windows-whom = { $who ->
    [all] {""}
    [named] (기사가 언급한 것)
   *[other] (상대: { $whom })
}
windows-overlap = { $twice ->
    [0] {""}
   *[other] {" "}다만 기간이 겹칩니다. 서로 다른 발사 { $inside }회 { $overlap ->
        [all] 모두를
       *[some] 중 { $twice }회를
    } 두 번 이상 셌습니다.
}
windows-sentence = { $case ->
    [none] 기사의 날까지 표에 그런 만남이 없습니다.
   *[some] 만남 뒤 { $days }일과 그 전 { $days }일의 발사{ of-type }: { windows-count }{ windows-whom } 중 뒤에 더 많은 것 { $more }회, 더 적은 것 { $fewer }회, 같은 것 { $same }회. 발사를 모두 더하면 전 { $before }회, 후 { $after }회입니다.{ windows-overlap }
}
windows-source = 출처: { $sources }.
column-before-days = { $days }일 전
column-after-days = { $days }일 후
column-before-rate = 전, { $month }일당
column-after-rate = 후, { $month }일당

## 두 목록에 있는 같은 발사

lists-by = 비교 기준
lists-by-printed = 각 목록에 적힌 날
lists-by-moved = 첫째 목록은 현지 날짜
lists-by-local = 둘 다 현지 날짜, 오류는 고침
lists-years = 기간
lists-years-known-then = { $year }년부터 기사의 날까지
lists-found-both = 두 목록 모두
lists-found-first = 첫째 목록에만
lists-found-second = 둘째 목록에만
lists-row-both = 두 목록에서 같은 날
lists-row-pair = { $zone ->
    [all] 하루 차이(세계시 / 현지 시각)
   *[other] 같은 발사, 하루 차이
}
lists-row-first = { lists-found-first }: { $list }
lists-row-second = { lists-found-second }: { $list }
lists-example = 같은 발사({ $what }): { $example ->
    [clock] 세계시로 { $date }, 현지 시각으로 { $pair }
   *[other] 첫째 목록은 { $date }, 둘째 목록은 { $pair }
}{ $zone ->
    [some] ; { $pairs }일 가운데 { $clock }일은 세계시와 현지 시각의 차이
   *[all] {""}
}
lists-alone = 한 목록에만 { $alone }
lists-compared = { $by ->
    [printed] 각 목록에 적힌 날
    [moved] 첫째 목록은 현지 날짜, 둘째 목록은 적힌 날
   *[local] 현지 날짜, 알려진 오류는 고침
}
lists-days = { $days }일
lists-title = { $case ->
    [none] 이 기간에는 두 목록 모두 발사가 없음
    [pairs] 미사일 발사의 두 목록: { $both }일은 같고, { $pairs }일은 { $zone ->
        [all] 시간대 때문에{" "}
       *[some] {""}
    }하루 차이, { $alone }일은 한 목록에만 있음
   *[some] 발사가 있은 { $total }일 중 { $both }일이 두 목록에 모두 있음
}
lists-subtitle = 칸 하나가 발사가 있은 하루, { $when }, 비교 기준: { lists-compared }: [record|■] 두 목록 모두, { $case ->
    [pairs] { $late ->
        [none] [record~|■] 하루 차이,{" "}
       *[some] 더 옅은 칸: 하루 차이,{" "}
    }
   *[some] {""}
}[record|□] 한 목록에만{ $late ->
    [none] {""}
   *[some] ; [after|■] 기사의 날 이후
}
lists-both = { $both }일
lists-on-first = { $on_first }일
lists-sentence = { $case ->
    [none] { $when }: 두 목록 모두 발사가 없습니다.
   *[some] { $when }: 두 목록 모두에 있는 날 { lists-both }, 첫째에만 있는 날 { $one }일, 둘째에만 있는 날 { $two }일. 비교 기준: { lists-compared }. 발사가 있은 날은 첫째 목록({ $first })에 { lists-on-first }, 둘째 목록({ $second })에 { $on_second }일입니다.{ $days ->
        [0] {""}
       *[other] {" "}날짜가 같은 것은 우연일 수 있습니다. { $both }일 중 { lists-days }은 두 행이 서로 다른 발사에 관한 것입니다.
    }
}
lists-source = 출처: { $sources }.
lists-chance = 적힌 날은 같지만 다른 발사입니다.
lists-moved = 다른 목록에는 이 발사가 다음 날짜로 있습니다: { $days }.
lists-unknown = 알려진 이유가 없습니다.
column-list = 어느 목록
column-day = 날짜
column-reason = 차이에 대해 알려진 것

## 연도별 또는 월별 무역

column-usd-million = 백만 미국 달러
column-percent-before = 1년 전 대비 퍼센트
column-series = 계열
column-compared-with = 비교한 것
column-figure = 수치
column-known-date = 공개된 날

trade-view = 표시
trade-view-year-linear = 연도별
trade-view-year-percent = 연도별, 전년 대비 %
trade-view-month-linear = 월별
trade-view-month-log = 월별, 로그 눈금
trade-view-month-percent = 월별, 1년 전 대비 %
trade-flow = 방향
trade-seen = 보는 시점
trade-title = { $case ->
    [unknown] { $table }: 그때 알려진 수치 없음
    [none] { $table }: 표에 수치 없음
    [percent] { $table }, { $period }: 1년 전의 { $percent }퍼센트
   *[each] { $table }, { $period }: { $number }백만 달러{ $change ->
        [none] {""}
        [less] , 1년 전보다 { $changed }퍼센트 적음
       *[more] , 1년 전보다 { $changed }퍼센트 많음
    }
}
trade-subtitle = { $way ->
    [total] 두 방향을 더함
   *[other] { $flow }
}, { $scale ->
    [percent] 1년 전 대비 퍼센트
   *[linear] 백만 달러
}{ $late ->
    [late] . [after|█] { $day } 뒤에 공개
   *[none] {""}
}{ $open ->
    [derived] . [record|□] 발표가 아니라 계산한 값
   *[none] {""}
}{ $starred ->
    [series] . { $main }의 수치; * { $others }
   *[none] {""}
}{ $broad ->
    [joint] . 넓은 것: 두 달을 합친 수치
   *[none] {""}
}
trade-change = { $case ->
    [less] −{ $number }%
   *[more] +{ $number }%
}
trade-fall = { $resolutions ->
    [0] 1년 사이
   *[other] { $year }년 유엔 결의 { $resolutions }건 뒤
}
trade-about = ≈{ $number }
trade-what = { $table }(방향: { $flow })
trade-sentence = { $case ->
    [unknown] { trade-what }: 이 기간의 그런 수치가 표에 없습니다.
    [none] { trade-what }: 이 기간의 그런 수치가 표에 없습니다.
   *[known] { trade-what }: { $period } { $number }백만 미국 달러(계열 { $series }), { $change ->
        [none] 비교할 것이 없습니다
       *[known] 1년 전의 { $percent }퍼센트입니다
    }.{ trade-last }{ trade-extremes }{ trade-joint-sentence }{ trade-missing }
}
trade-last = { $unit ->
    [year] {""}
   *[month] {" "}수치가 있는 마지막 달: { $last }.
}
trade-extremes = { $extremes ->
    [none] {""}
   *[known] {" "}{ $unit ->
        [year] 표에서 가장 높은 해
       *[month] 그해 가장 높은 달
    }: { $case ->
        [percent] { $high }({ $high_number }퍼센트), 가장 낮은 때: { $low }({ $low_number }퍼센트)
       *[each] { $high }({ $high_number }백만 달러), 가장 낮은 때: { $low }({ $low_number }백만 달러)
    }.
}
trade-joint = { $period }({ $number }백만 달러)
trade-joint-sentence = { $joint ->
    [0] {""}
   *[other] {" "}두 달을 합친 수치로 발표되어 평균으로 그린 것: { $joint_periods }.
}
trade-missing = { $missing_case ->
    [none] {""}
    [named] {" "}수치가 없는 때: { $missing_periods }.
   *[counted] {" "}그 사이에 수치가 없는 때: { $unit ->
        [year] { $missing }개 연도
       *[month] { $missing }개월
    }.
}
trade-source = 출처: 표 trade. 행마다 출처가 적혀 있습니다. 표의 줄표: 수치 없음. 계열이 다르면 같은 것을 센 것이 아닙니다.
trade-base = { $basis ->
    [none] {""}
    [reported] 출처가 밝힌 수치
   *[derived] { $number } ({ $series })
}
trade-basis = { $basis ->
    [derived] 계산한 값
   *[reported] 발표된 값
}
trade-number = { $measure ->
    [percent] { $number }%
   *[each] { $number }
}
trade-mark = { $period }{ $case ->
    [joint] , 합친 수치: 월평균 { $number }
   *[each] : { $number }
} ({ $series })
trade-label = { $case ->
    [over] ↑ { $number }
    [month] { $month } { $number }
   *[year] { $number }
}
trade-no-figure = { $unit ->
    [year] 수치 없음
   *[month] –
}

## 날짜별 연결의 상태

everybody = 모두
column-link = 연결
column-with = 상대
column-state = 상태
column-since = 시작된 날
column-happened = 일어난 일
column-last-used = 알려진 마지막 이용

links-needs = 표 threads에 있는 연결
links-day = 날짜
links-on = { $day }{ $case ->
    [article] {" "}(기사의 날)
   *[other] {""}
}
links-whom = 연결 상대
links-judged = 판단 기준
links-judged-then = 그날 알려져 있던 것
links-judged-now = 기록 전체
links-state = { $state ->
    [open] 열림
    [limited] 일부 열림
    [closed] 닫힘
    [used] 이용이 확인됨
    [unsure] 불확실
   *[none] 아직 행이 없음
}
links-short = { $state ->
    [none] { links-state }
    [open] 열림{ $case ->
        [unknown] {""}
       *[on] , { $day }부터
    }
    [limited] { $day }부터 일부 열림
    [closed] { $day } 닫힘
    [used] 알 수 없음, ◆ { $day }
   *[unsure] 알 수 없음, ○ { $day }
}
links-stretch = { links-state }, { $start }부터 { $end }까지
links-that-day = { $day }:
links-group = { links-state }: { $links }.
links-since = { $case ->
    [unknown] { $link }
    [on] { $link }({ $day })
   *[since] { $link }({ $day }부터)
}
links-many = 연결 { $links }건
links-title = { $day }: { links-many } 중 { $found }
links-found = { $state ->
    [unknown] 알 수 없음
   *[other] { links-state }
} { $number }건
links-subtitle = { $who ->
    [all] { $table }
   *[side] { $table }(상대: { $side })
}, { $years }{ $signs ->
    [0] {""}
   *[other] : { $key }
}{ $chosen ->
    [article] {""}
   *[other] ; 점선: 고른 날
}
links-key = { $state ->
    [open] [record|□] 열림
    [limited] [record|▬] 일부 열림
    [closed] [ink|■] 닫힘
    [none] [muted|▪▪▪] 알 수 없음
    [used] [muted|◆] 이용한 날
   *[unsure] [muted|○] 불확실
}
links-from = { $year }년 { $month }부터
links-sentence = { $day }, { $judged ->
    [then] 그날 알려져 있던 것
   *[now] 기록 전체
}에 따르면 { links-many }{ $who ->
    [all] {""}
   *[side] ({ $side })
}, { $found }. { $groups }
links-source = 출처: 표 threads. 단계마다 바탕이 되는 사건이나 보고가 적혀 있습니다. 모든 연결이 아니라 고른 것입니다.
links-mark = { $day }: { $title }

## 갈등의 단계

axis-month-year =
    %-m월
    %Y년
column-step = 단계
column-days-since = 지난 날수
column-wait = 간격 (같은 주제의 앞 단계부터 며칠)
column-thread = 흐름

sequence-thread = 흐름
sequence-all = 모든 흐름(상대: { $side })
sequence-seen = 보는 시점
sequence-half = 반년 전({ $day })
sequence-by = 날짜 기준
sequence-by-date = 단계가 있은 날
sequence-by-known_date = 공개된 날
sequence-mark = { $day }: { $title }{ $case ->
    [late] {" "}({ $public }까지 공개)
   *[same] {""}
}
sequence-steps = { $steps }단계
sequence-title = { $case ->
    [empty] 이 기간에 { sequence-steps }
    [single] 이 기간에 { sequence-steps }
   *[many] { $answered ->
        [yes] “{ $word }”에서 “{ $deed }”까지 { $pair_days }일{ sequence-rank }
       *[no] { $most ->
            [1] { sequence-steps }, 같은 달에 둘이 있는 경우는 없음
           *[other] { $steps }단계 중 { $most }단계가 { MONTH($month) }에 있음
        }
    }
}
sequence-rank = { $rank ->
    [alone] {""}
    [all] , 다른 기다림 { $others }번은 모두 더 길었음
   *[some] , 다른 기다림 { $others }번 중 { $longer }번이 더 길었음
}
sequence-later = { $days ->
    [0] 같은 날
   *[other] { $days }일 뒤
}
sequence-bars = 두 단계 사이의 모든 기다림
sequence-day = { $exact ->
    [day] { $month } { $day }일
    [month] { $month }
   *[year] { $year }년
}
sequence-wait = { $subject }: { $time }
sequence-subtitle = { MONTH($start) }부터 { $home }, { $side } 사이의 단계, { $by ->
    [date] 단계가 있은 날 기준
   *[known_date] 공개된 날 기준
}{ $outside ->
    [0] {""}
   *[other] : { $answered ->
        [yes] [muted|●] 기사에 있음, [muted|○] 없음
       *[no] [record|●] 기사에 있음, [record|○] 없음
    }
}{ $answered ->
    [yes] . 기다림: 같은 주제의 다음 단계까지의 시간
   *[no] {""}
}
sequence-sentence = { $case ->
    [empty] { $thread }: 이 기간의 단계가 표에 없습니다.
    [single] { $thread }: 1단계, “{ $first }”({ $first_day }).{ sequence-rest }
    [two] { sequence-from-to }{ sequence-rest }
   *[many] { sequence-from-to } 가장 가까운 둘: “{ $near }”, “{ $next }”, { $days ->
        [0] 같은 날
       *[other] { $days }일 차이
    }.{ sequence-rest }
}
sequence-from-to = { $thread }: { sequence-steps }, “{ $first }”({ $first_day })에서 “{ $last }”({ $last_day })까지.
sequence-rest = {" "}그날보다 나중에야 공개된 것: { $late }건; 출처마다 다르게 전하는 것: { $differ }건; 기사에 없는 것: { $outside }건.
sequence-source = 출처: 표 threads와 그것이 가리키는 사건과 보고.

## 전망: 어떻게 완화했는가

column-quote = 기사의 말
column-hedges = 완화 표현과 강조 표현
column-who = 누가
column-how = 방식
column-paragraph = 단락
quoted = “{ $text }”
hedge-none = 없음
hedge-group = { $kind } ({ $count })
hedge-bare = 그런 표현 없음
hedge-key = { $case ->
    [hedge] [record|■] 의심의 여지를 남기는 완화 표현이 있음
    [booster] [muted|■] 뜻을 강하게 하는 강조 표현만 있음
   *[neither] [muted|□] 둘 다 없음
}
hedge-count = “{ $word }” { $count }
hedge-kind = { $kind ->
    [possibility] 가능성
    [likelihood] 개연성
    [appearance] 겉모습
    [belief] 믿음
    [doubt] 의심
    [condition] 조건
    [limit] 한정
    [booster] 강조 표현
   *[other] { $kind }
}
hedge-lane = { $kind ->
    [booster] 강조 표현, 완화 표현 아님
    [neither] 둘 다 아님
   *[other] { hedge-kind }
}
forecasts-whose = { $whose ->
    [article] 기사의
   *[speaker] { $speaker }의
}
forecasts-many = 전망 { $forecasts }건

forecast_hedges-speaker = 전망한 쪽
forecast_hedges-said_how = 기사가 전하는 방식
forecast_hedges-any = 모든 방식
forecast_hedges-title = { $case ->
    [none] 표에 그런 전망이 없음
    [single] 전망 1건, 완화 표현 { $hedged ->
        [0] 없음
       *[other] 있음
    }
   *[many] { $hedged ->
        [0] 전망 { $forecasts }건 중 완화 표현이 있는 것은 없음
       *[other] 전망 { $forecasts }건 중 { $hedged }건에 완화 표현이 있음
    }
}
forecast_hedges-subtitle = { forecasts-whose } 전망{ $case ->
    [none] {""}
   *[other] : { $key }
}
forecast_hedges-used = { $hedged ->
    [0] {""}
   *[other] {" "}({ $used })
}
forecast_hedges-sentence = { $case ->
    [none] 이 방식으로 전한 { forecasts-whose } 전망은 표에 없습니다.
    [single] 이 방식으로 전한 { forecasts-whose } 전망 1건에는 완화 표현이 { $hedged ->
        [0] 없습니다
       *[other] 있습니다
    }{ forecast_hedges-used }.
   *[many] { forecasts-whose } { forecasts-many } 중 { $hedged ->
        [0] 완화 표현이 있는 것은 없습니다
       *[other] { $hedged }건에 완화 표현이 있습니다
    }{ forecast_hedges-used }. 뜻을 강하게 하는 강조 표현만 있는 것: { $boosted }건. 둘 다 없는 것: { $neither }건.
}
forecast_hedges-source = 출처: 표 forecasts, claims, 그리고 표현 목록인 hedges.

## 전망: 어떻게 되었는가

column-forecast = 전망
column-outcome = 결과
column-known-by = 알려진 날
column-why = 이유
not-known-then = 그때는 알려지지 않음
outcome-count = { $outcome } { $count }건
outcome-row = { $row } { $all }건 중 { $count }건
outcome-mark = { $statement } ({ $outcome })
outcome-key = { $role ->
    [supported] [supported|✓ { outcome-count }]
    [partly] [partly|◐ { outcome-count }]: 일부만 실현됨
    [contradicted] [contradicted|✕ { outcome-count }]
    [cannot-say] [cannot-say|? { outcome-count }]: 규칙으로 정할 수 없음
   *[muted] [muted|■ { outcome-count }]
}
outcome-group = { $row } ({ $count })

forecast_outcomes-seen = 보는 시점
forecast_outcomes-rows = 행의 기준
forecast_outcomes-rows-speaker = 말하는 사람
forecast_outcomes-rows-kind = 완화 표현의 종류
forecast_outcomes-rows-said_how = 인용 또는 요약
forecast_outcomes-speaker = 전망한 쪽
forecast_outcomes-title = { $case ->
    [open] { forecasts-many }의 결과 중 { $when ->
        [day] { $day }에
       *[record] 그때
    } 알려진 것은 없음
   *[known] 전망 { $forecasts }건 중 { $borne_out } { $happened }건{ $not_borne_out ->
        [0] {""}
       *[other] , 그렇지 않은 것 { $not_borne_out }건
    }{ $open ->
        [0] {""}
       *[other] , 그때 알려지지 않음 { $open }건
    }
}
forecast_outcomes-subtitle = 칸 하나는 { forecasts-whose } 전망 1건, { $when ->
    [day] { $day }에 알려진 것 기준
   *[record] 기록 전체 기준
}: { $key }{ $numbers ->
    [yes] ; 숫자: 자신의 확률, 퍼센트
   *[no] {""}
}
forecast_outcomes-sentence = { $when ->
    [day] { $day }에는
   *[record] 기록 전체에서
} { $case ->
    [open] { forecasts-whose } { forecasts-many }의 결과가 하나도 알려지지 않았습니다.
   *[known] { forecasts-whose } { forecasts-many } 중: { $outcomes }.{ $rows ->
        [1] {""}
       *[other] {" "}행별 ‘{ $borne_out }’: { $each }.{ $others ->
            [0] {""}
           *[other] {" "}전망이 1건씩 있는 다른 { $others }곳 중: { $others_yes }건.
        }
    }
}
forecast_outcomes-source = 출처: 표 forecasts. 행마다 규칙과 근거와 이유가 적혀 있습니다.

## 학습자의 숫자는 얼마나 가까웠는가

percent = { $number }%
column-said = 자신의 숫자
column-happened-number = 일어남 (1 또는 0)
column-distance = 거리의 제곱

score-bands = 숫자를 나누는 수
score-bands-3 = 세 묶음
score-bands-2 = 두 묶음
score-bands-5 = 다섯 묶음
score-title = { $case ->
    [none] 자신의 숫자는 얼마나 가까웠습니까?
    [few] { score-over }, 많은 것을 말하기에는 너무 적음
   *[enough] { score-over }
}
score-over = 전망 { $scored }건에 대한 자신의 브라이어 점수: { $brier }
score-subtitle = 자신의 확률과 맞은 비율의 비교: [supported|✓ 맞음], [contradicted|✕ 틀림], [record|◆ 묶음]; 빈 것: { $enough }건보다 적어 말할 수 없음; 점선: 말한 만큼 일어남
score-many = 점수를 계산한 전망 { $scored }건
score-sentence = { $case ->
    [none] 아직 계산할 점수가 없습니다. 숫자를 쓴 전망의 결과를 여십시오.
    [few] { score-against } { score-many }: 자신의 숫자가 맞는지 말하기에는 너무 적습니다.
   *[enough] { score-against }{ $bands }
}{ $unscored ->
    [0] {""}
   *[other] {" "}섞였거나 판정할 수 없어 점수를 계산하지 않은 것: { $unscored }건.
}{ $silent ->
    [0] {""}
   *[other] {" "}자신의 숫자 없이 연 것: { $silent }건.
}
score-against = { score-many }에 대한 자신의 브라이어 점수는 { $brier }입니다. 언제나 50%라고 말하는 사람의 { $even }에 비해 { $side ->
    [lower] 낮습니다
    [higher] 높습니다
   *[same] 같은 점수입니다
}(0이 가장 좋고 1이 가장 나쁩니다).
score-band = {" "}자신의 숫자가 { $low }~{ $high }%인 것{ $case ->
    [few] : 전망 { $forecasts }건, 말하기에는 너무 적습니다.
   *[enough] (평균 { $mean }%): { $forecasts }건 중 { $borne_out }건이 맞았습니다.
}
score-source = 출처: 자신의 답과 표 forecasts.
score-no-number = 없음
score-not-scored = 점수 없음
score-mean = 자신의 브라이어 점수: 평균
score-always = 언제나 { $percent }%라고 말하는 사람
score-mark = { $percent }%: { $statement }
score-share = { $all }건 중 { $count }건
score-edge-no = 틀림
score-edge-yes = 맞음

## 묶음에 이름표가 없는 코드

code-missile-tests-outcome = { $outcome ->
    [success] 성공으로 셈
    [failure] 실패로 셈
   *[unknown] 결과를 알 수 없음
}
code-threads-state = { $state ->
    [step] 단계
   *[open] { links-state }
}
code-hedges-kind = { hedge-kind }

## 주장: 판정의 수와 장부 전체

column-all = 모두
others = 그 밖의 { $others }곳
column-verdict = 판정
column-evidence = 근거
claims-all = 모든 주장
claims-kind = { $kind ->
    [fact] 사실
    [judgement] 판단
    [forecast] 전망
   *[other] { $label }
}
claims-one = { $kind ->
    [fact] 사실 주장
    [judgement] 판단
    [forecast] 전망
   *[all] 주장
}
claims-many = { $kind ->
    [fact] 사실 주장
    [judgement] 판단
    [forecast] 전망
   *[all] 주장
}
claims-counted = { claims-many } { $claims }건
speaker-sort = { $kind ->
    [reporter] 기자
    [official] 공직자
    [analyst] 분석가
    [state-media] 국영 매체
    [document] 문서
   *[unnamed-group] 이름 없는 집단
}
verdict-words = { $verdict ->
    [supported] 뒷받침됨
    [partly] 일부 뒷받침됨
    [contradicted] 반박됨
    [cannot-say] 말할 수 없음
    [none] 아직 판단할 수 없음
   *[other] { $verdict }
}
finding = { $case ->
    [none] { claims-one } 없음
    [single] { claims-counted }: { verdict-words }
    [each] { claims-counted } 중 { $each }
    [all] { claims-counted } 모두 ‘{ verdict-words }’
   *[part] { claims-counted } 중 ‘{ verdict-words }’ { $count }건
}
finding-first = { verdict-words } { $count }건
finding-rest = { verdict-words } { $count }건

verdicts-rows = 줄의 기준
verdicts-rows-speaker_id = 말하는 사람
verdicts-rows-speaker_kind = 말하는 사람의 종류
verdicts-rows-kind = 주장의 종류
verdicts-rows-said_how = 말하는 방식
verdicts-kind = 세는 것
verdicts-seen = 판단 기준
verdicts-seen-day = 기사의 날({ $day })에 알려져 있던 것
verdicts-known = { $seen ->
    [day] { $day }에 알려진 것:{" "}
   *[record] {""}
}
verdicts-title = { verdicts-known }{ $finding }{ $claims ->
    [0] {""}
    [1] {""}
   *[other] {" "}({ $percent }%)
}{ $mores ->
    [0] {""}
   *[other] , { $more }
}
verdicts-subtitle = 막대 하나는 한 { $rows ->
    [speaker_id] 사람
    [speaker_kind] 종류의 사람
    [kind] 종류
   *[said_how] 말하는 방식
}의 { claims-many } 전체. 두 배 높은 막대는 두 배 많음: { $key }
verdicts-key = { $verdict ->
    [supported] [supported|✓ { verdicts-said }]
    [partly] [partly|◐ { verdicts-said }](한 부분만, 두 해석 가운데 하나만, 또는 제한을 두고)
    [contradicted] [contradicted|✕ { verdicts-said }]
    [cannot-say] [cannot-say|? { verdicts-said }]
   *[none] [muted|□ { verdicts-said }]
}
verdicts-said = { $label } { $count }개
verdicts-sentence = { verdicts-known }{ $all }.{ $case ->
    [single] {""}
   *[groups] {" "}가장 큰 묶음은 { $largest }: { $largest_size }건 중 ‘{ verdict-words }’ { $largest_supported }건({ $largest_percent }%). 나머지 전체: { $others_size }건 중 { $others_supported }건.
}
verdicts-source = 출처: 표 claims. 판정은 이 모듈의 것이며, 각각 이유가 적혀 있습니다.
verdicts-group = { $group } ({ $count })
verdicts-share = { $percent }%
verdicts-mark = { $group }, { $verdict }: { $count }건


## 학급의 모습

class-title = 학급
class-about = 이름은 표 class.csv에 있고 여기에는 없습니다. 배움을 돕기 위한 것이며 성적이 아닙니다.
class-learners-counted = 학습자 { $learners }명
class-finding = { class-learners-counted }.{ $case ->
    [empty] {""}
    [free] {" "}지금까지 막힌 과제는 없습니다.
   *[stopped] {" "}가장 많이 막힌 과제: 과제 { $task }{ $more ->
        [0] {""}
       *[other] {" "}외 { $more }개
    }, { $learners }명 중 { $most }명.
}{ $untried ->
    [0] {""}
   *[other] {" "}아무도 풀지 않은 과제는 { $untried }개입니다.
}
class-tasks = 과제별 학습자: 가득 참, 마침; 줄무늬, 막힘; 옅은 것, 풀지 않음
class-predictions = 예측: 몇 명이 무엇을 골랐는가 (가득 참: 가장 많음)
class-probabilities = 확률(퍼센트): 표시 하나는 학습자 1명, 선은 중앙값
class-tasks-table = 과제: 학습자 수; 모두의 시도와 힌트 횟수
class-predictions-table = 예측
class-probabilities-table = 확률 (퍼센트)
class-judgements-table = 판단한 진술: 학습자 수, 차이가 많은 것부터
class-recodings-table = 다시 분류한 입장: 학습자 수, 차이가 많은 것부터
class-stance = 입장
class-levels = 학급
class-task = 과제
class-task-named = 과제 { $task }
class-done = 마침
class-stopped = 막혔거나 답을 열어 봄
class-open = 풀지 않음
class-attempts = 시도
class-hints = 힌트
class-prediction = 예측
class-question = 질문
class-choice-made = 선택
class-learners = 학습자
class-forecast = 전망
class-statement = 진술
class-lowest = 최저
class-middle = 중앙값
class-highest = 최고
class-module = 모듈
class-differ = 모듈과 다름
class-of = { $all }명 중 { $part }명
class-part = { $count }명: { $choice }
class-choice = { $choice }: { $count }명
class-median = 중앙값: { $median }
class-first = 먼저 다룰 것
class-first-item = { $kind ->
    [task] { $learners }명 중 { $count }명이 { $asked }에서 막힘
    [check] { $learners }명 중 { $count }명이 { $asked }에 기록과 다르게 답함
   *[judged] { $learners }명 중 { $count }명이 모듈과 다르게 판단함
}: “{ $what }”
class-first-answer = 가장 많은 답: “{ $answer }” ({ $learners }명).
class-wrong-table = 가장 흔한 오답
class-asked = 질문
class-answer = 답
class-told = 학습자가 들은 설명
class-record = ☑ { $choice } (기록)

## 행에 오류가 있는 자료

faulty-rows = 이 자료에서 고칠 것: { $problems }가지. 이 수업은 오류가 있는 행 { $rows }개 없이 계속합니다.
faulty-more = 그 밖에 { $count }가지.
faulty-how = 고친 뒤 다시 확인하십시오: make check-mine PACK=folder. 그때까지 수와 차트가 다를 수 있습니다.

## 바깥에서 보기: 첫 숫자 다음의 기저율

outside-rate = { $cases }건 중 { $hits }건, { $percent } %: { $what }. { $note }
outside-ask = 그전 몇 해 동안에는 얼마나 자주 있었습니까?
outside-kept = 첫 숫자 { $first } %은 보관되었습니다. 칸을 고치거나 그대로 두십시오.
outside-forecast = 전망
outside-first = 첫 숫자
outside-second = 둘째 숫자
outside-rate-column = 기저율
outside-happened = 일어남
outside-mean = 브라이어 점수
outside-caption = 기저율을 보기 전과 본 뒤
outside-listed = 모든 전망의 기저율, 그리고 없는 까닭
outside-nothing = 아직 비교할 것이 없습니다. 숫자를 적고, 기저율을 보고, 결과를 여십시오.
outside-scores = 전망 { $count }개에서 첫 숫자의 점수는 { $first }, 둘째 숫자는 { $second }; 늘 50 %라고 하면 { $even }, 기저율만으로는 { $rate }. { $case ->
    [same] 기저율을 보고도 점수는 그대로입니다.
   *[moved] { $side ->
        [first] 첫 숫자가 더 가까웠습니다.
       *[second] 둘째 숫자가 더 가까웠습니다.
    }
} 이렇게 적은 전망은 방법을 보여 줄 뿐, 실력을 보여 주지는 않습니다.

## 페이지를 떠나기: 다른 곳에서 찾아본 것의 기록

needs-shelf = { $task }의 선반
lateral-where = 장소 { $entry }: 어디에서 찾았습니까?
lateral-where-hint = 누구의 페이지이고, 며칠 것입니까? 어떻게 그곳에 갔습니까?
lateral-where-short = 어디
lateral-found = 장소 { $entry }: 무엇을 찾았습니까?
lateral-found-hint = 물음에 답하는 한 문장, 또는 아무 말도 없다는 것.
lateral-found-short = 찾은 것
lateral-trust = 장소 { $entry }: 얼마나 믿겠습니까, 왜 그렇습니까?
lateral-trust-hint = 누가 말합니까? 누구의 말에 기댑니까? 다른 것도 같은 말을 합니까?
lateral-trust-short = 얼마나 믿을지
lateral-minutes = 장소 { $entry }: 몇 분 걸렸습니까?
lateral-minutes-hint = 정수.
lateral-minutes-short = 분
lateral-look-over = 내 기록 살펴보기
lateral-empty = 기록이 비어 있습니다. 한 곳을 찾아보고, 어디에서 무엇을 찾았는지 적으십시오.
lateral-lacking = 장소 { $entry }에 아직 없는 것: { $parts }.
lateral-no-minutes = 장소 { $entry }: 분이 정수가 아니어서 더하지 않았습니다. 적은 글은 남아 있습니다.
lateral-count = 모두 { $places }곳, { $minutes }분.
lateral-place = { $title } ({ $publisher }, { $day })
lateral-no-day = 날짜 없음
lateral-sample = 선반으로 채운 기록의 보기; 분은 우리가 잡은 시간

## 자기 배움의 그림

course-measure = { $measure ->
    [answers] 질문: 첫 답과 마지막 답
    [outside] 전망: 기저율을 보기 전과 본 뒤
    [kinds] 사실, 판단, 전망
    [verdicts] 기록과 같은 판정
   *[forecasts] 일어난 일에 준 확률
}
course-title = { $case ->
    [none] 답을 하면 여기에 배움의 그림이 나옵니다
   *[some] { $measures }개 중 { $up }개 오름, { $down }개 내림
}
course-subtitle = [muted|○] 시작한 곳, [record|●] 끝난 곳, 꾸러미와 같은 답의 퍼센트
course-each = { $name }: { $before } %, 그다음 { $after } % (답 { $before_count }개와 { $after_count }개).
course-sentence = { $case ->
    [none] 아직 비교할 것이 없습니다. 줄마다 양쪽의 답이 있어야 합니다.
   *[some] { $each } 답이 이렇게 적으면 하나만 더하거나 빼도 표시가 멀리 움직입니다. 다른 기사는 똑같이 어렵지 않습니다.
}
course-source = 출처: 이 컴퓨터에 저장된 자기 답, 그리고 표 claims, forecasts, questions.
course-axis = 퍼센트
course-mark = { $name }, { $case ->
    [before] 시작
   *[after] 끝
}: { $percent } %
course-compared = 비교
course-compared-all = 모두
course-compared-guess = 첫 답과 마지막 답
course-compared-lesson = 앞선 수업과 이 수업
column-measure = 무엇
column-began = 시작
column-began-count = 답
column-ended = 끝
column-ended-count = 그때의 답

## 앞뒤의 짧은 시험지

needs-forms = 짧은 시험지
forms-passage = 글 { $number }
forms-open = 시험지 열기: 문항 8개, 10분
forms-run = 짧은 시험지를 보려면 셀을 실행하십시오({ $when ->
    [before] 과정 전
   *[after] 과정 후
}): 문항 8개, 10분. 두 시험지를 모두 마칠 때까지 정답은 나오지 않습니다.
question-save = 답 저장
forms-not-done = 두 시험지의 모든 문항에 답하면 여기에 정답과 이유가 나옵니다. 그때 셀을 다시 실행하십시오.
forms-reasons = 두 시험지의 정답과 이유
forms-change-few = 앞과 뒤: 두 시험지를 모두 마친 학습자 { $learners }명. { $enough }명보다 적으면 변화를 말하지 않습니다.
forms-change = 앞과 뒤: 학습자 { $learners }명이 두 시험지를 모두 마쳤습니다. 뒤에는 앞보다 평균 { $mean }개를 더 맞혔습니다(문항 { $items }개; 이 학급에서 다시 뽑은 학급 100개 중 95개는 { $low }에서 { $high } 사이). { $case ->
    [open] 변화 없음도 그 안에 있으므로, 이 학급은 확실한 변화를 보여 주지 않습니다.
   *[clear] 변화 없음은 그 밖에 있습니다.
} 왜 바뀌었는지 시험지는 말할 수 없습니다. 과정을 듣지 않은 학급이 곁에 없고, 두 시험지는 짜임만 같으며, 아직 어느 학급도 풀어 보지 않았습니다.

## 학급의 브라이어 점수

class-scores-table = 기저율과 결과가 있는 전망 { $count }개의 브라이어 점수: 0이 가장 좋고, 늘 50 %라고 하면 0.25
class-whose = 숫자
class-score = 브라이어 점수
class-numbers = { $whose ->
    [first] 기저율을 보기 전의 학급
    [second] 본 뒤의 학급
    [middle] 학급의 중앙값
    [even] 늘 50 %
   *[rate] 기저율만
}

## 페이지의 틀: 수업 둘레에 있는 것

page-name = 기사 한 편을 기록에 비추어 읽기
page-skip = 본문으로
page-pages = 페이지
page-run = 코드 실행
page-contents = 차례
page-in-lesson = 이 수업의 내용
page-exercises = 이 수업의 연습 문제
page-the-lesson = 수업
page-back-to = 수업으로 돌아가기
page-around = 이전 수업과 다음 수업
page-previous = 이전
page-next = 다음
page-credit = { $credit }. 출처를 밝히고 인용함.
page-start = 시작
page-glossary = 용어
page-sources = 출처
page-every-source = 모든 출처
page-title = 제목
page-publisher = 발행처
page-published = 발행일
page-address = 주소
page-works = 이 페이지에서 차트, 예측, 질문이 작동합니다. 코드는 보이기만 하고 실행되지 않습니다.
page-works-tasks = 이 페이지에서 차트, 예측, 질문이 작동합니다. 코드는 보이기만 하고 실행되지 않습니다. 코드를 바꾸는 과제는 같은 이름의 노트북에서 하거나 손으로 합니다.
page-no-scripts = 스크립트가 꺼져 있습니다. 차트마다 그림 하나와 문장과 표가 있고, 질문은 답할 수 없습니다.
page-numbers = 수업
page-code = 코드
page-result = 코드의 결과
page-lessons = 수업마다 하나씩 풀어 보기
page-what = 학급을 위한, 또는 혼자 읽는 이를 위한 과정: 뉴스 기사 하나를 뜯어 보고 기록과 견주어 봅니다. 아래 기사부터, 또는 여기서 시작하십시오:
page-to-lessons = 수업 { $lessons }개
page-lessons-about = 누가 말하고, 얼마나 확신하는가? 무엇이 어떤 순서로 일어났는가? 무엇이 맞았는가? 수업에서는 기사를 날짜, 사건, 수치, 사람들의 말에 비추어 봅니다.
page-how = 이 페이지를 쓰는 법
page-how-disk = 디스크나 USB에서 열립니다. 인터넷이 필요 없고, 어디에도 아무것도 보내지 않습니다.
page-how-predict = 먼저 예측하십시오. 그러면 차트가 열립니다. 모든 차트에는 조작 단추와 문장과 표가 있습니다.
page-how-kept = 답은 브라우저가 허용하면 이 브라우저에 남습니다. 수업마다 맨 아래의 단추가 답을 지웁니다.
page-how-class = 교실에서는 수업에서 “교실 보기”를 누르십시오. 큰 글씨로 한 단계씩 나오고, 다음 단계는 Page Down입니다.
page-how-code = 코드는 보이기만 하고 여기에서 실행되지 않습니다. 실행하고 바꾸려면 같은 이름의 노트북을 여십시오.
page-class = 교실 보기
page-step = { $steps }단계 중 { $step }단계
page-step-back = ‹ 뒤로
page-step-next = 다음 ›
page-leave = 나가기
page-print = 인쇄
page-forget = 이 브라우저에 남은 내 답 지우기
page-of-claims = 기사의 주장
page-of-events = 사건
page-of-sources = 출처
