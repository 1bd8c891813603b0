const log = document.querySelector('#log');
const veto = document.querySelector('#veto');

const words = {
  'user-pays-quote': ({ quote }) =>
    `the price on show is ${quote.total ? quote.total.high : 'unknown'}`,
  'user-pays-before-charge': ({ quote }) =>
    `about to spend ${quote.total ? quote.total.high : 'an unknown amount'}${veto.checked ? ': held back' : ''}`,
  'user-pays-state': ({ generation }) => generation.name,
  'user-pays-done': ({ purchase }) =>
    `${purchase.images.length} picture, receipt ${purchase.receipt.charged}`,
  'user-pays-error': ({ error }) => `${error.code}, charge: ${error.charge}`,
  'user-pays-tally': ({ tally }) => `simulated so far ${tally.sandbox.all.settled}`,
};

document.addEventListener('user-pays-before-charge', (event) => {
  if (veto.checked) event.preventDefault();
});

for (const [type, say] of Object.entries(words)) {
  document.addEventListener(type, ({ detail }) => {
    const line = document.createElement('li');
    const name = Object.assign(document.createElement('time'), {
      textContent: type.replace('user-pays-', ''),
    });
    line.append(name, say(detail));
    log.prepend(line);
  });
}
