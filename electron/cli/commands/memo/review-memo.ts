import { basename } from 'node:path';
import { z } from 'zod';
import { printAddedReview } from '#domain/contract/error-words/review-words.ts';
import {
  type AddedReview,
  memoAddReview,
  memoAnswerSheet,
  memoCloseRound,
  memoRounds,
  memoStartRound,
} from '#domain/contract/memo-round.ts';
import { newRoundIdSchema } from '#domain/ids.ts';
import { tableFormatOf } from '#domain/memo/memo-document.ts';
import { isOpenRound, type NumberedRound, saidOfRoundSchema } from '#domain/memo/round/round.ts';
import { err, ok } from '#domain/result.ts';
import { flag, needed, several, value } from '../../arguments/options.ts';
import { filled, oneWord } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';

const { reviewers, due } = saidOfRoundSchema.shape;

const startSchema = z
  .strictObject({
    words: oneWord('MEMO'),
    to: z.array(reviewers.element, { error: 'is needed' }),
    due: due.default(null),
    file: filled.refine((name) => name.toLowerCase().endsWith('.docx'), { error: 'must end in .docx' }),
  })
  .transform(({ words: [id], to, ...rest }) => ({ id, reviewers: to, ...rest }));

/** The default print options. */
const options = { paper: 'a4', glyphs: 'refuse' } as const;

const listed = ({
  id,
  number,
  reviewers: names,
  due: day,
  createdAt,
  closedAt,
  snapshotId,
}: NumberedRound) => ({
  ...{ id, number, reviewers: names, due: day, createdAt, closedAt, snapshotId },
});

/** Starts a review round of a memo by writing the file for its reviewers. */
async function startReview(context: CommandContext, command: z.output<typeof startSchema>) {
  const memoId = await findId(context, 'memo', command.id);
  if (!memoId.ok) return memoId;
  const path = context.resolvePath(command.file);
  context.exportTo(path);
  const started = await context.call(memoStartRound, {
    memoId: memoId.value,
    roundId: newRoundIdSchema.parse(context.newId()),
    reviewers: [...command.reviewers],
    due: command.due,
    fileName: basename(path),
    replaces: true,
    options,
  });
  if (!started.ok) return started;
  const { round, file } = started.value;
  return answer(
    { memoId: memoId.value, ...listed(round), file: file === null ? null : path },
    `Round ${round.number} with ${round.reviewers.join(', ')}: ${path}`,
  );
}

export const memoReviewStartCommand = defineCommand(
  {
    name: 'memo review start',
    summary: 'Makes the Word document for the reviewers of a memo',
    example: 'memo review start 0190a2c0 --to "J. Miller" --due 2026-04-26 --file review.docx',
    operands: 'MEMO',
    options: {
      to: needed(several(value('NAME', 'a reviewer; repeat for each'))),
      due: value('YYYY-MM-DD', 'the day by which you need the answers'),
      file: needed(value('FILE.docx', 'the Word document that the reviewers get')),
    },
    says: 'Takes a snapshot of the memo and makes the Word document for its reviewers: tracked changes are on, quotations, citations and the marking are locked, and it names memo, snapshot and round, but no reviewer. It holds the comments of earlier rounds. The memo is in review from then on and can still be written. Precis sends nothing.',
  },
  startSchema,
  startReview,
);

const listSchema = z.strictObject({ words: oneWord('MEMO') }).transform(({ words: [id] }) => ({ id }));

const wordsOf = (round: NumberedRound): string => {
  const day = round.due === null ? '' : `, due ${round.due}`;
  const state = isOpenRound(round) ? 'open' : 'closed';
  return `${round.number}  ${state}  ${round.reviewers.join(', ')}${day}`;
};

/** Lists the rounds of a memo, the first one first. */
async function listRounds(context: CommandContext, { id }: z.output<typeof listSchema>) {
  const memoId = await findId(context, 'memo', id);
  if (!memoId.ok) return memoId;
  const rounds = await context.call(memoRounds, { memoId: memoId.value });
  if (!rounds.ok) return rounds;
  return answer(rounds.value.map(listed), rounds.value.map(wordsOf).join('\n'));
}

export const memoReviewListCommand = defineCommand(
  {
    name: 'memo review list',
    summary: 'Lists the rounds of review of a memo',
    example: 'memo review list 0190a2c0',
    operands: 'MEMO',
    options: {},
    says: 'Lists the rounds of review of a memo, oldest first: who has it, by when, and whether the round is open.',
  },
  listSchema,
  listRounds,
);

const closeSchema = z
  .strictObject({
    words: oneWord('MEMO'),
    round: z.coerce.number({ error: 'must be a number' }).int().min(1).optional(),
    reopen: z.boolean().default(false),
  })
  .transform(({ words: [id], ...rest }) => ({ id, ...rest }));

/** Closes a review round or opens it again: the one with that number, or the only round to which this applies. */
async function closeReview(
  context: CommandContext,
  { id, round: number, reopen }: z.output<typeof closeSchema>,
) {
  const memoId = await findId(context, 'memo', id);
  if (!memoId.ok) return memoId;
  const rounds = await context.call(memoRounds, { memoId: memoId.value });
  if (!rounds.ok) return rounds;
  const meant = rounds.value.filter((each) =>
    number === undefined ? isOpenRound(each) !== reopen : each.number === number,
  );
  const [round] = meant;
  if (round === undefined || meant.length > 1)
    return err({
      code: 'not-found',
      what: 'round',
      id: number === undefined ? '--round' : `${number}`,
    } as const);
  const closed = await context.call(memoCloseRound, {
    memoId: memoId.value,
    roundId: round.id,
    isClosed: !reopen,
  });
  if (!closed.ok) return closed;
  return answer(listed(closed.value), wordsOf(closed.value));
}

export const memoReviewCloseCommand = defineCommand(
  {
    name: 'memo review close',
    summary: 'Closes a round of review, or opens it again',
    example: 'memo review close 0190a2c0 --round 1',
    operands: 'MEMO',
    options: {
      round: value('NUMBER', 'which round; needed if several match'),
      reopen: flag('opens it again'),
    },
    says: 'Ends a round of review. After the last open round, the memo is a draft again.',
  },
  closeSchema,
  closeReview,
);

const addSchema = z
  .strictObject({ words: z.array(filled).min(1, { error: 'must be one or more FILEs' }) })
  .transform(({ words: files }) => ({ files }));

/** The outcome of a file in one line. */
const addedLine = (added: AddedReview): string => `${added.fileName}: ${printAddedReview(added)}`;

/** Reads files that reviewers have returned. */
async function addReviewed(context: CommandContext, { files }: z.output<typeof addSchema>) {
  context.importFrom(...files.map(context.resolvePath));
  const added = await context.call(memoAddReview, {});
  if (!added.ok) return added;
  const isTaken = ({ outcome }: AddedReview): boolean => outcome === 'added' || outcome === 'known';
  return ok({
    json: added.value.map((each) => ({
      file: each.fileName,
      says: printAddedReview(each),
      ...countsOf(each),
    })),
    plain: added.value.map(addedLine).join('\n'),
    hasFailed: !added.value.every(isTaken),
  });
}

const countsOf = (added: AddedReview) => {
  const isOfRound = added.outcome === 'added' || added.outcome === 'known';
  return {
    outcome: added.outcome,
    memoId: 'memoId' in added ? added.memoId : null,
    round: isOfRound ? added.round : null,
    reviewer: isOfRound ? added.reviewer : null,
    comments: isOfRound ? added.comments : 0,
    changes: isOfRound ? added.changes : 0,
    refused: isOfRound ? added.refused : 0,
    unplaced: isOfRound ? added.unplaced : 0,
  };
};

export const memoReviewAddCommand = defineCommand(
  {
    name: 'memo review add',
    summary: 'Reads Word documents that reviewers have returned',
    example: 'memo review add miller.docx osei.docx',
    operands: 'FILE...',
    options: {},
    says: 'Reads the comments and changes in Word documents that reviewers have returned, untracked changes too. Each file is recognised by itself. Changes that would alter a quotation, a citation, a grade or the marking are refused. Reading a file twice changes nothing. The exit code is 1 if a file belongs to no round of this archive.',
  },
  addSchema,
  addReviewed,
);

const sheetSchema = z
  .strictObject({ words: oneWord('MEMO'), file: filled })
  .transform(({ words: [id], file }, context) => {
    const format = tableFormatOf(file) ?? undefined;
    if (format === undefined) {
      context.addIssue({ code: 'custom', path: ['file'], message: 'must end in .docx, .csv or .html' });
      return z.NEVER;
    }
    return { id, file, format };
  });

/** Writes the answer sheet of a memo. */
async function writeSheet(context: CommandContext, command: z.output<typeof sheetSchema>) {
  const memoId = await findId(context, 'memo', command.id);
  if (!memoId.ok) return memoId;
  const path = context.resolvePath(command.file);
  context.exportTo(path);
  const written = await context.call(memoAnswerSheet, {
    memoId: memoId.value,
    format: command.format,
    fileName: basename(path),
    replaces: true,
  });
  if (!written.ok) return written;
  return answer({ memoId: memoId.value, file: path, bytes: written.value.bytes }, path);
}

export const memoReviewSheetCommand = defineCommand(
  {
    name: 'memo review sheet',
    summary: 'Writes the answer sheet of a memo',
    example: 'memo review sheet 0190a2c0 --file answers.csv',
    operands: 'MEMO',
    options: { file: needed(value('FILE', 'the file to write: .docx, .csv or .html')) },
    says: 'Writes a table of all comments and changes of reviewers: number, round, place, reviewer, what was said, what became of it, and why.',
  },
  sheetSchema,
  writeSheet,
);
