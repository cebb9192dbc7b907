/** The sandboxed page: it gets texts and pictures, answers articles and pixels, and has access to nothing else. */
import type { DrawAnswer, DrawRequest, PageRequest } from '#domain/contract/importer-bridge.ts';
import {
  answerAttachments,
  answerDrawMarks,
  answerExport,
  answerMark,
  answerPages,
  answerParse,
  answerReviewed,
  answerTemplate,
} from './answer-parse.ts';
import { serve } from './window-bridge.ts';

/** The picture code is loaded when the first one comes. */
const draw = async ({ bytes, cut }: DrawRequest): Promise<DrawAnswer> =>
  (await import('./picture/draw-picture.ts')).drawPicture(new Uint8Array(bytes), { cut });

const answer = async (request: PageRequest): Promise<unknown> => {
  if ('drawsMarks' in request) return answerDrawMarks(request);
  if ('draws' in request) return draw(request);
  if ('attachmentsOf' in request) return answerAttachments(request);
  if ('pagesOf' in request) return answerPages(request);
  if ('reviewed' in request) return answerReviewed(request);
  if ('template' in request) return answerTemplate(request);
  if ('marksInto' in request) return answerMark(request);
  return 'tool' in request ? answerExport(request) : answerParse(request);
};

serve<PageRequest>(async (request) => JSON.stringify(await answer(request)));
