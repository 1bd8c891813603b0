import type { Facts } from './en-deferred.js';
import { plural } from './plural.js';
import type { Translation } from './terms.js';

export const es = {
  tag: 'es',
  dir: 'ltr',
  describe: 'Describe la imagen',
  model: 'Modelo',
  size: 'Tamaño',
  count: 'Imágenes',
  exactSize: 'Tamaño exacto…',
  addReference: 'Referencia',
  dropHere: 'Suelta aquí imágenes de partida',
  pictures: (count: number) => n(count, '# imagen', '# imágenes'),
  generate: (count: number, price: string) => `Generar${count > 1 ? ` ${count}` : ''} · ${price}`,
  signInAndGenerate: (count: number, price: string) =>
    `Entrar y generar${count > 1 ? ` ${count}` : ''} · ${price}`,
  generateSample: (count: number) =>
    count > 1 ? `Generar ${count} muestras · gratis` : 'Generar muestra · gratis',
  again: (seconds: string) => `en ${seconds} s`,
  simulated: (price: string) => `${price} simulados`,
  priceUnknown: 'precio desconocido',
  under: (amount: string) => `menos de ${amount}`,
  free: 'gratis',
  noRealMoney: 'Zona de pruebas: pintado en este navegador, no se mueve dinero real.',
  payOwn: (provider: string) => `Se paga desde tu propia cuenta de ${provider}.`,
  payNobody: (provider: string) => `Hecho por ${provider}.`,
  freeCovers: (count: number) =>
    n(
      count,
      'Una gratuita alcanza para una al mes, más o menos.',
      'Una gratuita alcanza para unas # al mes.',
    ),
  left: (balance: string) => `quedan ${balance}`,
  leftThisMonth: (balance: string) => `quedan ${balance} este mes`,
  ofThese: (count: number) => n(count, '≈ # como esta', '≈ # como esta'),
  aboutAccount: (provider: string) =>
    `${provider} es un servicio en línea con sus propias cuentas. Al iniciar sesión se abre su ventana; una cuenta gratuita recibe un saldo cada mes.`,
  switchAccount: 'Cambiar',
  signOut: 'Salir',
  key: (provider: string) => `Tu clave de ${provider}`,
  forgetKey: 'Olvidar la clave',
  breakdown: 'De dónde sale este precio',
  more: (count: number) => n(count, '+ # más', '+ # más'),
  kinds: { live: 'precio en vivo', provider: 'precio de lista', 'third-party': 'según un tercero' },
  ofDate: (what: string, date: string) => `${what} del ${date}`,
  asOf: (what: string, date: string) => `${what}, a fecha del ${date}`,
  chargedOn: (date: string) => `lo que se le cobró el ${date}`,
  pagesList: 'lista de precios de esta página',
  via: (provider: string, route: string) => `${provider} → ${route}`,
  each: (count: number, price: string) => `${count} × ${price}`,
  lines: {
    picture: 'Imagen',
    run: 'Llamada',
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
  session: 'Esta sesión',
  sessionSimulated: 'Esta sesión, simulada',
  nothingYet: 'nada todavía',
  inDoubt: (amount: string) => `+ ${amount} en duda`,
  unpriced: (count: number) => n(count, '+ # de precio desconocido', '+ # de precio desconocido'),
  unreadable: (count: number) =>
    n(count, '# línea ilegible, se conserva', '# líneas ilegibles, se conservan'),
  details: 'Detalles',
  galleryShort: 'Galería',
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
  reading: 'leyendo…',
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
    'Cualquier script de esta página puede leer lo que escribas aquí. Nosotros solo lo enviamos al proveedor.',
  keyThrough: (host: string) => `Por el camino pasa por el relé de esta página, ${host}.`,
  keyGet: (provider: string) => `Conseguir una clave en ${provider}`,
  keyNeeded: (who: string) => `${who} necesita una clave tuya. Introdúcela arriba.`,
  total: 'Pagas',
  atMost: 'Pagas como mucho',
  source: 'Fuente',
  readOn: (date: string) => `leído el ${date}`,
  undated: (date: string) => `copia sin fecha, ${date} como muy pronto`,
  agree: 'Lo mismo según',
  conflict: (source: string, total: string) => `${source} da ${total}`,
  listProblem: (why: string) => `Los precios de hoy no se pudieron leer del todo: ${why}`,
  hints: {
    cliff: (f: Facts) => `${f.width} × ${f.height} ahorra ${f.saving}`,
    snap: (f: Facts) =>
      f.width
        ? `${f.width} × ${f.height} es el tamaño posible más cercano`
        : `Sale más o menos con esta forma, con unos ${f.megapixels} ${f.megapixels === '1' ? 'megapíxel' : 'megapíxeles'}`,
    stale: (f: Facts) => `Este precio se leyó hace ${f.days} días y puede haber cambiado`,
    reference: (f: Facts) => `Referencias de ${f.width} × ${f.height} ahorran ${f.saving}`,
    'top-up': (f: Facts) =>
      `A tu bolsillo le cuesta ${f.wallet}: parte de cada recarga es comisión`,
    charged: (f: Facts) =>
      `El ${f.readOn} se cobraron ${f.charged} por esto, no los ${f.listed} de la lista`,
    rate: (f: Facts) =>
      `A tu cuenta se le cobra ×${f.rate} del precio de lista, la última vez el ${f.readOn}`,
  },
  confirmTitle: 'Antes de comprar',
  confirmOver: (amount: string, limit: string) =>
    `Puede costar ${amount}, más de ${limit} de una vez.`,
  confirmUnknown: 'Nadie aquí sabe lo que costará. El proveedor cobrará lo que cobre.',
  confirmChanged: (amount: string) => `Mire otra vez el precio: ahora es ${amount}.`,
  confirmYes: (amount: string) => `Sí, pagar ${amount}`,
  confirmYesUnknown: 'Sí, a precio desconocido',
  confirmNo: 'No',
  signingIn: 'Esperando la ventana de acceso…',
  signedIn: (provider: string) =>
    `Has iniciado sesión en ${provider}. Cierra esta ventana y sigue en la otra.`,
  sending: 'Enviando…',
  queued: (ahead: number) =>
    ahead === 0
      ? 'Siguiente en la cola'
      : n(ahead, '# por delante en la cola', '# por delante en la cola'),
  fetching: 'Trayendo la imagen…',
  elapsed: (seconds: string, expected?: string) =>
    expected ? `${seconds} s de unos ${expected} s` : `${seconds} s`,
  pictureOf: (index: number, count: number) => `Imagen ${index} de ${count}`,
  waiting: 'espera su turno',
  stopWaiting: 'Dejar de esperar',
  stopFree: 'Aún no se ha enviado nada: parar no cuesta nada.',
  stopMeans: 'Parar no lo deshace: aún puede hacerse y cobrarse.',
  stopLate:
    'Parar quizá no sirva: una imagen hecha en menos de un minuto se cobra igual; una más larga puede cobrarse.',
  stopVain: 'Parar no lo deshace: se cobra como si hubieras esperado.',
  recovering: 'Pidiendo una imagen que compraste antes de cerrar la página…',
  recovered: (count: number) =>
    n(
      count,
      'De vuelta de antes de cerrar la página: # imagen',
      'De vuelta de antes de cerrar la página: # imágenes',
    ),
  dismiss: 'Entendido',
  charged: (amount: string) => `${amount} cobrados`,
  computed: (amount: string) => `${amount} estimados, según la lista de precios`,
  simulatedCharge: (amount: string) => `${amount} simulados`,
  checkingCharge: (amount: string, provider: string) => `${amount} · comprobando con ${provider}`,
  estimateWas: (amount: string) => `estimado ${amount}`,
  notCharged: 'No se ha cobrado.',
  maybeCharged: (amount: string) =>
    amount
      ? `Puede que se te haya cobrado ${amount}.`
      : 'Puede que se te haya cobrado; no se sabe cuánto.',
  wasCharged: (amount: string) => (amount ? `Cobrado: ${amount}.` : 'Cobrado; no se sabe cuánto.'),
  wasSimulated: (amount: string) => `${amount} simulados, sin dinero real.`,
  doubtKept: 'Cuenta como dudoso hasta que se sepa.',
  sentAgain: 'El propio navegador puede haber enviado el pedido varias veces.',
  checkedCharged: (provider: string, amount: string) =>
    `Comprobado con ${provider}: se cobraron ${amount}.`,
  checkedFree: (provider: string) => `Comprobado con ${provider}: no se cobró nada.`,
  chargedTimes: (provider: string, count: number, amount: string) =>
    `${provider} cobró esto ${count} veces: ${amount}.`,
  fromBefore: (amount: string) => `${amount} de antes no están confirmados.`,
  checkedEachVisit: (provider: string) => `Se comprueba con ${provider} cada vez que vuelves.`,
  ready: (count: number) => n(count, 'La imagen está lista.', '# imágenes están listas.'),
  provider: 'El proveedor dice:',
  smaller: (size: string, price: string) => `${size} · ${price}`,
  fewer: (count: number, price: string) => n(count, `# imagen · ${price}`, `# imágenes · ${price}`),
  raise: (limit: string) => `Subir mi límite a ${limit}`,
  useSize: (size: string, price: string) => `Usar ${size} · ${price}`,
  useModel: (name: string, price: string) => `${name} · ${price}`,
  wayOut: 'En su lugar',
  topUp: (provider: string) => `Recargar en ${provider}`,
  scriptBlocked: (host: string) =>
    `No se pudo cargar su script desde ${host}. Quizá lo detiene un bloqueador: permite ${host} en esta página. Si la página es tuya: admítelo en la Content-Security-Policy o indica una copia en PUTER_SDK_URL.`,
  walls: {
    relay: 'El relé que indica esta página no ha respondido o no admite esta página.',
    mixed:
      'Esta página llega por https y el servidor por http: los navegadores separan ambos. El servidor necesita https o tiene que funcionar en este equipo.',
    server:
      '¿Está en marcha el servidor y admite peticiones de páginas de otro origen (CORS)? El navegador también puede preguntar si esta página puede acceder a tu red local: permítelo.',
    provider:
      'No deja que ninguna página le pregunte directamente. El dueño de esta página puede indicar un relé; otros proveedores no lo necesitan.',
  },
  overLimit: (limit: string, spent: string) =>
    `Esto pasaría del límite de ${limit}; llevas gastados ${spent}.`,
  overBalance: (left: string, price: string) => `Quedan ${left} y esto cuesta ${price}.`,
  offline: 'Estás sin conexión. No se puede enviar nada; tu texto se queda aquí.',
  storage: {
    full: 'El almacenamiento de este navegador está lleno y una compra no podría anotarse. No se compra nada real.',
    blocked:
      'Este navegador no guarda nada para esta página y una compra no podría anotarse. No se compra nada real.',
  },
  of: (limit: string) => `de ${limit}`,
  spentOf: (spent: string, limit: string) => `${spent} gastados de ${limit}`,
  lastOne: 'alcanza para una más',
  used: 'límite alcanzado',
  galleryTitle: 'Imágenes guardadas en este navegador',
  galleryEmpty: 'Todavía no hay nada guardado.',
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
  sameSeed: 'La misma semilla otra vez',
  forgotten: 'Olvidada',
  expires: 'Solo en una dirección que dejará de funcionar: descárguela ahora.',
  openAddress: 'Abrir su dirección',
  notDrawn: (size: string) =>
    `No se muestra aquí: ${size} es más de lo que se debe pedir a un navegador. Es suya de todos modos: descárguela.`,
  notLoaded: 'No se pudo cargar desde su dirección.',
  keepThere: (provider) => `Guardar también mis imágenes en mi espacio de ${provider}`,
  keptThere: 'Guardada en su espacio:',
  showMore: 'Mostrar más',
  seed: (seed: string) => `semilla ${seed}`,
  newSeed: 'Cualquier semilla',
  pictureMenu: 'Más',
  formMissing: 'Crea primero una imagen.',
  formUnreadable:
    'El formulario no puede tomar esta imagen: su proveedor no deja que ninguna página la lea. Crea otra, o descárgala y añádela a mano.',
  formChoose: 'Usar en el formulario',
  formChosen: 'En el formulario',
  couldNot: 'Este navegador no lo ha permitido.',
  allModels: 'Todos los modelos …',
  chooseModel: 'Elegir un modelo',
  searchModels: 'Buscar por nombre, autor o uso',
  modelsFound: (count: number) => n(count, '# modelo', '# modelos'),
  noModels: 'Ningún modelo coincide con estas palabras.',
  otherModels: 'Otros',
  takesWords: 'palabras',
  takesPictures: (count: number) => n(count, '# imagen', 'hasta # imágenes'),
  takesNoPictures: 'no admite imágenes',
  takesMask: 'máscara',
  writesText: 'texto en la imagen',
  madeWith: (count: number) => n(count, '# imagen hecha', '# imágenes hechas'),
  needs: {
    picture: 'necesita una imagen',
    mask: 'necesita una imagen y una máscara',
    workflow: 'necesita un archivo de flujo de trabajo',
  },
  notThisSize: 'no en este tamaño',
  notOffered: (provider: string) => `${provider} ya no lo ofrece.`,
  retiredOn: (date: string) => `Su autor lo retiró el ${date}: puede que no responda.`,
  retiresOn: (date: string) => `Su autor lo retira el ${date}.`,
  replacedOn: (date: string, by: string) =>
    `Desde el ${date} responde ${by} en su lugar, quizá a otro precio.`,
  replacesOn: (date: string, by: string) =>
    `A partir del ${date} responderá ${by} en su lugar, quizá a otro precio.`,
  failedOn: (date: string) => `No respondió cuando se probó el ${date}.`,
  drafts: 'Borrador y luego final',
  draftFirst: (model: string, price: string) => `Primero un borrador con ${model}: ${price}`,
  draftOn: 'Borrador con',
  finalOn: 'Final con',
  draftPlan: (draft: string, final: string, both: string) =>
    `Borrador ${draft}, luego final ${final}: juntos ${both}.`,
  draftSaves: (saving: string) => `Cada intento en borrador en lugar de final ahorra ${saving}.`,
  makeFinal: (model: string, price: string) => `Hacer la final con ${model} · ${price}`,
  draftStop: 'Sin borradores',
  problems: {
    'invalid-size': 'Este tamaño no es posible',
    'too-small': 'Este tamaño es demasiado pequeño',
    'too-large': 'Este tamaño es demasiado grande',
    'off-grid': 'Este tamaño se sale de la cuadrícula',
    'size-not-offered': 'Este tamaño no se hace aquí',
    'invalid-count': 'No se puede comprar este número de imágenes',
    'invalid-steps': 'Estos pasos no son posibles',
    'invalid-option': 'Esta opción no admite ese valor',
    'invalid-reference': 'Una imagen de referencia no se puede leer',
    'too-many-references': 'Demasiadas imágenes de referencia',
    'needs-reference': 'Este modelo parte de una imagen: añade una referencia',
    'unknown-provider': 'Nadie aquí conoce este proveedor',
    'unknown-model': 'Nadie aquí conoce este modelo',
    'unknown-route': 'Nadie aquí conoce esta vía',
    'not-hosted': 'Este modelo no está disponible aquí',
    'no-price': 'Nadie dice lo que cuesta',
    'bad-price-list': 'La lista de precios no se puede leer',
  },
  errors: {
    'invalid-input': (f: Facts) => (f.detail ? '' : 'El proveedor no acepta esta petición.'),
    'no-price': () => 'No hay precio para esta petición.',
    'quote-expired': () => 'El precio ha cambiado entretanto. Mira el nuevo y pulsa otra vez.',
    'over-budget': (f: Facts) =>
      f.cap === 'balance'
        ? f.held
          ? `La cuenta tiene ${f.limit}; ${f.held} aún pueden ir a otras imágenes. Esto cuesta ${f.asked}.`
          : `La cuenta tiene ${f.limit} y esto cuesta ${f.asked}.`
        : `Esto pasaría del límite de ${f.limit}: llevas gastados ${f.spent} y esto cuesta ${f.asked}.`,
    'no-gesture': () => 'Gastar dinero real requiere tu propio clic.',
    vetoed: () => 'Esta página ha retenido la compra.',
    'no-session': () => 'Entra primero en tu cuenta.',
    'session-refused': (f: Facts) =>
      f.signIn
        ? `${f.key} no completó el inicio de sesión. Pulsa otra vez para intentarlo de nuevo.`
        : f.kept
          ? 'El proveedor no permite esto con tu clave o tu cuenta.'
          : f.key
            ? `${f.key} no ha aceptado tu clave. Aquí queda olvidada: introduce otra.`
            : 'El proveedor no ha aceptado el acceso o la clave. Entra de nuevo.',
    'popup-blocked': () =>
      'El navegador ha bloqueado la ventana de acceso. Permítela y pulsa otra vez.',
    'sign-in-cancelled': () => 'El acceso se cerró antes de terminar.',
    'insufficient-funds': (f: Facts) =>
      f.running
        ? 'La cuenta no tiene suficiente ahora. Las imágenes en curso pueden retener una parte hasta que terminen.'
        : 'La cuenta no tiene suficiente.',
    'rate-limited': () => 'Demasiadas peticiones ahora mismo.',
    'provider-busy': () => 'El proveedor está saturado.',
    'not-hosted': () => 'El proveedor no le ofrece este modelo.',
    'blocked-by-browser': () =>
      'El navegador no puede hablar con este proveedor desde esta página.',
    'provider-failed': () => 'El proveedor ha fallado.',
    'content-refused': () => 'El proveedor ha rechazado este contenido. Quizá con otras palabras.',
    'unreadable-reply': () => 'La respuesta del proveedor no se puede leer.',
    'timed-out': () => 'No llegó respuesta a tiempo.',
    aborted: (f: Facts) => (f.sent ? 'Has dejado de esperar. Aún puede hacerse.' : 'Detenido.'),
    'image-lost': (f) =>
      f.unknown
        ? 'El proveedor ya no conoce esta imagen.'
        : 'La imagen se hizo, pero no se pudo traer.',
    'storage-full': () =>
      'El almacenamiento de este navegador está lleno: la compra no pudo anotarse y no se hizo.',
    'storage-blocked': () =>
      'Este navegador no guarda nada para esta página: la compra no pudo anotarse y no se hizo.',
    'part-missing': () =>
      'No se pudo cargar una parte de este widget, así que no se envió nada. Recarga la página; si no basta, tiene que arreglarlo su propietario.',
    internal: () => 'Algo ha fallado dentro del widget.',
  },
} satisfies Translation;

function n(count: number, one: string, other: string): string {
  return plural('es', count, { one, other });
}
