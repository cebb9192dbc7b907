/**
 * The only interface of the sandboxed pages that read untrusted files, texts and scans: requests come in, strings go
 * out. Nothing else is passed on, so a compromised page can send nothing that main does not validate.
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
