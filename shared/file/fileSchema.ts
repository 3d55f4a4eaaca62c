/** The JSON Schema of a workbook file, for other people's programs: the shape alone, as the product itself checks it on opening. */
import { z } from 'zod';
import { currentVersion } from './migrations.ts';
import { fileFormat } from './parseWorkbook.ts';
import { workbookSchema } from './workbookSchema.ts';

/** JSON Schema, draft 2020-12, of the current version. */
export function fileSchema(): Readonly<Record<string, unknown>> {
  const file = z.strictObject({ format: z.literal(fileFormat), version: z.literal(currentVersion), workbook: workbookSchema });
  return z.toJSONSchema(file, { io: 'input', unrepresentable: 'any' });
}
