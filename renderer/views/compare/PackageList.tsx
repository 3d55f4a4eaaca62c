/** What a scenario is made of, in the order in which it counts: its parents, the packages it mixes in, its own differences; and the packages themselves. */
import { commands } from '../../../shared/commands/registry.ts';
import type { Language } from '../../../shared/messages/phrase.ts';
import { scenarioManager as say } from '../../../shared/messages/scenarioManager.ts';
import { scenarioChain } from '../../../shared/model/resolve.ts';
import type { PackageId, ScenarioId, Workbook } from '../../../shared/model/workbook.ts';
import { NameFields } from '../../dialogs/NameFields.tsx';
import { RowButtons } from '../../dialogs/RowButtons.tsx';
import type { Session } from '../../store/session.ts';

type Props = { readonly session: Session; readonly workbook: Workbook; readonly scenario: ScenarioId; readonly language: Language };

/** One of a list moved by a place; the same order at an end. */
function movedIn(list: readonly PackageId[], id: PackageId, by: number): readonly PackageId[] {
  const at = list.indexOf(id);
  const to = Math.min(list.length - 1, Math.max(0, at + by));
  const others = list.filter((one) => one !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

function Order({ session, workbook, scenario, language }: Props) {
  const chain = scenarioChain(workbook.scenarios, scenario);
  const above = chain.ok ? chain.value.slice(0, -1) : [];
  const own = workbook.scenarios[scenario];
  const mixed = own?.packages ?? [];
  const free = Object.entries(workbook.packages ?? {}).filter(([id]) => !mixed.includes(id));
  const mix = (packages: readonly PackageId[]): void => session.run(commands.mixPackages, { scenario, packages });
  const vintage = workbook.vintage === null ? undefined : workbook.vintages[workbook.vintage]?.name;
  return (
    <>
      <p className="muted">{say.packageOrder[language]}</p>
      <ol className="resolution">
        {above.map(({ name }, at) => [
          <li key={at} className="muted">
            {name[language]}
          </li>,
          at === 0 && vintage !== undefined && (
            <li key="vintage" className="muted">
              {say.assumptionsOf(vintage)[language]}
            </li>
          ),
        ])}
        {mixed.map((id) => {
          const name = workbook.packages?.[id]?.name ?? { en: id, zh: id };
          return (
            <li key={id} data-package={id}>
              <span>{say.ofPackage(name)[language]}</span>
              <RowButtons name={name} language={language} onMove={(by) => mix(movedIn(mixed, id, by))} onRemove={() => mix(mixed.filter((one) => one !== id))} />
            </li>
          );
        })}
        <li>
          <b>{say.ownDifferences(own?.name ?? { en: scenario, zh: scenario })[language]}</b>
        </li>
      </ol>
      {free.length > 0 && (
        <select className="field" aria-label={say.mixIn[language]} value="" onChange={({ target }) => mix([...mixed, target.value])}>
          <option value="">{say.mixIn[language]}</option>
          {free.map(([id, { name }]) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

export function PackageList(props: Props) {
  const { session, workbook, language } = props;
  const packages = Object.entries(workbook.packages ?? {}).sort(([, a], [, b]) => a.order - b.order);
  if (packages.length === 0) return null;
  return (
    <fieldset className="packages">
      <legend>{say.packages[language]}</legend>
      <Order {...props} />
      <details>
        <summary className="muted">{say.allPackages(packages.length)[language]}</summary>
        <ul>
          {packages.map(([id, { name, overlays }]) => (
            <li key={id}>
              <div className="pair">
                <NameFields name={name} language={language} onCommit={(next) => session.run(commands.renamePackage, { package: id, name: next })} />
              </div>
              <span className="muted">{say.differences(Object.keys(overlays).length)[language]}</span>
              <RowButtons name={name} language={language} onRemove={() => session.run(commands.removePackage, { package: id })} />
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}
