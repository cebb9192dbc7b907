/** `markup` within elements of these names, the first the outermost. */
export const withinTags = (tags: readonly string[], markup: string): string =>
  tags.reduceRight((inner, tag) => `<${tag}>${inner}</${tag}>`, markup);
