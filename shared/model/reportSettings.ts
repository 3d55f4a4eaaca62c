/** Which pages a report has, in which order and under which titles. A workbook without settings has every page in the standard order. */
import type { LocalText } from './workbook.ts';

export const pageKinds = ['headline', 'balance', 'sectors', 'exports', 'chain', 'scenarios', 'price', 'assumptions', 'sources'] as const;
export type PageKind = (typeof pageKinds)[number];

export type PageSettings = {
  /** Told apart by it; each of the standard pages stands once, with its kind for its id. */
  readonly id: string;
  readonly kind: PageKind | 'text';
  /** Instead of the title that the page gives itself; of a text page its title. */
  readonly title?: LocalText;
  readonly hidden?: boolean;
  readonly landscape?: boolean;
  /** Of a text page: paragraphs, "# " headings, "- " items, and numbers in braces (boundText.ts). */
  readonly text?: LocalText;
};

export type ReportSettings = {
  /** Who publishes the report; stands in the footer. */
  readonly organisation?: string;
  readonly pages: readonly PageSettings[];
};

export const standardPages: readonly PageSettings[] = pageKinds.map((kind) => ({ id: kind, kind }));

/** The pages of a report as they stand in the workbook; a kind that it does not mention follows hidden, so that it can be shown. */
export function pagesOf(settings: ReportSettings | undefined): readonly PageSettings[] {
  if (settings === undefined) return standardPages;
  const missing = standardPages.filter(({ kind }) => !settings.pages.some((page) => page.kind === kind));
  return [...settings.pages, ...missing.map((page): PageSettings => ({ ...page, hidden: true }))];
}
