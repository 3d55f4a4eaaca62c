/** The door itself: who asks, is it well-formed, and only then the answer. What does not pass is refused with host-refused. */
import type { DoorOperations, OperationName } from '../../shared/desktopBridge.ts';
import { fail, type Result } from '../../shared/result.ts';
import { isOwnUrl } from '../security/isOwnUrl.ts';
import { requestSchemas } from './requestSchemas.ts';

/** The frame a request comes from; null where it is gone already. */
export type SenderFrame = { readonly url: string; readonly isMainFrame: boolean } | null;

/** The answers for one window, one function per operation. */
export type DoorHandlers = {
  readonly [Name in OperationName]: (...args: DoorOperations[Name]['args']) => Promise<Result<DoorOperations[Name]['value']>>;
};

export const operationNames = Object.keys(requestSchemas) as readonly OperationName[];

/**
 * Answers one request. `handlers` are those of the window that asks, null when it is none of ours. `log` hears of every
 * refusal and of every bug in a handler; the window learns only that it was refused.
 */
export async function answerRequest<Name extends OperationName>(
  name: Name,
  sender: SenderFrame,
  args: readonly unknown[],
  handlers: DoorHandlers | null,
  log: (line: string) => void,
): Promise<Result<DoorOperations[Name]['value']>> {
  const refuse = (cause: string): Result<never> => {
    log(`refused ${name}: ${cause}`);
    return fail('host-refused', { values: { cause } });
  };
  if (sender === null || handlers === null) return refuse('the window is gone');
  if (!sender.isMainFrame) return refuse('not the main frame');
  if (!isOwnUrl(sender.url)) return refuse('not a page of Lodestone');
  const parsed = requestSchemas[name].safeParse(args);
  if (!parsed.success) return refuse('the arguments do not fit');
  // The schema of the name has just proved that these are its arguments; the compiler cannot follow that through the union.
  const handler = handlers[name] as (...checked: readonly unknown[]) => Promise<Result<DoorOperations[Name]['value']>>;
  try {
    return await handler(...parsed.data);
  } catch (error) {
    log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fail('host-refused', { values: { cause: error instanceof Error ? error.message : String(error) } });
  }
}
