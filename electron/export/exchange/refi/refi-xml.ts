/** The XML of REFI-QDA, as far as its writers share it. */
import { createHash } from 'node:crypto';
import { idOfHash } from '#domain/ids.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Characters that XML 1.0 has no place for, and surrogates without their other half. */
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const xml = (text: string): string =>
  text
    .replace(NOT_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');

export const element = (
  name: string,
  values: Readonly<Record<string, string | number>>,
  content: string,
): string =>
  content === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`;

export const description = (text: string | null): string =>
  text === null || text.trim() === '' ? '' : `<Description>${xml(text)}</Description>`;

/** A GUID for what has none of its own, the same each time. */
export const guidOf = (name: string): string => idOfHash(createHash('sha256').update(name).digest('hex'));
