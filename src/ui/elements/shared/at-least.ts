/** An amount that may have been charged more than once, as the browser may have sent it again. */
export function atLeast(amount: string, isLeast: boolean): string {
  return isLeast ? `≥ ${amount}` : amount;
}
