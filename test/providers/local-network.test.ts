import { expect } from 'chai';
import { isKeptIn } from '../../src/providers/local-network.js';

async function answers(
  states: Readonly<Record<string, PermissionState>>,
  url: string,
  page: string,
): Promise<boolean> {
  const real = navigator.permissions.query.bind(navigator.permissions);
  navigator.permissions.query = ({ name }) => {
    const state = states[name];
    return state
      ? Promise.resolve({ state } as PermissionStatus)
      : Promise.reject(new TypeError('not a permission'));
  };
  try {
    return await isKeptIn(url, page);
  } finally {
    navigator.permissions.query = real;
  }
}

describe('a request to this machine that the reader forbade', () => {
  const [own, page] = ['http://localhost:1234/v1/images/generations', 'shop.example'];

  it('did not leave the browser', async () => {
    expect(await answers({ 'loopback-network': 'denied' }, own, page)).to.equal(true);
    expect(
      await answers({ 'local-network-access': 'denied' }, 'http://127.0.0.1:8080/', page),
    ).to.equal(true);
  });

  it('may have left wherever that is not sure', async () => {
    expect(await answers({ 'loopback-network': 'prompt' }, own, page), 'not yet asked').to.equal(
      false,
    );
    expect(
      await answers({ 'loopback-network': 'granted', 'local-network-access': 'denied' }, own, page),
      'the newer name counts',
    ).to.equal(false);
    expect(await answers({}, own, page), 'a browser without it').to.equal(false);
    expect(
      await answers({ 'loopback-network': 'denied' }, own, 'localhost'),
      'a page of this machine is not asked',
    ).to.equal(false);
    expect(
      await answers({ 'loopback-network': 'denied' }, 'https://api.example/v1', page),
      'another machine',
    ).to.equal(false);
  });
});
