/** The part of citation-js that the tests use; it has no types of its own. */
declare module '@citation-js/core' {
  type Name = { readonly literal?: string; readonly family?: string; readonly given?: string };
  export class Cite {
    constructor(data: string);
    readonly data: readonly {
      readonly title: string;
      readonly publisher?: string;
      readonly 'container-title'?: string;
      readonly URL: string;
      readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
      readonly author: readonly Name[];
    }[];
  }
  export const plugins: {
    readonly config: { get(name: string): { readonly parse: { sentenceCase: string } } };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
