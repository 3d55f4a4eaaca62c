/** How two states of a workbook differ: one sentence, and the inputs with both numbers. */
import type { WorkbookDifferences } from '../../shared/analysis/workbookDifferences.ts';
import { formatPeriod } from '../../shared/format.ts';
import { compareMessages } from '../../shared/messages/compare.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { differenceMessages as say, differencesSentence } from '../../shared/messages/versions.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { inputText } from '../../shared/tables/inputText.ts';

type Props = {
  readonly found: WorkbookDifferences;
  /** Names the scenarios and gives the units. */
  readonly workbook: Workbook;
  readonly before: Phrase;
  readonly after: Phrase;
  readonly language: Language;
};

/** What is longer than this is a matter for the Compare view. */
const limit = 60;

export function DifferencesList({ found, workbook, before, after, language }: Props) {
  const several = new Set(found.inputs.map(({ scenario }) => scenario)).size > 1;
  const rest = found.inputs.length - limit;
  return (
    <div className="differing">
      <p>{differencesSentence(found)[language]}</p>
      {found.inputs.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{compareMessages.input[language]}</th>
              <th scope="col">{before[language]}</th>
              <th scope="col">{after[language]}</th>
            </tr>
          </thead>
          <tbody>
            {found.inputs.slice(0, limit).map(({ scenario, path, period, name, unit, cells }) => (
              <tr key={`${scenario}:${path}@${period}`} data-input={`${path}@${period}`}>
                <th scope="row">
                  {name[language]}
                  <span className="muted">
                    {period === 'all' ? '' : ` ${formatPeriod(period, language)}`}
                    {several ? ` · ${(workbook.scenarios[scenario]?.name ?? { en: scenario, zh: scenario })[language]}` : ''}
                  </span>
                </th>
                {[0, 1].map((side) => (
                  <td key={side}>{inputText(workbook, path, cells[side]?.value ?? null, unit, language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <p className="muted">{say.more(rest)[language]}</p>}
    </div>
  );
}
