import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

function tag(type: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length =
    body.length < 128
      ? Buffer.from([body.length])
      : body.length < 256
        ? Buffer.from([0x81, body.length])
        : Buffer.from([0x82, body.length >> 8, body.length & 255]);
  return Buffer.concat([Buffer.from([type]), length, body]);
}
function time(year: number): Buffer {
  return tag(0x18, Buffer.from(`${String(year)}0101000000Z`));
}
/** Object ids: ecdsa-with-SHA256, commonName. */
const ecdsa = tag(0x30, tag(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const name = tag(
  0x30,
  tag(0x31, tag(0x30, tag(0x06, Buffer.from('550403', 'hex')), tag(0x0c, Buffer.from('loopback')))),
);

/**
 * A certificate for this machine that nobody trusts, made anew each time, so that no key lies in
 * the repository. Each has a serial
 * number of its own, or Firefox takes two for one forged.
 */
export function selfSigned(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = tag(
    0x30,
    tag(0xa0, tag(0x02, Buffer.from([2]))),
    tag(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsa,
    name,
    tag(0x30, time(2020), time(2049)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const der = tag(0x30, body, ecdsa, tag(0x03, Buffer.from([0]), signature));
  // No blank line where the last one is full: OpenSSL takes that for the end.
  const lines =
    der
      .toString('base64')
      .match(/.{1,64}/g)
      ?.join('\n') ?? '';
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
