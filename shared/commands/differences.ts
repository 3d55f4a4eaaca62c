/**
 * The differences of a scenario or a package, one by one: written with any of their operations, noted, taken back. An edit in a
 * grid writes them too (setCell); here stands what a list of differences does.
 */
import { notedDifference, revertedDifferences, wroteDifference } from '../messages/scenarioCommands.ts';
import { pathName } from '../messages/names.ts';
import type { Phrase } from '../messages/phrase.ts';
import { describePath, isPeriodOf } from '../model/paths.ts';
import type { LocalText, Overlay, PackageId, ScenarioId, SourceId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Command } from './command.ts';
import { competing, competingIn } from './competing.ts';
import { findPackage, packageName } from './packages.ts';
import { findScenario, scenarioName, withScenario } from './scenarios.ts';

/** Whose difference it is. */
export type DifferenceOwner = { readonly kind: 'scenario'; readonly id: ScenarioId } | { readonly kind: 'package'; readonly id: PackageId };

type Overlays = Readonly<Record<string, Overlay>>;

function ownerName(workbook: Workbook, { kind, id }: DifferenceOwner): Phrase {
  return kind === 'scenario' ? scenarioName(workbook, id) : packageName(workbook, id);
}

/** The root has no differences: its numbers are the workbook's own. */
function overlaysOf(workbook: Workbook, owner: DifferenceOwner): Result<Overlays> {
  const found = owner.kind === 'scenario' ? findScenario(workbook, owner.id) : findPackage(workbook, owner.id);
  if (!found.ok) return found;
  const { value } = found;
  if ('parent' in value && value.parent === null) return fail('scenario-root', { place: owner.id, values: { name: value.name.en, nameZh: value.name.zh } });
  return ok(value.overlays);
}

function withOverlays(workbook: Workbook, { kind, id }: DifferenceOwner, overlays: Overlays): Workbook {
  if (kind === 'scenario') {
    const found = findScenario(workbook, id);
    return found.ok ? withScenario(workbook, id, { ...found.value, overlays }) : workbook;
  }
  const found = findPackage(workbook, id);
  return found.ok ? { ...workbook, packages: { ...workbook.packages, [id]: { ...found.value, overlays } } } : workbook;
}

function checkOverlay(workbook: Workbook, overlay: Overlay): Result<null> {
  const spec = describePath(workbook, overlay.path);
  const place = overlay.path;
  if (!spec) return fail('unknown-path', { place, values: { path: overlay.path } });
  const wrong = overlay.periods.find((period) => !isPeriodOf(spec.kind, period));
  if (wrong !== undefined) return fail('period-not-allowed', { place: `${place}@${wrong}`, values: { period: wrong } });
  const { value } = overlay;
  if (value === null) return overlay.op === 'set' && overlay.counterfactual === true ? ok(null) : fail('number-empty', { place });
  if (!Number.isFinite(value)) return fail('value-not-finite', { place });
  if (overlay.op === 'set' && spec.minimum !== undefined && value < spec.minimum) return fail('value-negative', { place, values: { value, minimum: spec.minimum } });
  if (overlay.op === 'set' && spec.maximum !== undefined && value > spec.maximum) return fail('value-above-one', { place, values: { value, maximum: spec.maximum } });
  if (overlay.source !== undefined && !Object.hasOwn(workbook.sources, overlay.source)) return fail('unknown-source', { place, values: { id: overlay.source } });
  return ok(null);
}

/** A key that says what the difference is about, with a number behind it where it is taken. */
function freshKey(overlays: Overlays, { path, periods }: Overlay): string {
  const plain = `${path}@${periods.length === 0 ? 'all' : periods.join('+')}`;
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? plain : `${plain}#${number}`;
    if (!Object.hasOwn(overlays, key)) return key;
  }
}

export type WriteDifferenceArgs = {
  readonly owner: DifferenceOwner;
  /** The difference that it takes the place of; a new one without it. */
  readonly key?: string;
  readonly overlay: Overlay;
};

export const writeDifference: Command<WriteDifferenceArgs> = {
  name: 'write-difference',
  label: (workbook, { owner, overlay }) => wroteDifference(pathName(workbook, overlay.path), ownerName(workbook, owner)),
  run(workbook, { owner, key, overlay }) {
    const before = overlaysOf(workbook, owner);
    if (!before.ok) return before;
    if (key !== undefined && !Object.hasOwn(before.value, key)) return fail('unknown-difference', { place: key, values: { id: key } });
    const checked = checkOverlay(workbook, overlay);
    if (!checked.ok) return checked;
    const overlays = { ...before.value, [key ?? freshKey(before.value, overlay)]: overlay };
    const next = withOverlays(workbook, owner, overlays);
    return competingIn(workbook, overlays) ?? competing(next) ?? ok(next);
  },
};

export type NoteDifferenceArgs = {
  readonly owner: DifferenceOwner;
  readonly key: string;
  /** Null takes it away; left out, it stays. */
  readonly note?: LocalText | null;
  readonly source?: SourceId | null;
};

export const noteDifference: Command<NoteDifferenceArgs> = {
  name: 'note-difference',
  label(workbook, { owner, key }) {
    const overlays = overlaysOf(workbook, owner);
    const path = overlays.ok ? overlays.value[key]?.path : undefined;
    return notedDifference(path === undefined ? { en: key, zh: key } : pathName(workbook, path));
  },
  run(workbook, { owner, key, note, source }) {
    const before = overlaysOf(workbook, owner);
    if (!before.ok) return before;
    const overlay = Object.hasOwn(before.value, key) ? before.value[key] : undefined;
    if (!overlay) return fail('unknown-difference', { place: key, values: { id: key } });
    const { note: oldNote, source: oldSource, ...rest } = overlay;
    const newNote = note === undefined ? oldNote : (note ?? undefined);
    const newSource = source === undefined ? oldSource : (source ?? undefined);
    if (newSource !== undefined && !Object.hasOwn(workbook.sources, newSource)) return fail('unknown-source', { place: key, values: { id: newSource } });
    const isSame = newSource === oldSource && newNote?.en === oldNote?.en && newNote?.zh === oldNote?.zh;
    if (isSame) return ok(workbook);
    const noted: Overlay = { ...rest, ...(newNote === undefined ? {} : { note: newNote }), ...(newSource === undefined ? {} : { source: newSource }) };
    return ok(withOverlays(workbook, owner, { ...before.value, [key]: noted }));
  },
};

/** Takes differences back to what stands below them: those named, or with null all. */
export type RevertDifferencesArgs = { readonly owner: DifferenceOwner; readonly keys: readonly string[] | null };

export const revertDifferences: Command<RevertDifferencesArgs> = {
  name: 'revert-differences',
  label(workbook, { owner, keys }) {
    const overlays = overlaysOf(workbook, owner);
    return revertedDifferences(keys?.length ?? (overlays.ok ? Object.keys(overlays.value).length : 0), ownerName(workbook, owner));
  },
  run(workbook, { owner, keys }) {
    const before = overlaysOf(workbook, owner);
    if (!before.ok) return before;
    const unknown = keys?.find((key) => !Object.hasOwn(before.value, key));
    if (unknown !== undefined) return fail('unknown-difference', { place: unknown, values: { id: unknown } });
    const kept = keys === null ? {} : Object.fromEntries(Object.entries(before.value).filter(([key]) => !keys.includes(key)));
    return ok(Object.keys(kept).length === Object.keys(before.value).length ? workbook : withOverlays(workbook, owner, kept));
  },
};
