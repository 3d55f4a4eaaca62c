/** The units in which the selected row can be read. */
import type { Language } from '../../shared/messages/phrase.ts';
import { rowDisplay as say } from '../../shared/messages/rowDisplay.ts';
import { unitNames } from '../../shared/messages/units.ts';
import type { UnitId } from '../../shared/model/unit.ts';
import { fuzzyScore } from '../../shared/search/fuzzyScore.ts';
import { unitsFor } from '../../shared/tables/showRows.ts';
import type { TableRow } from '../../shared/tables/table.ts';
import { SearchDialog, type SearchItem } from './SearchDialog.tsx';

type Props = {
  readonly row: TableRow;
  readonly language: Language;
  /** Null: as in the workbook. */
  onPick(unit: UnitId | null): void;
  onClose(): void;
};

const none = { en: '', zh: '' };

export function UnitDialog({ row, language, onPick, onClose }: Props) {
  const units = unitsFor(row);
  const items = units.length < 2 ? [] : [...units.map((id): SearchItem => ({ id, label: unitNames[id], detail: id === row.unit ? say.shown : none })), { id: 'own', label: say.own, detail: none }];
  return (
    <SearchDialog
      title={say.unitTitle(row.label)}
      ask={say.unitTitle(row.label)}
      hint={say.unitHint}
      language={language}
      find={(query) => items.filter(({ label }) => fuzzyScore(query, `${label.en} ${label.zh}`) !== null)}
      onPick={({ id }) => {
        onClose();
        onPick(units.find((unit) => unit === id) ?? null);
      }}
      onClose={onClose}
    />
  );
}
