/**
 * The text of an archive's file: JSON with one record a line, so that Git and a person see which record changed,
 * and with a line feed at its end. The same content always gives the same text: the keys stand in the order of
 * the schema because contents come from `parseContent` and `normaliseRecord`, records are sorted by id.
 *
 * @param recordText gives the JSON of one record; a caller that keeps it need not make it again for each save
 */
export const serialiseContent = (
  content: object,
  recordText: (record: object) => string = JSON.stringify,
): string => {
  const serialiseValue = (value: unknown): string => {
    if (!Array.isArray(value)) return JSON.stringify(value);
    if (value.length === 0) return '[]';
    return `[\n${value.map((record: object) => `    ${recordText(record)}`).join(',\n')}\n  ]`;
  };
  const lines = Object.entries(content).map(
    ([key, value]: [string, unknown]) => `  ${JSON.stringify(key)}: ${serialiseValue(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
};
