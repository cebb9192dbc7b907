import type { AnswerOf, AnyRequest, InputOf } from '#domain/contract/any-request.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { isKeptByItself, isNeverKept, mayBeStep, takesAway } from '#domain/contract/supersede.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { goToHelp } from '#renderer/window/navigation.ts';
import { closeLastStep, type Notice, sayFailed, sayFound } from '#renderer/window/notices.ts';
import { holdEdit } from '#renderer/window/pending-edits.ts';
import { errorWords, helpPageOf } from './error-words.ts';
import {
  addToCollided,
  collidedEditOf,
  inTurn,
  isKeptUnsaved,
  keptBefore,
  refusalOf,
  sendBehind,
  settleEdit,
  turnsOf,
} from './unsaved-edits.ts';
import { request } from './window-bridge.ts';

const codesWithBanner: readonly AppError['code'][] = ['write-failed', 'archive-gone', 'lock-lost'];

/** Not failures to report: it was cancelled, or a dialog asks for the missing password. */
const silentCodes: readonly AppError['code'][] = ['cancelled', 'file-locked'];

/** A check that found nothing to do is not a failed act. */
const findingCodes: readonly AppError['code'][] = ['reads-the-same'];

/** A link to the guide's page on the error; none if that is the guide as a whole. */
const helpOn = (error: AppError): Notice['action'] => {
  const helpPlace = helpPageOf(error);
  return helpPlace === 'user-guide' ? null : { name: 'Help', run: () => goToHelp(helpPlace) };
};

/** Reports what failed; unsaved edits have a banner. */
export const sayError = (error: AppError): void => {
  if (silentCodes.includes(error.code) || codesWithBanner.includes(error.code)) return;
  const { title, text } = errorWords(error);
  if (findingCodes.includes(error.code)) sayFound(title, text);
  else sayFailed(title, text, helpOn(error));
};

/** The same for an act that is not kept as an unsaved edit: no banner reports it. */
export const sayNotDone = (error: AppError): void => {
  const { title, advice } = errorWords(error);
  if (codesWithBanner.includes(error.code))
    sayFailed(title, `Precis does not try again automatically. ${advice}`);
  else sayError(error);
};

const send = async <R extends AnyRequest>(entry: R, input: InputOf<R>): Promise<AnswerOf<R>> => {
  const collided = collidedEditOf(entry, input);
  if (collided !== undefined) {
    addToCollided(collided, input);
    return { ok: false, error: collided.error };
  }
  const kept = keptBefore(entry, input);
  const [first] = kept;
  // A memo is not exported without its last words: if saving them fails, the export is not tried later. Unsaved edits
  // are not on the undo stack: undo would reverse another step than the analyst sees.
  if (first !== undefined && isNeverKept(entry)) return { ok: false, error: first.error };
  if (kept.length > 0 && isKeptByItself(entry)) return sendBehind(kept, entry, input);
  const answer = await request(entry, input);
  settleEdit(entry, input, answer);
  if (answer.ok && mayBeStep(entry)) closeLastStep();
  return answer;
};

const actInTurn = <R extends AnyRequest>(
  entry: R,
  input: InputOf<R>,
  saysFailure: boolean,
): Promise<AnswerOf<R>> =>
  inTurn(turnsOf(entry, input), async () => {
    const refusal = refusalOf(entry, input);
    if (refusal !== undefined) return { ok: false, error: refusal };
    const answer = await send(entry, input);
    if (answer.ok || saysFailure || isKeptUnsaved(entry, input, answer)) return answer;
    if (isKeptByItself(entry)) sayError(answer.error);
    else sayNotDone(answer.error);
    return answer;
  });

/**
 * Does an act, after earlier ones on the same records, and reports a failure. An edit that could not be written is kept
 * and retried until it is, or, if another program has changed the same record, until the analyst has chosen; the answer
 * is still a failure, so that a field goes on showing what was typed. With `saysFailure` the caller reports it next to
 * what failed, since a dialog hides the notices from screen readers. It counts as pending until it is answered.
 */
export const act = <R extends AnyRequest>(
  entry: R,
  input: InputOf<R>,
  { saysFailure = false }: { readonly saysFailure?: boolean } = {},
): Promise<AnswerOf<R>> => {
  // The edits flushed here get their turn on the records before this act does.
  if (takesAway(entry, input)) void flushAll();
  const release = mayBeStep(entry) || isKeptByItself(entry) ? holdEdit() : undefined;
  return actInTurn(entry, input, saysFailure).finally(release);
};
