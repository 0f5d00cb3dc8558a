import type { LanguagePack } from './language.ts'
import { groups, list, lists, values } from './write.ts'

export const english: LanguagePack = {
  code: 'en',
  numbers: values(`
    one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12,
    thirteen 13, fourteen 14, fifteen 15, sixteen 16, seventeen 17, eighteen 18, nineteen 19, twenty 20, thirty 30,
    forty 40, fifty 50, sixty 60, seventy 70, eighty 80, ninety 90
  `),
  multipliers: values('hundred 100, thousand 1000'),
  collectives: values('dozen 12, dozens 12, dz 12, doz 12, gross 144'),
  fractions: values('half 0.5, quarter 0.25, quarters 0.25, third 0.3333333333, thirds 0.3333333333'),
  counts: values('couple 2, pair 2, trio 3'),
  vagueCounts: list('some, a few, few, several, a bunch of, any'),
  articles: list('a, an, another, a single, just one'),
  determiners: list('the, this, that, these, those, my, your, our, their, his, her'),
  prepositions: list('of, with, in, on, for, to, from'),
  joiners: list('and'),
  units: lists(`
    kg: kg, kgs, kilo, kilos, kilogram, kilograms
    g: g, gr, gm, gms, gram, grams, gramme, grammes
    lb: lb, lbs, pound, pounds
    oz: oz, ounce, ounces
    fl oz: fl oz, floz, fluid ounce, fluid ounces
    l: l, lt, lts, ltr, liter, liters, litre, litres
    ml: ml, mls, milliliter, milliliters, millilitre, millilitres
    cl: cl, centiliter, centilitre
    gallon: gallon, gallons, gal, gals
    quart: quart, quarts, qt, qts
    pint: pint, pints, pt
    cup: cup, cups
    tablespoon: tablespoon, tablespoons, tbsp, tbs, tbsps
    teaspoon: teaspoon, teaspoons, tsp, tsps
    m: m, meter, meters, metre, metres
    cm: cm, centimeter, centimeters
    inch: inch, inches
    mm: mm, millimeter, millimeters
    foot: foot, feet, ft
    yard: yard, yards, yd
    punnet: punnet, punnets
    unit: unit, units, each, ea, pc, pcs, item, items
    piece: piece, pieces
    box: box, boxes, bx
    case: case, cases, cs
    crate: crate, crates
    carton: carton, cartons, ctn
    pack: pack, packs, pk, multipack
    packet: packet, packets
    package: package, packages, pkg, pkgs
    bottle: bottle, bottles, btl
    can: can, cans
    tin: tin, tins
    jar: jar, jars
    bag: bag, bags
    sack: sack, sacks
    tray: tray, trays
    tub: tub, tubs
    tube: tube, tubes
    bucket: bucket, buckets, pail, pails
    barrel: barrel, barrels, drum, drums
    keg: keg, kegs
    pallet: pallet, pallets
    roll: roll, rolls
    sheet: sheet, sheets
    pair: pair, pairs, pr
    ream: ream, reams
    bunch: bunch, bunches
    head: head, heads
    bar: bar, bars
    loaf: loaf, loaves
    blister: blister, blisters
    glass: glass, glasses
    slice: slice, slices
    clove: clove, cloves
    stalk: stalk, stalks
    stick: stick, sticks
    sprig: sprig, sprigs
    pinch: pinch, pinches
    dash: dash, dashes
    splash: splash
    drop: drop, drops
    pump: pump, pumps
    scoop: scoop, scoops
    layer: layer, layers
    handful: handful, handfuls
    leaf: leaf, leaves
    rack: rack, racks
    fillet: fillet, fillets, filet, filets
    bulb: bulb, bulbs
    wedge: wedge, wedges
    strip: strip, strips
    set: set, sets
  `),
  cues: {
    of: list('of'),
    and: list('and, plus, also, as well as, along with, and also, as well, too, then, together with, n'),
    or: list('or'),
    with: list(`
      with, w, topped with, covered with, covered in, containing, that contains, that has, which has, on it, on top,
      on there, in it, for toppings, for the toppings, toppings, topping, put, add some, including, over,
      only topping, add on, the only topping, filled with, stuffed with, dressed with, made with, contains, having,
      has, on the top, flavored with, loaded with, on all of them
    `),
    negation: list(`
      no, without, without any, with no, hold, hold the, hold on the, hold on, leave off, leave off the, leave out,
      skip, skip the, avoid, avoid any, minus, except, except for, not, not any, dont, do not, dont want,
      do not want, i dont want, i dont want any, dont put, dont include, do not include, dont add, do not add,
      pass on, pass on the, ill pass on the, but not, none, free of, hate, dislike, dont like, do not like,
      allergic to, leave the, keep off, nothing, not with, excluding, exclude, zero, stay away from, cant have,
      keep the, instead of any, nor, neither, absolutely no, with none, dont need, do not need, dont give me, never,
      w o, wo
    `),
    extra: list(`
      extra, more, additional, added, double, lots of, a lot of, a bunch of, a whole bunch of, a whole lot of,
      plenty of, heavy, heavy on, heavy on the, go heavy on, go heavy on the, loads of, tons of, much
    `),
    light: list(`
      light, light on, light on the, go light on, go light on the, a little, little, a little bit of, a little bit,
      a bit of, just a little, just a little bit of, just a bit, just a bit of, a drizzle of, a drizzle,
      just a drizzle of, only a little, only a bit, a tiny bit of, not much, not a lot of, not many, less,
      slightly less, easy, easy on, easy on the, lightly, a hint of, a touch of, a dash of,
      no more than a drizzle of, a splash of, not too much, just a touch of, a sprinkle of
    `),
    side: list(`
      side of, a side of, side order of, order of, orders of, sides of, serving of, servings of, portion of,
      portions of, side
    `),
    order: list(`
      id like, i would like, i like to, wed like, we would like, i want, we want, wanna, i wanna, i need, we need,
      need, want, ill have, ill take, ill get, ill go for, ill go with, ill try, well have, well take, i will have,
      i will take, give me, gimme, give us, get me, get us, let me have, let me get, lets have, lets get, can i get,
      can i have, can i please, can i order, can i also, can we get, can we have, could i get, could i have,
      could i please, could i also, could we, may i have, may i get, may i please, may we, could you, can you,
      would you, may you, send me, send us, send, please send, bring me, bring us, deliver, place an order, order,
      to order, put me down for, sign me up, set me up with, add, please add, also add, throw in, i wanted, i wish,
      i am trying to order, looking for, im looking for, craving, in the mood for, have, get, take, ill do, do, ship,
      reserve, please get, make me, fix me, hook me up with, would like, repeat my order for, grab, pick up, buy,
      to buy, i must have, we take
    `),
    question: list(`
      price up, could you price, can you price, could you price up, can you price up,
      do you have, do you sell, do you carry, do you offer, do you guys have, do u have, have you got,
      do you deliver, do you, do u, are there, is there, is there any, are you, are your, is your, is the, is it,
      is this, are these, are the, is that, how much, how many, how long, how do, how does, how are, how is, how can,
      how to, what, whats, what is, what are, which, when, when will, when will it be ready, when can, when is,
      how much is that, how much is it, how much do i owe you, where, wheres, why, who, does the, does it, does this,
      do the, did you, did my, can you tell, could you tell, can you recommend, tell me, can i know, may i know,
      i want to know, id like to know, i would like to know, let me know, want to know, price of, can you quote, could you quote, quote me, a quote for, quotation for, price for,
      the price, price, prices, cost of, in stock, available, availability, can you deliver, can u deliver, will you,
      any discount, discount, offers, can i pay, can i return, can i use, can i cancel, can i consume, can kids,
      can we return, can i take, should i, should we, have you, has my, info, information, recommend, suggest,
      can you suggest, suggestion, does, will it, do i, whether, difference between, you guys have, are they,
      was there, catalog, catalogue, menu, price list, side effect, side effects, opening hours, what time
    `),
    past: list(
      'was, were, had, been, got, gave me, came with, is too, are too, still have, have enough, have plenty of, no room for',
    ),
    complaint: list(`
      received, i received, we received, i got, we got, you sent, was missing, were missing, was bad, were bad,
      is missing, are missing, missing, damaged, broken, expired, spoiled, rotten, wrong, was wrong, were wrong,
      complaint, never arrived, never came, not delivered, hasnt arrived, havent received, not received,
      didnt receive, did not receive, arrived, came, refund, return, money back, was cold, were cold, was late,
      is late, terrible, awful, disappointed, bad quality, not good, very bad, i ordered, i orderd, we ordered,
      i have ordered, ive ordered, i bought, i bough, we bought, i have some, last week, last month, last time,
      yesterday, yesterdays, i paid, i just paid, charged, overcharged, invoice, leaking, leaked, not working, doesnt work,
      stale, moldy, smells, smell, tasted, taste, you forgot, you owe us, you owe me, we were short, short by, only received, i sell, my product, sell my, has not, have not, hasnt,
      havent, no response, what happened
    `),
    greeting: list(`
      hi, hello, hey, hey there, hi there, hello there, howdy, good morning, good afternoon, good evening, good day,
      morning, yo, greetings, how are you, how are you today, how are you doing, hope you are well, dear, hey guys
    `),
    filler: list(`
      if you dont have, if you do not have, if not available, if unavailable,
      size, sized, colour, color, flavour, flavor,
      please, pls, plz, thanks, thank you, thx, ty, thanks a lot, thank you much, thanks so much, cheers, bye,
      goodbye, ok, okay, yes, yeah, yep, sure, well, um, uh, ah, oh, hmm, so, just, only, actually, sorry, oh wait,
      wait, again, changed my mind, i changed my mind, thats all, that is all, thats it, that will be all,
      thatll be all, thatll be it, that will do, thatll do it, thats everything, that should be all,
      that should do it, to drink, to eat, for my drink, lets see, all right, alright, to go with it,
      to go with that, for the drink, for today, for me, for us, today, tonight, tomorrow, asap, have a great day,
      have a nice day, im good, im ready, kind of, sort of, by the way, btw, i think, i guess, a total of, total of,
      no thanks, no thank you, no problem, if possible, too, go ahead, be sure, make sure, i almost forgot,
      do not forget, dont forget, for here, i would appreciate it if you, id appreciate it if you,
      as soon as possible, no rush, not sure, nothing else, that would be it, no worries, whats up, nothing to drink,
      no drink, no drinks, no toppings, with no toppings, i was wondering, i was wondering if, wondering if,
      is that ok, if you have it, if you have them, no need, do you mind
    `),
    cancel: list(`
      cancel, cancel the, scrap, scrap the, skip the, bin the, nix, nix the, leave off, leave off the, scratch, scratch the, remove, remove the, take off, take off the, take out, take out the,
      take away, delete, drop the, forget, forget the, forget about, forget about the, never mind, nevermind,
      never mind the, ditch the, lose the, dont want the, do not want the, no longer want, no longer need, dont send,
      do not send, i dont need, i do not need, leave out the, strike, strike the, kill the, without the,
      take back the, knock, knock off, get rid of, i changed my mind about, not the
    `),
    cancelAll: list(`
      remove everything, remove all, delete everything, delete my order, scrap everything, drop everything,
      cancel my order, cancel the order, cancel the whole order, cancel everything, cancel order, cancelled my order,
      cancle order, cancle my order, forget everything, forget it all, scratch everything, cancel all, cancel it all,
      never mind the order, cancel the entire order, start over, forget the order, forget my order
    `),
    slip: list('sorry, oops, oh wait, wait, no wait, no sorry, correction, my mistake, my bad'),
    only: list('only, just'),
    off: list('off, off the order, off my order, out of the order, out of my order'),
    that: list('that, it, those, them, this, that one, the last one, these, that last one'),
    change: list(`
      make it, make that, make them, make those, make this, change to, better make it, i meant, i mean,
      meant, make, let it be, correction, sorry i meant, should be, instead make it, rather, bump it, bump it to,
      bump that, increase to, increase it to, reduce to, reduce it to, only make it, turn it into, no wait, no sorry,
      oops
    `),
    amend: list(`
      make the, make my, double my, double our, change it, change that, change the, change them, change my, change, switch, switch it, switch that, switch the,
      replace, replace that, replace the, replace it, swap, swap the, swap that, swap out, swap out the, update the,
      update it
    `),
    aside: list('on the side, for the side, for my side, as a side'),
    onto: list('on, in, to, into, onto, for'),
    insteadOf: list('instead of, instead of the, in place of, in place of the, rather than, rather than the'),
    history: list(`
      the usual, my usual, our usual, same as last time, same as always, same order as, same order, the same as,
      usual order, repeat my last order, repeat the last order, repeat last order, same again, as always,
      same as yesterday, same but, same as last week, same as before, repeat my order, repeat the order
    `),
    place: list(`
      street, st, road, avenue, ave, lane, drive, boulevard, square, address, postcode, zip code, table, room number,
      apartment, apt, floor, suite, purchase order, po, po number, account number, reference, ref, my number is, phone, phone number, order number, pin code, pincode, this is,
      my name is, im calling from
    `),
    money: list('dollars, dollar, usd, bucks, euros, euro, eur, pounds sterling, gbp, cents, rs, rupees'),
    time: list(`
      am, pm, oclock, hours, hour, hrs, h, minutes, mins, days, day, weeks, week, months, years, at, by, people,
      persons, guests, percent, january, february, march, april, june, july, august, september, october, november,
      december
    `),
    paper: list(`
      data sheet, datasheet, spec sheet, safety sheet, safety data sheet, certificate, certificates, picture of, pictures of,
      photo of, photos of, brochure, ingredient list, allergen list
    `),
    quote: list(
      'the price, the prices, price of, price for, a quote for, quotation for, quote, quotes, a quote, quotation, a quotation, price, prices, pricing, price list',
    ),
    unsure: list('maybe, might, thinking about, considering, perhaps'),
  },
  about: list('like'),
  each: list('each, apiece'),
  again: list('again, once more, one more time, another round, a second time, repeat'),
  commonWords: list(`
    the, there, then, they, their, this, that, these, those, with, without, want, need, like, have, having, from,
    some, about, also, around, because, been, before, after, being, between, both, bring, call, come, could, would,
    should, does, doing, done, down, each, else, ever, every, everyone, find, first, friend, friends, give, going,
    good, great, here, hope, house, just, know, last, late, later, least, left, less, live, long, look, looking,
    love, made, make, many, maybe, mine, more, most, much, must, name, near, never, next, nice, night, none, nothing,
    once, only, open, order, orders, other, over, people, person, phone, place, please, ready, really, right, same,
    says, send, show, side, since, someone, something, soon, sorry, still, stuff, such, sure, take, talk, tell, than,
    thank, thanks, thing, things, think, time, today, together, tomorrow, tonight, under, until, very, wait, well,
    week, were, what, when, when will, when will it be ready, when can, when is, how much is that, how much is it,
    how much do i owe you, where, which, while, will, wish, work, working, year, years, your, yours, table, price,
    prices, cost, product, products, delivery, deliver, delivered, payment, pay, paid, buy, bought, number, money,
    return, refund, customer, service, store, shop, company, website, online, address, branch, photo, picture, video,
    message, email, card, cash, code, pincode, available, stock, discount, offer, total, small, medium, large,
    regular, size, sized, hours, minutes, days, month, months, morning, afternoon, evening, hello, home, party,
    dinner, lunch, breakfast, kids, women, body, weight, help, best, better, different, difference, plain, include,
    wanted, along, either, quality, safe, instant, energy, daily, effect, effects, part, parts, easy, free, full,
    empty, fine, back, hold, half, whole, avoid, pick, kind, type, types, model, models, hand, head, heavy, using,
    used, useful, waste, matter, material, materials, sides, drink, drinks, food, meal, topping, toppings
  `),
  synonyms: groups(`
    coke, cokes, coca cola, coca-cola, coca colas
    pie, pies, pizza
    fries, french fries, fry, french fry
    dr, doctor
    guac, guacamole
    veggie, vegetarian, vegetable
    veggies, vegetables
    mayo, mayonnaise
    bbq, barbecue
    soda, soft drink, pop
    hamburger, burger, beef burger
    sub, sandwich
    tp, toilet paper
    oj, orange juice
    choc, chocolate
    sugar free, zero sugar, no sugar, sugarless
    sparkling water, carbonated water, fizzy water, soda water, mineral water with gas
    still water, bottled water, bottle of water, mineral water
    skim milk, low fat milk, skimmed milk, nonfat milk
    expresso, espresso
    cocoa, chocolate
    vegan, veggie
    ketchup, catsup
    chilli, chili, chile
    yogurt, yoghurt
    donut, doughnut
    sneakers, trainers
    coriander, cilantro
    aubergine, eggplant
    courgette, zucchini
    shrimp, prawn
    kleenex, tissues
    paracetamol, acetaminophen
    taters, potatoes, spuds
    ground beef, minced beef, mince
    half and half, cream
    napkins, serviettes
    bin bags, trash bags, garbage bags
    lite, light
    med, medium
    lg, large
    sm, small
    tall, small
    grande, medium, regular
    venti, large, big
    kid, kids, child, short
    xl, extra large, x large
    double, doppio
    single, solo
    quadruple, quad
  `),
}
