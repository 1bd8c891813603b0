import type { Facts } from './en-deferred.js';
import { plural } from './plural.js';
import type { Translation } from './terms.js';

export const ptBr = {
  tag: 'pt-BR',
  dir: 'ltr',
  describe: 'Descreva a imagem',
  model: 'Modelo',
  size: 'Tamanho',
  count: 'Imagens',
  exactSize: 'Tamanho exato…',
  addReference: 'Referência',
  dropHere: 'Solte aqui imagens de partida',
  pictures: (count: number) => n(count, '# imagem', '# imagens'),
  generate: (count: number, price: string) => `Gerar${count > 1 ? ` ${count}` : ''} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `Entrar e gerar${count > 1 ? ` ${count}` : ''} · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `Gerar ${count} amostras · grátis` : 'Gerar amostra · grátis',
  again: (seconds: string) => `em ${seconds} s`,
  simulated: (price: string) => `${price} simulados`,
  priceUnknown: 'preço desconhecido',
  under: (amount: string) => `menos de ${amount}`,
  free: 'grátis',
  noRealMoney: 'Área de testes: pintado neste navegador, nenhum dinheiro real circula.',
  payOwn: (provider: string) => `Pago com a sua própria conta ${provider}.`,
  payNobody: (provider: string) => `Feito por ${provider}.`,
  freeCovers: (count: number) =>
    n(
      count,
      'Uma gratuita dá para cerca de uma por mês.',
      'Uma gratuita dá para cerca de # por mês.',
    ),
  left: (balance: string) => `restam ${balance}`,
  leftThisMonth: (balance: string) => `restam ${balance} neste mês`,
  ofThese: (count: number) => n(count, '≈ # como esta', '≈ # como esta'),
  aboutAccount: (provider: string) =>
    `${provider} é um serviço online com contas próprias. Ao entrar, abre-se a janela dele; uma conta gratuita recebe um crédito por mês.`,
  switchAccount: 'Trocar',
  signOut: 'Sair',
  key: (provider: string) => `Sua chave ${provider}`,
  forgetKey: 'Esquecer a chave',
  breakdown: 'De onde vem este preço',
  more: (count: number) => n(count, '+ # item', '+ # itens'),
  kinds: { live: 'preço ao vivo', provider: 'preço de tabela', 'third-party': 'segundo terceiros' },
  ofDate: (what: string, date: string) => `${what} de ${date}`,
  asOf: (what: string, date: string) => `${what}, situação de ${date}`,
  chargedOn: (date: string) => `o que foi cobrado de você em ${date}`,
  pagesList: 'lista de preços desta página',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  lines: {
    picture: 'Imagem',
    run: 'Chamada',
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
  session: 'Esta sessão',
  sessionSimulated: 'Esta sessão, simulada',
  nothingYet: 'nada ainda',
  inDoubt: (amount: string) => `+ ${amount} em dúvida`,
  unpriced: (count: number) => n(count, '+ # de preço desconhecido', '+ # de preço desconhecido'),
  unreadable: (count: number) =>
    n(count, '# linha ilegível, mantida', '# linhas ilegíveis, mantidas'),
  details: 'Detalhes',
  galleryShort: 'Galeria',
  charge: {
    none: 'Nada foi cobrado.',
    possible: 'Talvez tenha sido cobrado.',
    charged: 'Cobrado.',
  },

  width: 'Largura',
  height: 'Altura',
  sizeList: 'Tamanhos',
  options: 'Opções',
  moreOptions: (count: number) => n(count, 'mais # opção', 'mais # opções'),
  optionUsual: 'Habitual',
  optionElse: (price: string) => `senão ${price}`,
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
  reading: 'lendo…',
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
    'Qualquer script desta página pode ler o que você digita aqui. Nós só enviamos ao provedor.',
  keyThrough: (host: string) => `No caminho ela passa pelo relay desta página, ${host}.`,
  keyGet: (provider: string) => `Obter uma chave em ${provider}`,
  keyNeeded: (who: string) => `${who} precisa de uma chave sua. Digite-a acima.`,
  total: 'Você paga',
  atMost: 'Você paga no máximo',
  source: 'Fonte',
  readOn: (date: string) => `lido em ${date}`,
  undated: (date: string) => `cópia sem data, ${date} no mínimo`,
  agree: 'O mesmo segundo',
  conflict: (source: string, total: string) => `${source} dá ${total}`,
  listProblem: (why: string) => `Os preços de hoje não puderam ser lidos por completo: ${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} economiza ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `${f.width} × ${f.height} é o tamanho possível mais próximo`
        : `Sai mais ou menos nesta forma, com cerca de ${f.megapixels} megapixel${f.megapixels === '1' ? '' : 's'}`,
    stale: (f: Facts) => `Este preço foi lido há ${f.days} dias e pode ter mudado`,
    reference: (f: Facts) => `Referências de ${f.width} × ${f.height} economizam ${f.saving}`,
    'top-up': (f: Facts) => `Custa ${f.wallet} ao seu bolso: parte de cada recarga é taxa`,
    charged: (f: Facts) =>
      `Em ${f.readOn} foram cobrados ${f.charged} por isto, não os ${f.listed} da lista`,
    rate: (f: Facts) => `Sua conta paga ×${f.rate} do preço de lista, a última vez em ${f.readOn}`,
  },
  confirmTitle: 'Antes de comprar',
  confirmOver: (amount: string, limit: string) =>
    `Isto pode custar ${amount}, mais que ${limit} de uma vez.`,
  confirmUnknown: 'Ninguém aqui sabe quanto vai custar. O provedor cobrará o que cobrar.',
  confirmChanged: (amount: string) => `Confira o preço mais uma vez: agora é ${amount}.`,
  confirmYes: (amount: string) => `Sim, pagar ${amount}`,
  confirmYesUnknown: 'Sim, a preço desconhecido',
  confirmNo: 'Não',
  signingIn: 'Esperando a janela de entrada…',
  signedIn: (provider: string) =>
    `Você entrou em ${provider}. Feche esta janela e continue na outra.`,
  sending: 'Enviando…',
  queued: (ahead: number) =>
    ahead === 0 ? 'A próxima da fila' : n(ahead, '# na frente na fila', '# na frente na fila'),
  fetching: 'Buscando a imagem…',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} s de cerca de ${expected} s` : `${seconds} s`,
  pictureOf: (index: number, count: number) => `Imagem ${index} de ${count}`,
  waiting: 'aguardando a vez',
  stopWaiting: 'Parar de esperar',
  stopFree: 'Nada foi enviado ainda: parar não custa nada.',
  stopMeans: 'Parar não desfaz: ainda pode ser feita e cobrada.',
  stopLate:
    'Parar talvez não adiante: uma imagem feita em menos de um minuto é cobrada do mesmo jeito; uma mais demorada pode ser.',
  stopVain: 'Parar não desfaz: é cobrada como se você tivesse esperado.',
  recovering: 'Pedindo uma imagem que você comprou antes de fechar a página…',
  recovered: (count: number) =>
    n(
      count,
      'De volta de antes de fechar a página: # imagem',
      'De volta de antes de fechar a página: # imagens',
    ),
  dismiss: 'Entendi',
  charged: (amount: string) => `${amount} cobrados`,
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
    amount ? `Cobrado: ${amount}.` : 'Cobrado; o valor é desconhecido.',
  wasSimulated: (amount: string) => `${amount} simulados, sem dinheiro real.`,
  doubtKept: 'Conta como dúvida até que se saiba.',
  sentAgain: 'O próprio navegador pode ter enviado o pedido várias vezes.',
  checkedCharged: (provider: string, amount: string) =>
    `Conferido com ${provider}: ${amount} foram cobrados.`,
  checkedFree: (provider: string) => `Conferido com ${provider}: nada foi cobrado.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} cobrou isto ${count} vezes: ${amount}.`,
  fromBefore: (amount: string) => `${amount} de antes não estão confirmados.`,
  checkedEachVisit: (provider: string) => `Isso é conferido com ${provider} sempre que você volta.`,
  ready: (count: number) => n(count, 'A imagem está pronta.', '# imagens estão prontas.'),
  provider: 'O provedor diz:',
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => n(count, `# imagem · ${price}`, `# imagens · ${price}`),
  raise: (limit: string) => `Aumentar meu limite para ${limit}`,
  useSize: (size: string, price: string) => `Usar ${size} · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'Em vez disso',
  topUp: (provider: string) => `Recarregar em ${provider}`,
  scriptBlocked: (host: string) =>
    `Não foi possível carregar o script de ${host}. Talvez um bloqueador o impeça: permita ${host} nesta página. Se a página é sua: libere-o na Content-Security-Policy ou indique uma cópia em PUTER_SDK_URL.`,
  walls: {
    relay: 'O relay indicado por esta página não respondeu ou não aceita esta página.',
    mixed:
      'Esta página vem por https e o servidor por http: os navegadores mantêm os dois separados. O servidor precisa de https ou tem de rodar neste computador.',
    server:
      'O servidor está rodando e aceita pedidos de páginas de outra origem (CORS)? O navegador também pode perguntar se esta página pode acessar sua rede local: permita.',
    provider:
      'Ele não deixa nenhuma página pedir diretamente. O dono desta página pode indicar um relay; outros provedores dispensam isso.',
  },
  overLimit: (limit: string, spent: string) =>
    `Isto passaria do limite de ${limit}; já foram gastos ${spent}.`,
  overBalance: (left: string, price: string) => `Restam ${left} e isto custa ${price}.`,
  offline: 'Você está sem conexão. Nada pode ser enviado; seu texto fica aqui.',
  storage: {
    full: 'O armazenamento deste navegador está cheio e uma compra não poderia ser anotada. Nada real é comprado.',
    blocked:
      'Este navegador não guarda nada para esta página e uma compra não poderia ser anotada. Nada real é comprado.',
  },
  of: (limit: string) => `de ${limit}`,
  spentOf: (spent: string, limit: string) => `${spent} gastos de ${limit}`,
  lastOne: 'dá para mais uma',
  used: 'limite atingido',
  galleryTitle: 'Imagens guardadas neste navegador',
  galleryEmpty: 'Nada guardado ainda.',
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
  sameSeed: 'A mesma semente de novo',
  forgotten: 'Esquecida',
  expires: 'Só em um endereço que vai deixar de funcionar: baixe agora.',
  openAddress: 'Abrir o endereço dela',
  notDrawn: (size: string) =>
    `Não exibida aqui: ${size} é mais do que se deve pedir a um navegador. Ela é sua mesmo assim: baixe-a.`,
  notLoaded: 'Não foi possível carregá-la do endereço dela.',
  keepThere: (provider) => `Salvar minhas imagens também no meu espaço do ${provider}`,
  keptThere: 'Salva no seu espaço:',
  showMore: 'Mostrar mais',
  seed: (seed: string) => `semente ${seed}`,
  newSeed: 'Qualquer semente',
  pictureMenu: 'Mais',
  formMissing: 'Crie primeiro uma imagem.',
  formUnreadable:
    'O formulário não pode levar esta imagem: o provedor dela não deixa nenhuma página lê-la. Crie outra, ou baixe-a e adicione-a à mão.',
  formChoose: 'Usar no formulário',
  formChosen: 'No formulário',
  couldNot: 'Este navegador não permitiu.',
  allModels: 'Todos os modelos …',
  chooseModel: 'Escolher um modelo',
  searchModels: 'Buscar por nome, autor ou uso',
  modelsFound: (count: number) => n(count, '# modelo', '# modelos'),
  noModels: 'Nenhum modelo corresponde a essas palavras.',
  otherModels: 'Outros',
  takesWords: 'palavras',
  takesPictures: (count: number) => n(count, '# imagem', 'até # imagens'),
  takesNoPictures: 'não aceita imagens',
  takesMask: 'máscara',
  writesText: 'texto na imagem',
  madeWith: (count: number) => n(count, '# imagem feita', '# imagens feitas'),
  needs: {
    picture: 'precisa de uma imagem',
    mask: 'precisa de uma imagem e de uma máscara',
    workflow: 'precisa de um arquivo de fluxo de trabalho',
  },
  notThisSize: 'não neste tamanho',
  notOffered: (provider: string) => `${provider} não o oferece mais.`,
  retiredOn: (date: string) => `Desativado pelo autor em ${date}: talvez não responda.`,
  retiresOn: (date: string) => `O autor o desativa em ${date}.`,
  replacedOn: (date: string, by: string) =>
    `Desde ${date}, ${by} responde no lugar dele, talvez por outro preço.`,
  replacesOn: (date: string, by: string) =>
    `A partir de ${date}, ${by} responderá no lugar dele, talvez por outro preço.`,
  failedOn: (date: string) => `Não respondeu quando foi testado em ${date}.`,
  drafts: 'Rascunho e depois final',
  draftFirst: (model: string, price: string) => `Primeiro um rascunho com ${model}: ${price}`,
  draftOn: 'Rascunho com',
  finalOn: 'Final com',
  draftPlan: (draft: string, final: string, both: string) =>
    `Rascunho ${draft}, depois final ${final}: juntos ${both}.`,
  draftSaves: (saving: string) => `Cada tentativa em rascunho em vez de final economiza ${saving}.`,
  makeFinal: (model: string, price: string) => `Fazer a final com ${model} · ${price}`,
  draftStop: 'Sem rascunhos',
  problems: {
    'invalid-size': 'Este tamanho não é possível',
    'too-small': 'Este tamanho é pequeno demais',
    'too-large': 'Este tamanho é grande demais',
    'off-grid': 'Este tamanho está fora da grade',
    'size-not-offered': 'Este tamanho não é feito aqui',
    'invalid-count': 'Não dá para comprar este número de imagens',
    'invalid-steps': 'Estes passos não são possíveis',
    'invalid-option': 'Esta opção não aceita esse valor',
    'invalid-reference': 'Uma imagem de referência não pode ser lida',
    'too-many-references': 'Imagens de referência demais',
    'needs-reference': 'Este modelo parte de uma imagem: adicione uma referência',
    'unknown-provider': 'Ninguém aqui conhece este provedor',
    'unknown-model': 'Ninguém aqui conhece este modelo',
    'unknown-route': 'Ninguém aqui conhece esta via',
    'not-hosted': 'Este modelo não está disponível aqui',
    'no-price': 'Ninguém diz quanto custa',
    'bad-price-list': 'A lista de preços não pode ser lida',
  },
  errors: {
    'invalid-input': (f: Facts) => (f.detail ? '' : 'O provedor não aceita este pedido.'),
    'no-price': () => 'Não há preço para este pedido.',
    'quote-expired': () => 'O preço mudou nesse meio-tempo. Veja o novo e pressione de novo.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.held
          ? `A conta tem ${f.limit}; ${f.held} ainda podem ir para outras imagens. Isto custa ${f.asked}.`
          : `A conta tem ${f.limit} e isto custa ${f.asked}.`
        : `Isto passaria do limite de ${f.limit}: já foram gastos ${f.spent} e isto custa ${f.asked}.`,
    'no-gesture': () => 'Gastar dinheiro real exige o seu próprio clique.',
    vetoed: () => 'Esta página segurou a compra.',
    'no-session': () => 'Entre primeiro na sua conta.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.key} não concluiu a entrada. Pressione de novo para tentar outra vez.`
        : f.kept
          ? 'O provedor não permite isso com sua chave ou conta.'
          : f.key
            ? `${f.key} não aceitou sua chave. Ela foi esquecida aqui: digite outra.`
            : 'O provedor não aceitou a entrada ou a chave. Entre de novo.',
    'popup-blocked': () => 'O navegador bloqueou a janela de entrada. Permita e pressione de novo.',
    'sign-in-cancelled': () => 'A entrada foi fechada antes do fim.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? 'A conta não tem o bastante agora. Imagens em andamento podem reter uma parte até terminarem.'
        : 'A conta não tem o bastante.',
    'rate-limited': () => 'Pedidos demais neste momento.',
    'provider-busy': () => 'O provedor está sobrecarregado.',
    'not-hosted': () => 'O provedor não oferece este modelo a você.',
    'blocked-by-browser': () =>
      'O navegador não pode falar com este provedor a partir desta página.',
    'provider-failed': () => 'O provedor falhou.',
    'content-refused': () => 'O provedor recusou este conteúdo. Outras palavras talvez passem.',
    'unreadable-reply': () => 'A resposta do provedor não pôde ser lida.',
    'timed-out': () => 'Nenhuma resposta chegou a tempo.',
    aborted: (f: Facts) =>
      f.sent ? 'Você parou de esperar. Ela ainda pode ser feita.' : 'Parado.',
    'image-lost': (f) =>
      f.unknown
        ? 'O provedor não conhece mais esta imagem.'
        : 'A imagem foi feita, mas não pôde ser buscada.',
    'storage-full': () =>
      'O armazenamento deste navegador está cheio: a compra não pôde ser anotada e não foi feita.',
    'storage-blocked': () =>
      'Este navegador não guarda nada para esta página: a compra não pôde ser anotada e não foi feita.',
    'part-missing': () =>
      'Uma parte deste widget não pôde ser carregada, então nada foi enviado. Recarregue a página; se não resolver, o dono da página precisa corrigir.',
    internal: () => 'Algo deu errado dentro do widget.',
  },
} satisfies Translation;

function n(count: number, one: string, other: string): string {
  return plural('pt-BR', count, { one, other });
}
