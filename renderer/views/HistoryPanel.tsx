/** The steps of this window, oldest first: the present is marked, what was undone is grey, and any of them is one press away. */
import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { historyEntries, historyLimit, type History } from '../../shared/history.ts';
import { historyPanel as say } from '../../shared/messages/history.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { workbench } from '../../shared/messages/workbench.ts';

type Props = { readonly history: History; readonly language: Language; onJump(at: number): void; onClose(): void };

type StepsProps = { readonly history: History; readonly language: Language; onJump(at: number): void };

const Steps = memo(function Steps({ history, language, onJump }: StepsProps) {
  const full = history.past.length + history.future.length >= historyLimit;
  return (
    <ol>
      {historyEntries(history).map(({ at, label, when }) => (
        <li key={at}>
          <button type="button" tabIndex={when === 'present' ? 0 : -1} data-at={at} className={when} aria-current={when === 'present' ? 'step' : undefined} onClick={() => onJump(at)}>
            <span className="step-number">{at === 0 ? '' : at}</span>
            <span className="step-label">{(label ?? (full ? say.oldest : say.start))[language]}</span>
            {when !== 'past' && <span className="step-when">{(when === 'present' ? say.present : say.undone)[language]}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
});

export function HistoryPanel({ history, language, onJump, onClose }: Props) {
  const panel = useRef<HTMLElement>(null);
  const present = history.past.length;
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  useEffect(() => {
    panel.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [present]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(panel.current?.querySelectorAll<HTMLElement>('[data-at]') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15, Home: -buttons.length, End: buttons.length };
    const by = steps[event.key];
    if (event.key === 'Escape') onClose();
    else if (by === undefined) return;
    else buttons[Math.max(0, Math.min(buttons.length - 1, (at < 0 ? present : at) + by))]?.focus();
    event.preventDefault();
  };
  return (
    <aside ref={panel} className="history" aria-label={say.title[language]} onKeyDown={onKeyDown}>
      <header>
        <h2>{say.title[language]}</h2>
        <span className="muted">{say.steps(history.past.length + history.future.length)[language]}</span>
        <button type="button" className="button" onClick={onClose}>
          {workbench.close[language]}
        </button>
      </header>
      <Steps history={history} language={language} onJump={onJump} />
      <p className="search-hint">{say.hint[language]}</p>
    </aside>
  );
}
