/** Where numbers come from: every source that cells, events and claims may name, newest first. */
import { commands } from '../../shared/commands/registry.ts';
import { usesOfSource, type EditSourceArgs } from '../../shared/commands/sources.ts';
import { usesText } from '../../shared/messages/commands.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';
import { fieldOf, structure as say } from '../../shared/messages/structure.ts';
import { AddForm, runs, textOf } from './AddForm.tsx';
import { DraftField } from './DraftField.tsx';
import { RowButtons } from './RowButtons.tsx';
import type { SectionProps } from './SectorSection.tsx';

const fields = [
  { name: 'title', label: say.sourceTitle },
  { name: 'publisher', label: say.publisher },
  { name: 'url', label: say.url },
  { name: 'reliability', label: say.reliability },
] as const;

export function SourceSection({ session, workbook, language }: SectionProps) {
  const sources = Object.entries(workbook.sources).sort(([a, x], [b, y]) => (x.date < y.date ? 1 : x.date > y.date ? -1 : a < b ? -1 : 1));
  const add = (form: FormData): boolean => {
    const field = (name: string): string => textOf(form, name);
    return runs(session, commands.addSource, { title: field('title'), publisher: field('publisher'), url: field('url'), reliability: field('reliability'), date: field('date') });
  };
  const input = (name: (typeof fields)[number]['name'], label: Phrase) => (
    <input key={name} className="field text" type="text" name={name} autoComplete="off" aria-label={fieldOf(say.newSource, label)[language]} placeholder={label[language]} />
  );
  return (
    <>
      <AddForm action={say.addSource[language]} className="sources" onAdd={add}>
        {fields.map(({ name, label }) => input(name, label))}
        <input className="field date" type="date" name="date" defaultValue={workbook.asOf} aria-label={fieldOf(say.newSource, say.date)[language]} />
      </AddForm>
      {sources.length === 0 && <p className="muted">{say.noSources[language]}</p>}
      <ul>
        {sources.map(([id, source]) => {
          const name = phrase(source.title, source.title);
          const edit = (changed: Omit<EditSourceArgs, 'source'>): void => session.run(commands.editSource, { source: id, ...changed });
          const uses = usesOfSource(workbook, id);
          return (
            <li key={id} className="entry sources" data-source={id}>
              {fields.map((field) => (
                <DraftField key={field.name} label={fieldOf(name, field.label)[language]} value={source[field.name]} onCommit={(text) => edit({ [field.name]: text })} />
              ))}
              <DraftField type="date" label={fieldOf(name, say.date)[language]} value={source.date} onCommit={(date) => edit({ date })} />
              <span className="signs">
                <span className="muted" title={usesText(uses)[language]}>
                  {uses}
                </span>
                <RowButtons name={name} language={language} onRemove={() => session.run(commands.removeSource, { source: id })} />
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
