/** The newest version of a cited article: what it has instead of the words that a citation quotes. */
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { ArticleId, PassageId, Sha256 } from '../../ids.ts';
import { type Passage, passageEvidence } from '../../passage/passage.ts';
import type { CitedArticle, LaterVersions, MemoMaterial, OlderVersion } from './memo-material.ts';
import { printedSourceOf } from './printed-source-of.ts';
import {
  newestOfLine,
  type Read,
  type Readings,
  readingsOf,
  type Standing,
  sentencesAsKept,
  standingOf,
} from './standing.ts';

/** The state of a citation of an older version, and what would be cited instead. */
export type LaterReading = Readings & {
  readonly standing: Standing;
  /** Which version is cited and which is the newest, from 1. */
  readonly version: number;
  readonly newestVersion: number;
  /** The passage of the newest version with the hash of its words; null where it has none that could be cited. */
  readonly newest: {
    readonly articleId: ArticleId;
    readonly passageId: PassageId;
    readonly exactSha256: Sha256;
  } | null;
};

/** Which version it is; its number is said where another was imported on the same day. */
export const nameOlderVersion = (
  { article }: CitedArticle,
  { number, newest }: Pick<LaterVersions, 'number' | 'newest'>,
): OlderVersion => {
  const { importedAt } = article;
  const isOfOneDay = importedAt.slice(0, 10) === newest.article.importedAt.slice(0, 10);
  return { number: isOfOneDay ? number : null, importedAt };
};

/** A passage with the whole sentences that contain it, where its text can be read. */
const readIn = (cited: CitedArticle, passage: Passage): Read => {
  const source = printedSourceOf(cited);
  const ranges = source?.placesOf(passage.id) ?? null;
  if (source === null || ranges === null || ranges.length === 0)
    return { passage, sentences: sentencesAsKept(passage) };
  const { text } = source;
  const sentences = ranges.map(({ start, end }) =>
    text.reading.text.slice(
      text.sentenceAt(start).start,
      Math.max(end, text.sentenceAt(Math.max(start, end - 1)).end),
    ),
  );
  return { passage, sentences: [...new Set(sentences)].join(' ') };
};

const isCitable = (standing: Standing): boolean =>
  standing !== 'gone' && standing !== 'unsettled' && standing !== 'beside';

const readLater = (
  cited: CitedArticle,
  passage: Passage,
  { number, newestNumber, newest, passages }: LaterVersions,
  sha256: MemoMaterial['sha256'],
): LaterReading => {
  const found = newestOfLine(passage, passages);
  const [then, now] = [readIn(cited, passage), found === null ? null : readIn(newest, found)];
  const { language } = effectiveBibliography(cited.article, cited.about);
  const standing = standingOf(then, now, language ?? 'und');
  return {
    standing,
    version: number,
    newestVersion: newestNumber,
    ...readingsOf(standing, then, now),
    newest:
      found === null || !isCitable(standing)
        ? null
        : {
            articleId: newest.article.id,
            passageId: found.id,
            exactSha256: sha256(passageEvidence(found)),
          },
  };
};

/** The newest version's reading of a cited passage; null where its article has no newer one, or that is not known. */
export const laterReadingOf = (
  cited: CitedArticle,
  passage: Passage,
  { later, sha256 }: Pick<MemoMaterial, 'later' | 'sha256'>,
): LaterReading | null => {
  const versions = later?.get(cited.article.id);
  return versions === undefined ? null : readLater(cited, passage, versions, sha256);
};
