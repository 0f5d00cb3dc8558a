/** The vocabulary of postal addresses: English, Spanish and Portuguese first, and the street words of their neighbours. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Street words that come before the name and mean nothing else. */
export const typesBefore = set(
  `calle avenida avda av avd jirón jiron callejón callejon boulevard blvd bulevar prolongación prolongacion rua travessa
  alameda rodovia estrada praça avinguda carrer rue ulica ul ulice`,
)

/** Those of numbered streets, which are other words before a name: «corta en diagonal», «es mi carrera». */
export const typesBeforeNumbers = set(
  'carrera cra kra krr kr cr diagonal dg transversal trv tv cl autopista carretera circular',
)

/** Street words before the name that are also other words: they need capitals. */
export const typesBeforeInCapitals = set(
  `largo plaza praza praca paseo camino via viale corso piazza vicolo quai cours chemin impasse calzada pasaje jr r c
  quadra beco ladeira cuesta ronda circuito privada cerrada andador glorieta malecón costanera jardim`,
)

/** Street words behind the name that mean nothing else (USPS publication 28, appendix C1, and European ones). */
export const typesBehind = set(
  `street road avenue lane boulevard highway parkway crescent turnpike expressway rd ave ln blvd hwy pkwy strasse straße
  utca út útja rkp náměstí`,
)

/** Street words behind the name that need the end of a phrase after them. */
export const abbreviationsBehind = set('st str dr ct pl sq ter cir trl cres u tér nám drive')

/** Street words behind the name that are also other words: they need capitals. */
export const typesBehindInCapitals = set(
  `court courts place square way circle close trail grove gardens mews row walk hill hills park parks rise view views
  point bend loop terrace terraces rapids cliffs forge forges dam union creek crossing alley plaza mall meadow meadows
  ridge station valley village vista harbor heights island islands junction key keys knoll lake landing manor mill mills
  mission motorway oval orchard pass path pike pines plain plains prairie ranch rest route shoal shoals shore shores spring
  springs spur squares stravenue stream summit throughway trace track trafficway tunnel underpass ville walks wall well
  wells common commons corner corners coves cove canyon bypass burg burgs brook brooks branch bridge bluff bluffs bayou
  beach anex divide estate estates extension fall falls ferry field fields flat flats ford forest fork forks fort freeway
  garden gateway glen glens green greens groves haven hollow inlet isle lakes lights light loaf lock locks lodge mountain
  neck overpass port ports radial ramp rue skyway stra gate`,
)

/** Endings of street names written as one word, long enough that no everyday word has them. */
export const streetEnding =
  /^\p{L}{3,}(?:stra(?:ß|ss)e|gasse|platz|allee|weg|straat|laan|gracht|plein|gata|gatan|vägen|veien|vegen|vejen|vej|allé|katu|kuja|polku|utca|strasse|str)$/iu

/** Directions that follow or precede a street's name. */
export const directions = set(
  'n s e w ne nw se sw north south east west northeast northwest southeast southwest norte sur sul este oeste oriente poniente bis',
)

/** What is numbered inside of a place. */
export const unitWords = set(
  `apt apartment apto ap apartamento apartamiento suite ste unit piso depto dpto departamento dto int interior torre bloque
  bloco blk building bldg edificio edifício edif casa local oficina of ofc sala andar conjunto conj floor manzana mz lote km
  room puerta escalera portal planta sector etapa lot`,
)

/** Those of them that nothing else has: with one, numbers and names are an address. */
export const tellingUnitWords = set(
  `apt apartment apto apartamento apartamiento suite ste piso depto dpto departamento bloco oficina andar edificio edifício`,
)

/** What comes before the name of a quarter. */
export const quarterWords = set(
  `barrio bairro colonia col urbanización urbanizacion urb fraccionamiento fracc reparto vereda`,
)

/** Words inside of names. */
export const connectors = set(
  `de del la las los el da do das dos e y di du des van der den von zu la le les d o' i san al`,
)

/** Words that no street's name has: they end one that is written in small letters. */
export const functionWords = set(
  `of on in at to for with without and or the a an is are was were be i you we he she they it my your our his her their
  into onto over through please need want send sends give get order can could would will have has from by about this that these those not no
  yes me us them then than per each box boxes case cases pack packs bottle bottles bag bags kilo kilos kg g ml l lb lbs oz
  pcs piece pieces dozen unit units minutes minute hours hour days day weeks week months years year people person times
  but so if when thanks thank hello hi down up off more less all some any
  por favor para con sin quiero quisiera necesito dame deme manda mándame envíame y o u un una unos unas en que es son mi tu
  su nuestro a al cajas caja bolsas bolsa botella botellas paquete paquetes unidades unidad docena docenas libras libra
  gracias hola buenas buenos días dias horas minutos personas pesos más mas pero si cuando lo le les se me te nos como
  quero preciso com sem um uma uns umas em no na nos nas que é são meu minha seu sua ao aos caixas caixa garrafas garrafa
  pacotes pacote obrigado obrigada oi olá mais mas ou quando você voce`,
)

/** Names with a number that are no place: «on Friday 13», «iPhone 12», «table 5». */
export const notPlaces = set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sep sept oct nov dec lunes martes miércoles jueves viernes sábado
  domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre segunda terça quarta
  quinta sexta janeiro fevereiro março maio junho julho setembro outubro novembro dezembro table mesa gate terminal
  platform page version windows iphone android ios galaxy playstation xbox channel chapter studio number level grade class
  order pedido invoice factura no nº season episode track flight room line step item model size top error code article
  please hi hello`,
)

/** Whether a word begins with a capital. */
export const isCapitalised = (word: string): boolean => /^[\p{Lu}\p{Lt}Ø]/u.test(word)

/** Names of countries in English, Spanish and Portuguese, in small letters, from the runtime's own CLDR data. */
export const countryNames: ReadonlySet<string> = countries()

function countries(): ReadonlySet<string> {
  const names = new Set([
    'usa',
    'u.s.a',
    'uk',
    'england',
    'scotland',
    'wales',
    'holland',
    'méjico',
    'czech republic',
    'swaziland',
  ])
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const locale of ['en', 'es', 'pt']) {
    const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = regions.of(code)
      if (name !== undefined) names.add(name.toLowerCase())
    }
  }
  return names
}
