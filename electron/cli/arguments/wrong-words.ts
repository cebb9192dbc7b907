/** What is said of a value that does not fit, where its schema says nothing itself. */
import type { z } from 'zod';

/** "a4 or letter", "update, correction or withdrawal" */
const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const formats: Readonly<Record<string, string>> = {
  date: 'must be a real day, as in 2026-11-27',
  datetime: 'must be a time, as in 2026-11-27T09:00:00Z',
};

/** Follows the name of the option in a sentence: "--paper has to be a4 or letter". Undefined where Zod's words do. */
export const wrongWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_value':
      return `must be ${alternatives.format(issue.values.map(String))}`;
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : undefined;
    case 'too_big':
      return issue.origin === 'string' ? `is too long: the limit is ${issue.maximum} characters` : undefined;
    case 'invalid_format':
      return formats[issue.format];
    default:
      return undefined;
  }
};
