/** Sentences of what cumulative releases and target shares of a year contradict. */
import type { FindingCode } from '../model/balance.ts';
import type { RushProblem } from '../model/rushShare.ts';
import type { FindingValues } from './findingValues.ts';
import { phrase, type Phrase } from './phrase.ts';

type Sentence = (values: FindingValues) => Phrase;

const shareReasons: Readonly<Record<RushProblem, Phrase>> = {
  'share-negative': phrase('one of them is below zero', '其中有负值'),
  'shares-not-below-one': phrase('they leave nothing for the other months', '未给其余月份留下份额'),
  'weight-zero': phrase('a month to be scaled has no weight', '待调整月份的权重为零'),
  'weights-invalid': phrase('a weight is missing', '缺少权重'),
};

export const releaseFindings = {
  'cumulative-falls': ({ text }) =>
    phrase(
      `The figure since January released through ${text('month')} lies below the release before it. Correct one of them; until then its months are split as if it had not been released.`,
      `截至 ${text('month')} 的累计数低于上一期累计数。请更正其中之一；更正前，相关月份按未公布处理。`,
    ),
  'months-above-cumulative': ({ text, tonnes }) =>
    phrase(
      `The known months from ${text('first')} to ${text('month')} sum to ${tonnes('known')}, more than the ${tonnes('release')} that the cumulative figure leaves for them. Correct the release or the months.`,
      `${text('first')} 至 ${text('month')} 的已知月份合计 ${tonnes('known')}，超过累计数为其留下的 ${tonnes('release')}。请更正累计数或月度数据。`,
    ),
  'months-off-cumulative': ({ text, tonnes }) =>
    phrase(
      `The months from ${text('first')} to ${text('month')} sum to ${tonnes('known')}, but the cumulative figure makes them ${tonnes('release')}. The months are used; a revision may explain the difference.`,
      `${text('first')} 至 ${text('month')} 各月合计 ${tonnes('known')}，按累计数应为 ${tonnes('release')}。采用月度数据；差额可能来自数据修订。`,
    ),
  'release-not-split': ({ text }) =>
    phrase(
      `The months from ${text('first')} to ${text('month')} have no weights by which to share their cumulative figure. Correct the profile or type one of the months.`,
      `${text('first')} 至 ${text('month')} 各月缺少可用权重，无法拆分累计数。请更正季节分布或输入其中月份。`,
    ),
  'rush-share-invalid': ({ text }) => {
    const reason = shareReasons[text('reason') as RushProblem] ?? shareReasons['weights-invalid'];
    return phrase(`The target shares of ${text('year')} are left out, because ${reason.en}. Lower or clear them.`, `${text('year')} 年的占比目标未采用：${reason.zh}。请下调或清除。`);
  },
} as const satisfies Partial<Record<FindingCode, Sentence>>;
