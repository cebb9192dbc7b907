import { z } from 'zod';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type PassageRow, passageRelate, passageRows, passageUnrelate } from '#domain/contract/passage.ts';
import { relationTypes } from '#domain/passage/passage.ts';
import { isMutualRelation, wordRelation } from '#domain/passage/word-relation.ts';
import { ok, type Result } from '#domain/result.ts';
import { sameOrigin, sameOriginWords } from '#domain/source/compare-origins.ts';
import { flag } from '../../arguments/options.ts';
import { wordOf } from '../../arguments/words.ts';
import { answer, type CommandContext, noSuch } from '../../command-context.ts';
import { defineCommand } from '../command.ts';
import { findId } from '../find-id.ts';

const operands = `PASSAGE ${relationTypes.join('|')} PASSAGE`;
const wrong = `must be ${operands}`;
const schema = z
  .strictObject({
    words: z.tuple([z.string().min(1), wordOf(relationTypes, wrong), z.string().min(1)], { error: wrong }),
    remove: z.boolean().default(false),
    unconfirm: z.boolean().default(false),
  })
  .transform(({ words: [passage, type, other], remove: isRemoved, unconfirm: unconfirms }) => ({
    passage,
    type,
    other,
    isRemoved,
    unconfirms,
  }));

type RelateInput = z.output<typeof schema>;

type Ends = { readonly from: PassageRow; readonly to: PassageRow };

const onPassage = ({ articleId, id: passageId }: PassageRow) => ({ articleId, passageId });

/**
 * Records that a passage supports, contradicts, repeats, supersedes or is independent of another, or removes that
 * relation. The answer says whether both have the same origin: passages of one origin do not confirm each other.
 */
async function relatePassages(context: CommandContext, command: RelateInput) {
  const ends = await findEnds(context, command);
  if (!ends.ok) return ends;
  const { type, isRemoved, unconfirms } = command;
  const { from, to } = isRemoved ? endsAsSaid(ends.value, command) : ends.value;
  const input = { ...onPassage(from), type, other: onPassage(to) };
  const done = isRemoved
    ? await context.call(passageUnrelate, { ...input, unconfirms })
    : await context.call(passageRelate, input);
  if (!done.ok) return done;
  const why = type === 'same-origin' || type === 'independent' ? null : sameOrigin(from, to);
  const verb = wordRelation(type, 'to');
  return answer(
    {
      passageId: ends.value.from.id,
      type,
      otherId: ends.value.to.id,
      isRelated: !isRemoved,
      hasSameOrigin: why !== null,
    },
    [
      ends.value.from.id,
      isRemoved ? `no longer ${verb}` : verb,
      ends.value.to.id,
      ...(why === null ? [] : [`(${sameOriginWords[why].short})`]),
    ].join('  '),
  );
}

async function findEnds(
  context: CommandContext,
  { passage, other }: RelateInput,
): Promise<Result<Ends, AppError>> {
  const from = await findPassage(context, passage);
  if (!from.ok) return from;
  const to = await findPassage(context, other);
  return to.ok ? ok({ from: from.value, to: to.value }) : to;
}

async function findPassage(context: CommandContext, typed: string): Promise<Result<PassageRow, AppError>> {
  const passageId = await findId(context, 'passage', typed);
  if (!passageId.ok) return passageId;
  const rows = await context.call(passageRows, { passageIds: [passageId.value] });
  if (!rows.ok) return rows;
  const [row] = rows.value;
  return row === undefined ? noSuch('passage', typed) : ok(row);
}

/** A mutual relation may be stored in the other passage: it is then removed there. */
function endsAsSaid({ from, to }: Ends, { type }: RelateInput): Ends {
  const isSaidByOther =
    isMutualRelation(type) &&
    from.relations.some(
      (each) => each.type === type && each.passageId === to.id && each.direction === 'from',
    );
  return isSaidByOther ? { from: to, to: from } : { from, to };
}

export const relateCommand = defineCommand(
  {
    name: 'relate',
    summary: 'Links two passages, or removes a link',
    example: 'relate 0190a2c0 supports 0190a2d4',
    operands,
    options: {
      remove: flag('removes the link'),
      unconfirm: flag('also if credibility 1 rests only on this link'),
    },
    says: 'Links the first passage to the second. --remove removes the link; with --unconfirm also if credibility 1 rests only on it. Passages of the same origin are reported, because they do not confirm.',
  },
  schema,
  relatePassages,
);
