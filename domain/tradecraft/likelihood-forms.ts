/**
 * The terms of the lexicons in running prose. ICD 203 and PHIA list each term once; a writer inflects it, negates it,
 * and uses some of its words for other things. Parts of patterns: `\s+` matches any white space.
 */

/** Other forms of a term, by its wording; the wording itself is always one. */
export const termForms: Readonly<Record<string, readonly string[]>> = {
  'almost certain': ['almost certainly', 'almost-certain'],
  'nearly certain': ['nearly certainly', 'nearly-certain'],
  probable: ['probably'],
  'highly probable': ['highly-probable'],
  'roughly even chance': ['roughly an even chance', 'roughly even chances'],
  'roughly even odds': ['roughly an even odds'],
  'realistic possibility': ['realistic possibilities'],
  'remote chance': ['remote chances'],
};

/** Words for likelihood: "remote" only states a likelihood beside one of them. */
export const likelihoodNouns = [
  ...['chance', 'chances', 'possibility', 'possibilities', 'probability', 'likelihood', 'odds'],
  ...['prospect', 'prospects', 'risk', 'risks'],
];

/** Behind a term, these make something else of it, by its wording. */
export const otherSenses: Readonly<Record<string, readonly string[]>> = {
  probable: ['cause', 'causes'],
  likely: ['voter', 'voters'],
  unlikely: ['hero', 'heroes', 'ally', 'allies', 'alliance', 'pair', 'couple', 'partners', 'bedfellows'],
};

/** Negations before a term: "It is not likely" does not mean likely. */
export const negators = [
  ...[
    'not',
    'never',
    'neither',
    'nor',
    'hardly',
    'scarcely',
    'barely',
    'no longer',
    'less',
    'least',
    'cannot',
  ],
  ...['far from', 'anything but'],
];

/** Between what denies a term and the term: "not now thought to be very likely", "do not judge it likely". */
export const betweenNegatorAndTerm = [
  ...['a', 'an', 'at', 'all', 'any', 'as', 'so', 'that', 'very', 'too', 'yet', 'now', 'even', 'particularly'],
  ...['especially', 'necessarily', 'highly', 'be', 'been', 'being', 'to', 'it', 'this', 'them', 'he', 'she'],
  ...[
    'appear',
    'seem',
    'look',
    'become',
    'remain',
    'think',
    'judge',
    'consider',
    'believe',
    'find',
    'regard',
  ],
  ...['deem', 'see', 'thought', 'judged', 'considered', 'believed', 'found', 'regarded', 'deemed', 'seen'],
  ...['more', 'than', 'the', 'is', 'are', 'of', 'assess', 'assessed'],
];

/** Directly before a term, these make another degree of it, which no lexicon has. */
export const intensifiers = [
  ...['very', 'highly', 'extremely', 'exceedingly', 'quite', 'rather', 'fairly', 'somewhat', 'increasingly'],
  ...['overwhelmingly', 'vastly', 'reasonably', 'as', 'equally'],
];

/** Degrees of likelihood outside of the lexicons: like a term, they must not be combined with a confidence level. */
export const otherDegrees = [
  '\\d{1,3}(?:[.,]\\d+)?(?:\\s*(?:–|-|to)\\s*\\d{1,3})?\\s*(?:%|per\\s?cent)\\s+(?:chance|chances|probability|likelihood|odds)',
  '(?:even|slim|slight|small|fair|good|strong|high|low|little|better\\s+than\\s+even)\\s+(?:chance|chances|probability|likelihood|odds)',
  '(?:chance|chances|probability|likelihood|odds)\\s+(?:is|are|remains?)\\s+(?:very\\s+)?(?:high|low|even|slim|small|good)',
  '(?:virtually|near|all\\s+but)[\\s-]+certain(?:ty|ly)?',
  'chances\\s+are',
];

/** Directly before one of a form's own terms, these negate or modify it, by language. English ones are above. */
export const alteringWords: Readonly<Record<string, readonly string[]>> = {
  ar: ['غير', 'ليس', 'ليست', 'لن', 'لا', 'لم', 'أكثر', 'أقل'],
  de: [
    ...['nicht', 'kaum', 'nie', 'niemals', 'keineswegs', 'keinesfalls', 'weder', 'wenig', 'weniger', 'mehr'],
    ...['sehr', 'höchst', 'äußerst', 'überaus', 'ziemlich', 'recht', 'eher', 'so', 'gleich', 'als'],
  ],
  es: ['no', 'nunca', 'poco', 'menos', 'más', 'muy', 'bastante', 'tan', 'sumamente', 'apenas'],
  fr: [
    'pas',
    'peu',
    'guère',
    'jamais',
    'moins',
    'plus',
    'très',
    'fort',
    'extrêmement',
    'assez',
    'plutôt',
    'aussi',
  ],
  he: ['לא', 'אינו', 'אינה', 'בלתי', 'יותר', 'פחות', 'מאוד'],
  it: ['non', 'mai', 'poco', 'meno', 'più', 'molto', 'assai', 'piuttosto', 'così', 'abbastanza'],
  nl: [
    'niet',
    'nooit',
    'nauwelijks',
    'weinig',
    'minder',
    'meer',
    'zeer',
    'heel',
    'erg',
    'uiterst',
    'vrij',
    'even',
  ],
  pl: ['nie', 'nigdy', 'mało', 'mniej', 'bardziej', 'bardzo', 'wysoce', 'niezwykle', 'dość', 'tak', 'raczej'],
  pt: ['não', 'nunca', 'pouco', 'menos', 'mais', 'muito', 'bastante', 'tão', 'extremamente'],
  ru: ['не', 'никогда', 'мало', 'менее', 'более', 'очень', 'весьма', 'крайне', 'довольно', 'вряд ли'],
  uk: ['не', 'ніколи', 'мало', 'менш', 'більш', 'дуже', 'вельми', 'вкрай', 'досить', 'навряд чи'],
  zh: ['不', '不太', '并非', '并不', '不是', '很', '非常', '极', '较', '更'],
};
