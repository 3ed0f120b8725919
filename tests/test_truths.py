"""A truth or two of each chart, worked out by hand from the tables of the course.

A line names a chart, the options chosen (others are as the chart opens) and
words that its title, subtitle, sentence, source, table or notes must have.
"""

import html
import re

import pytest

from tests.conftest import viewed

TRUTHS = """
voices | | VOA (the reporter): 57% of the words; next James Kim, 14%
voices | | Of 1,054 words: VOA (the reporter) 599 (57%). Next: James Kim 146 (14%), Hee-jin Koo 117
voices | by=kind own=without | Of 455 words that are not the reporter's own: named analysts 304
voices | by=country count=quoted | Of 192 words in quotation marks: South Korea 110 (57%)
voices | by=employer | Asan Institute for Policy Studies, 14%
voices | count=paragraphs | James Kim 6 (23%), Hee-jin Koo 4 (15%)
voices | count=paragraphs | A paragraph may carry several voices.
heard | | North Korea: in 10 of 14 events, with 5% of the words
heard | | Of 455 words that are not the reporter's own, 22 are given to North Korea: Pyongyang 7
heard | told=implied | 25 of 36 events involve North Korea.
heard | told=implied | Without a word of their own: China.
heard | by=actor | Kim Jong Un: in 5 of 14 events, with none of the words
heard | by=actor | Biegun 2 66 15%
hedges | | The excerpts, 1,048 words, have 39 hedges, most often “might”.
hedges | | named analysts 4.7 (14 in 295 words) and the reporter 2.4 (15 in 618 words)
hedges | | 2.0 (6)
gap | first=singapore-2018 second=hanoi-2019 | 122 days
gap | first=singapore-2018 second=hanoi-2019 | 529 days
meetings | beside=missile-test | 67 days with launches beside them
meetings | beside=missile-test | Two missile launches: 2 × Hwasong-11A (KN-23)
meetings | beside=missile-test | where sources differ. Launches: table missile_tests.
contacts | country=USA seen= | 16 meetings and talks; then none for 1,183 days, from October 2019
contacts | country=USA seen=2020-12-10 | then none for 432 days, from October 2019 to December
contacts | country=USA seen= | July-December 2019 0 1
contacts | country=USA seen= | July-December 2020 0 0
launches | | No launch for 455 days before Hanoi, then 36 up to the article's day
launches | | 504 days, from 29 November 2017 to 17 April 2019
launches | | In 2017-2022 the list has 132
launches | period=Y beside=summit | In the two years with leaders' meetings it has 27 launches
launches | period=Y beside=summit | in the four other years 105.
kinds | year=2020 beside=other+list | nine launches on four days: 9 SRBM
kinds | year=2020 beside=other+list | no nuclear tests
kinds | year=2020 beside=other+list | 14 April 2020 and 6 July 2020
kinds | year=2017 | one nuclear test (3 September 2017)
lists | by=local years=all | Of 82 launch days, 66 are on both lists
lists | by=local years=all | 66 days are on both lists, four only on the first, twelve only on
lists | by=printed years=all | A shared day can be chance: on one day of the 29
lists | by=printed years=all | 29 days agree, 36 are a day apart by time zone, 19 on one list
lists | by=printed years=all | 11 February 2017 The other list has this launch under 12 February
lists | by=local years=2018 | Neither list has a launch in 2018.
windows | days=90 | Five of 15 meetings had more launches in the 90 days after than before
windows | days=30 | Two of 15 meetings had more launches in the 30 days after than before
windows | days=90 | The counts add up to 11 before and 48 after. But the times overlap: 22
windows | days=365 who=moon missiles=ICBM | after than before, three had fewer
stances | | Furthest apart on Humanitarian aid: Kim Jong Un at “Refuse”, four others
stances | day=2018-06-30 | Furthest apart on Denuclearisation first and Ties between the Koreas, 2.0
stances | | 56 of 90 cells have a level by 10 December 2020, at most 12 months old. In 17 cells all
stances | | Humanitarian aid Kim Jong Un −2 (Refuse) 13 August 2020
stances | | Ties between the Koreas China +2 (Carry out) 16 December 2019
stances | age=all | In one cell the evidence fits no level (?). The other 17 stay empty
movement | issue=leader-summits | 4 of 9 actors moved. Lower at the end: Trump admin. (+2 to +1, by
movement | issue=end-of-war seen= | Kim Jong Un (+2 to 0) and North Korea (+2 to 0, by way of −1)
movement | issue=joint-exercises beside=yes | Three rows beside them
expected | until=2021-12-31 | Biden admin. stood where expected on 1 of 5 issues
expected | until=2021-12-31 | At the level expected: Allies and other powers. One step away
expected | until=2021-12-31 | Maximum pressure +2 (Raise to the most) 0 (One tool of several) 2
expected | until=2022-12-31 earlier=trump-administration | differs from Trump admin. on 4 of 9
agreement | | The two codings agree on 199 of 213 sentences; 10 others are one step apart
agreement | | is 0.98 over the 209 sentences with two
agreement | | sessions of a language model
agreement | issue=joint-exercises | agree on 26 of 27 sentences (96 %) and differ on 1, by two steps
distances | actor=japan votes=nuclear | session 74, begun in 2019
distances | actor=japan votes=nuclear | North Korea (0.03 points). So near is as good as the same
distances | actor=japan votes=nuclear | on single ones the two may differ
distances | | Nearest to Trump admin. by stances and UN votes: Moon admin. of South Korea
distances | | Japan JPN 0.0 2 2.0
distances | actor=japan votes=nuclear | China CHN 2.0 2 0.1
distances | actor=kim-jong-un | North Korea PRK 1.0 4 same country
distances | actor=biden-administration day=2018-12-31 | by stances, too few shared issues
trade | view=month-linear flow=total seen=2020-12-10 | 1.7 million US dollars in October 2020
trade | view=month-linear flow=total seen=2020-12-10 | (series GACC), 0.6 percent
trade | view=month-linear flow=total seen=2020-12-10 | June 2020 with 96.8 million
trade | view=month-linear flow=total seen=2020-12-10 | January-February 2020 (208 million) is
trade | view=month-linear flow=total seen=2020-12-10 | October 2020 1.7 0.6 GACC 290 (GACC)
trade | view=month-linear flow=total seen=2020-12-10 | May 2020 63.3 23 GACC 275 (IBK)
trade | view=month-linear flow=total seen=2020-12-10 | July 2020 73.8  GACC  reported
trade | view=month-linear flow=total seen= | November 2020 1.3 0.5 GACC the source's own figure
trade | view=month-linear flow=total seen= | January-February 2020 208 71 GACC 295 (GACC)
trade | view=year-linear flow=total seen=2020-12-10 | 530 million
trade | view=year-linear flow=total seen=2020-12-10 | 2019 2,805 116 KITA the source's own
links | day=2020-12-10 | Telephone lines (since 9 June 2020), Liaison office (since 16 June 2020)
links | day=2020-12-10 | four closed, one open in part and three unknown
links | day=2020-12-10 | Letters and notices (on 25 September 2020)
links | day=2020-12-10 | 2020-08-14 00:00:00 July 2020
sequence | thread=South+Korea seen=2020-12-10 | 12 days from “Threat over leaflets” to “Liaison
sequence | thread=South+Korea seen=2020-12-10 | seven of eight other waits were longer
sequence | thread=South+Korea seen=2020-12-10 | All threads with South Korea: 16 steps
sequence | thread=South+Korea seen=2020-12-10 | 25 126 Liaison office; Leaflets Not in the article
sequence | thread=South+Korea seen= | 14 December 2020  2020-12-14 00:00:00 6 193 Leaflets
sequence | thread=Aid+from+outside seen=2020-12-10 | Red Cross supplies arrive July 2020
sequence | thread=Words+on+COVID-19 seen=2020-12-10 by=date | 2020-12-09 00:00:00 3 3 Words on COVID
sequence | thread=Words+on+COVID-19 seen=2020-12-10 by=known_date | 2020-12-09 00:00:00 4 4 Words
sequence | thread=Words+on+COVID-19 seen=2020-12-10 | carried on Wednesday 9 December (KCNA, and
sequence | thread=Kim+and+Moon+in+person seen=2020-12-10 | the table has no step in this time.
forecast_hedges | | 14 of 21 forecasts of the article have a hedge word (“could” 5, “might” 3
forecast_outcomes | | no outcome of 21 forecasts
forecast_outcomes | seen= | 10 borne out, 4 mixed, 2 not borne out and 5 unresolvable. Borne out,
forecast_outcomes | seen= | Five others with one forecast each: 3.
verdicts | | Of 71 claims, 25 are supported, 32 partly supported, one contradicted and 13 left
verdicts | | James Kim 3 3 1 5 12
verdicts | seen=2020-12-10 | 20 are supported, 24 partly supported, eight left open and 19 not yet
"""


def read(line):
    name, chosen, words = (part.strip() for part in line.split(" |", 2))
    pairs = (one.partition("=") for one in chosen.split())
    return name, {key: value.replace("+", " ") for key, _, value in pairs}, words.lstrip()


@pytest.mark.parametrize("line", TRUTHS.strip().splitlines())
def test_a_chart_says_what_the_tables_say(pack, line):
    name, choice, words = read(line)
    view = viewed(pack, name, **choice)
    shown = [view.title, view.subtitle, view.sentence, view.source]
    shown += [" ".join(map(str, row)) for row in view.table.to_numpy().tolist()]
    notes = [note["text"] for note in view.figure["layout"].get("annotations", ())]
    notes += [text for trace in view.figure["data"] for text in trace.get("text", ())]
    shown += [re.sub("<[^>]+>", "", note.replace("<br>", " ")) for note in notes]
    assert words in html.unescape("\n".join(shown))
