/**
 * Checks of what sources say (method, section 7; settled point 33; worked case M02): stated growth against the growth that the
 * figures imply, rival figures for one cell, and statements in words against the balance. What became known after the as-of
 * date is not looked at.
 */
import { resultNames } from '../messages/names.ts';
import type { Phrase } from '../messages/phrase.ts';
import { traceNames } from '../messages/trace.ts';
import type { Balance, Finding, MonthlyQuantity } from '../model/balance.ts';
import { checkGrowth } from '../model/growth.ts';
import { memoize } from '../model/memoize.ts';
import { describePath, isPeriodOf } from '../model/paths.ts';
import { units } from '../model/unit.ts';
import type { Claim, Statement, StatementLine, Workbook } from '../model/workbook.ts';
import { groupFindings } from './groupFindings.ts';

type Claims = readonly Claim[];

/** What tells which paths there are. */
type Named = Pick<Workbook, 'sectors' | 'events' | 'expansions'>;

/** The claims known by the as-of date, in the order of their ids. */
function knownClaims(all: Workbook['claims'], asOf: string): Claims {
  return Object.entries(all)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, claim]) => claim)
    .filter((claim) => claim.known <= asOf);
}

/** Claims of one thing measured in one way have one key; the model's path says what it is, else the name of the metric. */
function subjectOf(claim: Claim): string {
  return JSON.stringify([claim.path ?? claim.metric.en, units[claim.unit].dimension, claim.basis ?? '', claim.scope ?? '']);
}

/** In the base unit, and for all that the series covers a part of. */
function universeOf(claim: Claim): number {
  return (claim.value * units[claim.unit].factor) / (claim.coverage ?? 1);
}

/** "2025-03" a year earlier is "2024-03", "2025-01/2025-08" is "2024-01/2024-08". */
function yearBefore(period: string): string {
  return period.replace(/\d{4}(?=-|\/|$)/g, (year) => String(Number(year) - 1).padStart(4, '0'));
}

function placeOfClaim(workbook: Named, { path, period }: Claim): string | null {
  const spec = path === undefined ? null : describePath(workbook, path);
  return spec && isPeriodOf(spec.kind, period) ? `${path}@${period}` : null;
}

/** Of the claims for the year before, the one of the same source; else the one known last. */
function baseOf(claims: Claims, claim: Claim): Claim | null {
  const before = claims.filter((other) => other.period === yearBefore(claim.period) && subjectOf(other) === subjectOf(claim));
  const own = before.filter((other) => other.source === claim.source);
  return [...(own.length > 0 ? own : before)].sort((a, b) => (a.known < b.known ? 1 : -1))[0] ?? null;
}

function growthFindings(workbook: Named, claims: Claims): Finding[] {
  return claims.flatMap((claim): Finding[] => {
    const base = claim.statedGrowth === undefined ? null : baseOf(claims, claim);
    const check = base && checkGrowth(universeOf(base), universeOf(claim), claim.statedGrowth ?? null);
    if (!check || check.status === 'ok') return [];
    const { factor } = units[claim.unit];
    return [
      {
        code: 'growth-inconsistent',
        severity: 'warning',
        place: placeOfClaim(workbook, claim),
        values: {
          metricEn: claim.metric.en,
          metricZh: claim.metric.zh,
          period: claim.period,
          locator: claim.locator,
          implied: check.implied,
          stated: claim.statedGrowth ?? 0,
          value: claim.value,
          expected: (check.valueIfGrowthRight * (claim.coverage ?? 1)) / factor,
          unit: claim.unit,
        },
      },
    ];
  });
}

/** Figures for one cell that differ by more than this are rivals; by more than half of it, worth a note. */
export const rivalThreshold = 0.01;

function rivalFindings(workbook: Named, claims: Claims): Finding[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    // A forecast and the out-turn are no rivals: the one is measured by the other.
    const key = JSON.stringify([subjectOf(claim), claim.period, claim.state === 'actual']);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].flatMap((group): Finding[] => {
    const [low, high] = [...group].sort((a, b) => universeOf(a) - universeOf(b)).filter((_, at, all) => at === 0 || at === all.length - 1);
    if (!low || !high) return [];
    const scale = Math.max(Math.abs(universeOf(low)), Math.abs(universeOf(high)));
    const difference = scale === 0 ? 0 : (universeOf(high) - universeOf(low)) / (universeOf(low) === 0 ? scale : Math.abs(universeOf(low)));
    // A difference of exactly the threshold is none, whatever the last binary digit says.
    if (difference <= rivalThreshold / 2 + 1e-12) return [];
    return [
      {
        code: 'claims-disagree',
        severity: difference > rivalThreshold + 1e-12 ? 'warning' : 'info',
        place: placeOfClaim(workbook, low),
        values: {
          metricEn: low.metric.en,
          metricZh: low.metric.zh,
          period: low.period,
          low: low.value,
          high: (high.value * units[high.unit].factor) / units[low.unit].factor,
          lowAt: low.locator,
          highAt: high.locator,
          difference,
          unit: low.unit,
        },
      },
    ];
  });
}

const findingsOfClaims = memoize((all: Workbook['claims'], asOf: string, sectors: Workbook['sectors'], events: Workbook['events'], expansions: Workbook['expansions']): readonly Finding[] => {
  const workbook = { sectors, events, expansions };
  const claims = knownClaims(all, asOf);
  return [...growthFindings(workbook, claims), ...rivalFindings(workbook, claims)];
});

/** What the workbook's claims say against each other; the same for every scenario. */
export function claimFindings(workbook: Workbook): readonly Finding[] {
  return findingsOfClaims(workbook.claims, workbook.asOf, workbook.sectors, workbook.events, workbook.expansions);
}

const rowOfLine: Readonly<Record<StatementLine, string>> = { gap: 'gap', supply: 'supply', demand: 'demandTotal', exports: 'exports', price: 'price' };

const nameOfLine: Readonly<Record<StatementLine, Phrase>> = { gap: resultNames.gap, supply: resultNames.supply, demand: resultNames.demandTotal, exports: resultNames.exports, price: traceNames.price };

function lineOf(balance: Balance, line: StatementLine): MonthlyQuantity {
  if (line === 'price') return balance.price?.price ?? { values: [], states: [] };
  return line === 'demand' ? balance.demandTotal : balance[line];
}

/** The mean of some months; null where one is missing or lies outside the horizon. */
function meanOf(line: MonthlyQuantity, from: number, to: number): number | null {
  if (from < 0 || to >= line.values.length || to < from) return null;
  let sum = 0;
  for (let at = from; at <= to; at += 1) {
    const value = line.values[at] ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum / (to - from + 1);
}

/** True when the balance agrees with a statement, null where it cannot tell: as many months before, or the sign of the gap. */
function agrees(balance: Balance, statement: Statement): { readonly holds: boolean; readonly now: number; readonly before: number | null } | null {
  const from = balance.months.indexOf(statement.from);
  const to = balance.months.indexOf(statement.to);
  if (from < 0 || to < from) return null;
  const line = lineOf(balance, statement.line);
  const now = meanOf(line, from, to);
  if (now === null) return null;
  if (statement.direction === 'shortage') return { holds: now < 0, now, before: null };
  if (statement.direction === 'surplus') return { holds: now > 0, now, before: null };
  const before = meanOf(line, from - (to - from + 1), from - 1);
  if (before === null) return null;
  return { holds: statement.direction === 'up' ? now > before : now < before, now, before };
}

const findingsOfStatements = memoize((balance: Balance, statements: Workbook['statements'], asOf: string): readonly Finding[] =>
  Object.entries(statements)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, statement]): Finding[] => {
      const check = statement.known <= asOf ? agrees(balance, statement) : null;
      if (!check || check.holds) return [];
      const row = rowOfLine[statement.line];
      const name = nameOfLine[statement.line];
      return [
        {
          code: 'statement-contradicted',
          severity: 'warning',
          place: `${row}@${statement.from}`,
          values: {
            textEn: statement.text.en,
            textZh: statement.text.zh,
            lineEn: name.en,
            lineZh: name.zh,
            from: statement.from,
            to: statement.to,
            direction: statement.direction,
            now: check.now,
            ...(check.before === null ? {} : { before: check.before }),
          },
        },
      ];
    }),
);

/** The statements in words that the balance contradicts: the mean of their months against as many months before. */
export function statementFindings(workbook: Workbook, balance: Balance): readonly Finding[] {
  return findingsOfStatements(balance, workbook.statements, workbook.asOf);
}

const groupsOf = memoize((findings: readonly Finding[]): readonly Finding[] => groupFindings(findings));

/** Everything that stands out in one scenario, a run of months as one: its balance, and what sources say. */
export function allFindings(workbook: Workbook, balance: Balance): readonly Finding[] {
  return [...groupsOf(balance.findings), ...claimFindings(workbook), ...statementFindings(workbook, balance)];
}
