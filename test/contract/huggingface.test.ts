import { huggingface } from '../../src/providers/huggingface.js';
import { describeProvider } from './describe-provider.js';
import { huggingfaceReplies } from './recorded/huggingface.js';

describeProvider(huggingface, huggingfaceReplies);
