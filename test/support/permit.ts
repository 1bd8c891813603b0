import { systemClock, type Clock } from '../../src/base/clock.js';
import { permitFor, type Permit } from '../../src/generation/permit.js';

/** The permit a reader's press gives, as where the browser says that the page is activated. */
export function readersPermit(clock: Pick<Clock, 'elapsed'> = systemClock): Permit {
  const page: { navigator?: Navigator } = globalThis;
  // Node 20 has none.
  const navigator = (page.navigator ??= {} as Navigator);
  const before = Object.getOwnPropertyDescriptor(navigator, 'userActivation');
  Object.defineProperty(navigator, 'userActivation', {
    configurable: true,
    value: { isActive: true },
  });
  const permit = permitFor(clock);
  if (before) Object.defineProperty(navigator, 'userActivation', before);
  else Reflect.deleteProperty(navigator, 'userActivation');
  if (!permit) throw new Error('the act of a reader gives no permit');
  return permit;
}
