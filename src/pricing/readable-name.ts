const spellings: Readonly<Record<string, string>> = {
  gpt: 'GPT',
  sdxl: 'SDXL',
  realvisxl: 'RealVisXL',
  xl: 'XL',
  svg: 'SVG',
  lora: 'LoRA',
  hidream: 'HiDream',
  controlnet: 'ControlNet',
  comfyui: 'ComfyUI',
  dalle: 'DALL·E',
  ssd: 'SSD',
  fibo: 'FIBO',
};

/**
 * A name for a model of which only an id is known, `replicate:google/nano-banana-2` → `Nano Banana
 * 2`; what has a space is a name already.
 */
export function readableName(name: string): string {
  if (/\s/.test(name)) return name;
  const last = name.split(/[:/]/).filter(Boolean).at(-1) ?? name;
  return spelt(last.replace(/[-_]+/g, ' ').trim());
}

/** `flux 2 flex` → `FLUX.2 flex`, `nano banana` → `Nano Banana`; what has a capital letter stays. */
export function spelt(name: string): string {
  if (name !== name.toLowerCase()) return name;
  const flux = /^flux (?:(1\.1)|(\d))?/.exec(name);
  if (flux) {
    const [start, early, major = '1'] = flux;
    const rest = sized(name.slice(start.length).trim()).replace('lora', 'LoRA');
    return `${early === undefined ? `FLUX.${major}` : `FLUX${early}`} ${rest}`;
  }
  return sized(name)
    .split(' ')
    .map((word) => spellings[word] ?? (/^v\d/.test(word) ? word : capitalised(word)))
    .join(' ');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `9b` → `9B` */
function sized(name: string): string {
  return name.replace(/\b\d+b\b/g, (size) => size.toUpperCase());
}
