/** Every command there is. The store, the journal and the tests read this one list. */
import { adoptCell } from './adoptCell.ts';
import { printBridge } from './bridgePage.ts';
import { noteDifference, revertDifferences, writeDifference } from './differences.ts';
import { addEvent, editEvent, removeEvent } from './events.ts';
import { addExpansion, editExpansion, moveExpansion, removeExpansion } from './expansions.ts';
import { guardAll } from './lockGuard.ts';
import { addPackage, mixPackages, removePackage, renamePackage } from './packages.ts';
import { renameWorkbook } from './renameWorkbook.ts';
import { restoreVersion } from './restoreVersion.ts';
import { moveScenario, removeScenario, reparentScenario } from './scenarioPlaces.ts';
import { addReportPage, editReportPage, moveReportPage, removeReportPage, resetReport, setReportLanguage, setReportLogo, setReportMargins, setReportOrganisation } from './reportPages.ts';
import { addScenario, colorScenario, describeScenario, duplicateScenario, lockScenario, rateScenario, renameScenario } from './scenarios.ts';
import { setSector } from './sectorSettings.ts';
import { addSector, moveSector, removeSector, renameSector } from './sectors.ts';
import { chooseVintage, setAsOf } from './setAsOf.ts';
import { clearCell, setCell } from './setCell.ts';
import { setCells } from './setCells.ts';
import { setExportBaseYear } from './setExportBaseYear.ts';
import { setComment } from './setComment.ts';
import { setDriver } from './setDriver.ts';
import { setHorizon, setShownFrom } from './setHorizon.ts';
import { setPriceAnchor } from './setPriceAnchor.ts';
import { setSource } from './setSource.ts';
import { setStockMeasure } from './setStockMeasure.ts';
import { addSource, editSource, removeSource } from './sources.ts';
import { setTerms } from './setTerms.ts';
import { addTechnology, moveTechnology, removeTechnology, renameTechnology, setBalancing } from './technologies.ts';

const guardedCommands = guardAll({
  setCell,
  clearCell,
  setCells,
  setSource,
  setComment,
  setTerms,
  setDriver,
  renameWorkbook,
  addSector,
  renameSector,
  moveSector,
  removeSector,
  setSector,
  addTechnology,
  renameTechnology,
  moveTechnology,
  setBalancing,
  removeTechnology,
  addEvent,
  editEvent,
  removeEvent,
  addExpansion,
  editExpansion,
  moveExpansion,
  removeExpansion,
  setHorizon,
  setShownFrom,
  setAsOf,
  chooseVintage,
  setPriceAnchor,
  setExportBaseYear,
  setStockMeasure,
  addSource,
  editSource,
  removeSource,
  addScenario,
  duplicateScenario,
  renameScenario,
  describeScenario,
  colorScenario,
  rateScenario,
  lockScenario,
  moveScenario,
  reparentScenario,
  removeScenario,
  writeDifference,
  noteDifference,
  revertDifferences,
  adoptCell,
  addPackage,
  renamePackage,
  mixPackages,
  removePackage,
  editReportPage,
  moveReportPage,
  addReportPage,
  removeReportPage,
  printBridge,
  setReportOrganisation,
  setReportLogo,
  setReportMargins,
  setReportLanguage,
  resetReport,
} as const);

/** An earlier state comes back whole, its locks with it: no lock of the present holds what was before the lock. */
export const commands = { ...guardedCommands, restoreVersion } as const;
