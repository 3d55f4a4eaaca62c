/** The as-of date in the bar; it opens a small field for another day, and the vintages to choose from. */
import { useRef } from 'react';
import { commands } from '../../shared/commands/registry.ts';
import { formatDate } from '../../shared/format.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { structure as say } from '../../shared/messages/structure.ts';
import { asOfText } from '../../shared/messages/workbench.ts';
import type { VintageId, Workbook } from '../../shared/model/workbook.ts';
import type { Session } from '../store/session.ts';
import { placeBelow } from '../views/placeBelow.ts';
import { DraftField } from './DraftField.tsx';

type Props = { readonly session: Session; readonly workbook: Workbook; readonly language: Language };

export function AsOfButton({ session, workbook, language }: Props) {
  const popover = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const vintages = Object.entries(workbook.vintages).sort(([, a], [, b]) => (a.asOf < b.asOf ? -1 : 1));
  const choices: readonly (readonly [VintageId | null, string, string])[] = [
    [null, say.noVintage[language], ''],
    ...vintages.map(([id, vintage]) => [id, vintage.name[language], formatDate(vintage.asOf, language)] as const),
  ];
  return (
    <>
      <button
        type="button"
        className="muted as-of"
        popoverTarget="as-of"
        title={say.changeAsOf[language]}
        onClick={(event) => placeBelow(event.currentTarget, popover.current, 6)}
      >
        {asOfText(formatDate(workbook.asOf, language))[language]}
      </button>
      <div
        ref={popover}
        id="as-of"
        className="popover"
        popover="auto"
        role="dialog"
        aria-label={say.asOf[language]}
        onToggle={(event) => {
          if (event.newState === 'open') field.current?.focus();
        }}
      >
        <label>
          <span className="muted">{say.asOf[language]}</span>
          <DraftField
            type="date"
            label={say.asOf[language]}
            value={workbook.asOf}
            field={field}
            onCommit={(date) => session.run(commands.setAsOf, { date })}
            onEnter={() => popover.current?.hidePopover()}
          />
        </label>
        {vintages.length === 0 ? (
          <p className="muted">{say.noVintages[language]}</p>
        ) : (
          <div role="group" aria-label={say.vintage[language]}>
            <span className="muted">{say.vintage[language]}</span>
            {choices.map(([id, name, date]) => (
              <button
                key={id ?? ''}
                type="button"
                className="choice-row"
                aria-pressed={workbook.vintage === id}
                onClick={() => {
                  session.run(commands.chooseVintage, { vintage: id });
                  popover.current?.hidePopover();
                }}
              >
                <span>{name}</span>
                <span className="muted">{date}</span>
              </button>
            ))}
          </div>
        )}
      </div>
    </>
  );
}
