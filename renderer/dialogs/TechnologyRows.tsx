/** The technologies of a sector, nested below it. */
import { orderedIds } from '../../shared/commands/ordering.ts';
import { commands } from '../../shared/commands/registry.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { fieldOf, structure as say } from '../../shared/messages/structure.ts';
import type { DriverSector, SectorId } from '../../shared/model/workbook.ts';
import type { Session } from '../store/session.ts';
import { AddForm, NewName, nameOf, runs } from './AddForm.tsx';
import { NameFields } from './NameFields.tsx';
import { RowButtons } from './RowButtons.tsx';

type Props = { readonly session: Session; readonly id: SectorId; readonly sector: DriverSector; readonly language: Language };

export function TechnologyRows({ session, id, sector, language }: Props) {
  return (
    <ul className="nested">
      {orderedIds(sector.technologies).map((technology) => {
        const one = sector.technologies[technology];
        if (!one) return null;
        const address = { sector: id, technology };
        return (
          <li key={technology} className="entry">
            <NameFields name={one.name} language={language} onCommit={(name) => session.run(commands.renameTechnology, { ...address, name })} />
            <label className="option">
              <input
                type="radio"
                name={`balancing-${id}`}
                checked={one.balancing}
                aria-label={fieldOf(one.name, say.balancing)[language]}
                onChange={() => session.run(commands.setBalancing, address)}
              />
              {say.balancing[language]}
            </label>
            <RowButtons
              name={one.name}
              language={language}
              onMove={(by) => session.run(commands.moveTechnology, { ...address, by })}
              onRemove={() => session.run(commands.removeTechnology, address)}
            />
          </li>
        );
      })}
      <li>
        <AddForm action={say.addTechnology[language]} onAdd={(form) => runs(session, commands.addTechnology, { sector: id, name: nameOf(form) })}>
          <NewName owner={fieldOf(sector.name, say.newTechnology)} hint={say.newTechnology} language={language} />
          <span />
        </AddForm>
      </li>
    </ul>
  );
}
