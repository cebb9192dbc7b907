/**
 * Whether an element is a correction of the article it stands in: part of what was published, wherever a page puts
 * it. Told by how its text begins, and by what the page calls it where that is unmistakable.
 */
const BEGINNINGS =
  /^\s*(?:corrections?|clarifications?|editor[’']s note|update[ds]?|an earlier version of|this (?:article|story|post|report) (?:has been|was) (?:updated|corrected|amended))\b/i;
const LONGEST = 2000;

export const isCorrection = (element: Element): boolean => {
  if (!/^(?:p|div|section|aside|footer|li|em|i|small|span)$/.test(element.localName)) return false;
  const text = element.textContent ?? '';
  return text.length <= LONGEST && BEGINNINGS.test(text);
};
