/**
 * Cells are nearly all of a large file, and nearly all of them are sound: they are checked here by hand, at a tenth of what the
 * schema takes. Whatever this check does not take is left to the schema, which says what is wrong and where.
 */
import { isIsoDate } from '../model/period.ts';
import type { Series } from '../model/workbook.ts';
import { isObject, type JsonObject } from './migrations.ts';

const states: ReadonlySet<unknown> = new Set(['actual', 'estimate', 'forecast']);
const grades: ReadonlySet<unknown> = new Set(['A', 'B', 'C']);

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isLocalText(value: unknown): boolean {
  return isObject(value) && isText(value['en']) && isText(value['zh']) && Object.keys(value).length === 2;
}

/** Whether a value is a cell as workbookSchema.ts has it. What it says yes to, the schema takes; not the other way round. */
export function isPlainCell(value: unknown): boolean {
  if (!isObject(value) || !Object.hasOwn(value, 'value') || !Object.hasOwn(value, 'state')) return false;
  for (const name of Object.keys(value)) {
    const field = value[name];
    switch (name) {
      case 'value':
        if (field !== null && !Number.isFinite(field)) return false;
        break;
      case 'state':
        if (!states.has(field)) return false;
        break;
      case 'source':
      case 'locator':
        if (!isText(field)) return false;
        break;
      case 'known':
        if (typeof field !== 'string' || !isIsoDate(field)) return false;
        break;
      case 'grade':
        if (!grades.has(field)) return false;
        break;
      case 'note':
        if (!isLocalText(field)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

type Taken = { readonly without: JsonObject; readonly cells: ReadonlyMap<string, Series['cells']> };

/** The workbook with the cells of its sound series taken out, and those cells by path. */
export function takePlainCells(workbook: JsonObject): Taken {
  const { series } = workbook;
  const cells = new Map<string, Series['cells']>();
  if (!isObject(series)) return { without: workbook, cells };
  const left = Object.entries(series).map(([path, one]): [string, unknown] => {
    if (!isObject(one) || !isObject(one['cells']) || !Object.values(one['cells']).every(isPlainCell)) return [path, one];
    cells.set(path, one['cells'] as Series['cells']);
    return [path, { ...one, cells: {} }];
  });
  return { without: { ...workbook, series: Object.fromEntries(left) }, cells };
}
