import type { Page } from 'playwright-core';

/**
 * A reader in front of the only widget of a page, as `#widget`: what they do, and what they can
 * read.
 */
export interface Reader {
  /** The main button's words. */
  button(): Promise<string>;
  /** Types a key into the widget's own field. */
  giveKey(key: string, keep?: string): Promise<void>;
  /**
   * Presses the main button, and answers yes where the price is unknown. Resolves `done` or the
   * error's `code charge`.
   */
  buy(): Promise<string>;
  /** All text of a part, blanks folded; empty when it is not there. */
  read(part: string): Promise<string>;
  link(part: string): Promise<string | null>;
  isThere(part: string): Promise<boolean>;
}

export function readerOf(page: Page): Reader {
  const part = (name: string) => page.locator(`#widget [part~="${name}"]`);
  const told = (): Promise<string> =>
    page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener(
            'user-pays-done',
            () => {
              done('done');
            },
            { once: true },
          );
          document.addEventListener(
            'user-pays-error',
            (event) => {
              const { code, charge } = (
                event as CustomEvent<{ error: { code: string; charge: string } }>
              ).detail.error;
              done(`${code} ${charge}`);
            },
            { once: true },
          );
        }),
    );
  return {
    button: () => part('generate').innerText(),
    giveKey: async (key, keep = 'memory') => {
      await page.locator('#widget').hover();
      await page.locator('input[name="key"]').fill(key);
      await page.locator('select[name="keep"]').selectOption(keep);
      await part('key').locator('button').click();
      await page.waitForFunction(
        () =>
          (document.querySelector('#widget') as unknown as { account: { status: string } }).account
            .status === 'signed-in',
      );
    },
    buy: async () => {
      const end = told();
      await part('generate').click();
      const yes = page.locator('#widget .confirm .answers button').first();
      const first = await Promise.race([
        end,
        yes.waitFor().then(
          () => 'asked',
          () => 'never asked',
        ),
      ]);
      if (first === 'asked') await yes.click();
      return end;
    },
    read: async (name) => (await part(name).allInnerTexts()).join(' ').replace(/\s+/g, ' '),
    link: (name) => part(name).getAttribute('href', { timeout: 5000 }),
    isThere: async (name) => (await part(name).count()) > 0,
  };
}
