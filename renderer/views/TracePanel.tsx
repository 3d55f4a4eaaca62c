/** The terms behind a number, two levels deep: quiet, under the formula bar. A term with a place leads to its cell. */
import { useEffect, useRef, useState } from 'react';
import type { TraceTerm } from '../../shared/analysis/trace.ts';
import { termNumber, termUnit } from '../../shared/analysis/traceSentence.ts';
import { stateNames } from '../../shared/messages/states.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { tracePanel } from '../../shared/messages/trace.ts';
import type { CellAddress, Workbook } from '../../shared/model/workbook.ts';

type Props = {
  readonly trace: TraceTerm;
  readonly workbook: Workbook;
  readonly language: Language;
  onGo(place: CellAddress): void;
  onClose(): void;
};

const signs = { plus: '+', minus: '−', times: '×', over: '÷', grown: '×', limit: '≤', given: '·' } as const;

/** How many levels unfold: what lies deeper is one click away, at the term's own cell. */
const deepest = 2;

type TermProps = Omit<Props, 'trace' | 'onClose'> & { readonly term: TraceTerm; readonly level: number; readonly first: boolean };

function Term({ term, level, first, workbook, language, onGo }: TermProps) {
  const [open, setOpen] = useState(false);
  const label = term.label[language];
  const unfolds = term.children.length > 0 && level < deepest;
  const source = term.source === undefined ? undefined : workbook.sources[term.source];
  const unit = termUnit(term, language);
  const number = `${termNumber(term, language)}${unit === '' ? '' : unit === '%' ? '%' : ` ${unit}`}`;
  const sign = first && term.role === 'plus' ? '' : signs[term.role];
  const { place } = term;
  return (
    <li>
      <div className="term">
        {unfolds ? (
          <button type="button" className="fold" aria-expanded={open} aria-label={tracePanel.unfold(term.label.en, term.label.zh)[language]} onClick={() => setOpen(!open)}>
            {open ? '▾' : '▸'}
          </button>
        ) : (
          <span className="fold" />
        )}
        <span className="sign">{sign}</span>
        {place === undefined ? (
          <span className="name">{label}</span>
        ) : (
          <button type="button" className="name" title={tracePanel.go[language]} onClick={() => onGo(place)}>
            {label}
          </button>
        )}
        <span className="number">{term.role === 'grown' ? `1 + ${number}` : number}</span>
        <span className="from" title={source?.title}>
          {source === undefined ? stateNames[term.state][language] : `${source.publisher.replace(/\s*\(.*\)$/, '')} ${source.date}`}
        </span>
      </div>
      {open && unfolds && (
        <ul>
          {term.children.map((child, at) => (
            <Term key={at} term={child} level={level + 1} first={at === 0} workbook={workbook} language={language} onGo={onGo} />
          ))}
        </ul>
      )}
    </li>
  );
}

export function TracePanel({ trace, workbook, language, onGo, onClose }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.querySelector('button')?.focus();
    return () => {
      // Focus goes back to where it was, unless a jump has taken it elsewhere.
      if (before instanceof HTMLElement && (document.activeElement === document.body || document.activeElement === null)) before.focus();
    };
  }, []);
  return (
    <div
      ref={panel}
      className="trace"
      role="dialog"
      aria-label={tracePanel.title[language]}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <ul>
        {trace.children.map((child, at) => (
          <Term key={at} term={child} level={1} first={at === 0} workbook={workbook} language={language} onGo={onGo} />
        ))}
      </ul>
    </div>
  );
}
