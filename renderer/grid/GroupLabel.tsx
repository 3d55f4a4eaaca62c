/**
 * The head of a group. As nothing else stands in its row it may run on over the columns beside it, to the edge of the grid. One that folds
 * is a button, so that it is said whether it is open; its press is taken where the rows are folded.
 */
import type { Language } from '../../shared/messages/phrase.ts';
import type { TableRow } from '../../shared/tables/table.ts';

type Props = { readonly data: TableRow | undefined; readonly language: Language };

export function GroupLabel({ data, language }: Props) {
  if (data?.folded === undefined) return <span className="group-label">{data?.label[language]}</span>;
  return (
    <button type="button" className="group-label" tabIndex={-1} aria-expanded={!data.folded}>
      <span aria-hidden>{data.folded ? '▸' : '▾'} </span>
      {data.label[language]}
    </button>
  );
}
