/** The part of the browser's interface for extensions that this one uses. */
export interface ChromeEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

export interface ChromeTab {
  readonly id?: number;
  readonly windowId: number;
  /** Whether it is in a private window. */
  readonly incognito: boolean;
}

export interface ChromeApi {
  readonly tabs: {
    query(asked: { readonly active: true; readonly currentWindow: true }): Promise<readonly ChromeTab[]>;
  };
  readonly scripting: {
    executeScript(
      asked: { readonly target: { readonly tabId: number; readonly allFrames?: true } } & (
        | { readonly files: readonly string[] }
        | {
            readonly func: (...args: readonly unknown[]) => void;
            readonly args: readonly unknown[];
          }
      ),
    ): Promise<readonly { readonly result: unknown }[]>;
  };
  readonly pageCapture: {
    saveAsMHTML(asked: { readonly tabId: number }): Promise<Blob | undefined>;
  };
  readonly downloads: {
    download(asked: {
      readonly url: string;
      readonly filename: string;
      readonly saveAs: false;
      readonly conflictAction: 'uniquify';
    }): Promise<number>;
    search(asked: { readonly id: number }): Promise<
      readonly {
        readonly state: 'in_progress' | 'interrupted' | 'complete';
        readonly filename: string;
        readonly error?: string;
      }[]
    >;
    /** Takes it from the list of downloads; the file stays. */
    erase(asked: { readonly id: number }): Promise<unknown>;
    readonly onChanged: ChromeEvent<() => void>;
  };
}

declare global {
  const chrome: ChromeApi & {
    readonly runtime: { readonly onInstalled: ChromeEvent<() => void> };
    readonly action: { openPopup(where: { readonly windowId?: number }): Promise<void> };
    readonly contextMenus: {
      create(entry: {
        readonly id: string;
        readonly title: string;
        readonly contexts: readonly string[];
      }): void;
      readonly onClicked: ChromeEvent<(info: unknown, tab?: ChromeTab) => void>;
    };
  };
}
