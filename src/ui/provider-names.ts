/** Names as the providers write them. An id nobody knows is shown as it is. */
export const providerNames: Readonly<Record<string, string>> = {
  puter: 'Puter', sandbox: 'Sandbox', bfl: 'Black Forest Labs', fal: 'fal', replicate: 'Replicate', together: 'Together', deepinfra: 'DeepInfra',
  aigateway: 'AIgateway', 'openai-compatible': 'your own server', openrouter: 'OpenRouter', huggingface: 'Hugging Face', pollinations: 'Pollinations',
};

export const providerName = (id: string): string => (Object.hasOwn(providerNames, id) ? providerNames[id] : undefined) ?? id;
