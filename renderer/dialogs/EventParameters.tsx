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
import { inputDisplay } from '../../shared/tables/inputDisplay.ts';
import { parseNumber } from '../../shared/tables/parseNumber.ts';
import { Drawing } from '../charts/Drawing.tsx';
import type { Session } from '../store/session.ts';
import { DraftField } from './DraftField.tsx';

type Props = { readonly session: Session; readonly workbook: Workbook; readonly id: EventId; readonly event: MarketEvent; readonly language: Language };

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
  const acting = useMemo(() => (isOpen ? eventWithParameters(inputs, id) : null), [isOpen, inputs, id]);
  const name = workbook.scenarios[scenario]?.name ?? { en: scenario, zh: scenario };
  const title = approvalPreview.title(event.title, name)[language];
  const option = useMemo(
    () => (acting?.kind !== 'restrict' ? null : buildApprovalOption({ event: acting, date: event.date, title, palette: isDark ? darkPalette : lightPalette, language })),
    [acting, event.date, title, isDark, language],
  );
  const set = (path: string, value: number): void => session.run(commands.setCell, { scenario, path, period: 'all', value });
  const field = (parameter: string) => {
    const path = `events/${id}/${parameter}`;
    const stored = storedUnit(workbook, path);
    const { unit = stored, format } = inputDisplay(workbook, path);
    const value = inputs.cell(path, 'all')?.value ?? null;
    const label = inputName(workbook, path);
    return (
      <label key={parameter}>
        <span className="muted">
          {label[language]}, {unitNames[unit][language]}
        </span>
        <DraftField
          label={fieldOf(event.title, label)[language]}
          value={value === null ? '' : formatNumber(convertUnit(value, stored, unit), format, 'en')}
          onCommit={(text) => {
            const read = parseNumber(text.replace(/[%％]$/, ''));
            if (!read.ok) return session.notify(problemText(read.problem), 'problem');
            const base = convertUnit(read.value, unit, stored);
            if (base !== null) set(path, base);
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
        {parametersOfKind(event.kind).map(field)}
      </div>
      {option && (
        <>
          <p className="muted">{title}</p>
          <Drawing option={option} name={`approval-${id}`} title={title} language={language} height={130} />
        </>
      )}
    </details>
  );
}
