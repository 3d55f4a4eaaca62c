/** Under the formula bar: what the tonnes of the row are tonnes of, what they cover, and what that makes of them in the balance. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { termsView } from '../../shared/analysis/termsView.ts';
import type { SetTermsArgs } from '../../shared/commands/setTerms.ts';
import { formatNumber } from '../../shared/format.ts';
import { annotate } from '../../shared/messages/comments.ts';
import { pathName } from '../../shared/messages/names.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { basisDefault, bases, scopeDefault, scopes, termsWords as say, worthText } from '../../shared/messages/terms.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { CellAddress, ScenarioId, SeriesPath, Workbook } from '../../shared/model/workbook.ts';
import { fullDecimals } from '../../shared/tables/fullDecimals.ts';
import { parseNumber } from '../../shared/tables/parseNumber.ts';

type Props = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly path: SeriesPath;
  readonly language: Language;
  onTerms(args: SetTermsArgs): void;
  onGo(place: CellAddress): void;
  onClose(): void;
};

export function TermsPanel({ workbook, scenario, path, language, onTerms, onGo, onClose }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const series = workbook.series[path];
  const [basis, setBasis] = useState(series?.basis ?? null);
  const [scope, setScope] = useState(series?.scope ?? null);
  const [text, setText] = useState(series?.coverage === undefined ? '' : formatNumber(series.coverage, { decimals: fullDecimals(series.coverage) }, language));
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.querySelector('select')?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const read = text.trim() === '' ? null : parseNumber(text);
  const args: SetTermsArgs = { path, basis, scope, coverage: read?.ok === true ? read.value : null };
  const view = termsView(workbook, scenario, args);
  if (view === null) return null;
  const { rule, factor, conversions } = view;
  const problem = read?.ok === false ? problemText(read.problem) : view.problem;
  // Blank or finished is said once for all sectors, so that a sector's own row does not offer it.
  const isSwitched = (id: string | null): boolean => rule.bySwitch && (id === 'blank' || id === 'finished');
  const save = (): void => {
    if (read?.ok === false) return;
    onTerms(args);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement)) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={panel} className="annotate terms" role="dialog" aria-label={say.title[language]} onKeyDown={onKeyDown}>
      <div className="trio">
        <label>
          <span>{say.basis[language]}</span>
          <select className="field" value={isSwitched(basis) ? '' : (basis ?? '')} onChange={({ target }) => setBasis(bases.find(([id]) => id === target.value)?.[0] ?? (isSwitched(series?.basis ?? null) ? (series?.basis ?? null) : null))}>
            <option value="">{basisDefault(rule.bySwitch && isSwitched(view.stated) ? view.stated : rule.reads, rule.bySwitch)[language]}</option>
            {bases.filter(([id]) => !isSwitched(id)).map(([id, name]) => (
              <option key={id} value={id}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say.scope[language]}</span>
          <select className="field" value={scope ?? ''} onChange={({ target }) => setScope(scopes.find(([id]) => id === target.value)?.[0] ?? null)}>
            <option value="">{scopeDefault(view.balanceScope)[language]}</option>
            {scopes.map(([id, name]) => (
              <option key={id} value={id}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say.coverage[language]}</span>
          <input className="field" type="text" inputMode="decimal" data-editing="true" placeholder={say.coverageAsk[language]} value={text} onChange={({ target }) => setText(target.value)} />
        </label>
      </div>
      <p className={problem === null ? '' : 'warn'} role="status">
        {problem !== null ? problem[language] : factor === null ? '' : worthText(formatNumber(factor, { decimals: Math.min(4, fullDecimals(factor)) }, language), rule.reads)[language]}
      </p>
      {conversions.length > 0 && (
        <p className="conversions">
          <span className="muted">{say.conversions[language]}</span>
          {conversions.map((one) => (
            <button key={one} type="button" className="link" onClick={() => onGo({ path: one, period: 'all' })}>
              {pathName(workbook, one)[language]}
            </button>
          ))}
        </p>
      )}
      <footer>
        <span className="muted">{`${say.everywhere[language]} ${annotate.hint[language]}`}</span>
        <button type="button" className="button" onClick={onClose}>
          {workbench.close[language]}
        </button>
        <button type="button" className="button primary" onClick={save}>
          {say.apply[language]}
        </button>
      </footer>
    </div>
  );
}
