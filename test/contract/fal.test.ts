import { fal } from '../../src/providers/fal.js';
import { describeProvider } from './describe-provider.js';
import { falReplies } from './recorded/fal.js';

describeProvider(fal, falReplies);
