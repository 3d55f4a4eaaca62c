/** New capacity: names, start, order; tonnes, delay and ramp are typed in the Supply grid. */
import { orderedIds } from '../../shared/commands/ordering.ts';
import { commands } from '../../shared/commands/registry.ts';
import { fieldOf, structure as say } from '../../shared/messages/structure.ts';
import { AddForm, NewName, nameOf, runs, textOf } from './AddForm.tsx';
import { DraftField } from './DraftField.tsx';
import { NameFields } from './NameFields.tsx';
import { RowButtons } from './RowButtons.tsx';
import type { SectionProps } from './SectorSection.tsx';

export function ExpansionSection({ session, workbook, language }: SectionProps) {
  const ids = orderedIds(workbook.expansions);
  const add = (form: FormData): boolean => {
    const tonnes = textOf(form, 'tonnes');
    return runs(session, commands.addExpansion, { name: nameOf(form), start: textOf(form, 'start'), ...(tonnes === '' ? {} : { tonnes: Number(tonnes) }) });
  };
  return (
    <>
      {ids.length === 0 && <p className="muted">{say.noExpansions[language]}</p>}
      <ul>
        {ids.map((id) => {
          const expansion = workbook.expansions[id];
          if (!expansion) return null;
          return (
            <li key={id} className="entry" data-expansion={id}>
              <NameFields name={expansion.name} language={language} onCommit={(name) => session.run(commands.editExpansion, { expansion: id, name })} />
              <DraftField
                label={fieldOf(expansion.name, say.start)[language]}
                type="month"
                value={expansion.start}
                onCommit={(start) => session.run(commands.editExpansion, { expansion: id, start })}
              />
              <RowButtons
                name={expansion.name}
                language={language}
                onMove={(by) => session.run(commands.moveExpansion, { expansion: id, by })}
                onRemove={() => session.run(commands.removeExpansion, { expansion: id })}
              />
            </li>
          );
        })}
      </ul>
      <AddForm action={say.addExpansion[language]} onAdd={add}>
        <NewName owner={say.newExpansion} language={language} />
        <span className="units">
          <input className="field month" type="month" name="start" defaultValue={workbook.asOf.slice(0, 7)} aria-label={fieldOf(say.newExpansion, say.start)[language]} />
          <input
            className="field"
            type="number"
            name="tonnes"
            min={0}
            step="any"
            placeholder={say.tonnes[language]}
            aria-label={fieldOf(say.newExpansion, say.tonnes)[language]}
          />
        </span>
      </AddForm>
    </>
  );
}
