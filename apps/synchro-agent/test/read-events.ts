/** The events of a stream as they come; a test waits for them, never for a time. */
export interface EventReader extends AsyncDisposable {
  /** The next snapshot; `null` where the stream has ended. */
  next(): Promise<unknown>;
  /** The first snapshot from here on that is as wanted. */
  until(isWanted: (snapshot: never) => boolean): Promise<unknown>;
  /** Waits until so many signs of life have come. */
  heartbeats(count: number): Promise<void>;
  /** Waits until the stream has ended, however it did. */
  ended(): Promise<void>;
}

export function readEvents(response: Response): EventReader {
  if (response.status !== 200 || response.body === null)
    throw new Error(`A stream was refused with ${response.status}.`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let beats = 0;

  /** The next block between empty lines; `null` at the end, also where the connection was cut. */
  const nextBlock = async (): Promise<string | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        return block;
      }
      const { value } = await reader.read().catch(() => ({ value: undefined }));
      if (value === undefined) return null;
      text += value;
    }
  };
  const next = async (): Promise<unknown> => {
    for (let block = await nextBlock(); block !== null; block = await nextBlock()) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) return JSON.parse(data);
      beats += 1;
    }
    return null;
  };
  return {
    next,
    async until(isWanted) {
      for (let snapshot = await next(); snapshot !== null; snapshot = await next())
        if (isWanted(snapshot as never)) return snapshot;
      throw new Error('The stream ended before.');
    },
    async heartbeats(count) {
      for (const enough = beats + count; beats < enough; beats += 1)
        if ((await nextBlock()) === null) throw new Error('The stream ended before.');
    },
    async ended() {
      while ((await nextBlock()) !== null);
    },
    [Symbol.asyncDispose]: () => reader.cancel().catch(() => undefined),
  };
}
