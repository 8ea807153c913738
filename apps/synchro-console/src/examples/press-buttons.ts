/** Presses buttons of the page by what they are called, each as soon as it is there, and waits for what that opens. */
export async function pressButtons(names: readonly string[], until: Until = untilFrame): Promise<void> {
  for (const name of names) {
    const isCalled = (one: Element) => (one.getAttribute('aria-label') ?? one.textContent) === name;
    const button = await until(() => [...document.querySelectorAll('button')].find(isCalled));
    // As a person's press does.
    button.focus();
    button.click();
    // The three points promise a dialog.
    if (name.includes('…')) await until(() => document.querySelector('dialog[open]'));
  }
}

/** Waits until something is there. */
export type Until = <T>(find: () => T | null | undefined) => Promise<T>;

const untilFrame: Until = async (find) => {
  for (;;) {
    const found = find();
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};
