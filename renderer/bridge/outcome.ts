import type { AnswerOf, AnyRequest, InputOf } from '#domain/contract/any-request.ts';
import { announce } from '#renderer/window/live-region.ts';
import { isKeptUnsaved } from './unsaved-edits.ts';

/** The outcome of an act: it is on the disk; it is kept and retried; it was refused, and that was reported. */
export type Outcome = 'saved' | 'unsaved' | 'refused';

export const outcomeOf = <R extends AnyRequest>(
  entry: R,
  input: InputOf<R>,
  answer: AnswerOf<R>,
): Outcome => {
  if (answer.ok) return 'saved';
  return isKeptUnsaved(entry, input, answer) ? 'unsaved' : 'refused';
};

/** Announces an act to screen readers once its outcome is known, so that nothing is announced that did not happen. */
export const announceOutcome = async (said: string, outcome: Outcome | Promise<Outcome>): Promise<void> => {
  const became = await outcome;
  if (became === 'saved') announce(said);
  else if (became === 'unsaved') announce(`${said.replace(/\.$/, '')}. Not saved yet`);
};
