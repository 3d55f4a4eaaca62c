/** Says that bridges of the preview are still worked out, how far the one under way is, and lets them be given up. */
import type { Language } from '../../shared/messages/phrase.ts';
import { bridgeMessages as say } from '../../shared/messages/compare.ts';
import type { AwaitedBridges } from '../report/useAwaitedBridges.ts';
import { useLasting } from './useLasting.ts';

export function BridgesProgress({ bridges: { working, cancel }, language }: { readonly bridges: AwaitedBridges; readonly language: Language }) {
  const isLong = useLasting(working !== null);
  if (working === null || !isLong) return null;
  return (
    <div className="notices">
      <div className="notice info" role="status">
        <span>{say.working[language]}</span>
        <progress value={working} max={1} aria-label={say.working[language]} />
        <button type="button" className="button" onClick={cancel}>
          {say.cancel[language]}
        </button>
      </div>
    </div>
  );
}
