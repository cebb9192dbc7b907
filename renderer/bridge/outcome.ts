import type { Answer, Input, RequestName } from '#domain/contract/requests.ts';
import { announce } from '#renderer/window/live-region.ts';
import { isKeptUnsaved } from './unsaved-edits.ts';

/** The outcome of an act: it is on the disk; it is kept and retried; it was refused, and that was reported. */
export type Outcome = 'saved' | 'unsaved' | 'refused';

export const outcomeOf = <N extends RequestName>(name: N, input: Input<N>, answer: Answer<N>): Outcome => {
  if (answer.ok) return 'saved';
  return isKeptUnsaved(name, input, answer) ? 'unsaved' : 'refused';
};

/** Announces an act to screen readers once its outcome is known, so that nothing is announced that did not happen. */
export const announceOutcome = async (said: string, outcome: Outcome | Promise<Outcome>): Promise<void> => {
  const became = await outcome;
  if (became === 'saved') announce(said);
  else if (became === 'unsaved') announce(`${said.replace(/\.$/, '')}. Not saved yet`);
};
