/** The page of keys, made of the one list of actions and the grid's own keys. */
import { actionIds, specOf, type ActionMenu } from '../../shared/actions.ts';
import { gridKeyList, typingKeyList, wordKeyList } from '../../shared/grid/gridKeyList.ts';
import { keyText } from '../../shared/keys.ts';
import { keyboardPage as say, palette } from '../../shared/messages/palette.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import { useModal } from '../dialogs/useModal.ts';
import { keyPlatform } from '../host/keyPlatform.ts';

type Props = { readonly language: Language; onClose(): void };

type Line = { readonly label: Phrase; readonly keys: readonly string[] };

const menus: readonly ActionMenu[] = ['file', 'edit', 'view', 'help'];

function linesOf(menu: ActionMenu): readonly Line[] {
  return actionIds.flatMap((id) => {
    const { label, keys, menu: own } = specOf(id);
    return own === menu && keys ? [{ label, keys }] : [];
  });
}

function KeyTable({ title, lines, language }: { readonly title: Phrase; readonly lines: readonly Line[]; readonly language: Language }) {
  return (
    <section>
      <h3>{title[language]}</h3>
      <dl>
        {lines.map(({ label, keys }) => (
          <div key={label.en}>
            <dt>{label[language].replace(/…$/, '')}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{keyText(key.replace(/ $/, 'Space'), keyPlatform)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function KeyboardPage({ language, onClose }: Props) {
  const modal = useModal(onClose);
  const paletteKey = specOf('palette').keys?.[0] ?? '';
  return (
    <dialog ref={modal.ref} className="keyboard" aria-labelledby="keyboard-title" {...modal.props}>
      <header>
        <h2 id="keyboard-title">{say.title[language]}</h2>
        <p className="muted">{say.rest(keyText(paletteKey, keyPlatform))[language]}</p>
        <button type="button" className="button" onClick={modal.leave}>
          {workbench.close[language]}
        </button>
      </header>
      <div className="keyboard-sections" tabIndex={0} role="group" aria-labelledby="keyboard-title">
        <div className="keyboard-columns">
          <KeyTable title={say.grid} lines={[...gridKeyList, ...typingKeyList, ...wordKeyList]} language={language} />
          {menus.map((menu) => (
            <KeyTable key={menu} title={palette.menus[menu]} lines={linesOf(menu)} language={language} />
          ))}
        </div>
      </div>
    </dialog>
  );
}
