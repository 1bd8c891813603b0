import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { httpProvider } from '../../src/providers/http-provider.js';
import { openaiCompatible } from '../../src/providers/openai-compatible.js';
import { watchedPorts } from '../contract/ports.js';
import { scriptedFetch } from '../contract/scripted-fetch.js';

const order = {
  model: 'default',
  prompt: 'A lighthouse',
  width: 1024,
  height: 1024,
  references: [],
};

describe('a server in the reader’s own network', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'location');
  });
  const from = async (
    protocol: string,
    endpoint: string,
  ): Promise<readonly [string | undefined, number]> => {
    Object.defineProperty(globalThis, 'location', { configurable: true, value: { protocol } });
    const { sent, restore } = scriptedFetch(() => 'breaks');
    const { key: _none, ...ports } = watchedPorts().ports;
    const outcome = await httpProvider(openaiCompatible(endpoint)).run(order, ports);
    restore();
    return [
      outcome.kind === 'refused' ? `${outcome.code} ${outcome.charge}` : undefined,
      sent.length,
    ];
  };

  it('is not asked over http by a page over https, and the reader hears why: nothing was sent', async () => {
    assert.deepEqual(await from('https:', 'http://192.168.1.5:1234'), [
      'blocked-by-browser none',
      0,
    ]);
  });

  it('is asked in every other combination, and in doubt when no answer comes', async () => {
    for (const [protocol, endpoint] of [
      ['http:', 'http://192.168.1.5:1234'],
      ['https:', 'https://ai.example'],
      ['https:', 'http://localhost:1234'],
      ['https:', 'http://127.0.0.1:8080'],
    ] as const) {
      assert.deepEqual(
        await from(protocol, endpoint),
        ['blocked-by-browser possible', 1],
        `${protocol} ${endpoint}`,
      );
    }
  });
});
