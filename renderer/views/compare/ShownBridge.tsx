/** A bridge that was worked out: its sentence, the waterfall, and the table behind it. */
import { CustomChart } from 'echarts/charts';
import { use as register } from 'echarts/core';
import { useMemo } from 'react';
import type { Bridge } from '../../../shared/analysis/bridge.ts';
import type { BridgeEnds } from '../../../shared/analysis/bridgeEnds.ts';
import type { Palette } from '../../../shared/charts/palette.ts';
import { buildWaterfallOption } from '../../../shared/charts/waterfallOption.ts';
import { formatNumber } from '../../../shared/format.ts';
import { bridgeMethodText } from '../../../shared/messages/bridge.ts';
import { bridgeMessages as say } from '../../../shared/messages/compare.ts';
import type { Language } from '../../../shared/messages/phrase.ts';
import { bridgeSheet } from '../../../shared/tables/bridgeSheet.ts';
import { Drawing } from '../../charts/Drawing.tsx';

register([CustomChart]);

type Props = { readonly bridge: Bridge; readonly ends: BridgeEnds; readonly palette: Palette; readonly language: Language };

export function ShownBridge({ bridge, ends, palette, language }: Props) {
  const { rows, decimals, title: sentence, hasErrors } = useMemo(() => bridgeSheet(bridge, ends), [bridge, ends]);
  const title = sentence[language];
  const option = useMemo(() => buildWaterfallOption({ rows, title, palette, language, decimals }), [rows, title, palette, language, decimals]);
  let running = 0;
  return (
    <>
      <div className="caption">
        <h2 className="bridge-title">{title}</h2>
        <p>{bridgeMethodText(bridge.method)[language]}</p>
      </div>
      <Drawing option={option} name="bridge" title={title} language={language} height={rows.length * 27 + 30} />
      <details>
        <summary>{say.table[language]}</summary>
        <table className="figures bridge-table">
          <thead>
            <tr>
              <th scope="col">{say.step[language]}</th>
              <th scope="col">{say.contribution[language]}</th>
              {hasErrors && <th scope="col">{say.error[language]}</th>}
              <th scope="col">{say.running[language]}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              running = row.kind === 'step' ? running + row.printed : row.printed;
              return (
                <tr key={row.id} className={row.kind === 'step' ? '' : 'total'} data-step={row.id}>
                  <th scope="row">{row.name[language]}</th>
                  <td>{formatNumber(row.printed, { decimals, signed: row.kind === 'step' }, language)}</td>
                  {hasErrors && <td>{row.standardError === undefined ? '' : formatNumber(row.standardError, { decimals: decimals + 1 }, language)}</td>}
                  <td>{formatNumber(running, { decimals }, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </>
  );
}
