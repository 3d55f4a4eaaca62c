/** What of a block may be set apart from the rest: its rows or items, or nothing; and the notes that each calls for. */
import type { SourceId } from '../model/workbook.ts';
import type { Block, PageRow } from './page.ts';
import type { Piece } from './paginate.ts';

export type BlockUnit = { readonly notes: readonly SourceId[]; readonly staysWithNext?: boolean };

function rowNotes({ sources = [], columnSources = [] }: PageRow): readonly SourceId[] {
  return [...sources, ...columnSources.flat()];
}

/** A total stays with the row before it: it is of no use alone at the top of a sheet. */
function isTotal(row: PageRow | undefined): boolean {
  return row !== undefined && row.kind !== 'plain' && row.kind !== 'group';
}

export function unitsOf(block: Block): readonly BlockUnit[] {
  switch (block.kind) {
    case 'table':
      return block.rows.map((row, at) => ({ notes: rowNotes(row), staysWithNext: row.kind === 'group' || isTotal(block.rows[at + 1]) }));
    case 'list':
      return block.items.map(({ sources = [] }) => ({ notes: sources }));
    case 'heading':
      return [{ notes: block.sources ?? [], staysWithNext: true }];
    default:
      return [{ notes: block.sources ?? [] }];
  }
}

/** The same for a block of a page: what is said in small letters below a chart or a table stands on the sheet where that ends. */
export function flowUnitsOf(blocks: readonly Block[], at: number): readonly BlockUnit[] {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (!block) return [];
  const units = unitsOf(block);
  const isNoted = (block.kind === 'chart' || block.kind === 'table') && next?.kind === 'text' && next.tone === 'small';
  return isNoted ? units.map((unit, place) => (place === units.length - 1 ? { ...unit, staysWithNext: true } : unit)) : units;
}

/** The notes of a sheet in the order in which its pieces first call for them: the first is number 1. */
export function notesOf(blocks: readonly Block[], pieces: readonly Piece[]): readonly SourceId[] {
  const notes = new Set<SourceId>();
  for (const { block, from, to } of pieces) {
    const found = blocks[block];
    if (found) for (const unit of unitsOf(found).slice(from, to)) for (const note of unit.notes) notes.add(note);
  }
  return [...notes];
}

/** "1–3, 5": the numbers of some notes, runs drawn together. */
export function markText(sources: readonly SourceId[], numbers: ReadonlyMap<SourceId, number>): string {
  const sorted = [...new Set(sources.flatMap((id) => numbers.get(id) ?? []))].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`)).join(', ');
}
