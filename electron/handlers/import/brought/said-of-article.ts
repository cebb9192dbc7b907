/** Converts another tool's annotations of an article into records: its passages, its note, its tags, its state. */
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { ArticleRecord } from '#domain/article/article.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { missingFrom } from '#domain/exchange/fill-bibliography.ts';
import { joinNotes } from '#domain/exchange/merge-brought.ts';
import type { TagId } from '#domain/ids.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import type { LabelId } from '#domain/passage/label.ts';
import { richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { type SaidPassage, saidPassages } from '../said-passages.ts';
import type { PlacedPassage, PlannedArticle } from './planned.ts';

export type SayingContext = {
  readonly label: LabelId;
  /** The ids of the tags with those names, each once. */
  readonly tagIds: (names: readonly string[]) => readonly TagId[];
  readonly machine: Machine;
};

/** The data of the passage that a highlight of another tool becomes. */
export const saidOfPlaced = (
  { range, passage: { tags, note, place, at } }: PlacedPassage,
  { label, tagIds }: Pick<SayingContext, 'label' | 'tagIds'>,
): SaidPassage => ({ ranges: [range], label, tagIds: tagIds(tags), note, place, at });

const addNote = (before: AnnotationsFile['about']['note'], note: string | null): typeof before => {
  const standing = before === null ? null : richTextToPlain(before);
  if (note === null || standing?.includes(note)) return before;
  return richTextFromPlain(joinNotes([standing, note]) ?? '');
};

/** An article to which another tool's annotations are added. */
export type SaidOf = {
  readonly record: Pick<ArticleRecord, 'bibliography'>;
  readonly annotations: Omit<AnnotationsFile, 'version'>;
  readonly text: PassageText;
};

/** Adds another tool's annotations to those of an article; existing ones are kept. */
export const addSaid = async (
  { record, annotations, text }: SaidOf,
  { article, placed }: PlannedArticle,
  context: SayingContext,
): Promise<Omit<AnnotationsFile, 'version'>> => {
  const { about, passages, tasks } = annotations;
  const tagIds = [...new Set([...about.tagIds, ...context.tagIds(article.tags)])];
  return {
    about: {
      ...about,
      corrections: {
        ...about.corrections,
        ...missingFrom(effectiveBibliography(record, about), article.about),
      },
      note: addNote(about.note, article.note),
      tagIds,
      state: about.state === 'unread' ? (article.state ?? 'unread') : about.state,
    },
    passages: [
      ...passages,
      ...(await saidPassages(
        text,
        placed.map((each) => saidOfPlaced(each, context)),
        passages,
        context.machine,
      )),
    ],
    tasks,
  };
};
