/** Messages between the main process and the process that reads spelling dictionaries. */
import type { DictionaryFailure } from '#domain/contract/errors/common-errors.ts';
import type { OfferedDictionary } from '#domain/spelling/added-dictionary.ts';
import type { MadeDictionary } from '#electron/ports/dictionary-maker.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';

export type DictionaryJobs = {
  look: { takes: { readonly paths: readonly string[] }; gives: readonly OfferedDictionary[] };
  make: { takes: { readonly paths: readonly string[]; readonly place: number }; gives: MadeDictionary };
};
export type DictionaryJobName = keyof DictionaryJobs;
export type DictionaryJob<D extends DictionaryJobName = DictionaryJobName> = {
  [Name in D]: { readonly kind: Name } & DictionaryJobs[Name]['takes'];
}[D];

export type DictionaryAnswer =
  | { readonly kind: 'done'; readonly gives: unknown }
  | { readonly kind: 'refused'; readonly why: DictionaryFailure }
  | { readonly kind: 'bug'; readonly why: string };

export type DictionaryProcess = HelperProcess<DictionaryJob, DictionaryAnswer>;
