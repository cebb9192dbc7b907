import { contextBridge } from 'electron';

contextBridge.exposeInMainWorld('precis', {});
