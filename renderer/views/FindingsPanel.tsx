/** The list over the status bar: every finding with its place; a click leads to the cell. */
import { useEffect, useRef } from 'react';
import { findingAddress, findingPlaceName } from '../../shared/claims/findingAddress.ts';
import { severityNames } from '../../shared/messages/cli.ts';
import { findingTextIn } from '../../shared/messages/findings.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { findingsPanel } from '../../shared/messages/trace.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { Finding } from '../../shared/model/balance.ts';
import type { CellAddress, Workbook } from '../../shared/model/workbook.ts';

type Props = {
  readonly findings: readonly Finding[];
  readonly workbook: Workbook;
  readonly language: Language;
  onGo(address: CellAddress): void;
  onClose(): void;
};

const ranks = { error: 0, warning: 1, info: 2 } as const;

export function FindingsPanel({ findings, workbook, language, onGo, onClose }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    (panel.current?.querySelector('button') ?? panel.current)?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected && document.activeElement === document.body) opener.focus();
    };
  }, []);
  const step = (by: number): void => {
    const buttons = [...(panel.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
  };
  const ordered = [...findings].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  return (
    <div
      ref={panel}
      className="findings"
      role="dialog"
      aria-label={findingsPanel.title[language]}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        step(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      {ordered.length === 0 && <p className="good">{workbench.balanceCloses[language]}</p>}
      <ul>
        {ordered.map((finding, at) => {
          const address = findingAddress(finding);
          return (
            <li key={at}>
              <button type="button" disabled={address === null} onClick={() => address && onGo(address)}>
                <span className={finding.severity === 'info' ? 'muted' : 'warn'}>{severityNames[finding.severity][language]}</span>
                <span className="where">{(findingPlaceName(workbook, finding) ?? findingsPanel.wholeWorkbook)[language]}</span>
                <span>{findingTextIn(workbook, finding)[language]}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
