/** Finds levels of analytic confidence in prose: "with high confidence", "our confidence in the reporting is low". */
import { ownWords } from '../../reading/own-words.ts';
import {
  betweenLevelAndConfidence,
  judgedNouns,
  levelAdverbs,
  levelWords,
  otherHolders,
  otherThings,
} from '../../tradecraft/confidence-forms.ts';

const anyOf = (words: readonly string[]): string =>
  `(?<![\\p{L}\\p{N}])(?:${words.join('|').replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`;

const level = anyOf(levelWords);
const notOtherThing = `(?![\\s-]+${anyOf(otherThings)})`;
const notOfOthers = `(?<!${anyOf(otherHolders)}[\\s-]+)`;
const notAmongOthers = '(?!\\s+(?:among|amongst|of)\\b)';
const judged = `\\s+in\\s+(?:\\S+\\s+){0,5}?${anyOf(judgedNouns)}`;
/** Trust in a thing is no level, unless it is the writer's own. */
const inJudged = `(?!\\s+in\\s)|(?=${judged})|(?<=\\b(?:we|our|i)\\b[^.;:!?]{0,60})`;

const is =
  '\\b(?:is|are|was|were|be|been|remains?|remained|stays?|stands?|seems?|appears?|becomes?|stood)\\b';
const adverbsOfIs = anyOf([
  ...['only', 'still', 'also', 'therefore', 'thus', 'now', 'at', 'very', 'judged', 'rated', 'assessed'],
  ...['held', 'considered', 'as', 'to', 'be', 'a', 'relatively', 'rather', 'fairly', 'best', 'no', 'not'],
  ...['more', 'than', 'overall'],
]);

const forms = [
  // "high analytic confidence", "a low degree of confidence", "a high-confidence judgement"
  `${level}(?:[\\s-]+${anyOf(betweenLevelAndConfidence)})*[\\s-]+confidence\\b${notOtherThing}${notAmongOthers}(?:${inJudged})`,
  // "moderately confident"
  `(?<!${anyOf(otherHolders)}\\s+\\S+\\s+)${anyOf(levelAdverbs)}\\s+confident\\b`,
  // "Confidence: low", "confidence (moderate)"
  `${notOfOthers}\\bconfidence(?:\\s+levels?)?\\s*[:=(–—-]\\s*${level}`,
  // "confidence in the judgement that it will hold is low"
  `${notOfOthers}\\bconfidence(?:\\s+levels?)?(?:${judged}(?:\\s[^;:!?]{0,160}?)?|\\s+that\\s[^;:!?]{1,160}?)?\\s+${is}(?:\\s+${adverbsOfIs})*\\s+${level}(?!\\s+(?:on|among)\\b)`,
];
const anyForm = new RegExp(forms.join('|'), 'iu');

/** Whether the own words of `text` (one textblock) hold a level of confidence; moods of others are none. */
export const saysConfidence = (text: string): boolean => anyForm.test(ownWords(text));
