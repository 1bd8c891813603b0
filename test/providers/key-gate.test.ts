import { expect } from 'chai';
import fc from 'fast-check';
import { isLoopback, isSafePlace, mayHoldKey } from '../../src/providers/key-gate.js';

const bfl = { keyHosts: ['*.bfl.ai'] };
const openrouter = { keyHosts: ['openrouter.ai'] };

describe('where a reader’s key may go', () => {
  it('lets it go to the provider’s own hosts over https', () => {
    for (const url of [
      'https://api.bfl.ai/v1/flux-2-pro',
      'https://bfl.ai/',
      'https://api.eu2.bfl.ai/v1/get_result?id=1',
      'https://API.BFL.AI/v1',
      'https://api.bfl.ai:443/v1',
    ]) {
      expect(mayHoldKey(bfl, url), url).to.equal(true);
    }
    expect(mayHoldKey(openrouter, 'https://openrouter.ai/api/v1/images')).to.equal(true);
    expect(
      mayHoldKey(openrouter, 'https://x.openrouter.ai/'),
      'an exact name means that name',
    ).to.equal(false);
  });

  it('keeps it from everything that only looks like one', () => {
    for (const url of [
      'http://api.bfl.ai/',
      'https://api.bfl.ai.evil.example/',
      'https://evilbfl.ai/',
      'https://bfl.ai.evil.example',
      'https://evil.example/api.bfl.ai',
      'https://evil.example?.bfl.ai',
      'https://evil.example#.bfl.ai',
      'https://api.bfl.ai@evil.example/',
      'https://user@api.bfl.ai/',
      'https://user:pass@api.bfl.ai/',
      'https://api.bfl.ai\\@evil.example/',
      'https:\\\\api.bfl.ai\\',
      'https://api.bfl.ai:8443/',
      'https://api.bfl.ai./',
      'https://api.bfl.ai.:443/',
      '//api.bfl.ai/',
      '/v1/get_result',
      'api.bfl.ai',
      'ftp://api.bfl.ai/',
      'javascript:alert("api.bfl.ai")',
      'data:text/html,https://api.bfl.ai',
      'blob:https://api.bfl.ai/x',
      'https://api.bfl\u3002ai/',
      'https://api.ｂfl.ai/',
      'https://xn--bf-mja.ai/',
      'https://api%2ebfl.ai/',
      ' https://api.bfl.ai/',
      'https://api.bfl.ai/\n',
      'https://\tapi.bfl.ai/',
      'https:/api.bfl.ai/',
      'https:api.bfl.ai/',
      'https:///api.bfl.ai/',
      'wss://api.bfl.ai/',
      'https://[::ffff:api.bfl.ai]/',
      'https://api.bfl.ai:99999/',
      '',
      'https://',
      'https://.bfl.ai.evil.example/',
    ])
      expect(mayHoldKey(bfl, url), JSON.stringify(url)).to.equal(false);
  });

  it('needs no https to reach this machine, and lets it use any port', () => {
    const own = { keyHosts: ['localhost', '127.0.0.1', '[::1]'] };
    for (const url of [
      'http://localhost:1234/v1',
      'http://127.0.0.1:8080/',
      'http://[::1]:8080/',
      'https://localhost/',
    ])
      expect(mayHoldKey(own, url), url).to.equal(true);
    for (const url of [
      'http://localhost.evil.example/',
      'http://127.0.0.1.evil.example/',
      'http://128.0.0.1/',
      'http://0x7f000001.evil.example/',
    ])
      expect(mayHoldKey(own, url), url).to.equal(false);
    expect(
      mayHoldKey({ keyHosts: ['192.168.1.5:1234'] }, 'http://192.168.1.5:1234/v1'),
      'the local network is not this machine',
    ).to.equal(false);
    expect(mayHoldKey({ keyHosts: ['ai.example:8443'] }, 'https://ai.example:8443/v1')).to.equal(
      true,
    );
    expect(mayHoldKey({ keyHosts: ['ai.example:8443'] }, 'https://ai.example/v1')).to.equal(false);
    expect(isLoopback('127.0.0.2')).to.equal(true);
    expect(isSafePlace('http://ai.example/')).to.equal(false);
  });

  it('holds for any address anybody can write', () => {
    const piece = fc.constantFrom(
      'https://',
      'http://',
      'HTTPS://',
      '//',
      '\\',
      '/',
      '@',
      ':',
      '.',
      '?',
      '#',
      '%',
      '%2e',
      '%40',
      '\t',
      '\n',
      ' ',
      'api.bfl.ai',
      '.bfl.ai',
      'bfl.ai',
      'evil.example',
      'user',
      ':443',
      ':8443',
      '[::1]',
      '127.0.0.1',
      'localhost',
      'xn--',
      '。',
      'ｂ',
      'é',
      '\u0000',
    );
    const address = fc.oneof(
      fc.webUrl(),
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 6 }).map((pieces) => `https://${pieces.join('')}`),
    );
    fc.assert(
      fc.property(address, (url) => {
        if (!mayHoldKey(bfl, url)) return;
        // What a browser would make of it, whatever we made of it.
        const { protocol, hostname, port, username, password } = new URL(
          url,
          'https://page.example/',
        );
        expect({ protocol, port, username, password }).to.deep.equal({
          protocol: 'https:',
          port: '',
          username: '',
          password: '',
        });
        expect(hostname === 'bfl.ai' || hostname.endsWith('.bfl.ai'), hostname).to.equal(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('lets it go to this machine only where the list names this machine, by the name that stands there', () => {
    const local = [
      'http://localhost/',
      'http://localhost:1234/v1',
      'http://127.0.0.1:8080/',
      'https://127.0.0.1/',
      'http://[::1]:8080/',
      'http://api.bfl.ai.localhost/',
    ];
    for (const url of local)
      for (const adapter of [bfl, openrouter, { keyHosts: [] }])
        expect(mayHoldKey(adapter, url), url).to.equal(false);
    expect(mayHoldKey({ keyHosts: ['localhost'] }, 'http://127.0.0.1:1234/')).to.equal(false);
    expect(mayHoldKey({ keyHosts: ['127.0.0.1'] }, 'http://127.0.0.2:1234/')).to.equal(false);
    expect(
      mayHoldKey({ keyHosts: ['*.localhost'] }, 'http://ai.localhost:1234/'),
      'a port of its own is named or it is none',
    ).to.equal(false);
    for (const url of [
      'http://localhost:1234/',
      'http://ai.localhost/',
      'http://[::1]/',
      'http://127.9.9.9/',
      'https://ai.example/',
    ])
      expect(isSafePlace(url), url).to.equal(true);
    for (const name of [
      'localhost.example',
      'notlocalhost',
      '127.0.0.1.example',
      '127.0.0',
      'x127.0.0.1',
      '[::2]',
      '',
    ])
      expect(isLoopback(name), name).to.equal(false);
  });
});
