/**
 * ECharts' own SVG painter, with its parts told apart by place. ECharts makes the words and lines of an axis anew with every
 * change of the data and names each drawn part after the object it came from, so an edit would take most of the drawing out of
 * the page and put the same drawing back: style, layout and paint of all of it, for a few bars that changed. Here a part is
 * named after its place among its like, so that only what differs is written. And a word stands at its own x and y, because
 * to the browser each translation is a piece by itself, painted and put together apart from the rest.
 */
import { SVGRenderer } from 'echarts/renderers';

type Registers = Parameters<typeof SVGRenderer>[0];
type PainterClass = Parameters<Registers['registerPainter']>[1];

/** A part of a drawing, before it is written into the page. */
export type DrawnPart = {
  readonly tag: string;
  key: string;
  readonly attrs: Record<string, string | number | boolean | undefined>;
  children?: readonly DrawnPart[];
};

type SvgPainter = InstanceType<PainterClass> & { renderToVNode(options?: { readonly willUpdate?: boolean }): DrawnPart };
type SvgPainterClass = new (...parts: ConstructorParameters<PainterClass>) => SvgPainter;

const translation = /^translate\((-?[\d.]+) (-?[\d.]+)\)$/;

/** Moves the translation of a word into its place; a turned word keeps its transform. */
function settleWord({ attrs }: DrawnPart): void {
  const found = typeof attrs.transform === 'string' ? translation.exec(attrs.transform) : null;
  if (!found) return;
  delete attrs.transform;
  attrs.x = Number(attrs.x ?? 0) + Number(found[1]);
  attrs.y = Number(attrs.y ?? 0) + Number(found[2]);
}

/** The ground of a word with a line height is drawn even where it has no colour. */
function isSeen({ tag, attrs }: DrawnPart): boolean {
  return tag !== 'path' || attrs.fill !== 'none' || attrs.stroke !== undefined;
}

/** Lets parts cut to one and the same shape share it, those that follow each other in one group: each line brings a shape of its own. */
export function shareClips(drawing: DrawnPart): void {
  const defs = drawing.children?.find((part) => part.tag === 'defs');
  const first = new Map<string, string>();
  const shared = new Map<string, string>();
  for (const { tag, attrs, children } of defs?.children ?? []) {
    if (tag !== 'clipPath') continue;
    const shape = JSON.stringify(children?.map((part) => part.attrs));
    const id = String(attrs.id);
    if (!first.has(shape)) first.set(shape, id);
    shared.set(`url(#${id})`, `url(#${first.get(shape) ?? id})`);
  }
  const kept = new Set(first.values());
  if (defs?.children) defs.children = defs.children.filter(({ tag, attrs }) => tag !== 'clipPath' || kept.has(String(attrs.id)));
  const join = (parent: DrawnPart): void => {
    const joined: DrawnPart[] = [];
    for (const part of parent.children ?? []) {
      const clip = part.attrs['clip-path'];
      if (part.tag === 'g' && clip !== undefined) part.attrs['clip-path'] = shared.get(String(clip)) ?? clip;
      const before = joined.at(-1);
      if (part.tag === 'g' && clip !== undefined && before?.tag === 'g' && before.attrs['clip-path'] === part.attrs['clip-path']) {
        before.children = [...(before.children ?? []), ...(part.children ?? [])];
      } else joined.push(part);
    }
    parent.children = joined;
  };
  drawing.children?.filter((part) => part.tag === 'g').forEach(join);
}

/** Names the parts below a drawing by their place among those of the same tag, leaves out what nobody sees, and puts words in their places. */
export function settleParts(drawing: DrawnPart): void {
  if (!drawing.children) return;
  const counts = new Map<string, number>();
  drawing.children = drawing.children.filter(isSeen);
  for (const part of drawing.children) {
    const at = counts.get(part.tag) ?? 0;
    counts.set(part.tag, at + 1);
    part.key = `${part.tag}-${at}`;
    if (part.tag === 'text') settleWord(part);
    else settleParts(part);
  }
}

/** The SVG renderer to register with ECharts in place of its own. */
export function steadySvg(registers: Registers): void {
  SVGRenderer({
    ...registers,
    registerPainter(type, Painter) {
      // ECharts tells of a painter only what all of them can do; this one draws into parts first.
      const Base = Painter as unknown as SvgPainterClass;
      class SteadyPainter extends Base {
        override renderToVNode(options?: { readonly willUpdate?: boolean }): DrawnPart {
          const drawing = super.renderToVNode(options);
          // A text of its own, for print, is written as it is: nothing comes after it.
          if (options?.willUpdate === true) {
            shareClips(drawing);
            settleParts(drawing);
          }
          return drawing;
        }
      }
      registers.registerPainter(type, SteadyPainter);
    },
  });
}
