import { pollinations } from '../../src/providers/pollinations.js';
import { describeProvider } from './describe-provider.js';
import { pollinationsReplies } from './recorded/pollinations.js';

describeProvider(pollinations, pollinationsReplies);
