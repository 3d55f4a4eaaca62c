/** The parameters of one event in the scenario that is looked at, whether it acts there, and what it lets through by month. */
import { useMemo, useState, useSyncExternalStore } from 'react';
import { buildApprovalOption } from '../../shared/charts/approvalOption.ts';
import { darkPalette, lightPalette } from '../../shared/charts/palette.ts';
import { commands } from '../../shared/commands/registry.ts';
import { formatNumber } from '../../shared/format.ts';
import { inputName } from '../../shared/messages/names.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { approvalPreview, fieldOf } from '../../shared/messages/structure.ts';
import { unitNames } from '../../shared/messages/units.ts';
import { eventWithParameters, parametersOfKind } from '../../shared/model/exportEvents.ts';
import { inputsOf } from '../../shared/model/inputs.ts';
import { storedUnit } from '../../shared/model/pathUnits.ts';
import { chainOfScenario } from '../../shared/model/resolve.ts';
import { convertUnit } from '../../shared/model/unit.ts';
import type { EventId, MarketEvent, Workbook } from '../../shared/model/workbook.ts';
import { ok, type Result } from '../../shared/result.ts';
import { inputDisplay } from '../../shared/tables/inputDisplay.ts';
import { parseNumber } from '../../shared/tables/parseNumber.ts';
import { Drawing } from '../charts/Drawing.tsx';
import type { Session } from '../store/session.ts';
import { DraftField } from './DraftField.tsx';

type Props = { readonly session: Session; readonly workbook: Workbook; readonly id: EventId; readonly event: MarketEvent; readonly language: Language };

/** What becomes of goods that any restriction holds back; stockpiling abroad is a number of each month and stands in its grid. */
const ofEveryRestriction = ['exports/releaseRate', 'exports/diversionRate'];

/** The theme is an attribute of the page, set by the window. */
function watchTheme(listener: () => void): () => void {
  const watcher = new MutationObserver(listener);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => watcher.disconnect();
}

export function EventParameters({ session, workbook, id, event, language }: Props) {
  const isDark = useSyncExternalStore(watchTheme, () => document.documentElement.dataset.theme === 'dark');
  const [isOpen, setOpen] = useState(false);
  const { scenario } = session.state.get();
  const inputs = useMemo(() => {
    const chain = chainOfScenario(workbook, scenario);
    return inputsOf(workbook, chain.ok ? chain.value : []);
  }, [workbook, scenario]);
  const [typed, setTyped] = useState<{ readonly parameter: string; readonly value: number } | null>(null);
  // The curve follows the letters; the number itself is written once the field is left.
  const acting = useMemo(() => {
    const stored = isOpen ? eventWithParameters(inputs, id) : null;
    return stored !== null && typed !== null && Object.hasOwn(stored, typed.parameter) ? { ...stored, [typed.parameter]: typed.value } : stored;
  }, [isOpen, inputs, id, typed]);
  const name = workbook.scenarios[scenario]?.name ?? { en: scenario, zh: scenario };
  const title = approvalPreview.title(event.title, name)[language];
  const option = useMemo(
    () => (acting?.kind !== 'restrict' ? null : buildApprovalOption({ event: acting, date: event.date, title, palette: isDark ? darkPalette : lightPalette, language })),
    [acting, event.date, title, isDark, language],
  );
  const set = (path: string, value: number): void => session.run(commands.setCell, { scenario, path, period: 'all', value });
  const field = (path: string, parameter: string) => {
    const stored = storedUnit(workbook, path);
    const { unit = stored, format } = inputDisplay(workbook, path);
    const value = inputs.cell(path, 'all')?.value ?? null;
    const label = inputName(workbook, path);
    const inStored = (text: string): Result<number | null> => {
      const read = parseNumber(text.replace(/[%％]$/, ''));
      return read.ok ? ok(convertUnit(read.value, unit, stored)) : read;
    };
    return (
      <label key={path}>
        <span className="muted">
          {label[language]}, {unitNames[unit][language]}
        </span>
        <DraftField
          label={fieldOf(event.title, label)[language]}
          value={value === null ? '' : formatNumber(convertUnit(value, stored, unit), format, 'en')}
          onDraft={(text) => {
            const read = text === null ? null : inStored(text);
            setTyped(read?.ok === true && read.value !== null ? { parameter, value: read.value } : null);
          }}
          onCommit={(text) => {
            const read = inStored(text);
            if (!read.ok) return session.notify(problemText(read.problem), 'problem');
            if (read.value !== null) set(path, read.value);
          }}
        />
      </label>
    );
  };
  return (
    <details className="parameters" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{approvalPreview.summary(name)[language]}</summary>
      <div className="parameter-fields">
        <label className="option">
          <input type="checkbox" checked={inputs.cell(`events/${id}/active`, 'all')?.value === 1} onChange={({ target }) => set(`events/${id}/active`, target.checked ? 1 : 0)} />
          {approvalPreview.acts(name)[language]}
        </label>
        {parametersOfKind(event.kind).map((parameter) => field(`events/${id}/${parameter}`, parameter))}
      </div>
      {event.kind === 'restrict' && (
        <>
          <p className="muted">{approvalPreview.ofAll(name)[language]}</p>
          <div className="parameter-fields">
            {ofEveryRestriction.map((path) => field(path, path))}
            <label className="option">
              <input type="checkbox" checked={inputs.cell('exports/stockpileUnwind', 'all')?.value === 1} onChange={({ target }) => set('exports/stockpileUnwind', target.checked ? 1 : 0)} />
              {inputName(workbook, 'exports/stockpileUnwind')[language]}
            </label>
          </div>
        </>
      )}
      {option && (
        <>
          <p className="muted">{title}</p>
          <Drawing option={option} name={`approval-${id}`} title={title} language={language} height={130} />
        </>
      )}
    </details>
  );
}
