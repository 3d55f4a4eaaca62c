/** What an intensity that is typed in a scenario needs besides: a demand, where one from above would hide it (method, section 1). */
import { computeBalance } from '../model/computeBalance.ts';
import { inputsOf } from '../model/inputs.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { memberAddress, type LockPlace } from './lockMember.ts';
import { overlayDraft } from './overlayDraft.ts';

/** In kg per unit of the volume. */
export type TypedIntensity = Pick<LockPlace, 'id' | 'year'> & { readonly value: number };

/**
 * Demands that an ancestor typed apply last; the scenario then states the product itself, so that the typed intensity is shown.
 * What was released for the year stands against either, and then nothing is stated.
 */
export function stateDemands(workbook: Workbook, id: ScenarioId, typed: readonly TypedIntensity[]): Workbook {
  const chain = chainOfScenario(workbook, id);
  const scenario = workbook.scenarios[id];
  if (!chain.ok || !scenario) return workbook;
  const inputs = inputsOf(workbook, chain.value);
  const held = typed.filter((lock) => inputs.mentions(memberAddress(lock, 'demand').path));
  const balance = held.length === 0 ? null : computeBalance(workbook, id);
  if (!balance?.ok) return workbook;
  const draft = overlayDraft(workbook, id, scenario);
  for (const lock of held) {
    const shown = balance.value.sectors[lock.id]?.years[String(lock.year)];
    const intensity = shown?.intensity.value ?? null;
    const volume = shown?.volume.value ?? null;
    if (intensity === null || volume === null || Math.abs(intensity - lock.value) <= 1e-12 * Math.abs(lock.value)) continue;
    draft.write(memberAddress(lock, 'demand'), (volume * lock.value) / 1000);
  }
  return draft.finish();
}
