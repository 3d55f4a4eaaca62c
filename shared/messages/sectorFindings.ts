/** Sentences of what the demand side finds: modes, splits, leads, subsidies, technology stacks, bases and growth overlays. */
import type { FindingCode } from '../model/balance.ts';
import type { DentonProblem } from '../model/denton.ts';
import type { FindingValues } from './findingValues.ts';
import { phrase, type Phrase } from './phrase.ts';

type Sentence = (values: FindingValues) => Phrase;

const basisNames: Readonly<Record<string, Phrase>> = {
  blank: phrase('blank', '毛坯'),
  finished: phrase('finished magnets', '成品'),
  alloy: phrase('alloy', '合金'),
  'prnd-metal': phrase('PrNd metal', '镨钕金属'),
  'prnd-oxide': phrase('PrNd oxide', '氧化镨钕'),
  reo: phrase('rare earth oxides', '稀土氧化物（REO）'),
};

const scopeNames: Readonly<Record<string, Phrase>> = {
  sintered: phrase('sintered magnets', '烧结钕铁硼'),
  'all-permanent-magnets': phrase('all permanent magnets', '全部永磁体'),
  'sample-survey': phrase('a sample survey', '样本调研'),
};

function named(names: Readonly<Record<string, Phrase>>, id: string): Phrase {
  return names[id] ?? phrase(id, id);
}

const dentonReasons: Readonly<Record<DentonProblem, Phrase>> = {
  'negative-month': phrase('the smooth path would go below zero', '平滑路径会出现负值'),
  'zero-indicator': phrase('a month has nothing to go by', '有月份的指标为零'),
  singular: phrase('the months are too uneven', '各月差异过大'),
  'input-missing': phrase('a number is missing', '缺少数值'),
};

const lineNames: Readonly<Record<string, Phrase>> = { volume: phrase('volume', '数量'), demand: phrase('demand', '需求') };

/** One sentence per finding of the demand side. */
export const sectorFindings = {
  'annual-negative': ({ text }) => phrase(`The annual figure of ${text('year')} is below zero. Raise it or change the difference that lowers it.`, `${text('year')} 年全年数小于零。请调高，或修改使其下降的情景调整。`),
  'month-negative': ({ text }) => phrase(`The known month ${text('month')} is below zero, so its year cannot be split. Correct it or change the difference that lowers it.`, `已知月份 ${text('month')} 小于零，无法拆分该年。请更正，或修改使其下降的情景调整。`),
  'profile-zero': () => phrase('The twelve weights of the seasonal profile sum to zero, so no year can be split by them. Type a profile or clear it.', '季节分布十二个月权重合计为零，无法拆分全年数。请输入分布或将其清除。'),
  'profile-negative': ({ text }) =>
    phrase(`A monthly weight of ${text('year')} is below zero, so the year cannot be split. Correct the profile or the rush multiplier.`, `${text('year')} 年有月份权重小于零，无法拆分全年数。请更正季节分布或赶工系数。`),
  'run-rate-untold': ({ text }) =>
    phrase(
      `The known months of ${text('year')} have no weight in the year, so they tell no run rate. Correct the profile or hold the annual figure.`,
      `${text('year')} 年已知月份在全年中没有权重，无法按进度外推。请更正季节分布，或保持全年数。`,
    ),
  'denton-fallback': ({ text }) => {
    const reason = named(dentonReasons, text('reason'));
    const line = named(lineNames, text('line'));
    return phrase(`The ${line.en} is split year by year in proportion, because ${reason.en}; January may show a step.`, `由于${reason.zh}，${line.zh}改为逐年按比例拆分，1 月可能出现跳变。`);
  },
  'lead-invalid': ({ text }) => phrase(`A lead of ${text('months')} months is not possible. Type 0 to 12.`, `需求提前期不能为 ${text('months')} 个月。请输入 0 至 12。`),
  'lock-zero-volume': ({ text, tonnes }) =>
    phrase(`In ${text('year')} the volume is zero but demand is ${tonnes('tonnes')} t. Type a volume or clear the demand.`, `${text('year')} 年数量为零，而需求为 ${tonnes('tonnes')} 吨。请输入数量或清除需求。`),
  'subsidy-negative-month': ({ during }) =>
    phrase(`${during.en} more is paid back than the month has. Spread the payback or lower the uplift.`, `${during.zh}的透支回落超过当月数量。请分散透支分布，或降低补贴拉动。`),
  'payback-not-one': () => phrase('The payback profile does not sum to 1; it was used after dividing by its sum.', '透支分布之和不为 1，已按其合计折算后使用。'),
  'payback-invalid': () =>
    phrase('The share paid back must lie from 0 to 1 and needs a payback profile that is not negative and not all zero.', '透支比例须在 0 至 1 之间，且需要透支分布：各月不为负、合计大于零。'),
  'balancing-share-negative': ({ text }) =>
    phrase(
      `In ${text('year')} the typed shares sum to more than 1, which leaves the balancing technology less than nothing. Lower a share.`,
      `${text('year')} 年各技术占比之和超过 1，余项技术的占比为负。请下调占比。`,
    ),
  'share-negative': ({ text }) => phrase(`A technology share of ${text('year')} is below zero. Correct it.`, `${text('year')} 年有技术占比小于零。请更正。`),
  'thrift-invalid': () => phrase('Thrifting of 100% a year or more leaves no magnets. Lower it.', '年节材率达到或超过 100%，用量将为零。请下调。'),
  'mass-negative': () => phrase('A technology has a negative mass or number of motors. Correct it.', '有技术的单电机用量或电机数为负。请更正。'),
  'stack-incomplete': ({ text }) =>
    phrase(`The technology stack lacks a share or a mass for ${text('year')}; it cannot act on the intensity. Type what is missing.`, `技术结构在 ${text('year')} 年缺少占比或用量，无法作用于单耗。请补齐。`),
  'no-balancing-technology': () => phrase('No technology of the stack takes what the others leave. Name the balancing one.', '技术结构中没有余项技术。请指定一项。'),
  'basis-mismatch': ({ text }) => {
    const first = named(basisNames, text('firstBasis'));
    const second = named(basisNames, text('secondBasis'));
    return phrase(
      `${text('first')} (${first.en}) cannot be added to ${text('second')} (${second.en}): no conversion is recorded. Type the yields or correct the basis.`,
      `${text('first')}（${first.zh}）不能与 ${text('second')}（${second.zh}）相加：没有换算关系。请输入收率或更正口径。`,
    );
  },
  'scope-mismatch': ({ text }) => {
    const first = named(scopeNames, text('firstScope'));
    const second = named(scopeNames, text('secondScope'));
    return phrase(
      `${text('first')} (${first.en}) cannot be added to ${text('second')} (${second.en}): they cover different things. Type the conversion between them on the Balance tab, the coverage of a survey, or correct the scope.`,
      `${text('first')}（${first.zh}）不能与 ${text('second')}（${second.zh}）相加：统计范围不同。请在“平衡表”页录入两者的换算、录入调研的覆盖率，或更正范围。`,
    );
  },
  'coverage-mismatch': ({ text }) =>
    phrase(
      `${text('first')} covers a part that is not recorded and cannot be added to ${text('second')}. Type its coverage.`,
      `${text('first')} 的覆盖率未记录，不能与 ${text('second')} 相加。请输入覆盖率。`,
    ),
  'overlays-compete': ({ text }) =>
    phrase(
      `"${text('first')}" and "${text('second')}" both set this cell${text('period') === 'all' ? '' : ` for ${text('period')}`}; the second one counts. Remove one of the two.`,
      `“${text('firstZh')}”与“${text('secondZh')}”均设定了此单元格${text('period') === 'all' ? '' : `（${text('period')}）`}，以后者为准。请删除其中之一。`,
    ),
  'growth-first-year': ({ text }) =>
    phrase(`${text('path')} has no year before ${text('period')} from which more growth could be taken. Set the value instead.`, `${text('path')} 在 ${text('period')} 之前没有上一年，无法调整增速。请直接设定数值。`),
  'growth-from-zero': ({ text }) =>
    phrase(`${text('path')} is zero in the year before ${text('period')}; nothing grows from zero. Set the value instead.`, `${text('path')} 在 ${text('period')} 的上一年为零，无法按增速推算。请直接设定数值。`),
  'growth-level-missing': ({ text }) =>
    phrase(`${text('path')} lacks the value of ${text('period')} or of the year before, so its growth cannot change.`, `${text('path')} 缺少 ${text('period')} 或其上一年的数值，无法调整增速。`),
  'growth-below-zero': ({ text }) =>
    phrase(`With these percentage points ${text('path')} falls below zero in ${text('period')}. Use fewer.`, `按这些百分点调整后，${text('path')} 在 ${text('period')} 小于零。请减少百分点。`),
  'growth-not-annual': ({ text }) => phrase(`${text('path')} is not annual, so its growth cannot change. Multiply or set it instead.`, `${text('path')} 不是年度序列，无法调整增速。请改用乘数或直接设定。`),
} as const satisfies Partial<Record<FindingCode, Sentence>>;
