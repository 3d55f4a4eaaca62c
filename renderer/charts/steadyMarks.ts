/**
 * ECharts' own marks over a chart (the shaded forecast, the line at zero, the numbers of events), left as they are drawn while
 * nothing they stand on has changed. ECharts makes them anew with every change of the data, which takes longer than the bars
 * and lines the change is about.
 */
import { MarkAreaComponent, MarkLineComponent } from 'echarts/components';

type Registers = Parameters<typeof MarkLineComponent>[0];
type ViewClass = Parameters<Registers['registerComponentView']>[0];

/** What is asked of an axis: its scale, from where to where it reaches, and the names along it. */
type MarkedAxis = { readonly scale: { getExtent(): readonly number[] }; readonly model: { get(name: 'data'): unknown } };
type MarkedSeries = {
  readonly id: string;
  get(name: string, ignoreParent: true): unknown;
  readonly coordinateSystem?: { getArea(): object; getAxis(dim: 'x' | 'y'): MarkedAxis };
};
type MarkedModel = { eachSeries(each: (series: MarkedSeries) => void): void };

/** All that the marks of a kind are made of, as a text: the marks themselves, the box they stand in, and the axes they are placed by. */
export function marksText(kind: string, model: MarkedModel): string {
  const parts: unknown[] = [];
  model.eachSeries((series) => {
    const marks = series.get(kind, true);
    const { coordinateSystem: box } = series;
    if (marks === undefined || marks === null || !box) return;
    const { x, y, width, height } = box.getArea() as Readonly<Record<string, unknown>>;
    const text = JSON.stringify(marks);
    const across = box.getAxis('x');
    parts.push(series.id, text, x, y, width, height, across.scale.getExtent(), across.model.get('data'));
    // Marks of months alone reach from edge to edge, whatever the values are.
    if (text.includes('"yAxis"')) parts.push(box.getAxis('y').scale.getExtent());
  });
  return JSON.stringify(parts);
}

function steady(kind: 'markLine' | 'markArea', install: typeof MarkLineComponent) {
  return (registers: Registers): void =>
    install({
      ...registers,
      registerComponentView(View) {
        const Base = View as unknown as new () => { render(...parts: readonly unknown[]): void };
        class SteadyMarks extends Base {
          private drawn = '';

          override render(...parts: readonly unknown[]): void {
            const text = marksText(kind, parts[1] as MarkedModel);
            if (text === this.drawn) return;
            this.drawn = text;
            super.render(...parts);
          }
        }
        registers.registerComponentView(SteadyMarks as unknown as ViewClass);
      },
    });
}

/** The marks to register with ECharts in place of its own. */
export const steadyMarkLine = steady('markLine', MarkLineComponent);
export const steadyMarkArea = steady('markArea', MarkAreaComponent);
