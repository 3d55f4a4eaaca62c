/** What can be compared, by a key that is kept with the preferences: a scenario, a vintage or an as-of day of the chosen scenario, a file beside. */
import { asSeenOn } from '../../../shared/analysis/asOfViews.ts';
import { dateName } from '../../../shared/analysis/bridgeEnds.ts';
import { asVintage, type CompareSubject } from '../../../shared/analysis/compare.ts';
import { darkPalette, darkScenarioColors, scenarioColors, type Palette } from '../../../shared/charts/palette.ts';
import { phrase } from '../../../shared/messages/phrase.ts';
import { rootScenarioId } from '../../../shared/model/computeBalance.ts';
import type { IsoDate } from '../../../shared/model/period.ts';
import { scenarioTree } from '../../../shared/model/scenarioTree.ts';
import type { ScenarioId, VintageId, Workbook } from '../../../shared/model/workbook.ts';

export type OtherFile = { readonly name: string; readonly workbook: Workbook };
export type SubjectKey = string;

export const fileKey: SubjectKey = 'file';
export const scenarioKey = (id: ScenarioId): SubjectKey => `scenario/${id}`;
export const vintageKey = (id: VintageId): SubjectKey => `vintage/${id}`;

/** What is compared until the user chooses: Base with the scenario that is looked at, or with the first scenario after it. */
export function firstSubjects(scenarios: Workbook['scenarios'], root: ScenarioId, shown: ScenarioId): readonly SubjectKey[] {
  const beside = shown === root ? scenarioTree(scenarios).find(({ id }) => id !== root)?.id : shown;
  return [root, ...(beside === undefined ? [] : [beside])].map(scenarioKey);
}

/** A subject with the side of the workbook that it is, for the bridge. */
export type Subject = CompareSubject & { readonly key: SubjectKey; readonly side: { readonly kind: 'scenario' | 'vintage' | 'day' | 'file'; readonly id: string }; readonly color: string };

/** The chosen scenario as it was seen on a day. */
export function daySubject(workbook: Workbook, scenario: ScenarioId, date: IsoDate, color: string): Subject {
  return { key: `day/${date}`, name: dateName(date), workbook: asSeenOn(workbook, date), scenario, side: { kind: 'day', id: date }, color };
}

/** The subject of a key; null where it has gone. */
export function subjectOf(key: SubjectKey, workbook: Workbook, scenario: ScenarioId, other: OtherFile | null, palette: Palette, at: number): Subject | null {
  const [kind, id = ''] = key.split('/');
  if (kind === 'file') {
    if (other === null) return null;
    const theirs = Object.hasOwn(other.workbook.scenarios, scenario) ? scenario : (rootScenarioId(other.workbook) ?? '');
    return { key, name: phrase(other.name, other.name), workbook: other.workbook, scenario: theirs, side: { kind: 'file', id: theirs }, color: palette.ink };
  }
  if (kind === 'scenario') {
    const found = Object.hasOwn(workbook.scenarios, id) ? workbook.scenarios[id] : undefined;
    const colors = palette === darkPalette ? darkScenarioColors : scenarioColors;
    return found ? { key, name: found.name, workbook, scenario: id, side: { kind, id }, color: colors[found.color % colors.length] ?? palette.ink } : null;
  }
  if (kind !== 'vintage') return null;
  const seen = asVintage(workbook, id);
  const vintage = workbook.vintages[id];
  return seen.ok && vintage ? { key, name: vintage.name, workbook: seen.value, scenario, side: { kind, id }, color: palette.series[at % palette.series.length] ?? palette.ink } : null;
}
