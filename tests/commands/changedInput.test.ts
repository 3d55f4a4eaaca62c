/** The history says numbers as the grid shows them: in its unit, with words for choices and switches. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const workbook = shippedWorkbook();

describe('what the history says of a typed number', () => {
  it.each([
    ['supply/output', '2026', 270_000, ': 290,000 to 270,000 t', '：290,000 改为 270,000 吨'],
    ['exports/growth', '2026', 0.055, ': 0 to 5.5%', '：0 改为 5.5%'],
    ['exports/monthly', '2025-07', 5577, ' Jul 2025: n.a. to 5,577 t', ' 2025年7月：暂缺 改为 5,577 吨'],
    ['events/generalLicences2025/active', 'all', 1, ': no to yes', '：否 改为 是'],
  ])('%s@%s', (path, period, value, en, zh) => {
    const label = commands.setCell.label(workbook, { scenario: 'base', path, period, value });
    expect(label.en.endsWith(en), label.en).toBe(true);
    expect(label.zh.endsWith(zh), label.zh).toBe(true);
  });
});
