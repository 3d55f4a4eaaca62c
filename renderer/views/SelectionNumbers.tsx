/** Sum, average, count, least and most of the selected numbers, with their unit; a warning where the units differ. */
import { formatNumber } from '../../shared/format.ts';
import { gridWords } from '../../shared/messages/grid.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { unitNames } from '../../shared/messages/units.ts';
import { decimalsFor } from '../../shared/tables/cells.ts';
import type { SelectionSummaryStore } from '../store/selectionSummary.ts';
import { useStore } from '../store/store.ts';

type Props = { readonly summary: SelectionSummaryStore; readonly language: Language };

export function SelectionNumbers({ summary, language }: Props) {
  const numbers = useStore(summary);
  if (!numbers || numbers.count === 0) return null;
  const { count, sum, average, min, max, unit, mixedUnits, format } = numbers;
  const unitText = unit === null ? '' : ` ${unitNames[unit][language]}`;
  const shown = (value: number | null, decimals = format.decimals): string => `${formatNumber(value, { ...format, decimals }, language)}${unitText}`;
  const parts = [
    ['sum', shown(sum)],
    ['average', shown(average, Math.max(format.decimals, format.percent === true ? 0 : decimalsFor(average)))],
    ['least', shown(min)],
    ['most', shown(max)],
  ] as const;
  return (
    <span className="selection-numbers">
      {mixedUnits ? (
        <span className="warn" title={gridWords.mixedUnitsWhy[language]}>
          {gridWords.mixedUnits[language]}
        </span>
      ) : (
        parts.map(([key, text]) => (
          <span key={key}>
            {gridWords[key][language]} <b>{text}</b>
          </span>
        ))
      )}
      <span>
        {gridWords.count[language]} <b>{count}</b>
      </span>
    </span>
  );
}
