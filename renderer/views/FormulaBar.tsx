/** The line over the grid: the selected cell, its full value, why it is what it is, and its source. */
import { useMemo } from 'react';
import { BookOpen, MessageSquare, Scale } from 'lucide-react';
import { actions } from '../../shared/actions.ts';
import { explainCell } from '../../shared/analysis/explainCell.ts';
import { addressesOfCell } from '../../shared/grid/selectedAddresses.ts';
import { formatNumber, formatPeriod } from '../../shared/format.ts';
import { parentValueText, workbench } from '../../shared/messages/workbench.ts';
import { tracePanel } from '../../shared/messages/trace.ts';
import { stateNames } from '../../shared/messages/states.ts';
import { unitNames } from '../../shared/messages/units.ts';
import type { SetTermsArgs } from '../../shared/commands/setTerms.ts';
import { annotate } from '../../shared/messages/comments.ts';
import { termsWords } from '../../shared/messages/terms.ts';
import { periodicityWords } from '../../shared/messages/periodicity.ts';
import { phrase, type Language, type Phrase } from '../../shared/messages/phrase.ts';
import type { Balance } from '../../shared/model/balance.ts';
import { termsRule } from '../../shared/model/seriesTerms.ts';
import { storedUnit } from '../../shared/model/pathUnits.ts';
import { convertUnit } from '../../shared/model/unit.ts';
import type { CellAddress, ScenarioId, Workbook } from '../../shared/model/workbook.ts';
import { fullDecimals } from '../../shared/tables/fullDecimals.ts';
import type { TableCell, TableRow } from '../../shared/tables/table.ts';
import { LateView } from '../late/LateView.tsx';
import { lateParts } from '../lateParts.ts';
import type { Annotating, Evidence } from './AnnotatePanel.tsx';

type Props = {
  readonly workbook: Workbook;
  readonly scenario: ScenarioId;
  readonly balance: Balance;
  readonly row: TableRow | undefined;
  readonly columnId: string;
  readonly language: Language;
  readonly annotating: Annotating | 'terms' | null;
  /** The inputs that are selected. */
  selected(): readonly CellAddress[];
  onAnnotate(what: Annotating | 'terms' | null): void;
  onComment(address: CellAddress, text: string): void;
  onSource(cells: readonly CellAddress[], said: Evidence): void;
  onNewSource(): void;
  onTerms(args: SetTermsArgs): void;
  /** Whether the terms behind the number are shown. */
  readonly explaining: boolean;
  onExplain(open: boolean): void;
  onGo(place: CellAddress): void;
};

/** "SMM (Shanghai Metals Market)" is known by its short name; the whole stands in the tooltip and under Sources. */
function shortName(publisher: string): string {
  return publisher.replace(/\s*\(.*\)$/, '');
}

/** Parts of one line: only the last one keeps its full stop. */
function joinParts(parts: readonly (string | undefined | null)[]): string {
  const said = parts.flatMap((part) => part || []);
  return said.map((part, at) => (at < said.length - 1 ? part.replace(/[.。]$/, '') : part)).join(' · ');
}

/** What a quarter or a year is of its months, and what typing into it does. */
function periodText({ of, edit }: TableCell): Phrase | null {
  if (of === undefined) return null;
  const what = of.aggregate === 'last' ? periodicityWords.last : of.aggregate === 'sum' ? periodicityWords.sum(of.months) : periodicityWords.mean(of.months);
  if (edit?.kind !== 'spread') return what;
  return phrase(`${what.en}; ${periodicityWords.spreads.en}`, `${what.zh}；${periodicityWords.spreads.zh}`);
}

export function FormulaBar({ workbook, scenario, balance, row, columnId, language, annotating, selected, onAnnotate, onComment, onSource, onNewSource, onTerms, explaining, onExplain, onGo }: Props) {
  const cell = row?.cells[columnId];
  // An explanation is worked out for the selected cell only, and once.
  const info = useMemo(() => (row && cell ? explainCell(workbook, scenario, balance, row, columnId, cell) : null), [workbook, scenario, balance, row, columnId, cell]);
  if (!row || !cell || !info) {
    return (
      <div className="formula">
        <div className="line muted">{workbench.selectCell[language]}</div>
      </div>
    );
  }
  const format = cell.format ?? row.format;
  const measure = cell.unit ?? row.unit;
  const unit = measure === undefined || format.percent === true ? '' : ` ${(row.unitLabel ?? unitNames[measure])[language]}`;
  const value = cell.text ? cell.text[language] : `${formatNumber(cell.value, { ...format, decimals: Math.max(format.decimals, fullDecimals(format.percent === true && cell.value !== null ? cell.value * 100 : cell.value)) }, language)}${unit}`;
  const source = info.source ? `${shortName(info.source.publisher)} ${info.source.date}${info.locator === null ? '' : `, ${info.locator}`}` : '';
  const [address] = addressesOfCell(cell);
  const hasTerms = address !== undefined && termsRule(workbook, address.path) !== null;
  const ownSeries = address === undefined ? undefined : workbook.series[address.path];
  const isStated = (ownSeries?.basis ?? ownSeries?.scope ?? ownSeries?.coverage) !== undefined;
  // The parent's value stands in the stored unit, the cell in the one people read.
  const parentShown = info.parentValue === null || measure === undefined || !address ? info.parentValue : convertUnit(info.parentValue, storedUnit(workbook, address.path), measure);
  const parent = parentShown === null ? '' : parentValueText(formatNumber(parentShown, { decimals: fullDecimals(parentShown) }, language))[language];
  const sentence = joinParts([periodText(cell)?.[language], info.sentence?.[language], info.state === null ? null : stateNames[info.state][language], parent, info.note?.[language]]);
  return (
    <div className="formula">
      <div className="line">
        <b>
          {info.name[language]}
          {info.period === '' ? '' : ` · ${formatPeriod(info.period, language)}`}
        </b>
        <span className="value">{value}</span>
        <span className="source" title={[source, info.source?.title].filter((part) => part).join(' · ')}>
          {source}
        </span>
        {address && (
          <span className="marks">
            <button type="button" className={cell.noted === true ? 'sign on' : 'sign'} aria-label={annotate.comment[language]} title={`${annotate.comment[language]} (${actions.writeComment.keys[0]})`} aria-expanded={annotating === 'comment'} onClick={() => onAnnotate(annotating === 'comment' ? null : 'comment')}>
              <MessageSquare size={13} strokeWidth={1.7} aria-hidden />
            </button>
            <button type="button" className={info.source ? 'sign on' : 'sign'} aria-label={annotate.source[language]} title={`${annotate.source[language]} (${actions.assignSource.keys[0]})`} aria-expanded={annotating === 'source'} onClick={() => onAnnotate(annotating === 'source' ? null : 'source')}>
              <BookOpen size={13} strokeWidth={1.7} aria-hidden />
            </button>
            {hasTerms && (
              <button type="button" className={isStated ? 'sign on' : 'sign'} aria-label={termsWords.title[language]} title={`${termsWords.title[language]} (${actions.stateTerms.keys[0]})`} aria-expanded={annotating === 'terms'} onClick={() => onAnnotate(annotating === 'terms' ? null : 'terms')}>
                <Scale size={13} strokeWidth={1.7} aria-hidden />
              </button>
            )}
          </span>
        )}
      </div>
      {annotating === 'terms' && address && hasTerms && (
        <LateView
          key={`terms ${address.path}`}
          part={lateParts.terms}
          language={language}
          place="box"
          shows={workbook}
          onClose={() => onAnnotate(null)}
          props={{ workbook, scenario, path: address.path, language, onTerms, onGo, onClose: () => onAnnotate(null) }}
        />
      )}
      {annotating !== null && annotating !== 'terms' && address && (
        <LateView
          key={annotating}
          part={lateParts.annotate}
          language={language}
          place="box"
          shows={workbook}
          onClose={() => onAnnotate(null)}
          props={{
            mode: annotating,
            workbook,
            language,
            comment: info.note?.[language] ?? '',
            source: cell.source ?? null,
            locator: info.locator ?? '',
            grade: info.grade,
            evidence: cell.origin === 'root' && cell.state !== undefined ? { state: cell.state, known: info.known ?? '' } : null,
            count: selected().length,
            onComment: (text) => onComment(address, text),
            onSource: (said) => onSource(selected(), said),
            onNewSource,
            onClose: () => onAnnotate(null),
          }}
        />
      )}
      {annotating !== null && (address === undefined || (annotating === 'terms' && !hasTerms)) && (
        <p className="annotate" role="status">
          {(annotating === 'terms' ? termsWords.none : annotate.none)[language]}
        </p>
      )}
      {info.trace === null ? (
        <div className="line muted sentence" title={sentence}>
          {sentence}
        </div>
      ) : (
        <button type="button" className="line muted sentence" title={`${sentence}\n${tracePanel.open[language]}`} aria-expanded={explaining} onClick={() => onExplain(!explaining)}>
          {sentence}
        </button>
      )}
      {info.trace === null && explaining && sentence !== '' && (
        <p className="annotate whole-sentence" role="status">
          {sentence}
        </p>
      )}
      {info.trace !== null && explaining && (
        <LateView part={lateParts.trace} language={language} place="box" shows={info.trace} onClose={() => onExplain(false)} props={{ trace: info.trace, workbook, language, onGo, onClose: () => onExplain(false) }} />
      )}
    </div>
  );
}
