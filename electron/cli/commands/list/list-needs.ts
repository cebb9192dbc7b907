import { z } from 'zod';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { articleOpen } from '#domain/contract/article.ts';
import {
  type PassageToReview,
  type ReviewCandidate,
  type ReviewItem,
  reviewList,
} from '#domain/contract/review.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import { remembering } from '#domain/remembering.ts';
import { indexText, type TextIndex } from '#domain/text/text-index.ts';
import { noWords } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { readLabels } from '../../output/names.ts';
import { defineCommand } from '../command.ts';

/** Lists what needs the analyst's attention. All items have the same fields, null where a field does not apply. */
async function listNeeds(context: CommandContext) {
  const items = await context.call(reviewList, {});
  if (!items.ok) return items;
  const indexOf = createIndexes(context);
  const listed = [];
  const labels = await readLabels(context);
  for (const item of items.value) listed.push(await recordOf(item, indexOf, labels));
  return answer(listed, listed.map(lineOf).join('\n'));
}

type IndexOf = (articleId: ArticleId) => Promise<TextIndex | null>;

/** The texts of the articles, each read once: offsets are reported in code points. */
const createIndexes = ({ call }: CommandContext): IndexOf =>
  remembering(async (articleId) => {
    const opened = await call(articleOpen, { articleId });
    return opened.ok ? indexText(canonicalText(opened.value.body)) : null;
  });

const nothing = {
  articleId: null,
  memoId: null,
  title: null,
  passage: null,
  around: [],
  candidates: [],
  missingFields: null,
  file: null,
};

async function recordOf(item: ReviewItem, indexOf: IndexOf, labels: LabelSet) {
  switch (item.kind) {
    case 'citation-incomplete': {
      const { kind, articleId, articleTitle: title, missingFields } = item;
      return { kind, ...nothing, articleId, title, missingFields };
    }
    case 'file-unreadable': {
      const { kind, articleId, memoId, title, fault } = item;
      return { kind, ...nothing, articleId, memoId, title, file: fault.file };
    }
    case 'translation-outdated':
    case 'text-altered': {
      const { kind, articleId, articleTitle: title } = item;
      return { kind, ...nothing, articleId, title };
    }
    case 'fallen': {
      const { thing, title } = item.fallen;
      const { articleId = null } = { articleId: null, ...thing };
      return { kind: item.kind, ...nothing, articleId, title };
    }
    case 'event-unsupported': {
      const { kind, title } = item;
      return { kind, ...nothing, title };
    }
    case 'evidence-changed': {
      const { kind, memoId, title } = item;
      return { kind, ...nothing, memoId, title };
    }
    case 'conflict': {
      const { kind, place, title, from } = item;
      const { articleId = null, memoId = null } = { articleId: null, memoId: null, ...place };
      return { kind, ...nothing, articleId, memoId, title, file: from };
    }
    case 'thing-lost': {
      const { kind, articleId, memoId, title, file, how } = item;
      return { kind, ...nothing, articleId, memoId, title: title ?? how, file };
    }
    case 'same-name': {
      const { kind, name: title } = item;
      return { kind, ...nothing, title };
    }
    case 'recovered': {
      const { kind, name: title } = item;
      return { kind, ...nothing, title };
    }
    case 'copy-left': {
      const { kind, name } = item;
      return { kind, ...nothing, file: name };
    }
    case 'file-repaired': {
      const { kind, articleId, memoId, title, file } = item;
      return { kind, ...nothing, articleId, memoId, title, file };
    }
    default:
      return passageRecord(item, await indexOf(item.articleId), labels);
  }
}

const passageRecord = (item: PassageToReview, index: TextIndex | null, labels: LabelSet) => ({
  kind: item.kind,
  ...nothing,
  articleId: item.articleId,
  title: item.articleTitle,
  passage: {
    id: item.passageId,
    label: labels.printed(item.label),
    quote: item.old.quote,
    printed: item.old.printed,
    carriedFrom: { articleId: item.old.articleId, passageId: item.old.passageId, copy: item.old.version },
  },
  around: item.around,
  candidates: index === null ? [] : item.candidates.map((candidate) => candidateRecord(candidate, index)),
});

const candidateRecord = ({ score, quote, paragraph, ranges }: ReviewCandidate, index: TextIndex) => ({
  score: Math.round(score * 1000) / 1000,
  quote,
  paragraph,
  selectors: ranges.map(({ start, end }) => ({
    start: index.toCodePoint(start),
    end: index.toCodePoint(end),
  })),
});

type ReviewRecord = Awaited<ReturnType<typeof recordOf>>;

const lineOf = ({
  kind,
  articleId,
  memoId,
  title,
  passage,
  candidates,
  file,
  missingFields,
}: ReviewRecord): string =>
  [
    kind.padEnd(19),
    file ?? passage?.id ?? articleId ?? memoId,
    passage === null ? title : passage.printed,
    missingFields === null ? null : `missing ${missingFields.join(', ')}`,
    candidates.length === 0 ? null : candidates.map(({ score }) => score).join(' '),
  ]
    .filter((part) => part !== null)
    .join('  ');

export const needsCommand = defineCommand(
  {
    name: 'needs',
    summary: 'Lists what needs a decision',
    example: 'needs --json',
    operands: '',
    options: {},
    says: 'Lists what needs a decision: passages in doubt after a new version (with matches and scores from 0 to 1), incomplete citations, and memos whose evidence changed.',
  },
  z.strictObject({ words: noWords }).transform(() => ({})),
  listNeeds,
);
