/** A passage with all that is known of it, as it is given to other programs. */

import type { ArticleVersion } from '../../article/article.ts';
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { ArticleId, PassageId } from '../../ids.ts';
import type { LabelId, LabelSet } from '../../passage/label.ts';
import {
  type Basis,
  type Manner,
  type Passage,
  type PassageTarget,
  targetOf,
} from '../../passage/passage.ts';
import { richTextToPlain } from '../../rich-text.ts';
import type { SourceTree } from '../../source/source.ts';
import type { Timestamp } from '../../time.ts';
import { printGradeApart } from '../../tradecraft/grade.ts';
import { printMarking } from '../../tradecraft/marking.ts';
import { printMaker } from '../../translation/print-translation.ts';
import { renderedWords, renderingIdOf } from '../../translation/translation.ts';
import { resolveRecord } from '../../tree/record-tree.ts';
import { printAttribution, printGradeLine, printSpeaker, publicationOf } from '../citations/attribution.ts';
import type { CitedArticle } from '../citations/memo-material.ts';
import { placeOf } from '../citations/resolve-citations.ts';
import { printSource } from '../document/print-source.ts';

export type ExportedPassage = {
  readonly id: PassageId;
  readonly articleId: ArticleId;
  /**
   * One per part of an interrupted quotation, verbatim, in code points of the stored text; or a region of a picture.
   */
  readonly target: PassageTarget;
  /** The analyst's description of a region; null where words are quoted, or there is none. */
  readonly description: string | null;
  readonly label: LabelId;
  /** As a search names it. */
  readonly labelName: string;
  /** "China/Dual use" */
  readonly tags: readonly string[];
  readonly speaker: string | null;
  /** The persons and things that it concerns, by name; absent where none are set. */
  readonly concerned?: readonly string[];
  readonly publication: string | null;
  readonly published: string | null;
  /** "B3", "–/3"; empty where nothing is graded. */
  readonly grade: string;
  readonly manner: Manner | null;
  readonly basis: Basis | null;
  /** As it is printed there; null where the article has no pages. */
  readonly page: string | null;
  readonly paragraph: number | null;
  readonly articleTitle: string | null;
  /** "2 of 2": the version of its article that contains it; null where there is one only. */
  readonly version: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The marking that the article was received with. */
  readonly marking: string | null;
  /** "Official (unnamed), quoted in Harbour Dispatch, 22 April 2024, para. 3; B3 via Harbour Dispatch (C)" */
  readonly attribution: string;
  /** The citation of its article in full. */
  readonly citation: string;
  /** Its translations, each with its translator; absent where there are none. */
  readonly translations?: readonly {
    readonly language: string;
    readonly words: string;
    readonly maker: string;
  }[];
  /** The analyst's own words; null where they are not given away. */
  readonly note: string | null;
  readonly storedAt: Timestamp;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  /** Who has written it last; null where no name was set. */
  readonly by: string | null;
};

type Known = {
  readonly passage: Passage;
  readonly cited: CitedArticle;
  readonly sources: SourceTree;
  readonly tags: readonly string[];
  readonly hasNote: boolean;
  readonly labels: LabelSet;
  /** Of its article; null where it is the only one. */
  readonly version: ArticleVersion | null;
};

const printVersion = ({ number, count }: ArticleVersion): string => `${number} of ${count}`;

const attributionOf = ({ passage, cited, sources, version }: Known): string => {
  const grade = printGradeLine(passage, publicationOf(cited, sources), sources);
  const from = printAttribution(passage, cited, placeOf(passage, cited), sources);
  const which = version === null ? null : `version ${printVersion(version)}`;
  return [from, which, grade].filter((part) => part !== null).join('; ');
};

/** The translations of a passage that are there. */
const translationsOf = ({ passage, cited }: Known): Pick<ExportedPassage, 'translations'> => {
  const { translations, renderings } = cited.translated ?? { translations: [], renderings: [] };
  const found = translations
    .filter(({ deletedAt }) => deletedAt === null)
    .flatMap(({ id, language }) => {
      const rendering = renderings.find((each) => each.id === renderingIdOf(id, passage.id));
      return rendering === undefined
        ? []
        : [{ language, words: renderedWords(rendering), maker: printMaker(rendering.maker) }];
    });
  return found.length === 0 ? {} : { translations: found };
};

/** The names of those it is about that are sources still, each once. */
const concernedOf = ({ passage, sources }: Known): Pick<ExportedPassage, 'concerned'> => {
  const live = passage.concernedIds.flatMap((id) => resolveRecord(sources, id) ?? []);
  return live.length === 0 ? {} : { concerned: [...new Set(live)].map(({ name }) => name) };
};

/** The passage as it is exported. */
export const toExportedPassage = (known: Known): ExportedPassage => {
  const { passage, cited, sources, tags, hasNote, labels, version } = known;
  const { article, about } = cited;
  const bibliography = effectiveBibliography(article, about);
  return {
    id: passage.id,
    articleId: article.id,
    target: targetOf(passage),
    description: passage.description || null,
    label: passage.label,
    labelName: labels.printed(passage.label),
    tags,
    speaker: printSpeaker(passage, sources),
    ...concernedOf(known),
    publication: publicationOf(cited, sources)?.name ?? null,
    published: bibliography.publishedAt,
    grade: printGradeApart(passage.grade),
    manner: passage.manner,
    basis: passage.basis,
    page: placeOf(passage, cited).page ?? null,
    paragraph: placeOf(passage, cited).paragraph,
    articleTitle: bibliography.title,
    version: version === null ? null : printVersion(version),
    url: bibliography.url,
    language: bibliography.language,
    marking: about.marking === null ? null : printMarking(about.marking),
    attribution: attributionOf(known),
    citation: printSource(1, cited, sources).text,
    ...translationsOf(known),
    note: hasNote && passage.note !== null ? richTextToPlain(passage.note) : null,
    storedAt: article.importedAt,
    createdAt: passage.createdAt,
    updatedAt: passage.updatedAt,
    by: passage.by ?? null,
  };
};
