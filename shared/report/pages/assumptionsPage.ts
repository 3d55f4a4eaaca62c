/** What the numbers rest on: volumes and magnets per unit by year, everything else that a source or a person states, and the differences from Base. */
import { differingInputs } from '../../analysis/differingInputs.ts';
import { inputView, lockOfPath } from '../../analysis/inputView.ts';
import { formatNumber, formatPeriod } from '../../format.ts';
import { pathName } from '../../messages/names.ts';
import { partMessages as say, reportMessages } from '../../messages/report.ts';
import { unitNames } from '../../messages/units.ts';
import { rootScenarioId } from '../../model/computeBalance.ts';
import { describePath } from '../../model/paths.ts';
import { storedUnit } from '../../model/pathUnits.ts';
import { yearsOf } from '../../model/period.ts';
import { convertUnit, type UnitId } from '../../model/unit.ts';
import type { Cell, SeriesPath } from '../../model/workbook.ts';
import { inputDisplay } from '../../tables/inputDisplay.ts';
import type { Block, PageRow, ReportPage, TableBlock } from '../page.ts';
import { markOf } from '../periodTotals.ts';
import { marksText, type ReportContext } from '../reportContext.ts';
import { pathsUnder, sourceNotes, type SourceNotes } from '../sourceNotes.ts';

/** Decimals that show three digits of a number. */
function decimalsFor(value: number | null): number {
  const size = Math.abs(value ?? 0);
  if (size === 0 || size >= 100) return 0;
  return size >= 10 ? 1 : size >= 1 ? 2 : 3;
}

function numberText({ language, workbook }: ReportContext, value: number | null, path: SeriesPath, from: UnitId): string {
  const { unit } = inputDisplay(workbook, path);
  const shown = value === null || unit === undefined ? value : (convertUnit(value, from, unit) ?? value);
  return formatNumber(shown, { decimals: decimalsFor(shown) }, language);
}

function unitText({ workbook, language }: ReportContext, path: SeriesPath): string {
  const { unit, unitLabel } = inputDisplay(workbook, path);
  return unitLabel?.[language] ?? (unit === undefined ? '' : unitNames[unit][language]);
}

function gradeOf(cells: readonly (Cell | null | undefined)[]): string {
  return [...new Set(cells.flatMap((cell) => cell?.grade ?? []))].sort().join('/') || '–';
}

function annualTable(context: ReportContext, notes: SourceNotes): TableBlock {
  const { workbook, balance, inputs, language } = context;
  const years = yearsOf(workbook.horizon).map(String);
  const annual = ['sectors/', 'supply/', 'exports/', 'material/'].flatMap((prefix) => pathsUnder(inputs, [prefix])).filter((path) => describePath(workbook, path)?.kind === 'annual');
  const rows = annual.map((path): PageRow => {
    const lock = lockOfPath(workbook, path);
    const cells = years.map((year) => inputs.cell(path, year));
    const values = years.map((year, at) => (lock ? (balance.sectors[lock.id]?.years[year]?.[lock.member] ?? null) : (cells[at] ?? null)));
    return {
      kind: 'plain',
      sources: notes.of([path], balance.months),
      cells: [
        { text: pathName(workbook, path)[language] },
        { text: unitText(context, path) },
        ...values.map((cell) => ({ text: cell === null || cell.value === null ? '–' : numberText(context, cell.value, path, storedUnit(workbook, path)), mark: cell === null || cell.value === null ? '' : markOf[cell.state] })),
        { text: gradeOf(cells) },
      ],
    };
  });
  return {
    kind: 'table',
    id: 'annual',
    title: say.drivers[language],
    size: 'small',
    columns: [
      { head: say.input[language], width: 44, align: 'left' },
      { head: reportMessages.unit[language], width: 17, align: 'left' },
      ...years.map((year) => ({ head: year, width: 13, align: 'right' as const })),
      { head: say.grade[language], width: 8, align: 'right' },
    ],
    rows,
  };
}

function scalarTable(context: ReportContext, notes: SourceNotes): TableBlock {
  const { workbook, inputs, language, balance } = context;
  const paths = pathsUnder(inputs, ['']).filter((path) => describePath(workbook, path)?.kind === 'scalar');
  const rows = paths.flatMap((path): PageRow[] => {
    const cell = inputs.cell(path, 'all');
    const unit = storedUnit(workbook, path);
    if (!cell || cell.value === null || unit === 'choice' || unit === 'switch') return [];
    return [
      {
        kind: 'plain',
        sources: notes.of([path], balance.months),
        cells: [{ text: pathName(workbook, path)[language] }, { text: unitText(context, path) }, { text: numberText(context, cell.value, path, unit) }, { text: gradeOf([cell]) }],
      },
    ];
  });
  return {
    kind: 'table',
    id: 'scalars',
    title: say.others[language],
    size: 'tiny',
    columns: [
      { head: say.input[language], width: 62, align: 'left' },
      { head: reportMessages.unit[language], width: 17, align: 'left' },
      { head: say.value[language], width: 17, align: 'right' },
      { head: say.grade[language], width: 8, align: 'right' },
    ],
    rows,
  };
}

function differenceBlocks(context: ReportContext): readonly Block[] {
  const { workbook, scenario, language } = context;
  const root = rootScenarioId(workbook);
  const heading: Block = { kind: 'heading', level: 2, text: say.differences[language] };
  if (root === null || root === scenario) return [heading, { kind: 'text', tone: 'body', text: say.noDifferences[language] }];
  const [base, own] = [inputView(workbook, root), inputView(workbook, scenario)];
  if (!base.ok || !own.ok) return [];
  const rows = differingInputs([base.value, own.value]).map(({ path, period, name, unit, cells }): PageRow => ({
    kind: 'plain',
    cells: [
      { text: name[language] },
      { text: period === 'all' ? '–' : formatPeriod(period, language) },
      { text: unitText(context, path) },
      ...cells.map((cell) => ({ text: cell?.value === null || cell?.value === undefined ? '–' : numberText(context, cell.value, path, unit) })),
    ],
  }));
  const narrative = workbook.scenarios[scenario]?.narrative[language] ?? '';
  return [
    heading,
    ...(narrative === '' ? [] : [{ kind: 'text' as const, tone: 'body' as const, text: narrative }]),
    {
      kind: 'table',
      id: 'differences',
      size: 'small',
      columns: [
        { head: say.input[language], width: 46, align: 'left' },
        { head: say.period[language], width: 16, align: 'left' },
        { head: reportMessages.unit[language], width: 16, align: 'left' },
        { head: say.baseSays[language], width: 15, align: 'right' },
        { head: say.scenarioSays[language], width: 15, align: 'right' },
      ],
      rows,
    },
  ];
}

export function assumptionsPage(context: ReportContext, landscape: boolean): ReportPage {
  const { language } = context;
  const notes = sourceNotes(context);
  return {
    id: 'assumptions',
    title: reportMessages.pageTitles.assumptions[language],
    landscape,
    blocks: [{ kind: 'heading', level: 1, text: `${reportMessages.pageTitles.assumptions[language]} · ${context.name[language]}` }, ...differenceBlocks(context), annualTable(context, notes), scalarTable(context, notes)],
    foot: [{ scope: 'report', text: say.gradeNote[language] }, { scope: 'report', text: marksText(context) }],
    notes: notes.texts(),
  };
}
