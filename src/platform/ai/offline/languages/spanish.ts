import type { LanguagePack } from './language.ts'
import { groups, list, lists, values } from './write.ts'

export const spanish: LanguagePack = {
  code: 'es',
  numbers: values(`
    dos 2, tres 3, cuatro 4, cinco 5, seis 6, siete 7, ocho 8, nueve 9, diez 10, once 11, doce 12, trece 13,
    catorce 14, quince 15, dieciseis 16, diecisiete 17, dieciocho 18, diecinueve 19, veinte 20, veintiun 21,
    veintiuno 21, veintiuna 21, veintidos 22, veintitres 23, veinticuatro 24, veinticinco 25, veintiseis 26,
    veintisiete 27, veintiocho 28, veintinueve 29, treinta 30, cuarenta 40, cincuenta 50, sesenta 60, setenta 70,
    ochenta 80, noventa 90, cien 100, ciento 100, doscientos 200, doscientas 200, trescientos 300, trescientas 300,
    cuatrocientos 400, cuatrocientas 400, quinientos 500, quinientas 500, seiscientos 600, seiscientas 600,
    setecientos 700, setecientas 700, ochocientos 800, ochocientas 800, novecientos 900, novecientas 900
  `),
  multipliers: values('mil 1000'),
  collectives: values('docena 12, docenas 12, decena 10, decenas 10, gruesa 144, centenar 100, ciento 100'),
  fractions: values('medio 0.5, media 0.5, cuarto 0.25, cuartos 0.25, tercio 0.3333333333, tercios 0.3333333333'),
  counts: values('par 2, parcito 2'),
  vagueCounts: list(`
    unos, unas, algunos, algunas, unos cuantos, unas cuantas, varios, varias, algo de, un poco de, unos pocos,
    unas pocas
  `),
  articles: list('un, una, uno, otro, otra, solo un, solo una'),
  determiners: list(`
    el, la, los, las, lo, ese, esa, esos, esas, este, esta, estos, estas, mi, mis, su, sus, del, al
  `),
  prepositions: list('de, del, con, en, para, pa, a, al'),
  joiners: list('y'),
  units: lists(`
    kg: kg, kilo, kilos, kilito, kilitos, kilogramo, kilogramos, kgs, k
    g: gramo, gramos, grs
    lb: libra, libras
    oz: onza, onzas
    quintal: quintal, quintales
    arroba: arroba, arrobas
    tonne: tonelada, toneladas
    l: litro, litros
    ml: mililitro, mililitros
    gallon: galon, galones
    m: metro, metros, mts, mt
    cm: centimetro, centimetros
    mm: milimetro, milimetros
    inch: pulgada, pulgadas, pulg
    foot: pie, pies
    unit: unidad, unidades, unid, unids, und, unds, uds, ud, u
    piece: pieza, piezas, pza, pzas, pz, pzs, trozo, trozos
    box: caja, cajas, cajita, cajitas, cja, cjas, cj, cjs, huacal, huacales
    crate: cajon, cajones, reja, rejas, jaba, jabas, java, javas, canasta, canastas, guacal, guacales
    case: display, displays, fardo, fardos
    carton: carton, cartones, brik, briks, tetrabrik, tetrabriks
    pack: pack, packs, paca, pacas, sixpack
    package: paquete, paquetes, paq, paqs, pqte, pqt, paquetito, paquetitos
    packet: sobre, sobres, sobrecito, sobrecitos
    bottle: botella, botellas, bot, botellita, botellitas, botellon, botellones, envase, envases
    can: lata, latas, bote, botes
    jar: frasco, frascos, tarro, tarros
    jug: garrafa, garrafas, garrafon, garrafones, bidon, bidones, damajuana
    bag: bolsa, bolsas, bolsita, bolsitas, funda, fundas
    sack: saco, sacos, costal, costales, bulto, bultos
    tray: bandeja, bandejas, charola, charolas, maple, maples, cubeta de huevo, panal, panales
    tub: pote, potes, tarrina, tarrinas
    tube: tubo, tubos
    bucket: cubeta, cubetas, balde, baldes, cubo, cubos
    barrel: barril, barriles, tambor, tambores
    pallet: palet, palets, tarima, tarimas
    roll: rollo, rollos
    sheet: hoja, hojas, lamina, laminas, plancha, planchas
    pair: par, pares
    bunch: manojo, manojos, atado, atados, ramo, ramos, racimo, racimos, mazo, mazos
    head: cabeza, cabezas
    bar: barra, barras
    blister: blister, blisters, tira, tiras
    glass: vaso, vasos, copa, copas
    cup: taza, tazas
    tablespoon: cucharada, cucharadas
    teaspoon: cucharadita, cucharaditas
    slice: rebanada, rebanadas, loncha, lonchas, feta, rodaja, rodajas
    clove: diente, dientes
    pinch: pizca, pizcas
    drop: gota, gotas
    handful: punado, punados
    set: juego, juegos
  `),
  cues: {
    of: list('de, del, d, de la, de los, de las'),
    and: list('y, e, mas, tambien, ademas, y tambien, junto con, asi como, luego, y luego, y ademas'),
    or: list('o, u'),
    with: list(`
      con, c, relleno de, rellena de, que lleve, que tenga, encima, que traiga, y le pones, ponle, agregale,
      con todo y
    `),
    negation: list(`
      sin, sin nada de, no, nada de, no le pongas, no lleve, que no lleve, que no tenga, no quiero, excepto, menos,
      salvo, ni, evita, ningun, ninguna, tampoco, cero
    `),
    extra: list(`
      extra, mucho, mucha, muchos, muchas, bastante, doble, con mucho, con mucha, adicional, bien de
    `),
    light: list('poco, poca, pocos, pocas, poquito, poquita, un poquito de, ligero, menos, apenas'),
    side: list(`
      orden de, ordenes de, porcion de, porciones de, racion de, raciones de, una orden de, guarnicion de
    `),
    order: list(`
      quiero, queremos, quisiera, quisieramos, querria, necesito, necesitamos, ocupo, ocupamos, dame, deme, denos,
      danos, ponme, pongame, ponganos, mandame, mandeme, mandanos, mandenos, me mandas, me manda, me mandan,
      nos mandas, nos manda, mandar, mandarme, manda, manden, enviame, envieme, envianos, me envias, me envia,
      nos envias, nos envia, enviar, enviarme, envia, traeme, traigame, traenos, me traes, me trae, nos traes, traer,
      me das, me da, nos das, nos da, me pones, me pone, nos pones, me puedes, me podrias, me puede, nos puedes,
      puedes, podrias, puede, podria, pueden, me regalas, regalame, me vendes, vendeme, apuntame, anotame, agrega,
      agregame, agregar, anade, anadir, anademe, sumale, suma, pedir, pido, pedimos, mi pedido, pedido, el pedido,
      encargar, encargo, comprar, ordenar, me gustaria, nos gustaria, llevo, me llevo, voy a querer, vamos a querer,
      va a ser, para llevar, hazme, me haces, preparame, surteme, surtir, despachame, me despachas, reservame,
      apartame, va, van, serian, seria, me anotas, me apuntas, me agregas, me gustarian, necesitaria, me envian,
      me traen, ponganme, mandenme, ponle, por favor mandame, me dejas, dejame, nos dejas, me consigues, solicito,
      solicitamos, requiero, requerimos, me surtes, me alistas, alistame, me separas, separame, pasame, me pasas,
      metele, echame, me echas, ponga, pon, haceme, hacenos, haganme, poneme, ponenos, guardame, guardenos, alcanzame
    `),
    question: list(`
      tienes, tienen, tiene, tenes, teneis, hay, habra, venden, vendes, vende, manejan, manejas, cuanto, cuanta,
      cuantos, cuantas, cuanto cuesta, cuanto cuestan, cuanto vale, cuanto valen, a cuanto, a como, que precio,
      precio, precios, el precio, precio de, que tienes, que tienen, que tal esta, que es, cual, cuales, cuando,
      donde, en donde, como, quien, por que, porque no, a que hora, que hora, hasta que hora, horario, abren,
      cierran, estan abiertos, hacen envios, hacen entregas, entregan, reparten, aceptan, puedo pagar, puedo,
      se puede, me puedes decir, me podrias decir, me dices, dime, me puede decir, quiero saber, quisiera saber,
      queria saber, me gustaria saber, sabes si, sabe si, me recomiendas, recomiendas, recomienda, llega, llegan,
      cuesta, cuestan, vale, valen, trabajan, disponible, disponibles, disponibilidad, informacion, info, catalogo,
      lista de precios, les queda, te queda, les quedan, te quedan, queda, quedan, sirve, sirven, existe,
      diferencia entre, me cotiza, nos cotizas, nos cotiza, coticeme, coticenos, cotizanos, coticeme por favor, favor cotizar,
      no tienes, no tienen, no tendras, tendras, tendran, tendria, me cotizas, cotizacion,
      cotizame, cotizar
    `),
    past: list(`
      estaba, estaban, estuvo, estuvieron, era, eran, fue, fueron, habia, habian, me dieron, salio, salieron,
      esta muy, estan muy, no tengo lugar, no tengo espacio, no me cabe, no me caben, todavia tengo, aun tengo, me sobro,
      me sobraron, nos sobro, nos sobraron
    `),
    complaint: list(`
      me llego, me llegaron, nos llego, nos llegaron, llego, llegaron, vino, vinieron, venia, venian, recibi,
      recibimos, falto, faltaron, faltaba, faltaban, falta, faltan, roto, rota, rotos, rotas, danado, danada,
      danados, danadas, vencido, vencida, vencidos, vencidas, caducado, caducada, caducados, podrido, podrida,
      podridos, podridas, mal estado, en mal estado, equivocado, equivocada, equivocados, se equivocaron,
      te equivocaste, queja, reclamo, reclamar, devolucion, devolver, reembolso, me cobraron, cobraron, no llego,
      no ha llegado, no me ha llegado, aun no llega, todavia no llega, no llega, llego tarde, pesimo, mala calidad,
      pedi, me lleve, nos llevamos, pedimos ayer, habia pedido, habiamos pedido, compre, compramos, ayer, la semana pasada, el otro dia,
      estaba malo, factura, mandaron, me mandaron, me mandaste, trajeron, me trajeron, enviaron, me enviaron,
      olvidaron, se olvidaron, te olvidaste, quedaron debiendo, quedaron debiendome, quedaron debiendonos, quedo debiendo,
      quedo debiendome, me deben, nos deben, me quedaron a deber, me faltan por entregar, agria, agrio, cortada, aplastado, aplastados, me vendieron
    `),
    greeting: list(`
      hola, holis, buenas, buenos dias, buen dia, buenas tardes, buenas noches, que tal, como estas, como esta,
      como estan, como va, saludos, estimados, estimado, que onda, amigo, amiga, jefe, jefa, vecino, vecina, don,
      dona, compa, hermano
    `),
    filler: list(`
      talla, tallas, tamano, color, sabor, medida, presentacion,
      por favor, porfavor, porfa, porfis, xfa, x favor, pf, gracias, muchas gracias, mil gracias, grax, ok, vale,
      listo, perfecto, si, bueno, bien, pues, entonces, eso es todo, es todo, seria todo, nada mas, nomas, eso seria,
      eso seria todo, solo, solamente, hoy, manana, para hoy, para manana, para el, lo antes posible, urgente,
      un saludo, adios, hasta luego, perdon, disculpa, disculpe, ah, eh, oye, oiga, mira, sabes, sabes que,
      en realidad, de nuevo, otra vez, si tienes, si hay, si tienen, si queda, si quedan, si les queda, si puedes,
      si se puede, si no es molestia, si no hay, si no tienes, si no tienen, si no tenes, si no queda, si no quedan, tambien, para mi, para la, para el negocio, para la tienda, para llevar,
      a domicilio, no hay problema, no importa, esta bien, nada, claro, dale, va, por fa, me confirmas, quedo atento,
      quedo atenta, si por favor, cambie de opinion, como siempre, que este fresco, fresco, frescos, no gracias,
      no mas, cuando puedas, a la brevedad, en total, lunes, martes, miercoles, jueves, viernes, sabado, domingo,
      para el lunes, para el martes, para el miercoles, para el jueves, para el viernes, para el sabado,
      para el domingo
    `),
    cancel: list(`
      quita, quitame, quitale, quite, quiteme, quitar, cancela, cancelame, cancele, cancelar, elimina, eliminar,
      borra, borrar, saca, sacame, sacale, ya no quiero, ya no necesito, ya no me mandes, ya no mandes, ya no,
      no me mandes, no mandes, olvida, olvidate de, olvidate del, descarta, tacha, anula, anular, mejor no,
      mejor sin, ya no el, deja fuera, no me pongas, no pongas, retira, me quitas, me cancelas, me sacas, no envies,
      no me envies, que no sea, no me mande, no mande, no me manden, no envie, no me envie, no ponga, no me ponga, ya no me mande,
      ya no me manden, ya no necesitamos
    `),
    cancelAll: list(`
      elimina todo, eliminar todo, quita todo, quitame todo, cancelalo todo, cancela todo el pedido, borra el pedido,
      cancela todo, cancela el pedido, cancela mi pedido, cancelar el pedido, cancelar mi pedido,
      cancelame el pedido, cancelar todo, anula el pedido, anular el pedido, anula mi pedido, olvida el pedido,
      olvidalo todo, ya no quiero nada, no quiero nada, cancelo el pedido, cancelo mi pedido, cancelen el pedido,
      cancelen mi pedido, ya no quiero el pedido, elimina el pedido, borra todo, quita todo
    `),
    slip: list('perdon, no perdon, disculpa, me equivoque, espera, no espera, ay no, correccion, corrijo'),
    only: list('solo, solamente, nomas, nada mas, unicamente'),
    off: list('fuera del pedido, fuera'),
    that: list('eso, esa, ese, lo, esos, esas, lo ultimo, el ultimo, la ultima, esto'),
    change: list(`
      mejor, mejor que sean, mejor que sea, mejor ponme, mejor dame, mejor mandame, que sean, que sea, hazlo, hazla,
      hazlos, hazlas, ponlo, ponla, ponlos, dejalo en, dejala en, dejalos en, dejalas en, dejalo, digo, perdon son,
      son, quise decir, queria decir, corrijo, correccion, subele a, bajale a, sube a, baja a, aumenta a, no mejor,
      solo que sean, no perdon, siempre si, perdon, bueno no mejor, que mejor sean
    `),
    amend: list(`
      cambia, cambiame, cambialo, cambiala, cambialos, cambialas, cambie, cambieme, cambiar, me cambias, reemplaza,
      sustituye, actualiza, modifica, modificar, reemplazar, sustituir
    `),
    aside: list('aparte, a un lado, por separado, como guarnicion'),
    onto: list('en, a, para, al, sobre, a la, a los'),
    insteadOf: list('en vez de, en vez del, en lugar de, en lugar del, en cambio de'),
    history: list(`
      lo de siempre, lo mismo de siempre, lo mismo, lo mismo que la ultima vez, el mismo pedido,
      lo mismo de la vez pasada, igual que siempre, igual que la ultima vez, lo mismo de ayer, el pedido de siempre,
      repite el pedido, repetir el pedido, repite el ultimo pedido, repetir el ultimo pedido, repite mi pedido,
      repite mi ultimo pedido, lo mismo de la semana pasada, lo mismo que la semana pasada, lo usual, lo de la semana pasada, lo de ayer, lo habitual
    `),
    place: list(`
      calle, avenida, av, avda, colonia, col, carrera, barrio, direccion, domicilio, codigo postal, cp, mesa,
      departamento, depto, piso, esquina, mi numero es, telefono, celular, numero de pedido, orden de compra, numero de orden, orden numero, oc, nit, rut, rfc, cedula,
      referencia, soy, me llamo, habla,
      le habla, de parte de, a nombre de
    `),
    money: list(`
      pesos, peso, varos, mxn, soles, bolivares, dolares, euros, euro, centavos, lucas, quetzales, lempiras, colones,
      guaranies
    `),
    time: list(`
      am, pm, hrs, hora, horas, minutos, dias, semanas, de la tarde, de la manana, de la noche, a las, a la una,
      para las, antes de las, personas, por ciento, enero, febrero, marzo, abril, mayo, junio, julio, agosto,
      septiembre, octubre, noviembre, diciembre, de enero, de febrero, de marzo, de abril, de mayo, de junio,
      de julio, de agosto, de septiembre, de octubre, de noviembre, de diciembre
    `),
    paper: list(`
      ficha tecnica, fichas tecnicas, hoja de seguridad, hojas de seguridad, ficha de seguridad, certificado, certificados,
      foto, fotos, imagen, imagenes, manual, registro sanitario, etiqueta nutricional
    `),
    quote: list(
      'cotizacion, cotizaciones, una cotizacion, precio, precios, presupuesto, un presupuesto, proforma, lista de precios',
    ),
    unsure: list(
      'la semana que viene te pido, la proxima semana te pido, manana te pido, despues te pido, luego te pido, mas tarde te pido, si acaso, quizas, quiza, tal vez, a lo mejor, estoy pensando, puede que',
    ),
  },
  about: list('como'),
  each: list('cada'),
  again: list(
    'otra vez, de nuevo, nuevamente, una vez más, otra igual, otro igual, otra tanda, repite, repetir, repíteme',
  ),
  commonWords: list(`
    para, pero, como, cuando, donde, desde, hasta, entre, sobre, porque, tambien, favor, gracias, buenos, buenas,
    dias, tardes, noches, hola, bien, todo, todos, toda, todas, nada, algo, este, esta, estos, estas, eso, esos,
    esas, mismo, misma, otro, otra, otros, otras, mejor, menos, mucho, mucha, muchos, muchas, poco, poca, siempre,
    nunca, ahora, luego, despues, antes, hoy, manana, ayer, semana, lunes, martes, miercoles, jueves, viernes,
    sabado, domingo, casa, tienda, negocio, pedido, pedidos, precio, precios, cliente, entrega, envio, pago, pagar,
    cuenta, factura, calle, direccion, telefono, numero, nombre, mesa, quiero, tiene, tienes, tienen, hacer, puede,
    puedes, pueden, necesito, mandar, enviar, llegar, llega, llego, recibi, saber, decir, digo, grande, chico, chica,
    mediano, mediana, pequeno, pequena, hora, horas, minutos, solo, cada, unos, unas, aqui, alli, ahi, vez, veces,
    producto, productos, fresco, fresca, buena, bueno, amigo, amiga, senor, senora, urgente, total, cosa, cosas,
    ultimo, ultima, proximo, proxima, kilo, kilos, caja, cajas, gente, familia, fiesta, comida, cena, pueda, tarde,
    temprano, listo, lista, rapido, dinero, tarjeta, efectivo, transferencia, descuento, oferta, disponible,
    catalogo, horario, sean, sera, seria, serian, fuera, pasada, pasado
  `),
  synonyms: groups(`
    coca, cocas, coca cola, coca-cola
    papas fritas, patatas fritas, papas a la francesa
    papa, papas, patata, patatas
    refresco, refrescos, gaseosa, gaseosas, soda
    jugo, jugos, zumo, zumos
    jitomate, jitomates, tomate, tomates
    aguacate, aguacates, palta, paltas
    frijol, frijoles, poroto, porotos, alubia, alubias, habichuelas, caraotas, judias
    maiz, choclo, elote, elotes, choclos
    platano, platanos, banana, bananas, banano, bananos, guineo, cambur
    fresa, fresas, frutilla, frutillas
    durazno, duraznos, melocoton, melocotones
    chela, chelas, cerveza, cervezas, birra, birras
    betabel, remolacha, remolachas
    camote, batata, boniato
    chicharo, chicharos, guisante, guisantes, arveja, arvejas
    puerco, cerdo, chancho
    res, ternera, vacuno
    camaron, camarones, gamba, gambas
    mantequilla, manteca
    crema, nata
    pina, anana, ananas
    toronja, pomelo
    blanquillo, blanquillos, huevo, huevos
    papel higienico, papel de bano, papel toilet
    lavandina, cloro, lejia, blanqueador
    foco, focos, bombillo, bombillos, bombilla, bombillas, ampolleta
    clavo, clavos, puntilla, puntillas
    descremada, desnatada, light
    deslactosada, sin lactosa
    chico, chica, pequeno, pequena, chiquito, chiquita
    grande, gde
    mediano, mediana
    agua con gas, agua mineral, agua gasificada
    palomitas, pochoclo, cotufas, canchita
    aji, chile, guindilla
    curita, curitas, tirita, tiritas, banditas
    barbijo, cubrebocas, mascarilla, tapabocas
    pastilla, pastillas, tableta, tabletas, comprimido, comprimidos
  `),
}
