/**
 * The one list of what a window may ask of the main process. Arguments are checked here before anything else sees them:
 * a name that stands here has a schema, and a request that does not fit is refused whole.
 */
import { z } from 'zod';
import type { DoorOperations, OperationName } from '../../shared/desktopBridge.ts';
import { maxFileBytes } from '../../shared/file/parseWorkbook.ts';
import type { FileToken } from '../../shared/host.ts';
import { reportLanguages } from '../../shared/model/reportSettings.ts';
import { papers } from '../../shared/report/paper.ts';

const tokenPattern = /^[A-Za-z0-9-]{16,64}$/;
const token = z.custom<FileToken>((value) => typeof value === 'string' && tokenPattern.test(value));
const workbookText = z.string().max(maxFileBytes);
/** Pieces are sent under a ticket that the window makes up. */
const ticket = z.string().regex(tokenPattern);
const doorText = z.union([workbookText, z.strictObject({ sent: ticket })]);
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
/** A library record's id becomes a file name of the program's own, so it can be no path. */
const recordId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const stepNumber = z.number().int().min(0);
const fileName = z.string().min(1).max(255);
const language = z.enum(['en', 'zh']);
const scenarioId = z.string().max(200);
const reportParts = { workbookText, language: z.enum(reportLanguages), paper: z.enum(papers) };
const reportJob = z.strictObject({ ...reportParts, scenario: scenarioId });
const sentJob = z.strictObject({ ...reportParts, scenarios: z.array(scenarioId).min(1).max(1000) });
const windowState = z.strictObject({ title: z.string().max(1000), unsaved: z.boolean(), language });
/** A page can hand over only a real dropped file; should it ever speak for itself, it still reaches nothing but workbooks. */
const droppedPath = z
  .string()
  .max(4096)
  .regex(/\.lodestone$/i);

export const requestSchemas = {
  openFile: z.tuple([]),
  openRecent: z.tuple([token]),
  recentFiles: z.tuple([]),
  takeLaunchFile: z.tuple([]),
  openDropped: z.tuple([droppedPath]),
  readFile: z.tuple([token]),
  sendPiece: z.tuple([ticket, workbookText]),
  saveFile: z.tuple([token, doorText, fingerprint, z.boolean()]),
  rememberFile: z.tuple([recordId, z.strictObject({ token, fingerprint })]),
  recallFile: z.tuple([recordId]),
  saveFileAs: z.tuple([fileName, doorText]),
  exportFiles: z.tuple([z.array(z.strictObject({ name: fileName, text: workbookText })).max(10_000)]),
  backup: z.tuple([recordId, doorText.nullable(), stepNumber]),
  backupStep: z.tuple([recordId, z.string().max(maxFileBytes)]),
  safetyCopies: z.tuple([z.array(recordId).max(100_000)]),
  exportPdf: z.tuple([reportJob, fileName]),
  exportPdfs: z.tuple([sentJob, z.array(fileName).max(1000)]),
  exportPage: z.tuple([sentJob, fileName]),
  stopReport: z.tuple([]),
  printReport: z.tuple([reportJob]),
  setWindowState: z.tuple([windowState]),
  finishClose: z.tuple([z.boolean()]),
  log: z.tuple([z.string().max(10_000)]),
} as const satisfies { readonly [Name in OperationName]: z.ZodType<DoorOperations[Name]['args']> };
