/** The JSON value of a text, null where it is not one. */
export const parseOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};
