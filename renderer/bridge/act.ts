import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Answer, Input, RequestName } from '#domain/contract/requests.ts';
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

/** What is no failure: it was cancelled, or a dialog asks for the password that lacks. */
const silentCodes: readonly AppError['code'][] = ['cancelled', 'file-locked'];

/** What was looked at and found as it should be: nothing was asked for that was not done. */
const findingCodes: readonly AppError['code'][] = ['reads-the-same'];

/** Leads to the page of the guide that explains the error; nothing where that is the guide as a whole. */
const helpOn = (error: AppError): Notice['action'] => {
  const helpPlace = helpPageOf(error);
  return helpPlace === 'user-guide' ? null : { name: 'Help', run: () => goToHelp(helpPlace) };
};

/** Says in words what failed; what is unsaved has a banner of its own. */
export const sayError = (error: AppError): void => {
  if (silentCodes.includes(error.code) || codesWithBanner.includes(error.code)) return;
  const { title, text } = errorWords(error);
  if (findingCodes.includes(error.code)) sayFound(title, text);
  else sayFailed(title, text, helpOn(error));
};

/** The same of what is not kept as unsaved: no banner speaks of it. */
export const sayNotDone = (error: AppError): void => {
  const { title, advice } = errorWords(error);
  if (codesWithBanner.includes(error.code))
    sayFailed(title, `Precis does not try again automatically. ${advice}`);
  else sayError(error);
};

const send = async <N extends RequestName>(name: N, input: Input<N>): Promise<Answer<N>> => {
  const collided = collidedEditOf(name, input);
  if (collided !== undefined) {
    addToCollided(collided, input);
    return { ok: false, error: collided.error };
  }
  const kept = keptBefore(name, input);
  const [first] = kept;
  // A memo is not exported without its last words, and nobody is asked where to once they are saved. What is unsaved
  // is on no stack of undo: a step back would be another one than the analyst sees.
  if (first !== undefined && isNeverKept(name)) return { ok: false, error: first.error };
  if (kept.length > 0 && isKeptByItself(name)) return sendBehind(kept, name, input);
  const answer = await request(name, input);
  settleEdit(name, input, answer);
  if (answer.ok && mayBeStep(name)) closeLastStep();
  return answer;
};

const actInTurn = <N extends RequestName>(
  name: N,
  input: Input<N>,
  saysFailure: boolean,
): Promise<Answer<N>> =>
  inTurn(turnsOf(name, input), async () => {
    const refusal = refusalOf(name, input);
    if (refusal !== undefined) return { ok: false, error: refusal };
    const answer = await send(name, input);
    if (answer.ok || saysFailure || isKeptUnsaved(name, input, answer)) return answer;
    if (isKeptByItself(name)) sayError(answer.error);
    else sayNotDone(answer.error);
    return answer;
  });

/**
 * Does an act, after those before it on the same records, and shows what failed. An edit that could not be written is
 * kept and tried again until it is, or until the analyst has chosen where another program has changed the same; the
 * answer still says that it failed, so that a field can go on showing what was typed. Whoever `saysFailure` shows it
 * beside what failed: a dialog hides the notices from screen readers. It counts as pending until it is answered.
 */
export const act = <N extends RequestName>(
  name: N,
  input: Input<N>,
  { saysFailure = false }: { readonly saysFailure?: boolean } = {},
): Promise<Answer<N>> => {
  // Their acts are asked for now, and the turns of the records put this one behind them.
  if (takesAway(name, input)) void flushAll();
  const release = mayBeStep(name) || isKeptByItself(name) ? holdEdit() : undefined;
  return actInTurn(name, input, saysFailure).finally(release);
};
