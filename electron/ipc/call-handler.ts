import type { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import {
  type Answer,
  type Handlers,
  type Input,
  type RequestName,
  requests,
} from '#domain/contract/requests.ts';
import { err } from '#domain/result.ts';
import { IndexRefusal } from '../ports/catalogue.ts';
import { UnreadableFolder } from '../storage/file/system-error.ts';

/** Where a bug is written down. The reference stands in the answer too, so that a report leads to the line. */
export type BugLog = (reference: string, what: string, bug: unknown) => void;

/** What a call needs: the use cases, and what becomes of a bug in one. */
export type CallContext = {
  readonly handlers: Handlers;
  readonly newReference: () => string;
  readonly logBug: BugLog;
};

/**
 * Checks `input` against the request's schema and runs its handler. Every answer is a Result: an input that does
 * not fit is `invalid-input`, a handler that throws is `internal` with the reference under which it was logged. Where
 * the index gives no answer, it is `search-unavailable` or `cancelled`; where a folder can't be listed,
 * `archive-unreadable`.
 */
export async function callHandler<N extends RequestName>(
  { handlers, newReference, logBug }: CallContext,
  name: N,
  input: unknown,
): Promise<Answer<N>> {
  // The schema of a name gives the input of that name; TypeScript can't follow the pair through the index.
  const schema = requests[name].input as unknown as z.ZodType<Input<N>>;
  const parsed = schema.safeParse(input);
  if (!parsed.success) return err(invalidInput(name, parsed.error));
  try {
    return await handlers[name](parsed.data);
  } catch (bug) {
    if (bug instanceof IndexRefusal) return err({ code: bug.code });
    const reference = newReference();
    logBug(reference, name, bug);
    if (bug instanceof UnreadableFolder) return err(bug.error);
    return err({ code: 'internal', reference });
  }
}

function invalidInput(request: RequestName, error: z.ZodError): AppError {
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  return { code: 'invalid-input', request, problems };
}
