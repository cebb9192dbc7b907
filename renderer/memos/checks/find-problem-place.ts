import type { Node } from '@tiptap/pm/model';
import type { MemoProblem } from '#domain/contract/memo.ts';

type Matches = (node: Node) => boolean;

const isJudgement =
  (id: string | null): Matches =>
  ({ type, attrs }) =>
    type.name === 'judgement' && attrs.id === id;

const isCitationOf =
  (passageId: string): Matches =>
  ({ type, attrs }) =>
    (type.name === 'citation' || type.name === 'quotation') && attrs.passageId === passageId;

/** In the text of a block, or beside the statement of a judgement. */
const isTextWith =
  (words: string): Matches =>
  ({ isTextblock, content, attrs }) => {
    // As the checks read it: a citation and a line break are a space.
    const own = isTextblock ? content.textBetween(0, content.size, null, ' ') : '';
    const texts = [own, attrs.confidenceReason, attrs.assumptions, attrs.wouldChange];
    return (
      isTextblock && words !== '' && texts.some((text) => typeof text === 'string' && text.includes(words))
    );
  };

/** What the node of a problem is known by, the best first; none where the problem is not one of the text. */
const matchersOf = (problem: MemoProblem): readonly Matches[] => {
  switch (problem.kind) {
    case 'quote-not-verbatim':
    case 'quote-of-another-speaker':
      return [isTextWith(problem.quote), isCitationOf(problem.passageId)];
    default: {
      const matches = matcherOf(problem);
      return matches === null ? [] : [matches];
    }
  }
};

type WithOneMatcher = Exclude<
  MemoProblem,
  { readonly kind: 'quote-not-verbatim' | 'quote-of-another-speaker' }
>;

const matcherOf = (problem: WithOneMatcher): Matches | null => {
  switch (problem.kind) {
    case 'evidence-changed':
    case 'confirmed-by-no-other-origin':
    case 'quote-of-struck-words':
      return isCitationOf(problem.passageId);
    case 'quoted-not-cited':
      return isTextWith(problem.quote);
    case 'likelihood-and-confidence-in-one-sentence':
      return problem.judgementId === null ? isTextWith(problem.sentence) : isJudgement(problem.judgementId);
    case 'empty-section':
    case 'list-too-deep':
      return ({ type, attrs }) => type.name === 'section' && attrs.heading === problem.heading;
    case 'mixed-lexicons':
      return isTextWith(problem.terms[0] ?? '');
    case 'missing-glyph':
      return isTextWith(problem.glyph.character);
    case 'citation-incomplete':
    case 'marking-below-evidence':
    case 'head-incomplete':
      return null;
    default:
      return isJudgement(problem.judgementId);
  }
};

/** Where in the text the problem stands; null where it stands in the head or in an article, or is there no more. */
export const findProblemPlace = (doc: Node, problem: MemoProblem): number | null => {
  let found: number | null = null;
  for (const matches of matchersOf(problem)) {
    if (found !== null) break;
    doc.descendants((node, position) => {
      if (found === null && matches(node)) found = position;
      return found === null;
    });
  }
  return found;
};
