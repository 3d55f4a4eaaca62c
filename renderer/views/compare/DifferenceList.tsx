/** What the scenario says otherwise than its parent, with a way back for one, some or all; and the packages it mixes in. */
import { Pencil, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { scenarioDifferences, type Difference } from '../../../shared/analysis/differences.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { formatPeriod } from '../../../shared/format.ts';
import type { Language } from '../../../shared/messages/phrase.ts';
import { scenarioManager as say } from '../../../shared/messages/scenarioManager.ts';
import { compareMessages } from '../../../shared/messages/compare.ts';
import type { CellAddress, ScenarioId, Workbook } from '../../../shared/model/workbook.ts';
import { inputText } from '../../../shared/tables/inputText.ts';
import { AddForm, NewName, nameOf, runs } from '../../dialogs/AddForm.tsx';
import type { Session } from '../../store/session.ts';
import { DifferenceNote } from './DifferenceNote.tsx';
import { PackageList } from './PackageList.tsx';

type Props = { readonly session: Session; readonly workbook: Workbook; readonly scenario: ScenarioId; readonly language: Language; onGo(address: CellAddress): void };

/** "2026", "Jun 2025 – Aug 2025", or that it means every period. */
function periodsText({ overlay, cells }: Difference, language: Language): string {
  const [first, last] = [cells[0]?.period, cells.at(-1)?.period];
  if (first === undefined || last === undefined || first === 'all') return '';
  if (overlay.periods.length === 0) return say.everyPeriod[language];
  return first === last ? formatPeriod(first, language) : `${formatPeriod(first, language)} – ${formatPeriod(last, language)}`;
}

/** One number where every period has the same, else the first and the last. */
function valuesText(workbook: Workbook, difference: Difference, side: 'from' | 'to', language: Language): string {
  const values = difference.cells.map((cell) => cell[side]);
  const text = (value: number | null): string => inputText(workbook, difference.overlay.path, value, difference.unit, language);
  const [first = null] = values;
  const last = values.at(-1) ?? null;
  return values.every((value) => value === first) ? text(first) : `${text(first)} … ${text(last)}`;
}

export function DifferenceList({ session, workbook, scenario, language, onGo }: Props) {
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [noted, setNoted] = useState<string | null>(null);
  const found = useMemo(() => scenarioDifferences(workbook, scenario), [workbook, scenario]);
  if (!found.ok || workbook.scenarios[scenario]?.parent === null) return null;
  const own = found.value.filter(({ owner }) => owner.kind === 'scenario');
  const chosen = marked.filter((key) => own.some((difference) => difference.key === key));
  const owner = { kind: 'scenario', id: scenario } as const;
  const revert = (keys: readonly string[] | null): void => session.run(commands.revertDifferences, { owner, keys });
  return (
    <section className="differences" aria-label={say.differences(own.length)[language]}>
      <header>
        <h3>{say.differences(own.length)[language]}</h3>
        <span className="choice">
          {chosen.length > 0 && (
            <button type="button" className="button" onClick={() => revert(chosen)}>
              {say.revertMarked(chosen.length)[language]}
            </button>
          )}
          {own.length > 0 && (
            <button type="button" className="button" onClick={() => revert(null)}>
              {say.revertAll[language]}
            </button>
          )}
        </span>
      </header>
      <PackageList session={session} workbook={workbook} scenario={scenario} language={language} />
      {found.value.length === 0 ? (
        <p className="muted">{say.noDifferences[language]}</p>
      ) : (
        <ul>
          {found.value.map((difference) => {
            const { key, name, overlay, cells } = difference;
            const isOwn = difference.owner.kind === 'scenario';
            const note = overlay.note?.[language] ?? '';
            const id = `${difference.owner.id}/${key}`;
            return (
              <li key={id} data-difference={key}>
                {isOwn ? (
                  <input
                    type="checkbox"
                    aria-label={say.mark(name)[language]}
                    checked={chosen.includes(key)}
                    onChange={({ target }) => setMarked(target.checked ? [...chosen, key] : chosen.filter((one) => one !== key))}
                  />
                ) : (
                  <span />
                )}
                <button type="button" className="link" title={compareMessages.goTo(name)[language]} onClick={() => onGo({ path: overlay.path, period: cells[0]?.period ?? 'all' })}>
                  {name[language]} <span className="muted">{periodsText(difference, language)}</span>
                </button>
                <span className="values">
                  <span className="muted">{valuesText(workbook, difference, 'from', language)}</span> → <b>{valuesText(workbook, difference, 'to', language)}</b>
                </span>
                <button
                  type="button"
                  className="sign"
                  aria-expanded={noted === id}
                  aria-label={say.noteOf(name)[language]}
                  title={say.noteOf(name)[language]}
                  onClick={() => setNoted(noted === id ? null : id)}
                >
                  <Pencil size={13} strokeWidth={1.6} aria-hidden />
                </button>
                {isOwn ? (
                  <button type="button" className="sign" aria-label={say.revertOf(name)[language]} title={say.revertOf(name)[language]} onClick={() => revert([key])}>
                    <Undo2 size={14} strokeWidth={1.6} aria-hidden />
                  </button>
                ) : (
                  <span className="muted">{say.ofPackage(workbook.packages?.[difference.owner.id]?.name ?? name)[language]}</span>
                )}
                {noted === id && <DifferenceNote session={session} workbook={workbook} difference={difference} language={language} />}
                {noted !== id && (note !== '' || overlay.source !== undefined) && (
                  <p className="muted note">{[note, overlay.source === undefined ? '' : (workbook.sources[overlay.source]?.title ?? '')].filter((text) => text !== '').join(' · ')}</p>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {chosen.length > 0 && (
        <AddForm action={say.makePackage[language]} onAdd={(form) => runs(session, commands.addPackage, { name: nameOf(form), from: { scenario, keys: chosen } })}>
          <NewName owner={say.packageName} language={language} />
        </AddForm>
      )}
    </section>
  );
}
