import type { FormList } from '#domain/contract/form.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

/** The forms in which a memo can be begun; none until they are known. */
export const useForms = (): FormList['forms'] => useQuery('form:list', {}).data?.forms ?? [];
