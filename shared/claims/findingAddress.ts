/** Which cell a finding is about, and that cell in words. */
import { formatPeriod } from '../format.ts';
import { pathName, resultNames } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import type { Finding, FindingCode } from '../model/balance.ts';
import { describePath } from '../model/paths.ts';
import { isMonth } from '../model/period.ts';
import type { CellAddress, Workbook } from '../model/workbook.ts';

/** The row that a finding on a month as a whole is about. */
const monthRows: Readonly<Partial<Record<FindingCode, string>>> = {
  'stock-overflow': 'overflow',
  'demand-unmet': 'unmet',
  'plan-above-capacity': 'supply/outputMonthly',
  'plan-above-material': 'supply/outputMonthly',
  'oxide-unrecorded': 'supply/outputMonthly',
};

const rowNames: Readonly<Record<string, Phrase>> = resultNames;

/** The address of the input or the row of a result; null for a finding on the whole workbook. */
export function findingAddress({ code, place }: Finding): CellAddress | null {
  if (place === null) return null;
  if (isMonth(place)) return { path: monthRows[code] ?? 'gap', period: place };
  const at = place.lastIndexOf('@');
  return at < 0 ? null : { path: place.slice(0, at), period: place.slice(at + 1) };
}

/** "NEV intensity, 2025"; null where there is no cell. */
export function findingPlaceName(workbook: Workbook, finding: Finding): Phrase | null {
  const address = findingAddress(finding);
  if (!address) return null;
  const name = describePath(workbook, address.path) === null && Object.hasOwn(rowNames, address.path) ? (rowNames[address.path] ?? resultNames.gap) : pathName(workbook, address.path);
  if (address.period === 'all') return name;
  return phrase(`${name.en}, ${formatPeriod(address.period, 'en')}`, `${name.zh}，${formatPeriod(address.period, 'zh')}`);
}
