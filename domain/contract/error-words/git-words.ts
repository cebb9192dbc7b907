/** The words for what Git can't do, or what is no merge of two. */
import { printCount } from '../../print-count.ts';
import type { MergeRefusal } from '../errors/git-errors.ts';
import { nameSome } from './encryption-words.ts';
import type { Entries } from './entry.ts';

type Words = { readonly happened: string; readonly advice: string };

const refusals: Readonly<Record<MergeRefusal, Words>> = {
  'no-repository': {
    happened: 'This archive is not kept in Git.',
    advice: 'Run the command in a Git repository. Conflict copies of a sync need no command.',
  },
  'no-merge': {
    happened: 'No merge is in progress here.',
    advice: 'Run git merge or git pull first. If it stops, run precis merge.',
  },
  'merge-of-several': {
    happened: 'Git is merging more than two branches at once.',
    advice: 'Run git merge --abort, then merge them one after the other.',
  },
  replay: {
    happened: 'Git is applying commits one by one (rebase, cherry-pick or revert).',
    advice: 'Run git rebase --abort, then git pull --no-rebase. If that stops, run precis merge.',
  },
  'other-archive': {
    happened: 'The other side is another archive: its archive.json has another id.',
    advice: 'Run git merge --abort. Articles of another archive are imported, not merged.',
  },
  encrypted: {
    happened:
      'The archive is encrypted on one side only, or with a different key on each side, so it can’t be merged by record.',
    advice:
      'Run git merge --abort, and remove the encryption on both sides. Commit, merge, and encrypt the archive again on one side only.',
  },
};

export const gitWords: Entries<'git-missing' | 'git-failed' | 'nothing-to-merge' | 'merge-in-clear'> = {
  'git-missing': () => ({
    happened: 'Git was not found on this computer.',
    kept: 'Nothing was changed.',
    advice: 'Install Git, or add its folder to PATH, and try again.',
  }),
  'git-failed': ({ said }) => ({
    happened: `Git failed: ${said === '' ? 'it gave no reason' : said}.`,
    kept: 'What was already written is in the archive. The merge is still open.',
    advice:
      'Fix what Git reports, then run precis merge again. It starts over from the three versions that Git keeps.',
  }),
  'nothing-to-merge': ({ why }) => ({ ...refusals[why], kept: 'Nothing was changed.' }),
  'merge-in-clear': ({ side, files }) => ({
    happened: `The archive is encrypted, but ${side === 'theirs' ? 'the other side has' : 'your last commit has'} ${printCount(files.length, 'unencrypted file')}: ${nameSome(files)}.`,
    kept: 'Nothing was changed or merged.',
    advice: `Anyone may have written ${files.length === 1 ? 'it' : 'them'} there. Run git merge --abort. If ${files.length === 1 ? 'it is' : 'they are'} yours, run precis encrypt --take-clear-files ${side === 'theirs' ? 'in the other clone' : 'here'}, commit, and merge again. If not, remove ${files.length === 1 ? 'it' : 'them'} there first.`,
  }),
};
