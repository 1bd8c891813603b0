import { seedIn, type Seed } from '../base/seed.js';
import { defined } from '../base/defined.js';
import { embedAvif, embedJpeg, embedPng, embedWebp } from './embed-xmp.js';

/**
 * The metadata written into a file. `cost`: US dollars as decimal text, `at`: epoch milliseconds.
 */
export interface PictureLabel {
  readonly provider: string;
  readonly model: string;
  readonly at: number;
  readonly route?: string;
  readonly cost?: string;
  readonly seed?: Seed;
  readonly simulated?: boolean;
  /** Only where the reader wants the prompt in the file. */
  readonly prompt?: string;
}

const space = 'urn:user-pays-image:label:1';
const names = ['provider', 'model', 'route', 'cost', 'seed', 'simulated', 'prompt'] as const;

const latin = new TextDecoder('latin1');

/**
 * The label as an XMP packet, including the fields other programs look for (creation date, tool,
 * IPTC's mark for generated pictures).
 */
export function xmp(label: PictureLabel): string {
  const own = names
    .flatMap((name) =>
      label[name] === undefined ? [] : [` upi:${name}="${escaped(String(label[name]))}"`],
    )
    .join('');
  const made = new Date(label.at).toISOString();
  const source = label.simulated ? 'algorithmicMedia' : 'trainedAlgorithmicMedia';
  const words =
    label.prompt === undefined
      ? ''
      : `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(label.prompt)}</rdf:li></rdf:Alt></dc:description>`;
  return (
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
    `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:upi="${space}"` +
    ` xmp:CreateDate="${made}" xmp:CreatorTool="user-pays-image" Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/${source}"${own}>${words}` +
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
  );
}

function escaped(words: string): string {
  return words
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * Writes the label into a PNG, JPEG, WebP or AVIF without touching the pixels. Returned unchanged:
 * other formats, damaged files, and files signed with C2PA, because a changed file would no longer
 * match its signature.
 */
export async function labelled(blob: Blob, label: PictureLabel): Promise<Blob> {
  try {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    if (latin.decode(bytes).includes('jumdc2pa')) return blob;
    const packet = new TextEncoder().encode(xmp(label));
    const parts =
      embedPng(bytes, packet, keywords(label)) ??
      embedJpeg(bytes, packet) ??
      embedWebp(bytes, packet) ??
      embedAvif(bytes, packet);
    return parts ? new Blob(parts, { type: blob.type }) : blob;
  } catch {
    return blob;
  }
}

/** The label again, for programs that read only PNG's text chunks. */
function keywords(label: PictureLabel): [string, string][] {
  return [
    ['Software', 'user-pays-image'],
    ['Creation Time', new Date(label.at).toISOString()],
    ['Source', [label.provider, label.route, label.model].filter(Boolean).join(' ')],
    ...(label.cost === undefined
      ? []
      : [
          ['Cost', `${label.cost} USD${label.simulated ? ' (simulated)' : ''}`] satisfies [
            string,
            string,
          ],
        ]),
    ...(label.seed === undefined ? [] : [['Seed', String(label.seed)] satisfies [string, string]]),
    ...(label.prompt === undefined
      ? []
      : [['Description', label.prompt] satisfies [string, string]]),
  ];
}

/** Reads our label from a file; `undefined` when it has none. */
export async function readLabel(blob: Blob): Promise<PictureLabel | undefined> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const text = latin.decode(bytes);
  const from = text.indexOf(`xmlns:upi="${space}"`);
  if (from < 0) return undefined;
  const packet = new TextDecoder().decode(bytes.subarray(from, text.indexOf('>', from)));
  const read = (name: string): string | undefined => {
    const value = new RegExp(` ${name}="([^"]*)"`).exec(packet)?.[1];
    return value === undefined ? undefined : plain(value);
  };
  const [provider, model, route, cost, seed, simulated, prompt] = names.map((name) =>
    read(`upi:${name}`),
  );
  const at = Date.parse(read('xmp:CreateDate') ?? '');
  if (provider === undefined || model === undefined || !Number.isFinite(at)) return undefined;
  return {
    provider,
    model,
    at,
    ...defined({
      route,
      cost,
      seed: seedIn(seed),
      simulated: simulated === 'true' ? true : undefined,
      prompt,
    }),
  };
}

function plain(words: string): string {
  return words.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
