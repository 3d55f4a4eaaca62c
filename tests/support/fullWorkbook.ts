/** The shipped workbook with one of every kind of thing that a workbook may hold, for tests of what the screen reaches. */
import type { IsoDate, Month } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { shippedWorkbook } from './shippedWorkbook.ts';

const named = (name: string): { en: string; zh: string } => ({ en: name, zh: name });

export function fullWorkbook(): Workbook {
  const shipped = shippedWorkbook();
  const { nev, wind } = shipped.sectors;
  if (nev?.kind !== 'driver' || wind?.kind !== 'driver') throw new Error('The shipped workbook has no sector of vehicles or wind.');
  const event = (kind: 'restrict' | 'ease' | 'note', date: string): Workbook['events'][string] => ({
    title: named(kind),
    detail: named(kind),
    date: date as IsoDate,
    kind,
    scope: ['controlled'],
    source: Object.keys(shipped.sources)[0] ?? '',
    suspended: [],
  });
  return {
    ...shipped,
    sectors: {
      ...shipped.sectors,
      nev: {
        ...nev,
        stackYear: 2024,
        technologies: {
          permanentMagnet: { name: { en: 'Permanent magnet', zh: '永磁电机' }, order: 0, balancing: true },
          induction: { name: { en: 'Induction', zh: '感应电机' }, order: 1, balancing: false },
        },
      },
      wind: {
        ...wind,
        technologies: {
          directDrive: { name: { en: 'Direct drive', zh: '直驱' }, order: 0, balancing: false },
          doublyFed: { name: { en: 'Doubly fed', zh: '双馈' }, order: 1, balancing: true },
        },
      },
    },
    series: {
      ...shipped.series,
      'sectors/nev/technologies/induction/share': {
        kind: 'annual',
        unit: 'ratio',
        cells: { 2024: { value: 0.04, state: 'estimate' }, 2025: { value: 0.05, state: 'forecast' }, 2026: { value: 0.06, state: 'forecast' } },
      },
    },
    events: { ...shipped.events, restriction: event('restrict', '2025-10-09'), easing: event('ease', '2025-12-01'), note: event('note', '2026-01-01') },
    expansions: { baotou: { name: { en: 'Baotou', zh: '包头' }, order: 0, start: '2025-07' as Month } },
  };
}
