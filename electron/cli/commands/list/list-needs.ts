import { z } from 'zod';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import type { Need, NeedCandidate, PassageNeed } from '#domain/contract/needs.ts';
import type { ArticleId } from '#domain/ids.ts';
import { remembering } from '#domain/remembering.ts';
import { indexText, type TextIndex } from '#domain/text/text-index.ts';
import { noWords } from '../../arguments/words.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';

/** Lists what waits for the analyst. Every thing has the same fields; those that it has not are null. */
async function listNeeds(context: CommandContext) {
  const needs = await context.call('needs:list', {});
  if (!needs.ok) return needs;
  const indexOf = createIndexes(context);
  const listed = [];
  for (const need of needs.value) listed.push(await recordOf(need, indexOf));
  return answer(listed, listed.map(lineOf).join('\n'));
}

type IndexOf = (articleId: ArticleId) => Promise<TextIndex | null>;

/** The texts of the articles, each read once: offsets are answered in code points. */
const createIndexes = ({ call }: CommandContext): IndexOf =>
  remembering(async (articleId) => {
    const opened = await call('article:open', { articleId });
    return opened.ok ? indexText(canonicalText(opened.value.body)) : null;
  });

const nothing = {
  articleId: null,
  memoId: null,
  title: null,
  passage: null,
  candidates: [],
  missingFields: null,
  file: null,
};

async function recordOf(need: Need, indexOf: IndexOf) {
  switch (need.kind) {
    case 'citation-incomplete': {
      const { kind, articleId, articleTitle: title, missingFields } = need;
      return { kind, ...nothing, articleId, title, missingFields };
    }
    case 'file-unreadable': {
      const { kind, articleId, memoId, title, fault } = need;
      return { kind, ...nothing, articleId, memoId, title, file: fault.file };
    }
    case 'text-altered': {
      const { kind, articleId, articleTitle: title } = need;
      return { kind, ...nothing, articleId, title };
    }
    case 'evidence-changed': {
      const { kind, memoId, title } = need;
      return { kind, ...nothing, memoId, title };
    }
    case 'conflict': {
      const { kind, place, title, from } = need;
      const { articleId = null, memoId = null } = { articleId: null, memoId: null, ...place };
      return { kind, ...nothing, articleId, memoId, title, file: from };
    }
    case 'thing-lost': {
      const { kind, articleId, memoId, title, file, how } = need;
      return { kind, ...nothing, articleId, memoId, title: title ?? how, file };
    }
    case 'same-name': {
      const { kind, name: title } = need;
      return { kind, ...nothing, title };
    }
    case 'copy-left': {
      const { kind, name } = need;
      return { kind, ...nothing, file: name };
    }
    case 'file-repaired': {
      const { kind, articleId, memoId, title, file } = need;
      return { kind, ...nothing, articleId, memoId, title, file };
    }
    default:
      return passageRecord(need, await indexOf(need.articleId));
  }
}

const passageRecord = (need: PassageNeed, index: TextIndex | null) => ({
  kind: need.kind,
  ...nothing,
  articleId: need.articleId,
  title: need.articleTitle,
  passage: {
    id: need.passageId,
    label: need.label,
    quote: need.old.quote,
    printed: need.old.printed,
    carriedFrom: { articleId: need.old.articleId, passageId: need.old.passageId, copy: need.old.version },
  },
  candidates: index === null ? [] : need.candidates.map((candidate) => candidateRecord(candidate, index)),
});

const candidateRecord = ({ score, quote, paragraph, ranges }: NeedCandidate, index: TextIndex) => ({
  score: Math.round(score * 1000) / 1000,
  quote,
  paragraph,
  selectors: ranges.map(({ start, end }) => ({
    start: index.toCodePoint(start),
    end: index.toCodePoint(end),
  })),
});

type NeedRecord = Awaited<ReturnType<typeof recordOf>>;

const lineOf = ({
  kind,
  articleId,
  memoId,
  title,
  passage,
  candidates,
  file,
  missingFields,
}: NeedRecord): string =>
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
    summary: 'Lists what waits for you',
    example: 'needs --json',
    operands: '',
    options: {},
    says: 'What waits for you: passages that a new version left in doubt, with candidates and scores from 0 to 1, citations that are incomplete, memos whose evidence changed.',
  },
  z.strictObject({ words: noWords }).transform(() => ({})),
  listNeeds,
);
