import type { LanguagePack } from './language.ts'
import { groups, list, lists, values } from './write.ts'

export const portuguese: LanguagePack = {
  code: 'pt',
  numbers: values(`
    dois 2, duas 2, tres 3, quatro 4, cinco 5, seis 6, sete 7, oito 8, nove 9, dez 10, onze 11, doze 12,
    treze 13, quatorze 14, catorze 14, quinze 15, dezesseis 16, dezasseis 16, dezessete 17, dezassete 17, dezoito 18,
    dezenove 19, dezanove 19, vinte 20, trinta 30, quarenta 40, cinquenta 50, sessenta 60, setenta 70, oitenta 80,
    noventa 90, cem 100, cento 100, duzentos 200, duzentas 200, trezentos 300, trezentas 300, quatrocentos 400,
    quinhentos 500, quinhentas 500
  `),
  multipliers: values('mil 1000'),
  collectives: values('duzia 12, duzias 12, dezena 10, dezenas 10, centena 100'),
  fractions: values('meio 0.5, meia 0.5, quarto 0.25, quartos 0.25, terco 0.3333333333, tercos 0.3333333333'),
  counts: values('par 2, pares 2'),
  vagueCounts: list('uns, umas, alguns, algumas, varios, varias, um pouco de, uns poucos'),
  articles: list('um, uma, outro, outra, mais um, mais uma, so um, so uma'),
  determiners: list(`
    o, a, os, as, esse, essa, esses, essas, este, esta, aquele, aquela, meu, minha, do, da, dos, das
  `),
  prepositions: list('de, do, da, dos, das, com, em, no, na, para, pra'),
  joiners: list('e'),
  units: lists(`
    kg: quilo, quilos, kilo, kilos, quilograma, quilogramas
    g: grama, gramas
    l: litro, litros
    m: metro, metros
    inch: polegada, polegadas
    tonne: tonelada, toneladas
    unit: unidade, unidades, un, unid
    piece: peca, pecas, pedaco, pedacos
    box: caixa, caixas, cx, cxs, caixinha, caixinhas
    crate: engradado, engradados, caixote, caixotes, grade, grades
    case: fardo, fardos
    pack: pack, packs
    package: pacote, pacotes, pct, pcts, pacotinho, pacotinhos, embalagem, embalagens
    packet: sache, saches, envelope, envelopes
    bottle: garrafa, garrafas, garrafinha, garrafinhas, frasco, frascos
    can: lata, latas, latinha, latinhas, latao, latoes
    jar: vidro, vidros, pote, potes
    jug: galao, galoes, garrafao, garrafoes
    bag: sacola, sacolas, saquinho, saquinhos
    sack: saco, sacos, saca, sacas
    tray: bandeja, bandejas, cartela, cartelas
    bucket: balde, baldes
    barrel: barril, barris
    pallet: palete, paletes
    roll: rolo, rolos
    sheet: folha, folhas, chapa, chapas
    pair: par, pares
    bunch: maco, macos, molho, molhos, cacho, cachos
    head: cabeca, cabecas
    bar: barra, barras
    glass: copo, copos, taca, tacas
    cup: xicara, xicaras, chavena, chavenas
    tablespoon: colher de sopa, colheres de sopa
    teaspoon: colher de cha, colheres de cha
    slice: fatia, fatias
    clove: dente, dentes
    pinch: pitada, pitadas
  `),
  cues: {
    of: list('de, do, da, dos, das'),
    and: list('e, mais, tambem, e tambem, alem de, junto com, depois'),
    or: list('ou'),
    with: list('com, c, recheado com, recheada com, com bastante'),
    negation: list(`
      sem, nao, nada de, exceto, menos, nem, nenhum, nenhuma, nao coloca, nao quero, nao ponha, tira a, sem nada de
    `),
    extra: list('extra, muito, muita, muitos, muitas, bastante, dobro de, duplo, dupla, caprichado'),
    light: list('pouco, pouca, poucos, poucas, pouquinho, um pouquinho de, leve, menos'),
    side: list('porcao de, porcoes de, uma porcao de, acompanhamento de'),
    order: list(`
      quero, queremos, queria, queriamos, gostaria, gostariamos, gostaria de, preciso, precisamos, preciso de,
      precisava, me ve, ve, me manda, manda, mande, mandar, me mande, me envia, envia, envie, enviar, me envie,
      me da, da me, me de, me traz, traz, traga, me traga, trazer, me faz, faz, pode mandar, pode me mandar,
      pode enviar, pode trazer, pode me, poderia, pode, podem, voces podem mandar, bota, bote, coloca, coloque,
      adiciona, adicione, adicionar, acrescenta, acrescente, pedir, pedido, meu pedido, vou querer, vamos querer,
      vou levar, levo, separa, separe, me separa, anota, anote, comprar, encomendar, encomenda, vou precisar,
      vai ser, me arruma, arruma, me vende, reserva, reserve, quero pedir, gostaria de pedir, para viagem,
      pra viagem, vou pedir, inclui, inclua, me passa
    `),
    question: list(`
      tem, voces tem, voce tem, tens, teria, vendem, vende, quanto, quanta, quantos, quantas, quanto custa,
      quanto custam, quanto e, quanto ta, quanto esta, preco, precos, qual, quais, quando, onde, como, quem, por que,
      porque, que horas, a que horas, ate que horas, horario, abre, abrem, fecha, fecham, estao abertos, entregam,
      entrega em, fazem entrega, aceita, aceitam, posso, posso pagar, da pra, da para, gostaria de saber,
      queria saber, quero saber, me diz, pode me dizer, pode dizer, recomenda, indica, disponivel, tem disponivel,
      informacao, informacoes, cardapio, catalogo, ainda tem, sera que, custa, custam, chega, vai chegar, funciona,
      serve para, o que, ha
    `),
    past: list(
      'estava, estavam, era, eram, foi, foram, esta muito, estao muito, ainda tenho, ainda temos, sobrou, sobraram, nao tenho espaco',
    ),
    complaint: list(`
      recebi, recebemos, chegou, chegaram, veio, vieram, faltou, faltaram, faltando, estragado, estragada,
      estragados, quebrado, quebrada, quebrados, vencido, vencida, errado, errada, errados, reclamacao, reclamar,
      devolver, devolucao, reembolso, nao chegou, nao chegaram, atrasado, atrasada, atrasou, pessimo, ruim, pedi,
      comprei, compramos, ontem, semana passada, cobraram, mandaram, trouxeram, esqueceram, ficaram devendo, ficou devendo, ta faltando, esta faltando, cade, amassado, amassada,
      azedo, azeda, mofado, podre
    `),
    greeting: list(`
      oi, ola, oie, opa, bom dia, boa tarde, boa noite, tudo bem, tudo bom, e ai, fala, salve, como vai, amigo,
      amiga, moca, moco, chefe
    `),
    filler: list(`
      se nao tiver, se nao tem, se nao tiverem,
      tamanho, cor, sabor,
      por favor, pfv, pfvr, porfavor, por gentileza, obrigado, obrigada, muito obrigado, muito obrigada, valeu, vlw,
      obg, ok, ta bom, tudo bem, sim, so isso, e so isso, so, somente, apenas, hoje, amanha, pra hoje, para hoje,
      pra amanha, para amanha, urgente, tchau, ate logo, desculpa, desculpe, na verdade, de novo, ah, entao, bem,
      pra mim, para mim, se tiver, se tiverem, se puder, mudei de ideia, gelado, gelada, gelados, geladas,
      por enquanto, nada mais, mais nada, e isso, sem problema, nao obrigado, ao todo, no total
    `),
    cancel: list(`
      tira, tire, tirar, cancela, cancele, cancelar, remove, remova, remover, retira, retire, exclui, exclua, apaga,
      esquece, esqueca, nao quero mais, nao preciso mais, nao manda, nao mande, nao precisa, nao precisa mais, nao precisa mais de, nao precisa mais do, nao precisa mais da, melhor sem, desiste,
      desisti, nao envie, deixa sem
    `),
    cancelAll: list(`
      tira tudo, remove tudo, apaga tudo, esquece tudo,
      cancela tudo, cancela o pedido, cancela meu pedido, cancelar o pedido, cancelar meu pedido, cancele o pedido,
      cancele meu pedido, cancelar tudo, esquece o pedido, nao quero mais nada, pode cancelar o pedido,
      pode cancelar tudo
    `),
    slip: list('desculpa, desculpe, perdao, errei, espera, nao espera, opa errei'),
    only: list('so, somente, apenas'),
    off: list('fora do pedido, fora'),
    that: list('isso, esse, essa, esses, essas, o ultimo, a ultima, este'),
    change: list(`
      melhor, melhor que sejam, na verdade sao, que sejam, que seja, faz ser, deixa em, deixe em, deixa, quis dizer,
      quero dizer, digo, alias, corrigindo, correcao, aumenta para, aumenta pra, diminui para, diminui pra, passa para,
      passa pra, sao
    `),
    amend: list(`
      muda, mude, mudar, troca, troque, trocar, altera, altere, alterar, substitui, substitua, substituir
    `),
    aside: list('a parte, separado, como acompanhamento'),
    onto: list('no, na, nos, nas, em, para, pro, pra'),
    insteadOf: list(`
      em vez de, em vez do, em vez da, ao inves de, ao inves do, ao inves da, no lugar de, no lugar do, no lugar da
    `),
    history: list(`
      o de sempre, o mesmo de sempre, a mesma coisa, o mesmo, o mesmo pedido, igual da ultima vez,
      igual a ultima vez, o pedido de sempre, repete o pedido, repetir o pedido, o mesmo da semana passada,
      repete o ultimo pedido, repetir o ultimo pedido, repete meu pedido
    `),
    place: list(`
      rua, avenida, bairro, endereco, cep, mesa, apartamento, apto, andar, meu numero e, telefone, celular,
      numero do pedido, ordem de compra, oc, cnpj, cpf, referencia, sou, me chamo, aqui e, em nome de
    `),
    money: list('reais, real, centavos, euros, conto, contos, mangos'),
    time: list(`
      hora, horas, hrs, minutos, dias, semanas, da tarde, da manha, da noite, as, ate as, para as, pras, pessoas,
      por cento, de janeiro, de fevereiro, de marco, de abril, de maio, de junho, de julho, de agosto, de setembro,
      de outubro, de novembro, de dezembro
    `),
    paper: list(`
      ficha tecnica, fichas tecnicas, ficha de seguranca, certificado, certificados, foto, fotos, imagem, imagens, laudo
    `),
    quote: list('orcamento, um orcamento, cotacao, uma cotacao, preco, precos'),
    unsure: list('talvez, quem sabe, estou pensando'),
  },
  about: list('como, tipo'),
  each: list('cada'),
  again: list('de novo, outra vez, mais uma vez, novamente, outro igual, repete, repetir'),
  commonWords: list(`
    para, mas, como, quando, onde, desde, entre, sobre, porque, tambem, favor, obrigado, obrigada, bom, boa, dia,
    tarde, noite, tudo, todos, toda, todas, nada, algo, este, esta, isso, esse, essa, mesmo, mesma, outro, outra,
    outros, outras, melhor, menos, muito, muita, muitos, muitas, pouco, pouca, sempre, nunca, agora, depois, antes,
    hoje, amanha, ontem, semana, segunda, terca, quarta, quinta, sexta, sabado, domingo, casa, loja, pedido, pedidos,
    preco, precos, cliente, entrega, envio, pagamento, pagar, conta, nota, rua, endereco, telefone, numero, nome,
    mesa, quero, tem, temos, fazer, pode, podem, preciso, mandar, enviar, chegar, chega, chegou, recebi, saber,
    dizer, grande, medio, media, pequeno, pequena, hora, horas, minutos, cada, uns, umas, aqui, ali, vez, vezes,
    produto, produtos, fresco, fresca, amigo, amiga, senhor, senhora, urgente, total, coisa, coisas, ultimo, ultima,
    caixa, caixas, gente, festa, comida, jantar, almoco, rapido, dinheiro, cartao, desconto, oferta, disponivel,
    catalogo, horario, voce, voces, nossa, nosso
  `),
  synonyms: groups(`
    coca, cocas, coca cola, coca-cola
    refri, refris, refrigerante, refrigerantes
    breja, brejas, cerveja, cervejas, cerva
    batata frita, batatas fritas, fritas
    mandioca, aipim, macaxeira
    mexerica, tangerina, bergamota
    suco, sucos, sumo
    presunto, fiambre
    agua sanitaria, candida, cloro
    papel higienico, papel de banheiro
    pao frances, paozinho, cacetinho, pao de sal
    abobora, jerimum
    desnatado, desnatada, light
    agua com gas, agua gaseificada
    comprimido, comprimidos, pilula
    lampada, lampadas
    mucarela, mussarela, mozarela
  `),
}
