import type { AppError } from '#domain/contract/errors.ts';
import type { Answer, Input, RequestName } from '#domain/contract/requests.ts';
import { sayFailed } from '#renderer/window/notices.ts';
import { errorWords } from './error-words.ts';
import { addToCollided, collidedEditOf, isKeptUnsaved, settleEdit, withUnsaved } from './unsaved-edits.ts';
import { request } from './window-bridge.ts';

const codesWithBanner: readonly AppError['code'][] = ['write-failed', 'archive-gone', 'lock-lost'];

/** Says in words what failed. What was cancelled is no failure; what is unsaved has a banner of its own. */
export const sayError = (error: AppError): void => {
  if (error.code === 'cancelled' || codesWithBanner.includes(error.code)) return;
  const { title, text } = errorWords(error);
  sayFailed(title, text);
};

/**
 * Does an act and shows what failed. An edit that could not be written is kept and tried again until it is, or until
 * the analyst has chosen where another program has changed the same; the
 * answer still says that it failed, so that a field can go on showing what was typed. Whoever `saysFailure` shows it
 * beside what failed: a dialog hides the notices from screen readers.
 */
export const act = async <N extends RequestName>(
  name: N,
  input: Input<N>,
  { saysFailure = false }: { readonly saysFailure?: boolean } = {},
): Promise<Answer<N>> => {
  const whole = withUnsaved(name, input);
  const collided = collidedEditOf(name, input);
  if (collided !== undefined) {
    addToCollided(collided, whole);
    return { ok: false, error: collided.error };
  }
  const answer = await request(name, whole);
  settleEdit(name, whole, answer);
  if (!answer.ok && !saysFailure && !isKeptUnsaved(name, whole, answer)) sayError(answer.error);
  return answer;
};
