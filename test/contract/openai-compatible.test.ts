import { openaiCompatible } from '../../src/providers/openai-compatible.js';
import { describeProvider } from './describe-provider.js';
import { openaiCompatibleReplies } from './recorded/openai-compatible.js';

describeProvider(openaiCompatible('http://localhost:1234'), openaiCompatibleReplies);
