/** A workbook whose file has 20 MB: many sectors, each with fifty years of sourced months. */
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { monthAt } from '../../shared/model/period.ts';
import type { Cell, Series, Workbook } from '../../shared/model/workbook.ts';
import { generatedWorkbook } from './generatedWorkbook.ts';

const firstYear = 2024;
const months = 600;
const wantedCharacters = 20_000_000;

/** About 210 characters in the file. */
const cellOf = (at: number, source: string): Cell => ({ grade: 'B', known: '2025-05-01' as Cell['known'] & string, locator: 'table 3, row 7', source, state: 'estimate', value: 1000 + at * 1.25 });

export function largeFile(sample: Workbook): string {
  const grown = generatedWorkbook(sample, { sectors: 120, months: 120, scenarios: 4 });
  const source = Object.keys(sample.sources)[0] ?? '';
  const cells = Object.fromEntries(Array.from({ length: months }, (_, at) => [monthAt(firstYear * 12 + at), cellOf(at, source)]));
  const perSeries = JSON.stringify(cells, null, 2).length + months * 8 * 8;
  const wanted = Math.ceil(wantedCharacters / perSeries);
  const added: [string, Series][] = Object.keys(grown.sectors)
    .flatMap((id) => [`sectors/${id}/volumeMonthly`, `sectors/${id}/demandMonthly`])
    .flatMap((path): [string, Series][] => {
      const volume = grown.series[path.replace(/\/[^/]+$/, '/volume')];
      if (volume === undefined) return [];
      return [[path, { kind: 'monthly', unit: path.endsWith('demandMonthly') ? 't' : volume.unit, cells }]];
    })
    .slice(0, wanted);
  return serializeWorkbook({ ...grown, title: { en: 'Large', zh: '大型' }, series: { ...grown.series, ...Object.fromEntries(added) } });
}
