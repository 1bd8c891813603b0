const form = document.querySelector('#post');
const sent = document.querySelector('#sent');
const invalid = document.querySelector('#invalid');

function said(value) {
  return value instanceof File ? `${value.name}, ${Math.ceil(value.size / 1024)} kB` : value;
}

function show() {
  const rows = [...new FormData(form)].flatMap(([name, value]) => [
    Object.assign(document.createElement('dt'), { textContent: name }),
    Object.assign(document.createElement('dd'), { textContent: said(value) }),
  ]);
  sent.replaceChildren(...rows);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  invalid.textContent = 'It would be sent now.';
  show();
});
form.addEventListener(
  'invalid',
  ({ target }) => {
    invalid.textContent = `Not sent: ${target.validationMessage}`;
  },
  true,
);
form.addEventListener('change', show);
form.addEventListener('input', show);
show();
