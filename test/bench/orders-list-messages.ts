/** Messages to the shops of `orders-list-shops.ts`, in the notation of `orders-shop-messages.ts`. */
export const listMessages: Readonly<Record<string, string>> = {
  ferreteriaSur: `
Buenas tardes, me manda 20 bultos de cemento y 10 de cal porfa => 20 sack cemento, 10 sack cal
necesito 15 varillas de 3/8 y 8 de media => 15 varilla38, 8 varilla12
3 kg alambre recocido, 2 kilos de clavo de 3 pulgadas y un kilo del de 2 => 3 kg alambre, 2 kg clavo3, 1 kg clavo2
una cubeta de pintura blanca y dos galones de esmalte rojo => 1 pintb:cubeta 19 L, 2 pintr:galón
Mándame 6 focos de 9 watts y 4 de 14 => 6 foco, 4 foco14
5 tubos pvc de media y una docena de codos => 5 tubo, 12 codo
brochas: 2 de 1 pulgada, 3 de 4 pulgadas => 2 brocha:1", 3 brocha:4"
me urge 1 m3 de arena y medio de grava => 1 arena, 0.5 grava
cuánto sale el bulto de cemento? =>
ya llegó mi pedido de ayer? eran 20 bultos de cemento =>
dos cintas teflón, un silicón y 1 caja de tornillo de tablaroca => 2 cinta, 1 silicon, 1 box tornillo
20 de cemento, no mejor 25, y 5 de cal => 25 cemento, 5 cal
hola! 10 cemento gris 50kg => 10 cemento
Cemento gris x 30 ⏎ Cal x 10 ⏎ Varilla 3/8 x 50 => 30 cemento, 10 cal, 50 varilla38
varilla 3/8 - 40 pzas, varilla 1/2 - 20 pzas => 40 piece varilla38, 20 piece varilla12
treinta y cinco bultos de cemento por favor para mañana a las 8 => 35 sack cemento
solo necesito cemento, 12 bultos. La cal ya no => 12 sack cemento
`,
  botica: `
3 cajas de paracetamol de 500 y 2 de ibuprofeno de 600 => 3 box para500, 2 box ibu600
Hola, 50 jeringas de 5 ml y 100 de 3ml => 50 jer5, 100 ml jer3
2 cajas de guantes medianos y una de chicos => 2 box guantes:M, 1 box guantes:S
4 sueros de coco, 2 de manzana y 1 fresa => 4 suero:coco, 2 suero:manzana, 1 suero:fresa
mándame dos alcoholes de litro, 5 paquetes de gasas 10x10 y algodón => 2 alcohol, 5 package gasas, 1 algodon
pañal adulto talla G 3 paquetes => 3 package panal:G
¿Tienen omeprazol? si sí, quiero 2 => 2 omep
1 vitamina c, 1 curitas , 1 cubrebocas caja => 1 vitc, 1 curitas, 1 cubre
el paracetamol que me mandaron venía caducado =>
paracetamol 1g x 4, omeprazol x 6, jeringa 10ml x 20 => 4 para1g, 6 omep, 20 jer10
Buen día doctor, cancele las jeringas de 5 y póngame 30 de 10 => 30 jer10
`,
  padariaCentro: `
Oi, bom dia! Quero 30 pãezinhos e 2 pães de queijo grandes => 30 paofr, 2 queijo:grande
me vê meio quilo de presunto e 300 gramas de mussarela => 0.5 kg presunto, 300 g mussarela
um cento de coxinhas e cinquenta brigadeiros pra sábado => 100 coxinha, 50 brig
quero um bolo de cenoura e um de chocolate => 1 bolo, 1 bolochoc
duas guaranás de 2 litros e três latas de guaraná => 2 guar:2 litros, 3 guar:lata
100 brigadeiros, 100 beijinhos e 1 bolo de chocolate, obrigada => 100 brig, 100 beij, 1 bolochoc
tem sonho hoje? =>
manda 4 leites e uma manteiga por favor => 4 leite, 1 manteiga
queria saber o horário de funcionamento =>
1kg de pão francês, 200g de mussarela e 1 café => 1 kg paofr, 200 g mussarela, 1 cafe
dez pães de queijo pequenos, aliás, doze => 12 queijo:pequeno
vou querer 2 sonhos e 3 empadas. não precisa do café => 2 sonho, 3 empada
`,
  stationery: `
Hi, can we get 10 reams of A4 paper and 2 boxes of staples please => 10 ream a4, 2 box staples
20 blue pens, 10 black and 5 red => 20 penb, 10 penk, 5 penr
two 26A toners and one 78A => 2 tonerk, 1 toner78
Need sticky notes: 6 yellow, 4 pink => 6 note:yellow, 4 note:pink
whiteboard markers - 3 black, 2 blue, 1 red => 3 marker:black, 2 marker:blue, 1 marker:red
a dozen brown packing tapes and half a dozen clear ones => 12 tapeb, 6 tape
Please send a stapler. Also 500 DL envelopes => 1 stapler, 500 envdl
Do you have A3 paper in stock? =>
My stapler broke after two days, I want a refund =>
5x ring binder A4 ⏎ 3x ring binder A5 ⏎ 1x paper clips => 5 folder:A4, 3 folder:A5, 1 clip
same thing but make it 15 reams of A3 => 15 ream a3
we're out of A4 again, 5 boxes this time => 5 box a4
Could you add 3 rolls of clear packing tape to the order, and drop the envelopes => 3 roll tape
ten, no, twelve black pens => 12 penk
I ordered 20 blue pens but only received 10 =>
`,
  parrilla: `
Hola! 2 kg de asado, 1 y medio de vacío y una docena de chorizos => 2 kg asado, 1.5 kg vacio, 12 chori
kilo y medio de picada especial => 1.5 kg picada:especial
3/4 de picada comun y 2 pollos => 0.75 picada:común, 2 pollo
medio kilo de milanesas de pollo y uno de nalga => 0.5 kg milapollo, 1 kg mila
haceme 4 chorizos 4 morcillas y 2 bolsas de carbón => 4 chori, 4 morci, 2 bag carbon
1 maple de huevos, 2 kg pata y muslo => 1 tray huevos, 2 kg muslo
buenas, a cuanto el asado? =>
che mandame un matambre de 2 kilos => 2 kg matambre
2 kilos y cuarto de bondiola => 2.25 kg bondiola
300 gr de pechuga => 300 g suprema
asado 3kg vacio 2kg suprema 1kg => 3 kg asado, 2 kg vacio, 1 kg suprema
Sacá el vacío y poné 2 kg de costilla => 2 kg costilla
cuarto kilo de carne picada común, un kilo de pechuga => 0.25 kg picada:común, 1 kg suprema
`,
  refrescos: `
Buen día Sr. Juan, para la tienda La Esperanza: ⏎  ⏎ 3 cajas coca 600 ⏎ 2 cajas coca 2lts ⏎ 1 caja sprite ⏎ 10 sabritas originales ⏎ 5 doritos ⏎  ⏎ Gracias! => 3 box coca600, 2 box coca2, 1 box sprite, 10 sabritas, 5 doritos
2 cc600, 1 cc2000 => 2 coca600, 1 coca2
4 atun en aceite, 6 en agua => 4 atuna, 6 atun
una caja de maruchan de pollo y 2 de camaron => 1 box maruchanp, 2 box maruchan
6 coronas y 6 victorias => 6 corona, 6 victoria
Ya no hay gansitos? mándame 2 cajas si hay => 2 box gansito
5 garrafones plis => 5 garrafon
3 papel de baño, 2 zotes, 1 fabuloso => 3 ph, 2 jabon, 1 fab
Cajas: ⏎ coca 600 3 ⏎ fanta 1 ⏎ sprite 1 => 3 coca600, 1 fanta, 1 sprite
1 caja de coca zero, 1 de normal de 600 => 1 box cocazero, 1 coca600
quiero 10 sabritas adobadas y 10 originales => 10 sabad, 10 sabritas
agua de litro y medio 4 cajas => 4 box agua15
mi dirección es Calle 5 de Mayo 123, tel 55 1234 5678. 2 cajas de coca 600 => 2 box coca600
Le pago los $450 de la vez pasada y mándeme 3 mayonesas => 3 mayo
2 cajas de coca 600 de las de 24 => 2 box coca600
El pedido de la semana: gansito 1 cja, nito 10 pz, cheetos 12 pz, nescafe 3 => 1 box gansito, 10 piece nito, 12 piece cheetos, 3 nesc
no me mandes coca esta semana, solo 2 cajas de sprite => 2 box sprite
me llegaron 2 cajas de coca de menos =>
a cómo la caja de corona? y la victoria? =>
Quiero 3 cajas de coca 600. Perdón, 4 => 4 box coca600
lo mismo de la semana pasada pero sin doritos =>
una caja de cada refresco de 600: coca, sprite y fanta => 1 box coca600, 1 box sprite, 1 box fanta
2 cajitas de coquita de 600 porfis => 2 box coca600
te encargo 1 sprite,1 fanta,2 coca de 2 litros => 1 sprite, 1 fanta, 2 coca2
`,
  produce: `
Hi Tony, order for tomorrow please: ⏎ 10kg potatoes ⏎ 5kg onions red ⏎ 2 x lettuce ⏎ 3 punnets strawberries ⏎ 1 tray avos ⏎ Cheers, Mike => 10 kg pot, 5 kg oni:red, 2 let, 3 punnet stra, 1 tray avo
2 kgs toms, 1 kg carrots, 4 cucumbers => 2 kg tom, 1 kg car, 4 cuc
can i grab 3 bunches of coriander and a couple bunches parsley => 3 bunch cor, 2 bunch par
5 kg Granny Smith and 3 kg Fuji => 5 kg appg, 3 kg appf
6 capsicums - 2 red, 2 green, 2 yellow => 2 caps:red, 2 caps:green, 2 caps:yellow
10 lemons, 10 limes, 1kg garlic => 10 lem, 10 lim, 1 kg gar
half a kilo of baby spinach and 500g rocket => 0.5 kg spin, 500 g rock
Need 2 dozen eggs and 4 full cream milk, 2 skim => 24 eggs, 4 milk, 2 milks
The strawberries yesterday were mouldy, 3 punnets had to be thrown out =>
What's the price on avos this week? =>
Same as yesterday thanks =>
no mushrooms today, just 5kg tomatoes and 2kg carrots => 5 kg tom, 2 kg car
Potatoes 20kg, sweet potatoes 5kg => 20 kg pot, 5 kg spot
10 kg potatoes (washed if possible), 3 kg brown onions => 10 kg pot, 3 kg oni:white
three punnets each of strawberries and blueberries => 3 punnet stra, 3 punnet blu
2kg each tomatoes, carrots, onions => 2 kg tom, 2 kg car, 2 kg oni:white
Add 2 more lettuces to my order please => 2 let
delivery before 7am please. 5kg bananas => 5 kg ban
Could we do 4kg instead of 5 on the bananas? =>
1 box tomatoes, 1 box cucumbers => 1 box tom, 1 box cuc
we need tomatoes (5kg), onions (3kg white), garlic (10) => 5 kg tom, 3 kg oni:white, 10 gar
`,
  tacos: `
3 de pastor, 2 de suadero y una coca => 3 past, 2 suad, 1 ref:coca
me da 5 tacos: 3 pastor y 2 bistec => 3 past, 2 bist
2 tortas de milanesa, 1 cubana y 3 aguas de horchata grandes => 2 tort:milanesa, 1 tort:cubana, 3 horch:grande
4 campechanos sin cebolla, una gringa y una jamaica chica => 4 camp, 1 grin, 1 jam:chica
quiero 10 tacos al pastor con todo, 2 refrescos de manzana => 10 past, 2 ref:manzana
dos quesadillas con carne y una sencilla => 2 ques:con carne, 1 ques:sencilla
orden de 5 de suadero, un consomé => 5 suad, 1 cons
hasta qué hora están abiertos? =>
5 al pastor 5 de bistec 1 horchata para llevar => 5 past, 5 bist, 1 horch:mediana
una horchata y dos jamaicas, las tres grandes => 1 horch:grande, 2 jam:grande
1 torta de jamon ⏎ 1 torta de pierna ⏎ 2 coca ⏎ 1 sprite => 1 tort:jamón, 1 tort:pierna, 2 ref:coca, 1 ref:sprite
los tacos llegaron fríos =>
mejor que sean 6 de pastor => 6 past
Dos pastor, dos suadero, dos bistec. Todo sin cilantro por favor => 2 past, 2 suad, 2 bist
ando en la mesa 4, 3 pastor más y otra coca => 3 past, 1 ref:coca
para 6 personas qué me recomienda? =>
`,
  adega: `
boa noite / vcs entregam? preciso de 2 caixas de skol e 1 saco de gelo => 2 box skol, 1 sack gelo
3 cx brahma ⏎ 2 cx skol ⏎ 10 energético ⏎ 2 gelo => 3 box brahma, 2 box skol, 10 energ, 2 gelo
me manda 12 heineken long neck e 6 lata => 12 heinln, 6 heinlata
duas cocas 2L, um guaraná e 6 águas com gás => 2 coca2, 1 guar2, 6 agua:com gás
quanto tá a caixa da skol? =>
1 vinho seco e 2 suave => 1 vinhos, 2 vinho
traz também um carvão e dois sacos de gelo => 1 carvao, 2 sack gelo
vou querer só a vodka mesmo, 1 garrafa => 1 jug vodka
não tem brahma? então manda 2 caixas de skol => 2 box skol
6 água sem gás 6 com gás => 6 agua:sem gás, 6 agua:com gás
opa, tudo certo? 4 monster e 2 doritos, rua das flores 230 apto 12 => 4 energ, 2 salg
2 skol / e 1 brahma / ah e 3 sacos de gelo => 2 skol, 1 brahma, 3 sack gelo
a cerveja veio quente ontem =>
5 cocas lata. troca por 6 => 6 cocalata
1 red label, 2 smirnoff, 1 amendoim => 1 whisky, 2 vodka, 1 amend
cancela o whisky por favor =>
meia dúzia de long neck => 6 heinln
skol 2cx brahma 1cx gelo 3 => 2 box skol, 1 box brahma, 3 gelo
`,
  decorators: `
2 x 5L white matt emulsion, 1 x 2.5L magnolia => 2 emul:5 L, 1 emul:2.5 L
Need three 2 inch brushes and two 1 inch => 3 br2, 2 inch br1
4 rolls masking tape 50mm, 2 rolls 25mm => 4 roll mask50, 2 roll mask25
10 sheets of 80 grit and 10 of 120 grit sandpaper => 10 sheet sand80, 10 sand120
one gloss 750ml one undercoat => 1 gloss:750 ml, 1 under
9 inch roller + tray, 2 dust sheets => 1 roll9, 1 tray, 2 dust
do you do magnolia in 10L? if so 2 please => 2 emul:magnolia
Job: 14 Elm Road. PO 4471. 3 x 10L white emulsion, 1 x sugar soap, 2 x caulk, 1 filler => 3 emul:10 L, 1 sug, 2 caulk, 1 fill
Two tins of white gloss 2.5l, a white spirit and a pack of dust sheets => 2 tin gloss:2.5 L, 1 spirit, 1 pack dust
can you swap the 2.5L for a 5L on my last order =>
I need 5 litres of grey emulsion => 1 emul:5 L
masking tape x6 (25mm) ⏎ caulk x12 ⏎ filler x2 => 6 mask25, 12 caulk, 2 fill
Same order as last Monday plus 2 mini rollers => 2 roll4
that emulsion you sent was the wrong colour =>
`,
  bebes: `
Hola buenas, 2 nan 1 y 1 nan 2 => 2 lech1, 1 lech2
3 paquetes de pañales talla M y 1 RN => 3 package pamp:M, 1 pamp:RN
un tylenol pediatrico, 2 desitin, 4 toallitas => 1 tylp, 2 crem, 4 toall
aspirina protect 2 cajas => 2 box aspp
me das 3 vendas de 5 y 2 de 10 cm => 3 venda5, 2 cm venda10
1 pepto, 1 lomotil, 2 sal de uvas => 1 pepto, 1 lom, 2 sal
tienes termómetros? cuánto? =>
Agua oxigenada, isodine y un termometro => 1 agoxi, 1 isod, 1 term
una caja de tylenol de 500 => 1 box tyl
Ocupo 6 leches nan 2, mándamelas con el chico de siempre => 6 lech2
pañales G ⏎ 2 paquetes => 2 package pamp:G
el termómetro no sirve, quiero cambiarlo =>
2 shampoo / perdón 3 => 3 sham
2 shampoo / y quita las toallitas => 2 sham
pampers m 2, pampers g 1 => 2 pamp:M, 1 pamp:G
urge!!! 2 isodine y 1 venda de 10 => 2 isod, 1 venda10
`,
  espresso: `
Morning! 2 large lattes one with oat milk, a flat white and 3 croissants please => 2 latte:large, 1 flat, 3 crois
can I get a tea and a brownie => 1 tea, 1 choc
1 small cappuccino 1 large cappuccino => 1 capp:small, 1 capp:large
2 bacon rolls, 1 sausage, 3 americanos => 2 bacon, 1 saus, 3 amer:medium
hot choc with marshmallows x2 => 2 hot
4 waters (2 still 2 sparkling) => 2 water, 2 spark
is the muffin gluten free? =>
two blueberry muffins and one chocolate chip => 2 muff, 1 muffc
3 croissants, 1 almond => 3 crois, 1 croisa
latte, flat white, americano => 1 latte:medium, 1 flat, 1 amer:medium
Meeting for 8 people at 10am: 5 teas, 3 oj, 8 croissants => 5 tea, 3 oj, 8 crois
make the latte a large =>
I'll have the same but with a muffin => 1 muff
one cheese toastie with ham, no tomato => 1 toast
`,
  diner: `
2 cheeseburgers no pickles, large fries, diet coke => 2 cburger, 1 fries:large, 1 dcoke
burger with cheese and bacon hold the onion, 12 wings => 1 burger, 1 wings:12
3 milkshakes: 2 chocolate 1 vanilla => 2 shake:chocolate, 1 shake:vanilla
2 cans of coke and a bottle of diet coke => 2 coke:can, 1 dcoke:bottle
classic burger x3 ⏎ fries large x2 ⏎ onion rings x1 => 3 burger, 2 fries:large, 1 rings
actually scrap the salad, just 2 wraps => 2 wrap
where is my order? been waiting 45 minutes for 2 burgers =>
Two burgers, one without onion, and small fries => 2 burger, 1 fries:small
a vanilla shake, a strawberry one and some onion rings => 1 shake:vanilla, 1 shake:strawberry, 1 rings
`,
  bodegon: `
buenos dias vecina me anota 2 harina pan, 1 arroz, medio kilo de queso y 4 canillas => 2 harpan, 1 arroz, 0.5 kg queso, 4 pan
epa, cuanto el carton de huevos? =>
dame 300 de jamon y medio de queso => 300 jam, 0.5 queso
1 pasta larga, 2 cortas, 1 salsa de tomate => 1 pasta, 2 pastac, 1 ketch
harina 3 ⏎ arroz 2 ⏎ aceite 1 ⏎ azucar 2 => 3 harpan, 2 arroz, 1 aceite, 2 azuc
un cafe, una leche, una margarina => 1 cafe, 1 leche, 1 marg
2 latas de sardina y 3 de atun => 2 can sard, 3 can atun
1 kilo carne molida y pollo 2 kilos => 1 kg carne, 2 kg pollo
Vecina guárdeme 2 cartones de huevos hasta la tarde => 2 huev
6 maltas bien frias => 6 malta
pago móvil listo ref 00234567 por Bs 1.250,00 =>
medio carton de huevos => 0.5 huev
1/4 de queso, 1/4 jamón => 0.25 queso, 0.25 jam
lentejas, caraotas y arroz, uno de cada uno => 1 lent, 1 cara, 1 arroz
2kg azúcar ⏎  ⏎ 2kg arroz ⏎  ⏎ 1kg sal => 2 azuc, 2 kg arroz, 1 sal
3 harinas porfa / y un ketchup / ah no, el ketchup no => 3 harpan
mandé el comprobante, son 2 harinas y 1 aceite verdad? => 2 harpan, 1 aceite
500 gramos de queso y 250 de jamon => 500 g queso, 250 g jam
un kilo de queso. y cuanto sale? ah y un pan => 1 kg queso, 1 pan
me trae 2 mayonesas de las grandes => 2 mayo
ayer le pedí 3 harinas y llegaron 2 =>
`,
  almacen: `
Hola Marce! te paso pedido ⏎ Harina x20 ⏎ Azucar x10 ⏎ Fideos moño x12 ⏎ Pure x24 => 20 h, 10 az, 12 fidm, 24 pure
2 cajas aceite 900, 1 caja aceite litro y medio => 2 box ac900, 1 box ac15
yerba de kilo 6, de medio 12 => 6 yer, 12 yer500
mandame 10 arroz y 5 parboil => 10 arrlf, 5 arrp
papel higienico 10 paq => 10 package ph4
servilletas 5, velas 3 paquetes => 5 ser, 3 package vel
10 lavandinas $800 c/u y 5 detergentes a $950 => 10 lav, 5 det
tenés oferta en yerba? =>
Yerba 1kg x 6u ⏎ Yerba 1/2kg x 12u => 6 unit yer, 12 yer500
agregame 2 lentejas al pedido => 2 ler
sacame las lentejas =>
che el pedido de ayer vino con 2 fideos rotos, me los reponés? =>
*PEDIDO KIOSCO EL SOL* ⏎  ⏎ _Harina_ 10 ⏎ _Sal_ 5 ⏎ _Galletitas_ 12 ⏎  ⏎ Entrega: jueves 14 hs ⏎ Pago: transferencia => 10 h, 5 sal, 12 gall
10 harina ⏎  ⏎ 5 sal ⏎  ⏎  ⏎ 20 fideos => 10 h, 5 sal, 20 fid
Buenas 👋 necesitaria 🙏 10 🌾 harina y 6 🧂 sal 😊 => 10 h, 6 sal
10HARINA 5SAL 3YERBA => 10 h, 5 sal, 3 yer
Necesito: harina (10), sal (5) y yerba (3) => 10 h, 5 sal, 3 yer
harina: 10 paquetes - sal: 5 - yerba: 3 => 10 package h, 5 sal, 3 yer
1º harina 10 ⏎ 2º sal 5 => 10 h, 5 sal
Pedido N° 1234 ⏎ harina 10 ⏎ sal 5 => 10 h, 5 sal
para el 15/12: harina 10, sal 5 => 10 h, 5 sal
cantidad: 10 producto: harina => 10 h
harina diez sal cinco => 10 h, 5 sal
diez de harina cinco de sal y tres yerbas => 10 h, 5 sal, 3 yer
necesito harina 10 o 12 no sé => 10 h
harina, sal y yerba => 1 h, 1 sal, 1 yer
20 harinas, ah y sal 2 => 20 h, 2 sal
si me podés traer 5 purés y 2 jabón en polvo joya => 5 pure, 2 jab
la semana que viene te pido 10 harinas =>
el otro local me vende la harina a $500, ustedes? =>
harina 10 bultos de 10 => 10 sack h
Harina ⏎ 10 ⏎ Sal ⏎ 5 ⏎ Yerba ⏎ 3 => 10 h, 5 sal, 3 yer
10 ⏎ harina ⏎ 5 ⏎ sal => 10 h, 5 sal
Harina,10 ⏎ Sal,5 => 10 h, 5 sal
Harina;10;paquetes ⏎ Sal;5;paquetes => 10 h, 5 sal
| Harina | 10 | ⏎ | Sal | 5 | => 10 h, 5 sal
Hola / Sofi del kiosco / harina 10 / sal 5 / nada más / gracias => 10 h, 5 sal
harina x10 (si no hay, no mandes) => 10 h
5 fideos (3 tallarines y 2 moños) => 3 fid, 2 fidm
10 harinas 0 sal 3 yerba => 10 h, 3 yer
sal: -  ⏎ harina: 10 ⏎ yerba: 0 => 10 h
mil harinas => 1000 h
una docena y media de velas => 18 vel
-10 harina => 10 h
`,
}
