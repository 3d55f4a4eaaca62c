/**
 * A page that a person writes: paragraphs set apart by blank lines, "# " and "## " headings, "- " items, "[chart gap]" for a chart
 * of another page, "[bridge ...]" for a bridge (bridgeText.ts), and numbers in braces (boundText.ts).
 */
import type { PageSettings } from '../../model/reportSettings.ts';
import type { Block, ChartBlock, ListItem, ReportPage, TextBlock } from '../page.ts';
import type { ReportContext } from '../reportContext.ts';
import { reportMessages } from '../../messages/report.ts';
import { bindText, type Unbound } from '../boundText.ts';
import { bridgeBlocks } from './bridgeBlocks.ts';

/** A paragraph is never cut, so that one longer than this is set as several. */
const longestParagraph = 1400;

/** A chart of another page, or a word where it is to come, with the notes of the sources that it names; null where there is none of that name. */
export type ChartFinder = (id: string) => { readonly block: ChartBlock | TextBlock; readonly notes: ReportPage['notes'] } | null;

function inParts(text: string): readonly string[] {
  if (text.length <= longestParagraph) return [text];
  const parts: string[] = [''];
  for (const sentence of text.split(/(?<=[.!?。！？])\s*/)) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && last.length + sentence.length > longestParagraph) parts.push(sentence);
    else parts[parts.length - 1] = last === '' ? sentence : `${last}${/[。！？]$/.test(last) ? '' : ' '}${sentence}`;
  }
  return parts;
}

export type TextPage = { readonly page: ReportPage; readonly unbound: readonly Unbound[] };

export function textPage(context: ReportContext, settings: PageSettings, landscape: boolean, chartOf: ChartFinder): TextPage {
  const { language } = context;
  const unbound: Unbound[] = [];
  const bind = (source: string): string => {
    const bound = bindText(context, source);
    unbound.push(...bound.unbound);
    return bound.text;
  };
  const title = bind(settings.title?.[language] ?? reportMessages.pageTitles.text[language]);
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: title }];
  let notes: ReportPage['notes'] = {};
  let paragraph: string[] = [];
  let items: ListItem[] = [];
  const close = (): void => {
    if (paragraph.length > 0) blocks.push(...inParts(bind(paragraph.join(language === 'zh' ? '' : ' '))).map((text): Block => ({ kind: 'text', tone: 'body', text })));
    if (items.length > 0) blocks.push({ kind: 'list', items });
    paragraph = [];
    items = [];
  };
  for (const line of (settings.text?.[language] ?? '').split(/\r?\n/)) {
    const heading = /^(#{1,2})\s+(.+)$/.exec(line);
    const item = /^[-*•]\s+(.+)$/.exec(line);
    const chart = /^\[chart\s+([A-Za-z0-9-]+)\]$/.exec(line.trim());
    const bridge = /^\[bridge\s+(.+)\]$/.exec(line.trim());
    if (heading) {
      close();
      blocks.push({ kind: 'heading', level: heading[1] === '#' ? 2 : 3, text: bind(heading[2] ?? '') });
    } else if (chart) {
      close();
      const found = chartOf(chart[1] ?? '');
      if (found) {
        blocks.push(found.block);
        notes = { ...notes, ...found.notes };
      } else unbound.push({ reference: chart[1] ?? '', reason: 'unknown-chart' });
    } else if (bridge) {
      close();
      const found = bridgeBlocks(context, bridge[1] ?? '');
      if (found) blocks.push(...found);
      else unbound.push({ reference: bridge[1] ?? '', reason: 'unknown-bridge' });
    } else if (item) {
      if (paragraph.length > 0) close();
      items.push({ text: bind(item[1] ?? '') });
    } else if (line.trim() === '') close();
    else {
      if (items.length > 0) close();
      paragraph.push(line.trim());
    }
  }
  close();
  return { page: { id: settings.id, title, landscape, blocks, foot: [], notes }, unbound };
}
