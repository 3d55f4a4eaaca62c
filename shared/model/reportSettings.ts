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

/** From the edges of the sheet to what stands on it, mm; header and footer lie in the upper and lower margin. */
export type Margins = { readonly top: number; readonly side: number; readonly bottom: number };

export const standardMargins: Margins = { top: 22, side: 14, bottom: 17 };

/** Less has no room for header and footer, or is nothing that a printer reaches; more leaves none for the page. mm */
export const marginLimits: Readonly<Record<keyof Margins, { readonly least: number; readonly most: number }>> = {
  top: { least: 14, most: 50 },
  side: { least: 8, most: 40 },
  bottom: { least: 12, most: 50 },
};

/** Characters of a data URL, which is a third longer than the picture: 300 kB. */
export const longestLogo = 400_000;

export const reportLanguages = ['en', 'zh', 'both'] as const;
/** `both`: every page in English, and then every page in Chinese. */
export type ReportLanguage = (typeof reportLanguages)[number];

export type ReportSettings = {
  /** Who publishes the report; stands in the footer. */
  readonly organisation?: string;
  /** A picture of the publisher, as a data URL; stands in the header of every sheet. */
  readonly logo?: string;
  readonly margins?: Margins;
  /** The language of the window without it. */
  readonly language?: ReportLanguage;
  readonly pages: readonly PageSettings[];
};

export const standardPages: readonly PageSettings[] = pageKinds.map((kind) => ({ id: kind, kind }));

/** The pages of a report as they stand in the workbook; a kind that it does not mention follows hidden, so that it can be shown. */
export function pagesOf(settings: ReportSettings | undefined): readonly PageSettings[] {
  if (settings === undefined) return standardPages;
  const missing = standardPages.filter(({ kind }) => !settings.pages.some((page) => page.kind === kind));
  return [...settings.pages, ...missing.map((page): PageSettings => ({ ...page, hidden: true }))];
}
