/** The uses of the commodity: names, order, technologies, and a row to add one. */
import { useState } from 'react';
import { orderedIds } from '../../shared/commands/ordering.ts';
import { commands } from '../../shared/commands/registry.ts';
import { hasResidual } from '../../shared/commands/sectors.ts';
import { structure as say, technologiesText } from '../../shared/messages/structure.ts';
import { unitNames } from '../../shared/messages/units.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { intensityDimension } from '../../shared/model/pathUnits.ts';
import { units, type UnitId } from '../../shared/model/unit.ts';
import type { Sector, Workbook } from '../../shared/model/workbook.ts';
import type { Session } from '../store/session.ts';
import { AddForm, NewName, nameOf, runs } from './AddForm.tsx';
import { NameFields } from './NameFields.tsx';
import { RowButtons } from './RowButtons.tsx';
import { SectorDetail } from './SectorDetail.tsx';
import { TechnologyRows } from './TechnologyRows.tsx';

export type SectionProps = { readonly session: Session; readonly workbook: Workbook; readonly language: Language };

const allUnits = Object.keys(units) as UnitId[];
const volumeUnits = allUnits.filter((id) => intensityDimension(id) !== undefined);

function intensityUnits(volume: UnitId): readonly UnitId[] {
  return allUnits.filter((id) => units[id].dimension === intensityDimension(volume));
}

function measureText(sector: Sector, language: Language): string {
  if (sector.kind === 'residual') return say.residual[language];
  return `${sector.volumeName[language]}, ${unitNames[sector.volumeUnit][language]} × ${unitNames[sector.intensityUnit][language]}`;
}

type UnitChoiceProps = { readonly label: string; readonly language: Language; readonly from: readonly UnitId[]; readonly value: UnitId; onChange(unit: UnitId): void };

function UnitChoice({ label, language, from, value, onChange }: UnitChoiceProps) {
  const choose = (text: string): void => {
    const chosen = from.find((id) => id === text);
    if (chosen) onChange(chosen);
  };
  return (
    <select className="field" aria-label={label} title={label} value={value} onChange={(event) => choose(event.target.value)}>
      {from.map((id) => (
        <option key={id} value={id}>
          {unitNames[id][language]}
        </option>
      ))}
    </select>
  );
}

function NewSector({ session, workbook, language }: SectionProps) {
  const [volumeUnit, setVolumeUnit] = useState<UnitId>('thousandUnits');
  const [intensityUnit, setIntensityUnit] = useState<UnitId>('kgPerUnit');
  const chooseVolume = (unit: UnitId): void => {
    setVolumeUnit(unit);
    const fitting = intensityUnits(unit);
    if (!fitting.includes(intensityUnit)) setIntensityUnit(fitting[0] ?? intensityUnit);
  };
  return (
    <>
      <AddForm
        action={say.addSector[language]}
        className="two-lines"
        onAdd={(form) => runs(session, commands.addSector, { kind: 'driver', name: nameOf(form), volumeName: nameOf(form, 'volume-'), volumeUnit, intensityUnit })}
      >
        <NewName owner={say.newSector} language={language} />
        <span className="units">
          <UnitChoice label={say.volumeUnit[language]} language={language} from={volumeUnits} value={volumeUnit} onChange={chooseVolume} />
          <UnitChoice label={say.intensityUnit[language]} language={language} from={intensityUnits(volumeUnit)} value={intensityUnit} onChange={setIntensityUnit} />
        </span>
        <NewName owner={say.volumeName} language={language} prefix="volume-" initial={say.production} />
      </AddForm>
      {!hasResidual(workbook) && (
        <button type="button" className="button" onClick={() => session.run(commands.addSector, { kind: 'residual', name: say.otherUse })}>
          {say.addResidual[language]}
        </button>
      )}
    </>
  );
}

export function SectorSection({ session, workbook, language }: SectionProps) {
  return (
    <>
      <ul>
        {orderedIds(workbook.sectors).map((id) => {
          const sector = workbook.sectors[id];
          if (!sector) return null;
          return (
            <li key={id} data-sector={id}>
              <div className="entry">
                <NameFields name={sector.name} language={language} onCommit={(name) => session.run(commands.renameSector, { sector: id, name })} />
                <span className="muted">{measureText(sector, language)}</span>
                <RowButtons
                  name={sector.name}
                  language={language}
                  onMove={(by) => session.run(commands.moveSector, { sector: id, by })}
                  onRemove={() => session.run(commands.removeSector, { sector: id })}
                />
              </div>
              <SectorDetail session={session} id={id} sector={sector} language={language} />
              {sector.kind === 'driver' && (
                <details open={Object.keys(sector.technologies).length > 0}>
                  <summary>{technologiesText(Object.keys(sector.technologies).length)[language]}</summary>
                  <TechnologyRows session={session} id={id} sector={sector} language={language} />
                </details>
              )}
            </li>
          );
        })}
      </ul>
      <NewSector session={session} workbook={workbook} language={language} />
    </>
  );
}
