/** Requests of bringing in what another tool has exported: it is read and shown first, and then taken in one act. */
import { z } from 'zod';
import { MAX_CALENDAR_TASKS, MAX_UID } from '../exchange/calendar-task.ts';
import type { FilledField } from '../exchange/fill-bibliography.ts';
import type { TodoRow } from '../exchange/lay-todo.ts';
import type { LeftOut } from '../exchange/left-out.ts';
import type { MatchedBy } from '../exchange/match-article.ts';
import type { NotPlaced } from '../exchange/not-placed.ts';
import { type Tool, toolIds } from '../exchange/tools.ts';
import { type ArticleId, type DraftId, draftIdSchema } from '../ids.ts';
import { labelIdSchema } from '../passage/label.ts';
import type { ListedRow } from '../source/list/listed-source.ts';
import type { CodebookRow } from '../tag/apply-codebook.ts';
import type { AppError } from './errors/app-error.ts';
import { defineRequest, edit, everythingTouched, transientEdit, type } from './request.ts';

/**
 * What an article of an export becomes: a new article with its text, or only with its excerpts; a new version of
 * existing excerpts; nothing new except details of an existing article; or nothing, and why.
 */
export type BroughtAs = 'article' | 'excerpts' | 'new-version' | 'known' | 'nothing';

export type BroughtRow = {
  readonly key: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly becomes: BroughtAs;
  /** The article that is here; of a new version the one before it. */
  readonly knownId: ArticleId | null;
  readonly matchedBy: MatchedBy | 'text' | null;
  /** New passages, and those that already exist. */
  readonly passages: number;
  readonly passagesHere: number;
  readonly notPlaced: readonly NotPlaced[];
  /** The fields of the citation that were missing of an article that is here, and are filled. */
  readonly fills: readonly FilledField[];
  readonly tags: number;
  readonly hasNote: boolean;
  /** Why it becomes nothing. */
  readonly failure: AppError | null;
};

export type BroughtPreview = {
  readonly draftId: DraftId;
  readonly tool: Tool;
  readonly fileName: string;
  readonly rows: readonly BroughtRow[];
  /** Changes to the tags themselves. */
  readonly codebook: readonly CodebookRow[];
  /** What becomes of the lines of a source list. */
  readonly sources: readonly ListedRow[];
  /** What becomes of the to-dos of a calendar. */
  readonly tasks: readonly TodoRow[];
  readonly leftOut: readonly LeftOut[];
};

/** The result of bringing in an export. */
export type BroughtIn = {
  readonly articleIds: readonly ArticleId[];
  /** Articles that were here and to which something was added. */
  readonly known: number;
  readonly passages: number;
  /** Made. */
  readonly tags: number;
  /** Existing ones that get further details. */
  readonly tagsChanged: number;
  /** Made, of a source list. */
  readonly sources: number;
  /** Existing ones that get further details. */
  readonly sourcesChanged: number;
  /** Made, of the to-dos of a calendar. */
  readonly tasks: number;
  /** That were here, and are done or changed now. */
  readonly tasksChanged: number;
};

export const importChooseExport = defineRequest(
  'import:choose-export',
  transientEdit({
    input: z.strictObject({ tool: z.enum(toolIds) }),
    output: type<BroughtPreview>(),
    says: 'Asks for the export of another tool and reads it, without writing anything.',
  }),
);

export const importTakeBrought = defineRequest(
  'import:take-brought',
  edit({
    input: z.strictObject({
      draftId: draftIdSchema,
      label: labelIdSchema,
      /** The UIDs of the to-dos to take; by default those offered. */
      uids: z.array(z.string().max(MAX_UID)).max(MAX_CALENDAR_TASKS).exactOptional(),
    }),
    output: type<BroughtIn>(),
    touches: everythingTouched,
    supersedes: 'nothing',
    says: 'Takes in an export that was read, as it was shown, in one act; its passages get that label.',
  }),
);

export const importDiscardBrought = defineRequest(
  'import:discard-brought',
  transientEdit({
    input: z.strictObject({ draftId: draftIdSchema }),
    output: type<null>(),
    says: 'Forgets an export that was read.',
  }),
);

export const broughtRequests = [importChooseExport, importTakeBrought, importDiscardBrought] as const;
