/** What holds for the whole workbook: title, horizon, day of the view, vintage, anchor of the price, and what sector figures are tonnes of. */
import { commands } from '../../shared/commands/registry.ts';
import { stockMeasure } from '../../shared/commands/setStockMeasure.ts';
import { formatQuantity } from '../../shared/format.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { residualsText, structure as say } from '../../shared/messages/structure.ts';
import { unitNames } from '../../shared/messages/units.ts';
import { computeBalance, rootScenarioId } from '../../shared/model/computeBalance.ts';
import { inputsOf } from '../../shared/model/inputs.ts';
import { scenarioChain } from '../../shared/model/resolve.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { DraftField } from './DraftField.tsx';
import { NameFields } from './NameFields.tsx';
import type { SectionProps } from './SectorSection.tsx';

const switchPath = 'basis/sectorsFinished';

/** Other use under both readings of the sector figures, as the balance has them; nothing without such a row. */
function residualsLine(workbook: Workbook, root: string, language: Language): string {
  const balance = computeBalance(workbook, root);
  const [id, sector] = Object.entries(workbook.sectors).find(([, one]) => one.kind === 'residual') ?? [];
  if (!balance.ok || id === undefined || sector?.kind !== 'residual') return '';
  const readings = balance.value.residualReadings[id];
  const tonnes = (value: number | null): string => formatQuantity(value, { decimals: 0 }, unitNames.t[language], language);
  return residualsText(sector.baseYear, tonnes(readings?.ifBlank ?? null), tonnes(readings?.ifFinished ?? null))[language];
}

function isFinished(workbook: Workbook, root: string): boolean {
  const chain = scenarioChain(workbook.scenarios, root);
  return chain.ok && inputsOf(workbook, chain.value).cell(switchPath, 'all')?.value === 1;
}

export function SettingsSection({ session, workbook, language }: SectionProps) {
  const { horizon } = workbook;
  const root = rootScenarioId(workbook) ?? '';
  const finished = isFinished(workbook, root);
  const measure = stockMeasure(workbook);
  const setFinished = (value: number): void => session.run(commands.setCell, { scenario: root, path: switchPath, period: 'all', value });
  const vintages = Object.entries(workbook.vintages).sort(([, a], [, b]) => (a.asOf < b.asOf ? -1 : 1));
  return (
    <dl>
      <dt>{say.workbookTitle[language]}</dt>
      <dd className="pair">
        <NameFields name={workbook.title} owner={say.workbookTitle} language={language} onCommit={(title) => session.run(commands.renameWorkbook, { title })} />
      </dd>
      <dt>{say.horizonStart[language]}</dt>
      <dd>
        <DraftField type="month" label={say.horizonStart[language]} value={horizon.start} onCommit={(start) => session.run(commands.setHorizon, { ...horizon, start })} />
      </dd>
      <dt>{say.horizonEnd[language]}</dt>
      <dd>
        <DraftField type="month" label={say.horizonEnd[language]} value={horizon.end} onCommit={(end) => session.run(commands.setHorizon, { ...horizon, end })} />
      </dd>
      <dt>{say.shownFrom[language]}</dt>
      <dd>
        <DraftField type="month" label={say.shownFrom[language]} value={workbook.shownFrom} onCommit={(month) => session.run(commands.setShownFrom, { month })} />
      </dd>
      <dt>{say.asOf[language]}</dt>
      <dd>
        <DraftField type="date" label={say.asOf[language]} value={workbook.asOf} onCommit={(date) => session.run(commands.setAsOf, { date })} />
      </dd>
      <dt>{say.vintage[language]}</dt>
      <dd>
        <select
          className="field"
          aria-label={say.vintage[language]}
          value={workbook.vintage ?? ''}
          onChange={({ target }) => session.run(commands.chooseVintage, { vintage: target.value === '' ? null : target.value })}
        >
          <option value="">{say.noVintage[language]}</option>
          {vintages.map(([id, vintage]) => (
            <option key={id} value={id}>
              {vintage.name[language]}
            </option>
          ))}
        </select>
      </dd>
      <dt>{say.priceAnchor[language]}</dt>
      <dd>
        <DraftField
          type="month"
          label={say.priceAnchor[language]}
          value={workbook.priceAnchor ?? ''}
          onCommit={(month) => session.run(commands.setPriceAnchor, { month: month === '' ? null : month })}
        />
      </dd>
      <dt>{say.exportBaseYear[language]}</dt>
      <dd>
        <DraftField type="year" label={say.exportBaseYear[language]} value={String(workbook.exportBaseYear)} onCommit={(text) => session.run(commands.setExportBaseYear, { year: Number(text) })} />
      </dd>
      <dt>{say.stockMeasure[language]}</dt>
      <dd>
        <span className="options" role="radiogroup" aria-label={say.stockMeasure[language]}>
          {([['days', say.stockDays], ['t', say.stockTonnes]] as const).map(([unit, text]) => (
            <label key={unit} className="option">
              <input type="radio" name="stock-measure" checked={measure === unit} onChange={() => session.run(commands.setStockMeasure, { unit })} />
              {text[language]}
            </label>
          ))}
        </span>
      </dd>
      <dt>{say.sectorFigures[language]}</dt>
      <dd>
        <span className="options" role="radiogroup" aria-label={say.sectorFigures[language]}>
          {[say.blank, say.finished].map((text, value) => (
            <label key={text.en} className="option">
              <input type="radio" name="sectors-finished" checked={finished === (value === 1)} onChange={() => setFinished(value)} />
              {text[language]}
            </label>
          ))}
        </span>
        <p className="muted">{residualsLine(workbook, root, language)}</p>
      </dd>
    </dl>
  );
}
