/** What is being written or printed and how far it is; it can be ended. Work that is done at once never shows. */
import type { Language } from '../../shared/messages/phrase.ts';
import { reportMessages as say } from '../../shared/messages/report.ts';
import type { ReportWork } from '../store/reportWork.ts';
import { useStore, type Store } from '../store/store.ts';
import { useLasting } from './useLasting.ts';

type Props = { readonly work: Store<ReportWork | null>; readonly language: Language; onStop(): void };

export function ReportProgress({ work, language, onStop }: Props) {
  const state = useStore(work);
  const isLong = useLasting(state !== null);
  if (state === null || !isLong) return null;
  const { done, all } = state;
  return (
    <div className="notices">
      <div className="notice info" role="status">
        <span>{say.working(done, all)[language]}</span>
        <progress aria-label={say.working(done, all)[language]} {...(all > 1 ? { value: done, max: all } : {})} />
        <button type="button" className="button" onClick={onStop}>
          {say.stop[language]}
        </button>
      </div>
    </div>
  );
}
