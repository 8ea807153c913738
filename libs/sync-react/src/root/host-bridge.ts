/** What a banner asks of the program around it. */
export type HostCommand =
  | {
      readonly command: 'post';
      readonly mandateId: string;
      readonly accountingFileId: string;
      /** Of what is pending, as the user saw it; posting "all" names it, and is refused if it is no longer so. */
      readonly revision: number;
    }
  | { readonly command: 'sign-in'; readonly mandateId: string }
  | { readonly command: 'restore-link'; readonly mandateId: string; readonly fileId: string };

/** What a banner's place must be high, in CSS pixels, and for what: its lines, or a dialog for as long as it is open. */
export interface HostResize {
  readonly height: number;
  readonly reason: 'content' | 'dialog';
}

/** The program around a banner, whatever it is reached by (docs/architecture.md, "Embedding"). */
export interface HostBridge {
  /** Offers a command to the host. @returns whether the host has taken it over; never rejects */
  command(command: HostCommand): Promise<boolean>;
  /** Tells a host with automatic height how much the banner's lines need, in CSS pixels. */
  resize(height: number): void;
  /**
   * A dialog opens that would like so many CSS pixels, where the banner's place is all the room that there is.
   * @returns what gives the room back
   */
  reserve(height: number): () => void;
}

/**
 * The host as the page around the banner's element: it hears `synchro-command` and takes the command over by
 * `preventDefault()`, and it hears `synchro-resize`. Both bubble, also out of the shadow root. Dialogs lie above the
 * host's page and need no room in it.
 */
export function createDomHostBridge(target: EventTarget): HostBridge {
  const dispatch = (name: string, detail: unknown, cancelable: boolean): boolean =>
    target.dispatchEvent(new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }));
  return {
    command: (command) => Promise.resolve(!dispatch('synchro-command', command, true)),
    resize: (height) =>
      void dispatch('synchro-resize', { height, reason: 'content' } satisfies HostResize, false),
    reserve: () => () => undefined,
  };
}
