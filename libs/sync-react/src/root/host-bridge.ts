/** What a banner asks of the program around it. */
export type HostCommand =
  | { readonly command: 'post'; readonly mandateId: string; readonly accountingFileId: string }
  | { readonly command: 'sign-in'; readonly mandateId: string }
  | { readonly command: 'restore-link'; readonly mandateId: string; readonly fileId: string };

export interface HostBridge {
  /** Offers a command to the host. @returns whether the host has taken it over */
  command(command: HostCommand): boolean;
  /** Tells a host with automatic height how much is needed, in CSS pixels. */
  resize(height: number): void;
}

/**
 * The host as the page around the banner's element: it hears `synchro-command` and takes the command over by
 * `preventDefault()`, and it hears `synchro-resize`. Both bubble, also out of the shadow root.
 */
export function createDomHostBridge(target: EventTarget): HostBridge {
  const dispatch = (name: string, detail: unknown, cancelable: boolean): boolean =>
    target.dispatchEvent(new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }));
  return {
    command: (command) => !dispatch('synchro-command', command, true),
    resize: (height) => void dispatch('synchro-resize', { height }, false),
  };
}
