import { beginningOf } from '../../../text/beginning-of.ts';
import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import { citedName } from '../../citations/cited-name.ts';
import type { LaterReading } from '../../citations/later-reading.ts';
import type { EvidenceState, ResolvedCitation } from '../../citations/resolved-citation.ts';
import type { Standing } from '../../citations/standing.ts';
import type { CheckedMemo } from '../checked-memo.ts';
import type { Found } from '../finding.ts';
import type { Rule } from '../rule.ts';

const lookAtIt = 'Look at it, then cite it as it reads now or take the citation out.';
const words: Readonly<Record<Exclude<EvidenceState, 'ok'>, (ofArticle: string) => string>> = {
  changed: (ofArticle) => `A cited passage${ofArticle} has changed. ${lookAtIt}`,
  altered: (ofArticle) =>
    `A cited passage${ofArticle} stands in a text that was changed after it was imported. Open the article: restore its text, or say why it is used as it is.`,
  deleted: (ofArticle) => `A cited passage${ofArticle} is in the trash. ${lookAtIt}`,
  missing: (ofArticle) => `A cited passage${ofArticle} is missing. ${lookAtIt}`,
};

const MAX_READING = 160;
const reading = (text: string | null): string => inQuotationMarks(beginningOf(text ?? '', MAX_READING));

type SayLater = (later: LaterReading, ofArticle: string) => string;

const laterWords: Readonly<Record<Exclude<Standing, 'same'>, SayLater>> = {
  changed: ({ was, is, newestVersion }, ofArticle) =>
    `Version ${newestVersion}${ofArticle} has ${reading(is)} for ${reading(was)}. Take the new version, or say why the older one is cited.`,
  reversed: ({ was, is, newestVersion }, ofArticle) =>
    `In version ${newestVersion}${ofArticle} a negation or denial was added or dropped: ${reading(is)} for ${reading(was)}. Take the new version, or say why the older one is cited.`,
  gone: ({ was, newestVersion }, ofArticle) =>
    `Version ${newestVersion}${ofArticle} no longer has ${reading(was)}. Take the citation out, or say why the older version is cited.`,
  unsettled: ({ was, newestVersion }, ofArticle) =>
    `Nobody has decided where ${reading(was)} is in version ${newestVersion}${ofArticle}. Decide it in Review.`,
};

const ofArticle = ({ material }: CheckedMemo, { articleId }: Pick<ResolvedCitation, 'articleId'>): string => {
  const cited = material.articles.get(articleId);
  return cited === undefined ? '' : ` of ${inQuotationMarks(citedName(cited))}`;
};

/** What has become of one citation: of its own copy, else of its words in the newest version. */
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

/** A cited passage that is not what it was when it was cited, or that a newer version of its article has otherwise. */
export const evidenceChanged: Rule = {
  level: 'error',
  check: (memo) => [
    ...memo.citations.flatMap((citation) => findingsOf(memo, citation)),
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
