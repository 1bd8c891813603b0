import { replicate } from '../../src/providers/replicate.js';
import { describeProvider } from './describe-provider.js';
import { replicateReplies } from './recorded/replicate.js';

describeProvider(replicate, replicateReplies);
