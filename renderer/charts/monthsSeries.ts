/** A series of ECharts that draws all bars, bands and lines of a chart over months at once. What it draws is kept and given new places with an edit. */
import type { BarChart } from 'echarts/charts';
import { ChartView, graphic, helper, SeriesModel } from 'echarts/core';
import { barBox, drawBand, drawLine, inSteps, stackHeights, type Pen, type Points, type Values } from '../../shared/charts/monthShapes.ts';
import type { BarPart, LinePart, Part, ScaleLooks } from './monthsOption.ts';

type Registers = Parameters<typeof BarChart>[0];
/** What a group takes: its own types leave out that a field may be undefined. */
type GroupMember = Parameters<ChartView['group']['add']>[0];
type Displayed = InstanceType<typeof graphic.Rect> | InstanceType<typeof graphic.Line> | InstanceType<typeof graphic.Text> | InstanceType<typeof Way>;

type Axis = { toGlobalCoord(at: number): number; dataToCoord(value: number): number; getBandWidth(): number; getExtent(): readonly number[]; readonly scale: { getExtent(): readonly number[]; getTicks(): readonly { readonly value: number }[] } };
type Box = { getAxis(dim: 'x' | 'y'): Axis; clampData(value: number[]): number[]; dataToPoint(value: number[]): number[] };

/** What the series asks of its model: its own parts, and the style of words that the whole chart has. */
type Drawn = { readonly option: { parts(): readonly Part[]; readonly scale: ScaleLooks | null }; readonly coordinateSystem: Box; readonly ecModel: { get(name: 'textStyle'): { readonly fontFamily?: string } } };

class MonthsModel extends SeriesModel {
  static type = 'series.months';
  static defaultOption = { coordinateSystem: 'cartesian2d' };
  override type = MonthsModel.type;
  /** What is drawn says itself whether it lies under the marks or over them. */
  override preventAutoZ = true;

  override getInitialData() {
    return helper.createList(this);
  }

  /** Where a mark stands: among bars the shaded ground begins and ends with the room of a month, not in the middle of it. */
  override getMarkerPosition(value: number[], dims?: readonly string[], fromEdge?: boolean): number[] {
    const { coordinateSystem: box, option } = this as unknown as Drawn;
    const [x = NaN, y = NaN] = box.dataToPoint(box.clampData(value));
    if (fromEdge !== true || !dims || !option.parts().some(({ type }) => type === 'bar')) return [x, y];
    const half = box.getAxis('x').getBandWidth() / 2;
    return [dims[0] === 'x1' ? x + half : x - half, y];
  }
}

/** A line, or with something under it the ground between the two. */
const Way = graphic.extendShape({
  type: 'way',
  shape: { points: [] as Points, under: null as Points | null },
  buildPath(pen, { points, under }: { readonly points: Points; readonly under: Points | null }) {
    if (under === null) drawLine(pen as Pen, points);
    else drawBand(pen as Pen, points, under);
  },
});

/** Layers: the shaded forecast lies over the axis and under the numbers. */
const [axisLayer, valuesLayer] = [0, 2];
/** Between the words of the value axis and the drawing, in px. */
const wordsDistance = 8;

function samePoints(a: Points | null, b: Points | null): boolean {
  return a === b || (a !== null && b !== null && a.length === b.length && a.every((value, at) => Object.is(value, b[at])));
}

/** Places in the drawing. */
class Place {
  private readonly across: Axis;
  private readonly up: Axis;
  readonly ground: number;

  constructor(box: Box) {
    this.across = box.getAxis('x');
    this.up = box.getAxis('y');
    const [least = 0, most = 0] = this.up.scale.getExtent();
    this.ground = least > 0 ? least : most < 0 ? most : 0;
  }

  x(at: number): number {
    return this.across.toGlobalCoord(this.across.dataToCoord(at));
  }

  y(value: number): number {
    return this.up.toGlobalCoord(this.up.dataToCoord(value));
  }

  /** The width of a bar given as a share of what a month has. */
  barWidth(share: string): number {
    return (Number.parseFloat(share) / 100) * this.across.getBandWidth();
  }

  /** The left and the right edge of the drawing. */
  edges(): readonly [number, number] {
    const [left = 0, right = 0] = this.across.getExtent();
    return [this.across.toGlobalCoord(left), this.across.toGlobalCoord(right)];
  }

  /** The numbers along the value axis. */
  ticks(): readonly number[] {
    return this.up.scale.getTicks().map(({ value }) => value);
  }

  points(values: Values): Points {
    return values.flatMap((value, at) => [this.x(at), value === null ? NaN : this.y(value)]);
  }

  /** What a band stands on: the one below it, or the ground. */
  under(heights: Values): Points {
    return heights.flatMap((value, at) => [this.x(at), this.y(value ?? this.ground)]);
  }
}

class MonthsView extends ChartView {
  static type = 'months';
  override readonly type = MonthsView.type;
  private names = '';
  private readonly drawn = new Map<string, Displayed>();

  override render(...given: Parameters<ChartView['render']>): void {
    const model = given[0] as unknown as Drawn;
    const { scale } = model.option;
    const parts = model.option.parts();
    const place = new Place(model.coordinateSystem);
    const ticks = scale === null ? [] : place.ticks();
    const names = [ticks.length, ...parts.map(({ type, id, data }) => `${type} ${id} ${type === 'bar' ? data.length : ''}`)].join('|');
    // Other parts, or others in front: everything is laid anew, in the order in which it covers each other.
    if (names !== this.names) {
      this.group.removeAll();
      this.drawn.clear();
      this.names = names;
    }
    const lines = parts.filter((part) => part.type === 'line');
    const heights = stackHeights(lines.map(({ stack, data }) => ({ ...(stack === undefined ? {} : { stack }), values: data })));
    const { fontFamily = '' } = model.ecModel.get('textStyle');
    if (scale !== null) this.drawScale(ticks, scale, place, fontFamily);
    for (const part of parts) {
      if (part.type === 'bar') this.drawBars(part, place);
      else this.drawLine(part, heights[lines.indexOf(part)] ?? { over: part.data, under: null }, place, fontFamily);
    }
  }

  /** The element of a name, made where it is not there yet. */
  private element<T extends Displayed>(name: string, make: () => T): T {
    const found = this.drawn.get(name);
    if (found) return found as T;
    const made = make();
    this.drawn.set(name, made);
    this.group.add(made as GroupMember);
    return made;
  }

  private drawScale(ticks: readonly number[], { line, words, format }: ScaleLooks, place: Place, fontFamily: string): void {
    const [left, right] = place.edges();
    ticks.forEach((value, at) => {
      const y = place.y(value);
      const drawn = this.element(`line ${at}`, () => new graphic.Line({ silent: true, z: axisLayer, subPixelOptimize: true }));
      drawn.setShape({ x1: left, x2: right, y1: y, y2: y });
      drawn.useStyle({ fill: 'none', stroke: line, lineWidth: 1 });
      const word = this.element(`number ${at}`, () => new graphic.Text({ silent: true, z: axisLayer, z2: 10 }));
      const text = format(value);
      // A word that is told its style is made and measured anew.
      if (word.style.text !== text || word.style.fill !== words) word.useStyle({ text, fill: words, fontFamily, fontSize: 12, align: 'right', verticalAlign: 'middle' });
      word.attr({ x: left - wordsDistance, y });
    });
  }

  private drawBars({ id, data, barWidth }: BarPart, place: Place): void {
    const width = place.barWidth(barWidth);
    const ground = place.y(0);
    data.forEach(({ value, itemStyle }, at) => {
      const bar = this.element(`${id} ${at}`, () => {
        const made = new graphic.Rect({ z: valuesLayer });
        helper.enableHoverEmphasis(made as GroupMember);
        return made;
      });
      bar.ignore = value === null;
      if (value === null) return;
      const { color, borderColor, borderWidth = 0 } = itemStyle;
      bar.setShape(barBox(place.x(at) - width / 2, width, ground, place.y(value), borderColor === undefined ? 0 : borderWidth));
      bar.useStyle(borderColor === undefined ? { fill: color } : { fill: color, stroke: borderColor, lineWidth: borderWidth });
    });
  }

  private drawLine({ id, step, lineStyle, areaStyle, endLabel }: LinePart, { over, under }: { readonly over: Values; readonly under: Values | null }, place: Place, fontFamily: string): void {
    const way = (kind: 'band' | 'line', points: Points, ground: Points | null): InstanceType<typeof Way> => {
      // No band covers a line.
      const made = this.element(`${id} ${kind}`, () => new Way({ shape: { points: [], under: null }, silent: true, z: valuesLayer, z2: kind === 'line' ? 10 : 0 }));
      if (!samePoints(made.shape['points'] as Points, points) || !samePoints(made.shape['under'] as Points | null, ground)) made.setShape({ points, under: ground });
      return made;
    };
    const points = place.points(over);
    if (areaStyle) way('band', points, place.under(under ?? over.map(() => null))).useStyle({ fill: areaStyle.color, opacity: areaStyle.opacity, lineJoin: 'bevel' });
    const line = way('line', step === 'middle' ? inSteps(points) : points, null);
    line.useStyle({ fill: 'none', stroke: lineStyle.color ?? '#000', lineWidth: lineStyle.width ?? 2, lineJoin: 'bevel', ...(lineStyle.type ? { lineDash: [...lineStyle.type] } : {}) });
    const last = over.findLastIndex((value) => value !== null);
    if (endLabel?.show !== true || last < 0) return line.removeTextContent();
    const word = line.getTextContent() ?? new graphic.Text({ z: valuesLayer, z2: 200 });
    const { color, fontSize, fontWeight, lineHeight, width } = endLabel;
    word.useStyle({
      text: endLabel.formatter,
      fill: color,
      fontFamily,
      fontSize,
      width,
      overflow: 'truncate',
      align: 'left',
      verticalAlign: 'middle',
      ...(fontWeight === undefined ? {} : { fontWeight }),
      ...(lineHeight === undefined ? {} : { lineHeight }),
    });
    word.attr({ x: (points[last * 2] ?? 0) + endLabel.distance, y: points[last * 2 + 1] ?? 0 });
    if (line.getTextContent() !== word) line.setTextContent(word);
  }
}

/** The series to register with ECharts. */
export function monthsSeries(registers: Registers): void {
  registers.registerSeriesModel(MonthsModel);
  registers.registerChartView(MonthsView);
}
