import { expect } from 'chai';
import { pageJournal } from '../../src/spending/page-journal.js';
import { siteOf } from '../../src/spending/site.js';
import { buy } from './simulated-browser.js';

const host = 'ada.github.io';

describe('the site that a page belongs to', () => {
  it('is its host and the first folder, so that sites of one origin are told apart', () => {
    for (const [pathname, site] of [
      ['/', host],
      ['/about.html', host],
      ['/blog/', `${host}/blog`],
      ['/blog/2026/fog.html', `${host}/blog`],
      ['/shop/', `${host}/shop`],
      ['//blog/', host],
    ] as const)
      expect(siteOf({ host, pathname }), pathname).to.equal(site);
    expect(siteOf({ host: 'localhost:8000', pathname: '/demo/x' })).to.equal('localhost:8000/demo');
  });

  it('is readable, also where its folder is no plain ASCII or no valid text', () => {
    expect(siteOf({ host, pathname: '/caf%C3%A9/' })).to.equal(`${host}/café`);
    expect(siteOf({ host, pathname: '/100%/' })).to.equal(`${host}/100%`);
    expect(siteOf({ host, pathname: `/${'x'.repeat(3000)}/` })).to.have.length(100);
  });

  it('is not known where there is no host, and names no folder of a disk', () => {
    expect(siteOf({ host: '', pathname: '/home/ada/page.html' })).to.equal('');
    expect(siteOf({ host: '', pathname: 'srcdoc' })).to.equal('');
  });

  it('stands in what this page buys', async () => {
    const journal = pageJournal(() => true);
    const id = await buy(journal, '0.03', { provider: 'sandbox', simulated: true });
    expect(journal.entry(id)?.site).to.equal(siteOf(location)).and.not.to.equal('');
  });
});
