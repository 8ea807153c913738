/**
 * What the program around the banner has to know. Only its own server gives it to it: the token in it may do
 * everything that the user may do with Synchro.
 */
export interface Setup {
  /** From the agent's first line, such as `http://127.0.0.1:4711`. */
  readonly agentUrl: string;
  /** The content of the agent's token file. */
  readonly token: string;
  readonly document: OpenDocument;
  /** Where the imitated web views get the banner's page from; real ones get it from the agent. */
  readonly webViews: { readonly webview2: string; readonly wkwebview: string };
}

export interface OpenDocument {
  /** Of the accounting file, absolute. */
  readonly path: string;
  /** By which the program knows the document wherever it lies; it survives moving and renaming. */
  readonly id: string;
}

/** @throws if the program's server does not answer */
export async function fetchSetup(): Promise<Setup> {
  const answer = await fetch('../setup.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`setup.json: ${answer.status}`);
  return (await answer.json()) as Setup;
}
