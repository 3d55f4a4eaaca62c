/** Copy, cut and paste as the events of the grid's text area, which need no permission. */
import { useRef, type ClipboardEvent } from 'react';
import { formatBlock } from '../../shared/clipboard/formatBlock.ts';
import { parseClipboard } from '../../shared/clipboard/parseClipboard.ts';
import { planPaste, type PastePlan } from '../../shared/clipboard/planPaste.ts';
import { boundsOf, refAt, type Lattice } from '../../shared/grid/lattice.ts';
import { lastRange } from '../../shared/grid/select.ts';
import type { GridSelection } from '../../shared/grid/selection.ts';
import { clipboardWords } from '../../shared/messages/grid.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import type { CellChange } from '../../shared/commands/setCells.ts';
import type { Table } from '../../shared/tables/table.ts';
import type { CopiedStore } from '../store/copied.ts';
import type { GridWork } from './gridWork.ts';
import { planClear } from './planClear.ts';
import type { Plans } from './usePlans.ts';
import type { SelectionKeys } from './useSelection.ts';

/** How the next paste is taken. */
export type PasteManner = 'plain' | 'transposed' | 'thousands';

type Parts = {
  readonly table: Table;
  readonly lattice: Lattice;
  readonly language: Language;
  readonly keys: SelectionKeys;
  readonly work: GridWork;
  readonly plans: Plans;
  readonly copied: CopiedStore;
  onRefused(reason: Phrase): void;
};

export type Clipboard = {
  onCopy(event: ClipboardEvent): void;
  onCut(event: ClipboardEvent): void;
  onPaste(event: ClipboardEvent): void;
  /** The next copy takes the heads along. */
  withHeaders(): void;
  /** The next paste is taken in this manner. */
  arm(manner: PasteManner): void;
};

/** The cells that were written to, where they are one block that begins at the upper left of what was selected. */
function pastedSelection(lattice: Lattice, target: GridSelection, { shape, monthAware }: PastePlan): GridSelection | null {
  const bounds = boundsOf(lattice, lastRange(target));
  if (monthAware || !bounds || shape.rows === 0 || shape.columns === 0) return null;
  const from = refAt(lattice, bounds.top, bounds.left);
  const to = refAt(lattice, bounds.top + shape.rows - 1, bounds.left + shape.columns - 1);
  return from && to ? { active: from, ranges: [{ from, to }] } : null;
}

/** Cut cells move: those that are not written to are emptied, in the same step. */
function moved(plan: PastePlan, cut: readonly CellChange[]): PastePlan {
  const written = new Set(plan.changes.map(({ path, period }) => `${path}@${period}`));
  return { ...plan, changes: [...cut.filter(({ path, period }) => !written.has(`${path}@${period}`)), ...plan.changes] };
}

export function useClipboard({ table, lattice, language, keys, work, plans, copied, onRefused }: Parts): Clipboard {
  const manner = useRef<PasteManner>('plain');
  const headers = useRef(false);

  const put = (event: ClipboardEvent, isCut: boolean): void => {
    const selection = keys.current();
    const block = selection && formatBlock(table, selection.ranges, { headers: headers.current, language });
    headers.current = false;
    event.preventDefault();
    if (!selection || !block) return onRefused(clipboardWords.noBlock);
    event.clipboardData.setData('text/plain', block.text);
    event.clipboardData.setData('text/html', block.html);
    copied.set({ table: table.id, ranges: selection.ranges, text: block.text, cut: isCut ? { scenario: work.scenario, changes: planClear(table, selection, work).changes } : null });
  };

  return {
    onCopy: (event) => put(event, false),
    onCut: (event) => put(event, true),
    onPaste(event) {
      event.preventDefault();
      const target = keys.current();
      const how = manner.current;
      manner.current = 'plain';
      if (!target) return;
      const text = event.clipboardData.getData('text/plain');
      const block = parseClipboard({ text, html: event.clipboardData.getData('text/html') });
      const { workbook, scenario } = work;
      const plan = planPaste(table, target, block, { workbook, scenario, transpose: how === 'transposed', times1000: how === 'thousands' });
      const before = copied.get();
      const own = before !== null && before.text === text.replace(/(?<!\r)\n/g, '\r\n');
      const cut = own && before.cut?.scenario === scenario ? before.cut.changes : null;
      plans.carryOut(cut ? 'move' : 'paste', cut ? moved(plan, cut) : plan, () => {
        const next = pastedSelection(lattice, target, plan);
        if (next) keys.set(next);
        if (cut) copied.set(null);
        if (!own && plan.changes.length > 0) work.onPasted(plan.changes.filter(({ value }) => value !== null).map(({ path, period }) => ({ path, period })));
      });
    },
    withHeaders() {
      headers.current = true;
    },
    arm(next) {
      manner.current = next;
    },
  };
}
