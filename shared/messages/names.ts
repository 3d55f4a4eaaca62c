/** Names of the model's inputs and results as they stand in grids, labels and findings. */
import type { SeriesPath, Workbook } from '../model/workbook.ts';
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
  ship: phrase('Shipped', '当月放行'),
  release: phrase('Released from backlog', '积压放行'),
  lost: phrase('Diverted', '流失订单'),
  backlog: phrase('Backlog', '积压'),
  operatingRate: phrase('Operating rate', '开工率'),
  capacity: phrase('Capacity', '产能'),
  yoy: phrase('YoY', '同比'),
  total: phrase('Total', '合计'),
} as const satisfies Record<string, Phrase>;

const fixedNames: Readonly<Record<SeriesPath, Phrase>> = {
  'exports/baseYear': phrase('Base-year exports', '基期出口'),
  'exports/growth': phrase('Export growth', '出口增速'),
  'exports/controlledShare': phrase('Controlled share', '受控品占比'),
  'exports/releaseRate': phrase('Backlog release rate', '积压释放率'),
  'exports/diversionRate': phrase('Diversion rate', '订单流失率'),
  'exports/monthly': phrase('Exports, finished', '出口（成品）'),
  'supply/output': phrase('Output', '产量'),
  'supply/outputMonthly': phrase('Output', '产量'),
  'supply/multiplier': phrase('Monthly multiplier', '月度系数'),
  'supply/holidayFactor': phrase('Holiday factor of supply', '供应春节系数'),
  'supply/capacity': resultNames.capacity,
  'supply/magnetImports': phrase('Magnet imports, finished', '磁材进口（成品）'),
  'basis/finishedYield': phrase('Finished per blank', '毛坯成品率'),
  'balance/openingStock': phrase('Opening stock', '期初库存'),
  'balance/minimumStock': phrase('Minimum stock', '最低库存'),
  'balance/maximumStock': phrase('Maximum stock', '最高库存'),
};

const sectorNames: Readonly<Record<string, Phrase>> = {
  intensity: phrase('Intensity', '单耗'),
  demand: phrase('Demand', '需求'),
  demandMonthly: phrase('Demand', '需求'),
  profile: phrase('Seasonal profile', '季节分布'),
  rush: phrase('Rush multiplier', '赶工系数'),
  holidayFactor: phrase('Holiday factor', '春节系数'),
  growth: phrase('Growth', '增速'),
};

const eventNames: Readonly<Record<string, Phrase>> = {
  active: phrase('Active (1 yes, 0 no)', '生效（1 是，0 否）'),
  graceDays: phrase('Days of grace', '缓冲天数'),
  controlledMidpoint: phrase('Midpoint, controlled', '受控品审批中点'),
  uncontrolledMidpoint: phrase('Midpoint, uncontrolled', '非受控品审批中点'),
  steepness: phrase('Steepness', '审批曲线陡度'),
  uncontrolledFloor: phrase('Floor, uncontrolled', '非受控品下限'),
  level: phrase('Level', '放行水平'),
};

/** The short name of an input within its group: "Intensity", "Production". */
export function inputName(workbook: Pick<Workbook, 'sectors'>, path: SeriesPath): Phrase {
  if (Object.hasOwn(fixedNames, path)) return fixedNames[path] ?? phrase(path, path);
  const [area, id = '', name = ''] = path.split('/');
  const table = area === 'events' ? eventNames : sectorNames;
  const sector = area === 'sectors' ? workbook.sectors[id] : undefined;
  if ((name === 'volume' || name === 'volumeMonthly') && sector?.kind === 'driver') return sector.volumeName;
  return Object.hasOwn(table, name) ? (table[name] ?? phrase(path, path)) : phrase(path, path);
}

/** The full name of an input: "NEV intensity", "Export control, April 2025: Steepness". */
export function pathName(workbook: Pick<Workbook, 'sectors' | 'events'>, path: SeriesPath): Phrase {
  const [area, id = ''] = path.split('/');
  const short = inputName(workbook, path);
  const sector = area === 'sectors' ? workbook.sectors[id] : undefined;
  if (sector) return phrase(`${sector.name.en} ${short.en.toLowerCase()}`, `${sector.name.zh}${short.zh}`);
  const event = area === 'events' ? workbook.events[id] : undefined;
  if (event) return phrase(`${event.title.en}: ${short.en}`, `${event.title.zh}：${short.zh}`);
  return short;
}
