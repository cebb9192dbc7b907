import type { z } from 'zod';
import type { AnswerOf, AnyRequest, InputOf } from '#domain/contract/any-request.ts';
import { preloadOnlyRequests } from '#domain/contract/bridge.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import {
  isLongList,
  type PackedAnswer,
  type PackedPart,
  type PackedRecord,
  packChangedRows,
} from '#domain/contract/packed-answer.ts';
import { isRequestName, requests } from '#domain/contract/requests.ts';
import { err, type Result } from '#domain/result.ts';
import { IndexRefusal } from '#electron/ports/catalogue.ts';
import { UnreadableFolder } from '#electron/storage/file/system-error.ts';
import { inTurns, packedRows } from '../index/rows/packed-rows.ts';

/** Logs a bug. The reference is in the answer too, so that a report leads to the log line. */
export type BugLog = (reference: string, what: string, bug: unknown) => void;

/** Handlers by the names of their requests. */
export type AnyHandlers = Readonly<Record<string, (input: never) => Promise<Result<unknown, AppError>>>>;

/** The context of a call: the use cases, and the log for bugs in them. */
export type CallContext = {
  readonly handlers: AnyHandlers;
  readonly newReference: () => string;
  readonly logBug: BugLog;
};

/**
 * Validates `input` against the request's schema and runs its handler. Every answer is a Result: an invalid input is
 * `invalid-input`, a handler that throws is `internal` with the reference under which it was logged. If the index gives
 * no answer, it is `search-unavailable` or `cancelled`; if a folder can't be listed, `archive-unreadable`.
 */
export async function callHandler<R extends AnyRequest>(
  { handlers, newReference, logBug }: CallContext,
  request: R,
  input: unknown,
): Promise<AnswerOf<R>> {
  const { name } = request;
  const handle = handlers[name] as ((input: InputOf<R>) => Promise<AnswerOf<R>>) | undefined;
  if (handle === undefined) throw new Error(`no handler answers ${name}`);
  const parsed = (request.input as z.ZodType<InputOf<R>>).safeParse(input);
  if (!parsed.success) return err(invalidInput(name, parsed.error));
  try {
    return await handle(parsed.data);
  } catch (bug) {
    if (bug instanceof IndexRefusal) return err({ code: bug.code });
    const reference = newReference();
    logBug(reference, name, bug);
    if (bug instanceof UnreadableFolder) return err(bug.error);
    return err({ code: 'internal', reference });
  }
}

function invalidInput(request: string, error: z.ZodError): AppError {
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  return { code: 'invalid-input', request, problems };
}

/** The relevant facts about the sender of a request. */
export type Caller = {
  /** The origin of the frame according to the browser; null when the frame is gone. */
  readonly origin: string | null;
  readonly isMainFrame: boolean;
  /** Whether it is the window's page, and not another page of the app. */
  readonly isWindow: boolean;
};

/** A request as received over the bridge: no part of it is trusted. */
export type RawRequest = {
  readonly name: unknown;
  readonly input: unknown;
  readonly isFromPreload: boolean;
};

export type Dispatch = (caller: Caller, request: RawRequest) => Promise<Result<unknown, AppError>>;

const trustedOrigin = 'app://precis';

/**
 * The only way from the page to the use cases. The checks in order: the sender is the window's own main frame, the name
 * is a request, the page may send it, the input is valid; then the handler runs. Each refusal is logged with its
 * reason; the page receives only a reference.
 */
export function createDispatcher(
  context: CallContext & { readonly logRefusal: (reference: string, why: string) => void },
): Dispatch {
  const refuse = (why: string) => {
    const reference = context.newReference();
    context.logRefusal(reference, why);
    return err({ code: 'internal' as const, reference });
  };
  return async (caller, { name, input, isFromPreload }) => {
    const distrust = reasonToDistrust(caller);
    if (distrust !== null) return refuse(distrust);
    if (!isRequestName(name)) return refuse(`no request is called ${describeName(name)}`);
    if (preloadOnlyRequests.includes(name) && !isFromPreload) return refuse(`only the preload sends ${name}`);
    const answer = await callHandler(context, requests[name], input);
    if (!answer.ok && answer.error.code === 'invalid-input') {
      context.logRefusal(context.newReference(), `${name} with ${answer.error.problems.join('; ')}`);
    }
    return answer;
  };
}

function reasonToDistrust({ origin, isMainFrame, isWindow }: Caller): string | null {
  if (!isWindow) return 'a page that is not the window sent a request';
  if (!isMainFrame) return 'a frame inside the page sent a request';
  if (origin !== trustedOrigin) return `the origin ${origin ?? 'of no frame'} sent a request`;
  return null;
}

const describeName = (name: unknown): string =>
  typeof name === 'string' ? JSON.stringify(name.slice(0, 80)) : `by a ${typeof name}`;

type Crossing = Result<unknown, AppError> | PackedAnswer | PackedRecord;

/** The answer in the form sent to a window. `known` is the number of the answer that the window already has. */
export type PackAnswer = (answer: Result<unknown, AppError>, known?: unknown) => Promise<Crossing>;

/** The number of records with long lists that are remembered. */
const RECORDS_KNOWN = 8;

/** Rows of an open file are the same objects until they change; others are made anew for each answer. */
const isOfOpenFile = ([row]: readonly unknown[]): boolean => typeof row === 'object' && Object.isFrozen(row);

const packList = (rows: readonly unknown[], known: unknown): Promise<readonly PackedPart[]> =>
  inTurns(packChangedRows(rows, isOfOpenFile(rows) && isLongList(known) ? known : []));

/**
 * Packs answers with long lists, yielding between their parts; remembers the last records that it packed, for the
 * windows that still have them.
 */
export const createPacker = (): PackAnswer => {
  const packed = new Map<number, Fields>();
  let last = 0;
  const remember = (record: Fields): number => {
    last += 1;
    packed.set(last, record);
    packed.delete(last - RECORDS_KNOWN);
    return last;
  };
  const packRecord = async (record: Fields, before: Fields): Promise<PackedRecord> => {
    const fields = Object.entries(record);
    const long = fields.flatMap(([name, rows]) => (isLongList(rows) ? [{ name, rows }] : []));
    const lists: Record<string, readonly PackedPart[]> = {};
    for (const { name, rows } of long) lists[name] = await packList(rows, before[name]);
    const rest = Object.fromEntries(fields.filter(([name]) => !(name in lists)));
    const isKnownAgain = long.some(({ rows }) => isOfOpenFile(rows));
    return { ok: true, number: isKnownAgain ? remember(record) : 0, rest, lists };
  };
  return async (answer, known) => {
    if (!answer.ok) return answer;
    const { value } = answer;
    if (isLongList(value)) return { ok: true, parts: await packedRows(value) };
    if (!isPlain(value) || !Object.values(value).some(isLongList)) return answer;
    return packRecord(value, (typeof known === 'number' ? packed.get(known) : undefined) ?? {});
  };
};

type Fields = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
