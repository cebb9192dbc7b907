/**
 * The door of the sandboxed pages that read untrusted files, texts and scans: a request comes in, a string goes out. It
 * passes on nothing else, so a page that has been taken over can say nothing that main does not check.
 */
import { contextBridge, ipcRenderer } from 'electron';
import {
  ANSWER_CHANNEL,
  type ImporterBridge,
  PARSE_CHANNEL,
  READY_CHANNEL,
} from '#domain/contract/importer-bridge.ts';

const bridge: ImporterBridge = {
  serve(answer) {
    ipcRenderer.on(PARSE_CHANNEL, async (_event, id: number, request) => {
      ipcRenderer.send(ANSWER_CHANNEL, id, await answer(request));
    });
    ipcRenderer.send(READY_CHANNEL);
  },
};

contextBridge.exposeInMainWorld('precisImporter', bridge);
