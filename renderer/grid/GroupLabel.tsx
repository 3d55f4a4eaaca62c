/** The head of a group that folds: a button, so that it is said whether it is open. Its press is taken where the rows are folded. */
import type { Language } from '../../shared/messages/phrase.ts';
import type { TableRow } from '../../shared/tables/table.ts';

type Props = { readonly data: TableRow | undefined; readonly language: Language };

export function GroupLabel({ data, language }: Props) {
  return (
    <button type="button" className="group-label" tabIndex={-1} aria-expanded={data?.folded !== true}>
      <span aria-hidden>{data?.folded === true ? '▸' : '▾'} </span>
      {data?.label[language]}
    </button>
  );
}
