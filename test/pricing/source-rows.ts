/**
 * What stands where: every page a price of the catalogue is cited from (Puter’s rows
 * apart, which cite themselves), the day somebody read it,
 * and the passages that hold its words. Written
 * from the pages and from what was found out about their copies, never from the catalogue. Words
 * are as a reader sees them: marks of Markdown
 * (`\`, `*`, `|`, back ticks) and runs of white space are left out before they are compared.
 */
export interface SourceRow {
  /** Missing where nobody knows the address of the copy. */
  readonly url?: string;
  /** `YYYY-MM-DD` */
  readonly readOn: string;
  /** The copy bears no date: `readOn` is the earliest it can be from. */
  readonly undated?: true;
  readonly words: readonly string[];
  /** Where the passages were seen, and what the day rests on. */
  readonly seen: string;
}

const puterDocs = {
  url: 'https://github.com/HeyPuter/puter/blob/587fe5cd/src/docs/src/AI/image-models.md',
  readOn: '2026-09-16',
  seen: 'Puter’s documents at commit 587fe5cd: “Sources were checked against authenticated model APIs on September 16, 2026”',
};
function fal(model: string, readOn: string, words: string, seen: string): SourceRow {
  return {
    url: `https://fal.ai/models/fal-ai/${model}`,
    readOn,
    words: [words],
    seen,
  };
}
const august =
  'a public table of fal’s endpoints, “fal’s own published rates, read on 2026-08-09” from fal’s catalogue and model pages, with the sentences as they stand there';
const june =
  'a public table of fal’s models, each page opened in June 2026, with the words of its price';
const kleinCame = 'undated copy; klein came out on 2026-01-15 (news of black-forest-labs/flux2)';
const flux2Came =
  'undated copy that names FLUX.2, which came out on 2025-11-25 (news of black-forest-labs/flux2)';

export const sourceRows: readonly SourceRow[] = [
  {
    url: 'https://docs.bfl.ai/quick_start/pricing',
    readOn: '2026-06-01',
    words: [
      '| FLUX.2 \\[klein] 4B | from \\$0.014  | from \\$0.014  | Real-time, high volume',
      '| FLUX.2 \\[klein] 9B | from \\$0.015  | from \\$0.015  | Balanced quality/speed',
      '| FLUX.2 \\[pro]      | from \\$0.03   | from \\$0.045  | Production workflows, fast turnaround',
      '| FLUX.2 \\[max]      | from \\$0.07   | from \\$0.07   | Highest quality, grounding search',
      '| FLUX.2 \\[flex]     | from \\$0.05   | from \\$0.05   | Fine-grained control, typography',
      'a 2MP image with Klein 4B costs $0.014 + $0.001 = \\$0.015.',
      '| FLUX.1 Kontext \\[pro] | 4 credits         | \\$0.04',
      '| FLUX.1 Kontext \\[max] | 8 credits         | \\$0.08',
      '| FLUX1.1 \\[pro] Ultra  | 6 credits         | \\$0.06',
      '| FLUX.1 Fill \\[pro]    | 5 credits         | \\$0.05',
    ],
    seen: 'a copy of the page without a date (it has [max], and [flex] at $0.05); Puter’s guide of June 2026 has its figures and says “verified on the BFL pricing docs”, which names the month',
  },
  {
    url: 'https://github.com/black-forest-labs/skills/blob/d0793c8/skills/bfl-api/SKILL.md',
    readOn: '2026-02-03',
    words: [
      '| FLUX.2 [klein] 4B | `/v1/flux-2-klein-4b` | 1.4c   | 0.1c | $0.014  | $0.015  |',
      '| FLUX.2 [klein] 9B | `/v1/flux-2-klein-9b` | 1.5c   | 0.2c | $0.015  | $0.017  |',
      '| FLUX.2 [pro]      | `/v1/flux-2-pro`      | 3c     | 1.5c | $0.03   | $0.045  |',
      '| FLUX.2 [max]      | `/v1/flux-2-max`      | 7c     | 3c   | $0.07   | $0.10   |',
      '| FLUX.2 [flex]     | `/v1/flux-2-flex`     | 5c     | 5c   | $0.05   | $0.10   |',
      '**Pricing formula:** `(firstMP + (outputMP-1) * mpPrice) + (inputMP * mpPrice)` in cents',
      '| FLUX.1 Kontext [pro] | `/v1/flux-kontext`       | $0.04       |',
      '| FLUX.1 Kontext [max] | `/v1/flux-kontext-max`   | $0.08       |',
      '| FLUX1.1 [pro]        | `/v1/flux-pro-1.1`       | $0.04       |',
      '| FLUX1.1 [pro] Ultra  | `/v1/flux-pro-1.1-ultra` | $0.06       |',
      '| FLUX1.1 [pro] Raw    | `/v1/flux-pro-1.1-raw`   | $0.06       |',
      '| FLUX.1 Fill [pro]    | `/v1/flux-pro-1.0-fill`  | $0.05       |',
    ],
    seen: 'BFL’s repository at commit d0793c8 of 2026-02-03',
  },
  {
    url: 'https://docs.bfl.ml/quick_start/pricing',
    readOn: '2026-01-15',
    undated: true,
    words: [
      '| FLUX.2 \\[klein] 4B | from \\$0.014  | from \\$0.014  |',
      '| FLUX.2 \\[klein] 9B | from \\$0.015  | from \\$0.015  |',
      '| FLUX.2 \\[pro]      | from \\$0.03   | from \\$0.045  |',
      '| FLUX.2 \\[flex]     | from \\$0.06   | from \\$0.12   |',
      '| FLUX.2 \\[dev]      | Free          | Free          | Local development (non-commercial)    |',
      'a 2MP image with Klein 4B costs $0.014 + $0.001 = \\$0.015.',
      '| FLUX.1 Kontext \\[pro] | 4 credits         | \\$0.04',
      '| FLUX.1 Kontext \\[max] | 8 credits         | \\$0.08',
      '| FLUX1.1 \\[pro] Ultra  | 6 credits         | \\$0.06',
      '| FLUX.1 Fill \\[pro]    | 5 credits         | \\$0.05',
    ],
    seen: 'seed 000, an undated copy: it lists klein (out since 2026-01-15) and [flex] at $0.06 (until 2026-01-28)',
  },
  {
    url: 'https://developer.puter.com/tutorials/flux-api-pricing/',
    readOn: '2026-06-01',
    words: [
      '| FLUX.2 [klein] 4B | from $0.014 | from $0.014 |',
      '| FLUX.2 [klein] 9B | from $0.015 | from $0.015 |',
      '| FLUX.2 [pro] | from $0.03 | from $0.045 |',
      '| FLUX.2 [flex] | from $0.05 | from $0.05 |',
      '| FLUX.2 [max] | from $0.07 | from $0.07 |',
      '| FLUX.1 Kontext [pro] | $0.04 | $0.04 |',
      '| FLUX.1 Kontext [max] | $0.08 | $0.08 |',
      'One megapixel is one million pixels, so a 1024×1024 image is about one megapixel.',
      'the first megapixel costs $0.014 and each additional megapixel adds $0.001, so a 2MP image costs $0.015.',
      '| FLUX.1 Kontext [pro] | 4 | $0.04 |',
      '| FLUX.1 Kontext [max] | 8 | $0.08 |',
      '| FLUX1.1 [pro] Ultra | 6 | $0.06 |',
      '| FLUX.1 Fill [pro] | 5 | $0.05 |',
      'Running FLUX.2 [klein] or FLUX.1 [schnell] on your own hardware has no per-image fee',
    ],
    seen: 'seed 001: “Full Breakdown of Costs (Jun 2026)”, which names the month',
  },
  {
    url: 'https://www.basedlabs.ai/articles/flux-pro-api-pricing-and-code-examples',
    readOn: '2025-11-25',
    undated: true,
    words: [
      '- Text-to-Image: $0.03 per megapixel',
      '- Image Editing: $0.045 per megapixel',
      '- Ultra (high-resolution): $0.06 per megapixel',
      'fal.ai: approximately $0.045 per megapixel for Flux 2 Pro',
      'Replicate: roughly $0.05 to $0.08 per image depending on resolution',
      'DeepInfra: around $0.07 per image with an OpenAI-compatible API endpoint',
      'Together AI: approximately $0.05 per image, competitive',
      'Flux Schnell ($0.003/image): use for drafts',
      'Flux Dev ($0.025/image): the sweet spot',
      'Max costs $0.07 per megapixel (more than double Pro)',
    ],
    seen: `seed 002; ${flux2Came}`,
  },
  {
    readOn: '2024-10-01',
    undated: true,
    words: ['image generation requests costing $0.04 per megapixel.'],
    seen: 'seed 003, a page of “zaro” without address or date; FLUX1.1 [pro] came out in October 2024',
  },
  {
    readOn: '2026-01-15',
    undated: true,
    words: [
      'is priced at $0.040 per image through AIgateway.',
      'A $100 top-up funds $95 of provider calls.',
      'Paid tier starts at a $5 top-up with no auto-renew.',
      'bill at 10% of the uncached cost, so long-context',
    ],
    seen: `seed 004, a page “questions/Pricing” of AIgateway without a whole address; ${kleinCame}`,
  },
  {
    ...puterDocs,
    words: [
      '| `replicate:black-forest-labs/flux-2-pro` | $0.015 per run + $0.015 per input MP + $0.015 per output MP |',
      '| `replicate:black-forest-labs/flux-2-dev` | $0.014 per input MP + $0.014 per output MP; go_fast=true: $0.012 per input MP + $0.012 per output MP |',
      '| `replicate:black-forest-labs/flux-2-klein-4b` | $0.001 per input MP + $0.001 per output MP |',
      '| `replicate:black-forest-labs/flux-schnell` | $0.003 per output image |',
      '| `replicate:black-forest-labs/flux-1.1-pro` | $0.04 per output image |',
      '| `replicate:black-forest-labs/flux-1.1-pro-ultra` | $0.06 per output image |',
      '| `replicate:black-forest-labs/flux-2-flex` | $0.06 per input MP + $0.06 per output MP |',
      '| `replicate:black-forest-labs/flux-2-max` | $0.04 per run + $0.03 per input MP + $0.03 per output MP |',
      '| `replicate:black-forest-labs/flux-dev` | $0.025 per output image |',
      '| `replicate:black-forest-labs/flux-kontext-max` | $0.08 per output image |',
    ],
  },
  {
    url: 'https://github.com/HeyPuter/puter/blob/8307e8c9/src/backend/drivers/ai-image/providers/together/models.ts',
    readOn: '2026-08-21',
    words: [
      "black-forest-labs/FLUX.2-pro costs: { 'per-image': 3 }",
      "black-forest-labs/FLUX.2-dev costs: { 'per-image': 1.54 }",
      "black-forest-labs/FLUX.2-max costs: { '1MP': 7 }",
      "black-forest-labs/FLUX.1.1-pro costs: { '1MP': 4 }",
      "black-forest-labs/FLUX.1-kontext-max costs: { '1MP': 8 }",
      "black-forest-labs/FLUX.1-schnell costs: { '1MP': 0.27 }",
      "black-forest-labs/FLUX.1-krea-dev costs: { '1MP': 2.5 }",
      "RunDiffusion/Juggernaut-pro-flux costs: { '1MP': 0.49 }",
      "Rundiffusion/Juggernaut-Lightning-Flux costs: { '1MP': 0.17 }",
    ],
    seen: 'Puter’s source at commit 8307e8c9 of 2026-08-21, which names them in cents; what its backend serves and bills was measured',
  },
  fal(
    'flux-2-pro',
    '2026-08-09',
    'Your request will cost **$0.03** for the first megapixel of output, plus **$0.015** per extra megapixel of input and output, rounded up to the nearest megapixel.',
    august,
  ),
  fal('flux-pro/kontext', '2026-08-09', 'Your request will cost $0.04 per image.', august),
  fal('flux-pro/kontext/max', '2026-08-09', 'Your request will cost $0.08 per image.', august),
  fal(
    'flux-pro/v1.1',
    '2026-08-09',
    'Your request will cost $0.04 per megapixel. Images are billed by rounding up to the nearest megapixel.',
    august,
  ),
  fal(
    'flux-2-flex',
    '2026-06-24',
    '$0.05 per megapixel on BOTH input and output side, rounded up',
    'a public table of fal’s models, each page opened on 2026-06-24, names the price; the words are quoted by another public price table',
  ),
  fal('flux-pro/v1.1-ultra', '2026-06-01', '$0.06 per image', june),
  fal('flux/dev', '2026-06-01', '$0.025 per megapixel', june),
  fal('flux/schnell', '2026-06-01', '$0.003 per megapixel', june),
  {
    url: 'https://fal.ai/models/fal-ai/flux-2-max/edit/llms.txt',
    readOn: '2025-11-25',
    undated: true,
    words: [
      'The first processed megapixel will cost **$0.07**. Each additional megapixel will cost **0.03**. Input images counted as processed megapixel.',
    ],
    seen: flux2Came,
  },
  {
    url: 'https://fal.ai/models/fal-ai/flux-2/klein/9b/llms.txt',
    readOn: '2026-01-15',
    undated: true,
    words: ['- **Price**: $0.006 per megapixels'],
    seen: kleinCame,
  },
  {
    url: 'https://fal.ai/learn/devs/flux-2-klein-user-guide',
    readOn: '2026-01-16',
    words: [
      'The Base model ($0.009/MP) supports flexible inference steps for quality tuning, while the Distilled variant ($0.014/MP) delivers 4-step generation',
    ],
    seen: 'the page says “last updated 1/16/2026”',
  },
  {
    url: 'https://lumenfall.ai/models/black-forest-labs/flux.2-klein-4b',
    readOn: '2026-01-15',
    undated: true,
    words: ['fal/flux.2-klein-4b $0.0050/megapixel', 'fal/flux.2-klein-4b-edit $0.0100/megapixel'],
    seen: kleinCame,
  },
  {
    url: 'https://lumenfall.ai/models/black-forest-labs/flux.2-klein-9b',
    readOn: '2026-01-15',
    undated: true,
    words: ['fal/flux.2-klein-9b-edit $0.0110/megapixel'],
    seen: kleinCame,
  },
  {
    url: 'https://lumenfall.ai/models/black-forest-labs/flux.2-pro',
    readOn: '2025-11-25',
    undated: true,
    words: [
      '1 megapixel = 1024x1024 pixels',
      'Images exceeding 4 megapixels are resized to 4 megapixels',
    ],
    seen: `notes on fal/flux.2-pro-edit and replicate/flux.2-pro; ${flux2Came}`,
  },
  {
    url: 'https://deepinfra.com/black-forest-labs/FLUX-2-dev/api',
    readOn: '2025-11-25',
    undated: true,
    words: ['FLUX-2-dev $0.01 x (width / 1024) x (height / 1024) x (iters / 28)'],
    seen: `${flux2Came}: “FLUX.2 is live!”`,
  },
  {
    url: 'https://deepinfra.com/black-forest-labs/FLUX-pro/api',
    readOn: '2025-11-25',
    undated: true,
    words: ['FLUX-pro $0.05 / image'],
    seen: `${flux2Came}: “FLUX.2 is live!”`,
  },
  {
    url: 'https://openrouter.ai/black-forest-labs/flux.2-flex',
    readOn: '2025-11-25',
    undated: true,
    words: ['$0.06 for each megapixel on both input and output side'],
    seen: flux2Came,
  },
  {
    url: 'https://github.com/pollinations/pollinations/blob/0047731e/shared/registry/image.ts',
    readOn: '2026-07-30',
    undated: true,
    words: [
      'flux: completionImageTokens: 0.002, // per image',
      'kontext: completionImageTokens: 0.04, // per image',
    ],
    seen: 'Pollinations’ source at commit 0047731e, which names a model added on 2026-07-30',
  },
];
