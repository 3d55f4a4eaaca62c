import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/commands/command.ts';
import { ownSourceId } from '../../shared/commands/events.ts';
import { orderedIds } from '../../shared/commands/ordering.ts';
import { commands } from '../../shared/commands/registry.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { recordStep, startHistory, undoStep } from '../../shared/history.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { computeBalance, yearTotal } from '../../shared/model/computeBalance.ts';
import type { IsoDate, Month } from '../../shared/model/period.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import type { Result } from '../../shared/result.ts';
import { emptyWorkbook } from '../../shared/sample/emptyWorkbook.ts';
import { expectClose } from '../support/close.ts';
import { deepFreeze } from '../support/deepFreeze.ts';
import { done, refusal } from '../support/results.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const both = (text: string) => ({ en: text, zh: text });

/** The sample with something of everything: technologies in a sector, an expansion, and a vintage and a claim that point into them. */
function furnished(): Workbook {
  const sample = shippedWorkbook();
  let next: Workbook = { ...sample, asOf: '2025-05-29' as IsoDate, expansions: {}, claims: {}, vintages: {}, vintage: null };
  next = done(commands.addTechnology.run(next, { sector: 'nev', name: both('Induction motor') }));
  next = done(commands.addTechnology.run(next, { sector: 'nev', name: both('Permanent-magnet motor') }));
  next = done(commands.addTechnology.run(next, { sector: 'nev', name: both('Hybrid') }));
  next = done(commands.addExpansion.run(next, { name: both('Baotou'), start: '2025-06', tonnes: 500 }));
  next = done(commands.addExpansion.run(next, { name: both('Ganzhou'), start: '2025-09', tonnes: 300 }));
  next = done(commands.addPackage.run(next, { name: both('Diversion'), from: { scenario: 'prolongedControl', keys: ['exports/diversionRate@all'] } }));
  for (const year of ['2024', '2025', '2026']) {
    next = done(commands.setCell.run(next, { scenario: 'base', path: 'sectors/nev/technologies/permanentMagnetMotor/share', period: year, value: 0.9 }));
    next = done(commands.setCell.run(next, { scenario: 'base', path: 'sectors/nev/technologies/hybrid/share', period: year, value: 0.06 }));
  }
  next = done(commands.addReportPage.run(next, { title: both('Outlook') }));
  const overlay = (path: string, value: number) => ({ path, periods: [], op: 'set', value }) as const;
  const claim = { metric: both('Production'), path: 'sectors/nev/volume', period: '2025', value: 16_000_000, unit: 'vehicle', state: 'forecast', source: 'SEED', locator: 'p. 1', known: '2025-05-01' as IsoDate } as const;
  return {
    ...next,
    sources: { ...next.sources, spare: { title: 'Nobody names it', publisher: '', url: '', date: '2025-01-02' as IsoDate, reliability: '' } },
    claims: { nevVolume: claim },
    vintages: {
      may: {
        name: { en: 'May view', zh: '五月观点' },
        asOf: '2025-05-29' as IsoDate,
        overlays: { one: overlay('sectors/nev/intensity', 4), two: overlay('expansions/baotou/delay', 2), three: overlay('events/exportControl2025/graceDays', 5), four: overlay('supply/output', 9) },
      },
      late: { name: both('December view'), asOf: '2025-12-15' as IsoDate, overlays: {} },
    },
  };
}

const start = deepFreeze(furnished());

/** A command with arguments that it accepts and the scenario's own difference that must follow. */
type Case = readonly [name: keyof typeof commands, run: (workbook: Workbook) => Result<Workbook>, label: { readonly en: string; readonly zh: string }];

function given<Args>(command: Command<Args>, args: Args): readonly [Case[1], Case[2]] {
  return [(workbook) => command.run(workbook, args), command.label(start, args)];
}

const nev = 'sectors/nev/';
const robots = { name: { en: 'Humanoid robots', zh: '人形机器人' }, volumeName: { en: 'Shipments', zh: '出货量' }, volumeUnit: 'thousandUnits', intensityUnit: 'kgPerUnit', kind: 'driver' } as const;
const pause = { title: { en: 'Pause', zh: '暂停' }, date: '2025-11-10', kind: 'ease', scope: ['controlled'] } as const;
const cases: readonly Case[] = [
  ['setCell', ...given(commands.setCell, { scenario: 'base', path: 'supply/output', period: '2025', value: 1 })],
  ['clearCell', ...given(commands.clearCell, { scenario: 'base', path: 'supply/output', period: '2025' })],
  ['setCells', ...given(commands.setCells, { scenario: 'base', act: 'paste', changes: [{ path: 'supply/output', period: '2026', value: 300_000 }, { path: 'sectors/nev/rush', period: '2026-03', value: 1.2 }] })],
  ['setSource', ...given(commands.setSource, { scenario: 'base', cells: [{ path: 'supply/output', period: '2026' }], source: Object.keys(start.sources)[0] ?? '', locator: 'p. 7' })],
  ['setComment', ...given(commands.setComment, { scenario: 'base', path: 'supply/output', period: '2026', language: 'en', text: 'Checked' })],
  ['setTerms', ...given(commands.setTerms, { path: 'supply/output', basis: 'finished', scope: 'sintered', coverage: 0.9 })],
  ['setDriver', ...given(commands.setDriver, { scenario: 'base', sector: 'nev', year: 2025, member: 'volume', value: 1 })],
  ['renameWorkbook', ...given(commands.renameWorkbook, { title: { en: 'Magnets', zh: '磁材' } })],
  ['addSector', ...given(commands.addSector, robots)],
  ['renameSector', ...given(commands.renameSector, { sector: 'nev', name: { en: 'Electric cars', zh: '电动车' } })],
  ['moveSector', ...given(commands.moveSector, { sector: 'nev', by: 1 })],
  ['removeSector', ...given(commands.removeSector, { sector: 'nev' })],
  ['setSector', ...given(commands.setSector, { sector: 'nev', volumeName: { en: 'Sales', zh: '销量' }, profileIs: 'net', year: 2025 })],
  ['addTechnology', ...given(commands.addTechnology, { sector: 'wind', name: { en: 'Direct drive', zh: '直驱' } })],
  ['renameTechnology', ...given(commands.renameTechnology, { sector: 'nev', technology: 'hybrid', name: { en: 'Plug-in', zh: '插混' } })],
  ['moveTechnology', ...given(commands.moveTechnology, { sector: 'nev', technology: 'hybrid', by: -1 })],
  ['setBalancing', ...given(commands.setBalancing, { sector: 'nev', technology: 'hybrid' })],
  ['removeTechnology', ...given(commands.removeTechnology, { sector: 'nev', technology: 'inductionMotor' })],
  ['addEvent', ...given(commands.addEvent, pause)],
  ['editEvent', ...given(commands.editEvent, { event: 'exportControl2025', date: '2025-10-09', suspended: [{ from: '2025-11-10', to: '2026-11-10' }] })],
  ['removeEvent', ...given(commands.removeEvent, { event: 'exportControl2025' })],
  ['addExpansion', ...given(commands.addExpansion, { name: { en: 'Ningbo', zh: '宁波' }, start: '2026-01', tonnes: 400 })],
  ['editExpansion', ...given(commands.editExpansion, { expansion: 'baotou', start: '2025-08' })],
  ['moveExpansion', ...given(commands.moveExpansion, { expansion: 'baotou', by: 1 })],
  ['removeExpansion', ...given(commands.removeExpansion, { expansion: 'baotou' })],
  ['setHorizon', ...given(commands.setHorizon, { start: '2024-01', end: '2027-12' })],
  ['setShownFrom', ...given(commands.setShownFrom, { month: '2025-01' })],
  ['setAsOf', ...given(commands.setAsOf, { date: '2025-10-31' })],
  ['chooseVintage', ...given(commands.chooseVintage, { vintage: 'late' })],
  ['setPriceAnchor', ...given(commands.setPriceAnchor, { month: '2025-05' })],
  ['setExportBaseYear', ...given(commands.setExportBaseYear, { year: 2023 })],
  ['setStockMeasure', ...given(commands.setStockMeasure, { unit: 't' })],
  ['addSource', ...given(commands.addSource, { title: 'Customs bulletin', publisher: 'GACC', date: '2025-05-20' })],
  ['editSource', ...given(commands.editSource, { source: Object.keys(start.sources)[0] ?? '', reliability: 'A' })],
  ['removeSource', ...given(commands.removeSource, { source: 'spare' })],
  ['addScenario', ...given(commands.addScenario, { name: { en: 'Mild winter', zh: '暖冬' }, parent: 'fastLicences' })],
  ['duplicateScenario', ...given(commands.duplicateScenario, { scenario: 'prolongedControl' })],
  ['renameScenario', ...given(commands.renameScenario, { scenario: 'prolongedControl', name: { en: 'Long control', zh: '长期管制' } })],
  ['describeScenario', ...given(commands.describeScenario, { scenario: 'prolongedControl', narrative: { en: 'Why', zh: '缘由' } })],
  ['colorScenario', ...given(commands.colorScenario, { scenario: 'prolongedControl', color: 7 })],
  ['rateScenario', ...given(commands.rateScenario, { scenario: 'prolongedControl', probability: 0.25 })],
  ['lockScenario', ...given(commands.lockScenario, { scenario: 'prolongedControl', locked: true })],
  ['moveScenario', ...given(commands.moveScenario, { scenario: 'prolongedControl', by: 1 })],
  ['reparentScenario', ...given(commands.reparentScenario, { scenario: 'prolongedControl', parent: 'fastLicences' })],
  ['removeScenario', ...given(commands.removeScenario, { scenario: 'prolongedControl' })],
  ['writeDifference', ...given(commands.writeDifference, { owner: { kind: 'scenario', id: 'fastLicences' }, overlay: { path: 'exports/growth', periods: ['2026'], op: 'add', value: 0.02 } })],
  ['noteDifference', ...given(commands.noteDifference, { owner: { kind: 'package', id: 'diversion' }, key: 'exports/diversionRate@all', note: { en: 'Why', zh: '缘由' } })],
  ['revertDifferences', ...given(commands.revertDifferences, { owner: { kind: 'scenario', id: 'fastLicences' }, keys: null })],
  ['adoptCell', ...given(commands.adoptCell, { scenario: 'fastLicences', path: 'sectors/nev/volume', period: '2026', value: 21_000_000 })],
  ['addPackage', ...given(commands.addPackage, { name: { en: 'Quick licences', zh: '快速许可' }, from: { scenario: 'fastLicences', keys: ['events/exportControl2025/controlledMidpoint@all'] } })],
  ['renamePackage', ...given(commands.renamePackage, { package: 'diversion', name: { en: 'Lost orders', zh: '订单流失' } })],
  ['mixPackages', ...given(commands.mixPackages, { scenario: 'fastLicences', packages: ['diversion'] })],
  ['removePackage', ...given(commands.removePackage, { package: 'diversion' })],
  ['editReportPage', ...given(commands.editReportPage, { id: 'price', hidden: true })],
  ['moveReportPage', ...given(commands.moveReportPage, { id: 'price', by: -1 })],
  ['addReportPage', ...given(commands.addReportPage, { title: { en: 'Outlook', zh: '展望' } })],
  ['removeReportPage', ...given(commands.removeReportPage, { id: 'outlook' })],
  ['printBridge', ...given(commands.printBridge, { job: { kind: 'scenarios', from: 'base', to: 'prolongedControl', months: { from: '2025-01' as Month, to: '2025-12' as Month }, level: 'driver' } })],
  ['setReportOrganisation', ...given(commands.setReportOrganisation, { organisation: 'Magnet Desk' })],
  ['setReportLogo', ...given(commands.setReportLogo, { logo: `data:image/png;base64,iVBORw0KGgo${'A'.repeat(40)}` })],
  ['setReportMargins', ...given(commands.setReportMargins, { margins: { top: 25, side: 18, bottom: 20 } })],
  ['setReportLanguage', ...given(commands.setReportLanguage, { language: 'both' })],
  ['resetReport', ...given(commands.resetReport, {})],
  ['restoreVersion', ...given(commands.restoreVersion, { workbook: { ...start, title: { en: 'As it was', zh: '当时' } }, name: { en: 'Before the review', zh: '评审前' } })],
];

describe('every command', () => {
  it('has a case here, and a name of its own', () => {
    expect(cases.map(([name]) => name)).toEqual(Object.keys(commands));
    expect(new Set(Object.values(commands).map((command) => command.name)).size).toBe(Object.keys(commands).length);
  });
  it.each(cases)('%s: one step with a label in both languages, undone to the identical workbook, and a file that opens again', (_name, run, label) => {
    const next = done(run(start));
    expect(next).not.toBe(start);
    expect(label.en).not.toMatch(/undefined|NaN|\[object|[\u4e00-\u9fff]/);
    expect(label.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(undoStep(recordStep(startHistory(start), next, label)).present).toBe(start);
    expect(done(parseWorkbook(serializeWorkbook(next)))).toEqual(next);
    for (const scenario of Object.keys(next.scenarios)) expect(computeBalance(next, scenario).ok).toBe(true);
  });
});

describe('sectors', () => {
  it('a new one is empty, stands before what is left unexplained, and computes once its inputs stand', () => {
    let next = done(commands.addSector.run(start, robots));
    expect(orderedIds(next.sectors).slice(-2)).toEqual(['humanoidRobots', 'otherDomestic']);
    expect(Object.values(next.sectors).map((sector) => sector.order).sort((a, b) => a - b)).toEqual(orderedIds(next.sectors).map((_, at) => at));
    for (const year of [2024, 2025, 2026]) {
      next = done(commands.setDriver.run(next, { scenario: 'base', sector: 'humanoidRobots', year, member: 'volume', value: 13_000 }));
      next = done(commands.setDriver.run(next, { scenario: 'base', sector: 'humanoidRobots', year, member: 'intensity', value: 3.5 }));
    }
    const balance = done(computeBalance(next, 'base'));
    expectClose(balance.sectors.humanoidRobots?.years['2025']?.demand.value, 45.5);
    expect(next.series['sectors/humanoidRobots/volume']?.unit).toBe('unit');
  });
  it('ids are readable, safe and new', () => {
    const added = (en: string, zh = '') => Object.keys(done(commands.addSector.run(start, { ...robots, name: { en, zh } })).sectors).find((id) => !Object.hasOwn(start.sectors, id));
    expect([added('NEV'), added('constructor'), added('__proto__'), added('', '风电'), added('2025'), added('Électro-ménager & co.'), added('x'.repeat(120))]).toEqual([
      'nev2', 'constructor2', 'proto', 'sector', 'sector2025', 'electroMenagerCo', 'x'.repeat(40),
    ]);
    const again = done(commands.addSector.run(done(commands.addSector.run(start, robots)), robots));
    expect(Object.keys(again.sectors)).toContain('humanoidRobots2');
  });
  it('a name in one language stands for both', () => {
    const next = done(commands.renameSector.run(start, { sector: 'nev', name: { en: '', zh: ' 电动车 ' } }));
    expect(next.sectors.nev?.name).toEqual({ en: '电动车', zh: '电动车' });
    expect(done(commands.renameSector.run(next, { sector: 'nev', name: { en: '电动车', zh: '' } }))).toBe(next);
  });
  it('moving changes the order and no number', () => {
    const next = done(commands.moveSector.run(start, { sector: 'elevators', by: -2 }));
    expect(orderedIds(next.sectors).slice(0, 3)).toEqual(['nev', 'elevators', 'wind']);
    const sum = (workbook: Workbook): number | null => yearTotal(done(computeBalance(workbook, 'base')), done(computeBalance(workbook, 'base')).gap, 2025);
    expectClose(sum(next), sum(start) ?? Number.NaN, 1e-9);
    expect(done(commands.moveSector.run(start, { sector: 'nev', by: -1 }))).toBe(start);
  });
  it('removing takes everything that points into it, keeps claims as evidence, and reaches no sector of a similar name', () => {
    const twin = done(commands.addSector.run(start, { ...robots, name: { en: 'nev2', zh: '' } }));
    const next = done(commands.removeSector.run(twin, { sector: 'nev' }));
    expect(JSON.stringify(next)).not.toContain(nev);
    expect(next.claims.nevVolume).toMatchObject({ value: 16_000_000, source: 'SEED' });
    expect(Object.keys(next.vintages.may?.overlays ?? {})).toEqual(['two', 'three', 'four']);
    expect(next.series['sectors/nev2/volume']).toBe(twin.series['sectors/nev2/volume']);
    expect(next.scenarios.fastLicences).toBe(twin.scenarios.fastLicences);
  });
  it('a residual comes once', () => {
    const gone = done(commands.removeSector.run(start, { sector: 'otherDomestic' }));
    const back = done(commands.addSector.run(gone, { kind: 'residual', name: both('Other use') }));
    expect(back.sectors.otherUse).toMatchObject({ kind: 'residual', baseYear: 2024 });
    expect(refusal(commands.addSector.run(back, { kind: 'residual', name: both('More') }))).toBe('residual-exists');
  });
});

describe('what a sector is set to', () => {
  it('a profile that holds the holiday no longer feels it a second time', () => {
    const wind = (workbook: Workbook) => done(computeBalance(workbook, 'base')).sectors.wind?.volume?.values[13] ?? Number.NaN;
    const felt = done(commands.setCell.run(start, { scenario: 'base', path: 'sectors/wind/holidayFactor', period: 'all', value: 1 }));
    expectClose(wind(felt), wind(start));
    const net = done(commands.setSector.run(felt, { sector: 'wind', profileIs: 'net' }));
    expect(wind(net)).toBeLessThan(wind(felt));
    expect(done(commands.setSector.run(net, { sector: 'wind', profileIs: 'net' }))).toBe(net);
  });
  it('masses of a stack are thrifted from the year for which they are stated', () => {
    const thrifted = done(commands.setCell.run(start, { scenario: 'base', path: 'sectors/nev/technologies/hybrid/thrift', period: 'all', value: 0.1 }));
    const massed = ['inductionMotor', 'permanentMagnetMotor', 'hybrid'].reduce((w, id) => done(commands.setCell.run(w, { scenario: 'base', path: `sectors/nev/technologies/${id}/mass`, period: 'all', value: 2 })), thrifted);
    const stack = (workbook: Workbook) => done(computeBalance(workbook, 'base')).sectors.nev?.years['2025']?.stack?.intensity ?? Number.NaN;
    const before = stack(massed);
    const later = stack(done(commands.setSector.run(massed, { sector: 'nev', year: 2025 })));
    expectClose(later - before, 2 * 0.06 * (1 - 0.9));
  });
});

describe('the stock in another measure', () => {
  it('stays what it is, there and back', () => {
    const tonnes = done(commands.setStockMeasure.run(start, { unit: 't' }));
    expect(tonnes.series['balance/openingStock']?.unit).toBe('t');
    const [before, after] = [start, tonnes].map((workbook) => done(computeBalance(workbook, 'base')));
    before?.inventory.values.forEach((value, at) => expectClose(after?.inventory.values[at], value ?? Number.NaN));
    const back = done(commands.setStockMeasure.run(tonnes, { unit: 'days' }));
    expectClose(back.series['balance/openingStock']?.cells['all']?.value, start.series['balance/openingStock']?.cells['all']?.value ?? 20);
    expect(done(commands.setStockMeasure.run(start, { unit: 'days' }))).toBe(start);
  });
});

describe('technologies', () => {
  const share = (workbook: Workbook, technology: string) => workbook.series[`${nev}technologies/${technology}/share`]?.cells['2025']?.value;
  const balancing = (workbook: Workbook): readonly string[] => {
    const sector = workbook.sectors.nev;
    return sector?.kind === 'driver' ? Object.entries(sector.technologies).flatMap(([id, one]) => (one.balancing ? [id] : [])) : [];
  };
  it('the first one balances', () => {
    expect(balancing(start)).toEqual(['inductionMotor']);
  });
  it('another one takes over without a change of any share', () => {
    const next = done(commands.setBalancing.run(start, { sector: 'nev', technology: 'permanentMagnetMotor' }));
    expect(balancing(next)).toEqual(['permanentMagnetMotor']);
    expect(share(next, 'permanentMagnetMotor')).toBeUndefined();
    expectClose(share(next, 'inductionMotor'), 0.04);
    expectClose(1 - (share(next, 'inductionMotor') ?? 0) - (share(next, 'hybrid') ?? 0), 0.9);
  });
  it('removing the balancing one hands over to the next; removing all leaves none', () => {
    let next = done(commands.removeTechnology.run(start, { sector: 'nev', technology: 'inductionMotor' }));
    expect(balancing(next)).toEqual(['permanentMagnetMotor']);
    expect(share(next, 'permanentMagnetMotor')).toBeUndefined();
    next = done(commands.removeTechnology.run(next, { sector: 'nev', technology: 'hybrid' }));
    next = done(commands.removeTechnology.run(next, { sector: 'nev', technology: 'permanentMagnetMotor' }));
    expect(JSON.stringify(next)).not.toContain(`${nev}technologies/`);
    expect(balancing(done(commands.addTechnology.run(next, { sector: 'nev', name: both('New') })))).toEqual(['new']);
  });
  it('masses are stored in the unit of the sector', () => {
    const next = done(commands.addTechnology.run(start, { sector: 'wind', name: both('Direct drive') }));
    expect(next.series['sectors/wind/technologies/directDrive/mass']?.unit).toBe('kgPerMW');
  });
});

describe('events and expansions', () => {
  it('a new restriction acts at once and names a source', () => {
    const next = done(commands.addEvent.run(start, { title: both('Second control'), date: '2026-03-01', kind: 'restrict', scope: ['controlled', 'uncontrolled'] }));
    expect(next.sources[ownSourceId]?.date).toBe(start.asOf);
    const exports = (workbook: Workbook) => done(computeBalance(workbook, 'base')).exportsDetail.approval.values[28] ?? Number.NaN;
    expect(exports(next)).toBeLessThan(exports(start));
  });
  it('an edit to what already stands is no step', () => {
    expect(done(commands.editEvent.run(start, { event: 'exportControl2025', date: '2025-04-04' }))).toBe(start);
    expect(done(commands.editExpansion.run(start, { expansion: 'baotou', start: '2025-06' }))).toBe(start);
  });
  it('removing takes parameters and differences away', () => {
    const event = JSON.stringify(done(commands.removeEvent.run(start, { event: 'exportControl2025' })));
    expect(event).not.toContain('events/exportControl2025/');
    const expansion = JSON.stringify(done(commands.removeExpansion.run(start, { expansion: 'baotou' })));
    expect(expansion).not.toContain('expansions/baotou/');
    expect(expansion).toContain('expansions/ganzhou/tonnes');
  });
});

describe('horizon and view', () => {
  it('a shorter horizon keeps what lies outside, and a longer one has it back', () => {
    const short = done(commands.setHorizon.run(start, { start: '2025-06', end: '2026-06' }));
    expect(short.series).toBe(start.series);
    expect(short.shownFrom).toBe('2025-06');
    const back = done(commands.setHorizon.run(short, { start: '2024-01', end: '2026-12' }));
    expect(done(computeBalance(back, 'base')).gap).toEqual(done(computeBalance(start, 'base')).gap);
  });
  it('ends in the year asked for', () => {
    const next = done(commands.setHorizon.run(start, { start: '2024-01', end: '2027-12' }));
    expect(done(computeBalance(next, 'base')).months.at(-1)).toBe('2027-12');
  });
  it('a vintage brings its day with it; without one the day stays', () => {
    const late = done(commands.chooseVintage.run(start, { vintage: 'late' }));
    expect([late.vintage, late.asOf]).toEqual(['late', '2025-12-15']);
    const none = done(commands.chooseVintage.run(late, { vintage: null }));
    expect([none.vintage, none.asOf]).toEqual([null, '2025-12-15']);
  });
});

describe('refusals say why, in both languages', () => {
  const long = both('n'.repeat(121));
  const empty = both('  ');
  const only = emptyWorkbook(both('x'), '2025-01' as Month, '2026-12' as Month, '2025-06-01' as IsoDate);
  const refused: readonly (readonly [string, Result<Workbook>, string])[] = [
    ['a volume of the residual', commands.setSector.run(start, { sector: 'otherDomestic', volumeName: both('x') }), 'sector-without-volume'],
    ['a base year that is none', commands.setSector.run(start, { sector: 'otherDomestic', year: Number.NaN }), 'year-not-possible'],
    ['a base year outside', commands.setSector.run(start, { sector: 'otherDomestic', year: 2023 }), 'year-not-possible'],
    ['the settings of nobody', commands.setSector.run(start, { sector: 'gone', profileIs: 'net' }), 'unknown-sector'],
    ['an export base after the horizon', commands.setExportBaseYear.run(start, { year: 2027 }), 'year-not-possible'],
    ['half a year as export base', commands.setExportBaseYear.run(start, { year: 2024.5 }), 'year-not-possible'],
    ['a stock that a scenario assumes otherwise', commands.setStockMeasure.run(done(commands.setCell.run(start, { scenario: 'fastLicences', path: 'balance/openingStock', period: 'all', value: 12 })), { unit: 't' }), 'stock-assumed-elsewhere'],
    ['a stock in days of no demand', commands.setStockMeasure.run(done(commands.setCell.run(only, { scenario: 'base', path: 'balance/openingStock', period: 'all', value: 12 })), { unit: 't' }), 'stock-demand-missing'],
    ['a source without a title', commands.addSource.run(start, { title: ' ', date: '2025-01-01' }), 'name-empty'],
    ['a source with a long title', commands.addSource.run(start, { title: 'n'.repeat(121), date: '2025-01-01' }), 'name-too-long'],
    ['a source of no day', commands.addSource.run(start, { title: 'x', date: '' }), 'date-invalid'],
    ['editing no source', commands.editSource.run(start, { source: 'gone', title: 'x' }), 'unknown-source'],
    ['removing a source in use', commands.removeSource.run(start, { source: 'SEED' }), 'source-in-use'],
    ['removing no source', commands.removeSource.run(start, { source: 'gone' }), 'unknown-source'],
    ['a sector without a name', commands.addSector.run(start, { ...robots, name: empty }), 'name-empty'],
    ['a volume without a name', commands.addSector.run(start, { ...robots, volumeName: empty }), 'name-empty'],
    ['a name that is too long', commands.addSector.run(start, { ...robots, name: long }), 'name-too-long'],
    ['a volume in tonnes', commands.addSector.run(start, { ...robots, volumeUnit: 't' }), 'unit-mismatch'],
    ['an intensity of something else', commands.addSector.run(start, { ...robots, intensityUnit: 'kgPerMW' }), 'unit-mismatch'],
    ['a second residual', commands.addSector.run(start, { kind: 'residual', name: both('x') }), 'residual-exists'],
    ['renaming nobody', commands.renameSector.run(start, { sector: 'toString', name: both('x') }), 'unknown-sector'],
    ['renaming to nothing', commands.renameSector.run(start, { sector: 'nev', name: empty }), 'name-empty'],
    ['moving nobody', commands.moveSector.run(start, { sector: 'gone', by: 1 }), 'unknown-sector'],
    ['removing nobody', commands.removeSector.run(start, { sector: 'gone' }), 'unknown-sector'],
    ['removing the last sector', commands.removeSector.run(only, { sector: 'otherUse' }), 'last-sector'],
    ['a technology of nobody', commands.addTechnology.run(start, { sector: 'gone', name: both('x') }), 'unknown-sector'],
    ['a technology of the residual', commands.addTechnology.run(start, { sector: 'otherDomestic', name: both('x') }), 'sector-without-volume'],
    ['a technology without a name', commands.addTechnology.run(start, { sector: 'nev', name: empty }), 'name-empty'],
    ['renaming no technology', commands.renameTechnology.run(start, { sector: 'nev', technology: 'toString', name: both('x') }), 'unknown-technology'],
    ['moving no technology', commands.moveTechnology.run(start, { sector: 'nev', technology: 'gone', by: 1 }), 'unknown-technology'],
    ['balancing by no technology', commands.setBalancing.run(start, { sector: 'nev', technology: 'gone' }), 'unknown-technology'],
    ['removing no technology', commands.removeTechnology.run(start, { sector: 'nev', technology: 'gone' }), 'unknown-technology'],
    ['an event on no day', commands.addEvent.run(start, { ...pause, date: '2025-02-29' }), 'date-invalid'],
    ['an event without a day', commands.addEvent.run(start, { ...pause, date: '' }), 'date-invalid'],
    ['an event without a title', commands.addEvent.run(start, { ...pause, title: empty }), 'name-empty'],
    ['a restriction of nothing', commands.addEvent.run(start, { ...pause, scope: [] }), 'event-scope-empty'],
    ['an event of no source', commands.addEvent.run(start, { ...pause, source: 'NOBODY' }), 'unknown-source'],
    ['editing no event', commands.editEvent.run(start, { event: 'gone', date: '2025-01-01' }), 'unknown-event'],
    ['a suspension that ends before it starts', commands.editEvent.run(start, { event: 'exportControl2025', suspended: [{ from: '2025-06-01', to: '2025-06-01' }] }), 'suspension-reversed'],
    ['a suspension from no day', commands.editEvent.run(start, { event: 'exportControl2025', suspended: [{ from: '', to: '2025-06-01' }] }), 'date-invalid'],
    ['removing no event', commands.removeEvent.run(start, { event: 'gone' }), 'unknown-event'],
    ['an expansion in no month', commands.addExpansion.run(start, { name: both('x'), start: '2025-13' }), 'month-invalid'],
    ['an expansion without a name', commands.addExpansion.run(start, { name: empty, start: '2025-01' }), 'name-empty'],
    ['negative capacity', commands.addExpansion.run(start, { name: both('x'), start: '2025-01', tonnes: -1 }), 'value-negative'],
    ['capacity that is no number', commands.addExpansion.run(start, { name: both('x'), start: '2025-01', tonnes: Number.NaN }), 'value-not-finite'],
    ['editing no expansion', commands.editExpansion.run(start, { expansion: 'gone' }), 'unknown-expansion'],
    ['moving no expansion', commands.moveExpansion.run(start, { expansion: 'gone', by: 1 }), 'unknown-expansion'],
    ['removing no expansion', commands.removeExpansion.run(start, { expansion: 'gone' }), 'unknown-expansion'],
    ['a horizon that runs backwards', commands.setHorizon.run(start, { start: '2026-01', end: '2025-12' }), 'horizon-reversed'],
    ['eleven months', commands.setHorizon.run(start, { start: '2025-01', end: '2025-11' }), 'horizon-too-short'],
    ['more than twenty years', commands.setHorizon.run(start, { start: '2020-01', end: '2040-12' }), 'horizon-too-long'],
    ['a year without a New Year', commands.setHorizon.run(start, { start: '2030-01', end: '2041-12' }), 'calendar-year-missing'],
    ['no month', commands.setHorizon.run(start, { start: '', end: '2026-12' }), 'month-invalid'],
    ['a first month outside', commands.setShownFrom.run(start, { month: '2023-12' }), 'month-outside-horizon'],
    ['a first month that is none', commands.setShownFrom.run(start, { month: '12' }), 'month-invalid'],
    ['an as-of date that is none', commands.setAsOf.run(start, { date: '29 May 2025' }), 'date-invalid'],
    ['no vintage of the name', commands.chooseVintage.run(start, { vintage: 'toString' }), 'unknown-vintage'],
    ['an anchor outside', commands.setPriceAnchor.run(start, { month: '2030-01' }), 'month-outside-horizon'],
    ['an anchor that is no month', commands.setPriceAnchor.run(start, { month: 'May' }), 'month-invalid'],
  ];
  it.each(refused)('%s', (_name, result, code) => {
    expect(refusal(result)).toBe(code);
    if (result.ok) return;
    const { en, zh } = problemText(result.problem);
    for (const text of [en, zh]) expect(text).not.toMatch(/undefined|NaN|\[object|“”|""/);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('an empty workbook', () => {
  const empty = deepFreeze(emptyWorkbook({ en: 'New balance', zh: '新建平衡表' }, '2025-01' as Month, '2027-12' as Month, '2026-06-15' as IsoDate));
  it('computes to missing months with findings, and opens from its file', () => {
    const balance = done(computeBalance(empty, 'base'));
    expect(balance.gap.values).toEqual(Array.from({ length: 36 }, () => null));
    expect(balance.findings.some((finding) => finding.code === 'input-missing')).toBe(true);
    expect(done(parseWorkbook(serializeWorkbook(empty)))).toEqual(empty);
  });
  it('takes its first figure', () => {
    const next = done(commands.setCell.run(empty, { scenario: 'base', path: 'supply/output', period: '2025', value: 240_000 }));
    const balance = done(computeBalance(next, 'base'));
    expectClose(yearTotal(balance, balance.supply, 2025), 240_000);
  });
});
