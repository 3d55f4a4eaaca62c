import { expect, test } from 'vitest';
import { z } from 'zod';
import { fileSchema } from '../../shared/file/fileSchema.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

type Schema = Parameters<typeof z.fromJSONSchema>[0];

test('the schema accepts the shipped workbook, and refuses one with a strange field, a bad month or an unknown unit', () => {
  const schema = z.fromJSONSchema(fileSchema() as Schema);
  const text = serializeWorkbook(shippedWorkbook());
  const file = (): { workbook: { horizon: Record<string, unknown>; series: Record<string, { unit: string }> } & Record<string, unknown> } => JSON.parse(text);
  expect(schema.safeParse(file()).success).toBe(true);
  const strange = file();
  strange.workbook['surprise'] = 1;
  expect(schema.safeParse(strange).success).toBe(false);
  const month = file();
  month.workbook.horizon['start'] = '2024-13';
  expect(schema.safeParse(month).success).toBe(false);
  const unit = file();
  const [first] = Object.values(unit.workbook.series);
  if (first) first.unit = 'furlong';
  expect(schema.safeParse(unit).success).toBe(false);
});

test('the schema is JSON that names its draft', () => {
  expect(JSON.parse(JSON.stringify(fileSchema()))).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
});
