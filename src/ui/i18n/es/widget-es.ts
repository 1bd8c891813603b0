import type { Facts } from '../en/deferred.js';
import { plural } from '../plural.js';
import type { WidgetTranslation } from '../terms.js';

export const terms = {
  tag: 'es',
  dir: 'ltr',
  widget: 'Generar una imagen',
  describe: 'Describe la imagen',
  model: 'Modelo',
  size: 'Tamaño',
  shape: 'Forma',
  count: 'Imágenes',
  exactSize: 'Tamaño exacto…',
  addReference: 'Referencia',
  dropHere: 'Suelta aquí imágenes de partida',
  pictures: (count: number) => n(count, '# imagen', '# imágenes'),
  generate: (count: number, price: string) => `Generar${count > 1 ? ` ${count}` : ''} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `Entrar y generar${count > 1 ? ` ${count}` : ''} · ${price}`,
  addKeyToGenerate: (count: number, price: string) =>
    `Añade tu clave para generar${count > 1 ? ` ${count}` : ''} · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `Generar ${count} muestras · gratis` : 'Generar muestra · gratis',
  again: (seconds: string) => `en ${seconds} s`,
  simulated: (price: string) => `${price} simulados`,
  priceUnknown: 'precio desconocido',
  under: (amount: string) => `menos de ${amount}`,
  free: 'gratis',
  freeAsOf: (date: string) => `gratis, a fecha del ${date}`,
  noRealMoney: 'Zona de pruebas: pintado en este navegador, no se mueve dinero real.',
  payOwn: (provider: string) => `Pagas tú, con tu propia cuenta de ${provider}.`,
  payNobody: (provider: string) => `Hecho por ${provider}.`,
  freeCovers: (count: number) =>
    n(
      count,
      'Registrarse es gratis y alcanza para una imagen así al mes, más o menos.',
      'Registrarse es gratis y alcanza para unas # imágenes así al mes.',
      'Registrarse es gratis y alcanza para unas # de imágenes así al mes.',
    ),
  whatIs: (provider: string) => `¿Qué es ${provider}?`,
  left: (balance: string) => `quedan ${balance}`,
  leftThisMonth: (balance: string) => `quedan ${balance} este mes`,
  ofThese: (count: number) =>
    count === 0 ? 'no alcanza para esta' : n(count, '≈ # de estas', '≈ # de estas'),
  aboutAccount: (price: string, count: number) =>
    n(
      count,
      `Un clic inicia tu sesión y compra una imagen por ${price}.`,
      `Un clic inicia tu sesión y compra # imágenes por ${price}.`,
    ),
  aboutFree: (free: string, count: number) =>
    n(
      count,
      `Un clic inicia tu sesión y crea una imagen (${free}).`,
      `Un clic inicia tu sesión y crea # imágenes (${free}).`,
    ),
  about: {
    what: (provider: string) =>
      `${provider} es una cuenta en línea. Este sitio web funciona con ${provider} para sus funciones de IA y de nube.`,
    free: () => 'Cada cuenta recibe un saldo mensual gratuito; se usa primero.',
    pays: (provider: string) =>
      `${provider} carga la imagen a tu cuenta a su coste real. Este sitio no recibe ninguna factura por ella.`,
    signIn: (provider: string) => `Inicias sesión en ${provider} mismo, no en este sitio.`,
    source: 'Fuente',
  },
  switchAccount: 'Cambiar',
  signOut: 'Salir',
  key: (provider: string) => `Tu clave de ${provider}`,
  forgetKey: 'Quitar la clave',
  breakdown: 'De dónde sale este precio',
  why: (price: string) => `¿Por qué ${price}?`,
  more: (count: number) => n(count, '+ # más', '+ # más'),
  kinds: { live: 'precio actual', provider: 'precio', 'third-party': 'precio no oficial' },
  ofDate: (what: string, date: string) => `${what} del ${date}`,
  mayHaveChanged: 'puede haber cambiado',
  chargedOn: (date: string) => `lo que se le cobró el ${date}`,
  pagesList: 'lista de precios de esta página',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  at: (what: string, price: string) => `${what} a ${price}`,
  wholeMegapixels: (count: number) => n(count, '# megapíxel', '# megapíxeles'),
  lines: {
    picture: 'Imagen',
    run: 'Base',
    'first-megapixel': 'Primer megapíxel',
    'further-megapixels': 'Megapíxeles siguientes',
    megapixels: 'Megapíxeles',
    reference: 'Referencia',
    tiles: 'Teselas',
    'input-tiles': 'Teselas de la referencia',
    steps: 'Pasos',
    'area-steps': 'Superficie × pasos',
    seconds: 'Segundos de cálculo',
    'image-tokens': 'Tokens de imagen',
    'prompt-tokens': 'Tokens de texto',
    'text-tokens': 'Otros tokens de texto',
    font: 'Tipografía',
    'self-hosted': 'Servidor propio',
    rounding: 'Redondeo',
    correction: 'Como se cobró antes',
    'account-rate': 'Tarifa de la cuenta',
  },
  session: 'Esta visita',
  sessionSimulated: 'Esta visita, simulada',
  nothingYet: 'nada todavía',
  inDoubt: (amount: string) => `+ ${amount} sin confirmar`,
  unpriced: (count: number) => n(count, '+ # de precio desconocido', '+ # de precio desconocido'),
  doubtAsk: (provider: string) => `Mira en tu cuenta de ${provider} y dínoslo.`,
  newPurchase: 'Generar otra vez sería una compra nueva.',
  openProvider: (provider: string) => `Abrir ${provider}`,
  iWasCharged: 'Me cobraron',
  iWasNot: 'No me cobraron',
  toldCharged: (amount: string) => `Nos dijiste que te cobraron ${amount}.`,
  toldFree: 'Nos dijiste que no te cobraron.',
  onlyRefund: (provider: string) => `Solo ${provider} puede devolverlo.`,
  chargesDeclined: (provider: string) => `${provider} cobra también los textos rechazados.`,
  copyDetails: 'Copiar los datos para soporte',
  unreadable: (count: number) =>
    n(count, '# registro ilegible; sigue guardado', '# registros ilegibles; siguen guardados'),
  details: 'Gastos',
  galleryShort: 'Imágenes',
  charge: {
    none: 'No se ha cobrado.',
    possible: 'Puede que se haya cobrado.',
    charged: 'Cobrado.',
  },

  width: 'Ancho',
  height: 'Alto',
  bought: (balance: string) => `${balance} comprados`,
  credits: (count: number) => n(count, '# crédito', '# créditos'),
  mustHold: (provider: string, sum: string) =>
    `${provider} solo acepta este pedido si tu cuenta tiene ${sum}.`,
  sizeList: 'Tamaños',
  options: 'Opciones',
  moreOptions: (count: number) => n(count, '# opción más', '# opciones más'),
  optionUsual: 'Habitual',
  optionElse: (price: string) => `si no, ${price}`,
  optionSame: 'mismo precio',
  optionMore: (price: string) => `${price} más`,
  optionLess: (price: string) => `${price} menos`,
  optionNames: {
    quality: 'Calidad',
    resolution: 'Resolución',
    size: 'Tamaño',
    megapixels: 'Megapíxeles',
    steps: 'Pasos',
    num_inference_steps: 'Pasos',
    guidance: 'Fidelidad al texto',
    guidance_scale: 'Fidelidad al texto',
    cfg: 'Fidelidad al texto',
    negative_prompt: 'Dejar fuera',
    style: 'Estilo',
    style_type: 'Estilo',
    style_preset: 'Aspecto',
    output_format: 'Tipo de archivo',
    response_format: 'Tipo de archivo',
    output_quality: 'Calidad del archivo',
    background: 'Fondo',
    transparency: 'Transparente',
    go_fast: 'Rápido',
    generation_mode: 'Modo',
    prompt_upsampling: 'Ampliar mi texto',
    enhance_prompt: 'Ampliar mi texto',
    prompt_enhance: 'Ampliar mi texto',
    raw: 'Menos procesado',
  } as Record<string, string>,
  references: 'Imágenes de referencia',
  mask: 'Marcar lo que puede cambiar',
  masked: 'Solo puede cambiar lo marcado.',
  maskNeeded: 'Este modelo necesita saber qué puede cambiar.',
  maskHint: 'Pinta sobre lo que puede cambiar. Lo demás se queda como está.',
  maskKeys: 'Pinta lo que puede cambiar: las flechas mueven, el espacio pinta',
  maskBrush: 'Pincel',
  maskUndo: 'Deshacer',
  maskClear: 'Empezar de nuevo',
  maskFile: 'Usar un archivo',
  maskDone: 'Listo',
  drawingsHidden:
    'Este navegador oculta lo que dibujan las páginas, contra el rastreo. Aquí no se pueden reducir ni enmascarar imágenes.',
  reading: 'Midiendo …',
  unreadableFile: 'no es una imagen',
  tooLargeFile: (limit: string) => `es demasiado grande: ${limit} como máximo`,
  shrinkFile: 'Reducirla',
  removeReference: (name: string) => `Quitar la referencia ${name}`,
  megapixels: (text: string) => `${text} Mpx`,
  keyUse: 'Usar esta clave',
  keyKeep: 'Guardarla',
  keep: {
    memory: 'hasta cerrar esta página',
    tab: 'hasta cerrar esta pestaña',
    device: 'en este dispositivo',
  },
  keyWarning:
    'Pega una clave solo en un sitio de confianza: cualquier script de esta página podría leerla.',
  keyTo: (provider: string) => `La enviamos a ${provider} y a nadie más.`,
  keyThrough: (provider: string, host: string) =>
    `La enviamos a ${provider} por el relé de esta página, ${host}.`,
  keyGet: (provider: string) => `Conseguir una clave en ${provider}`,
  keyNeeded: (who: string) => `${who} necesita una clave tuya. Introdúcela arriba.`,
  total: 'Pagas',
  atMost: 'Pagas como mucho',
  wouldCost: 'Costaría',
  wouldCostAtMost: 'Costaría como mucho',
  source: 'Fuente',
  readOn: (date: string) => `leído el ${date}`,
  undated: (date: string) => `copia sin fecha, ${date} como muy pronto`,
  agrees: (count: number) => n(count, 'coincide', 'coinciden'),
  conflict: (source: string, total: string) => `${source} da ${total}`,
  listProblem: (why: string) => `Los precios de hoy no se pudieron leer del todo: ${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} ahorra ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `${f.width} × ${f.height} es el tamaño posible más cercano`
        : `Sale más o menos con esta forma, con unos ${f.megapixels} ${f.megapixels === '1' ? 'megapíxel' : 'megapíxeles'}`,
    stale: (f: Facts) => `Este precio se leyó hace ${f.days} días y puede haber cambiado`,
    reference: (f: Facts) =>
      `Reduce las referencias a ${f.width} × ${f.height} y ahorra ${f.saving}`,
    'top-up': (f: Facts) =>
      `A tu bolsillo le cuesta ${f.wallet}: parte de cada recarga es comisión`,
    charged: (f: Facts) =>
      `El ${f.readOn} se cobraron ${f.charged} por esto, no los ${f.listed} de la lista`,
    rate: (f: Facts) =>
      `A tu cuenta se le cobra ${f.rate} veces el precio de lista, la última vez el ${f.readOn}`,
    usual: (f: Facts) =>
      `Normalmente unos ${f.usual}, como máximo ${f.most}: según tus últimas ${f.pictures} imágenes`,
  },
  confirmTitle: 'Antes de comprar',
  confirmOver: (amount: string, limit: string) =>
    `Cuesta ${amount}. Te preguntamos siempre que pase de ${limit}.`,
  confirmOverMost: (amount: string, limit: string) =>
    `Puede costar hasta ${amount}. Te preguntamos siempre que pueda pasar de ${limit}.`,
  confirmUnknown: (provider: string) =>
    `No hemos encontrado un precio para esto. ${provider} cobrará su propia tarifa y no podemos decir cuánto.`,
  confirmChanged: (amount: string) => `El precio ha cambiado. Ahora es ${amount}.`,
  confirmChangedFrom: (amount: string, before: string) =>
    `El precio ha cambiado. Era ${before} y ahora es ${amount}.`,
  confirmUnseen: (amount: string) =>
    `Puede que el precio del botón no se haya podido leer. Es ${amount}.`,
  confirmYes: (amount: string) => `Sí, pagar ${amount}`,
  confirmYesUnknown: 'Generar de todos modos',
  confirmNo: 'No',
  signingIn: 'Esperando la ventana de acceso…',
  signedIn: (provider: string) =>
    `Has iniciado sesión en ${provider}. Cierra esta ventana y sigue en la otra.`,
  sending: 'Enviando…',
  makingNow: 'Haciendo la imagen …',
  checkingLost: (provider: string) => `La respuesta se perdió. Comprobando con ${provider} …`,
  checkingRefused: (provider: string) =>
    `${provider} indicó un error. Comprobando con ${provider} si se cobró …`,
  queued: (ahead: number) =>
    ahead === 0
      ? 'Siguiente en la cola'
      : n(ahead, '# por delante en la cola', '# por delante en la cola'),
  fetching: 'Trayendo la imagen…',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} s de unos ${expected} s` : `${seconds} s`,
  pictureOf: (index: number, count: number) => `Imagen ${index} de ${count}`,
  waiting: 'espera su turno',
  cancel: 'Cancelar',
  cancelRest: 'Cancelar el resto',
  stopWaiting: 'Dejar de esperar',
  stopFree: 'Aún no se ha enviado nada: parar no cuesta nada.',
  stopMeans: 'Ya está pedido: parar no ahorra dinero. La imagen estará entre tus imágenes.',
  stopRest: (unsent: number, count: number) =>
    `${unsent} de ${count} aún no están pedidas: cancelarlas no cuesta nada. Las demás siguen.`,
  stopChecking: 'No hace falta esperar: en tus gastos verás lo que se cobró.',
  stopSimulated: 'No pagas nada.',
  inBackground: (count: number) =>
    n(
      count,
      'Tu imagen se está haciendo en segundo plano.',
      '# imágenes se están haciendo en segundo plano.',
    ),
  landsIn: (where: string) => `Cuando esté lista, la verás en «${where}».`,
  recovering: 'Recuperamos la imagen que compraste antes …',
  recovered: (count: number) =>
    n(
      count,
      'Aquí está la imagen que compraste antes.',
      'Aquí están las # imágenes que compraste antes.',
    ),
  dismiss: 'Entendido',
  charged: (amount: string) => `${amount} cobrados`,
  chargedBetween: (low: string, high: string) => `Cobrado entre ${low} y ${high}`,
  chargedTogether: (count: number, amount: string) => `${count} juntas: ${amount}`,
  computed: (amount: string) => `${amount} estimados, según la lista de precios`,
  simulatedCharge: (amount: string) => `${amount} simulados`,
  checkingCharge: (amount: string, provider: string) => `${amount} · comprobando con ${provider}`,
  estimateWas: (amount: string) => `estimado ${amount}`,
  notCharged: 'No se ha cobrado.',
  maybeCharged: (amount: string) =>
    amount
      ? `Puede que se te haya cobrado ${amount}.`
      : 'Puede que se te haya cobrado; no se sabe cuánto.',
  wasCharged: (amount: string) =>
    amount ? `Te han cobrado ${amount}.` : 'Te han cobrado; no se sabe cuánto.',
  wasSimulated: (amount: string) => `${amount} simulados, sin dinero real.`,
  inProgress: (amount: string) => `+ ${amount} en curso`,
  sentAgain: 'El propio navegador puede haber enviado el pedido varias veces.',
  checkedCharged: (provider: string, amount: string) =>
    `Comprobado con ${provider}: se cobraron ${amount}.`,
  checkedFree: (provider: string) => `Comprobado con ${provider}: no se cobró nada.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} cobró esto ${count} veces: ${amount}.`,
  fromBefore: (amount: string) => `${amount} de una compra anterior no están confirmados.`,
  checkedEachVisit: (provider: string) => `Se comprueba con ${provider} cada vez que vuelves.`,
  ready: (count: number) => n(count, 'La imagen está lista.', '# imágenes están listas.'),
  says: (provider: string) => `${provider} dice:`,
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => n(count, `# imagen · ${price}`, `# imágenes · ${price}`),
  raise: (limit: string) => `Subir mi límite a ${limit}`,
  useSize: (size: string, price: string) => `Usar ${size} · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'En su lugar',
  topUp: (provider: string) => `Recargar en ${provider}`,
  scriptBlocked: (provider: string, host: string) =>
    `No pudimos llegar a ${provider}. Quizá un bloqueador de contenido frena ${host}; permítelo e inténtalo otra vez.`,
  notFromHere: (provider: string) => `${provider} no se puede usar desde esta página.`,
  walls: {
    relay: 'El relé que indica esta página no ha respondido o no admite esta página.',
    mixed:
      'Esta página llega por https y el servidor por http: los navegadores separan ambos. El servidor necesita https o tiene que funcionar en este equipo.',
    server:
      '¿Está en marcha el servidor y admite peticiones de páginas de otro origen (CORS)? El navegador también puede preguntar si esta página puede acceder a tu red local: permítelo.',
  },
  overOwnLimit: (limit: string, left: string) =>
    `Esto pasaría de tu límite de ${limit}. Te quedan ${left}.`,
  overPageLimit: (limit: string, left: string) =>
    `Esto pasaría del límite de este sitio, ${limit}. Quedan ${left}.`,
  keyMaySpend: (left: string) => `esta clave puede gastar ${left} más`,
  overKey: (left: string, price: string) =>
    `Esto cuesta ${price} y tu clave solo puede gastar ${left} más.`,
  overBalance: (left: string, price: string) =>
    `No te alcanza: esto cuesta ${price} y tienes ${left}.`,
  offline: 'Estás sin conexión. No se puede enviar nada; tu texto se queda aquí.',
  storage: {
    full: 'El almacenamiento de tu navegador está lleno. No podríamos guardar tu recibo, así que no puedes comprar.',
    blocked:
      'Tu navegador no guarda datos de este sitio (¿una ventana privada, o un marco que no guarda nada?). No podríamos guardar tu recibo, así que no puedes comprar.',
  },
  of: (limit: string) => `de ${limit}`,
  spentOf: (spent: string, limit: string) => `${spent} gastados de ${limit}`,
  lastOne: 'alcanza para una más',
  used: 'límite alcanzado',
  galleryTitle: 'Tus imágenes, guardadas en este navegador',
  galleryEmpty: 'Todavía no hay imágenes guardadas.',
  forget: 'Olvidar',
  forgetAll: 'Olvidar todas',
  forgetSure: 'Pulsa otra vez para olvidar',
  pin: 'Conservar',
  pinned: 'Conservada',
  open: (what: string) => `Abrir en grande: ${what}`,
  close: 'Cerrar',
  download: 'Descargar',
  copy: 'Copiar',
  copied: 'Copiada',
  share: 'Compartir',
  asReference: 'Usar como referencia',
  sameWords: 'Las mismas palabras otra vez',
  sameSeed: 'Usar esta semilla otra vez',
  forgotten: 'Olvidada',
  undo: 'Deshacer',
  lastPictures: 'Últimas imágenes',
  previous: 'Imagen anterior',
  next: 'Imagen siguiente',
  zoom: 'Ampliar',
  expires: 'Solo está en una dirección que dejará de funcionar: descárgala ahora.',
  openAddress: 'Abrir su dirección',
  notDrawn: (size: string) =>
    `No se muestra aquí: ${size} es más de lo que se debe pedir a un navegador. Es suya de todos modos: descárguela.`,
  notShown:
    'Este tipo de archivo no se puede mostrar aquí. La imagen es tuya igualmente: descárgala.',
  notLoaded: 'No se pudo cargar desde su dirección.',
  keepThere: (provider) => `Guardar también mis imágenes en mi espacio de ${provider}`,
  keptThere: 'Guardada en su espacio:',
  showMore: 'Mostrar más',
  seed: (seed: string) => `semilla ${seed}`,
  seedMeans: 'El número que permite repetir un resultado',
  newSeed: 'Cualquier semilla',
  pictureMenu: 'Más',
  formMissing: 'Crea primero una imagen.',
  formUnreadable:
    'El formulario no puede tomar esta imagen: su proveedor no deja que ninguna página la lea. Crea otra, o descárgala y añádela a mano.',
  formChoose: 'Usar en el formulario',
  formChosen: 'En el formulario',
  couldNot: 'Este navegador no lo ha permitido.',
  payee: 'A quién se paga',
  allModels: 'Todos los modelos …',
  chooseModel: 'Elegir un modelo',
  searchModels: 'Buscar nombre, autor o uso',
  offersFound: (count: number) => n(count, '# oferta', '# ofertas'),
  modelsFound: (count: number) => n(count, '# modelo', '# modelos'),
  noModels: 'Ningún modelo coincide con estas palabras.',
  comma: ', ',
  whyEmpty: 'Describe primero la imagen.',
  whyPricing: 'Calculando el precio …',
  canAgain: 'Ya puedes generar de nuevo.',
  shortcut: (keys: string) => `${keys} también genera.`,
  priceNow: (price: string) => `Precio ahora: ${price}`,
  making: 'en preparación',
  readyOf: (done: number, count: number) => `${done} de ${count} listas`,
  readyCount: (count: number) => `listas: ${count}`,
  notChargedCount: (count: number) => `no cobradas: ${count}`,
  checkingSum: (amount: string, provider: string) => `${amount} en comprobación con ${provider}`,
  notConfirmed: (amount: string) => `${amount} sin confirmar`,
  newTab: 'abre una pestaña nueva',
  otherModels: 'Otros',
  takesWords: 'palabras',
  takesPictures: (count: number) => n(count, '# imagen', 'hasta # imágenes'),
  takesNoPictures: 'no admite imágenes',
  takesMask: 'máscara',
  writesText: 'texto en la imagen',
  madeWith: (count: number) => n(count, '# imagen hecha', '# imágenes hechas'),
  needs: {
    picture: 'necesita una imagen',
    workflow: 'necesita un archivo de flujo de trabajo',
  },
  notThisSize: 'no en este tamaño',
  notOffered: (provider: string) => `${provider} ya no lo ofrece.`,
  retiredOn: (date: string) => `Su autor lo retiró el ${date}: puede que no responda.`,
  retiresOn: (date: string) => `El ${date}, su autor lo retira.`,
  replacedOn: (date: string, by: string) =>
    `Desde el ${date} responde ${by} en su lugar, quizá a otro precio.`,
  replacesOn: (date: string, by: string) =>
    `A partir del ${date} responderá ${by} en su lugar, quizá a otro precio.`,
  failedOn: (date: string) => `Se probó el ${date} y no respondió.`,
  drafts: 'Borrador y luego final',
  draftShort: 'Borrador',
  draftFirst: (price: string) => `Prueba primero un borrador · ${price}`,
  draftPlan: (draft: string, final: string, both: string) =>
    `Borrador con ${draft}, luego final con ${final}: juntos ${both}.`,
  draftSaves: (saving: string) => `Cada intento en borrador en lugar de final ahorra ${saving}.`,
  makeFinal: (model: string, price: string) => `Hacer la final con ${model} · ${price}`,
  draftStop: 'Sin borradores',
  problems: {
    'invalid-size': 'Este tamaño no es posible',
    'too-small': 'Este tamaño es demasiado pequeño',
    'too-large': 'Este tamaño es demasiado grande',
    'off-grid': 'Este modelo no puede hacer exactamente ese tamaño',
    'size-not-offered': 'Este modelo no hace ese tamaño',
    'invalid-count': 'No se puede comprar este número de imágenes',
    'invalid-steps': 'Estos pasos no son posibles',
    'invalid-option': 'Esta opción no admite ese valor',
    'invalid-reference': 'Una imagen de referencia no se puede leer',
    'too-many-references': 'Demasiadas imágenes de referencia',
    'needs-reference': 'Este modelo parte de una imagen: añade una referencia',
    'prompt-too-long': 'Esta descripción es demasiado larga',
    'unknown-provider': 'Este proveedor no se conoce aquí',
    'unknown-model': 'Este modelo no se conoce aquí',
    'unknown-route': 'Esta vía no se conoce aquí',
    'not-hosted': 'Este modelo no se ofrece aquí',
    'no-price': 'No hay precio publicado para este modelo',
    'bad-price-list': 'La lista de precios no se puede leer',
  },
  reasons: {
    email: (provider: string) => `Confirma tu correo en ${provider} y pulsa otra vez.`,
    phone: (provider: string) => `Confirma tu número de teléfono en ${provider} y pulsa otra vez.`,
    card: (provider: string) => `Verifica una tarjeta en ${provider} y pulsa otra vez.`,
    suspended: (provider: string) =>
      `${provider} ha suspendido tu cuenta. Solo ${provider} puede reactivarla.`,
    plan: (provider: string) => `${provider} solo hace esto para cuentas con un plan de pago.`,
    'large-reference': (provider: string) =>
      `Una imagen de referencia es demasiado grande para ${provider}: 30 MB como máximo cada una, descargada en 30 segundos.`,
    retired: (provider: string) => `${provider} ya no ofrece este modelo. Elige otro.`,
    severed: (provider: string) =>
      `Las reglas de esta página cortan las ventanas de inicio de sesión, así que desde aquí no puedes iniciar sesión en ${provider}.`,
  },
  errors: {
    'invalid-input': (f: Facts) =>
      f.leftOut
        ? `${f.provider} no acepta una parte de esta petición. A partir de ahora se omite: vuelve a pulsar.`
        : f.detail
          ? ''
          : `${f.provider} no acepta esta petición.`,
    'no-price': () => 'No hay precio para esta petición.',
    'quote-expired': () => 'El precio ha cambiado. Mira el nuevo y pulsa otra vez.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.keyLimit
          ? `Esto cuesta ${f.asked} y tu clave solo puede gastar ${f.limit} más.`
          : f.held
            ? `No te alcanza: esto cuesta ${f.asked} y tienes ${f.limit}, de los que ${f.held} aún pueden ir a otras imágenes.`
            : `No te alcanza: esto cuesta ${f.asked} y tienes ${f.limit}.`
        : `Esto pasaría del límite de ${f.limit}: has gastado ${f.spent} y esto cuesta ${f.asked}.`,
    'no-gesture': () => 'Gastar dinero real requiere tu propio clic.',
    vetoed: () => 'Esta página ha detenido la compra.',
    'no-session': () => 'Entra primero en tu cuenta.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.provider} no completó el inicio de sesión. Pulsa otra vez para reintentarlo.`
        : f.gated
          ? stopped(f)
          : f.kept
            ? `${f.provider} no lo permite a tu clave o cuenta.`
            : f.key
              ? `${f.provider} no aceptó tu clave. La hemos quitado de aquí: introduce otra.`
              : `${f.provider} no aceptó tu inicio de sesión. Inicia sesión otra vez.`,
    'popup-blocked': () =>
      'Tu navegador bloqueó la ventana de inicio de sesión. Permítela y pulsa otra vez.',
    'sign-in-cancelled': () => 'Cerraste la ventana de inicio de sesión antes de terminar.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? `Tu cuenta de ${f.provider} no tiene saldo suficiente ahora. Las imágenes en curso pueden retener una parte.`
        : `Tu cuenta de ${f.provider} no tiene saldo suficiente.`,
    'rate-limited': () => 'Demasiadas peticiones ahora mismo.',
    'provider-busy': (f: Facts) => `${f.provider} está demasiado ocupado ahora.`,
    'not-hosted': (f: Facts) => `${f.provider} no te ofrece este modelo.`,
    'blocked-by-browser': (f: Facts) =>
      `Tu navegador no pudo llegar a ${f.provider} desde esta página.`,
    'provider-failed': (f: Facts) => (f.gated ? stopped(f) : `Algo ha fallado en ${f.provider}.`),
    'content-refused': (f: Facts) =>
      `${f.provider} rechazó este texto. Prueba a describirlo de otra manera.`,
    'unreadable-reply': (f: Facts) => `No pudimos leer la respuesta de ${f.provider}.`,
    'timed-out': (f: Facts) => `${f.provider} no respondió a tiempo.`,
    aborted: (f: Facts) =>
      f.sent
        ? 'Dejaste de esperar. Si la imagen llega, estará entre tus imágenes.'
        : 'Lo has detenido.',
    'image-lost': (f: Facts) =>
      f.unknown
        ? `${f.provider} ya no conoce esta imagen.`
        : 'La imagen se hizo, pero no se puede descargar.',
    'storage-full': () =>
      'El almacenamiento de tu navegador está lleno. No podíamos guardar tu recibo, así que no se compró nada.',
    'storage-blocked': (f: Facts) =>
      f.unreadable
        ? `Registros ilegibles: ${f.unreadable}. Por eso no sabemos si esta compra supera un límite, y no se compró nada. Exporta tus gastos y empieza de cero en «Exportar o restablecer».`
        : 'Tu navegador no guarda datos de este sitio. No podíamos guardar tu recibo, así que no se compró nada.',
    'part-missing': () =>
      'No se pudo cargar una parte de este widget, así que no se envió nada. Recarga la página; si no basta, tiene que arreglarlo su propietario.',
    internal: () => 'Algo ha fallado dentro del widget.',
  },
  draftChoice: (price: string) => `Primero borrador · ${price}`,
  finalChoice: (price: string) => `Final · ${price}`,
  forgottenMany: (count: number) => n(count, '# imagen olvidada', '# imágenes olvidadas'),
  searchPrompts: 'Buscar descripciones',
  picturesFound: (count: number) => n(count, '# imagen encontrada', '# imágenes encontradas'),
  keepPrompts: 'Guardar también la descripción de las imágenes nuevas en este navegador',
  compare: 'Comparar',
  comparing: (first: string, second: string) => `${first}, comparada con ${second}`,
} satisfies WidgetTranslation;

/** `many`: whole millions, where a preposition follows the number. */
function n(count: number, one: string, other: string, many = other): string {
  return plural('es', count, { one, other, many });
}

/** A gate in front of the provider let the request not through. */
function stopped(f: Facts): string {
  return (
    `Algo delante de ${f.provider}, quizá un control contra robots, detuvo esta petición. ` +
    'No dice nada de tu clave: inténtalo más tarde o desde otra red.'
  );
}
