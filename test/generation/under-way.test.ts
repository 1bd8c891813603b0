import { expect } from 'chai';
import type { UserPaysError } from '../../src/base/error.js';
import { buy } from '../../src/generation/buy.js';
import type { PurchasePorts } from '../../src/generation/purchase-ports.js';
import type { ImageProvider } from '../../src/providers/image-provider.js';
import type { Outcome } from '../../src/providers/outcome.js';
import { makerOf, orderOf, picture, portsInMemory } from '../support/ports-in-memory.js';

const noFunds: Outcome = { kind: 'refused', code: 'insufficient-funds', charge: 'none' };

/** A maker whose account `who` turns every order down. */
function poor(who?: string): ImageProvider {
  return makerOf(async (_order, { note }) => {
    if (who !== undefined) await note?.({ meter: '1', who });
    return noFunds;
  });
}

/** Orders a picture that is under way, on the account `who`, until `end`. */
async function begin(ports: PurchasePorts, who?: string): Promise<{ end(): Promise<unknown> }> {
  let finish: () => void = () => undefined;
  const accepted = new Promise<void>((resolve) => {
    const maker = makerOf(async (_order, { note }) => {
      if (who !== undefined) await note?.({ meter: '1', who });
      resolve();
      await new Promise<void>((over) => {
        finish = over;
      });
      return picture;
    });
    void buy(ports, orderOf(maker)).then(({ done }) => {
      end = done;
    });
  });
  let end: Promise<unknown> = Promise.resolve();
  await accepted;
  return {
    end: () => {
      finish();
      return end;
    },
  };
}

async function refused(ports: PurchasePorts, maker: ImageProvider): Promise<UserPaysError> {
  const { done } = await buy(ports, orderOf(maker));
  const error = await done.catch((thrown: unknown) => thrown as UserPaysError);
  expect(error).to.include({ code: 'insufficient-funds', charge: 'none' });
  return error as UserPaysError;
}

describe('an account that does not hold enough', () => {
  it('is told of a picture under way, which may hold a part of it', async () => {
    const ports = portsInMemory();
    const other = await begin(ports, 'a');
    expect((await refused(ports, poor('a'))).facts).to.include({ running: '1' });
    await other.end();
    expect((await refused(ports, poor('a'))).facts).not.to.have.property('running');
  });

  it('is not told of another account’s', async () => {
    const ports = portsInMemory();
    const other = await begin(ports, 'b');
    expect((await refused(ports, poor('a'))).facts).not.to.have.property('running');
    await other.end();
  });

  it('is not told of one that may never have been sent', async () => {
    const ports = portsInMemory();
    const other = await begin(ports);
    expect((await refused(ports, poor('a'))).facts).not.to.have.property('running');
    await other.end();
  });

  it('is not told of one left open too long ago to be still made', async () => {
    const ports = portsInMemory();
    const other = await begin(ports, 'a');
    const now = (): number => Date.now() + 12 * 60_000;
    const later = { ...ports, clock: { ...ports.clock, now } };
    expect((await refused(later, poor('a'))).facts).not.to.have.property('running');
    await other.end();
  });

  it('is told of a sister of the same purchase, too', async () => {
    const ports = portsInMemory();
    const maker = makerOf(async (_order, { note }, index) => {
      await note?.({ meter: '1', who: 'a' });
      await new Promise((resolve) => {
        setTimeout(resolve, index === 0 ? 60 : 10);
      });
      return index === 0 ? picture : noFunds;
    });
    const running = await buy(ports, orderOf(maker, { count: 2 }));
    await running.done;
    const errors = running.state.get().pictures.flatMap(({ error }) => error ?? []);
    expect(errors.map(({ facts }) => facts.running)).to.deep.equal(['1']);
  });
});
