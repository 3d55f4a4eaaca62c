/** What a test expects of a Result. */
import type { Result } from '../../shared/result.ts';

/** The value of a result that must have succeeded. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** The code of the problem, or "accepted". */
export function refusal<T>(result: Result<T>): string {
  return result.ok ? 'accepted' : result.problem.code;
}
