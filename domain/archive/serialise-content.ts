/**
 * The text of an archive's file: JSON with one record a line, so that Git and a person see which record changed,
 * and with a line feed at its end. The same content always gives the same text: the keys stand in the order of
 * the schema because contents come from `parseContent` and `normaliseRecord`, records are sorted by id.
 */
export const serialiseContent = (content: object): string => {
  const lines = Object.entries(content).map(
    ([key, value]: [string, unknown]) => `  ${JSON.stringify(key)}: ${serialiseValue(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
};

const serialiseValue = (value: unknown): string => {
  if (!Array.isArray(value)) return JSON.stringify(value);
  if (value.length === 0) return '[]';
  return `[\n${value.map((record: unknown) => `    ${JSON.stringify(record)}`).join(',\n')}\n  ]`;
};
