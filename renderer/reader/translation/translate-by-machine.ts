/** Has paragraphs translated by the analyst's own program, and reports the outcome. */
import type { InputOf } from '#domain/contract/any-request.ts';
import {
  type ShownProgram,
  type TranslatedByMachine,
  translationByMachine,
  translationProgram,
} from '#domain/contract/translation-program.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';

/** The program; null if none is set, or that is not known yet. */
export const useTranslationProgram = (): ShownProgram | null => useQuery(translationProgram, {}).data ?? null;

const sayDone = ({ done, total, failure }: TranslatedByMachine): void => {
  const count = `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} paragraphs translated`;
  if (failure === null) sayUndoable(`${count}. Machine translation, not checked`);
  else if (failure.code === 'cancelled') sayUndoable(`Cancelled: ${count} and kept`);
  else {
    sayUndoable(`${count} and kept. ${errorWords(failure).title}`);
    sayError(failure);
  }
};

/** Returns whether anything was translated. The caller leaves out paragraphs that have a translation. */
export const translateByMachine = async (job: InputOf<typeof translationByMachine>): Promise<boolean> => {
  const answer = await act(translationByMachine, job);
  if (answer.ok) sayDone(answer.value);
  return answer.ok;
};
