/** The places of the window, at its left edge. */
import { FileText, GitCompareArrows, LayoutPanelLeft, LibraryBig } from 'lucide-react';
import { actions, type ActionId } from '../../shared/actions.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { Preferences } from '../store/preferences.ts';

type Props = { readonly view: Preferences['view']; readonly language: Language; onAction(id: ActionId): void };

const places = [
  { view: 'workbench', action: 'showWorkbench', Icon: LayoutPanelLeft },
  { view: 'compare', action: 'showCompare', Icon: GitCompareArrows },
  { view: 'report', action: 'showReport', Icon: FileText },
  { view: 'library', action: 'showLibrary', Icon: LibraryBig },
] as const;

export function Rail({ view, language, onAction }: Props) {
  return (
    <nav className="rail">
      {places.map(({ view: place, action, Icon }) => (
        <button key={place} type="button" className={place === view ? 'on' : ''} aria-current={place === view ? 'page' : undefined} onClick={() => onAction(action)}>
          <Icon size={18} strokeWidth={1.5} aria-hidden />
          {actions[action].label[language]}
        </button>
      ))}
    </nav>
  );
}
