/** Units as they stand behind numbers: the names of the product in both languages and a few usual others. */
import { unitNames } from '../messages/units.ts';
import { plainText } from '../tables/numberText.ts';
import { units, type UnitId } from '../model/unit.ts';

const others: Readonly<Record<string, UnitId>> = {
  tonne: 't',
  tonnes: 't',
  公吨: 't',
  vehicle: 'vehicle',
  unit: 'unit',
  'kg/MW': 'kgPerMW',
  '公斤/辆': 'kgPerVehicle',
  'kg/辆': 'kgPerVehicle',
  'kg/台': 'kgPerUnit',
  '元/公斤': 'yuanPerKg',
  '元/kg': 'yuanPerKg',
  'CNY/kg': 'yuanPerKg',
  'RMB/kg': 'yuanPerKg',
  日: 'days',
  月: 'months',
};

/** What no number is followed by. */
const wordless: ReadonlySet<UnitId> = new Set(['choice', 'switch', 'ratio', 'weight']);

const known: ReadonlyMap<string, UnitId> = new Map([
  ...(Object.keys(units) as UnitId[]).filter((unit) => !wordless.has(unit)).flatMap((unit) => [unitNames[unit].en, unitNames[unit].zh].map((word) => [plainText(word), unit] as const)),
  ...Object.entries(others).map(([word, unit]) => [word, unit] as const),
]);

/** The unit that a word names; null where it names none. */
export function unitOfWord(word: string): UnitId | null {
  return known.get(word) ?? null;
}
