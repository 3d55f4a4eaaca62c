/** What merging two people's changes says: on standard error, and in the claims that hold both figures of a conflict. */
import type { MergeConflict, MergeValue } from '../file/mergeConflict.ts';
import type { Workbook } from '../model/workbook.ts';
import { pathName } from './names.ts';
import { phrase, type Phrase } from './phrase.ts';

export const mergeMessages = {
  publisher: phrase('Merge', '合并'),
  oursTitle: phrase('Figure typed without a source on our side of a merge', '合并时本方未注明来源的数值'),
  theirsTitle: phrase('Figure typed without a source on the other side of a merge', '合并时对方未注明来源的数值'),
  oursLocator: phrase('our side of a merge', '合并时的本方'),
  theirsLocator: phrase('the other side of a merge', '合并时的对方'),
  removed: phrase('removed', '已删除'),
  source: (id: string) => phrase(` (source ${id})`, `（来源 ${id}）`),
  /** One line per conflict. */
  conflict: (place: string, ours: string, theirs: string) => phrase(`${place}: ours ${ours}, theirs ${theirs}`, `${place}：本方 ${ours}，对方 ${theirs}`),
  merged: (name: string) => phrase(`${name}: merged, no conflicts`, `${name}：已合并，无冲突`),
  conflicts: (name: string, count: number) =>
    phrase(
      `${name}: merged with ${count} ${count === 1 ? 'conflict' : 'conflicts'}; our side stands, and both figures of a cell are kept as claims to choose from`,
      `${name}：已合并，有 ${count} 处冲突；暂以本方为准，单元格的两个数值均保留为待选的引用数据`,
    ),
} as const;

/** A side of a conflict: a figure with its source, a text, or what stands there in short. */
function sideText(value: MergeValue | undefined): Phrase {
  if (value === undefined) return mergeMessages.removed;
  if (typeof value !== 'object' || value === null) return phrase(String(value), String(value));
  const figure = 'value' in value ? value.value : null;
  const source = 'source' in value && typeof value.source === 'string' ? mergeMessages.source(value.source) : phrase('', '');
  if (typeof figure === 'number') return phrase(`${figure}${source.en}`, `${figure}${source.zh}`);
  const text = JSON.stringify(value);
  return phrase(text, text);
}

/** "NEV production, 2026: ours 290000 (source S8), theirs 285000 (source S12)"; what is no cell is named by its place in the file. */
export function conflictText(workbook: Workbook, { place, cell, ours, theirs }: MergeConflict): Phrase {
  const name = cell === null ? phrase(place, place) : pathName(workbook, cell.path);
  const period = cell === null ? phrase('', '') : phrase(`, ${cell.period}`, `，${cell.period}`);
  const [own, other] = [sideText(ours), sideText(theirs)];
  return phrase(mergeMessages.conflict(`${name.en}${period.en}`, own.en, other.en).en, mergeMessages.conflict(`${name.zh}${period.zh}`, own.zh, other.zh).zh);
}
