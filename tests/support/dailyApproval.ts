/** Approval by day as the method states it (section 2), each day by itself: what the months of shared/model/approval.ts are held to. */
import type { ExportEvent, Restriction } from '../../shared/model/approval.ts';
import type { ExportCategory } from '../../shared/model/workbook.ts';

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Approval of a category on a day under one restriction, 0 to 1. */
function restrictedApproval(event: Restriction, category: ExportCategory, day: number): number {
  if (!event.scope.includes(category) || event.suspended.some(([from, to]) => day >= from && day < to)) return 1;
  const months = (day - event.day + 0.5 - event.graceDays) / 30.4375;
  if (months < 0) return 1;
  if (category === 'controlled') return logistic(event.steepness * (months - event.controlledMidpoint));
  return event.uncontrolledFloor + (1 - event.uncontrolledFloor) * logistic(event.steepness * (months - event.uncontrolledMidpoint));
}

/** The same under all events that have begun. */
export function dayApproval(events: readonly ExportEvent[], category: ExportCategory, day: number): number {
  let share = 1;
  for (const event of events) if (event.kind === 'restrict' && event.day <= day) share *= restrictedApproval(event, category, day);
  for (const event of events) if (event.kind === 'ease' && event.day <= day && event.scope.includes(category)) share = Math.max(share, event.level);
  return share;
}
