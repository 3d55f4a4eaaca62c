/** Where the oxide of a year comes from and where it goes, as a Sankey diagram; what returns as scrap enters on the left again. */
import type { EChartsCoreOption } from 'echarts/core';
import { formatNumber } from '../format.ts';
import type { Language, Phrase } from '../messages/phrase.ts';
import type { Palette } from './palette.ts';

/** t oxide equivalent; what enters and what leaves the stage in the middle. */
export type MaterialFlow = {
  readonly middle: Phrase;
  readonly sources: readonly { readonly name: Phrase; readonly tonnes: number }[];
  readonly uses: readonly { readonly name: Phrase; readonly tonnes: number }[];
};

/** Flows that are nothing are not drawn. */
export function buildMaterialFlowOption({ middle, sources, uses }: MaterialFlow, palette: Palette, language: Language, title: string): EChartsCoreOption {
  const drawn = (list: MaterialFlow['sources']) => list.filter(({ tonnes }) => tonnes > 0);
  const [entering, leaving] = [drawn(sources), drawn(uses)];
  const total = entering.reduce((sum, { tonnes }) => sum + tonnes, 0);
  const inColors = [palette.series[0], palette.series[2], palette.otherDomestic];
  const outColors = [palette.surplus, palette.shortage, palette.series[2], palette.series[3], palette.otherDomestic];
  const label = (name: Phrase, tonnes: number, position: 'left' | 'right' | 'inside') => ({
    position: position === 'inside' ? ('right' as const) : position,
    color: palette.ink,
    fontFamily: 'Inter, "Noto Sans SC", sans-serif',
    fontSize: 10.5,
    lineHeight: 13,
    formatter: `${name[language]}\n${formatNumber(tonnes, { decimals: 0 }, language)}`,
  });
  return {
    animation: false,
    aria: { enabled: true, label: { description: title } },
    textStyle: { fontFamily: 'Inter, "Noto Sans SC", sans-serif', fontSize: 10.5, color: palette.ink },
    series: [
      {
        id: 'flow',
        type: 'sankey',
        left: 170,
        right: 190,
        top: 12,
        bottom: 12,
        nodeWidth: 10,
        nodeGap: 16,
        layoutIterations: 0,
        draggable: false,
        silent: true,
        lineStyle: { color: 'source', opacity: 0.28, curveness: 0.5 },
        data: [
          ...entering.map(({ name, tonnes }, at) => ({ name: `in-${at}`, depth: 0, itemStyle: { color: inColors[at] ?? palette.muted }, label: label(name, tonnes, 'left') })),
          { name: 'middle', depth: 1, itemStyle: { color: palette.ink }, label: label(middle, total, 'inside') },
          ...leaving.map(({ name, tonnes }, at) => ({ name: `out-${at}`, depth: 2, itemStyle: { color: outColors[at] ?? palette.muted }, label: label(name, tonnes, 'right') })),
        ],
        links: [
          ...entering.map(({ tonnes }, at) => ({ source: `in-${at}`, target: 'middle', value: tonnes })),
          ...leaving.map(({ tonnes }, at) => ({ source: 'middle', target: `out-${at}`, value: tonnes, lineStyle: { color: outColors[at] ?? palette.muted } })),
        ],
      },
    ],
  };
}
