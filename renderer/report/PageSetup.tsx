/** What holds for every page of the report: who publishes it, in which language, between which margins, under which logo. */
import { setReportLanguage, setReportLogo, setReportMargins, setReportOrganisation } from '../../shared/commands/reportPages.ts';
import type { Language } from '../../shared/messages/phrase.ts';
import { reportLanguageNames, reportPanel as say } from '../../shared/messages/reportEdits.ts';
import { reportLanguages, standardMargins, type Margins } from '../../shared/model/reportSettings.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { DraftField } from '../dialogs/DraftField.tsx';
import type { Session } from '../store/session.ts';
import { readPicture } from './readPicture.ts';

type Props = { readonly workbook: Workbook; readonly language: Language; readonly run: Session['run'] };

const sides = ['top', 'side', 'bottom'] as const;

function isStandard(margins: Margins): boolean {
  return sides.every((side) => margins[side] === standardMargins[side]);
}

export function PageSetup({ workbook, language, run }: Props) {
  const { organisation = '', logo, margins = standardMargins, language: chosen } = workbook.report ?? {};
  const setMargin = (side: keyof Margins, text: string): void => {
    const next = { ...margins, [side]: Number(text.replace(',', '.')) };
    run(setReportMargins, { margins: isStandard(next) ? null : next });
  };
  const chooseLogo = async (): Promise<void> => {
    const picture = await readPicture();
    if (picture !== null) run(setReportLogo, { logo: picture });
  };
  return (
    <details className="page-setup">
      <summary>{say.setup[language]}</summary>
      <label>
        {say.organisation[language]}
        <DraftField label={say.organisation[language]} value={organisation} onCommit={(name) => run(setReportOrganisation, { organisation: name })} />
      </label>
      <label>
        {say.language[language]}
        <select className="field" value={chosen ?? ''} onChange={({ target }) => run(setReportLanguage, { language: reportLanguages.find((one) => one === target.value) ?? null })}>
          <option value="">{say.windowLanguage[language]}</option>
          {reportLanguages.map((one) => (
            <option key={one} value={one}>
              {reportLanguageNames[one][language]}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{say.margins[language]}</legend>
        {sides.map((side) => (
          <label key={side}>
            {say.marginNames[side][language]}
            <DraftField label={`${say.margins[language]}: ${say.marginNames[side][language]}`} value={String(margins[side])} onCommit={(text) => setMargin(side, text)} />
          </label>
        ))}
      </fieldset>
      <div className="logo">
        <span>{say.logo[language]}</span>
        {logo !== undefined && <img src={logo} alt={say.logo[language]} />}
        <button type="button" className="button" title={say.logoHint[language]} onClick={() => void chooseLogo()}>
          {say.chooseLogo[language]}
        </button>
        {logo !== undefined && (
          <button type="button" className="sign" aria-label={say.removeLogo[language]} title={say.removeLogo[language]} onClick={() => run(setReportLogo, { logo: null })}>
            ×
          </button>
        )}
      </div>
    </details>
  );
}
