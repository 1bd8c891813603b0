import { expect } from 'chai';
import { buy } from '../../src/generation/buy.js';
import type { Outcome } from '../../src/providers/outcome.js';
import { deepinfra } from '../../src/providers/deepinfra.js';
import { httpProvider } from '../../src/providers/http-provider.js';
import { openaiCompatible } from '../../src/providers/openai-compatible.js';
import { isPictureAddress, isPlainAddress } from '../../src/providers/picture-address.js';
import { buy as buyAtPuter } from '../../src/providers/puter-send.js';
import { watchedPorts } from '../contract/ports.js';
import { scriptedFetch } from '../contract/scripted-fetch.js';
import { makerOf, orderOf, portsInMemory } from '../support/ports-in-memory.js';

const misleading = [
  'https://own.test@evil.test/a.png',
  'https://user:word@evil.test/a.png',
  'https://@evil.test/a.png',
  'https://own.test\\@evil.test/a.png',
  'https:/evil.test/a.png',
  'https:evil.test/a.png',
  'https://own.test\t.evil.test/a.png',
  'https://',
  'https://a b/',
];
const local = [
  'http://192.168.0.1/reboot',
  'https://192.168.0.1/reboot',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.1/',
  'https://169.254.169.254/latest',
  'https://100.64.0.1/',
  'https://127.0.0.1/',
  'https://0.0.0.0/',
  'https://3232235521/',
  'https://0xc0a80001/',
  'https://0300.0250.0.1/',
  'https://[::1]/',
  'https://[fe80::1]/',
  'https://[fd00::1]/',
  'https://[::ffff:192.168.0.1]/',
  'https://localhost/',
  'https://a.localhost/',
  'https://router/',
  'https://printer.local/',
  'https://fritz.box.lan./',
  'https://nas.home.arpa/',
  'https://host.docker.internal/',
];
const open = ['http://cdn.example/a.png', 'ftp://cdn.example/a.png', 'javascript:alert(1)'];
const fine = [
  'https://delivery-eu1.bfl.ai/a.jpeg?se=1&sig=a%2Fb@c',
  'https://CDN.example:8443/a.png',
  'https://172.32.0.1/a.png',
  'https://11.0.0.1/a.png',
  'https://10.example.com/a.png',
  'https://localhost.example/a.png',
];
const order = { model: 'default', prompt: 'x', width: 64, height: 64, references: [] };

describe('the address of a picture', () => {
  it('is used only where it is what it seems, over https, and nobody’s own network', () => {
    const hosts = ['api.deepinfra.com'];
    for (const url of [...misleading, ...local, ...open])
      expect(isPictureAddress(url, hosts), url).to.equal(false);
    for (const url of fine) expect(isPictureAddress(url, hosts), url).to.equal(true);
    for (const url of misleading) expect(isPlainAddress(url), url).to.equal(false);
  });

  it('may be in the reader’s network or on this machine where their own server is', () => {
    const lan = ['192.168.0.7:8080'];
    expect(isPictureAddress('http://192.168.0.7:8080/a.png', lan)).to.equal(true);
    expect(isPictureAddress('http://192.168.0.1/reboot', lan)).to.equal(false);
    expect(isPictureAddress('http://192.168.0.7/reboot', lan)).to.equal(false);
    const here = ['localhost:8080'];
    expect(isPictureAddress('http://127.0.0.1:9090/a.png', here)).to.equal(true);
    expect(isPictureAddress('http://192.168.0.1/reboot', here)).to.equal(false);
    expect(isPictureAddress('http://own.test@127.0.0.1:9090/', here)).to.equal(false);
  });

  it('that is not used is neither read nor told, but the picture counts as charged', async () => {
    for (const url of [...misleading, ...local, ...open]) {
      const { sent, restore } = scriptedFetch((call) =>
        call.method === 'POST'
          ? { status: 200, json: { images: [url], data: [{ url }], success: true, result: url } }
          : { status: 200, json: {} },
      );
      try {
        for (const adapter of [deepinfra, openaiCompatible('https://own.test/v1')]) {
          const outcome = await httpProvider(adapter).run(order, watchedPorts().ports);
          expect(outcome, url).to.deep.include({ kind: 'done', images: [] });
        }
        const session = { api: 'https://api.puter.com', token: 't' };
        expect(await buyAtPuter(session, {}, watchedPorts().ports), url).to.deep.equal({
          kind: 'picture',
          images: [],
        });
        expect(sent.every(({ url: asked }) => asked !== url)).to.equal(true);
      } finally {
        restore();
      }
    }
  });

  it('is not told of a maker’s own either, where it is not what it seems', async () => {
    for (const url of misleading.filter((one) => /^https:\/\/./.test(one))) {
      const shop = portsInMemory();
      const outcome: Outcome = { kind: 'done', images: [{ url }] };
      const running = await buy(shop, orderOf(makerOf(() => Promise.resolve(outcome))));
      const error: unknown = await running.done.catch((reason: unknown) => reason);
      expect(error, url).to.deep.include({ code: 'image-lost', charge: 'charged' });
      expect((error as { facts: object }).facts, url).not.to.have.property('url');
    }
  });
});
