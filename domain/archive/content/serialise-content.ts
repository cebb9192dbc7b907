/**
 * The text of an archive's file: JSON with one record a line, so that Git and a person see which record changed,
 * and with a final line feed. The same content always gives the same text: the keys are in the order of the schema
 * because contents come from `parseContent` and `normaliseRecord`, and records are sorted by id.
 *
 * @param recordText returns the JSON of one record; a caller that caches it need not make it again for each save
 */
export const serialiseContent = (
  content: object,
  recordText: (record: object) => string = JSON.stringify,
): string => {
  let text = '';
  for (const [key, value] of Object.entries(content) as [string, unknown][]) {
    text += `${text === '' ? '{' : ','}\n  ${JSON.stringify(key)}: `;
    text += Array.isArray(value) ? serialiseRecords(value, recordText) : JSON.stringify(value);
  }
  return `${text}\n}\n`;
};

const serialiseRecords = (records: readonly object[], recordText: (record: object) => string): string => {
  let text = '';
  for (const record of records) text += `${text === '' ? '[' : ','}\n    ${recordText(record)}`;
  return text === '' ? '[]' : `${text}\n  ]`;
};
