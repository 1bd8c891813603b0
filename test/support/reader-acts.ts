import { recordAct } from '../../src/generation/acts.js';

/**
 * Stands in for a reader who presses something before each purchase: while `isActing` says so, the
 * page is activated and has an unused act. Returns what ends it. A test of consent itself uses real
 * presses (`sendKeys`, `sendMouse`) instead.
 */
export function readerActs(isActing: () => boolean = () => true): () => void {
  // Taken from the prototype: the script keeps the object that it found when it was loaded.
  const activation = Object.getPrototypeOf(navigator.userActivation) as UserActivation;
  const real = Object.getOwnPropertyDescriptor(activation, 'isActive');
  Object.defineProperty(activation, 'isActive', {
    configurable: true,
    get: () => {
      if (isActing()) recordAct();
      return isActing();
    },
  });
  return () => {
    if (real) Object.defineProperty(activation, 'isActive', real);
  };
}
