import { bfl } from '../../src/providers/bfl.js';
import { describeProvider } from './describe-provider.js';
import { bflReplies } from './recorded/bfl.js';

describeProvider(bfl, bflReplies);
