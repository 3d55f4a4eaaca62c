/** The report as one text of HTML that needs nothing beside it and asks nothing of a network. Its own policy lets nothing in and nothing out. */
import { sentScript } from './sentScript.ts';

export type SentScenario = { readonly id: string; readonly name: string; /** The pages, as they stand in the document. */ readonly html: string };

export type SentPage = {
  readonly title: string;
  /** en, zh-CN. */
  readonly language: string;
  /** Says what the buttons switch between. */
  readonly switchLabel: string;
  readonly scenarios: readonly SentScenario[];
  /** Style rules of the pages, their sizes in print, and the fonts. */
  readonly styles: string;
};

const frame = `
body{margin:0;background:#f1f0ec}
.switch{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:6px;align-items:center;padding:8px 16px;background:#fff;border-bottom:1px solid #d8d6cf;font:13px/1.4 Inter,"Noto Sans SC",sans-serif;color:#1b1d21}
.switch b{margin-right:10px;font-weight:600}
.switch button{padding:3px 10px;border:1px solid #d8d6cf;border-radius:4px;background:#fff;color:inherit;font:inherit;cursor:pointer}
.switch button[aria-checked=true]{background:#1b1d21;border-color:#1b1d21;color:#fff}
.switch button:focus-visible,figure:focus-visible{outline:2px solid #3a56b8;outline-offset:1px}
.report{width:max-content;margin:16px auto}
.report[hidden]{display:none}
.report .page{margin-bottom:16px}
.report figure[data-hover]{position:relative;overflow:visible}
.hover-band{position:absolute;background:rgba(58,86,184,.12);pointer-events:none}
.hover-readout{position:absolute;z-index:1;display:grid;gap:1px;padding:5px 8px;background:#fff;border:1px solid #8b8f96;font:11px/1.4 Inter,"Noto Sans SC",sans-serif;font-variant-numeric:tabular-nums;color:#1b1d21;pointer-events:none;white-space:nowrap}
.hover-readout span{display:flex;justify-content:space-between;gap:14px}
.hover-readout em{font-style:normal;font-weight:600}
@media print{body{background:#fff}.switch,.hover-band,.hover-readout{display:none}.report{width:auto;margin:0}.report .page{margin:0}}`;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes));
}

export async function sentPage({ title, language, switchLabel, scenarios, styles }: SentPage): Promise<string> {
  const script = `(${sentScript.toString()})();`;
  const policy = ["default-src 'none'", `script-src 'sha256-${await hashOf(script)}'`, "style-src 'unsafe-inline'", 'img-src data:', 'font-src data:', "base-uri 'none'", "form-action 'none'"].join('; ');
  const buttons = scenarios.map(({ id, name }, at) => `<button type="button" role="radio" value="${escaped(id)}" aria-checked="${at === 0}" tabindex="${at === 0 ? 0 : -1}">${escaped(name)}</button>`);
  const pages = scenarios.map(({ id, html }, at) => `<div class="report" data-scenario="${escaped(id)}"${at === 0 ? '' : ' hidden'}>${html}</div>`);
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="Lodestone">',
    `<title>${escaped(title)}${scenarios[0] ? ` — ${escaped(scenarios[0].name)}` : ''}</title>`,
    `<style>${styles}${frame}</style>`,
    '</head>',
    `<body data-title="${escaped(title)}">`,
    ...(scenarios.length > 1 ? [`<nav class="switch"><b>${escaped(title)}</b><span role="radiogroup" aria-label="${escaped(switchLabel)}">${buttons.join('\n')}</span></nav>`] : []),
    `<main>${pages.join('\n')}</main>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
