import { missingForCitation } from '../../article/bibliography/bibliography.ts';
import { printHasNo } from '../../article/bibliography/print-missing-fields.ts';
import { struckWords } from '../../article/body/struck-text.ts';
import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import { printWhen } from '../../dates/when/print-when.ts';
import { type PrintedEvent, printEventLine, textOfPrinted } from '../../event/printed-event.ts';
import type { EventId } from '../../ids.ts';
import { anchorPassage } from '../../passage/anchor/anchor-passage.ts';
import type { Passage } from '../../passage/passage.ts';
import { ownWords } from '../../reading/own-words.ts';
import { snippetOf } from '../../search/snippet.ts';
import { beginningOf } from '../../text/beginning-of.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import type { StatedDate } from '../../time.ts';
import { type EventLineInMemo, listEventLines } from '../chronology/event-rows.ts';
import { citedArticles } from '../citations/cited-articles.ts';
import { citedName } from '../citations/cited-name.ts';
import type { LaterReading } from '../citations/later-reading.ts';
import type { CitedArticle } from '../citations/memo-material.ts';
import type { EvidenceState, ResolvedCitation } from '../citations/resolved-citation.ts';
import type { Standing } from '../citations/standing.ts';
import type { MemoHead } from '../memo.ts';
import { printAsOf, printDay } from '../print/print-date.ts';
import { eventWordsFor } from '../print/when/print-when-in.ts';
import { atJudgement, type CheckedJudgement, type CheckedMemo } from './checked-memo.ts';
import type { Found } from './finding.ts';
import type { Rule } from './rule.ts';

const lookAtIt = 'Check the passage, then cite it as it reads now or remove the citation.';
const words: Readonly<Record<Exclude<EvidenceState, 'ok'>, (ofArticle: string) => string>> = {
  changed: (ofArticle) => `A cited passage${ofArticle} has changed. ${lookAtIt}`,
  retranslated: (ofArticle) =>
    `The translation of a cited passage${ofArticle} has changed or is gone. Check it, then cite it as it reads now.`,
  altered: (ofArticle) =>
    `A cited passage${ofArticle} is in a text that was changed after the import. Open the article and restore its text, or give a reason for using it.`,
  deleted: (ofArticle) => `A cited passage${ofArticle} is in the trash. ${lookAtIt}`,
  missing: (ofArticle) => `A cited passage${ofArticle} is missing. ${lookAtIt}`,
};

const MAX_READING = 160;
/** A text for use inside a sentence of ours, without its own full stop, which would stand beside ours. */
const reading = (text: string | null): string =>
  inQuotationMarks(beginningOf((text ?? '').replace(/\.$/u, ''), MAX_READING));

type SayLater = (later: LaterReading, ofArticle: string) => string;

const laterWords: Readonly<Record<Exclude<Standing, 'same'>, SayLater>> = {
  changed: ({ was, is, newestVersion }, ofArticle) =>
    `Version ${newestVersion}${ofArticle} has ${reading(is)} instead of ${reading(was)}. Cite the new version, or give a reason for citing the older one.`,
  reversed: ({ was, is, newestVersion }, ofArticle) =>
    `In version ${newestVersion}${ofArticle} a negation or denial was added or dropped: ${reading(is)} instead of ${reading(was)}. Cite the new version, or give a reason for citing the older one.`,
  gone: ({ was, newestVersion }, ofArticle) =>
    `Version ${newestVersion}${ofArticle} no longer has ${reading(was)}. Remove the citation, or give a reason for citing the older version.`,
  beside: ({ was, newestVersion }, ofArticle) =>
    `Version ${newestVersion}${ofArticle} has ${reading(was)}, but something next to it, or a note on the article, is different. Check it in Review.`,
  unsettled: ({ was, newestVersion }, ofArticle) =>
    `The place of ${reading(was)} in version ${newestVersion}${ofArticle} is not settled. Settle it in Review.`,
};

const ofArticle = ({ material }: CheckedMemo, { articleId }: Pick<ResolvedCitation, 'articleId'>): string => {
  const cited = material.articles.get(articleId);
  return cited === undefined ? '' : ` of ${inQuotationMarks(citedName(cited))}`;
};

/** The findings on one citation: on its own copy, otherwise on its words in the newest version. */
const findingsOf = (memo: CheckedMemo, citation: ResolvedCitation): readonly Found[] => {
  const { passageId, state, later } = citation;
  const place = { kind: 'citation', passageId } as const;
  const article = ofArticle(memo, citation);
  if (state !== 'ok') return [{ place, message: words[state](article), subject: null }];
  if (later === undefined || later.standing === 'same') return [];
  return [
    {
      place,
      message: laterWords[later.standing](later, article),
      // A reason holds for this reading of this version alone.
      subject:
        `${passageId} version ${later.newestVersion} ${later.standing} ${later.newest?.exactSha256 ?? ''}`.trim(),
      statedAs: 'evidence-changed',
    },
  ];
};

const eventChanged = (line: EventLineInMemo, event: PrintedEvent | null, language: string): string => {
  const printed = inQuotationMarks(beginningOf(line.text, MAX_READING));
  if (event === null)
    return `The event of the line ${printed} is in the trash or gone. Take the line out, or keep it.`;
  if (event.saidBy.length === 0)
    return `No passage says any more what the line ${printed} prints. Take the line out, or keep it.`;
  const now = printEventLine(event, eventWordsFor(language));
  return now === line.text
    ? `The event of the line ${printed} rests on different passages now. Update the table, or confirm that the line is still right.`
    : `The event of the line ${printed} has changed: it now reads ${inQuotationMarks(beginningOf(now, MAX_READING))}. Update the table, or confirm that the line is still right.`;
};

/** The lines of a chronology whose event is printed otherwise now. */
const changedEventLines = ({ memo, material: { events, sha256 } }: CheckedMemo): readonly Found[] => {
  if (events === undefined) return [];
  return listEventLines(memo.content).flatMap((line): readonly Found[] => {
    const event = events.get(line.eventId) ?? null;
    const isThere = event !== null && event.saidBy.length > 0;
    if (isThere && sha256(textOfPrinted(event)) === line.printedSha256) return [];
    const place = { kind: 'event', eventId: line.eventId, isThere } as const;
    return [{ place, message: eventChanged(line, event, memo.head.language), subject: null }];
  });
};

/**
 * A cited passage that is not what it was when it was cited, or that a newer version of its article has otherwise; a
 * line of a chronology of which that holds for its event.
 */
export const evidenceChanged: Rule = {
  level: 'error',
  check: (memo) => [
    ...memo.citations.flatMap((citation) => findingsOf(memo, citation)),
    ...changedEventLines(memo),
    ...memo.lostQuotes.map(
      ({ quote, articleId, passageId, newestVersion }): Found => ({
        place: { kind: 'text', words: quote, passageId },
        message: `Version ${newestVersion}${ofArticle(memo, { articleId })} does not have ${reading(quote)}, which is quoted beside its citation.`,
        subject: `${passageId} version ${newestVersion} ${quote}`,
        statedAs: 'evidence-changed',
      }),
    ),
  ],
};

/** Which of several versions that a memo cites is meant: ", version 1". */
const versionOf = ({ article: { id } }: CitedArticle, { later }: CheckedMemo['material']): string => {
  const older = later?.get(id);
  if (older !== undefined) return `, version ${older.number},`;
  const newer = [...(later?.values() ?? [])].find(({ newest }) => newest.article.id === id);
  return newer === undefined ? '' : `, version ${newer.newestNumber},`;
};

/** A cited article that lacks what the citation of an open source names (ICS 206-01). */
export const citationIncomplete: Rule = {
  level: 'warning',
  check: ({ memo, material }) =>
    citedArticles(memo.content, material).flatMap((cited): readonly Found[] => {
      const missing = missingForCitation(effectiveBibliography(cited.article, cited.about));
      const [field] = missing;
      if (field === undefined) return [];
      return [
        {
          place: { kind: 'source', articleId: cited.article.id, field, missing },
          message: `${inQuotationMarks(citedName(cited))}${versionOf(cited, material)} has ${printHasNo(missing)}.`,
          subject: `${cited.article.id} ${missing.join(' ')}`,
        },
      ];
    }),
};

/** Cited passages graded 1, "confirmed by other sources", that no passage of another origin supports (any more). */
export const confirmedByNoOtherOrigin: Rule = {
  level: 'warning',
  check: ({ citations, material }) =>
    citations
      .filter(({ passageId }) => material.origins?.unconfirmed.has(passageId) === true)
      .map(({ passageId, articleId }) => {
        const cited = material.articles.get(articleId);
        const ofArticle = cited === undefined ? '' : ` of ${inQuotationMarks(citedName(cited))}`;
        return {
          place: { kind: 'citation', passageId },
          message: `A passage${ofArticle} is graded 1 (confirmed), but no passage of another origin supports it. Link one, or give a reason in the grade.`,
          subject: passageId,
        };
      }),
};

const SNIPPET_LENGTH = 80;

/** A passage that was linked to a cited one contradicts or supersedes it, and the memo does not cite it. */
export const disputedEvidence: Rule = {
  level: 'warning',
  check: ({ material: { origins } }) =>
    (origins?.disputes ?? []).map(({ passageId, type, other }) => {
      const of = other.article === null ? '' : ` of ${inQuotationMarks(other.article)}`;
      const quote = inQuotationMarks(snippetOf(other.quote, [], SNIPPET_LENGTH));
      return {
        place: { kind: 'citation', passageId },
        message: `A passage${of} ${type} a cited one, but the memo does not cite it: ${quote}. Under ICD 206, a source summary names what conflicts.`,
        subject: `${passageId} ${type} ${other.passageId}`,
      };
    }),
};

const firstOfEach = <Of extends { readonly eventId: EventId }>(all: readonly Of[]): readonly Of[] =>
  all.filter(({ eventId }, at) => all.findIndex((other) => other.eventId === eventId) === at);

/**
 * A cited passage reports an event whose passages give incompatible dates: both dates are named, once for each
 * event.
 */
export const contestedDate: Rule = {
  level: 'warning',
  check: ({ material: { origins } }) =>
    firstOfEach(origins?.contested ?? []).map(({ passageId, eventId, title, date, others }) => {
      const dates = others.map(({ date: other, articles }) => {
        const given = articles.flatMap((article) => (article === null ? [] : inQuotationMarks(article)));
        return given.length === 0 ? printWhen(other) : `${printWhen(other)} (${given.join(', ')})`;
      });
      return {
        place: { kind: 'citation', passageId },
        message: `The event ${inQuotationMarks(title)} of a cited passage is dated ${printWhen(date)}; passages also give ${dates.join(' and ')}. Say which date you use, and why.`,
        subject: `${passageId} ${eventId} ${[date, ...others.map((other) => other.date)].join(' ')}`,
      };
    }),
};

const struckIn = (passage: Passage, { text }: CitedArticle): readonly string[] => {
  if (text === null || text.struck.length === 0) return [];
  const { ranges } = anchorPassage(text.index, passage.selectors);
  return struckWords(text.index.text, text.struck, ranges);
};

/** A cited passage of an article that its publisher has withdrawn: reported once for each article. */
export const withdrawnEvidence: Rule = {
  level: 'warning',
  check: ({ citations, material }) => {
    const first = new Map(citations.toReversed().map(({ articleId, passageId }) => [articleId, passageId]));
    return [...first].flatMap(([articleId, passageId]): readonly Found[] => {
      const cited = material.articles.get(articleId);
      const withdrawn = cited?.about.withdrawn ?? null;
      if (cited === undefined || withdrawn === null) return [];
      const on = withdrawn.at === null ? '' : ` on ${printDay(withdrawn.at)}`;
      const why =
        withdrawn.note === '' ? '' : ` (${inQuotationMarks(beginningOf(withdrawn.note, MAX_READING))})`;
      return [
        {
          place: { kind: 'citation', passageId },
          message: `${inQuotationMarks(citedName(cited))} was withdrawn by its publisher${on}${why}. Cite other evidence, or write in the memo that it was withdrawn.`,
          subject: `${articleId} ${withdrawn.at ?? ''} ${withdrawn.note}`.trim(),
        },
      ];
    });
  },
};

/** A cited passage holds words that its article strikes out: printed plain, they are said again. */
export const quoteOfStruckWords: Rule = {
  level: 'warning',
  check: ({ citations, material }) =>
    citations.flatMap(({ passageId, articleId, passage }): readonly Found[] => {
      const cited = material.articles.get(articleId);
      const words = cited === undefined || passage === null ? [] : struckIn(passage, cited);
      if (words.length === 0) return [];
      const struck = words.map(inQuotationMarks).join(', ');
      return [
        {
          place: { kind: 'citation', passageId },
          message: `A cited passage contains words that its article strikes out: ${struck}. The quotation prints them as valid.`,
          subject: `${passageId} ${struck}`,
        },
      ];
    }),
};

const DAY_LENGTH = 10;
const saysZone = /(?:Z|[+-]\d\d:?\d\d)$/u;

/** Instants are compared as instants; where one of the two is a day, both are compared as days, each as stated. */
const isAfter = (publishedAt: StatedDate, asOf: MemoHead['asOf']): boolean =>
  asOf.length > DAY_LENGTH && publishedAt.length > DAY_LENGTH && saysZone.test(publishedAt)
    ? Date.parse(publishedAt) > Date.parse(asOf)
    : publishedAt.slice(0, DAY_LENGTH) > asOf.slice(0, DAY_LENGTH);

/** A cited article that was published after the information cut-off. */
export const publishedAfterCutOff: Rule = {
  level: 'warning',
  check: ({ memo: { head, content }, material }) =>
    citedArticles(content, material).flatMap((cited): readonly Found[] => {
      const { publishedAt } = effectiveBibliography(cited.article, cited.about);
      if (publishedAt === null || !isAfter(publishedAt, head.asOf)) return [];
      return [
        {
          place: { kind: 'head', field: 'asOf' },
          message: `${inQuotationMarks(citedName(cited))} was published on ${printDay(publishedAt)}, after the information cut-off of ${printAsOf(head.asOf)}.`,
          subject: `${cited.article.id} ${publishedAt} ${head.asOf}`,
        },
      ];
    }),
};

/** Evidence more than this many months older than the cut-off describes the past. */
const OLD_MONTHS = 24;
const MS_IN_MONTH = 1000 * 60 * 60 * 24 * 30.44;

/** Verbs in the present tense, by language: a judgement without one, or with a year, states its time itself. */
const present: Readonly<Record<string, RegExp>> = {
  en: /\b(?:is|are|has|have|remains?|continues?|holds?|controls?|keeps?|uses?|now|currently|today)\b/iu,
  de: /(?<!\p{L})(?:ist|sind|hat|haben|bleibt|bleiben|hält|verfügt|wird|werden|derzeit|heute|jetzt)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:est|sont|a|ont|reste|restent|demeure|dispose|continue|actuellement|aujourd['’]hui)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:es|son|está|están|tiene|tienen|sigue|siguen|permanece|mantiene|actualmente|hoy)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:è|sono|ha|hanno|resta|restano|rimane|continua|dispone|attualmente|oggi)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:é|são|está|estão|tem|têm|continua|permanece|mantém|atualmente|hoje)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:is|zijn|heeft|hebben|blijft|blijven|beschikt|momenteel|vandaag|nu)(?!\p{L})/iu,
};
const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/u;

const publishedOn = (
  { cited }: CheckedJudgement,
  { material }: CheckedMemo,
): readonly (StatedDate | null)[] =>
  cited.map(({ articleId }) => {
    const article = material.articles.get(articleId);
    return article === undefined ? null : effectiveBibliography(article.article, article.about).publishedAt;
  });

/** Judgements that speak of the present and rest on evidence alone that is older than two years at the cut-off. */
export const presentOnOldEvidence: Rule = {
  level: 'warning',
  check: (memo) =>
    memo.judgements.flatMap((judgement): readonly Found[] => {
      const { asOf, language } = memo.memo.head;
      const own = ownWords(judgement.statement);
      const isPresent = present[language.split('-', 1)[0] ?? '']?.test(own) === true && !year.test(own);
      const dates = publishedOn(judgement, memo);
      const newest = dates
        .filter((date) => date !== null)
        .toSorted()
        .at(-1);
      if (!isPresent || newest === undefined || dates.includes(null)) return [];
      if (Date.parse(asOf) - Date.parse(newest) < OLD_MONTHS * MS_IN_MONTH) return [];
      return [
        {
          place: atJudgement(judgement),
          message: `Judgement ${judgement.number} speaks of the present, but its newest evidence is from ${printDay(newest)}. Cite newer evidence, or say as of when it holds.`,
          subject: `${judgement.id} ${judgement.statement} ${newest}`,
        },
      ];
    }),
};
