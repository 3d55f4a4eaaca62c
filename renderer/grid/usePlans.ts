/** Carries out what a paste, a fill or a tool would change: at once where it is plain, after a look where a person should see it first. */
import { useState } from 'react';
import type { PastePlan } from '../../shared/clipboard/planPaste.ts';
import type { CellAct } from '../../shared/messages/commands.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import { refusals } from '../../shared/messages/refusals.ts';
import type { CellRef } from '../../shared/grid/selection.ts';
import type { GridWork } from './gridWork.ts';

export type CellPlan = Pick<PastePlan, 'changes' | 'overwritten'> & {
  readonly refused: readonly { readonly at: CellRef | null; readonly text?: string; readonly reason: Phrase }[];
} & Partial<Pick<PastePlan, 'reinterpreted' | 'remarks'>>;

export type OpenPlan = { readonly act: CellAct; readonly plan: CellPlan; readonly after: () => void };

export type Plans = {
  /** The plan that waits for a person. */
  readonly open: OpenPlan | null;
  /** `after` runs once the cells are changed. */
  carryOut(act: CellAct, plan: CellPlan, after?: () => void): void;
  confirm(): void;
  cancel(): void;
};

type Parts = { readonly work: GridWork; readonly readOnly: boolean; onRefused(reason: Phrase): void };

function wantsLook({ refused, overwritten, reinterpreted = [], remarks = [] }: CellPlan): boolean {
  return refused.length + overwritten.length + reinterpreted.length + remarks.length > 0;
}

export function usePlans({ work, readOnly, onRefused }: Parts): Plans {
  const [open, setOpen] = useState<OpenPlan | null>(null);
  const enter = ({ act, plan, after }: OpenPlan): void => {
    if (plan.changes.length === 0 || work.run(act, plan.changes)) after();
  };
  return {
    open,
    carryOut(act, plan, after = () => undefined) {
      const [first] = plan.refused;
      if (readOnly) onRefused(refusals.readOnly);
      else if (plan.changes.length === 0 && plan.refused.length <= 1) {
        if (first) onRefused(first.reason);
        else after();
      } else if (wantsLook(plan)) setOpen({ act, plan, after });
      else enter({ act, plan, after });
    },
    confirm() {
      setOpen(null);
      if (open) enter(open);
    },
    cancel: () => setOpen(null),
  };
}
