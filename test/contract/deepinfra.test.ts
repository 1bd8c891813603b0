import { deepinfra } from '../../src/providers/deepinfra.js';
import { describeProvider } from './describe-provider.js';
import { deepinfraReplies } from './recorded/deepinfra.js';

describeProvider(deepinfra, deepinfraReplies);
