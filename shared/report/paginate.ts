/**
 * Cuts the blocks of a page into sheets. What is whole stays whole: a chart with its caption, a row, an item. The head of a table
 * is repeated where the table goes on, a heading stays with what it is over, a table begins and ends with two rows at least, and the notes
 * that a sheet's pieces call for have their room on that sheet. No sheet is empty.
 */

/** A thing that is never cut: its height, the notes it calls for, and whether it must not end a sheet. */
export type Unit = { readonly height: number; readonly notes: readonly string[]; readonly staysWithNext?: boolean };

/** A block of one unit, or of rows under a head. */
export type Flow = { readonly head: number; readonly units: readonly Unit[] };

export type Room = {
  /** CSS pixels that the blocks and the notes of a sheet may take together. */
  readonly height: number;
  /** What the first note of a sheet takes beside its own height. */
  readonly notesHead: number;
  readonly noteHeights: Readonly<Record<string, number>>;
};

/** Units `from` to `to` (not part of it) of a block. */
export type Piece = { readonly block: number; readonly from: number; readonly to: number };

type Atom = { readonly block: number; readonly at: number; readonly unit: Unit };

/** Units that must stand on one sheet, in their order. */
function runsOf(flows: readonly Flow[]): readonly (readonly Atom[])[] {
  const runs: Atom[][] = [];
  let isOpen = false;
  flows.forEach(({ head, units }, block) => {
    units.forEach((unit, at) => {
      const atom = { block, at, unit };
      if (isOpen) runs.at(-1)?.push(atom);
      else runs.push([atom]);
      // A single row under a head looks like a mistake, at the end of a sheet and at the top of the next.
      isOpen = unit.staysWithNext === true || (head > 0 && units.length > 1 && (at === 0 || at === units.length - 2));
    });
  });
  return runs;
}

type Filled = { readonly height: number; readonly notes: ReadonlySet<string>; readonly last: number };

const nothing: Filled = { height: 0, notes: new Set(), last: -1 };

function filledWith(before: Filled, run: readonly Atom[], flows: readonly Flow[], { notesHead, noteHeights }: Room): Filled {
  let { height, last } = before;
  const notes = new Set(before.notes);
  for (const { block, unit } of run) {
    if (block !== last) height += flows[block]?.head ?? 0;
    last = block;
    height += unit.height;
    for (const note of unit.notes) {
      if (notes.has(note)) continue;
      height += (notes.size === 0 ? notesHead : 0) + (noteHeights[note] ?? 0);
      notes.add(note);
    }
  }
  return { height, notes, last };
}

function append(sheet: Piece[], run: readonly Atom[]): void {
  for (const { block, at } of run) {
    const piece = sheet.at(-1);
    if (piece?.block === block && piece.to === at) sheet[sheet.length - 1] = { ...piece, to: at + 1 };
    else sheet.push({ block, from: at, to: at + 1 });
  }
}

/** The pieces on each sheet. What is taller than a sheet has one to itself. */
export function paginate(flows: readonly Flow[], room: Room): readonly (readonly Piece[])[] {
  const sheets: Piece[][] = [];
  let filled = nothing;
  const place = (run: readonly Atom[]): void => {
    const here = filledWith(filled, run, flows, room);
    const sheet = sheets.at(-1);
    if (sheet && here.height <= room.height) {
      append(sheet, run);
      filled = here;
      return;
    }
    const alone = filledWith(nothing, run, flows, room);
    if (alone.height > room.height && run.length > 1) {
      // Too tall to stay together anywhere: then each for itself.
      for (const atom of run) place([atom]);
      return;
    }
    const next: Piece[] = [];
    append(next, run);
    sheets.push(next);
    filled = alone;
  };
  for (const run of runsOf(flows)) place(run);
  return sheets;
}
