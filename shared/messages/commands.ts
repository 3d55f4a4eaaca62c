/** What the history says a step did. */
import type { Phrase } from './phrase.ts';
import { phrase } from './phrase.ts';

/** `from` and `to` are formatted numbers; null stands for an empty cell. */
export function changedCell(name: Phrase, period: string, from: string | null, to: string | null): Phrase {
  const when = period === 'all' ? '' : ` ${period}`;
  return phrase(`${name.en}${when}: ${from ?? 'n.a.'} to ${to ?? 'n.a.'}`, `${name.zh}${when}：${from ?? '暂缺'} 改为 ${to ?? '暂缺'}`);
}

export function clearedCell(name: Phrase, period: string): Phrase {
  const when = period === 'all' ? '' : ` ${period}`;
  return phrase(`Clear ${name.en}${when}`, `清除 ${name.zh}${when}`);
}

export function renamedWorkbook(title: Phrase): Phrase {
  return phrase(`Rename to ${title.en}`, `重命名为 ${title.zh}`);
}
