import { inlineText } from '../../content/list-prose.ts';
import type { MemoBlock, MemoTable } from '../../memo-content.ts';
import { UNCHANGED } from '../../sent/draft-changes.ts';
import { describeJudgement, judgementsOf } from '../../snapshot/judgements-of.ts';
import { atJudgement, type CheckedJudgement, type CheckedMemo } from '../checked-memo.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

type Row = MemoTable['content'][number];

const textOf = (row: Row, at: number): string =>
  (row.content[at]?.content ?? [])
    .map(({ content = [] }) => inlineText(content))
    .join(' ')
    .trim();

const rowsOfChanges = ({ memo }: CheckedMemo): readonly Row[] =>
  memo.content.content
    .filter(({ attrs }) => attrs.role === 'change-since')
    .flatMap(({ content }): readonly MemoBlock[] =>
      content.filter((block) => block.type !== 'heading' && block.type !== 'figure'),
    )
    .flatMap((block) => (block.type === 'table' ? block.content : []));

/** Whether the row is that of the judgement: by its number, as it is drafted. */
const isOf = (row: Row, { number }: CheckedJudgement): boolean => textOf(row, 0).startsWith(`${number}. `);

/** A table of what has changed that calls a judgement unchanged which says something else than in the memo before. */
export const changesOutdated: Rule = {
  level: 'error',
  check: (checked) => {
    const before = checked.material.lineage?.judgementsBefore ?? [];
    const now = judgementsOf(checked.memo, ({ content = [] }) =>
      inlineText(content).replaceAll(/\s+/gu, ' ').trim(),
    );
    const rows = rowsOfChanges(checked);
    return checked.judgements.flatMap((judgement): readonly Found[] => {
      const was = before.find(({ id }) => id === judgement.id);
      const is = now.find(({ id }) => id === judgement.id);
      const isSame =
        was === undefined ||
        is === undefined ||
        (describeJudgement(was) === describeJudgement(is) && was.statement === is.statement);
      const isCalledSo = rows.some((row) => isOf(row, judgement) && textOf(row, 2) === UNCHANGED);
      if (isSame || !isCalledSo) return [];
      return [
        {
          place: atJudgement(judgement),
          message: `The table of changes calls judgement ${judgement.number} unchanged. It was “${describeJudgement(was)}” and is “${describeJudgement(is)}”. Choose “Draft what has changed”.`,
          subject: null,
        },
      ];
    });
  },
};
