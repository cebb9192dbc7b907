/**
 * Names of tags and sources are compared as they are written: "resume" is not "résumé", "2" is not "²". Two names
 * that are equal only when folded may be one or not, which only a person can decide; one is offered for the other,
 * never used.
 */
import { foldName } from '../text/fold-text.ts';

/** A name as it is compared: what looks the same is the same (Unicode NFC, white space as one space). */
export const exactName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/gu, ' ');

/** Whether two names are one. */
export const isSameName = (a: string, b: string): boolean => exactName(a) === exactName(b);

/** Whether two names are not one and may be meant as one: they differ in case, diacritics or width alone. */
export const isNearName = (a: string, b: string): boolean => !isSameName(a, b) && foldName(a) === foldName(b);

/** Whether two names differ in nothing but case. */
export const isSameButCase = (a: string, b: string): boolean =>
  !isSameName(a, b) && exactName(a).toLowerCase() === exactName(b).toLowerCase();
