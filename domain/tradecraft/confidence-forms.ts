/**
 * Levels of analytic confidence in running prose. Parts of patterns, lower case. The levels are high, moderate and low
 * (see confidence.ts); writers also say "medium", and mean moderate.
 */

/** Words for a level before or behind "confidence". */
export const levelWords = [
  ...['high', 'higher', 'highest', 'moderate', 'medium', 'low', 'lower', 'lowest', 'limited', 'little'],
];

/** Words for a level before "confident". */
export const levelAdverbs = [
  ...['highly', 'very', 'extremely', 'moderately', 'fairly', 'reasonably', 'quite', 'not very', 'not highly'],
];

/** Words allowed between a level and "confidence": "a high degree of analytic confidence". */
export const betweenLevelAndConfidence = [
  ...['analytic', 'analytical', 'overall', 'collective', 'general', 'sourcing'],
  ...['degree of', 'degrees of', 'level of', 'levels of'],
];

/** What analytic confidence is in: "confidence in the reporting". In anything else it may be trust. */
export const judgedNouns = [
  ...[
    'judgement',
    'judgements',
    'judgment',
    'judgments',
    'assessment',
    'assessments',
    'estimate',
    'estimates',
  ],
  ...['conclusion', 'conclusions', 'finding', 'findings', 'analysis', 'forecast', 'forecasts', 'attribution'],
  ...['report', 'reports', 'reporting', 'source', 'sources', 'sourcing', 'evidence', 'information', 'data'],
  ...['figure', 'figures', 'account', 'accounts', 'claim', 'claims', 'line', 'this', 'that', 'it'],
];

/** Whose confidence is a mood and no level of an analyst's: "consumer confidence", "confidence among voters". */
export const otherHolders = [
  ...[
    'consumer',
    'consumers',
    'business',
    'businesses',
    'investor',
    'investors',
    'market',
    'markets',
    'voter',
  ],
  ...['voters', 'public', 'popular', 'household', 'households', 'buyer', 'buyers', 'customer', 'customers'],
  ...['employer', 'employers', 'shopper', 'shoppers', 'trader', 'traders', 'donor', 'donors', 'creditor'],
  ...['creditors', 'depositor', 'depositors', 'lender', 'lenders', 'company', 'companies', 'firm', 'firms'],
  ...['industry', 'retail', 'banking', 'economic', 'manufacturing', 'builder', 'builders', 'user', 'users'],
  ...['citizen', 'citizens', 'corporate', 'self', 'vote of', 'votes of', 'motion of', 'motions of', 'no'],
];

/** Behind "confidence", these make another thing of it: "confidence-building measures". */
export const otherThings = [
  ...['building', 'interval', 'intervals', 'trick', 'tricks', 'man', 'vote', 'votes', 'motion', 'motions'],
  ...['index', 'indicator', 'indicators', 'survey', 'surveys', 'bound', 'bounds', 'boost', 'and supply'],
];
