/**
 * The little that is read from a clipboard's HTML, by a tolerant scanner and without a document: what LibreOffice says of a
 * number in full (`sdval`), what Excel says of the decimal separator, which cells are heads, and which our own copy marked as
 * computed from others. The text of a cell is never taken from here: Excel's HTML shows #### and drops cells.
 */
import type { DecimalSeparator } from '../tables/numberText.ts';

export type HtmlCell = { readonly exact?: number; readonly derived?: true; readonly head?: true };

export type HtmlCells = {
  readonly decimal: DecimalSeparator | null;
  /** Null for the places of a merged cell after its first. */
  readonly rows: readonly (readonly (HtmlCell | null)[])[];
};

const nothing: HtmlCells = { decimal: null, rows: [] };
/** Only the first table counts, and no more of it than a clipboard can sensibly hold. */
const largest = 40_000_000;

const attributes = {
  sdval: /\ssdval\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i,
  colspan: /\scolspan\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i,
  rowspan: /\srowspan\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i,
} as const;

function attribute(tag: string, name: keyof typeof attributes): string | null {
  const match = attributes[name].exec(tag);
  return match ? (match[1] ?? match[2] ?? match[3] ?? '') : null;
}

function cellOf(tag: string): HtmlCell {
  const sdval = attribute(tag, 'sdval');
  const exact = sdval === null || sdval.trim() === '' ? Number.NaN : Number(sdval);
  return { ...(Number.isFinite(exact) ? { exact } : {}), ...(/\sdata-derived[\s=>]/i.test(tag) ? { derived: true as const } : {}), ...(/^<th/i.test(tag) ? { head: true as const } : {}) };
}

function span(tag: string, name: 'colspan' | 'rowspan'): number {
  const given = attribute(tag, name);
  if (given === null) return 1;
  const count = Number(given);
  return Number.isInteger(count) && count >= 1 && count <= 1000 ? count : 1;
}

/** Reads what stands in the tags; anything that is no table gives nothing. */
export function readHtmlCells(html: string): HtmlCells {
  if (html.length > largest) return nothing;
  const separator = /mso-displayed-decimal-separator:\s*["']?\\?([.,])/i.exec(html)?.[1];
  const decimal = separator === ',' || separator === '.' ? separator : null;
  if (!/\ssdval|\sdata-derived|<th[\s>]/i.test(html)) return { decimal, rows: [] };
  const rows: (HtmlCell | null)[][] = [];
  let row: (HtmlCell | null)[] | null = null;
  /** By column: how many more rows a merged cell from above still covers. */
  const covered: number[] = [];
  const skipCovered = (cells: (HtmlCell | null)[]): void => {
    while ((covered[cells.length] ?? 0) > 0) {
      covered[cells.length] = (covered[cells.length] ?? 0) - 1;
      cells.push(null);
    }
  };
  for (const [tag, name = ''] of html.matchAll(/<(tr|td|th|\/tr|\/table)\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi)) {
    const kind = name.toLowerCase();
    if (kind === '/table') break;
    if (kind === 'tr') {
      row = [];
      rows.push(row);
    } else if (row !== null) {
      skipCovered(row);
      if (kind === '/tr') continue;
      const down = span(tag, 'rowspan') - 1;
      const across = span(tag, 'colspan');
      for (let at = 0; at < across; at += 1) {
        if (down > 0) covered[row.length] = down;
        row.push(at === 0 ? cellOf(tag) : null);
      }
    }
  }
  return { decimal, rows };
}
