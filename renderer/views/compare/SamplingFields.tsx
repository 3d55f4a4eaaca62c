/** How a bridge of more than ten parts is worked out: exactly with the small ones together, or every part by sampled orders of a seed. */
import { bridgeMessages as say } from '../../../shared/messages/compare.ts';
import type { Language, Phrase } from '../../../shared/messages/phrase.ts';
import { DraftField } from '../../dialogs/DraftField.tsx';
import type { Comparing } from '../../store/preferences.ts';

type Sampled = Comparing['sampled'];
type Props = { readonly sampled: Sampled; readonly language: Language; onChange(sampled: Sampled): void; onProblem(sentence: Phrase): void };

/** Pairs of an order and its reverse. */
const pairChoices = [16, 64, 256, 1024];
const firstChoice = { pairs: 64, seed: 1 };

export function SamplingFields({ sampled, language, onChange, onProblem }: Props) {
  const reseed = (text: string): void => {
    const seed = Number(text.trim());
    if (!/^\d{1,9}$/.test(text.trim())) onProblem(say.seedWrong);
    else if (sampled) onChange({ ...sampled, seed });
  };
  return (
    <>
      <label className="option">
        {say.how[language]}
        <select className="field" value={sampled ? 'sampled' : 'exact'} onChange={({ target }) => onChange(target.value === 'sampled' ? firstChoice : undefined)}>
          <option value="exact">{say.exactly[language]}</option>
          <option value="sampled">{say.bySamples[language]}</option>
        </select>
      </label>
      {sampled && (
        <>
          <label className="option">
            {say.orders[language]}
            <select className="field" value={sampled.pairs} onChange={({ target }) => onChange({ ...sampled, pairs: Number(target.value) })}>
              {[...new Set([...pairChoices, sampled.pairs])].map((pairs) => (
                <option key={pairs} value={pairs}>
                  {2 * pairs}
                </option>
              ))}
            </select>
          </label>
          <label className="option seed">
            {say.seed[language]}
            <DraftField label={say.seed[language]} value={String(sampled.seed)} onCommit={reseed} />
          </label>
        </>
      )}
    </>
  );
}
