/**
 * The door between the window's page and the main process. It runs sandboxed: it passes messages on and asks the
 * system where dropped files lie, and holds no rule of its own but one: the page can't name paths.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webFrame, webUtils } from 'electron';
import {
  EVENT_CHANNEL,
  type EventListener,
  type PrecisBridge,
  preloadOnlyRequests,
  REQUEST_CHANNEL,
} from '#domain/contract/bridge.ts';
import type { EventName, Events } from '#domain/contract/events.ts';

const bridge: PrecisBridge<File> = {
  async request(name, input, known) {
    if (preloadOnlyRequests.includes(name)) throw new Error(`${name} is not the page's to send.`);
    return ipcRenderer.invoke(REQUEST_CHANNEL, name, input, { known });
  },

  async importDropped(files) {
    // What has no path is no file: a picture dragged out of a page, for example.
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    return ipcRenderer.invoke(REQUEST_CHANNEL, 'import:drop', { paths }, { isFromPreload: true });
  },

  on(listener: EventListener) {
    const hear = <N extends EventName>(_event: IpcRendererEvent, name: N, event: Events[N]) =>
      listener(name, event);
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, hear);
    };
  },

  misspeltAmong: (words) => words.filter((word) => webFrame.isWordMisspelled(word)),
  zoomFactor: () => webFrame.getZoomFactor(),
  setZoomFactor: (factor) => webFrame.setZoomFactor(factor),
};

contextBridge.exposeInMainWorld('precis', bridge);
