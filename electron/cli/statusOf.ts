/** What findings mean for the exit status of a command. */
import { cliMessages } from '../../shared/messages/cli.ts';
import type { Finding } from '../../shared/model/balance.ts';
import type { CliEffects, ExitStatus } from './effects.ts';

/** Counts the findings on standard error; notes inform and never fail a command. */
export function statusOf(findings: readonly Finding[], findingsFail: boolean, effects: Pick<CliEffects, 'writeError' | 'language'>): ExitStatus {
  const notes = findings.filter((finding) => finding.severity === 'info').length;
  const serious = findings.length - notes;
  effects.writeError(`${cliMessages.findingsCounted(serious, notes)[effects.language]}\n`);
  return findingsFail && serious > 0 ? 1 : 0;
}
