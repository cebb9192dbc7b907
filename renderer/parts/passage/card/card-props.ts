import type { ReactNode } from 'react';
import type { ArticleId, SourceId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Task } from '#domain/task/task.ts';
import type { TextOfPassages } from '../../source/names-in-article.ts';
import type { SpeakerInText } from '../../source/speaker-in-text.ts';
import type { EditPassage } from '../edit-passage-of.ts';
import type { Publication } from './print-speaker.ts';

/** The fields of a card; each has its key. */
const cardFields = ['note', 'tags', 'source', 'concerned', 'grade', 'manner', 'task', 'translation'] as const;
export type CardField = (typeof cardFields)[number];

export type PassageCardProps = {
  readonly articleId: ArticleId;
  readonly passage: Passage;
  readonly publication: Publication | null;
  /** The tasks on this passage, without deleted ones. */
  readonly tasks: readonly Task[];
  /** The printed page number; absent if the article has no pages. */
  readonly page?: string | undefined;
  readonly paragraph: number | null;
  readonly isOpen: boolean;
  readonly isHot?: boolean;
  /** The field being edited; null for none. */
  readonly field: CardField | null;
  readonly onField: (field: CardField | null) => void;
  /** A press on the closed card. */
  readonly onOpen: () => void;
  readonly onEdit: EditPassage;
  /** How many links it has, in both directions. */
  readonly relationCount: number;
  /** Whether one of these links is a contradiction. */
  readonly isContradicted?: boolean;
  /** Whether the previous card has another speaker; absent if there is no previous card. */
  readonly hasNewSpeaker?: boolean;
  readonly suggestedSources?: readonly SourceId[];
  /** Finds the speaker named in the text; called when the speaker is to be set. */
  readonly findSpeaker?: () => SpeakerInText | null;
  /** Finds its paragraphs; called when those concerned are to be set. */
  readonly findParagraphs?: () => TextOfPassages;
  /** The meaning of its relative dates, see printDates; empty or absent for none. Never part of the quote. */
  readonly dates?: string;
  /** The text blocks of its parts, by index: their translation is suggested for the passage. */
  readonly blocks?: readonly number[];
  /** Whether the article's language is not the analyst's. */
  readonly isForeign?: boolean;
  /** The words in it that the article strikes out; empty or absent for none. */
  readonly struck?: readonly string[];
  /** What one must know first: that it is not saved, or no longer in the text. */
  readonly warning?: ReactNode;
};
