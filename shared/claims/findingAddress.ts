/** Which cell a finding is about, and that cell in words. */
import { formatRun } from '../format.ts';
import { resultWords } from '../messages/inputGroups.ts';
import { pathName, resultNames } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import { traceNames } from '../messages/trace.ts';
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
  'oxide-unrecorded': 'oxide-stock',
  'price-cost-missing': 'price',
  'price-cover-missing': 'price',
  'price-not-positive': 'price',
};

const rowNames: Readonly<Record<string, Phrase>> = { ...resultNames, 'oxide-stock': resultWords.oxideStock, price: traceNames.price };

/** The address of the input or the row of a result; null for a finding on the whole workbook. */
export function findingAddress({ code, place }: Finding): CellAddress | null {
  if (place === null) return null;
  if (isMonth(place)) return { path: monthRows[code] ?? 'gap', period: place };
  const at = place.lastIndexOf('@');
  return at < 0 ? null : { path: place.slice(0, at), period: place.slice(at + 1) };
}

/** "NEV intensity, 2025", "Output, May – Dec 2026"; null where there is no cell. */
export function findingPlaceName(workbook: Workbook, finding: Finding): Phrase | null {
  const address = findingAddress(finding);
  if (!address) return null;
  const name = describePath(workbook, address.path) === null && Object.hasOwn(rowNames, address.path) ? (rowNames[address.path] ?? resultNames.gap) : pathName(workbook, address.path);
  if (address.period === 'all') return name;
  const until = String(finding.values['until'] ?? address.period);
  return phrase(`${name.en}, ${formatRun(address.period, until, 'en')}`, `${name.zh}，${formatRun(address.period, until, 'zh')}`);
}
