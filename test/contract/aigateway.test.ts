import { aigateway } from '../../src/providers/aigateway.js';
import { describeProvider } from './describe-provider.js';
import { aigatewayReplies } from './recorded/aigateway.js';

describeProvider(aigateway, aigatewayReplies);
