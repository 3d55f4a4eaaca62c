/** The tabs of the grids. Where the row is too narrow for all of them, the last ones stand in a menu behind it. */
import { useLayoutEffect, useRef, useState } from 'react';
import { Ellipsis, Rows3 } from 'lucide-react';
import { actions, type ActionId } from '../../shared/actions.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { workbench as say } from '../../shared/messages/workbench.ts';
import type { Periodicity } from '../../shared/periodicity.ts';
import type { Preferences } from '../store/preferences.ts';
import { tabs } from './chooseTables.ts';
import { fittingTabs } from './fittingTabs.ts';
import { PeriodSwitch } from './PeriodSwitch.tsx';
import { placeBelow } from './placeBelow.ts';

type Tab = Preferences['tab'];
type Props = { readonly tab: Tab; readonly periodicity: Periodicity; readonly language: Language; onTab(tab: Tab): void; onAction(id: ActionId): void };

const everyTab = tabs.map((_, at) => at);

export function TabRow({ tab, periodicity, language, onTab, onAction }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [shown, show] = useState<readonly number[]>(everyTab);
  const open = tabs.indexOf(tab);
  useLayoutEffect(() => {
    const row = list.current;
    if (!row) return;
    const measure = (): void => {
      const { paddingLeft, paddingRight, columnGap } = getComputedStyle(row);
      const gap = Number.parseFloat(columnGap) || 0;
      // Tabs that have no place keep their width, so that it is known when there is room again.
      const widths = [...row.querySelectorAll<HTMLElement>('[role="tab"]')].map((one) => one.offsetWidth + gap);
      const room = row.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) + gap;
      const next = fittingTabs(widths, room, (more.current?.offsetWidth ?? 0) + gap, open);
      show((before) => (before.join() === next.join() ? before : next));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(row);
    return () => watcher.disconnect();
  }, [open, language]);
  const rest = tabs.filter((_, at) => !shown.includes(at));
  return (
    <div className="tab-row">
      <div ref={list} className="tab-list">
        <div className="tabs" role="tablist" aria-label={say.grid[language]}>
          {tabs.map((id, at) => (
            <button key={id} type="button" role="tab" aria-selected={id === tab} className={`tab${id === tab ? ' on' : ''}${shown.includes(at) ? '' : ' spare'}`} onClick={() => onTab(id)}>
              {say.tabs[id][language]}
            </button>
          ))}
        </div>
        <button
          ref={more}
          type="button"
          className={rest.length === 0 ? 'tab more spare' : 'tab more'}
          aria-label={say.moreTabs[language]}
          title={say.moreTabs[language]}
          aria-haspopup="menu"
          popoverTarget="more-tabs"
          onClick={(event) => placeBelow(event.currentTarget, menu.current, 2)}
        >
          <Ellipsis size={16} strokeWidth={1.6} aria-hidden />
        </button>
      </div>
      <div
        ref={menu}
        id="more-tabs"
        className="popover more-tabs"
        popover="auto"
        role="menu"
        aria-label={say.moreTabs[language]}
        onToggle={(event) => {
          if (event.newState === 'open') menu.current?.querySelector('button')?.focus();
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          const items = [...event.currentTarget.querySelectorAll('button')];
          if (step === 0 || items.length === 0) return;
          event.preventDefault();
          items[(items.findIndex((one) => one === document.activeElement) + step + items.length) % items.length]?.focus();
        }}
      >
        {rest.map((id) => (
          <button
            key={id}
            type="button"
            role="menuitem"
            className="choice-row"
            onClick={() => {
              menu.current?.hidePopover();
              onTab(id);
            }}
          >
            {say.tabs[id][language]}
          </button>
        ))}
      </div>
      <PeriodSwitch periodicity={periodicity} language={language} onAction={onAction} />
      <button type="button" className="rows-button" aria-label={actions.editStructure.label[language]} title={actions.editStructure.label[language]} onClick={() => onAction('editStructure')}>
        <Rows3 size={15} strokeWidth={1.6} aria-hidden />
        <span>{actions.editStructure.label[language]}</span>
      </button>
    </div>
  );
}
