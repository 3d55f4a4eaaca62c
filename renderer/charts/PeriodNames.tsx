/** The names of the periods below a chart, as words of the page: they stay as they are while the chart above them is drawn anew. */
export type NamesBelow = {
  readonly names: readonly string[];
  /** The margins of the drawing in px. */
  readonly left: number;
  readonly right: number;
  /** True where a period is a band of the axis, false where it is a point of it. */
  readonly bands: boolean;
};

export function PeriodNames({ names, left, right, bands }: NamesBelow) {
  const at = (index: number): number => (bands ? (index + 0.5) / names.length : index / Math.max(1, names.length - 1));
  return (
    <div className="period-names" style={{ left, right }} aria-hidden>
      {names.map((name, index) => (
        <span key={index} style={{ left: `${at(index) * 100}%` }}>
          {name.split('\n').map((line) => (
            <i key={line}>{line}</i>
          ))}
        </span>
      ))}
    </div>
  );
}
