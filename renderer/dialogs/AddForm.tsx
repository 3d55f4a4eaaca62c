/** A row of empty fields that adds something; it empties itself once the workbook took it. */
import type { Command } from '../../shared/commands/command.ts';
import { fieldOf, structure as say } from '../../shared/messages/structure.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import type { Session } from '../store/session.ts';

/** Runs a command; true when the workbook changed. */
export function runs<Args>(session: Session, command: Command<Args>, args: Args): boolean {
  const before = session.state.get().history.present;
  session.run(command, args);
  return session.state.get().history.present !== before;
}

/** The text of a field of a form. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The name that a form's two name fields hold. */
export function nameOf(form: FormData, prefix = ''): Phrase {
  return { en: textOf(form, `${prefix}en`), zh: textOf(form, `${prefix}zh`) };
}

type NameProps = {
  /** Whose name it is, said in full. */
  readonly owner: Phrase;
  /** The same as the empty fields show it, in short where they stand under the owner. */
  readonly hint?: Phrase;
  readonly language: Language;
  readonly prefix?: string;
  readonly initial?: Phrase;
};

/** The two empty fields of a new name. */
export function NewName({ owner, hint = owner, language, prefix = '', initial }: NameProps) {
  const field = (key: Language, text: Phrase, lang: string) => (
    <input
      className="field text"
      type="text"
      name={prefix + key}
      lang={lang}
      autoComplete="off"
      defaultValue={initial?.[key]}
      aria-label={fieldOf(owner, text)[language]}
      placeholder={fieldOf(hint, text)[language]}
    />
  );
  return (
    <>
      {field('en', say.english, 'en')}
      {field('zh', say.chinese, 'zh-CN')}
    </>
  );
}

type Props = {
  readonly action: string;
  readonly className?: string;
  readonly children: React.ReactNode;
  /** True when the workbook took it. */
  onAdd(form: FormData): boolean;
};

export function AddForm({ action, className = '', children, onAdd }: Props) {
  return (
    <form
      className={`entry new ${className}`}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        if (onAdd(new FormData(form))) form.reset();
      }}
    >
      {children}
      <button type="submit" className="button">
        {action}
      </button>
    </form>
  );
}
