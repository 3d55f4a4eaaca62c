/** What may be taken of a chart: its picture, its drawing, its numbers. A button over the chart that shows when it is pointed at or focused. */
import { useRef, useState } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { chartTable, chartText } from '../../shared/charts/chartTable.ts';
import { darkPalette, lightPalette } from '../../shared/charts/palette.ts';
import { chartMessages as say } from '../../shared/messages/charts.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import './copyChart.css';

export type ChartWords = { readonly language: Language; readonly title: string; readonly subtitle?: string };

type Props = ChartWords & { readonly option: EChartsCoreOption; /** px of the drawing; asked for when something is copied. */ size(): { readonly width: number; readonly height: number } };

type Kind = 'png' | 'svg' | 'data';

const kinds: readonly (readonly [Kind, Phrase])[] = [
  ['png', say.copyPicture],
  ['svg', say.copySvg],
  ['data', say.copyData],
];

async function copiedItem(kind: Kind, { option, size, title, subtitle = '', language }: Props): Promise<ClipboardItem> {
  if (kind === 'data') return new ClipboardItem({ 'text/plain': chartText(chartTable(option, language)) });
  const { chartPicture, chartPng } = await import('./copyPicture.ts');
  const isDark = document.documentElement.dataset['theme'] === 'dark' && document.querySelector('.preview') === null;
  const { ink, muted, background } = isDark ? darkPalette : lightPalette;
  const parts = { option, title, subtitle, ink, muted, background, ...size() };
  if (kind === 'png') return new ClipboardItem({ 'image/png': await chartPng(parts) });
  const { svg } = await chartPicture(parts, false);
  // As a drawing for whoever takes one, and as text for everybody else.
  return new ClipboardItem({ 'text/plain': svg, ...(ClipboardItem.supports('image/svg+xml') ? { 'image/svg+xml': new Blob([svg], { type: 'image/svg+xml' }) } : {}) });
}

export function CopyChart(props: Props) {
  const { language, title } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const copy = async (kind: Kind): Promise<void> => {
    setIsOpen(false);
    button.current?.focus();
    try {
      await navigator.clipboard.write([await copiedItem(kind, props)]);
      setSaid(say.copied[language]);
    } catch (error) {
      setSaid(say.copyFailed(error instanceof Error ? error.message : String(error))[language]);
    }
    setTimeout(() => setSaid(''), 2500);
  };
  return (
    <div
      className={isOpen ? 'copy-chart open' : 'copy-chart'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        setIsOpen(false);
        button.current?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setIsOpen(false);
      }}
    >
      <span role="status">{said}</span>
      <button ref={button} type="button" aria-haspopup="menu" aria-expanded={isOpen} aria-label={say.copyMenu(title)[language]} title={say.copyMenu(title)[language]} onClick={() => setIsOpen(!isOpen)}>
        ⧉
      </button>
      {isOpen && (
        <div role="menu" aria-label={say.copyMenu(title)[language]}>
          {kinds.map(([kind, label], at) => (
            <button key={kind} type="button" role="menuitem" autoFocus={at === 0} onClick={() => void copy(kind)}>
              {label[language]}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
