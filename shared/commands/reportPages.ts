/** Which pages the report has: shown or hidden, under which title, in which order, how they lie, and the pages that a person writes. */
import { reportEdits as say } from '../messages/reportEdits.ts';
import { reportMessages } from '../messages/report.ts';
import { longestLogo, marginLimits, pagesOf, type Margins, type PageSettings, type ReportLanguage, type ReportSettings } from '../model/reportSettings.ts';
import type { LocalText, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { isPicture } from '../report/logo.ts';
import type { Command } from './command.ts';
import { freshId } from './freshId.ts';
import type { Phrase } from '../messages/phrase.ts';

const longestText = 20_000;

function settingsOf(workbook: Workbook): ReportSettings {
  return { ...workbook.report, pages: pagesOf(workbook.report) };
}

/** What a page is called: by its own title, else by its kind. */
export function pageName({ title, kind }: PageSettings): Phrase {
  const own = reportMessages.pageTitles[kind];
  return title === undefined || (title.en.trim() === '' && title.zh.trim() === '') ? own : { en: title.en.trim() || own.en, zh: title.zh.trim() || own.zh };
}

function nameIn(workbook: Workbook, id: string): Phrase {
  const page = pagesOf(workbook.report).find((one) => one.id === id);
  return page ? pageName(page) : { en: id, zh: id };
}

function withPages(workbook: Workbook, change: (pages: readonly PageSettings[], at: number) => readonly PageSettings[], id: string): Result<Workbook> {
  const settings = settingsOf(workbook);
  const at = settings.pages.findIndex((page) => page.id === id);
  if (at < 0) return fail('unknown-page', { place: id, values: { id } });
  const pages = change(settings.pages, at);
  return ok(pages === settings.pages ? workbook : { ...workbook, report: { ...settings, pages } });
}

export type PageEdit = { readonly hidden?: boolean; readonly landscape?: boolean; readonly title?: LocalText; readonly text?: LocalText };

/** What an edit leaves of a page; a title without a word is no title. */
function edited(page: PageSettings, edit: PageEdit): PageSettings {
  const { title, hidden, ...rest } = { ...page, ...edit };
  const isTitled = title !== undefined && (title.en.trim() !== '' || title.zh.trim() !== '');
  return { ...rest, ...(isTitled ? { title: { en: title.en.trim(), zh: title.zh.trim() } } : {}), ...(hidden === true ? { hidden } : {}) };
}

/** Fails with `unknown-page`, and with `name-too-long` for a text of more than 20,000 letters. */
export const editReportPage: Command<{ readonly id: string } & PageEdit> = {
  name: 'edit-report-page',
  label: (workbook, { id, hidden }) => (hidden === undefined ? say.edited(nameIn(workbook, id)) : hidden ? say.hid(nameIn(workbook, id)) : say.showed(nameIn(workbook, id))),
  run(workbook, { id, ...edit }) {
    if (Math.max(edit.text?.en.length ?? 0, edit.text?.zh.length ?? 0) > longestText) return fail('name-too-long', { values: { limit: longestText } });
    return withPages(workbook, (pages, at) => pages.map((page, place) => (place === at ? edited(page, edit) : page)), id);
  },
};

export const moveReportPage: Command<{ readonly id: string; readonly by: number }> = {
  name: 'move-report-page',
  label: (workbook, { id, by }) => say.moved(nameIn(workbook, id), by),
  run: (workbook, { id, by }) =>
    withPages(
      workbook,
      (pages, at) => {
        const to = Math.min(pages.length - 1, Math.max(0, at + by));
        const page = pages[at];
        if (to === at || !page) return pages;
        const others = pages.filter((_, place) => place !== at);
        return [...others.slice(0, to), page, ...others.slice(to)];
      },
      id,
    ),
};

export const addReportPage: Command<{ readonly title: LocalText }> = {
  name: 'add-report-page',
  label: (_workbook, { title }) => say.added(title),
  run(workbook, { title }) {
    const settings = settingsOf(workbook);
    const id = freshId(title.en, 'page', Object.fromEntries(settings.pages.map((page) => [page.id, page])));
    return ok({ ...workbook, report: { ...settings, pages: [...settings.pages, { id, kind: 'text', title, text: { en: '', zh: '' } }] } });
  },
};

/** Only pages that a person wrote can be removed; the others are hidden. */
export const removeReportPage: Command<{ readonly id: string }> = {
  name: 'remove-report-page',
  label: (workbook, { id }) => say.removed(nameIn(workbook, id)),
  run: (workbook, { id }) => withPages(workbook, (pages, at) => (pages[at]?.kind === 'text' ? pages.filter((_, place) => place !== at) : pages), id),
};

export const setReportOrganisation: Command<{ readonly organisation: string }> = {
  name: 'set-report-organisation',
  label: (_workbook, { organisation }) => say.organisation(organisation.trim()),
  run(workbook, { organisation }) {
    const name = organisation.trim();
    if (name.length > 120) return fail('name-too-long', { values: { limit: 120 } });
    if (name === (workbook.report?.organisation ?? '')) return ok(workbook);
    const { organisation: _before, ...settings } = settingsOf(workbook);
    return ok({ ...workbook, report: name === '' ? settings : { ...settings, organisation: name } });
  },
};

type Setup = { readonly logo?: string | null; readonly margins?: Margins | null; readonly language?: ReportLanguage | null };

/** Sets some parts of the page setup; null removes one. */
function withSetup(workbook: Workbook, change: Setup): Result<Workbook> {
  const { logo: hadLogo, margins: hadMargins, language: hadLanguage, ...rest } = settingsOf(workbook);
  const { logo = null, margins = null, language = null }: Setup = { logo: hadLogo ?? null, margins: hadMargins ?? null, language: hadLanguage ?? null, ...change };
  if (logo === (hadLogo ?? null) && margins === (hadMargins ?? null) && language === (hadLanguage ?? null)) return ok(workbook);
  return ok({ ...workbook, report: { ...rest, ...(logo === null ? {} : { logo }), ...(margins === null ? {} : { margins }), ...(language === null ? {} : { language }) } });
}

/** The picture as a data URL, null for none. Fails with `logo-not-picture`, which says how large it may be. */
export const setReportLogo: Command<{ readonly logo: string | null }> = {
  name: 'set-report-logo',
  label: (_workbook, { logo }) => (logo === null ? say.noLogo : say.logo),
  run: (workbook, { logo }) => (logo !== null && !isPicture(logo) ? fail('logo-not-picture', { values: { limit: Math.floor((longestLogo * 3) / 4000) } }) : withSetup(workbook, { logo })),
};

/** mm; null for the standard ones. Fails with `margin-outside` and the limits of the one that does not fit. */
export const setReportMargins: Command<{ readonly margins: Margins | null }> = {
  name: 'set-report-margins',
  label: (_workbook, { margins }) => say.margins(margins === null ? '' : `${margins.top}/${margins.side}/${margins.bottom}`),
  run(workbook, { margins }) {
    for (const side of margins === null ? [] : (['top', 'side', 'bottom'] as const)) {
      const { least, most } = marginLimits[side];
      if (margins && !(margins[side] >= least && margins[side] <= most)) return fail('margin-outside', { values: { least, most } });
    }
    const before = workbook.report?.margins;
    const isSame = margins !== null && before !== undefined && before.top === margins.top && before.side === margins.side && before.bottom === margins.bottom;
    return isSame ? ok(workbook) : withSetup(workbook, { margins });
  },
};

/** Null for the language of the window. */
export const setReportLanguage: Command<{ readonly language: ReportLanguage | null }> = {
  name: 'set-report-language',
  label: (_workbook, { language }) => say.language(language),
  run: (workbook, { language }) => withSetup(workbook, { language }),
};

/** Every page in the standard order again, without those that a person wrote. */
export const resetReport: Command<Record<never, never>> = {
  name: 'reset-report',
  label: () => say.reset,
  run(workbook) {
    if (workbook.report === undefined) return ok(workbook);
    const { report: _report, ...rest } = workbook;
    return ok(rest);
  },
};
