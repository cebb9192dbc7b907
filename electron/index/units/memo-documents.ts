import { listCitations } from '#domain/memo/citations/list-citations.ts';
import { listProse } from '#domain/memo/content/list-prose.ts';
import { recipientsOf } from '#domain/memo/sent/sent-state.ts';
import { aboutNothing } from '#domain/search/language/search-facts.ts';
import { isOpenTask } from '#domain/task/task.ts';
import type { MemoContent } from '../read/unit-content.ts';
import { taskDocument } from './article-documents.ts';
import { entry, type FoundInUnit, facts } from './unit.ts';

/** What is found of a memo: all that was written in it, and the tasks on it. What it quotes is found as passages. */
export const memoDocuments = ({ memo, tasks }: Pick<MemoContent, 'memo' | 'tasks'>): FoundInUnit => {
  const { head, content } = memo;
  const place = { memoId: memo.id, title: head.title };
  const live = tasks.filter(({ deletedAt }) => deletedAt === null);
  return {
    about: {
      ...aboutNothing,
      title: head.title,
      language: head.language,
      publishedAt: head.asOf.slice(0, 10),
      cites: [
        ...new Set(listCitations(content).flatMap(({ articleId, passageId }) => [articleId, passageId])),
      ],
    },
    documents: [
      {
        key: 'memo',
        facts: facts({ kind: 'memo', hasTask: live.some(isOpenTask), addedAt: memo.createdAt }),
        record: entry({ ...place, detail: head.referenceNumber }),
        text: listProse(content)
          .map(({ text }) => text.trim())
          .filter((text) => text !== '')
          .join('\n'),
        alsoFoundBy: [
          head.title,
          head.referenceNumber,
          head.for,
          ...recipientsOf(memo),
          ...content.content.map(({ attrs }) => attrs.heading),
        ].join('\n'),
      },
      ...live.map((task) => taskDocument(task, {}, place)),
    ],
  };
};
