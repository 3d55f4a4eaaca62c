/** What a sector is set to besides its numbers, behind a fold under its name. */
import { commands } from '../../shared/commands/registry.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { fieldOf, structure as say } from '../../shared/messages/structure.ts';
import type { Sector, SectorId } from '../../shared/model/workbook.ts';
import type { Session } from '../store/session.ts';
import { DraftField } from './DraftField.tsx';
import { NameFields } from './NameFields.tsx';

type Props = { readonly session: Session; readonly id: SectorId; readonly sector: Sector; readonly language: Language };

export function SectorDetail({ session, id, sector, language }: Props) {
  const set = (changed: Omit<Parameters<typeof commands.setSector.run>[1], 'sector'>): void => session.run(commands.setSector, { sector: id, ...changed });
  const year = sector.kind === 'driver' ? { label: say.stackYear, value: sector.stackYear } : { label: say.baseYear, value: sector.baseYear };
  // Only a stack of technologies reckons from a year; other use always does.
  const reckons = sector.kind === 'residual' || Object.keys(sector.technologies).length > 0;
  return (
    <details>
      <summary>{say.sectorDetail[language]}</summary>
      <div className="sector-detail">
        {sector.kind === 'driver' && (
          <>
            <span>{say.volumeName[language]}</span>
            <NameFields name={sector.volumeName} owner={fieldOf(sector.name, say.volumeName)} language={language} onCommit={(volumeName) => set({ volumeName })} />
          </>
        )}
        <span>{say.profileIs[language]}</span>
        {(['net', 'gross'] as const).map((kind) => (
          <label key={kind} className="option">
            <input type="radio" name={`profile-${id}`} aria-label={fieldOf(sector.name, say.profiles[kind])[language]} checked={sector.profileIs === kind} onChange={() => set({ profileIs: kind })} />
            {say.profiles[kind][language]}
          </label>
        ))}
        {reckons && (
          <label>
            {`${year.label[language]} `}
            <DraftField type="year" label={fieldOf(sector.name, year.label)[language]} value={String(year.value)} onCommit={(text) => set({ year: Number(text) })} />
          </label>
        )}
      </div>
    </details>
  );
}
