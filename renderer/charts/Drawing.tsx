/** A chart without months under the pointer: made once, given new options, resized with its box. */
import { init, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Language } from '../../shared/messages/phrase.ts';
import { CopyChart } from './CopyChart.tsx';
import './register.ts';

type Props = { readonly option: EChartsCoreOption; readonly name: string; readonly title: string; readonly subtitle?: string; readonly height: number; readonly language: Language };

export function Drawing({ option, name, title, subtitle = '', height, language }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, null, { renderer: 'svg' });
    setChart(made);
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      made.dispose();
      setChart(null);
    };
  }, []);
  useLayoutEffect(() => {
    chart?.setOption(option, { notMerge: true });
    chart?.resize();
  }, [chart, option, height]);
  return (
    <div className="chart" data-chart={name} style={{ height }}>
      <div className="drawing" ref={box} role="img" aria-label={title} />
      {chart && <CopyChart language={language} title={title} subtitle={subtitle} option={option} size={() => ({ width: chart.getWidth(), height: chart.getHeight() })} />}
    </div>
  );
}
