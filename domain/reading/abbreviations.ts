/** Abbreviations after which a full stop seldom ends a sentence, by what usually follows them. Lower case. */

/** Abbreviations before a name or a number: the sentence continues whatever the next letter is. */
export const leadingAbbreviations: ReadonlySet<string> = new Set([
  ...['mr', 'mrs', 'ms', 'mx', 'dr', 'prof', 'st', 'messrs'],
  ...['gen', 'lt', 'col', 'maj', 'capt', 'cpl', 'sgt', 'adm', 'cmdr'],
  ...['sen', 'rep', 'gov', 'pres', 'hon', 'rev', 'amb', 'sec', 'dep', 'min'],
  ...['no', 'nos', 'vol', 'fig', 'art', 'para', 'pp', 'ch', 'approx', 'ca', 'cf', 'vs', 'v', 'al'],
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sept', 'sep', 'oct', 'nov', 'dec'],
  ...['e.g', 'i.e', 'viz'],
]);

/** Words that begin a sentence far more often than they follow an initialism such as "U.S.". */
export const sentenceOpeners: ReadonlySet<string> = new Set([
  ...['the', 'a', 'an', 'this', 'that', 'these', 'those', 'it', 'he', 'she', 'they', 'we', 'i', 'you'],
  ...['but', 'and', 'or', 'so', 'yet', 'however', 'meanwhile', 'still', 'also', 'then', 'now', 'there'],
  ...['in', 'on', 'at', 'by', 'for', 'from', 'as', 'after', 'before', 'since', 'while', 'when', 'where'],
  ...['if', 'although', 'though', 'because', 'under', 'its', 'his', 'her', 'their', 'our', 'my', 'what'],
  ...['confidence'],
  ...['who', 'how', 'why', 'no', 'not', 'some', 'many', 'most', 'both', 'asked', 'speaking', 'according'],
]);
