import type { Answer, Input, RequestName } from '#domain/contract/requests.ts';
import { announce } from '#renderer/window/live-region.ts';
import { isKeptUnsaved } from './unsaved-edits.ts';

/** What became of an act: it is on the disk; it is kept and tried again; it was refused, and that was said. */
export type Outcome = 'saved' | 'unsaved' | 'refused';

export const outcomeOf = <N extends RequestName>(name: N, input: Input<N>, answer: Answer<N>): Outcome => {
  if (answer.ok) return 'saved';
  return isKeptUnsaved(name, input, answer) ? 'unsaved' : 'refused';
};

/** Tells screen readers of an act once it is known what became of it: nothing is told that did not happen. */
export const announceOutcome = async (said: string, outcome: Outcome | Promise<Outcome>): Promise<void> => {
  const became = await outcome;
  if (became === 'saved') announce(said);
  else if (became === 'unsaved') announce(`${said.replace(/\.$/, '')}. Not saved yet`);
};
