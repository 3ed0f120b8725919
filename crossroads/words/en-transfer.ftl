# What learning that transfers says, in English: base rates, pages left and come
# back to, an unseen article, forms before and after; see en.ftl.

## The outside view: a base rate after a first number

outside-rate = { $hits } of { $cases } { $what }: { $percent } %. { $note }
outside-ask = How often, in the years before?
outside-kept = Your first number, { $first } %, is kept. Change the field, or leave it.
outside-forecast = Forecast
outside-first = First number
outside-second = Second number
outside-rate-column = Base rate
outside-happened = Happened
outside-mean = Brier score
outside-caption = Before and after the base rate
outside-nothing = Nothing to compare yet: write a number, look at its base rate, then open the outcome.
outside-scores = Over { $count ->
    [one] one forecast
   *[other] { SPELL($count) } forecasts
}, your first numbers score { $first }, your second { $second }; always 50 % scores { $even }, the base rate alone { $rate }. { $case ->
    [same] Looking at the base rate left your score as it was.
   *[moved] Your { $side } numbers came nearer.
} So few forecasts show how to do it, not how good you are.
