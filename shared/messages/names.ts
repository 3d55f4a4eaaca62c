/** Names of the model's inputs and results as they stand in grids, labels and findings. */
import type { LocalText, SeriesPath, Workbook } from '../model/workbook.ts';
import { eventNames, expansionNames, fixedNames, sectorNames, technologyNames } from './pathNames.ts';
import { phrase, type Phrase } from './phrase.ts';

export const resultNames = {
  supply: phrase('Supply', '供应'),
  imports: phrase('Magnet imports', '磁材进口'),
  demandTotal: phrase('Domestic demand', '国内需求'),
  exports: phrase('Exports, blank-equivalent', '出口（折毛坯）'),
  exportsFinished: phrase('Exports, finished', '出口（成品）'),
  gap: phrase('Gap', '供需缺口'),
  cumulativeGap: phrase('Cumulative gap', '累计缺口'),
  inventory: phrase('Closing stock', '期末库存'),
  unmet: phrase('Unmet demand', '未满足需求'),
  overflow: phrase('Stock overflow', '库存溢出'),
  coverDays: phrase('Cover', '库存天数'),
  namedUses: phrase('Named uses', '已列明用途'),
  explained: phrase('Output explained by named uses', '已列明用途占产量'),
  exportBase: phrase('Base without control', '无管制基准'),
  approval: phrase('Share that passes', '放行比例'),
  approvalControlled: phrase('of controlled goods', '其中：受控品'),
  approvalUncontrolled: phrase('of other goods', '其中：非受控品'),
  ship: phrase('Shipped', '当月放行'),
  release: phrase('Released from backlog', '积压放行'),
  lost: phrase('Diverted', '流失订单'),
  backlog: phrase('Backlog', '积压'),
  netStockpile: phrase('Stockpiling, net', '囤货净额'),
  lostDays: phrase('Days lost to New Year', '春节停工天数'),
  operatingRate: phrase('Operating rate', '开工率'),
  capacity: phrase('Capacity', '产能'),
  yoy: phrase('YoY', '同比'),
  total: phrase('Total', '合计'),
} as const satisfies Record<string, Phrase>;

function named(names: Readonly<Record<string, Phrase>>, key: string, path: SeriesPath): Phrase {
  return Object.hasOwn(names, key) ? (names[key] ?? phrase(path, path)) : phrase(path, path);
}

/** What was released for the year so far. */
function sinceJanuary(name: LocalText): Phrase {
  return phrase(`${name.en} since January`, `1月以来累计${name.zh}`);
}

/** The short name of an input within its group: "Intensity", "Production". */
export function inputName(workbook: Pick<Workbook, 'sectors'>, path: SeriesPath): Phrase {
  if (Object.hasOwn(fixedNames, path)) return named(fixedNames, path, path);
  const [area, id = '', name = '', , field = ''] = path.split('/');
  if (area === 'events') return named(eventNames, name, path);
  if (area === 'expansions') return named(expansionNames, name, path);
  if (name === 'technologies') return named(technologyNames, field, path);
  const sector = area === 'sectors' ? workbook.sectors[id] : undefined;
  if ((name === 'volume' || name === 'volumeMonthly') && sector?.kind === 'driver') return sector.volumeName;
  if (name === 'volumeCumulative' && sector?.kind === 'driver') return sinceJanuary(sector.volumeName);
  return named(sectorNames, name, path);
}

function joined(owner: LocalText, name: Phrase): Phrase {
  return phrase(`${owner.en}: ${name.en}`, `${owner.zh}：${name.zh}`);
}

/** A name inside a sentence: its first letter small, unless an abbreviation begins it. */
export function inSentence(name: string): string {
  return name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

/** The full name of an input: "NEV intensity", "NEV, Rare-earth motor: Share", "Export control, April 2025: Steepness". */
export function pathName(workbook: Pick<Workbook, 'sectors' | 'events' | 'expansions'>, path: SeriesPath): Phrase {
  const [area, id = '', , technology = ''] = path.split('/');
  const short = inputName(workbook, path);
  const sector = area === 'sectors' ? workbook.sectors[id] : undefined;
  const way = sector?.kind === 'driver' ? sector.technologies[technology] : undefined;
  if (sector && way) return phrase(`${sector.name.en}, ${way.name.en}: ${inSentence(short.en)}`, `${sector.name.zh}（${way.name.zh}）：${short.zh}`);
  if (sector) return phrase(`${sector.name.en} ${inSentence(short.en)}`, `${sector.name.zh}${short.zh}`);
  const event = area === 'events' ? workbook.events[id] : undefined;
  if (event) return joined(event.title, short);
  const expansion = area === 'expansions' ? workbook.expansions[id] : undefined;
  return expansion ? joined(expansion.name, short) : short;
}
