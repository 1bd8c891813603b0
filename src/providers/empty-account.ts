import type { RefusalRule } from './adapter.js';

/** What an account holds, by any name. */
const money = '(?:credits?|balance|funds?|quota|money|allowance|tokens? quota)';

/** Up to three words between two others. */
const some = '(?:[\\w$.,-]+ ){0,3}';

/** Machine-readable names, in any case and with any of `_`, `-`, `:` between their words. */
const names = [
  `insufficient[\\W_]?(?:\\w+[\\W_])??(?:quota|credits?|funds?|balance|money)`,
  `(?:not[\\W_]?enough|out[\\W_]?of|no)[\\W_]?(?:\\w+[\\W_])??(?:quota|credits?|funds?|balance|money)`,
  `(?:quota|credits?|funds?|balance)[\\W_]?(?:is[\\W_]?)?(?:insufficient|not[\\W_]?enough|exhausted|depleted|too[\\W_]?low)`,
  `pre[\\W_]?consume[\\W_](?:\\w+[\\W_])?quota[\\W_]failed`,
  `billing[\\W_]?(?:hard[\\W_]limit[\\W_]reached|not[\\W_]active)`,
  `payment[\\W_]?required`,
  `credit[\\W_]?limit(?:[\\W_](?:exceeded|reached))?`,
  `spend(?:ing)?[\\W_]?limit(?:[\\W_](?:exceeded|reached))?`,
  `budget[\\W_]?exceeded`,
  `(?:account[\\W_]?)?(?:in[\\W_]?)?(?:arrearage|arrears|overdue(?:error)?)`,
];

/** Sentences, in either word order. */
const sentences = [
  `insufficient ${some}${money}`,
  `${money} ${some}(?:insufficient|not (?:be )?(?:enough|sufficient)|exhausted|depleted|used up|run out|ran out|too low|is (?:empty|zero|negative))\\b`,
  `(?:used|spent|consumed|exhausted|exceeded)(?: up)? (?:all )?(?:of )?(?:your|the|its|their|available|all) ${some}(?:credits?|balance|funds?|money|current quota)`,
  `(?:run|ran|running|are|is|now) out of ${some}${money}`,
  `(?:not|n['’]?t|no longer) (?:have |hold |got )?(?:enough|sufficient) ${some}${money}`,
  `(?:have|has|having|with) no (?:\\w+ ){0,2}${money}`,
  `n['’]?t have any ${some}${money}`,
  `\\bno (?:more |remaining |available |usable )(?:\\w+ )?${money}`,
  `\\bno ${money} (?:left|remain|available)`,
  `not enough (?:\\w+ )?${money}`,
  `exceeded your current quota`,
  `balance (?:is )?(?:below|under) |negative balance|requires more credits|lack of ${some}${money}`,
  `reached (?:its|your|the) ${some}spending limit`,
];

/** The same in other languages of services that pages name. */
const elsewhere = [
  `(?:额度|額度|余额|餘額|配额|配額|点数|點數|积分|積分|资金|資金)[^，。,.;；]{0,8}(?:不足|不够|不夠|用尽|用盡|用完|耗尽|耗盡|为零|為零|为负|不为正)`,
  `(?:不足|没有足够|沒有足夠|没有可用)[^，。,.;；]{0,6}(?:额度|額度|余额|餘額|配额|配額|点数|點數)`,
  `欠费|欠費|(?:请|請)(?:先|及时|尽快)?(?:充值|儲值|储值)|预扣费.{0,6}失败`,
  `(?:残高|クレジット|ポイント)[がはを]?(?:不足|足りま|ありま|使い果た)`,
  `(?:잔액|크레딧|포인트)[이가은는]? ?(?:부족|없)`,
  `guthaben (?:\\w+ ){0,3}(?:aufgebraucht|erschöpft|ausreich)|nicht genügend guthaben`,
  `(?:solde|crédits?) (?:\\w+ ){0,2}(?:insuffisant|épuisé)`,
  `(?:saldo|créditos?|fondos|fundos) (?:\\w+ ){0,2}(?:insuficiente|agotad|esgotad)`,
  `недостаточно (?:\\S+ ){0,2}(?:средств|кредит|баланс)|баланс(?:\\S* ){1,3}исчерпан`,
];

/** What a reader should do, which only an empty account makes them do. */
const remedies = [
  `(?:add|buy|purchase|get) (?:more |some |additional )?(?:funds?|credits?|money|balance)\\b`,
  `(?:top[ -]?up|recharge|refill) (?:your |the )?(?:account|balance|credits?|wallet)`,
  `payment (?:is )?required|spending[ -]limit|billing hard limit|past[ -]due|non-?payment|unpaid|in arrears`,
];

/** Haste, although some services name what is bought in the same sentence. */
const haste =
  '(?:rate.?limit|too many requests|throttl|per[ _-](?:second|minute|hour)|\\brpm\\b|concurren|slow down|(?:retry|again) in \\d)';

/** A key that is wrong or ended. */
const wrong = '(?:invalid|incorrect|not valid|unknown|expired|revoked|not found|missing)';
const badKey = `(?:${wrong}\\b.{0,20}\\b(?:key|token)\\b|\\b(?:key|token)\\b.{0,20}\\b${wrong})`;

const said = [...sentences, ...elsewhere].join('|');

/**
 * An account without money, whatever status and words tell it: gateways (one-api, new-api, LiteLLM)
 * say so at 403, xAI at 403 and 429, OpenAI at 429.
 */
export const emptyAccount: readonly RefusalRule[] = [
  {
    named: new RegExp(`(?:^|[\\W_])(?:${names.join('|')})(?:[\\W_]?(?:error|exception))?$`, 'i'),
    code: 'insufficient-funds',
  },
  {
    status: [400, 402, 403],
    says: new RegExp(`${said}|${remedies.join('|')}`, 'i'),
    code: 'insufficient-funds',
  },
  // What is said of a key that does not hold may end with where to buy credits.
  {
    status: [401],
    says: new RegExp(`^(?![\\s\\S]*${badKey})[\\s\\S]*(?:${said}|${remedies.join('|')})`, 'i'),
    code: 'insufficient-funds',
  },
  {
    status: [429],
    says: new RegExp(`^(?![\\s\\S]*${haste})[\\s\\S]*(?:${said})`, 'i'),
    code: 'insufficient-funds',
  },
];
