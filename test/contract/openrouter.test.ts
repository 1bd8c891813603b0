import { openrouter } from '../../src/providers/openrouter.js';
import { describeProvider } from './describe-provider.js';
import { openrouterReplies } from './recorded/openrouter.js';

describeProvider(openrouter, openrouterReplies);
