/** How the user likes the window: never in the file, never in the history, never unsaved work. */
import { z } from 'zod';
import { gridZooms, naturalZoom } from '../../shared/grid/zoom.ts';
import { papers } from '../../shared/report/paper.ts';
import { units, type UnitId } from '../../shared/model/unit.ts';
import { mostDecimals } from '../../shared/tables/showRows.ts';
import { periodicities } from '../../shared/periodicity.ts';
import { createStore, type Store } from './store.ts';

const range = z.object({ from: z.string(), to: z.string() });

/** How the Compare view is set for one workbook; what is left out is as it comes. */
const comparing = z.object({
  by: z.enum(['subjects', 'days']).optional().catch(undefined),
  /** The as-of day that is looked at, and the one that it is held against. */
  seen: z.string().optional().catch(undefined),
  against: z.string().optional().catch(undefined),
  between: z.enum(['subjects', 'months']).optional().catch(undefined),
  level: z.enum(['overlay', 'event', 'driver', 'sector']).optional().catch(undefined),
  months: range.optional().catch(undefined),
  earlier: range.optional().catch(undefined),
  /** Where the bridge leads to, where more than two are compared. */
  to: z.string().optional().catch(undefined),
  sampled: z.object({ pairs: z.number().int().min(1).max(4096), seed: z.number().int().min(0).max(999_999_999) }).optional().catch(undefined),
});

export type Comparing = z.infer<typeof comparing>;

const unitIds = Object.keys(units) as [UnitId, ...UnitId[]];

const schema = z.object({
  language: z.enum(['en', 'zh']).catch('en'),
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  view: z.enum(['workbench', 'compare', 'report', 'library']).catch('workbench'),
  tab: z.enum(['drivers', 'monthly', 'exports', 'supply', 'balance', 'price', 'sources']).catch('drivers'),
  paper: z.enum(papers).catch('A4'),
  /** Grids and charts by months, quarters or years. */
  periodicity: z.enum(periodicities).catch('months'),
  /** The size of grids, in per cent. */
  zoom: z.literal(gridZooms).catch(naturalZoom),
  /** Totals stay in view at the edges of a grid. */
  pinTotals: z.boolean().catch(true),
  /** Share of the window's width that the grid takes. */
  gridShare: z.number().min(0.25).max(0.8).catch(0.56),
  /** The scenario last looked at, by workbook of the library. */
  scenarios: z.record(z.string(), z.string()).catch({}),
  /** What is compared, by workbook of the library: keys of scenarios and vintages, the first held against the others. */
  compared: z.record(z.string(), z.array(z.string())).catch({}),
  /** How the comparison and its bridge are set, by workbook of the library. */
  comparing: z.record(z.string(), comparing).catch({}),
  /** What was last chosen in the command palette, newest first. */
  recent: z.array(z.string()).catch([]),
  /** Unit and decimals by table and row. */
  rows: z.record(z.string(), z.record(z.string(), z.object({ unit: z.enum(unitIds).optional().catch(undefined), decimals: z.number().int().min(0).max(mostDecimals).optional().catch(undefined) }))).catch({}),
  /** Folded groups by table. */
  folded: z.record(z.string(), z.array(z.string())).catch({}),
  /** Column widths by table. */
  widths: z.record(z.string(), z.record(z.string(), z.number())).catch({}),
});

export type Preferences = z.infer<typeof schema>;

const storageKey = 'lodestone-preferences';

/** Reads what is stored, field by field: one damaged preference never costs the others. */
function load(storage: Storage, language: string): Preferences {
  const text = storage.getItem(storageKey);
  let stored: unknown = {};
  if (text !== null) {
    try {
      stored = JSON.parse(text);
    } catch {
      // Preferences are a comfort: what cannot be read is left at its default, and the next change writes it whole again.
      stored = {};
    }
  }
  const start = typeof stored === 'object' && stored !== null ? stored : {};
  return schema.parse({ language: language.startsWith('zh') ? 'zh' : 'en', ...start });
}

/** The preferences of this computer, kept in the given storage. */
export function createPreferences(storage: Storage, language: string): Store<Preferences> {
  z.config({ jitless: true });
  const store = createStore(load(storage, language));
  store.subscribe(() => storage.setItem(storageKey, JSON.stringify(store.get())));
  return store;
}
