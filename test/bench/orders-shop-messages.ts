/**
 * Messages as small shops write them, invented for Parley, with what a careful clerk would note. One per line:
 * `text => quantity [unit] product[:variant], …`; «?» is a line the catalogue does not have; nothing after `=>` is no order;
 * « / » separates messages sent one after the other, «⏎» the lines of one. Prices, names and places are made up.
 */
export const shopMessages: Readonly<Record<string, string>> = {
  abarrotes: `
buenas, para mañana porfa:⏎5 leches enteras⏎3 arroz⏎2 kg de queso fresco => 5 leche-entera, 3 arroz, 2 kg queso
10 leche entera,6 aceite,4 pan de caja => 10 leche-entera, 6 aceite, 4 pan
-12 huevos⏎-3 mantequillas⏎-1 café molido => 12 huevo, 3 mantequilla, 1 cafe
leche entera:6⏎arroz integral:4⏎yogur natural:8 => 6 leche-entera, 4 arroz-integral, 8 yogur-natural
hola, 2 cajas de leche entera y 3 kg de queso fresco => 2 box leche-entera, 3 kg queso
me mandas media docena de huevos y un par de aguacates => 6 huevo, 2 aguacate
1/2 kg de jamón => 0.5 kg jamon
buenas tardes, quiero kilo y medio de jitomate y 2 kilos de cebolla por favor => 1.5 kg jitomate, 2 kg cebolla
un kilo y medio de azúcar => 1.5 kg azucar
3/4 de jamon y un cuarto de queso manchego => 0.75 jamon, 0.25 queso-manchego
mándame 10 leches deslactosadas, 5 panes de caja y 2 cafés => 10 leche-deslactosada, 5 pan, 2 cafe
necesito tres cajas de huevo, una de atún en agua y dos paquetes de papel higiénico => 3 box huevo, 1 box atun, 2 package papel
leche entera 4, arroz integral 2, frijol 3 kg => 4 leche-entera, 2 arroz-integral, 3 kg frijol
leche entera x 12 / arroz x 6 / aceite x 3 => 12 leche-entera, 6 arroz, 3 aceite
2x coca 600 ml y 1 coca de 2.5 L => 2 coca:600 ml, 1 coca:2.5 L
dos cocas en lata y una agua mineral grande => 2 coca:lata, 1 agua:grande
quiero 5 kg de arroz y 2 de frijol => 5 kg arroz, 2 kg frijol
hola buen dia, a qué hora abren? =>
tienen queso manchego? =>
cuánto cuesta el kilo de queso? =>
gracias! =>
buenos días =>
la leche que me mandaron ayer llegó cortada =>
me llegaron 3 huevos rotos =>
quiero 3 kg de papas / no, mejor 5 kg => 5 kg papa
ponme 2 cajas de leche entera / mejor que sean 4 => 4 box leche-entera
2 kilos de arroz, 1 de azúcar y 3 aceites / quita el arroz => 1 kg azucar, 3 aceite
dame 4 yogures de fresa y 4 naturales => 4 yogur-fresa, 4 yogur-natural
mándame una docena de limones, docena y media de huevos y 2 docenas de tortillas => 12 limon, 18 huevo, 24 tortilla
quiero veinticinco kilos de azúcar => 25 kg azucar
treinta y dos huevos y cien tortillas => 32 huevo, 100 tortilla
necesito dos kilos y medio de cebolla => 2.5 kg cebolla
2,5 kg de papa y 1.5 kg de limon => 2.5 kg papa, 1.5 kg limon
me regalas una mantequilla con sal y un pan bimbo porfa => 1 mantequilla, 1 pan
ocupo 3 detergentes y 2 aceites de oliva => 3 jabon, 2 aceite-oliva
manda 2 leches enteras, 1 yogur natural, 3 atunes => 2 leche-entera, 1 yogur-natural, 3 atun
quiero aguacates => 1 aguacate
cancela mi pedido por favor =>
hola, podrías mandarme 6 cervezas y 2 aguas minerales chicas? => 6 cerveza, 2 agua:chica
¿me mandas 2 kg de cebolla? => 2 kg cebolla
2 cajas de galletas y 3 kg de queso fresco => 2 box ?, 3 kg queso
quiero 2 kilos de manzana => 2 kg ?
lechee entera 2 y azucr 1 kilo => 2 leche-entera, 1 kg azucar
3 mantekillas y 2 yogures d fresa xfa => 3 mantequilla, 2 yogur-fresa
LAC-001 x 5 => 5 leche-entera
pedido: / - 3 leche entera / - 2 arroz blanco / - 1 cafe molido / gracias => 3 leche-entera, 2 arroz, 1 cafe
Buenas, para mañana: 4 leche deslactosada, 2 mantequilla, 1 caja de huevo. Gracias => 4 leche-deslactosada, 2 mantequilla, 1 box huevo
no quiero arroz, solo 2 kg de frijol => 2 kg frijol
sin cebolla, pero sí 3 kg de jitomate => 3 kg jitomate
quiero un kilo de queso fresco, bueno no, mejor medio kilo => 0.5 kg queso
en vez de arroz blanco mándame arroz integral 2 kg => 2 kg arroz-integral
cambia la leche entera por deslactosada =>
lo de siempre por favor =>
hay cerveza? si hay mándame 12 => 12 cerveza
agrega 2 panes de molde => 2 pan
también un jabón en polvo => 1 jabon
me das 200 gramos de jamón y 300 g de queso manchego => 200 g jamon, 300 g queso-manchego
dos bolsas de azucar y una bolsa de frijol => 2 bag azucar, 1 bag frijol
quiero pedir una caja de 12 leches enteras => 12 leche-entera
cómo puedo pagar? =>
ya no quiero el aceite =>
disculpa, el pedido de ayer no llegó =>
me puedes decir el precio del aceite de oliva =>
2 salsas verdes, 1 limón y ya => 2 salsa, 1 limon
buenos dias amigo me manda porfavor 3 kilitos de jitomate y 1 kilito de limoncitos => 3 kg jitomate, 1 kg limon
`,
  ferreteria: `
buenas, necesito 100 tornillos de 1 pulgada y 50 de 2 pulgadas => 100 tornillo-1, 50 tornillo-2
2 kg de clavos y un martillo => 2 kg clavo, 1 martillo
dame dos galones de pintura blanca y una brocha de 4 pulgadas => 2 pintura:blanca, 1 brocha:4 pulgadas
quiero una cubeta de pintura azul => 1 pintura:azul
10 bultos de cemento y 2 metros de arena => 10 sack cemento, 2 m arena
necesito 20 metros de cable 12 y 5 cintas de aislar => 20 m cable, 5 cinta
un desarmador plano, 3 focos led y 2 lijas de agua => 1 destornillador, 3 foco, 2 lija
6 codos pvc y 4 tubos pvc => 6 codo-pvc, 4 tubo-pvc
3 pares de guantes => 3 pair guante
tienen llaves inglesas? =>
me vendes una llave inglesa => 1 llave
el martillo que compré salió roto =>
mandame 4 destorniladores y 1 martiyo => 4 destornillador, 1 martillo
necesito 2 taladros y un martillo => 2 ?, 1 martillo
cuánto vale el bulto de cemento =>
una docena de lijas => 12 lija
quita el martillo =>
5 focos / que sean 8 => 8 foco
pintura roja 1 galon, brocha 2 pulgadas 2 => 1 pintura:roja, 2 brocha:2 pulgadas
`,
  farmacia: `
bom dia, quero 2 caixas de paracetamol e 1 ibuprofeno => 2 box paracetamol, 1 ibuprofeno
me vê três sabonetes líquidos e uma pasta de dente => 3 sabonete, 1 pasta
oi, pode mandar meia dúzia de pão de queijo e duas águas com gás? => 6 pao-queijo, 2 agua-gas
vocês têm termômetro? =>
quanto custa a dipirona? =>
quero 1 shampoo e 2 escovas de dente, por favor => 1 shampoo, 2 escova
uma fralda tamanho G e um algodão => 1 fralda:G, 1 algodao
preciso de dois pacotes de fralda M => 2 package fralda:M
3 álcool em gel / na verdade são 5 => 5 alcool
quero 2 xampus e 1 creme dental / tira o xampu => 1 pasta
obrigado! =>
o protetor solar que recebi veio vazando =>
um protetor solar, uma vitamina c e band-aid => 1 protetor, 1 vitamina-c, 1 curativo
me manda vinte e quatro curativos => 24 curativo
gostaria de um soro fisiologico e um termometro digital => 1 soro, 1 termometro
água mineral sem gás 6, paracetamol 2 => 6 agua-sem, 2 paracetamol
quero 2 aspirinas e 1 dipirona => 2 ?, 1 dipirona
que horas vocês abrem? =>
cancela o pedido =>
manda 1 ibuprofeno e 1 paracetamol, não, melhor 2 paracetamol => 1 ibuprofeno, 2 paracetamol
`,
  distributor: `
hi, 3 crates of whole milk and 2 of skim please => 3 crate whole-milk, 2 crate skim-milk
can you send 10kg of cheddar and 5 kg mozzarella for tomorrow => 10 kg cheddar, 5 kg mozzarella
2 x basmati rice, 1 x flour => 2 basmati, 1 flour
need 4 boxes of nitrile gloves, large => 4 box gloves:large
half a dozen sourdough loaves and a dozen bagels => 6 sourdough, 12 bagel
a couple of bags of jasmine rice, and three tins of chopped tomatoes => 2 bag jasmine, 3 tin tomatoes
do you have orange juice? =>
what time do you deliver on Mondays? =>
the milk was sour =>
I received 2 broken eggs yesterday =>
please add 6 apple juice to my order => 6 apple-juice
orange juice 12, apple juice 6 => 12 orange-juice, 6 apple-juice
1.5 kg chicken breast, 2.25kg beef mince => 1.5 kg chicken, 2.25 kg mince
5 chicken breast and 3 butter / scratch the butter => 5 chicken
5 crates whole milk / make it 7 => 7 crate whole-milk
thanks! =>
hello =>
we need twenty five boxes of napkins and a hundred coffee cups with lids => 25 box napkins, 100 cups, 1 lids
2 cases of avocados and 1 case of orange juice => 2 case ?, 1 case orange-juice
no butter this week, just 2 flour => 2 flour
instead of cheddar send mozzarella 3kg => 3 kg mozzarella
cancel the eggs =>
3 bin bags and 2 sunflower oil, actually make that 4 sunflower oil => 3 bin-bags, 4 oil
could i get one and a half kilos of cheddar => 1.5 kg cheddar
30 eggs, 2 whole milks, 1 skimmed milk => 30 eggs, 2 whole-milk, 1 skim-milk
how much is the basmati? =>
same as last week please =>
gloves small x2, gloves medium x3 => 2 gloves:small, 3 gloves:medium
hey its maria, pls send 3 oj and 2 cheddr => 3 orange-juice, 2 cheddar
cancel my order please =>
`,
  taqueria: `
dos tacos al pastor con piña y sin cebolla, y una quesadilla => 2 taco-pastor, 1 quesadilla
quiero 3 tacos de bistec con todo y una horchata grande => 3 taco-bistec, 1 horchata:grande
una hamburguesa doble con queso sin cebolla y unas papas grandes => 1 hamburguesa-doble, 1 papas:grande
me das una torta de milanesa con extra crema y un refresco => 1 torta-milanesa, 1 refresco
4 de pastor y 2 de bistec => 4 taco-pastor, 2 taco-bistec
un guacamole y dos jamaicas chicas => 1 guacamole, 2 jamaica:chica
una hamburguesa con guacamole => 1 hamburguesa
2 hamburguesas, una sin cebolla => 2 hamburguesa
una coca y unas papas => 1 refresco, 1 papas:mediana
quiero un flan / y tambien dos tacos al pastor => 1 flan, 2 taco-pastor
5 tacos de pastor / no perdón, 6 => 6 taco-pastor
hola quiero ordenar una quesadilla con crema, una horchata chica y para terminar un flan napolitano gracias => 1 quesadilla, 1 horchata:chica, 1 flan
tienen tacos de suadero? =>
tardaron mucho y los tacos llegaron frios =>
dos tacos, uno de pastor y uno de bistec => 1 taco-pastor, 1 taco-bistec
hi, can i get dos tacos al pastor and a coke please => 2 taco-pastor, 1 refresco
quita las papas =>
`,
  panaderia: `
Buenos días, me aparta 20 bolillos y 6 conchas (3 de vainilla y 3 de chocolate) => 20 bolillo, 3 concha-vainilla, 3 concha-chocolate
quiero 10 bolillos y 2 cuernitos para las 6 de la tarde => 10 bolillo, 2 cuerno
un pastel de tres leches grande para el sábado => 1 pastel-tres-leches:grande
hola necesito un pastel de chocolate mediano que diga feliz cumpleaños Ana => 1 pastel-chocolate:mediano
cuánto cuesta el pastel de chocolate grande? =>
a cómo las donas? =>
dame 4 donas, 2 conchas de chocolate y una baguete => 4 dona, 2 concha-chocolate, 1 baguette
una docena de donas y media de cuernos => 12 dona, 6 cuerno
me manda 15 bolillos a la calle Hidalgo 23 => 15 bolillo
5 empanadas de piña, 5 galletas de avena => 5 empanada, 5 galleta
BUENAS TARDES QUIERO 8 CONCHAS DE VAINILLA => 8 concha-vainilla
el pan de ayer estaba duro =>
todavía tienen baguettes? => 
ya no me mande las donas =>
mejor 30 bolillos en lugar de 20 => 30 bolillo
gracias, muy rico todo =>
dos tres leches chicos => 2 pastel-tres-leches:chico
un cuernito nada más => 1 cuerno
me podría apartar un pastel tres leches chico y una docena de galletas => 1 pastel-tres-leches:chico, 12 galleta
son 10 bolillos y 1 baguette por favor / ah y 2 donas => 10 bolillo, 1 baguette, 2 dona
`,
  bebidas: `
boa tarde, quero 2 caixas de Skol e 1 caixa de Brahma => 2 box skol, 1 box brahma
manda 3 fardos de guaraná e 2 de coca lata => 3 case guarana, 2 case coca-lata
5 sacos de gelo e 2 de carvão => 5 sack gelo, 2 sack carvao
tem heineken gelada? =>
qual o preço da skol? =>
me vê uma vodka, dois sucos de laranja e um de uva => 1 vodka, 2 suco-laranja, 1 suco-uva
12 heineken, 24 skol, 6 águas => 12 heineken, 24 skol, 6 agua
quero uma dúzia de águas e meia dúzia de guaranás => 12 agua, 6 guarana
a cerveja que chegou estava quente =>
vieram só 10 latas de skol, faltaram 2 =>
oi, preciso de 4 coca 2 litros e 10 coca lata => 4 coca-2l, 10 coca-lata
pode tirar a vodka =>
cancela meu pedido por favor =>
10 skol / troca por brahma => 10 brahma
quero 3 sacos de gelo / melhor 5 => 5 sack gelo
sem cerveja hoje, só 2 vodkas => 2 vodka
obrigada, bom fim de semana! =>
que horas vocês fecham hoje? =>
quinze skol e vinte e cinco brahma => 15 skol, 25 brahma
manda 2 suco de uva e 1 caxa de heinekem pf => 2 suco-uva, 1 box heineken
tem gelo? se tiver manda 4 => 4 gelo
o mesmo de sempre =>
me envia 6 guarana zero e 3 agua => 6 guarana, 3 agua
`,
  coffeehouse: `
can i grab a large oat milk latte and an almond croissant => 1 latte:large, 1 almond-croissant
2 flat whites, one with soy milk => 2 flat-white
a small cappuccino with extra cinnamon no whipped cream please => 1 cappuccino:small
hey! two iced lattes with vanilla and a blueberry muffin => 2 iced-latte, 1 blueberry-muffin
one americano, two green teas and three slices of banana bread => 1 americano, 2 green-tea, 3 slice banana-bread
i'd like a chai with oat milk / make it large => 1 chai:large
do you have gluten free muffins? =>
what time do you close? =>
my latte yesterday was cold =>
can you make the latte with oat milk? =>
medium latte, large flat white, small americano => 1 latte:medium, 1 flat-white:large, 1 americano:small
three croissants, two almond croissants and a ham and cheese toastie => 3 croissant, 2 almond-croissant, 1 cheese-toastie
latte x3 => 3 latte
one large and two small cappuccinos => 1 cappuccino:large, 2 cappuccino:small
could I please have a skinny latte => 1 latte
black coffee and a toastie pls => 1 americano, 1 cheese-toastie
two lattes, scratch that, three lattes => 3 latte
a flat white, actually make that a cappuccino => 1 cappuccino
I'll take the banana bread and a still water, thanks => 1 banana-bread, 1 still-water
can I get 4 cappuccinos to go, 2 with caramel syrup => 4 cappuccino
add a shot to the americano =>
thank you so much, see you tomorrow =>
one latte with two extra shots and a croissant => 1 latte, 1 croissant
no muffin today, just a green tea => 1 green-tea
iced latte / and a muffin / oh and make the latte large => 1 iced-latte:large, 1 blueberry-muffin
a dozen butter croissants for the meeting at 9 => 12 croissant
lattee and crossant => 1 latte, 1 croissant
sorry, cancel the muffin =>
hi, hope you're well! could we order 6 blueberry muffins and 6 banana breads for Friday? => 6 blueberry-muffin, 6 banana-bread
is the chai sweet? =>
`,
  office: `
Please send 10 reams of A4 paper and 2 boxes of staples => 10 ream paper-a4, 2 box staples
5 blue pens, 5 black pens, 2 red => 5 pen:blue, 5 pen:black, 2 pen:red
we need 3 toner cartridges asap => 3 toner
HP-26A x 2 => 2 toner
1 stapler, 1 scissors, 4 clear tape => 1 stapler, 1 scissors, 4 tape
20 manila folders and a dozen lever arch binders => 20 folder, 12 binder
can we get a couple of packs of sticky notes? => 2 pack sticky
do you sell laminators? =>
how much for 50 binders? =>
the pens you sent were the wrong colour =>
two kilos of ground coffee => 2 kg coffee
one hundred and twenty envelopes => 120 envelope
three boxes of a3 paper and five boxes of a4 paper => 3 box paper-a3, 5 box paper-a4
green markers 4, red markers 2 => 4 marker:green, 2 marker:red
hi Tom, could you deliver 15 binders to 12 King Street by Thursday? Thanks, Jo => 15 binder
my number is 07700 900123 =>
we have received the invoice, thanks =>
2 staplers and 3 hole punches => 2 stapler, 3 ?
6 whiteboard markers, black => 6 marker:black
please cancel the scissors =>
1/2 dozen staplers => 6 stapler
post its please, about 10 => 10 sticky
I'd like to change the toner to 4 =>
when will my order arrive? =>
order: 2x folder, 1x tape => 2 folder, 1 tape
`,
  carniceria: `
Buenos días, 2 kilos de molida y uno de chorizo => 2 kg molida, 1 kg chorizo
me pesas 1 kg de bistec, 1/2 de chuleta y 3/4 de tocino => 1 kg bistec, 0.5 kg chuleta, 0.75 kg tocino
quiero 3 kg de pechuga sin hueso y kilo y medio de costilla => 3 kg pechuga, 1.5 kg costilla
dame 20 milanesas de pollo => 20 milanesa
un kilito de hueso para caldo porfa => 1 kg hueso
la carne de ayer salió muy dura =>
a cómo está el bistec? =>
2 paquetes de salchicha de pavo y medio kilo de tocino => 2 package salchicha, 0.5 kg tocino
vecino mándeme 1 kg molida, 1 kg bistec, gracias => 1 kg molida, 1 kg bistec
necesito 5 kg de pierna y muslo, 2 kg de pechuga / y quita la pechuga => 5 kg pierna-pollo
mañana paso por 2 kg de chorizo, me los aparta? => 2 kg chorizo
ponga 4 kilos de costilla de cerdo y 4 de chuleta ahumada => 4 kg costilla, 4 kg chuleta
kilo de bistec => 1 kg bistec
2k de molida x favor => 2 kg molida
3 kgs pechuga, 2kgs milanesa => 3 kg pechuga, 2 kg milanesa
¿tienen arrachera? =>
quería 2 kg de arrachera => 2 kg ?
sería un kilo de chorizo y cuarto de tocino => 1 kg chorizo, 0.25 kg tocino
tres cuartos de molida => 0.75 molida
ok gracias ahí paso =>
me equivoqué, no son 2 kilos de bistec, son 3 => 3 kg bistec
`,
  hortifruti: `
bom dia! 3 kg de banana prata, 2 kg de maçã e 1 abacaxi => 3 kg banana, 2 kg maca, 1 abacaxi
quero dois pés de alface e um maço de cheiro verde => 2 pes alface, 1 bunch cheiro-verde
me manda 5 quilos de batata inglesa e 2 de batata doce => 5 kg batata, 2 kg batata-doce
uma dúzia de ovos e 10 pães => 12 ovo, 10 pao
meio quilo de limão e um quilo e meio de tomate => 0.5 kg limao, 1.5 kg tomate
tem mamão? =>
quanto tá o tomate? =>
os limões vieram podres =>
3 kg de laranja / não, 5 kg => 5 kg laranja
2 couve, 1 alface, 1kg cebola => 2 couve, 1 alface, 1 kg cebola
quero 20 pãezinhos => 20 pao
pode trocar a maçã por laranja =>
manda tbm 2 abacaxi pfv => 2 abacaxi
sem cebola hoje. quero 2kg de tomate => 2 kg tomate
30 ovos e 4 mamoes => 30 ovo, 4 mamao
valeu! =>
oi, aqui é a Márcia do restaurante, preciso de 10 kg de cebola, 15 kg de batata inglesa e 6 alfaces até as 10h => 10 kg cebola, 15 kg batata, 6 alface
quero uva, 2 kg => 2 kg ?
um cacho de banana da terra => 1 bunch banana-terra
1 kg laranja, 1 kg limao, 1/2 kg cebola => 1 kg laranja, 1 kg limao, 0.5 kg cebola
`,
  parts: `
need 4 oil filters OF-220 and 2 air filters => 4 oil-filter, 2 air-filter
2 sets of front brake pads and 1 set rear => 2 set pads-front, 1 set pads-rear
can you quote me 10 batteries? =>
order 12 spark plugs, 3 timing belt kits => 12 plug, 3 belt
six 24 inch wiper blades => 6 wiper:24 inch
2x H7 bulbs, 1x coolant => 2 bulb, 1 coolant
is the 280mm disc in stock? =>
5w30 x 6 => 6 engine-oil
the front pads i got last week are the wrong ones =>
send 2 brake discs please, and 4 litres of coolant => 2 disc, 4 l coolant
AF-110 qty 5 => 5 air-filter
one car battery and one pair of 20 inch wipers => 1 battery, 1 pair wiper:20 inch
cancel the battery, we found one =>
1 timing belt kit / sorry make that 2 => 2 belt
please ship to unit 4, Mill Lane: 3 coolant, 3 engine oil => 3 coolant, 3 engine-oil
any discount on 50 spark plugs? =>
rear pads 2, front pads 4 => 2 pads-rear, 4 pads-front
2 alternators => 2 ?
`,
  sushi: `
hi could I order two california rolls, one spicy tuna roll and a miso soup? => 2 california, 1 spicy-tuna, 1 miso
3 salmon nigiri 3 tuna nigiri => 3 salmon-nigiri, 3 tuna-nigiri
california roll no cucumber extra avocado and an edamame => 1 california, 1 edamame
pork gyoza x2 and veggie gyoza x1 => 2 gyoza-pork, 1 gyoza-veg
one large chicken ramen and 2 asahi => 1 ramen:large, 2 asahi
can i have the salmon avocado roll with spicy mayo on the side => 1 salmon-roll
two green teas, hold the sugar => 2 green-tea
is the ramen spicy? =>
i ordered an hour ago and it still hasn't arrived =>
table 7 would like another asahi => 1 asahi
add one more miso soup => 1 miso
we'll start with edamame and two miso soups, then three california rolls without sesame => 1 edamame, 2 miso, 3 california
make it 4 california rolls instead of 3 => 4 california
1 spicy tuna / 2 california / 1 ramen => 1 spicy-tuna, 2 california, 1 ramen
oh and can we get some ginger with that =>
no wasabi please =>
thanks, that was delicious! =>
a miso soup, a california roll, and... hmm, let's do a pork gyoza too => 1 miso, 1 california, 1 gyoza-pork
scratch the gyoza =>
2 beers please => 2 asahi
`,
  mayoreo: `
Hola! Me podrías mandar 3 cajas de Victoria, 2 de modelo y un cartón de huevo? Gracias => 3 box victoria, 2 box modelo, 1 carton huevo
• 3 x Coca Cola 600ml / • 2 x Sprite / • 10 Takis => 3 coca-600, 2 sprite, 10 takis
Coca-Cola 600ml - 3 cajas / Sabritas - 24 / Doritos - 12 => 3 box coca-600, 24 sabritas, 12 doritos
coca 2 litros 6, coca light 4 => 6 coca-2l, 4 coca-light
quiero 5 coronas familiares y 10 victorias => 5 corona-940, 10 victoria
✅ 2 nescafe ✅ 3 marías ✅ 1 ariel => 2 nescafe, 3 marias, 1 ariel
buenas, me surte 4 garrafones => 4 agua-garrafon
necesito que me traigan 2 cajas de maruchan y 1 caja de galletas emperador => 2 box maruchan, 1 box emperador
3 cloro 2 fabuloso 1 servilletas => 3 cloro, 2 fabuloso, 1 servilleta
un aceite 123 y dos takis fuego => 1 aceite, 2 takis
ya no me traigas sabritas =>
oye y las coronas que pedí? =>
me faltaron 2 cocas en el pedido =>
COR355 10 => 10 corona-355
12 doritos nacho, 12 sabritas, 6 galletas marias y 3 ariel polvo porfa es para hoy => 12 doritos, 12 sabritas, 6 marias, 3 ariel
q onda me mandas 2 cartones d huevo y 1 cloro => 2 carton huevo, 1 cloro
ponme tres fabulosos, no espera, mejor dos => 2 fabuloso
1 caja coca 600, 1 caja sprite 600 => 1 box coca-600, 1 box sprite
tienes promoción en victoria? =>
el repartidor no ha pasado =>
10 aguas de litro => 10 agua-1l
van 5 cajas de modelo => 5 box modelo
si va a venir hoy me trae 3 cajas de victoria => 3 box victoria
2 cervezas => 2 corona-355
me da dos docenas de huevo, 1 nescafé clásico y unas galletas marías => 24 huevo, 1 nescafe, 1 marias
agrégale 2 ariel al pedido => 2 ariel
`,
  grocer: `
Morning! Can I get 10kg potatoes, 5kg carrots and 2 trays of eggs please => 10 kg potatoes, 5 kg carrots, 2 tray eggs
3 x iceberg lettuce, 2 x mixed peppers, 1 box of lemons => 3 lettuce, 2 peppers, 1 box lemons
5 kilos red onions 5 kilos white onions => 5 kg onions-red, 5 kg onions-white
bananas 4kg, green apples 3kg, gala apples 3kg => 4 kg bananas, 3 kg apples-green, 3 kg apples-gala
we're out of milk, send 6 please => 6 milk
the lettuce you sent was brown =>
can you do me 2kg mushrooms and a couple of bunches of basil => 2 kg mushrooms, 2 bunch basil
what's the price on vine tomatoes? =>
half a kilo of garlic and a dozen lemons => 0.5 kg garlic, 12 lemons
sweet potatoes x 5kg, potatoes x 10kg => 5 kg sweet-potatoes, 10 kg potatoes
hi mate, usual order plus 3 bread => 3 bread
no carrots today. just 3 kg of bananas => 3 kg bananas
4 bread, 4 milk, 1 eggs => 4 bread, 4 milk, 1 eggs
20 lemons / actually 30 => 30 lemons
please swap the red onions for white =>
one and a half kilos of cherry tomatoes => 1.5 kg tomatoes-cherry
Do you have any avocados? If so 2 boxes please => 
thirty lemons, fifteen garlic, two kg button mushrooms => 30 lemons, 15 garlic, 2 kg mushrooms
delivery to the back door please =>
could you add 2 wholemeal bread to tomorrow's delivery => 2 bread
3kg of carots and 2 kg of mushroms => 3 kg carrots, 2 kg mushrooms
tomatoes 5kg => 5 kg tomatoes-vine
will be closed on Monday =>
pls send: potatos 20 kg, onions red 10 kg, garlic 1 kg => 20 kg potatoes, 10 kg onions-red, 1 kg garlic
`,
  pinturas: `
buen día necesito 2 galones de esmalte blanco y 1 litro de esmalte negro => 2 esmalte:blanco, 1 esmalte:negro
3 rodillos de 9 pulgadas y 2 brochas => 3 rodillo:9 pulgadas, 2 brocha
me das 5 lijas grano 80 y 10 del 120 => 5 lija-80, 10 lija-120
un litro de tiner y una cinta maskin => 1 l thinner, 1 masking
manejan pintura epóxica? =>
cuántos metros rinde una cubeta de impermeabilizante? =>
quiero una cubeta de impermeabilizante rojo => 1 bucket impermeabilizante
2 resanadores, 1 charola, 4 brochas => 2 resanador, 1 charola, 4 brocha
agregar: 1 sellador 5x1 => 1 sellador
el esmalte que llevé la semana pasada venía seco =>
me equivoque de color el esmalte es gris no negro => 1 esmalte:gris
dos barnis marino y 3 charolas por fabor => 2 barniz, 3 charola
pasame 6 masking => 6 masking
esmalte rojo 4, esmalte gris 2 => 4 esmalte:rojo, 2 esmalte:gris
ya no quiero los rodillos, mejor mándame 5 brochas => 5 brocha
`,
  deli: `
Ciao! 2kg prosciutto, 1.5 kg mortadella and 12 burrata for friday please => 2 kg prosciutto, 1.5 kg mortadella, 12 burrata
can we have a wheel of pecorino and 3 kilos of parmesan => 1 wheel pecorino, 3 kg parmigiano
10 ciabatta + 6 focaccia => 10 ciabatta, 6 focaccia
olive oil x 2 & balsamic x 6 => 2 oil, 6 balsamic
do you stock nduja? =>
1kg green olives, 1kg black olives, half a kilo of sun dried tomatoes => 1 kg olives-green, 1 kg olives-black, 0.5 kg sun-tomato
we got charged twice for the prosciutto =>
please take the tiramisu off tomorrow's order =>
three bags of coffee beans and a tiramisu tray => 3 bag espresso-beans, 1 tiramisu
2 burrata / 4 ciabatta / sorry 6 ciabatta => 2 burrata, 6 ciabatta
a kilo of olives => 1 kg olives-green
hiya, need 500g salami sliced thin => 500 g salami
no prosciutto this time, double the salami please =>
4 focacia and 8 ciabbata pls => 4 focaccia, 8 ciabatta
Could you deliver 2 x espresso beans on Tuesday 14th at 8am? => 2 espresso-beans
what's your minimum order? =>
is the burrata fresh or frozen =>
order for Luigi's: 1 prosciutto, 2 salami, 3 pecorino => 1 prosciutto, 2 salami, 3 pecorino
`,
  mascotas: `
hola necesito un bulto de croquetas adulto y 2 de cachorro => 1 sack croqueta-adulto, 2 sack croqueta-cachorro
me envias 2 arenas y 10 sobres de gato => 2 arena, 10 sobre-gato
un collar mediano y una correa => 1 collar:M, 1 correa
3 collares talla S y 2 talla L => 3 collar:S, 2 collar:L
tienen croquetas para gato esterilizado? =>
quiero croquetas de gato 2 bultos => 2 sack croqueta-gato
5 huesos de carnaza, 1 pelota y 1 shampoo antipulgas => 5 hueso, 1 juguete, 1 shampoo
mi perro se enfermó con las croquetas =>
cuánto tarda el envío? =>
manda lo mismo de la vez pasada mas 1 pelota => 1 juguete
1 arena pa gato porfis => 1 arena
quiero cancelar la correa =>
2 pelotas / y un hueso / no, mejor 2 huesos => 2 juguete, 2 hueso
`,
  lanchonete: `
boa noite, me vê 2 x-salada sem cebola e uma batata frita grande => 2 x-salada, 1 batata-frita:grande
quero um x-bacon com ovo e um guaraná => 1 x-bacon, 1 guarana
3 coxinhas, 2 pastéis de carne e 1 de queijo => 3 coxinha, 2 pastel-carne, 1 pastel-queijo
um açaí de 500 ml e um suco de laranja 300 => 1 acai:500 ml, 1 suco-laranja:300 ml
manda dez coxinha pra festa => 10 coxinha
vocês entregam no centro? =>
dois x-burguer, um sem maionese => 2 x-burger
o lanche veio frio =>
me manda 1 misto quente e 1 suco de maracuja de 500ml => 1 misto, 1 suco-maracuja:500 ml
tira a coxinha =>
quero 4 pasteis de queijo / não, 5 => 5 pastel-queijo
e mais um guaraná por favor => 1 guarana
qual o sabor dos pastéis? =>
uma porção de batata média e dois guaranás gelados => 1 batata-frita:média, 2 guarana
x salada 2, x bacon 1, guarana 3 => 2 x-salada, 1 x-bacon, 3 guarana
valeu, tava ótimo! =>
`,
  hardware: `
200 wood screws 4x30 and 100 4x50 => 200 screw-30, 100 screw-50
can I get a box of wall plugs, two 8 mm drill bits and a claw hammer => 1 box plug, 2 drill-bit:8 mm, 1 hammer
5 tubes of clear silicone please => 5 tube silicone
3 sheets of 120 grit sandpaper and 3 of 80 grit => 3 sheet sandpaper:120 grit, 3 sheet sandpaper:80 grit
10 bags cement, 4 plywood sheets => 10 bag cement, 4 plywood
2kg nails => 2 kg nails
do you rent mixers? =>
one 2 inch paint brush and 10 litres of white paint => 1 brush, 10 l paint-white
the tape measure I bought snapped =>
work gloves x 6 pairs => 6 pair gloves
hi, its Dave from Ace Builders. 20 cement and 6 silicone for tomorrow 7am pls => 20 cement, 6 silicone
need: / hammer 1 / nails 5kg / gloves 2 => 1 hammer, 5 kg nails, 2 gloves
forget the hammer =>
could you price up 50 sheets of plywood? =>
ok perfect =>
a dozen masonry drill bits 10mm => 12 drill-bit:10 mm
2 saws and a hammer => 2 ?, 1 hammer
`,
  cervezas: `
buenas vecina, me colabora con 2 canastas de poker y una de aguila => 2 crate poker, 1 crate aguila
regáleme por favor 3 pony maltas, 2 hit de mora y 4 de mango => 3 pony, 2 hit, 4 hitm
parce mándame un guaro y 2 bolsas de hielo pa ya => 1 aguard, 2 hielo
6 colombianas y 6 manzanas => 6 colombiana, 6 postobon
una caja de club colombia x 24 y 50 vasos => 1 box club, 1 vasos
2 six pack de aguila => 2 pack aguila
buen día, para el sábado: 5 canastas poker, 3 canastas águila, 10 hielo, 4 aguardiente sin azúcar y 2 ron. mil gracias => 5 crate poker, 3 crate aguila, 10 hielo, 4 aguard, 2 ron
y el domicilio cuánto vale? =>
me falta la cerveza que pedí ayer =>
quedaron debiéndome 2 aguas =>
agua x 12, hielo x 2 => 12 cristal, 2 hielo
ponga 3 ron y no me mande aguardiente => 3 ron
hola, sí me sirve, mándeme entonces las 4 colombianas => 4 colombiana
1 hielo / 2 vasos / 1 ron medellin / gracias! => 1 hielo, 2 vasos, 1 ron
va pues, ocho poker y una docena de hit de mango => 8 poker, 12 hitm
`,
  quimicos: `
Cordial saludo, favor despachar: 200 litros de hipoclorito, 4 bultos de soda cáustica y 10 cajas de guantes talla M => 200 l cloro, 4 sack soda, 10 box guantes:M
cotíceme 20 galones de desinfectante lavanda =>
necesito 5 desinfectante pino, 5 lavanda y 12 trapeadores => 5 desinfp, 5 desinf, 12 trapo
3 pacas de papel higiénico jumbo y 2 paquetes de bolsas negras => 3 pack papelj, 2 package bolsas
guantes: 2 S, 3 M, 1 L => 2 guantes:S, 3 guantes:M, 1 guantes:L
10 lts de alcohol => 10 l alcohol
la factura llegó con el nit equivocado =>
orden de compra 4512: escoba plástica 6 und, trapeador 6 und => 6 unit escoba, 6 unit trapo
me pueden enviar la ficha técnica del hipoclorito? =>
2 jabones líquidos de 20 litros => 2 jabonl
`,
  bakeryuk: `
Morning! Can we have 10 white loaves, 6 brown and 4 packs of baps for tomorrow pls => 10 wl, 6 bl, 4 pack bap
two dozen sausage rolls, half of them vegan => 12 sr, 12 vsr
12 sausage rolls and 12 vegan ones => 12 sr, 12 vsr
just the usual plus an extra 6 scones => 6 scone
a 10 inch victoria sponge for Saturday please x => 1 vic:10 inch
could you knock 2 off the pasties =>
8 cornish pasties, no scratch that, 10 => 10 cp
we've only received 5 of the 10 loaves =>
1 doz eclairs, 2 doz fruit scones => 12 ecl, 24 scone
Hi Sue, it's Tom from the café. Please may I order 3 rye, 2 white & 15 cinnamon buns. Ta => 3 rye, 2 wl, 15 cbun
are the brownies gluten free? =>
5x brownies 5x eclairs 5x scones => 5 brown, 5 ecl, 5 scone
Hi, please could I double my scone order =>
4 choc eclairs => 4 ecl
`,
  padaria: `
bom dia! separa pra mim 20 pãezinhos e 300g de mussarela => 20 frances, 300 g mussarela
me vê meio quilo de presunto e 400 gramas de queijo minas => 0.5 kg presunto, 400 g queijo
quero 2 litros de leite integral e uma dúzia de ovos => 2 l leite, 1 ovos
10 coxinha e 5 sonho por favor => 10 coxinha, 5 sonho
tem bolo de cenoura hoje? se tiver quero um => 1 bolo
cadê meu pedido? =>
põe mais 5 pão francês => 5 frances
3 leites, 1 café e 1 suco de uva => 3 leite, 1 cafe, 1 suco
não precisa mais do café =>
duas caixas de leite desnatado e 1kg mussarela => 2 box leited, 1 kg mussarela
quanto tá o quilo do presunto =>
oi, aqui é o João do mercado, manda 100 pães franceses amanhã cedo => 100 frances
queria um bolo e meia dúzia de coxinhas, pode ser? => 1 bolo, 6 coxinha
`,
  indian: `
1 butter chicken medium, 2 garlic naan and a pilau rice => 1 bm, 2 naan, 1 rice
one lamb biryani, one veg biryani, 3 samosas => 1 bir, 1 vbir, 3 sam
can I get the tikka masala with 2 plain naans instead of rice? => 1 tk, 2 pnaan
how spicy is the dal? =>
2 large mango lassis => 2 lassi:large
hey, butter chicken (hot), palak paneer, 4 naans - 2 garlic 2 plain => 1 bm, 1 pan, 2 naan, 2 pnaan
my food is cold and the naan is missing =>
3 veg biryani 1 raita => 3 vbir, 1 rai
make it 2 raita please => 2 rai
dal makhani for 4 people => 1 dal
no onions in the biryani pls =>
`,
  kiosco: `
che mandame 4 yerbas, 3 azucar y un fernet => 4 yerba, 3 azu, 1 fernet
dos cocas zero y una común => 2 cocazero, 1 coca
necesito un cajon de quilmes y 24 jorgitos => 1 crate quilmes, 24 alf
3 criollitas, 2 manteca y 2 dulce de leche => 3 gall, 2 manteca, 2 ddl
buen día! me reservás 2 pan lactal? paso a la tarde => 2 pan
tenés fernet? mandame dos => 2 fernet
la yerba vino con el paquete roto =>
6 jorgito blanco y 6 de chocolate => 6 alfb, 6 alf
mandá 5 tallarines y 5 pures de tomate, ah y sacá la manteca => 5 faz, 5 tom
me anotás 10 coca y 10 zero por favor => 10 coca, 10 cocazero
no tengo lugar para más quilmes esta semana =>
cuánto está el fernet hoy =>
mañana te confirmo cuantas yerbas =>
1 kg de azúcar y 1 kilo de yerba => 1 kg azu, 1 kg yerba
el martes pasé y me llevé 3 yerbas, anotalas en mi cuenta =>
`,
  electrical: `
need 3 rolls of 14/2 and 2 rolls 12/2 => 3 roll c14, 2 roll c12
10 GFCI outlets, 25 duplex receptacles white => 10 gfci, 25 dup:white
20 sticks of 1/2 EMT => 20 stick emt12
6 20 amp breakers and 2 30 amp => 6 b20, 2 b30
box of wire nuts and 4 rolls of tape => 1 box nut, 4 roll tape
PO 88213 - 12 single pole switches ivory, 12 white => 12 sw:ivory, 12 sw:white
do you have 3/4 EMT in stock? => 
I'll take 40 of the 3/4 conduit => 40 emt34
the breaker I got was the wrong one =>
what's your price on 14/2 =>
2 boxes of wire nuts pls, ship to 44 Elm Street => 2 box nut
can you deliver before 7am tomorrow =>
5 led bulbs 4 packs => 5 led
swap the white switches for ivory =>
`,
  marmita: `
oi, quero 2 marmitas de frango G e 1 de carne M => 2 frango:G, 1 carne:M
uma feijoada e dois sucos de laranja => 1 feij, 2 sucol
me vê 3 marmita de carne pequena, 3 refri e 1 pudim => 3 carne:P, 3 refri, 1 pudim
vocês entregam até que horas? =>
a marmita veio fria e sem talher =>
quero uma salada caesar sem croutons => 1 salada
bota mais um pudim aí => 1 pudim
2 frango grande / 1 carne grande / 3 água => 2 frango:G, 1 carne:G, 3 agua
muda a de frango pra média =>
manda o cardápio de hoje por favor =>
1 suco de maracujá e 1 de laranja => 1 sucom, 1 sucol
são 4 feijoadas pra entregar meio-dia => 4 feij
hoje não vou querer, obrigado =>
`,
  papeleria: `
buenas tardes necesito 30 cuadernos de raya y 20 de cuadro => 30 cuad, 20 cuadc
2 cajas de lápices, 12 plumas azules y 6 rojas => 2 box lapiz, 12 pluma:azul, 6 pluma:roja
5 paquetes de hojas blancas => 5 package hojas
me cotiza 100 folders? =>
un resistol, unas tijeras y 3 cartulinas => 1 res, 1 tij, 3 cart
lista: cuaderno raya 5, cuaderno cuadro 5, pegamento 3, marcatextos 2 => 5 cuad, 5 cuadc, 3 peg, 2 marc
las calculadoras que pedí ya llegaron? =>
agrégueme 2 calculadoras a lo de hoy => 2 cal
10 plumas negras 10 azules 10 rojas => 10 pluma:negra, 10 pluma:azul, 10 pluma:roja
quiero devolver 3 cuadernos =>
`,
  floral: `
Hi! 3 dozen red roses and 2 bunches of eucalyptus please => 3 rr, 2 bunch euc
two dozen white roses, 10 lilies, a large vase => 2 wr, 10 lily, 1 vase:large
can i add a greeting card to that? => 1 card
5 bunches tulips 5 bunches babys breath => 5 tul, 5 bb
the roses arrived wilted =>
half a dozen floral foam bricks => 6 foam
how long do tulips last? =>
2 vases, one small one medium => 1 vase:small, 1 vase:medium
no lilies please my cat is allergic =>
i need flowers for a wedding, can we talk? =>
make the vase a small one =>
hey its me again, forgot to say 2 rolls of ribbon too => 2 roll rib
`,
  boba: `
large taro milk tea less ice 50% sugar with boba => 1 tmt:large
two milk teas medium 25% sugar, one with pudding => 2 bmt:medium
1 mango green tea large with lychee jelly and 1 popcorn chicken spicy => 1 mgt:large, 1 chk
can i get 3 brown sugar boba milks, 2 large 1 medium => 2 bss:large, 1 bss:medium
takoyaki x2 and a large matcha latte => 2 taki, 1 match:large
black milk tea no sugar large => 1 bmt:large
2 taro, no pearls please => 2 tmt
`,
  arepas: `
hola! 2 reina pepiada, 1 pelúa y 1 dominó => 2 rp, 1 pel, 1 dom
dos arepas cabimeras con extra aguacate y sin salsa de ajo => 2 cab
una cachapa con jamón y una malta => 1 cach, 1 malta
3 raciones de tequeños y 2 papelón grande => 3 teq, 2 pap:grande
mándame una tres leches y dos maltas bien frías => 1 tres, 2 malta
cuánto vale la reina pepiada? =>
la pelúa estaba fría =>
4 dominó / mejor 3 dominó y 1 pelúa => 3 dom, 1 pel
`,
  poke: `
regular poke bowl with brown rice, salmon, edamame, avocado and ponzu => 1 pb:regular
large bowl tuna white rice no cucumber extra mango spicy mayo => 1 pb:large
2 small poke bowls tofu, salad base, sesame sauce, and a miso soup => 2 pb:small, 1 mis
a gyoza, an edamame and two berry kombuchas => 1 gyo, 1 ed, 2 kom:berry
3 mochi: 2 mango 1 vanilla => 2 moc:mango, 1 moc:vanilla
do you have gluten free soy sauce? =>
`,
  pastel: `
2 pastéis de queijo, 3 de carne e 1 de frango => 2 pq, 3 pc, 1 pf
um caldo de cana de 500 com limão => 1 cana:500 ml
4 pastel carne e 2 guaraná => 4 pc, 2 gua
duas tapiocas de coco e uma de presunto e queijo => 2 tap:coco, 1 tap:presunto e queijo
10 espetinhos e 5 milhos => 10 esp, 5 mil
quanto é o caldo de cana grande? =>
tira um pastel de carne =>
`,
  grill: `
classic burger medium rare with cheddar and bacon no onion, large fries => 1 cb, 1 ff:large
2 double smash burgers, one without pickles, and 2 chocolate shakes => 2 db, 2 ms:chocolate
veggie burger no tomato add pickles and a small sweet potato fries => 1 vb, 1 spf:small
onion rings, bottled water, 3 cokes large => 1 or, 1 wt, 3 ck:large
a burger well done with egg and extra bacon => 1 cb
one strawberry and two vanilla milkshakes => 1 ms:strawberry, 2 ms:vanilla
can you make the smash burger without cheddar? =>
my fries were soggy =>
no fries just a classic burger with lettuce => 1 cb
`,
  cafeteria: `
dos lattes grandes con leche de avena y un americano chico => 2 lat:grande, 1 am:chico
un capuchino mediano deslactosado y un cuernito => 1 cap:mediano, 1 cuer
me das 3 jugos de medio litro => 3 jug:medio litro
latte chico con shot extra y sin vainilla => 1 lat:chico
un té y una galleta de avena => 1 te, 1 gal
2 cafés con leche => 2 lat
un chocolate / y un muffin / que sean 2 muffins => 1 choc, 2 muf
ya no quiero el muffin, mejor una galleta => 1 gal
tienen leche de coco? =>
`,
  carnes: `
para el domingo: 3 kg de asado, 2 kg de vacio, 1 kg de chori y 1/2 de morcilla => 3 kg asado, 2 kg vacio, 1 kg chori, 0.5 kg morc
dos pollos enteros y 2 bolsas de carbon => 2 pollo, 2 bag carb
kilo y cuarto de milanesa => 1.25 kg milan
un matambre => 1 matam
1500 gramos de pata y muslo => 1500 g pata
tres provoletas, un chimi => 3 prov, 1 chim
medio de chorizo y medio de morcilla => 0.5 chori, 0.5 morc
2 kg asado / no, 2 y medio => 2.5 kg asado
a cuánto el kilo de vacío? y haceme 1 kg => 1 kg vacio
la carne estaba durísima =>
4 chorizos y 4 morcillas => 4 chori, 4 morc
`,
  vet: `
buenas, 2 royal canin adulto de 15 kg y una arena => 2 roy, 1 are
un nexgard para perro de 20 kg => 1 nex
nexgard 4-10 kg x 3 => 3 nexs
correa azul M y snack dental L => 1 cor:azul, 1 snack:L
1 bulto de royal canin cachorro => 1 sack royp
10 kg de arena => 10 kg are
2 correas, una roja S y otra azul L => 1 cor:roja, 1 cor:azul
cuándo vacunan? =>
`,
  wholesale: `
Hi mate, 5 boxes salted, 5 cheese & onion, 3 mars => 5 box crsp, 5 crcv, 3 mars
2 x still water, 1 x sparkling => 2 wat, 1 spk
10 cartons orange juice 10 apple => 10 orj, 10 apj
Can you add 4 kitkat and 2 nescafe gold to today's drop => 4 kit, 2 cof
20 sleeves 8oz cups + 1 napkins => 20 cups, 1 nap
what's the best before on the crisps? =>
we're out of pg tips, send 3 please => 3 tea
short 1 mars bars on yesterdays delivery =>
same as last week but no crisps =>
48 mars bars => 1 mars
`,
  livraria: `
20 lápis, 10 canetas azuis e 5 vermelhas => 20 lap, 10 can:azul, 5 can:vermelha
3 resmas de papel A4 => 3 pap
um caderno, uma mochila e duas borrachas => 1 cad, 1 moc, 2 bor
marca texto: 2 amarelo 2 rosa => 2 mar:amarelo, 2 mar:rosa
cola 4, tesoura 4, régua 4 => 4 cola, 4 tes, 4 reg
vocês parcelam? =>
a caneta veio sem tinta =>
tira 5 lápis =>
pode ser 30 lápis em vez de 20 => 30 lap
`,
}
