import { together } from '../../src/providers/together.js';
import { describeProvider } from './describe-provider.js';
import { togetherReplies } from './recorded/together.js';

describeProvider(together, togetherReplies);
