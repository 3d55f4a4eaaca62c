/** Months, quarters or years, for the grids and the charts at once. */
import { useRef, type KeyboardEvent } from 'react';
import { specOf, type ActionId } from '../../shared/actions.ts';
import { keyText } from '../../shared/keys.ts';
import { periodicityWords as say } from '../../shared/messages/periodicity.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { periodicities, type Periodicity } from '../../shared/periodicity.ts';
import { keyPlatform } from '../host/keyPlatform.ts';

type Props = { readonly periodicity: Periodicity; readonly language: Language; onAction(id: ActionId): void };

const actionOf: Readonly<Record<Periodicity, ActionId>> = { months: 'showMonths', quarters: 'showQuarters', years: 'showYears' };

export function PeriodSwitch({ periodicity, language, onAction }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = (periodicities.indexOf(periodicity) + step + periodicities.length) % periodicities.length;
    group.current?.querySelectorAll('button')[at]?.focus();
    onAction(actionOf[periodicities[at] ?? 'months']);
  };
  return (
    <div ref={group} className="segments" role="radiogroup" aria-label={say.title[language]} onKeyDown={onKeyDown}>
      {periodicities.map((id) => (
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === periodicity}
          tabIndex={id === periodicity ? 0 : -1}
          aria-label={say.names[id][language]}
          title={`${say.names[id][language]} (${keyText(specOf(actionOf[id]).keys?.[0] ?? '', keyPlatform)})`}
          onClick={() => onAction(actionOf[id])}
        >
          {say.signs[id][language]}
        </button>
      ))}
    </div>
  );
}
