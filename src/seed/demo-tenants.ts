/** A tenant of the demonstration: enough to read orders in its language and to answer its customers' questions. */
export interface DemoTenant {
  readonly slug: string
  readonly name: string
  readonly currency: string
  readonly locale: string
  readonly timeZone: string
  readonly whatsapp: { readonly name: string; readonly phoneNumberId: string; readonly displayPhoneNumber: string }
  readonly products: readonly DemoProduct[]
  /** What customers wrote before anybody looked. */
  readonly messages: readonly { readonly from: string; readonly profileName: string; readonly text: string }[]
  readonly knowledge: readonly { readonly externalId: string; readonly title: string; readonly content: string }[]
}

export interface DemoProduct {
  readonly sku: string
  readonly name: string
  readonly category: string
  readonly unit: string
  /** In the tenant's currency's minor unit. */
  readonly priceMinor: number
  readonly aliases?: readonly string[]
  readonly keywords?: readonly string[]
  readonly variants?: readonly {
    readonly axis: string
    readonly value: string
    readonly aliases?: readonly string[]
    readonly priceMinor?: number
  }[]
  readonly options?: readonly {
    readonly name: string
    readonly values: readonly { readonly value: string; readonly aliases?: readonly string[] }[]
  }[]
}

/** A Colombian dairy distributor that sells to small shops, in Spanish. */
const demo: DemoTenant = {
  slug: 'demo',
  name: 'Distribuidora La Vaquita',
  currency: 'COP',
  locale: 'es-CO',
  timeZone: 'America/Bogota',
  whatsapp: { name: 'Pedidos', phoneNumberId: '106540352242922', displayPhoneNumber: '15550783881' },
  products: [
    {
      sku: 'LEC-ENT',
      name: 'Leche entera',
      category: 'Lácteos',
      unit: 'caja',
      priceMinor: 4_200_000,
      aliases: ['leche', 'leche normal', 'whole milk'],
      keywords: ['lácteo', 'litro'],
    },
    {
      sku: 'LEC-DES',
      name: 'Leche deslactosada',
      category: 'Lácteos',
      unit: 'caja',
      priceMinor: 4_800_000,
      aliases: ['leche sin lactosa', 'lactose free milk'],
    },
    {
      sku: 'QUE-CAM',
      name: 'Queso campesino',
      category: 'Lácteos',
      unit: 'kg',
      priceMinor: 2_150_000,
      aliases: ['queso', 'queso fresco', 'fresh cheese'],
    },
    {
      sku: 'QUE-MOZ',
      name: 'Queso mozzarella',
      category: 'Lácteos',
      unit: 'kg',
      priceMinor: 2_600_000,
      aliases: ['mozzarella', 'queso mozarela', 'mozarela'],
    },
    {
      sku: 'YOG-FRE',
      name: 'Yogur de fresa',
      category: 'Lácteos',
      unit: 'botella',
      priceMinor: 890_000,
      aliases: ['yogurt de fresa', 'yogur fresa', 'strawberry yogurt'],
    },
    {
      sku: 'YOG-NAT',
      name: 'Yogur natural',
      category: 'Lácteos',
      unit: 'botella',
      priceMinor: 850_000,
      aliases: ['yogurt natural', 'plain yogurt'],
    },
    {
      sku: 'MAN-SAL',
      name: 'Mantequilla con sal',
      category: 'Lácteos',
      unit: 'barra',
      priceMinor: 720_000,
      aliases: ['mantequilla', 'mantequilla salada', 'butter'],
    },
    {
      sku: 'CRE-LEC',
      name: 'Crema de leche',
      category: 'Lácteos',
      unit: 'bolsa',
      priceMinor: 480_000,
      aliases: ['crema', 'cream'],
    },
    {
      sku: 'HUE-AA',
      name: 'Huevos AA',
      category: 'Despensa',
      unit: 'cubeta',
      priceMinor: 1_750_000,
      aliases: ['huevos', 'huevo', 'eggs'],
    },
    {
      sku: 'ARR-BLA',
      name: 'Arroz blanco',
      category: 'Despensa',
      unit: 'kg',
      priceMinor: 430_000,
      aliases: ['arroz', 'rice'],
    },
    {
      sku: 'AZU-BLA',
      name: 'Azúcar blanca',
      category: 'Despensa',
      unit: 'kg',
      priceMinor: 390_000,
      aliases: ['azúcar', 'sugar'],
    },
    {
      sku: 'CAF-MOL',
      name: 'Café molido',
      category: 'Despensa',
      unit: 'libra',
      priceMinor: 1_650_000,
      aliases: ['café', 'ground coffee'],
    },
    {
      sku: 'PAN-TAJ',
      name: 'Pan tajado',
      category: 'Panadería',
      unit: 'paquete',
      priceMinor: 620_000,
      aliases: ['pan', 'pan de molde', 'sliced bread'],
      variants: [
        { axis: 'tipo', value: 'blanco' },
        { axis: 'tipo', value: 'integral', priceMinor: 710_000 },
      ],
    },
    {
      sku: 'GAS-COL',
      name: 'Gaseosa cola',
      category: 'Bebidas',
      unit: 'botella',
      priceMinor: 520_000,
      aliases: ['gaseosa', 'cola', 'coca'],
      variants: [
        { axis: 'tamaño', value: 'pequeña', aliases: ['personal', '400 ml'], priceMinor: 250_000 },
        { axis: 'tamaño', value: 'grande', aliases: ['familiar', '1.5 litros'] },
      ],
    },
    {
      sku: 'JUG-NAR',
      name: 'Jugo de naranja',
      category: 'Bebidas',
      unit: 'botella',
      priceMinor: 680_000,
      aliases: ['jugo', 'orange juice'],
    },
    {
      sku: 'AGU-SIN',
      name: 'Agua sin gas',
      category: 'Bebidas',
      unit: 'paca',
      priceMinor: 1_450_000,
      aliases: ['agua', 'water'],
    },
  ],
  messages: [
    {
      from: '+573005550101',
      profileName: 'Ana María Rojas',
      text: 'Buenos días, 2 cajas de leche entera y 3 kg de queso campesino por favor',
    },
    {
      from: '+573005550102',
      profileName: 'Tienda Don Luis',
      text: 'hola vecino, me manda media docena de yogur de fresa, un kilo de queso y unas gaseosas',
    },
    {
      from: '+573005550103',
      profileName: 'Panadería El Trigal',
      text: 'Buenas, ¿cuál es el pedido mínimo para entrega sin costo?',
    },
    {
      from: '+573005550104',
      profileName: 'Café La Esquina',
      text: '4 bolsas de crema de leche y 10 libras de café molido',
    },
  ],
  knowledge: [
    {
      externalId: 'entregas',
      title: 'Entregas y horarios',
      content:
        '# Entregas\n\nEntregamos de lunes a sábado, de 6 a. m. a 2 p. m. Los pedidos confirmados antes de las 5 p. m. salen al día siguiente.\n\n## Pedido mínimo\n\nEl pedido mínimo para entrega sin costo es de 80.000 pesos. Por debajo de ese valor el domicilio cuesta 6.000 pesos.\n\n## Zonas\n\nCubrimos Bogotá, Soacha y Chía. A Chía entregamos martes y viernes.',
    },
    {
      externalId: 'pagos',
      title: 'Formas de pago',
      content:
        '# Formas de pago\n\nRecibimos efectivo contra entrega, transferencia y tarjeta. Los clientes con cupo aprobado pueden pagar a 15 días.\n\n## Facturas\n\nLa factura electrónica llega al correo registrado el mismo día de la entrega.',
    },
    {
      externalId: 'devoluciones',
      title: 'Cambios y devoluciones',
      content:
        '# Devoluciones\n\nSi un producto llega dañado o vencido, avísanos en las 24 horas siguientes con una foto y lo cambiamos en la próxima entrega. No recibimos devoluciones de productos refrigerados que ya fueron recibidos a satisfacción.',
    },
    {
      externalId: 'conservacion',
      title: 'Conservación de lácteos',
      content:
        '# Conservación\n\nEl queso campesino dura 15 días refrigerado entre 2 y 6 grados. La leche entera en caja cerrada dura 6 meses sin refrigerar; una vez abierta, 5 días en nevera.',
    },
  ],
}

/** A small coffee roaster, in English; the neighbour whose data the first tenant must never see. */
const harbor: DemoTenant = {
  slug: 'harbor',
  name: 'Harbor Coffee',
  currency: 'USD',
  locale: 'en-US',
  timeZone: 'America/New_York',
  whatsapp: { name: 'Orders', phoneNumberId: '109840352249911', displayPhoneNumber: '15550199881' },
  products: [
    {
      sku: 'LAT',
      name: 'Latte',
      category: 'Coffee',
      unit: 'cup',
      priceMinor: 450,
      aliases: ['caffe latte'],
      variants: [
        { axis: 'size', value: 'small' },
        { axis: 'size', value: 'large', priceMinor: 550 },
      ],
      options: [
        {
          name: 'milk',
          values: [
            { value: 'oat milk', aliases: ['oat'] },
            { value: 'soy milk', aliases: ['soy'] },
          ],
        },
      ],
    },
    {
      sku: 'CAP',
      name: 'Cappuccino',
      category: 'Coffee',
      unit: 'cup',
      priceMinor: 425,
      variants: [
        { axis: 'size', value: 'small' },
        { axis: 'size', value: 'large', priceMinor: 525 },
      ],
    },
    { sku: 'ESP', name: 'Espresso', category: 'Coffee', unit: 'cup', priceMinor: 300, aliases: ['shot of espresso'] },
    { sku: 'BLU', name: 'Blueberry muffin', category: 'Bakery', unit: 'each', priceMinor: 375, aliases: ['muffin'] },
    { sku: 'CRO', name: 'Croissant', category: 'Bakery', unit: 'each', priceMinor: 350 },
    {
      sku: 'BEA',
      name: 'House blend beans',
      category: 'Retail',
      unit: 'bag',
      priceMinor: 1_600,
      aliases: ['beans', 'house blend', 'coffee beans'],
    },
  ],
  messages: [
    {
      from: '+12125550101',
      profileName: 'Sam Porter',
      text: 'hi! two large lattes with oat milk and a blueberry muffin please',
    },
    { from: '+12125550102', profileName: 'Dana Lee', text: 'are you open on sunday?' },
  ],
  knowledge: [
    {
      externalId: 'hours',
      title: 'Opening hours',
      content: '# Opening hours\n\nWe are open Monday to Friday from 7 am to 6 pm, and on weekends from 8 am to 4 pm.',
    },
    {
      externalId: 'beans',
      title: 'Shipping beans',
      content: '# Shipping\n\nBeans are roasted on Tuesdays and ship on Wednesdays. Shipping is free above 40 dollars.',
    },
  ],
}

export const demoTenants: readonly DemoTenant[] = [demo, harbor]
