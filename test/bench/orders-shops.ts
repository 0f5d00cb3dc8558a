import type { CatalogProduct } from '../../src/platform/ai/offline/index.ts'

/** Catalogues of invented small shops and distributors, for the messages in `orders-shop-messages.ts`. */
type ShopProduct = Partial<Omit<CatalogProduct, 'id' | 'variants' | 'options'>> & {
  readonly name: string
  /** axis → values; «value=alias=alias», «*» in front marks the default. */
  readonly sizes?: Readonly<Record<string, readonly string[]>>
  /** group → values; «value=alias=alias». */
  readonly extras?: Readonly<Record<string, readonly string[]>>
}

export const product = (id: string, shop: ShopProduct): CatalogProduct => ({
  id,
  sku: shop.sku ?? id,
  name: shop.name,
  aliases: shop.aliases ?? [],
  keywords: shop.keywords ?? [],
  category: shop.category ?? null,
  unit: shop.unit ?? null,
  variants: Object.entries(shop.sizes ?? {}).flatMap(([axis, values]) =>
    values.map((text) => {
      const [value = '', ...aliases] = text.replace(/^\*/, '').split('=')
      return { id: `${id}:${value}`, axis, value, aliases, isDefault: text.startsWith('*') }
    }),
  ),
  options: Object.entries(shop.extras ?? {}).flatMap(([group, values]) =>
    values.map((text) => {
      const [value = '', ...aliases] = text.split('=')
      return { group, value, aliases }
    }),
  ),
})

const abarrotes = [
  product('leche-entera', { name: 'Leche entera 1 L', sku: 'LAC-001', category: 'lácteos' }),
  product('leche-deslactosada', { name: 'Leche deslactosada 1 L', sku: 'LAC-002', category: 'lácteos' }),
  product('queso', { name: 'Queso fresco', sku: 'LAC-010', unit: 'kg' }),
  product('queso-manchego', { name: 'Queso manchego', sku: 'LAC-011', unit: 'kg' }),
  product('mantequilla', { name: 'Mantequilla con sal 250 g', sku: 'LAC-020' }),
  product('yogur-fresa', { name: 'Yogur de fresa', aliases: ['yogurt de fresa'] }),
  product('yogur-natural', { name: 'Yogur natural', aliases: ['yogurt natural'] }),
  product('arroz', { name: 'Arroz blanco 1 kg', aliases: ['arroz'] }),
  product('arroz-integral', { name: 'Arroz integral 1 kg' }),
  product('frijol', { name: 'Frijol negro', unit: 'kg' }),
  product('azucar', { name: 'Azúcar estándar', unit: 'kg' }),
  product('aceite', { name: 'Aceite de girasol 900 ml', aliases: ['aceite'] }),
  product('aceite-oliva', { name: 'Aceite de oliva 500 ml' }),
  product('huevo', { name: 'Huevo blanco', aliases: ['huevos'] }),
  product('jamon', { name: 'Jamón de pierna', unit: 'kg' }),
  product('aguacate', { name: 'Aguacate hass' }),
  product('jitomate', { name: 'Jitomate saladet' }),
  product('cebolla', { name: 'Cebolla blanca' }),
  product('papa', { name: 'Papa blanca', aliases: ['papas'] }),
  product('limon', { name: 'Limón' }),
  product('pan', { name: 'Pan de caja', aliases: ['pan bimbo', 'pan de molde'] }),
  product('tortilla', { name: 'Tortilla de maíz' }),
  product('coca', { name: 'Coca-Cola', sizes: { presentación: ['600 ml', '2.5 L', 'lata'] } }),
  product('agua', { name: 'Agua mineral', sizes: { tamaño: ['chica=pequeña', '*mediana', 'grande'] } }),
  product('cerveza', { name: 'Cerveza clara', aliases: ['cerveza'] }),
  product('cafe', { name: 'Café molido', aliases: ['cafe'] }),
  product('papel', { name: 'Papel higiénico 4 rollos' }),
  product('jabon', { name: 'Jabón en polvo', aliases: ['detergente'] }),
  product('atun', { name: 'Atún en agua' }),
  product('salsa', { name: 'Salsa verde' }),
]

const ferreteria = [
  product('tornillo-1', { name: 'Tornillo para madera 1 pulgada', aliases: ['tornillo 1 pulgada'] }),
  product('tornillo-2', { name: 'Tornillo para madera 2 pulgadas', aliases: ['tornillo 2 pulgadas'] }),
  product('clavo', { name: 'Clavo de acero', unit: 'kg' }),
  product('martillo', { name: 'Martillo de uña' }),
  product('destornillador', { name: 'Destornillador plano', aliases: ['desarmador'] }),
  product('pintura', {
    name: 'Pintura vinílica',
    sizes: { color: ['blanca=blanco', 'azul', 'roja=rojo'], tamaño: ['galón', 'cubeta'] },
  }),
  product('brocha', { name: 'Brocha', sizes: { ancho: ['2 pulgadas', '4 pulgadas'] } }),
  product('cinta', { name: 'Cinta aislante', aliases: ['cinta de aislar'] }),
  product('foco', { name: 'Foco LED 9W' }),
  product('cable', { name: 'Cable THW calibre 12', aliases: ['cable 12'] }),
  product('tubo-pvc', { name: 'Tubo PVC 1/2 pulgada' }),
  product('codo-pvc', { name: 'Codo PVC 1/2 pulgada' }),
  product('cemento', { name: 'Cemento gris 50 kg' }),
  product('arena', { name: 'Arena fina' }),
  product('lija', { name: 'Lija de agua' }),
  product('llave', { name: 'Llave inglesa' }),
  product('guante', { name: 'Guantes de carnaza', unit: 'par' }),
]

const farmacia = [
  product('paracetamol', { name: 'Paracetamol 500 mg' }),
  product('ibuprofeno', { name: 'Ibuprofeno 400 mg' }),
  product('dipirona', { name: 'Dipirona gotas' }),
  product('soro', { name: 'Soro fisiológico' }),
  product('alcool', { name: 'Álcool em gel' }),
  product('algodao', { name: 'Algodão' }),
  product('fralda', { name: 'Fralda descartável', sizes: { tamanho: ['P=pequena', 'M=média', 'G=grande'] } }),
  product('escova', { name: 'Escova de dente' }),
  product('pasta', { name: 'Pasta de dente', aliases: ['creme dental'] }),
  product('sabonete', { name: 'Sabonete líquido' }),
  product('shampoo', { name: 'Shampoo anticaspa', aliases: ['xampu'] }),
  product('protetor', { name: 'Protetor solar FPS 50' }),
  product('vitamina-c', { name: 'Vitamina C 1 g' }),
  product('curativo', { name: 'Curativo adesivo', aliases: ['band-aid'] }),
  product('termometro', { name: 'Termômetro digital' }),
  product('pao-queijo', { name: 'Pão de queijo' }),
  product('agua-gas', { name: 'Água mineral com gás' }),
  product('agua-sem', { name: 'Água mineral sem gás' }),
]

const distributor = [
  product('whole-milk', { name: 'Whole Milk Crate', aliases: ['whole milk'], unit: 'crate' }),
  product('skim-milk', { name: 'Skim Milk Crate', aliases: ['skim milk', 'skimmed milk'], unit: 'crate' }),
  product('butter', { name: 'Unsalted Butter 10 kg', aliases: ['butter'] }),
  product('cheddar', { name: 'Mature Cheddar', unit: 'kg' }),
  product('mozzarella', { name: 'Grated Mozzarella', unit: 'kg' }),
  product('basmati', { name: 'Basmati Rice 5 kg' }),
  product('jasmine', { name: 'Jasmine Rice 5 kg' }),
  product('tomatoes', { name: 'Chopped Tomatoes Tin 2.5 kg', aliases: ['chopped tomatoes', 'tinned tomatoes'] }),
  product('flour', { name: 'Plain Flour 16 kg' }),
  product('eggs', { name: 'Free Range Eggs', aliases: ['eggs'] }),
  product('chicken', { name: 'Chicken Breast', unit: 'kg' }),
  product('mince', { name: 'Beef Mince', unit: 'kg' }),
  product('napkins', { name: 'White Napkins' }),
  product('gloves', { name: 'Nitrile Gloves', sizes: { size: ['small=S', 'medium=M', 'large=L'] } }),
  product('cups', { name: 'Paper Coffee Cup 12oz', aliases: ['coffee cups'] }),
  product('lids', { name: 'Cup Lid 12oz', aliases: ['lids'] }),
  product('bin-bags', { name: 'Heavy Duty Bin Bags' }),
  product('oil', { name: 'Sunflower Oil 20 L', aliases: ['sunflower oil'] }),
  product('orange-juice', { name: 'Orange Juice 1 L' }),
  product('apple-juice', { name: 'Apple Juice 1 L' }),
  product('bagel', { name: 'Sesame Bagel' }),
  product('sourdough', { name: 'Sourdough Loaf' }),
]

const fillings = { ingrediente: ['queso', 'cebolla', 'cilantro', 'piña', 'salsa verde', 'guacamole', 'crema'] }
const taqueria = [
  product('taco-pastor', { name: 'Taco al pastor', aliases: ['taco de pastor'], extras: fillings }),
  product('taco-bistec', { name: 'Taco de bistec', extras: fillings }),
  product('quesadilla', { name: 'Quesadilla', extras: fillings }),
  product('torta-milanesa', { name: 'Torta de milanesa', extras: fillings }),
  product('hamburguesa', { name: 'Hamburguesa sencilla', aliases: ['hamburguesa'], extras: fillings }),
  product('hamburguesa-doble', { name: 'Hamburguesa doble', extras: fillings }),
  product('papas', {
    name: 'Papas a la francesa',
    aliases: ['papas'],
    sizes: { tamaño: ['chica=pequeña', '*mediana', 'grande'] },
  }),
  product('horchata', { name: 'Agua de horchata', sizes: { tamaño: ['chica', 'grande'] } }),
  product('jamaica', { name: 'Agua de jamaica', sizes: { tamaño: ['chica', 'grande'] } }),
  product('refresco', { name: 'Refresco de cola', aliases: ['coca', 'coca cola'] }),
  product('guacamole', { name: 'Guacamole' }),
  product('flan', { name: 'Flan napolitano' }),
]

const panaderia = [
  product('bolillo', { name: 'Bolillo', aliases: ['bolillos'] }),
  product('concha-vainilla', { name: 'Concha de vainilla' }),
  product('concha-chocolate', { name: 'Concha de chocolate' }),
  product('cuerno', { name: 'Cuernito', aliases: ['croissant', 'cuerno'] }),
  product('dona', { name: 'Dona glaseada', aliases: ['dona'] }),
  product('baguette', { name: 'Baguette' }),
  product('pastel-chocolate', {
    name: 'Pastel de chocolate',
    sizes: { tamaño: ['chico=pequeño', 'mediano', 'grande'] },
  }),
  product('pastel-tres-leches', {
    name: 'Pastel de tres leches',
    aliases: ['tres leches'],
    sizes: { tamaño: ['chico=pequeño', 'mediano', 'grande'] },
  }),
  product('galleta', { name: 'Galleta de avena' }),
  product('empanada', { name: 'Empanada de piña' }),
]

const bebidas = [
  product('skol', { name: 'Cerveja Skol lata 350ml', aliases: ['skol'] }),
  product('brahma', { name: 'Cerveja Brahma lata 350ml', aliases: ['brahma'] }),
  product('heineken', { name: 'Cerveja Heineken long neck', aliases: ['heineken'] }),
  product('guarana', { name: 'Guaraná Antarctica 2L', aliases: ['guaraná'] }),
  product('coca-2l', { name: 'Coca-Cola 2L' }),
  product('coca-lata', { name: 'Coca-Cola lata 350ml' }),
  product('agua', { name: 'Água mineral 500ml', aliases: ['água'] }),
  product('suco-laranja', { name: 'Suco de laranja 1L' }),
  product('suco-uva', { name: 'Suco de uva 1L' }),
  product('vodka', { name: 'Vodka Smirnoff' }),
  product('gelo', { name: 'Gelo em cubos 5kg', aliases: ['gelo'] }),
  product('carvao', { name: 'Carvão 3kg' }),
]

const milks = {
  milk: ['oat milk', 'soy milk', 'whole milk', 'skim milk'],
  syrup: ['vanilla syrup=vanilla', 'caramel syrup=caramel', 'hazelnut syrup=hazelnut'],
  extra: ['extra shot=shot', 'whipped cream', 'cinnamon'],
}
const cups = { size: ['small', '*medium=regular', 'large=big'] }
const coffeehouse = [
  product('latte', { name: 'Latte', sizes: cups, extras: milks }),
  product('flat-white', { name: 'Flat White', sizes: cups, extras: milks }),
  product('cappuccino', { name: 'Cappuccino', sizes: cups, extras: milks }),
  product('iced-latte', { name: 'Iced Latte', sizes: cups, extras: milks }),
  product('americano', { name: 'Americano', aliases: ['black coffee'], sizes: cups, extras: milks }),
  product('green-tea', { name: 'Green Tea', sizes: cups }),
  product('chai', { name: 'Chai Tea Latte', aliases: ['chai'], sizes: cups, extras: milks }),
  product('croissant', { name: 'Butter Croissant', aliases: ['croissant'] }),
  product('almond-croissant', { name: 'Almond Croissant' }),
  product('blueberry-muffin', { name: 'Blueberry Muffin' }),
  product('banana-bread', { name: 'Banana Bread' }),
  product('cheese-toastie', { name: 'Ham and Cheese Toastie', aliases: ['toastie'] }),
  product('still-water', { name: 'Still Water' }),
]

const office = [
  product('paper-a4', { name: 'A4 Copy Paper 80gsm', aliases: ['a4 paper', 'printer paper'] }),
  product('paper-a3', { name: 'A3 Copy Paper 80gsm', aliases: ['a3 paper'] }),
  product('pen', { name: 'Ballpoint Pen', aliases: ['biro'], sizes: { colour: ['blue', 'black', 'red'] } }),
  product('marker', { name: 'Whiteboard Marker', sizes: { colour: ['blue', 'black', 'red', 'green'] } }),
  product('stapler', { name: 'Desktop Stapler' }),
  product('staples', { name: 'Staples 26/6' }),
  product('folder', { name: 'Manila Folder' }),
  product('binder', { name: 'Lever Arch Binder', aliases: ['ring binder'] }),
  product('sticky', { name: 'Sticky Notes 76x76', aliases: ['post-it notes', 'post its'] }),
  product('toner', { name: 'Toner Cartridge HP 26A', sku: 'HP-26A', aliases: ['hp toner'] }),
  product('envelope', { name: 'White Envelope C5', aliases: ['envelopes'] }),
  product('tape', { name: 'Clear Tape' }),
  product('scissors', { name: 'Scissors' }),
  product('coffee', { name: 'Ground Coffee 1 kg' }),
]

const carniceria = [
  product('molida', { name: 'Carne molida de res', aliases: ['carne molida'], unit: 'kg' }),
  product('bistec', { name: 'Bistec de res', unit: 'kg' }),
  product('milanesa', { name: 'Milanesa de pollo', unit: 'kg' }),
  product('pechuga', { name: 'Pechuga de pollo', aliases: ['pechuga'], unit: 'kg' }),
  product('pierna-pollo', { name: 'Pierna y muslo de pollo', unit: 'kg' }),
  product('chorizo', { name: 'Chorizo casero', unit: 'kg' }),
  product('costilla', { name: 'Costilla de cerdo', unit: 'kg' }),
  product('chuleta', { name: 'Chuleta ahumada', unit: 'kg' }),
  product('tocino', { name: 'Tocino ahumado', unit: 'kg' }),
  product('salchicha', { name: 'Salchicha de pavo' }),
  product('hueso', { name: 'Hueso para caldo' }),
]

const hortifruti = [
  product('banana', { name: 'Banana prata', unit: 'kg' }),
  product('banana-terra', { name: 'Banana da terra', unit: 'kg' }),
  product('maca', { name: 'Maçã gala', unit: 'kg' }),
  product('laranja', { name: 'Laranja pera', unit: 'kg' }),
  product('limao', { name: 'Limão taiti', unit: 'kg' }),
  product('tomate', { name: 'Tomate italiano', unit: 'kg' }),
  product('cebola', { name: 'Cebola', unit: 'kg' }),
  product('batata', { name: 'Batata inglesa', unit: 'kg' }),
  product('batata-doce', { name: 'Batata doce', unit: 'kg' }),
  product('alface', { name: 'Alface crespa' }),
  product('couve', { name: 'Couve manteiga' }),
  product('cheiro-verde', { name: 'Cheiro verde' }),
  product('abacaxi', { name: 'Abacaxi' }),
  product('mamao', { name: 'Mamão papaia' }),
  product('ovo', { name: 'Ovo caipira', aliases: ['ovos'] }),
  product('pao', { name: 'Pão francês' }),
]

const parts = [
  product('oil-filter', { name: 'Oil Filter OF-220', sku: 'OF-220' }),
  product('air-filter', { name: 'Air Filter AF-110', sku: 'AF-110' }),
  product('pads-front', { name: 'Front Brake Pads', aliases: ['front pads'] }),
  product('pads-rear', { name: 'Rear Brake Pads', aliases: ['rear pads'] }),
  product('disc', { name: 'Brake Disc 280mm', aliases: ['brake rotor'] }),
  product('engine-oil', { name: 'Engine Oil 5W30 5L', aliases: ['5w30'] }),
  product('coolant', { name: 'Coolant Concentrate 5L' }),
  product('plug', { name: 'Spark Plug NGK' }),
  product('wiper', { name: 'Wiper Blade', sizes: { length: ['20 inch', '24 inch'] } }),
  product('battery', { name: 'Car Battery 12V 60Ah' }),
  product('bulb', { name: 'Headlight Bulb H7' }),
  product('belt', { name: 'Timing Belt Kit' }),
]

const fill = { ingredient: ['avocado', 'cream cheese', 'cucumber', 'wasabi', 'ginger', 'spicy mayo', 'sesame'] }
const sushi = [
  product('california', { name: 'California Roll', extras: fill }),
  product('spicy-tuna', { name: 'Spicy Tuna Roll', extras: fill }),
  product('salmon-roll', { name: 'Salmon Avocado Roll', extras: fill }),
  product('salmon-nigiri', { name: 'Salmon Nigiri' }),
  product('tuna-nigiri', { name: 'Tuna Nigiri' }),
  product('edamame', { name: 'Edamame' }),
  product('miso', { name: 'Miso Soup' }),
  product('gyoza-pork', { name: 'Pork Gyoza' }),
  product('gyoza-veg', { name: 'Vegetable Gyoza', aliases: ['veggie gyoza'] }),
  product('ramen', { name: 'Chicken Ramen', sizes: { size: ['regular', 'large'] } }),
  product('green-tea', { name: 'Green Tea' }),
  product('asahi', { name: 'Asahi Beer' }),
]

const mayoreo = [
  product('corona-355', { name: 'Cerveza Corona 355 ml', sku: 'COR355' }),
  product('corona-940', { name: 'Cerveza Corona Familiar 940 ml', aliases: ['corona familiar', 'caguama corona'] }),
  product('victoria', { name: 'Cerveza Victoria 355 ml' }),
  product('modelo', { name: 'Cerveza Modelo Especial lata 355 ml' }),
  product('coca-600', { name: 'Coca-Cola 600 ml' }),
  product('coca-2l', { name: 'Coca-Cola 2 L' }),
  product('coca-light', { name: 'Coca-Cola Light 600 ml' }),
  product('sprite', { name: 'Sprite 600 ml' }),
  product('agua-1l', { name: 'Agua Ciel 1 L' }),
  product('agua-garrafon', { name: 'Garrafón de agua 20 L', aliases: ['garrafon'] }),
  product('sabritas', { name: 'Sabritas Original 45 g' }),
  product('doritos', { name: 'Doritos Nacho 58 g' }),
  product('takis', { name: 'Takis Fuego 56 g' }),
  product('marias', { name: 'Galletas Marías 170 g' }),
  product('emperador', { name: 'Galletas Emperador Chocolate 109 g' }),
  product('nescafe', { name: 'Nescafé Clásico 200 g' }),
  product('maruchan', { name: 'Sopa Maruchan camarón', aliases: ['maruchan'] }),
  product('huevo', { name: 'Huevo San Juan cartón 30 pzas', aliases: ['carton de huevo', 'huevo'] }),
  product('aceite', { name: 'Aceite 1-2-3 1 L' }),
  product('servilleta', { name: 'Servilletas Pétalo 500 pzas' }),
  product('cloro', { name: 'Cloralex 950 ml', aliases: ['cloro'] }),
  product('fabuloso', { name: 'Fabuloso Lavanda 1 L' }),
  product('ariel', { name: 'Ariel Polvo 850 g' }),
]

const grocer = [
  product('bananas', { name: 'Bananas', unit: 'kg' }),
  product('apples-gala', { name: 'Gala Apples', unit: 'kg' }),
  product('apples-green', { name: 'Granny Smith Apples', aliases: ['green apples'], unit: 'kg' }),
  product('potatoes', { name: 'Maris Piper Potatoes', aliases: ['potatoes'], unit: 'kg' }),
  product('sweet-potatoes', { name: 'Sweet Potatoes', unit: 'kg' }),
  product('carrots', { name: 'Carrots', unit: 'kg' }),
  product('onions-red', { name: 'Red Onions', unit: 'kg' }),
  product('onions-white', { name: 'White Onions', unit: 'kg' }),
  product('garlic', { name: 'Garlic' }),
  product('lettuce', { name: 'Iceberg Lettuce' }),
  product('tomatoes-cherry', { name: 'Cherry Tomatoes' }),
  product('tomatoes-vine', { name: 'Vine Tomatoes', unit: 'kg' }),
  product('peppers', { name: 'Mixed Peppers' }),
  product('mushrooms', { name: 'Button Mushrooms', unit: 'kg' }),
  product('lemons', { name: 'Lemons' }),
  product('basil', { name: 'Fresh Basil' }),
  product('eggs', { name: 'Free Range Eggs (tray of 30)', aliases: ['eggs'] }),
  product('milk', { name: 'Semi Skimmed Milk 2L', aliases: ['milk'] }),
  product('bread', { name: 'Wholemeal Bread' }),
]

const pinturas = [
  product('esmalte', {
    name: 'Esmalte acrílico',
    sizes: { color: ['blanco', 'negro', 'rojo', 'gris'], envase: ['litro', 'galón', 'cubeta 19 L=cubeta'] },
  }),
  product('barniz', { name: 'Barniz marino transparente 1 L' }),
  product('thinner', { name: 'Thinner estándar 1 L', aliases: ['tiner', 'solvente'] }),
  product('rodillo', { name: 'Rodillo de felpa', sizes: { medida: ['4 pulgadas', '9 pulgadas'] } }),
  product('brocha', { name: 'Brocha económica 2 pulgadas', aliases: ['brocha'] }),
  product('masking', { name: 'Cinta masking 24 mm', aliases: ['masking tape', 'maskin'] }),
  product('charola', { name: 'Charola para pintor' }),
  product('resanador', { name: 'Resanador de muros 1 kg' }),
  product('lija-80', { name: 'Lija grano 80' }),
  product('lija-120', { name: 'Lija grano 120' }),
  product('sellador', { name: 'Sellador 5x1' }),
  product('impermeabilizante', { name: 'Impermeabilizante 3 años rojo cubeta' }),
]

const deli = [
  product('prosciutto', { name: 'Prosciutto di Parma', unit: 'kg' }),
  product('salami', { name: 'Milano Salami', unit: 'kg' }),
  product('mortadella', { name: 'Mortadella with pistachio', unit: 'kg' }),
  product('parmigiano', { name: 'Parmigiano Reggiano 24 months', aliases: ['parmesan'], unit: 'kg' }),
  product('pecorino', { name: 'Pecorino Romano', unit: 'kg' }),
  product('burrata', { name: 'Burrata 125 g' }),
  product('olives-green', { name: 'Green Olives', unit: 'kg' }),
  product('olives-black', { name: 'Black Olives', unit: 'kg' }),
  product('sun-tomato', { name: 'Sun-dried Tomatoes', unit: 'kg' }),
  product('focaccia', { name: 'Rosemary Focaccia' }),
  product('ciabatta', { name: 'Ciabatta' }),
  product('oil', { name: 'Extra Virgin Olive Oil 5 L', aliases: ['olive oil'] }),
  product('balsamic', { name: 'Balsamic Vinegar 500 ml', aliases: ['balsamic'] }),
  product('espresso-beans', { name: 'Espresso Beans 1 kg', aliases: ['coffee beans'] }),
  product('tiramisu', { name: 'Tiramisu tray' }),
]

const mascotas = [
  product('croqueta-adulto', { name: 'Croquetas perro adulto 20 kg', aliases: ['croquetas adulto'] }),
  product('croqueta-cachorro', { name: 'Croquetas perro cachorro 10 kg', aliases: ['croquetas cachorro'] }),
  product('croqueta-gato', { name: 'Croquetas gato 8 kg', aliases: ['croquetas de gato', 'comida de gato'] }),
  product('arena', { name: 'Arena para gato 10 kg', aliases: ['arena'] }),
  product('shampoo', { name: 'Shampoo antipulgas' }),
  product('collar', { name: 'Collar', sizes: { talla: ['S=chico', 'M=mediano', 'L=grande'] } }),
  product('correa', { name: 'Correa retráctil' }),
  product('hueso', { name: 'Hueso de carnaza' }),
  product('juguete', { name: 'Pelota de goma', aliases: ['pelota'] }),
  product('sobre-gato', { name: 'Sobre húmedo gato pollo', aliases: ['sobres de gato'] }),
]

const salgados = { adicional: ['bacon', 'cheddar', 'catupiry', 'ovo', 'milho', 'cebola', 'alface', 'maionese'] }
const lanchonete = [
  product('x-burger', { name: 'X-Burger', aliases: ['xburguer', 'x burguer'], extras: salgados }),
  product('x-salada', { name: 'X-Salada', extras: salgados }),
  product('x-bacon', { name: 'X-Bacon', extras: salgados }),
  product('misto', { name: 'Misto quente' }),
  product('coxinha', { name: 'Coxinha de frango' }),
  product('pastel-carne', { name: 'Pastel de carne' }),
  product('pastel-queijo', { name: 'Pastel de queijo' }),
  product('batata-frita', { name: 'Batata frita', sizes: { tamanho: ['pequena', '*média', 'grande'] } }),
  product('suco-laranja', { name: 'Suco de laranja', sizes: { tamanho: ['300 ml', '500 ml'] } }),
  product('suco-maracuja', { name: 'Suco de maracujá', sizes: { tamanho: ['300 ml', '500 ml'] } }),
  product('guarana', { name: 'Guaraná lata' }),
  product('acai', { name: 'Açaí na tigela', sizes: { tamanho: ['300 ml', '500 ml'] } }),
]

const hardware = [
  product('screw-30', { name: 'Wood Screw 4x30 mm', aliases: ['4x30 screws'] }),
  product('screw-50', { name: 'Wood Screw 4x50 mm', aliases: ['4x50 screws'] }),
  product('nails', { name: 'Galvanised Nails', unit: 'kg' }),
  product('hammer', { name: 'Claw Hammer' }),
  product('drill-bit', { name: 'Masonry Drill Bit', sizes: { diameter: ['6 mm', '8 mm', '10 mm'] } }),
  product('plug', { name: 'Wall Plugs' }),
  product('silicone', { name: 'Clear Silicone Sealant', aliases: ['silicone'] }),
  product('sandpaper', { name: 'Sandpaper', sizes: { grit: ['80 grit', '120 grit', '240 grit'] } }),
  product('paint-white', { name: 'White Emulsion 10 L', aliases: ['white paint'] }),
  product('brush', { name: 'Paint Brush 2 inch' }),
  product('tape-measure', { name: 'Tape Measure 5 m' }),
  product('plywood', { name: 'Plywood Sheet 18 mm' }),
  product('cement', { name: 'Cement 25 kg' }),
  product('gloves', { name: 'Work Gloves' }),
]

const cervezas = [
  product('pony', { name: 'Pony Malta 330 ml' }),
  product('aguila', { name: 'Cerveza Águila lata 330 ml', aliases: ['aguila'] }),
  product('poker', { name: 'Cerveza Poker botella', aliases: ['poker'] }),
  product('club', { name: 'Club Colombia dorada' }),
  product('postobon', { name: 'Gaseosa Postobón manzana 1.5 L', aliases: ['postobon manzana'] }),
  product('colombiana', { name: 'Gaseosa Colombiana 1.5 L', aliases: ['colombiana'] }),
  product('cristal', { name: 'Agua Cristal 600 ml', aliases: ['agua'] }),
  product('hit', { name: 'Jugo Hit mora 200 ml', aliases: ['hit de mora'] }),
  product('hitm', { name: 'Jugo Hit mango 200 ml', aliases: ['hit de mango'] }),
  product('ron', { name: 'Ron Medellín 750 ml' }),
  product('aguard', { name: 'Aguardiente Antioqueño sin azúcar 750 ml', aliases: ['guaro'] }),
  product('hielo', { name: 'Bolsa de hielo 5 kg', aliases: ['hielo'] }),
  product('vasos', { name: 'Vasos desechables 7 oz x 50', aliases: ['vasos'] }),
]

const quimicos = [
  product('cloro', { name: 'Hipoclorito de sodio 13%', aliases: ['cloro'], unit: 'l' }),
  product('soda', { name: 'Soda cáustica escamas 25 kg', aliases: ['soda caustica'] }),
  product('jabonl', { name: 'Jabón líquido para manos 20 L' }),
  product('desinf', { name: 'Desinfectante lavanda 5 L' }),
  product('desinfp', { name: 'Desinfectante pino 5 L' }),
  product('alcohol', { name: 'Alcohol etílico 70%', unit: 'l' }),
  product('guantes', { name: 'Guantes de nitrilo', sizes: { talla: ['S', 'M', 'L'] } }),
  product('trapo', { name: 'Trapeador de microfibra' }),
  product('escoba', { name: 'Escoba plástica' }),
  product('bolsas', { name: 'Bolsa negra 90x120', aliases: ['bolsas de basura'] }),
  product('papelj', { name: 'Papel higiénico jumbo 250 m' }),
]

const bakeryuk = [
  product('wl', { name: 'White Loaf 800g' }),
  product('bl', { name: 'Brown Loaf 800g' }),
  product('bap', { name: 'Soft White Baps (pack of 6)', aliases: ['baps'] }),
  product('sr', { name: 'Sausage Roll' }),
  product('vsr', { name: 'Vegan Sausage Roll' }),
  product('cp', { name: 'Cornish Pasty' }),
  product('scone', { name: 'Fruit Scone' }),
  product('vic', { name: 'Victoria Sponge', sizes: { size: ['8 inch', '10 inch'] } }),
  product('ecl', { name: 'Chocolate Eclair' }),
  product('cbun', { name: 'Cinnamon Bun' }),
  product('rye', { name: 'Dark Rye Loaf' }),
  product('brown', { name: 'Chocolate Brownie' }),
]

const padaria = [
  product('frances', { name: 'Pão francês', aliases: ['pãozinho'] }),
  product('integral', { name: 'Pão integral fatiado' }),
  product('queijo', { name: 'Queijo minas frescal', unit: 'kg' }),
  product('presunto', { name: 'Presunto cozido', unit: 'kg' }),
  product('mussarela', { name: 'Mussarela fatiada', unit: 'kg' }),
  product('leite', { name: 'Leite integral 1 L' }),
  product('leited', { name: 'Leite desnatado 1 L' }),
  product('cafe', { name: 'Café em pó 500 g' }),
  product('bolo', { name: 'Bolo de cenoura' }),
  product('sonho', { name: 'Sonho de creme' }),
  product('coxinha', { name: 'Coxinha de frango' }),
  product('suco', { name: 'Suco de uva integral 1 L' }),
  product('ovos', { name: 'Ovos brancos (dúzia)', aliases: ['ovos'] }),
]

const indian = [
  product('bm', { name: 'Butter Chicken', extras: { spice: ['mild', 'medium', 'hot'] } }),
  product('tk', { name: 'Chicken Tikka Masala' }),
  product('naan', { name: 'Garlic Naan' }),
  product('pnaan', { name: 'Plain Naan' }),
  product('bir', { name: 'Lamb Biryani' }),
  product('vbir', { name: 'Veg Biryani' }),
  product('dal', { name: 'Dal Makhani' }),
  product('pan', { name: 'Palak Paneer' }),
  product('sam', { name: 'Samosa (2 pcs)' }),
  product('lassi', { name: 'Mango Lassi', sizes: { size: ['regular', 'large'] } }),
  product('rai', { name: 'Raita' }),
  product('rice', { name: 'Pilau Rice' }),
]

const kiosco = [
  product('yerba', { name: 'Yerba mate Playadito 1 kg', aliases: ['yerba'] }),
  product('azu', { name: 'Azúcar Ledesma 1 kg' }),
  product('fernet', { name: 'Fernet Branca 750 ml', aliases: ['fernet'] }),
  product('cocazero', { name: 'Coca-Cola Zero 2.25 L', aliases: ['coca zero'] }),
  product('coca', { name: 'Coca-Cola 2.25 L' }),
  product('quilmes', { name: 'Cerveza Quilmes 1 L retornable', aliases: ['quilmes'] }),
  product('alf', { name: 'Alfajor Jorgito chocolate', aliases: ['jorgito'] }),
  product('alfb', { name: 'Alfajor Jorgito blanco' }),
  product('ddl', { name: 'Dulce de leche La Serenísima 400 g' }),
  product('gall', { name: 'Galletitas Criollitas x 3', aliases: ['criollitas'] }),
  product('pan', { name: 'Pan lactal Bimbo' }),
  product('manteca', { name: 'Manteca La Serenísima 200 g' }),
  product('faz', { name: 'Fideos tallarines 500 g', aliases: ['tallarines'] }),
  product('tom', { name: 'Puré de tomate 520 g' }),
]

const electrical = [
  product('c14', { name: '14/2 Romex Wire 250 ft' }),
  product('c12', { name: '12/2 Romex Wire 250 ft' }),
  product('gfci', { name: 'GFCI Outlet 20A White' }),
  product('dup', { name: 'Duplex Receptacle 15A', sizes: { color: ['white', 'ivory'] } }),
  product('sw', { name: 'Single Pole Switch', sizes: { color: ['white', 'ivory'] } }),
  product('b20', { name: '20 Amp Breaker' }),
  product('b30', { name: '30 Amp Breaker' }),
  product('emt12', { name: '1/2 in EMT Conduit 10 ft' }),
  product('emt34', { name: '3/4 in EMT Conduit 10 ft' }),
  product('nut', { name: 'Wire Nuts Red (box of 100)', aliases: ['wire nuts'] }),
  product('tape', { name: 'Electrical Tape Black' }),
  product('led', { name: 'LED Bulb 60W Equivalent 4 pack' }),
]

const marmita = [
  product('frango', { name: 'Marmita de frango grelhado', sizes: { tamanho: ['P=pequena', 'M=média', 'G=grande'] } }),
  product('carne', { name: 'Marmita de carne assada', sizes: { tamanho: ['P=pequena', 'M=média', 'G=grande'] } }),
  product('feij', { name: 'Feijoada completa' }),
  product('salada', { name: 'Salada Caesar' }),
  product('refri', { name: 'Refrigerante lata', aliases: ['refri'] }),
  product('sucol', { name: 'Suco de laranja natural' }),
  product('sucom', { name: 'Suco de maracujá' }),
  product('pudim', { name: 'Pudim de leite' }),
  product('farofa', { name: 'Farofa da casa' }),
  product('agua', { name: 'Água mineral 500 ml' }),
]

const papeleria = [
  product('cuad', { name: 'Cuaderno profesional raya 100 hojas' }),
  product('cuadc', { name: 'Cuaderno profesional cuadro 100 hojas' }),
  product('lapiz', { name: 'Lápiz HB No. 2 caja 12 piezas' }),
  product('pluma', { name: 'Pluma Bic', sizes: { color: ['azul', 'negra', 'roja'] } }),
  product('marc', { name: 'Marcatextos amarillo' }),
  product('hojas', { name: 'Hojas blancas carta paquete 500', aliases: ['paquete de hojas'] }),
  product('tij', { name: 'Tijeras escolares' }),
  product('peg', { name: 'Pegamento en barra 40 g' }),
  product('res', { name: 'Resistol blanco 250 g' }),
  product('cart', { name: 'Cartulina blanca' }),
  product('cal', { name: 'Calculadora científica' }),
  product('folder', { name: 'Folder carta beige' }),
]

const floral = [
  product('rr', { name: 'Red Roses (dozen)', aliases: ['red roses'] }),
  product('wr', { name: 'White Roses (dozen)', aliases: ['white roses'] }),
  product('tul', { name: 'Tulip Bunch' }),
  product('lily', { name: 'Stargazer Lily Stem', aliases: ['lilies'] }),
  product('euc', { name: 'Eucalyptus Bunch' }),
  product('bb', { name: "Baby's Breath Bunch" }),
  product('vase', { name: 'Glass Vase', sizes: { size: ['small', 'medium', 'large'] } }),
  product('rib', { name: 'Satin Ribbon Roll' }),
  product('foam', { name: 'Floral Foam Brick' }),
  product('card', { name: 'Greeting Card' }),
]

const boba = [
  product('tmt', {
    name: 'Taro Milk Tea',
    sizes: {
      size: ['medium', 'large'],
      ice: ['no ice', 'less ice', 'regular ice'],
      sugar: ['0%', '25%', '50%', '75%', '100%'],
    },
    extras: { topping: ['tapioca pearls=boba=pearls', 'lychee jelly', 'grass jelly', 'pudding'] },
  }),
  product('bmt', {
    name: 'Black Milk Tea',
    aliases: ['milk tea', 'classic milk tea'],
    sizes: { size: ['medium', 'large'], sugar: ['0%', '25%', '50%', '75%', '100%'] },
    extras: { topping: ['tapioca pearls=boba=pearls', 'lychee jelly', 'grass jelly', 'pudding'] },
  }),
  product('mgt', {
    name: 'Mango Green Tea',
    sizes: { size: ['medium', 'large'] },
    extras: { topping: ['tapioca pearls=boba=pearls', 'lychee jelly'] },
  }),
  product('bss', { name: 'Brown Sugar Boba Milk', sizes: { size: ['medium', 'large'] } }),
  product('match', { name: 'Matcha Latte', sizes: { size: ['medium', 'large'] } }),
  product('taki', { name: 'Takoyaki (6 pcs)' }),
  product('chk', { name: 'Popcorn Chicken', extras: { spice: ['mild', 'spicy'] } }),
]

const arepas = [
  product('rp', { name: 'Arepa Reina Pepiada' }),
  product('pel', { name: 'Arepa Pelúa', aliases: ['pelua'] }),
  product('dom', { name: 'Arepa Dominó', aliases: ['domino'] }),
  product('cab', { name: 'Arepa Cabimera', extras: { extra: ['queso', 'aguacate', 'tajadas', 'salsa de ajo'] } }),
  product('cach', {
    name: 'Cachapa con queso',
    aliases: ['cachapa'],
    extras: { extra: ['jamón', 'queso', 'mantequilla'] },
  }),
  product('teq', { name: 'Tequeños (ración de 6)', aliases: ['tequeños'] }),
  product('pap', { name: 'Papelón con limón', sizes: { tamaño: ['pequeño', 'grande'] } }),
  product('malta', { name: 'Malta Polar' }),
  product('tres', { name: 'Torta tres leches' }),
]

const poke = [
  product('pb', {
    name: 'Poke Bowl',
    sizes: { size: ['small', 'regular', 'large'], base: ['white rice', 'brown rice', 'salad'] },
    extras: {
      protein: ['salmon', 'tuna', 'tofu', 'shrimp'],
      topping: ['edamame', 'cucumber', 'seaweed', 'mango', 'avocado', 'crispy onion'],
      sauce: ['ponzu', 'spicy mayo', 'sesame'],
    },
  }),
  product('mis', { name: 'Miso Soup' }),
  product('gyo', { name: 'Gyoza' }),
  product('ed', { name: 'Edamame' }),
  product('kom', { name: 'Kombucha', sizes: { flavor: ['ginger', 'berry'] } }),
  product('moc', { name: 'Mochi Ice Cream', sizes: { flavor: ['green tea', 'mango', 'vanilla'] } }),
]

const pastel = [
  product('pq', { name: 'Pastel de queijo' }),
  product('pc', { name: 'Pastel de carne' }),
  product('pf', { name: 'Pastel de frango com catupiry', aliases: ['pastel de frango'] }),
  product('cana', {
    name: 'Caldo de cana',
    sizes: { tamanho: ['300 ml', '500 ml', '1 litro'] },
    extras: { adicional: ['limão', 'abacaxi', 'gengibre'] },
  }),
  product('gua', { name: 'Guaraná Antarctica lata', aliases: ['guaraná'] }),
  product('tap', { name: 'Tapioca', sizes: { recheio: ['coco', 'queijo', 'presunto e queijo'] } }),
  product('esp', { name: 'Espetinho de carne' }),
  product('mil', { name: 'Milho cozido' }),
]

const grill = [
  product('cb', {
    name: 'Classic Burger',
    extras: {
      topping: ['cheddar', 'bacon', 'lettuce', 'tomato', 'pickles', 'onion', 'egg'],
      doneness: ['rare', 'medium rare', 'medium', 'well done'],
    },
  }),
  product('db', {
    name: 'Double Smash Burger',
    aliases: ['smash burger'],
    extras: { topping: ['cheddar', 'bacon', 'lettuce', 'tomato', 'pickles', 'onion', 'egg'] },
  }),
  product('vb', { name: 'Veggie Burger', extras: { topping: ['cheddar', 'lettuce', 'tomato', 'pickles', 'onion'] } }),
  product('ff', { name: 'French Fries', sizes: { size: ['small', 'large'] } }),
  product('spf', { name: 'Sweet Potato Fries', sizes: { size: ['small', 'large'] } }),
  product('or', { name: 'Onion Rings' }),
  product('ms', { name: 'Milkshake', sizes: { flavor: ['chocolate', 'vanilla', 'strawberry'] } }),
  product('ck', { name: 'Coke', sizes: { size: ['small', 'medium', 'large'] } }),
  product('wt', { name: 'Bottled Water' }),
]

const cafeteria = [
  product('am', { name: 'Americano', sizes: { tamaño: ['chico', 'mediano', 'grande'] } }),
  product('lat', {
    name: 'Latte',
    aliases: ['café latte'],
    sizes: { tamaño: ['chico', 'mediano', 'grande'] },
    extras: { leche: ['entera', 'deslactosada', 'almendra', 'avena'], extra: ['shot extra', 'vainilla', 'caramelo'] },
  }),
  product('cap', {
    name: 'Capuchino',
    sizes: { tamaño: ['chico', 'mediano', 'grande'] },
    extras: { leche: ['entera', 'deslactosada', 'almendra', 'avena'] },
  }),
  product('choc', { name: 'Chocolate caliente' }),
  product('cuer', { name: 'Cuernito de jamón y queso', aliases: ['cuernito'] }),
  product('bag', { name: 'Bagel de salmón' }),
  product('muf', { name: 'Muffin de plátano' }),
  product('gal', { name: 'Galleta de avena' }),
  product('jug', { name: 'Jugo de naranja natural', sizes: { tamaño: ['medio litro', 'un litro'] } }),
  product('te', { name: 'Té verde' }),
]

const carnes = [
  product('asado', { name: 'Asado de tira', unit: 'kg' }),
  product('vacio', { name: 'Vacío', unit: 'kg' }),
  product('matam', { name: 'Matambre', unit: 'kg' }),
  product('chori', { name: 'Chorizo parrillero', unit: 'kg' }),
  product('morc', { name: 'Morcilla', unit: 'kg' }),
  product('milan', { name: 'Milanesa de nalga', unit: 'kg' }),
  product('pollo', { name: 'Pollo entero' }),
  product('pata', { name: 'Pata y muslo', unit: 'kg' }),
  product('carb', { name: 'Carbón 10 kg' }),
  product('prov', { name: 'Provoleta' }),
  product('chim', { name: 'Chimichurri 250 g' }),
]

const vet = [
  product('roy', { name: 'Royal Canin Adult 15 kg', aliases: ['royal canin adulto'] }),
  product('royp', { name: 'Royal Canin Puppy 4 kg', aliases: ['royal canin cachorro'] }),
  product('proc', { name: 'Pro Plan Gato 7.5 kg' }),
  product('nex', { name: 'NexGard 10-25 kg' }),
  product('nexs', { name: 'NexGard 4-10 kg' }),
  product('are', { name: 'Arena sanitaria 10 kg' }),
  product('cor', { name: 'Correa nylon', sizes: { color: ['roja', 'azul'], talla: ['S', 'M', 'L'] } }),
  product('jug', { name: 'Juguete kong' }),
  product('sha', { name: 'Shampoo para perro 500 ml' }),
  product('snack', { name: 'Snack dental', sizes: { talla: ['S', 'M', 'L'] } }),
]

const wholesale = [
  product('apj', { name: 'Apple Juice Carton 24x200ml' }),
  product('orj', { name: 'Orange Juice Carton 24x200ml' }),
  product('crsp', { name: 'Salted Crisps Box 48' }),
  product('crcv', { name: 'Cheese & Onion Crisps Box 48', aliases: ['cheese and onion crisps'] }),
  product('kit', { name: 'KitKat 4 Finger Box 36', aliases: ['kitkat'] }),
  product('mars', { name: 'Mars Bar Box 48', aliases: ['mars bars'] }),
  product('wat', { name: 'Still Water 24x500ml' }),
  product('spk', { name: 'Sparkling Water 24x500ml' }),
  product('tea', { name: 'PG Tips 240 bags', aliases: ['pg tips'] }),
  product('cof', { name: 'Nescafe Gold 500g' }),
  product('sug', { name: 'Sugar Sachets Box 1000' }),
  product('cups', { name: '8oz Paper Cups Sleeve 50', aliases: ['8oz cups'] }),
  product('nap', { name: 'Napkins White 2ply 2000' }),
]

const livraria = [
  product('lap', { name: 'Lápis preto HB' }),
  product('can', { name: 'Caneta esferográfica', sizes: { cor: ['azul', 'preta', 'vermelha'] } }),
  product('cad', { name: 'Caderno universitário 10 matérias' }),
  product('pap', { name: 'Papel sulfite A4 resma 500' }),
  product('cola', { name: 'Cola branca 90 g' }),
  product('tes', { name: 'Tesoura sem ponta' }),
  product('bor', { name: 'Borracha branca' }),
  product('reg', { name: 'Régua 30 cm' }),
  product('mar', { name: 'Marca-texto', sizes: { cor: ['amarelo', 'rosa', 'verde'] } }),
  product('moc', { name: 'Mochila escolar' }),
]

export const shops: Readonly<Record<string, readonly CatalogProduct[]>> = {
  abarrotes,
  ferreteria,
  farmacia,
  distributor,
  taqueria,
  panaderia,
  bebidas,
  coffeehouse,
  office,
  carniceria,
  hortifruti,
  parts,
  sushi,
  mayoreo,
  grocer,
  pinturas,
  deli,
  mascotas,
  lanchonete,
  hardware,
  cervezas,
  quimicos,
  bakeryuk,
  padaria,
  indian,
  kiosco,
  electrical,
  marmita,
  papeleria,
  floral,
  boba,
  arepas,
  poke,
  pastel,
  grill,
  cafeteria,
  carnes,
  vet,
  wholesale,
  livraria,
}
