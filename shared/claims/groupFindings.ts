/**
 * Findings that say the same of consecutive months, as one finding with a run of months: twelve sentences that differ in a month
 * hide the one that differs in what it says. A run keeps the place of its first month, to which a jump leads.
 */
import type { Finding, FindingCode } from '../model/balance.ts';
import { isMonth, monthAt, monthIndex, type Month } from '../model/period.ts';

/** What becomes of the amount of each month in a run: tonnes of a flow are added up, of a stock the worst month stands. */
type Amount = { readonly key: string; readonly of: 'sum' | 'worst' } | null;

/** The findings on a month whose sentence can speak of a run. */
const runs: Readonly<Partial<Record<FindingCode, Amount>>> = {
  'stock-overflow': { key: 'tonnes', of: 'sum' },
  'demand-unmet': { key: 'tonnes', of: 'sum' },
  'plan-above-capacity': { key: 'excess', of: 'sum' },
  'plan-above-material': { key: 'excess', of: 'sum' },
  'oxide-unrecorded': { key: 'tonnes', of: 'worst' },
  'exports-negative': { key: 'tonnes', of: 'sum' },
  'subsidy-negative-month': null,
  'price-not-positive': null,
  'input-missing': null,
};

type Placed = { readonly row: string; readonly month: Month };

/** The row and the month of a finding; null where it is on no month. */
function placed({ place }: Finding): Placed | null {
  if (place === null) return null;
  const at = place.lastIndexOf('@');
  const month = place.slice(at + 1);
  return isMonth(month) ? { row: at < 0 ? '' : place.slice(0, at), month } : null;
}

function joined(first: Finding, amount: Amount, next: Finding, month: Month): Finding {
  const values = { ...first.values, until: month };
  if (amount === null) return { ...first, values };
  const [a, b] = [Number(first.values[amount.key] ?? 0), Number(next.values[amount.key] ?? 0)];
  return { ...first, values: { ...values, [amount.key]: amount.of === 'sum' ? a + b : Math.max(a, b) } };
}

/** The same findings in the order of their first months; values of a run gain `until`, its last month. */
export function groupFindings(findings: readonly Finding[]): readonly Finding[] {
  const grouped: Finding[] = [];
  /** By kind and row: where the run stands that the month named here would continue. */
  const open = new Map<string, { readonly at: number; readonly next: Month }>();
  for (const finding of findings) {
    const where = Object.hasOwn(runs, finding.code) ? placed(finding) : null;
    if (where === null) {
      grouped.push(finding);
      continue;
    }
    const key = JSON.stringify([finding.code, finding.severity, where.row]);
    const run = open.get(key);
    const before = run?.next === where.month ? grouped[run.at] : undefined;
    const at = run && before ? run.at : grouped.length;
    grouped[at] = before ? joined(before, runs[finding.code] ?? null, finding, where.month) : finding;
    open.set(key, { at, next: monthAt(monthIndex(where.month) + 1) });
  }
  return grouped;
}
