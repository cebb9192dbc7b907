import type { MadeDictionary } from '#electron/ports/dictionary-maker.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';
import { checkBdic } from '../bdic/check-bdic.ts';
import { DictionaryFault } from '../bdic/dictionary-fault.ts';
import { makeBdic } from '../bdic/make-bdic.ts';
import { type DictionaryBytes, findDictionaries } from '../dictionary-files.ts';
import type { DictionaryAnswer, DictionaryJob } from './dictionary-messages.ts';

/** The result is validated like a foreign file: the checker never gets anything unchecked. */
const makeDictionary = (source: DictionaryBytes): MadeDictionary => {
  const bytes = source.kind === 'bdic' ? source.bytes : makeBdic(source);
  return { bytes, words: checkBdic(bytes) };
};

const give = async (job: DictionaryJob): Promise<unknown> => {
  const found = await findDictionaries(job.paths);
  if (job.kind === 'look') return found.map(({ origin, language }) => ({ origin, language }));
  const wanted = found[job.place];
  if (wanted === undefined) throw new DictionaryFault('not-a-dictionary');
  return makeDictionary(await wanted.read());
};

/** Does one job. Faults of the files are answers; so are bugs. */
export const doDictionaryJob = async (job: DictionaryJob): Promise<DictionaryAnswer> => {
  try {
    return { kind: 'done', gives: await give(job) };
  } catch (cause) {
    if (cause instanceof DictionaryFault) return { kind: 'refused', why: cause.why };
    // Words that continue each other without end.
    if (cause instanceof RangeError) return { kind: 'refused', why: 'too-large' };
    try {
      requireSystemError(cause);
      return { kind: 'refused', why: 'not-a-dictionary' };
    } catch (bug) {
      return { kind: 'bug', why: String(bug instanceof Error ? bug.stack : bug) };
    }
  }
};
