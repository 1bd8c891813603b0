import { sendKeys } from '@web/test-runner-commands';

/** Presses a button as its reader does, by its key: the click that comes of it is trusted. */
export async function pressAsReader(button: HTMLElement | null | undefined): Promise<void> {
  if (!button) throw new Error('there is no button to press');
  button.focus();
  await sendKeys({ press: 'Enter' });
}
