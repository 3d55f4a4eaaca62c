/** A bridge that a person chose, in print: the waterfall, its table to the last digit, and how it was worked out. */
import { bridgeEnds, rangeName } from '../../analysis/bridgeEnds.ts';
import { parseBridge } from '../../analysis/bridgeText.ts';
import { buildWaterfallOption } from '../../charts/waterfallOption.ts';
import { formatNumber } from '../../format.ts';
import { bridgeMethodText, bridgeSubtitle } from '../../messages/bridge.ts';
import { bridgeMessages as say } from '../../messages/compare.ts';
import { problemText } from '../../messages/problems.ts';
import { headlineMessages } from '../../messages/report.ts';
import { bridgeSheet, type BridgeSheet } from '../../tables/bridgeSheet.ts';
import type { Block, PageRow, TableBlock } from '../page.ts';
import { reportBridge } from '../reportBridges.ts';
import type { ReportContext } from '../reportContext.ts';

function bridgeTable({ rows, decimals, hasErrors }: BridgeSheet, id: string, { language }: ReportContext): TableBlock {
  let running = 0;
  return {
    kind: 'table',
    id,
    size: 'small',
    columns: [
      { head: say.step[language], width: 60, align: 'left' },
      { head: say.contribution[language], width: 14, align: 'right' },
      ...(hasErrors ? [{ head: say.error[language], width: 16, align: 'right' as const }] : []),
      { head: say.running[language], width: 14, align: 'right' },
    ],
    rows: rows.map((row): PageRow => {
      running = row.kind === 'step' ? running + row.printed : row.printed;
      const error = row.standardError === undefined ? '' : formatNumber(row.standardError, { decimals: decimals + 1 }, language);
      return {
        kind: row.kind === 'step' ? 'plain' : 'total',
        cells: [
          { text: row.name[language] },
          { text: formatNumber(row.printed, { decimals, signed: row.kind === 'step' }, language) },
          ...(hasErrors ? [{ text: error }] : []),
          { text: formatNumber(running, { decimals }, language) },
        ],
      };
    }),
  };
}

/** The blocks of the bridge that a line asks for; why there is none where it cannot be worked out; null where the line is no bridge. */
export function bridgeBlocks(context: ReportContext, reference: string): readonly Block[] | null {
  const { workbook, language, palette } = context;
  const job = parseBridge(reference);
  if (!job) return null;
  const bridge = reportBridge(context, job);
  if (bridge === null) return [{ kind: 'text', tone: 'body', text: headlineMessages.bridgeComes[language] }];
  if (!bridge.ok) return [{ kind: 'text', tone: 'body', text: headlineMessages.noBridge[language] + problemText(bridge.problem)[language] }];
  const sheet = bridgeSheet(bridge.value, bridgeEnds(workbook, job));
  const title = sheet.title[language];
  const scenario = job.kind === 'scenarios' ? null : (workbook.scenarios[job.scenario]?.name ?? null);
  return [
    {
      kind: 'chart',
      id: `bridge ${reference}`,
      title,
      subtitle: bridgeSubtitle(job.kind === 'months' ? null : rangeName(job.months), scenario)[language],
      option: buildWaterfallOption({ rows: sheet.rows, title, palette, language, decimals: sheet.decimals }),
      height: sheet.rows.length * 22 + 14,
    },
    bridgeTable(sheet, `bridge ${reference}`, context),
    { kind: 'text', tone: 'small', text: bridgeMethodText(bridge.value.method)[language] },
  ];
}
