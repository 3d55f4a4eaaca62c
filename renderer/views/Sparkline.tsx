/** The gap of a workbook in the space of a word: months from left to right, a shortage below the line and in its colour. */
import type { Phrase } from '../../shared/messages/phrase.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import type { GapPreview } from '../library/records.ts';

type Props = { readonly values: GapPreview; readonly title: Phrase; readonly language: Language };

const width = 96;
const height = 24;

export function Sparkline({ values, title, language }: Props) {
  const size = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  const step = width / Math.max(1, values.length);
  const zero = height / 2;
  return (
    <svg className="sparkline" role="img" aria-label={title[language]} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      {values.map((value, at) => {
        if (value === null || value === 0 || size === 0) return null;
        const tall = Math.max(0.75, (Math.abs(value) / size) * (zero - 1));
        return <rect key={at} className={value < 0 ? 'short' : 'over'} x={at * step} width={Math.max(0.6, step * 0.72)} y={value < 0 ? zero : zero - tall} height={tall} />;
      })}
      <line x1={0} x2={width} y1={zero} y2={zero} />
    </svg>
  );
}
