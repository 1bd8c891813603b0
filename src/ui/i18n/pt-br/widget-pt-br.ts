import type { Facts } from '../en/deferred.js';
import { plural } from '../plural.js';
import type { WidgetTranslation } from '../terms.js';

export const terms = {
  tag: 'pt-BR',
  dir: 'ltr',
  widget: 'Gerar uma imagem',
  describe: 'Descreva a imagem',
  model: 'Modelo',
  size: 'Tamanho',
  shape: 'Formato',
  count: 'Imagens',
  exactSize: 'Tamanho exato…',
  addReference: 'Referência',
  dropHere: 'Solte aqui imagens de partida',
  pictures: (count: number) => n(count, '# imagem', '# imagens'),
  generate: (count: number, price: string) => `Gerar${count > 1 ? ` ${count}` : ''} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `Entrar e gerar${count > 1 ? ` ${count}` : ''} · ${price}`,
  addKeyToGenerate: (count: number, price: string) =>
    `Adicione sua chave para gerar${count > 1 ? ` ${count}` : ''} · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `Gerar ${count} amostras · grátis` : 'Gerar amostra · grátis',
  again: (seconds: string) => `em ${seconds} s`,
  simulated: (price: string) => `${price} simulados`,
  priceUnknown: 'preço desconhecido',
  under: (amount: string) => `menos de ${amount}`,
  free: 'grátis',
  freeAsOf: (date: string) => `grátis, situação de ${date}`,
  noRealMoney: 'Área de testes: pintado neste navegador, nenhum dinheiro real circula.',
  payOwn: (provider: string) => `Você paga, com a sua própria conta ${provider}.`,
  payNobody: (provider: string) => `Feito por ${provider}.`,
  freeCovers: (count: number) =>
    n(
      count,
      'O cadastro é grátis e dá para cerca de uma imagem destas por mês.',
      'O cadastro é grátis e dá para cerca de # imagens destas por mês.',
      'O cadastro é grátis e dá para cerca de # de imagens destas por mês.',
    ),
  whatIs: (provider: string) => `O que é ${provider}?`,
  left: (balance: string) => `restam ${balance}`,
  leftThisMonth: (balance: string) => `restam ${balance} neste mês`,
  ofThese: (count: number) =>
    count === 0 ? 'não dá para esta' : n(count, '≈ # destas', '≈ # destas'),
  aboutAccount: (price: string, count: number) =>
    n(
      count,
      `Um clique conecta você e compra uma imagem por ${price}.`,
      `Um clique conecta você e compra # imagens por ${price}.`,
    ),
  aboutFree: (free: string, count: number) =>
    n(
      count,
      `Um clique conecta você e cria uma imagem (${free}).`,
      `Um clique conecta você e cria # imagens (${free}).`,
    ),
  about: {
    what: (provider: string) =>
      `${provider} é uma conta online. Este site usa ${provider} para seus recursos de IA e de nuvem.`,
    free: () => 'Toda conta recebe um crédito mensal gratuito; ele é usado primeiro.',
    pays: (provider: string) =>
      `${provider} cobra a imagem da sua conta, ao custo real. Este site não recebe nenhuma conta por ela.`,
    signIn: (provider: string) => `Você entra em ${provider} mesmo, não neste site.`,
    source: 'Fonte',
  },
  switchAccount: 'Trocar',
  signOut: 'Sair',
  key: (provider: string) => `Sua chave ${provider}`,
  forgetKey: 'Remover a chave',
  breakdown: 'De onde vem este preço',
  why: (price: string) => `Por que ${price}?`,
  more: (count: number) => n(count, '+ # item', '+ # itens'),
  kinds: { live: 'preço atual', provider: 'preço', 'third-party': 'preço não oficial' },
  ofDate: (what: string, date: string) => `${what} de ${date}`,
  mayHaveChanged: 'pode ter mudado',
  chargedOn: (date: string) => `o que foi cobrado de você em ${date}`,
  pagesList: 'lista de preços desta página',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  at: (what: string, price: string) => `${what} a ${price}`,
  wholeMegapixels: (count: number) => n(count, '# megapixel', '# megapixels'),
  lines: {
    picture: 'Imagem',
    run: 'Base',
    'first-megapixel': 'Primeiro megapixel',
    'further-megapixels': 'Megapixels seguintes',
    megapixels: 'Megapixels',
    reference: 'Referência',
    tiles: 'Blocos',
    'input-tiles': 'Blocos da referência',
    steps: 'Passos',
    'area-steps': 'Área × passos',
    seconds: 'Segundos de processamento',
    'image-tokens': 'Tokens de imagem',
    'prompt-tokens': 'Tokens de texto',
    'text-tokens': 'Outros tokens de texto',
    font: 'Fonte',
    'self-hosted': 'Servidor próprio',
    rounding: 'Arredondamento',
    correction: 'Como cobrado antes',
    'account-rate': 'Taxa da conta',
  },
  session: 'Esta visita',
  sessionSimulated: 'Esta visita, simulada',
  nothingYet: 'nada ainda',
  inDoubt: (amount: string) => `+ ${amount} não confirmado`,
  unpriced: (count: number) => n(count, '+ # de preço desconhecido', '+ # de preço desconhecido'),
  doubtAsk: (provider: string) => `Veja na sua conta ${provider} e conte para nós.`,
  newPurchase: 'Gerar de novo seria uma nova compra.',
  openProvider: (provider: string) => `Abrir ${provider}`,
  iWasCharged: 'Fui cobrado',
  iWasNot: 'Não fui cobrado',
  toldCharged: (amount: string) => `Você nos disse que foi cobrado em ${amount}.`,
  toldFree: 'Você nos disse que não foi cobrado.',
  onlyRefund: (provider: string) => `Só ${provider} pode reembolsar.`,
  chargesDeclined: (provider: string) => `${provider} cobra também por textos recusados.`,
  copyDetails: 'Copiar os dados para o suporte',
  unreadable: (count: number) =>
    n(count, '# registro ilegível; continua salvo', '# registros ilegíveis; continuam salvos'),
  details: 'Gastos',
  galleryShort: 'Imagens',
  charge: {
    none: 'Nada foi cobrado.',
    possible: 'Talvez tenha sido cobrado.',
    charged: 'Cobrado.',
  },

  width: 'Largura',
  height: 'Altura',
  bought: (balance: string) => `${balance} comprados`,
  credits: (count: number) => n(count, '# crédito', '# créditos'),
  mustHold: (provider: string, sum: string) =>
    `${provider} só aceita este pedido se a sua conta tiver ${sum}.`,
  sizeList: 'Tamanhos',
  options: 'Opções',
  moreOptions: (count: number) => n(count, 'mais # opção', 'mais # opções'),
  optionUsual: 'Habitual',
  optionElse: (price: string) => `senão ${price}`,
  optionSame: 'mesmo preço',
  optionMore: (price: string) => `${price} a mais`,
  optionLess: (price: string) => `${price} a menos`,
  optionNames: {
    quality: 'Qualidade',
    resolution: 'Resolução',
    size: 'Tamanho',
    megapixels: 'Megapixels',
    steps: 'Passos',
    num_inference_steps: 'Passos',
    guidance: 'Fidelidade ao texto',
    guidance_scale: 'Fidelidade ao texto',
    cfg: 'Fidelidade ao texto',
    negative_prompt: 'Deixar de fora',
    style: 'Estilo',
    style_type: 'Estilo',
    style_preset: 'Aparência',
    output_format: 'Tipo de arquivo',
    response_format: 'Tipo de arquivo',
    output_quality: 'Qualidade do arquivo',
    background: 'Fundo',
    transparency: 'Transparente',
    go_fast: 'Rápido',
    generation_mode: 'Modo',
    prompt_upsampling: 'Completar meu texto',
    enhance_prompt: 'Completar meu texto',
    prompt_enhance: 'Completar meu texto',
    raw: 'Menos processado',
  } as Record<string, string>,
  references: 'Imagens de referência',
  mask: 'Marcar o que pode mudar',
  masked: 'Só o que está marcado pode mudar.',
  maskNeeded: 'Este modelo precisa saber o que pode mudar.',
  maskHint: 'Pinte o que pode mudar. Todo o resto fica como está.',
  maskKeys: 'Pinte o que pode mudar: as setas movem, o espaço pinta',
  maskBrush: 'Pincel',
  maskUndo: 'Desfazer',
  maskClear: 'Recomeçar',
  maskFile: 'Usar um arquivo',
  maskDone: 'Pronto',
  drawingsHidden:
    'Este navegador oculta o que as páginas desenham, contra rastreamento. Aqui não é possível reduzir nem mascarar imagens.',
  reading: 'Medindo …',
  unreadableFile: 'não é uma imagem',
  tooLargeFile: (limit: string) => `é grande demais: no máximo ${limit}`,
  shrinkFile: 'Reduzir',
  removeReference: (name: string) => `Remover a referência ${name}`,
  megapixels: (text: string) => `${text} MP`,
  keyUse: 'Usar esta chave',
  keyKeep: 'Guardar',
  keep: {
    memory: 'até fechar esta página',
    tab: 'até fechar esta aba',
    device: 'neste dispositivo',
  },
  keyWarning:
    'Cole uma chave só em um site de confiança: qualquer script desta página poderia lê-la.',
  keyTo: (provider: string) => `Nós a enviamos a ${provider} e a mais ninguém.`,
  keyThrough: (provider: string, host: string) =>
    `Nós a enviamos a ${provider} pelo relay desta página, ${host}.`,
  keyGet: (provider: string) => `Obter uma chave em ${provider}`,
  keyNeeded: (who: string) => `${who} precisa de uma chave sua. Digite-a acima.`,
  total: 'Você paga',
  atMost: 'Você paga no máximo',
  wouldCost: 'Custaria',
  wouldCostAtMost: 'Custaria no máximo',
  source: 'Fonte',
  readOn: (date: string) => `lido em ${date}`,
  undated: (date: string) => `cópia sem data, ${date} no mínimo`,
  agrees: (count: number) => n(count, 'concorda', 'concordam'),
  conflict: (source: string, total: string) => `${source} dá ${total}`,
  listProblem: (why: string) => `Os preços de hoje não puderam ser lidos por completo: ${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} economiza ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `${f.width} × ${f.height} é o tamanho possível mais próximo`
        : `Sai mais ou menos nesta forma, com cerca de ${f.megapixels} megapixel${f.megapixels === '1' ? '' : 's'}`,
    stale: (f: Facts) => `Este preço foi lido há ${f.days} dias e pode ter mudado`,
    reference: (f: Facts) =>
      `Reduza as referências para ${f.width} × ${f.height} e economize ${f.saving}`,
    'top-up': (f: Facts) => `Custa ${f.wallet} ao seu bolso: parte de cada recarga é taxa`,
    charged: (f: Facts) =>
      `Em ${f.readOn} foram cobrados ${f.charged} por isto, não os ${f.listed} da lista`,
    rate: (f: Facts) =>
      `Sua conta paga ${f.rate} vezes o preço de lista, a última vez em ${f.readOn}`,
    usual: (f: Facts) =>
      `Em geral cerca de ${f.usual}, no máximo ${f.most}: pelas suas últimas ${f.pictures} imagens`,
  },
  confirmTitle: 'Antes de comprar',
  confirmOver: (amount: string, limit: string) =>
    `Isto custa ${amount}. Perguntamos sempre que passa de ${limit}.`,
  confirmOverMost: (amount: string, limit: string) =>
    `Isto pode custar até ${amount}. Perguntamos sempre que pode passar de ${limit}.`,
  confirmUnknown: (provider: string) =>
    `Não encontramos um preço para isto. ${provider} cobrará a própria tarifa, e não sabemos dizer quanto.`,
  confirmChanged: (amount: string) => `O preço mudou. Agora é ${amount}.`,
  confirmChangedFrom: (amount: string, before: string) =>
    `O preço mudou. Era ${before}, agora é ${amount}.`,
  confirmUnseen: (amount: string) =>
    `Talvez o preço no botão não estivesse legível. Ele é ${amount}.`,
  confirmYes: (amount: string) => `Sim, pagar ${amount}`,
  confirmYesUnknown: 'Gerar mesmo assim',
  confirmNo: 'Não',
  signingIn: 'Esperando a janela de entrada…',
  signedIn: (provider: string) =>
    `Você entrou em ${provider}. Feche esta janela e continue na outra.`,
  sending: 'Enviando…',
  makingNow: 'Fazendo a imagem …',
  checkingLost: (provider: string) => `A resposta se perdeu. Conferindo com ${provider} …`,
  checkingRefused: (provider: string) =>
    `${provider} informou um erro. Conferindo com ${provider} se houve cobrança …`,
  queued: (ahead: number) =>
    ahead === 0 ? 'A próxima da fila' : n(ahead, '# na frente na fila', '# na frente na fila'),
  fetching: 'Buscando a imagem…',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} s de cerca de ${expected} s` : `${seconds} s`,
  pictureOf: (index: number, count: number) => `Imagem ${index} de ${count}`,
  waiting: 'aguardando a vez',
  cancel: 'Cancelar',
  cancelRest: 'Cancelar o resto',
  stopWaiting: 'Parar de esperar',
  stopFree: 'Nada foi enviado ainda: parar não custa nada.',
  stopMeans: 'Já foi pedida: parar não economiza. A imagem ficará entre as suas imagens.',
  stopRest: (unsent: number, count: number) =>
    `${unsent} de ${count} ainda não foram pedidas: cancelar não custa nada. As outras continuam.`,
  stopChecking: 'Não precisa esperar: seus gastos dirão o que foi cobrado.',
  stopSimulated: 'Você não paga nada.',
  inBackground: (count: number) =>
    n(
      count,
      'Sua imagem está sendo feita em segundo plano.',
      '# imagens estão sendo feitas em segundo plano.',
    ),
  landsIn: (where: string) => `Quando estiver pronta, estará em “${where}”.`,
  recovering: 'Estamos buscando a imagem que você comprou antes …',
  recovered: (count: number) =>
    n(
      count,
      'Aqui está a imagem que você comprou antes.',
      'Aqui estão as # imagens que você comprou antes.',
    ),
  dismiss: 'Entendi',
  charged: (amount: string) => `${amount} cobrados`,
  chargedBetween: (low: string, high: string) => `Cobrado entre ${low} e ${high}`,
  chargedTogether: (count: number, amount: string) => `${count} juntas: ${amount}`,
  computed: (amount: string) => `${amount} estimados, pela tabela de preços`,
  simulatedCharge: (amount: string) => `${amount} simulados`,
  checkingCharge: (amount: string, provider: string) => `${amount} · conferindo com ${provider}`,
  estimateWas: (amount: string) => `estimativa ${amount}`,
  notCharged: 'Nada foi cobrado.',
  maybeCharged: (amount: string) =>
    amount
      ? `Talvez ${amount} tenham sido cobrados.`
      : 'Talvez tenha sido cobrado; o valor é desconhecido.',
  wasCharged: (amount: string) =>
    amount ? `Você foi cobrado em ${amount}.` : 'Você foi cobrado; o valor é desconhecido.',
  wasSimulated: (amount: string) => `${amount} simulados, sem dinheiro real.`,
  inProgress: (amount: string) => `+ ${amount} em andamento`,
  sentAgain: 'O próprio navegador pode ter enviado o pedido várias vezes.',
  checkedCharged: (provider: string, amount: string) =>
    `Conferido com ${provider}: ${amount} foram cobrados.`,
  checkedFree: (provider: string) => `Conferido com ${provider}: nada foi cobrado.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} cobrou isto ${count} vezes: ${amount}.`,
  fromBefore: (amount: string) => `${amount} de uma compra anterior não estão confirmados.`,
  checkedEachVisit: (provider: string) => `Isso é conferido com ${provider} sempre que você volta.`,
  ready: (count: number) => n(count, 'A imagem está pronta.', '# imagens estão prontas.'),
  says: (provider: string) => `${provider} diz:`,
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => n(count, `# imagem · ${price}`, `# imagens · ${price}`),
  raise: (limit: string) => `Aumentar meu limite para ${limit}`,
  useSize: (size: string, price: string) => `Usar ${size} · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'Em vez disso',
  topUp: (provider: string) => `Recarregar em ${provider}`,
  scriptBlocked: (provider: string, host: string) =>
    `Não conseguimos acessar ${provider}. Um bloqueador de conteúdo pode estar barrando ${host}; permita e tente de novo.`,
  notFromHere: (provider: string) => `${provider} não pode ser usado a partir desta página.`,
  walls: {
    relay: 'O relay indicado por esta página não respondeu ou não aceita esta página.',
    mixed:
      'Esta página vem por https e o servidor por http: os navegadores mantêm os dois separados. O servidor precisa de https ou tem de rodar neste computador.',
    server:
      'O servidor está rodando e aceita pedidos de páginas de outra origem (CORS)? O navegador também pode perguntar se esta página pode acessar sua rede local: permita.',
  },
  overOwnLimit: (limit: string, left: string) =>
    `Isto passaria do seu limite de ${limit}. Restam ${left}.`,
  overPageLimit: (limit: string, left: string) =>
    `Isto passaria do limite deste site, ${limit}. Restam ${left}.`,
  keyMaySpend: (left: string) => `esta chave ainda pode gastar ${left}`,
  overKey: (left: string, price: string) =>
    `Isto custa ${price}, e sua chave só pode gastar mais ${left}.`,
  overBalance: (left: string, price: string) =>
    `O saldo não basta: isto custa ${price} e você tem ${left}.`,
  offline: 'Você está sem conexão. Nada pode ser enviado; seu texto fica aqui.',
  storage: {
    full: 'O armazenamento do seu navegador está cheio. Não poderíamos guardar seu recibo, então a compra está desativada.',
    blocked:
      'Seu navegador não salva dados deste site (uma janela privada, ou um quadro que não guarda nada?). Não poderíamos guardar seu recibo, então a compra está desativada.',
  },
  of: (limit: string) => `de ${limit}`,
  spentOf: (spent: string, limit: string) => `${spent} gastos de ${limit}`,
  lastOne: 'dá para mais uma',
  used: 'limite atingido',
  galleryTitle: 'Suas imagens, salvas neste navegador',
  galleryEmpty: 'Nenhuma imagem salva ainda.',
  forget: 'Esquecer',
  forgetAll: 'Esquecer todas',
  forgetSure: 'Pressione de novo para esquecer',
  pin: 'Manter',
  pinned: 'Mantida',
  open: (what: string) => `Abrir grande: ${what}`,
  close: 'Fechar',
  download: 'Baixar',
  copy: 'Copiar',
  copied: 'Copiada',
  share: 'Compartilhar',
  asReference: 'Usar como referência',
  sameWords: 'As mesmas palavras de novo',
  sameSeed: 'Usar esta semente de novo',
  forgotten: 'Esquecida',
  undo: 'Desfazer',
  lastPictures: 'Últimas imagens',
  previous: 'Imagem anterior',
  next: 'Próxima imagem',
  zoom: 'Ampliar',
  expires: 'Só em um endereço que vai deixar de funcionar: baixe agora.',
  openAddress: 'Abrir o endereço dela',
  notDrawn: (size: string) =>
    `Não exibida aqui: ${size} é mais do que se deve pedir a um navegador. Ela é sua mesmo assim: baixe-a.`,
  notShown: 'Este tipo de arquivo não pode ser mostrado aqui. A imagem é sua mesmo assim: baixe-a.',
  notLoaded: 'Não foi possível carregá-la do endereço dela.',
  keepThere: (provider) => `Salvar minhas imagens também no meu espaço do ${provider}`,
  keptThere: 'Salva no seu espaço:',
  showMore: 'Mostrar mais',
  seed: (seed: string) => `semente ${seed}`,
  seedMeans: 'O número que permite repetir um resultado',
  newSeed: 'Qualquer semente',
  pictureMenu: 'Mais',
  formMissing: 'Crie primeiro uma imagem.',
  formUnreadable:
    'O formulário não pode levar esta imagem: o provedor dela não deixa nenhuma página lê-la. Crie outra, ou baixe-a e adicione-a à mão.',
  formChoose: 'Usar no formulário',
  formChosen: 'No formulário',
  couldNot: 'Este navegador não permitiu.',
  payee: 'Quem recebe',
  allModels: 'Todos os modelos …',
  chooseModel: 'Escolher um modelo',
  searchModels: 'Buscar nome, autor ou uso',
  offersFound: (count: number) => n(count, '# oferta', '# ofertas'),
  modelsFound: (count: number) => n(count, '# modelo', '# modelos'),
  noModels: 'Nenhum modelo corresponde a essas palavras.',
  comma: ', ',
  whyEmpty: 'Descreva primeiro a imagem.',
  whyPricing: 'Calculando o preço …',
  canAgain: 'Você já pode gerar de novo.',
  shortcut: (keys: string) => `${keys} também gera.`,
  priceNow: (price: string) => `Preço agora: ${price}`,
  making: 'em preparação',
  readyOf: (done: number, count: number) => `${done} de ${count} prontas`,
  readyCount: (count: number) => `prontas: ${count}`,
  notChargedCount: (count: number) => `não cobradas: ${count}`,
  checkingSum: (amount: string, provider: string) => `${amount} em conferência com ${provider}`,
  notConfirmed: (amount: string) => `${amount} sem confirmação`,
  newTab: 'abre uma nova aba',
  otherModels: 'Outros',
  takesWords: 'palavras',
  takesPictures: (count: number) => n(count, '# imagem', 'até # imagens'),
  takesNoPictures: 'não aceita imagens',
  takesMask: 'máscara',
  writesText: 'texto na imagem',
  madeWith: (count: number) => n(count, '# imagem feita', '# imagens feitas'),
  needs: {
    picture: 'precisa de uma imagem',
    workflow: 'precisa de um arquivo de fluxo de trabalho',
  },
  notThisSize: 'não neste tamanho',
  notOffered: (provider: string) => `${provider} não o oferece mais.`,
  retiredOn: (date: string) => `Desativado pelo autor em ${date}: talvez não responda.`,
  retiresOn: (date: string) => `Em ${date}, o autor o desativa.`,
  replacedOn: (date: string, by: string) =>
    `Desde ${date}, ${by} responde no lugar dele, talvez por outro preço.`,
  replacesOn: (date: string, by: string) =>
    `A partir de ${date}, ${by} responderá no lugar dele, talvez por outro preço.`,
  failedOn: (date: string) => `Testado em ${date}, não respondeu.`,
  drafts: 'Rascunho e depois final',
  draftShort: 'Rascunho',
  draftFirst: (price: string) => `Tente primeiro um rascunho · ${price}`,
  draftPlan: (draft: string, final: string, both: string) =>
    `Rascunho com ${draft}, depois final com ${final}: juntos ${both}.`,
  draftSaves: (saving: string) => `Cada tentativa em rascunho em vez de final economiza ${saving}.`,
  makeFinal: (model: string, price: string) => `Fazer a final com ${model} · ${price}`,
  draftStop: 'Sem rascunhos',
  problems: {
    'invalid-size': 'Este tamanho não é possível',
    'too-small': 'Este tamanho é pequeno demais',
    'too-large': 'Este tamanho é grande demais',
    'off-grid': 'Este modelo não faz exatamente esse tamanho',
    'size-not-offered': 'Este modelo não faz esse tamanho',
    'invalid-count': 'Não dá para comprar este número de imagens',
    'invalid-steps': 'Estes passos não são possíveis',
    'invalid-option': 'Esta opção não aceita esse valor',
    'invalid-reference': 'Uma imagem de referência não pode ser lida',
    'too-many-references': 'Imagens de referência demais',
    'needs-reference': 'Este modelo parte de uma imagem: adicione uma referência',
    'prompt-too-long': 'Esta descrição é longa demais',
    'unknown-provider': 'Este provedor não é conhecido aqui',
    'unknown-model': 'Este modelo não é conhecido aqui',
    'unknown-route': 'Este caminho não é conhecido aqui',
    'not-hosted': 'Este modelo não é oferecido aqui',
    'no-price': 'Não há preço publicado para este modelo',
    'bad-price-list': 'A lista de preços não pode ser lida',
  },
  reasons: {
    email: (provider: string) => `Confirme seu e-mail em ${provider} e aperte de novo.`,
    phone: (provider: string) => `Confirme seu telefone em ${provider} e aperte de novo.`,
    card: (provider: string) => `Verifique um cartão em ${provider} e aperte de novo.`,
    suspended: (provider: string) =>
      `${provider} suspendeu sua conta. Só ${provider} pode reativá-la.`,
    plan: (provider: string) => `${provider} só faz isto para contas com um plano pago.`,
    'large-reference': (provider: string) =>
      `Uma imagem de referência é grande demais para ${provider}: no máximo 30 MB cada, carregada em 30 segundos.`,
    retired: (provider: string) => `${provider} não oferece mais este modelo. Escolha outro.`,
    severed: (provider: string) =>
      `As regras desta página cortam as janelas de login, então não dá para entrar em ${provider} daqui.`,
  },
  errors: {
    'invalid-input': (f: Facts) =>
      f.leftOut
        ? `${f.provider} não aceita uma parte deste pedido. A partir de agora ela é omitida: aperte de novo.`
        : f.detail
          ? ''
          : `${f.provider} não aceita este pedido.`,
    'no-price': () => 'Não há preço para este pedido.',
    'quote-expired': () => 'O preço mudou. Veja o novo e aperte de novo.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.keyLimit
          ? `Isto custa ${f.asked}, e sua chave só pode gastar mais ${f.limit}.`
          : f.held
            ? `O saldo não basta: isto custa ${f.asked} e você tem ${f.limit}, dos quais ${f.held} ainda podem ir para outras imagens.`
            : `O saldo não basta: isto custa ${f.asked} e você tem ${f.limit}.`
        : `Isto passaria do limite de ${f.limit}: você gastou ${f.spent} e isto custa ${f.asked}.`,
    'no-gesture': () => 'Gastar dinheiro real exige o seu próprio clique.',
    vetoed: () => 'Esta página parou a compra.',
    'no-session': () => 'Entre primeiro na sua conta.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.provider} não concluiu o login. Aperte de novo para tentar mais uma vez.`
        : f.gated
          ? stopped(f)
          : f.kept
            ? `${f.provider} não permite isto à sua chave ou conta.`
            : f.key
              ? `${f.provider} não aceitou sua chave. Nós a removemos daqui: digite outra.`
              : `${f.provider} não aceitou seu login. Entre de novo.`,
    'popup-blocked': () => 'Seu navegador bloqueou a janela de login. Permita e aperte de novo.',
    'sign-in-cancelled': () => 'Você fechou a janela de login antes do fim.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? `Sua conta ${f.provider} não tem saldo suficiente agora. Imagens em andamento podem reter uma parte.`
        : `Sua conta ${f.provider} não tem saldo suficiente.`,
    'rate-limited': () => 'Pedidos demais neste momento.',
    'provider-busy': (f: Facts) => `${f.provider} está ocupado demais agora.`,
    'not-hosted': (f: Facts) => `${f.provider} não oferece este modelo a você.`,
    'blocked-by-browser': (f: Facts) =>
      `Seu navegador não conseguiu acessar ${f.provider} a partir desta página.`,
    'provider-failed': (f: Facts) => (f.gated ? stopped(f) : `Algo deu errado em ${f.provider}.`),
    'content-refused': (f: Facts) =>
      `${f.provider} recusou este texto. Tente descrever de outro jeito.`,
    'unreadable-reply': (f: Facts) => `Não conseguimos ler a resposta de ${f.provider}.`,
    'timed-out': (f: Facts) => `${f.provider} não respondeu a tempo.`,
    aborted: (f: Facts) =>
      f.sent
        ? 'Você parou de esperar. Se a imagem chegar, estará entre as suas imagens.'
        : 'Você parou.',
    'image-lost': (f: Facts) =>
      f.unknown
        ? `${f.provider} não conhece mais esta imagem.`
        : 'A imagem foi feita, mas não pode ser baixada.',
    'storage-full': () =>
      'O armazenamento do seu navegador está cheio. Não podíamos guardar seu recibo, então nada foi comprado.',
    'storage-blocked': (f: Facts) =>
      f.unreadable
        ? `Registros ilegíveis: ${f.unreadable}. Por isso não sabemos se esta compra passa de um limite, e nada foi comprado. Exporte seus gastos e zere-os em “Exportar ou zerar”.`
        : 'Seu navegador não salva dados deste site. Não podíamos guardar seu recibo, então nada foi comprado.',
    'part-missing': () =>
      'Uma parte deste widget não pôde ser carregada, então nada foi enviado. Recarregue a página; se não resolver, o dono da página precisa corrigir.',
    internal: () => 'Algo deu errado dentro do widget.',
  },
  draftChoice: (price: string) => `Primeiro rascunho · ${price}`,
  finalChoice: (price: string) => `Final · ${price}`,
  forgottenMany: (count: number) => n(count, '# imagem esquecida', '# imagens esquecidas'),
  searchPrompts: 'Buscar descrições',
  picturesFound: (count: number) => n(count, '# imagem encontrada', '# imagens encontradas'),
  keepPrompts: 'Salvar também a descrição das novas imagens neste navegador',
  compare: 'Comparar',
  comparing: (first: string, second: string) => `${first}, comparada com ${second}`,
} satisfies WidgetTranslation;

/** `many`: whole millions, where a preposition follows the number. */
function n(count: number, one: string, other: string, many = other): string {
  return plural('pt-BR', count, { one, other, many });
}

/** A gate in front of the provider let the request not through. */
function stopped(f: Facts): string {
  return (
    `Algo diante de ${f.provider}, talvez uma verificação contra robôs, barrou este pedido. ` +
    'Isso nada diz sobre a sua chave: tente mais tarde ou por outra rede.'
  );
}
