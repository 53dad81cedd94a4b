"""Given names of the world, some family names, and names that belong to software.

Lower case and without accents. The lists are evidence, not proof: `pmlint.people`
weighs them against the document. Collected by hand from general knowledge.
"""

from __future__ import annotations

from pmlint.lexicon import word_set

__all__ = ["FAMILY", "GIVEN", "NAME_WORDS", "ORGANISATIONS", "TECHNOLOGY"]

GIVEN = word_set(
    """
    aadhya aaditi aakash aaliyah aamir aarav aarne aaron aarti aarush abbas abby abdallah abdel
    abdul abdulaziz abdullah abdulrahman abebe abed abeer abel abena abhay abhijeet abhijit
    abhinav abhishek abida abigail abimbola abiodun abiola abraham abram achara achieng achim
    achmat achyut ada adaeze adalberto adam adanna adaobi addison ade adebayo adebola adedayo
    adeel adefemi adegoke adekunle adel adela adelaida adele adelheid adeline adenike adeola
    adesola adetola adewale adham adi adil adina adisak aditama aditi aditya adjoa adnan adolfo
    adriaan adrian adriana adriano adrienne adrijana adwoa afia afif afnan afolabi afroz afua
    agata agatha agathe agim agnes agnetha agnieszka agoston aguinaldo agung agus agustin agyei
    ahana ahmad ahmed ahmet ahn ai aidan aiden aigul aija aiko ailani aileas aileen ailsa ailton
    aimee aino airi aisha aishwarya aisling aissatou aistis aisulu aivar aivars aizhan ajay ajit
    ajith akanksha akari akash akbar akemi akhil aki akihiko akihiro akiko akin akinyi akio akira
    akiyoshi akmaral akos akosua akram aksel akshay akua akwasi ala alaa alaina alan alana
    alasdair alastair alayna alba alban albana albert alberta albrecht alcides alda alden aldo
    aleah alec alejandra alejandro alejo aleksa aleksandar aleksander aleksandra alemayehu alemu
    alenka alessandra alessandro alessia alessio alex alexander alexandra alexandre alexei alexey
    alexia alexis alfhild alfie alfons alfonsina alfonso alfred alfredo algirdas alhassan ali alia
    alice alicia alin alina alisa alisha alison alistair alix aliya aljaz aljosa alka allan allen
    allie allison alma almas almaz alois alojzy alok alonso alpana alper alphonse altair altin
    altynai alun alva alvaro alvin alyona alyosha alyson alyssa alzbeta ama amadi amadou amal
    amalie aman amanda amandine amani amar amara amare amari amaya amber ambika ambre amelia
    amelie amer ameyo amin amina aminah aminata amine aminu amir amira amit amita amitabh amjad
    ammar amogh amol amparo amr amrita amruta amy an ana anabela anagha anahit anais anamarija
    anamika anan anand ananya anas anastasia anatoly anaya anca anders andi andjela andraz andre
    andrea andreas andree andreea andrei andreia andres andrew andrey andries andris andrius
    andriy andrzej andy aneesh aneirin anelia ang ange angel angela angelica angelika angelina
    angelique angelito angelo anggi angharad angie angus anh ani ania anibal anika aniket aniko
    anil anindita anirban anirudh anish anita anja anjali anjana anjum anke ankit ankita ankur ann
    anna annabel annabelle annabeth annalise anne annegret anneke anneli annelie anneliese
    annelore annemarie annette anni annick annie annika anniken anong anouk anowar anselm ansgar
    antara ante anthony antje antoine antoinette anton antonella antonia antonin antonio antonius
    antony ants antti antun antwan anu anuj anup anupam anuradha anurag anush anusha anushka
    anvita anwar anyango anzhela aoife aparajita aparecida aparna apinya apolline apollo april
    apurva aqib araceli arafat aram arash aravind arben archana archer archie archit ardi ardit
    areej areen arek arend ari aria ariadna ariana arianna ariel arif arild arindam arisa arjun
    arkady arlene arlete arlindo arlo arman armand armando armelle armen armin armindo arnaud
    arnav arndt arne arno arnold arnost arnulf aron arpit arpita arsene arseny arslan art arta
    artem arthur arti artis arto artur arturas arturo arun aruna arunima aruzhan arvid arvind arvo
    arwa arya aryo asa asad asami asante asbjorn asdrubal aseel asen asger asghar asha asher
    ashish ashley ashlyn ashok ashot ashraf ashraful ashton ashwin ashwini asif asim askar asko
    aslam aslan aslaug asli aslihan asma asmaa aspen asta astri astrid asuka asuncion atanas atef
    athanasios athena atieno atif atsuko atsushi attila atul aubree aubrey aude audrey audrone
    august augustin augusto aurele aurelie aurelien aurelio auriane aurora autumn ava avani
    avantika avelino avery avi avinash avner avraham awa awad axel axelle aya ayaan ayaana ayaka
    ayako ayala ayame ayanda ayden ayele ayelet ayesha ayhan ayla ayman aymen aymeric ayo ayobami
    ayodele ayomide ayon ayotunde ayoub ayse aysegul aysel aytac ayumi ayush azamat azhar aziz
    aziza azra azubuike azucena azza baba babajide babatunde babita babul badr bae bagus bahaa
    bahar baiba bailey bakari bala balaji balazs balint baltasar balthasar bambang bamidele
    bankole bao baoyu baptiste baraka barasa barbara barbel bardhyl barend baris barna barnabe
    barney barrett barry bart bartek bartlomiej bartolome bartosz bas basak basel basem bashar
    bashir basia basile basim basma bassam bastian bastien bastienne batuhan baurzhan bayan bayu
    bea beata beate beatka beatrice beatriz beau becca beckett becky bedrich behnam behrouz beka
    bekzat bela belen belinda bella ben bence benedict benedicte benedikt bengisu benigno benita
    benito benjamim benjamin bennett benno benny benoit bente bento berat berengere berenice
    berhane berit berk berkay bernadette bernard bernarda bernardo bernardus bernd bernhard
    bernice bert bertha berthold bertille bertram bertrand bertus besik besnik beth bethany betsy
    bettina betty beverly beyza bharat bharath bharti bhaskar bhavana bhavesh bhavin bhavya bheki
    bhupesh bhupinder bhuvan bianca bianka bijoy bikash bikram bilal bilel bill billy bilqis
    bimala bin bingbing binh binita binod binta birger birgit birhanu birk birte biser bishnu bisi
    bjarne bjork bjorn blagovest blair blaise blake blanca blanche blandine blanka blas blazej
    blerim blerta bleuenn bo boaz bob bobby bobur bodil bodo bogdan bogdana boglarka bogna bogomil
    bogumil bogumila boguslaw bohdan bohumil bohuslav bojan bojana bola bolanle bolat boleslaw
    bong bongani bonnie boone bora borghild boris borislav borivoj borut borys bosede botagoz
    botond boubacar bouke boutros bowen boyan boyko bozena brad bradley brady brage bram brandon
    brandy branislav branka branko bratislav braulio braxton brayden breanna breanne brecht brenda
    brendan brennan breno brent bretislav brett brian briana brianna brice brid bridget brielle
    brieuc briggs brigida brigitta brigitte britney britt britta brittany brody bronwen brooke
    brooklyn bruce bruna bruno bryan bryce bryn bryson buck budi buhle bukola bulent bunmi burak
    burcu burkhard buse bushra busisiwe busra byron cade caden cadence caetana caetano cahya caio
    caitlin caitlyn caleb callie callum calogero calum calvin camden camelia cameron camila
    camilla camille camilo camryn can canan candace candido caner cansu caoimhe caoimhin capucine
    cara cardo carel caridad carina carine carl carla carlinhos carlo carlos carlotta carly carmel
    carmelo carmen carmine carol carola carole carolina caroline carolyn carrie carson carsten
    carter carwyn cary casey cash casimiro caspar casper cassandra cassandre cassidy catalin
    catalina catarina caterina cathal catherine cathleen cathy catrin catriona caue cayden cecile
    cecilia cedric celeste celestin celestine celia celine celso cem cemal cengiz ceren ceri cerys
    cesar ceyda chad chae chai chaim chaitanya chaiwat chalerm chana chanchai chandan chandler
    chandni chandra chang changming channing chantal chao charity charlene charles charlie
    charlotte charly charu charulata chase chaya cheikh chelsea chen cheng chenglei chengxi cheryl
    chester chetan cheyenne chiamaka chiara chibueze chibuzo chico chidi chidiebere chidinma chie
    chieko chihiro chijioke chika chimamanda chinaza chinedu chinenye chinmay chinonso chinwe
    chioma chip chipo chirag chisa chisom chiyo chloe cho choi chris christa christel christelle
    christiaan christian christiane christie christina christine christl christoph christophe
    christopher christos christy chuck chuka chukwudi chukwuemeka chukwuma chul chun chunhua
    chunyan cian ciara ciaran cihan cillian cindy cintia ciprian ciro citra claire clara clarence
    clarice clarisa clarissa claude claudemir claudette claudia claudio claudiu claus clay cleber
    clemence clemens clement clementine cleo cleveland cliff clifford clint clinton clive clodagh
    clothilde clotilde clyde codrut cody cohen coinneach cole colette colin coline colleen colm
    colton come conall concepcion congcong connie connor conny conor conrad constance constant
    constantin constanze consuelo cooper cora coralie corbin cordelia corey corina corinna corinne
    cormac cornel cornelia cornelis cornelius corrie cory cosimo cosmin costas costel coumba
    courtney craig cristi cristian cristiano cristina cristobal cristovao cruz crystal csaba
    csilla cuneyt cuong curt curtis cvetka cynthia cyrielle cyril cyrille czeslaw daan dace dacian
    daciana dae daeho dafna dafne dafydd dagfinn dagmar dagmara dagny daichi daiki dainius daisuke
    daisy daiva dakota daksh dalal dale dalia dalibor dallas dalton dalva daman damaris damian
    damien damilola damla damon dan dana dandan dani danial daniel daniela daniele daniella
    danielle danijel danijela danika danilo danish daniyar danny dante danuta danylo dao daoud
    daphna daphne dara darcy dareen daria darian darien darina dario darius dariusz darko darlene
    darnell darragh darrell darren darryl darshan darwin darya daryl dashawn dato datu daulet dave
    davi david davide davina davis davit davor davorin dawa dawei dawit dawn dawson daxton deaglan
    dean deana deandre deanna dearbhla deb debasish debbie debjani debora deborah debra declan
    dedi dee deeksha deep deepa deepak deepika deepti defne dehua deirdre deisy dejan delaney
    delia delilah delphin delphine delwar delyth demarco demba demet demetrius demian dencho denes
    denilson denis denisa denise deniz dennis denys deon derek dermot derya desi desiree desislava
    desmond desta destiny detlef detlev dev devendra devi devika devin devon dewi dexter dezso
    dhananjay dhanush dhara dharmesh dhiraj dhruv diallo dian diana diane diarmaid diarmuid diarra
    dick didem didier diego diep dieter dietmar dietrich dijana dikembe dilara dilek dilip dilnaz
    dilnoza dilshad dilshod dilwyn dima dimas dimitar dimitri dimitris dimo dina dinah dinakar
    dinara dindo dinesh dinh dino diogo dion dipendra dipti dirk disha divya divyansh diyar
    djibril dlamini dmitri dmitriy dmitry dmytro dobromir doina dolma dolores domagoj domenico
    dominic dominick dominik dominique don donal donald donatas donatella dong donka donna donncha
    donnell donovan dor dora doreen dorian dorin dorina doris dorji doron dorota dorothea dorothee
    dorothy dorottya dorte doug douglas douwe dov dragan dragana dragica drago dragos dragoslav
    drahomira drake drazen drew driss dritan driton dror dubravka duc dulce duncan dung dunja
    duong durda durga dusan dustin duygu dvora dwayne dwi dwight dylan dzintars eamon eamonn earl
    easton ebele eberhard ebony ebru ebuka ece ecem eckart eckhard ed eda edda eddie edeltraud
    eden edgar edgardo edgars edi edilson edina edit edith edmond edmund edna edoardo edona
    edouard edson eduard eduardo edward edwin edyta eero eetu efe efosa efrain efrat efua egbert
    ege eghosa egill egle egon ehab ehrhard ehsan ehud eiji eike eiko eileen eilidh eimear einar
    einat eino eirik eirlys eitan eivind eivor eka ekaterina ekene ekin ekkehard eklavya eko ekow
    ekua ela elad eladio elaina elaine elba eldad eldar elea eleanor elena eleni eleonora eleonore
    eleri elfriede elham eli elia eliana eliane elias eliezer elif elijah elin elina elira elisa
    elisabeth elise eliseo eliska elissa elitsa eliza elizabeth elke ella ellen elli ellie elliot
    elliott ellis ellison elmar elmira elodie eloi eloise eloy elsa elsie elske elton elvir elvira
    elvis elwyn elzbieta emad eman emanuel emanuela ember emeka emeke emel emeline emer emeric
    emerson emery emi emiko emil emile emilee emilia emilie emilien emilio emiliya emily emina
    emine emir emlyn emma emmalyn emmanuel emmanuelle emmett emmi emmy emrah emre emyr encarnacion
    enda endang endre enes engin eniko enitan enora enrico enrique enyinnaya enzo eoghan eoin
    ephraim epifanio erasmo erbol ercan erdal erdem eren erez ergin erhard eri eric erica erich
    erik erika eriko erin erion erivaldo erkan erkki erlan ermanno ermin erna ernest ernestine
    ernesto ernie erno ernst erol errol ersin ertugrul erwin eryl erzsebet esa esam esben esha
    eshetu esi eskil esme esmeralda esperanza esra essam esteban estefania estela estelle estevao
    esther esty eszter eteri ethan etienne etsuko ettore euan eudes eugen eugene eugenia eugenie
    eugenio eugeniusz eun eunice eunji eunjung eurig eusebio eva evan evandro evangeline evangelos
    evaristo evelin eveline evelyn evelynn everett evert evgeni evgenia evgeny evren ewa ewald
    ewan ewout eyal eylul eystein ezekiel ezequiel ezgi ezinne ezio ezra fabian fabien fabienne
    fabio fabiola fabrice fabricio fabrizia fabrizio facundo fadekemi fadel fadi fahad fahd
    fairouz faisal faith faiza faizan fajar falguni falk fan fang fanny fanta farah farai fareed
    fares farhad farhan farhana farid farida faris farnaz farouk farrukh faruk farzad fatema
    fatemeh fatih fatima fatimata fatin fatma fatmir fatos fatou fatoumata faustine faustino
    fausto fawad fawaz fawzi faye faysal fazlul fearghal fearghas federica federico fedir fedor
    fei feifei felicia feliciano felicien felicitas felicity felipe felix femi femke feng fengyi
    feras ferdie ferdinand ferenc fergal fergus ferhat feride fermin fern fernanda fernando feroz
    feruza feyi ffion fidel fikile fikret filip filippa filippo filiz filomena finbar finlay finn
    finnian fintan fiona fionn fionnuala fiorella firmin fisayo fitri flavia flavie flavien flavio
    fletcher fleur floor flor flora florence florencia florent florentin florentine florian
    florica florin florina floris floyd folake folarin folasade ford forrest fouad fox fran franca
    frances francesca francesco francine francis francisca francisco franciszek francois francoise
    franjo frank franka frankie frans frantisek franz franziska franziskus fraser frauke fred
    freddie freddy frederic frederick frederik frederike frederique fredrik freek freya frida
    frieda frieder friederike friedhelm friedl friedrich friso frits fritz fritzi frode fruzsina
    fu fulgencio fulvio fumiko fumio funke funmilayo furkan gabe gabi gabor gabriel gabriela
    gabriele gabriella gabrielle gabrysia gadi gael gaelle gaetan gaetano gagan gage gaia gal gale
    galina galit galym gamze ganesh gang ganga gareth gargi garrett garth gary gashaw gaspard
    gaston gathoni gaurav gauri gautam gautami gautier gavin gavril gayane gayle gede gediminas
    geert geeta geir gemma genaro gene geneva genevieve gennady gennaro genowefa gent genti geoff
    geoffrey geoffroy georg george georges georgeta georgia georgina georgios geovanna geraint
    gerald geraldine geraldo gerard gerardina gerardo gerben gerd gerda gereon gergana gergely
    gergo gerhard gerlinde gernot gerry gerson gertie gertrud gervasio gesine getachew gethin
    gevorg geza ghada ghassan gheorghe gherardo ghislain ghislaine ghulam giacomo giada giampiero
    gian giang gianluca gianmarco gianna gianni gianpaolo gica gideon giedrius giga gijs gil gila
    gilad gilbert gilberto gildas gili gilles gillian gilson gina ging ginger giordano giorgi
    giorgia giorgio giorgos giovana giovanna giovanni girish girma gisbert gisela gisele giselle
    gita gitanjali gitta gitte giuditta giulia giuliano giulio giuseppe gizem gjertrud gladys glen
    glenda glenn gloria gniewomir gojko gokce gokhan gonca gonul gonzalo gopal gopi gor goran
    gordana gordon goro gosia gottfried gotthard gourav govert govind govinda gozde grace gracelyn
    gracie graciela grady graeme graham grainne grant grayson grazia grazyna greg grega gregoire
    gregor gregorio gregory greta gretchen grete gretel greyson griffin grigor grigory grisha gro
    grzegorz guadalupe gualberto guang guangming gudrun gugu guido guilhem guilherme guillaume
    guillermo gul gulay gulbahar gulcan gulnara gulnaz gulsah gulsen gunda gundula gunjan gunn
    gunnar gunta gunter gunther guntis gunvor guo guoqiang guowei gurkan gurpreet gus gustaf
    gustav gustavo gustl gwen gwenael gwenaelle gwendal gwendolyn gwenllian gwilym gwyn gwyneth
    gyorgy gyu gyula ha haakon habib habiba habibur habtamu hadar hadas hadassah hadeel hadi
    hadiza hadley hadwig hae haf hafez hafiz hafsa hagit hai haibo haidar haider haile hailey
    hailu haim haitao haitham hajar hajnalka hakan hakeem hakim hakob hakon hal hala halil halima
    halimatu halina halinka halit hallgrimur hallie halvard halyna hamad hamed hamid hamish hamisi
    hamsa hamza han hana hanako hanan handan hande haneul hang hanh hani hania hank hanka hanna
    hannah hanne hanneke hannelore hannes hannu hans hansa hansi hansjorg hansjurgen hao haoran
    haoyu harald hardik hari harikrishna harini haris harish harita harley harlow harm harold
    haroun harper harpreet harriet harrison harro harry harsh harsha harshit hartmut hartwig haru
    haruka haruki haruko harun haruto harvey hasan hasana hashim hasina hasmik hasret hassan hatem
    hatice hauwa haven haya hayat hayato hayden hayes hayk hazel hazem heath heather heba hector
    hedda hedvika hedwig heejin heesu heide heidi heike heikki heiko hein heiner heino heinrich
    heinz heitor hekili heledd helen helena helene helga helge helgi heli helio helmi helmut
    helmuth heloisa heloise hema hemant hendra hendrik hendrika henk henna hennadiy hennie henning
    henri henrietta henriette henrik henrike henrique henry henryk herbert herborg heribert
    heriberto herman hermann hernan herta heru herve hesham hiba hicham hidde hideaki hideki
    hideko hideo hidetoshi hien hieronymus hieu hikari hikaru hikmet hila hilal hilario hilary
    hilda hilde hildur hilkka hiltrud himanshu hina hine hinrich hipolito hippolyte hiral hiro
    hiroaki hiroki hiroko hiromi hironori hiroshi hiroto hiroyuki hisashi hisham hitesh hitomi
    hitoshi hjalmar hoa hoai hoan hoang holger holly hone hong hongbo hongwei honorata honore hope
    horacio horatiu hori horst hortense hossam hossein houda houssam hovhannes howard hrafn hristo
    hrvoje hryhoriy hua huan huang hubert hubertus huda hudson huey hugh hugo hugues hui huijuan
    huimin hulya humaira humberto humphrey hung hunter huong huseyin hussain hussam hussein huub
    huw huy huyen hyacinth hye hyejin hynek hyun hyung hyunjin hyunwoo iacob iago iain ian ianto
    iarla ibolya ibou ibrahim ibrahima ibtisam ichiro ida idan ido idowu idris iestyn ieuan ieva
    ifan ifeanyi ifeoma ifunanya igal ignacio ignaz ignez igor ihab ihaka ihor ihsan ijaz ike
    ikechukwu ikenna ikram ikuko ilan ilana ilayda ilda ildiko ileana ilham ilhan ilie ilinca ilir
    iliyana ilka ilke ilker ilkka illtyd ilmari ilona ilse ilya ilyas ilze imad iman imane imani
    imants ime imke immanuel imogen imran imre imtiaz inacio inas inaya inbal inci india indira
    indra indrani indranil indrek indu ineke ines inese inga inge ingeborg inger ingibjorg ingo
    ingomar ingram ingrid ingrida ingunn inka inkeri inmaculada intan intisar ioan ioana ioane
    ioannis iolo ion ionel ionela ionut iorwerth ipek iqbal ira iracema irakli irem irena irene
    ireneusz irfan irina iris irit irja irma irmgard irmina irmtraud irving irwin iryna isa isaac
    isabel isabela isabella isabelle isadora isadore isaiah isaias isamu isatou isaura isaure isha
    ishaan ishan ishani ishita ishwar isidro isioma isla islom islwyn ismael ismail ismaila ismet
    isobel isolde isra israa issa istvan itai itay itsuki itumelang itzel itzik iulia iulian
    iuliana ivain ivan ivana ivanka ivanna ivano ivar ivaylo iveta ivetka ivett ivica ivo ivona
    ivone ivonne ivy iwan iwona iyabo iyad iza izabel izabela izabella izumi izzy jaakko jaan
    jaana jaanus jaap jabari jaber jabir jabulani jacco jace jacek jacinta jacinthe jacinto jack
    jackie jackson jacky jaclyn jacob jacobus jacopo jacqueline jacques jada jade jaden jader
    jadranka jadwiga jae jaehyun jaewon jaeyoung jafar jagan jagdish jagoda jagruti jahanara
    jahangir jahid jahnavi jaime jairo jake jakob jakobus jakub jalal jalen jamal jamar jameel
    james jameson jamie jamil jamila jan jana janaina janaki jandira jane janelle janet janez jani
    janice janina janine janis janka janne jannes janni jannie jannik janos jantine janusz jared
    jarek jari jarkko jarl jarle jarmila jarmo jaromir jaroslav jaroslaw jaroslawa jarrod jasim
    jasleen jasmina jasmine jasna jason jasper jaspreet jassim jasur jaswinder javed javier
    javohir jawad jax jaxon jay jaya jayant jayanti jayce jayden jayesh jayla jaylen jean jeanette
    jeanne jeannette jeannie jed jedrzej jeevan jeff jefferson jeffrey jejomar jelani jelena jelle
    jelmer jeltje jemima jen jengo jenna jennifer jenny jeno jens jenson jere jeremiah jeremie
    jeremy jermaine jernej jerod jeroen jerome jerry jerzy jesper jess jesse jessica jessie jesus
    jeta jetta jhanvi jhun ji jia jiacheng jiahao jiahui jian jianfeng jianguo jianhua jianing
    jianjun jianping jianwei jiao jiawei jiaxin jiayi jie jieun jigme jignesh jihad jihan jiho
    jihoon jihye jill jillian jim jimena jimin jimmy jin jindrich jing jingjing jingwen jingyi
    jinho jinlong jinsong jinwoo jiong jiri jirina jiro jisoo jisu jitendra jitka jiwon jiwoo
    jiyoung jo joachim joan joana joanna joanne joao joaquim joaquin joaquina joasia jocelyn
    jocelyne jochen jodi jodie jody joe joel joelle joep joerg joey johan johann johanna johannes
    john johnathan johnny joke joko jola jolanda jolanta jolene jomo jon jonah jonas jonatan
    jonathan jonathon joni jonny joohyun joon joonas joonho joop joost jop joran jordan jordi jorg
    jorge jorgen jorid joris jorma jort jorunn jose josef josefa josefina josefine joselito joseph
    josephe josephine josh joshua josiah josiane josie josip josselin jost jostein josue jouni
    journey jovan jovana jovita joy joyce joydeep jozef jozsef juan juana juanita juanjuan jude
    judicael judit judith judy juha juhani juhee juhi juho jukka jules julia julian juliana
    juliane julianna julianne juliano julie julien julienne juliet julieta juliette julio julius
    juma jumana jun junaid june junfeng jungho junho junichi junjie junko junseo junwei juraj jure
    jurg jurgen jurgita juris jurre jurriaan jussara juste justin justine justo justyna jutta
    jyoti jyotsna kaan kaarina kabelo kabir kabita kaci kacper kadek kaden kadir kadri kaede
    kaethe kagiso kahiga kahu kai kaia kaiden kaija kailash kaisa kaitlyn kaj kaja kajal kajsa
    kalani kaleb kaleo kalev kali kalle kalman kaloyan kalpana kalyan kamal kamala kamau kameron
    kamil kamila kamini kamlesh kamran kamrul kana kanako kanat kanchan kane kang kanika kanokwan
    kaori kaoru kapil kapono kara karamjit karan kareem karel karen kari karim karima karin karina
    karine kariuki karl karla karlheinz karlijn karma karol karolek karolina karoline karoly
    karsten karter karthik kartik kartikeya karuna kasey kashif kasia kasim kaspar kasper kata
    katalin katarina katarzyna kate katelyn katerina kateryna katharina katherine kathi kathie
    kathleen kathryn kathy katia katica katie katja katla katlego kato katri katrin katrina
    katsumi katsuo katy katya kaushik kaustubh kaveh kavita kavitha kavya kawthar kay kayden kaye
    kayla kaylee kaylin kazimierz kazue kazuhiko kazuhiro kazuki kazuko kazumi kazuo kazuya ke
    keanu kebede keegan keerthi kees kehinde kei keiko keira keisha keisuke keita keith kelechi
    kellen kelly kelsey kelvin kemal kemi ken kendall kendra kendrick kenichi kenji kenjiro
    kennedy kenneth kenny kensuke kent kenta kentaro kento kenya kenza keoni kerem keri kerry
    kerstin keshav kestutis ketaki ketan keti ketut kev kevin kgosi khadija khadijah khadim khady
    khaldoun khaled khaleda khalid khalida khalil khanh khatuna khem khoa khrystyna khumo khurram
    khushi kiah kian kibet kiera kieran kiersten kiet kieu kiki kilian kim kimani kimber kimberly
    kimmo kimutai kinga kingsley kinley kinsley kioko kipchoge kipkemboi kira kiran kirby kiril
    kirill kirk kirra kirsi kirsten kirsti kirstin kirsty kirti kishore kit kittisak kiyoko
    kiyoshi kjell kjersti kjetil klara klaudia klaus klemen klemens klim knud knut koa koen kofi
    koichi koji kojo kolbeinn kolbjorn kolya komal komalpreet komla konrad konstantin konstantinos
    koray korbinian kordula kornel kornelia kornelius kossi kosta kostas kostya kosuke kota kotaro
    kouji krasimir krasimira kresimir kreszentia kripa kris krishna krishnan krista kristaps
    kristen kristian kristijan kristin kristina kristine kristof kristoffer kristyna krisztian
    krisztina krunoslav krystian krystyna krzysztof ksenia kseniya kuba kubra kuldeep kumar kumari
    kumiko kun kunal kunigunde kunio kursat kurt kushtrim kusum kuzma kveta kwabena kwadwo kwaku
    kwame kwang kwasi kweku kwesi kyla kyle kylie kyllikki kyoko kyosuke kyra kyung kyungho lacey
    lachezar lachie lachlan ladislav lado laercio laetitia laila laima laimonas lajos lakshman
    lakshmi laleh lalit lam lama lamar lambert lamia lamin lamine lamont lan lana lance lander
    lane lapo lapu lara larissa larry lars larysa lasha lasse laszlo lata latasha latha latif
    latisha latoya laura laure laurel laureline lauren laurence laurene laurens laurent laurentiu
    lauri laurie laurine lautaro lavanya lavinia lawson laxman laxmi layan layla lazaro laziz lea
    leah leana leander leandra leandre leandro leann leanna leanne leberecht lebo lech leda lee
    leela leena lei leif leigh leila leilani leilei lejla lena leni lenka lennard lennart leo
    leocadia leon leona leonard leonardo leonce leoncio leonel leonhard leonid leonie leonor
    leonore leonty leopold leopoldine leopoldo lerato leroy lesedi lesley leslie lesly lestari
    lester lesya leszek leticia letizia lev levan levent levi lewis lexi leyla lhakpa lhamo li lia
    liam libby libor liborio libuse lidia lidiane lidiya lidka lieke lien liesbeth liesel
    lieselotte liesje lieve liezl lifang liga ligia lihua liisa lijuan lila lili lilia lilian
    liliana lilit liliya lillian lillie lilo lily liming lin lina linas linc lincoln linda lindiwe
    lindsay lindsey lindy ling lingling lingyun linh linnea linus lionel lior liora liping liridon
    liron lisa lisandro lisanne lisbet lisbeth lise liv livia livio liviu liwei liz liza lizzie
    ljiljana ljuba ljubica ljubo ljubomir llinos lloyd llyr loan lodewijk loes logan loic lois
    lokesh lola london long lorand lorcan lore loredana lorelei loren lorena lorenz lorenzo
    loretta lori loriana lorraine losa lotfi lothar lotta lotte lou louane loubna louis louisa
    louise loup lourdes lovro lowri lu luan luana luann lubna lubos luc luca lucas lucette lucia
    lucian luciana luciano lucie lucien lucila lucile lucille lucinda lucjan lucrecia lucretia
    lucy lucyna ludek ludivine ludmila ludmilla ludo ludovic ludwig ludwik luigi luigina luis
    luisa luise luiz lujain luka lukas lukasz luke lukman lulu lulzim luminita luna lungile
    luningning lurdes lusine lutfor luther lutz luuk luyao luzia lwazi lydia lyla lyle lylou lyn
    lynda lyndon lynn lynne lyosha lyric lyuba lyubomir lyubov lyudmila lyudmyla maaike maame
    maarit maarten maayan mabel mac macarena machiko machteld maciej maciek mack mackenzie macsen
    macy madalina madan maddie maddox made madeleine madeline madhav madhavi madhu madhuri madina
    madison madoka mads mael maelle maelys maeve magali magalie magaly magda magdalena magdalene
    magdalenka maggie magne magnus mahamadou mahbub mahdi maher mahesh mahima mahira mahmood
    mahmoud mahmuda mahnaz mai maik maike maiko maimouna maina mainak mair mairead maisie mait
    maite maitreyi maja majed majid maka makar makayla makena makenna makoa makoto maksim maksym
    malachi malachy malaika malak malavika malcolm malcom malee malek malgorzata malia malik
    malika malin malini mallika mallory malte malvika malwina mamadou maman mamdouh mame mami
    mamoru mamta mamuka mamun mana manabu manaia manal manana manar manas manasa manav mandeep
    mandira mandla mandy manfred mangesh manish manisha manjeet manju manjula manoel manoj manon
    manpreet mansi mansour mansur mantas manu manuel manuela mao maor mara marat marc marceau
    marcel marcela marcelina marcelino marcell marcella marcelle marcellin marcellus marcelo
    marcia marcial marcin marcio marco marcos marcus marcy mared mareike marek maren margaret
    margarete margarida margarita margaux margie margit margo margot margret margriet margrit
    marguerite margus marharyta mari maria mariah mariam mariama marian mariana mariangela
    marianna marianne mariano maribel maricel marichka maricruz marie marieke mariel mariella
    marielle marietta mariia marija marijan marijana marijke marijn marika mariko marilena marilia
    marilyn marin marina marinel marinko mario mariola marion maris marisa marisela mariska
    marisol marissa marit marites maritza marius mariusz marja marjo marjolaine marjorie mark
    marketa marketta markku marko markus marleen marlena marlene marley marlies marloes marlon
    marquis marshall mart marta marten martha marthe marti martijn martim martin martina martine
    marton marty marva marvin marwa marwan mary maryam maryann maryanne maryla maryline maryse
    marzia masa masaaki masahiko masahiro masaki masako masami masanori masao masaru masashi
    masato masatoshi masayuki masego maseko masha mason massimiliano massimo masud matan mate
    matej mateja mateo mateus mateusz mateuszek matheus mathew mathias mathieu mathijs mathilda
    mathilde mathis mathurin matias matija matilda matilde matjaz matko mats matt matteo matthew
    matthias matthieu matthijs matti mattia mattias mattie matvey matviy matyas maud maude maura
    maureen maurice mauricio maurizio mauro mavis mavluda max maxence maxi maxim maxime maximilian
    maximino maximo maxine maxwell may maya mayank maynard mayra maysa mayu mayuko mayumi mayur
    mayuri mazen mbali mckenna mckenzie mechthild meena meenakshi meera meg mega megan megha
    meghana megumi mehdi mehedi meher mehmet mehran mehreen mehret mehwish mei meike meiling
    meindert meinhard meinir meinrad meir mekonnen mel melaku melanie melba melchior melchor mele
    melek meleri melih melike melina melinda melis melisa melissa melissandre melody meltem
    melusine melvin menachem meng mengjie mengyao menno meral merav mercedes mere meredith merel
    merete meriem merja merle merrill mert mervat merve mervyn mesut metin meurig mher mia micaela
    micah michael michaela michal michalina micheal michel michelangelo michele michelle michiel
    michiko michio mick mickael mickey midori mieczyslaw mieke mieko miguel miguelangel miha
    mihaela mihai mihail mihaly mihir mihkel miho mihovil miika miji mijin mika mikael mikako mike
    mikhail miki mikio mikkel mikko miklos miku mila milada milagros milan mile milena milenko
    miles milica milind miljan millicent millie milo milos miloslav milosz milton miluse mimi min
    mina minako mincho mindaugas mindy mine ming minghao minghui mingma mingyu mingze minh minho
    minji minjun minjung minna minnie minoru minseo minsoo minttu mio mioara miodrag mira miranda
    mircea mireia mireille mirek mirela mirella mireya miri miriam mirja mirjam mirjana mirjeta
    mirko mirna miro miroslav miroslaw mirthe mirva mirza misaki misako misha misiek mitch
    mitchell mitesh mithun mitja mitsuko mitsuru mitya mitzi miu miwa miyako miyoko miyu miyuki
    mizan mizuki mladen mladena mo moana moaz modou modupe moe moeen mohamad mohamed mohammad
    mohammed mohan mohini mohit mohsen moira moises mojca mollie molly momchil momoko mona monday
    monica monika monique monir monira monisha monroe monserrat montserrat monty morag mordechai
    morena morgan morgane moritz morris morten morton morven moses mosharraf moshe mosi mostafa
    moti motoko moussa moustafa mpho mridula mubashir muge muhammad muhannad muireann mukesh
    mukhtar mukul mukund mulugeta mumtaz muna munashe munir munira munish murad murali murat murdo
    muriel murielle murray musa mustafa muthoni mutua muzammil mwangi mwende my mya myfanwy
    mykhailo mykola myles myra myriam myrna myroslav myroslava myrthe myrtille myrtle myung na
    nabanita nabil nabila nabin nachiket nada nadav nadeem nadege nader nadezhda nadia nadiia
    nadim nadine nadir nadiya nadja nadya naeem nafisa naftali nagesh nagisa nahed nahia nahla
    naila naina nair naira najat najib najla najwa nakul nala nalani naledi nalini nam naman
    namgyal namit namrata nan nana nanako nanami nancy nanda nandi nandini nandita nandor nao
    naoki naoko naomi naoto naoya narayan nare narek narendra naresh narges nargiza narinder naser
    nasima nasra nasreen nasrin nasser nassim natalia natalie nataliya natalka natanael natasa
    natasha nathalie nathan nathanael nathaniel natia natividad natsuki natsuko natsumi nattapong
    navdeep naveed naveen navin navneet navya nawal nawel naya nayara nayeon nazanin nazar nazare
    nazim nazir nazli nazmul nazrul ndeye ndiaye ndidi neal nebojsa necati ned nedeljko nedyalko
    neel neelam neema neeraj neerja neeta neetu neha nehal nehemiah neil nejc nela nele nelida
    nell nellie nelly nelson nelu nelya nemanja nenad nerea nereida nerina neringa nermin nerys
    neslihan nesrin nesrine nestor neta nevaeh neve neven nevena nevin nevio nezar nga ngaire ngan
    ngoc ngozi nguyen nguyet nhan nhat nhi nhu nia niall niamh nic nicanor nicholas nick nicky
    niclas nico nicodeme nicola nicolae nicolai nicolas nicole nicoleta nicoletta nicolo nicusor
    nida nidal nidhi niek niels nienke nigora nihad nihal nihat niina nika nikau nikhil niki
    nikifor nikita nikki niklas niko nikola nikolai nikolaj nikolaos nikolas nikolaus nikolay
    nikoletta nikolina nilanjan nilay nilda nilesh nilgun nilima nils nilufer nima nimish nimisha
    nimra nimrod nina ninad nine ning nino nir nira niraj niranjan nirav nirmala nisha nishant
    nishanth nissim nitesh nithya nitika nitin nitya nitzan nives nizar njeri njoroge nkechi nkem
    nkiru nkosana nnamdi nneka noa noah noam noboru nobu nobuhle nobuko nobuo nobuyuki nodar noel
    noelia noelle noemi noga nok nokuthula nolan nolwenn noman nomi nomsa nomvula nong nonoy nonso
    noor noora nor nora norah norbert norberto norbu noreen noriko norio noriyuki norma norman
    normunds nosipho notburga nour noura nouran ntombi nuala nubia nugzar nuno nunzia nur nura
    nuray nurcan nuri nuria nurit nurlan nursultan nurten nusrat nyah nyambura nyasha nyima nynke
    nyokabi nyoman oana oanh obaid obdulia obi obiageli obinna oceane ochieng octave octavia
    octavian octavio oda odair odalys oddvar odelia odell odette odhiambo odile odilo odilon
    odinaka ofelia ofer ofir ofra ogechi ognyan ohad oili oisin ojas okafor okan okon oksana oktay
    ola olabisi oladipo olaf olafur olamide olamilekan olanrewaju olav olavi olayinka oldrich ole
    oleg olegario oleh oleksandr oleksii olena olesya olga olive oliver olivera olivia olivier
    oliwia oliwier olli ollie olof olu olufemi olufunke olumide olusegun oluseyi oluwaseun
    oluwatobi olwen olya olympe olzhas omaima omar omari omer omid omkar omolara omolola omondi
    omri ondine ondrej onni onofre onur onyeka onyinye oona opal opeyemi ophelie oren oreste
    orestes orhan oriane oriol orit orla orlaith orlando orly ornella orsolya ortrud orville
    osagie osama osamu osborne oscar osei osiel oskar oskars osman osmar osnat ostap osvaldo
    oswald oswin oszkar otabek otakar otar otavio othman otieno otis ottavia ottilie ottmar otto
    oumar ousman ousmane ousseynou outi ovidiu owain owais owen oya oystein ozan ozge ozgur ozlem
    ozren paavo pablo pacome padam paddy padma padraic padraig paige paisley paivi pal palak
    palesa pallab pallavi palma palmer paloma pamela pancho pankaj panu paola paolo parag param
    paras parineeta paris parisa parker parminder parth parul parvati parveen parvin parwin pasang
    pascal pascale pascaline pascual pasha pasi pasquale pat patience patric patrice patricia
    patricio patrick patrik patrizia patrizio patrycja patryk patti patty patxi paul paula
    paulette paulien paulin paulina pauline paulinka paulo paulus pavel pavla pavlina pavlo pavlos
    pavol pawel paxton payal payam payton paz pearl pedro peer peggy pekka pelin pelle pema penda
    pendo penelope peng pengfei penny pentti pepe per perceval percy perica perla pernille perrine
    perry petar pete peter petko petr petra petre petri petro petros petru petrus petter petya
    peyton phat phil philibert philine philip philipp philippa philippe philippine phillip phineas
    phoebe phong phuc phuntsho phuong phurba phyllis pia piedad pierluigi piero pierre pierrette
    pierrick piet pieter pietra pietro pilar pim pina pinar pinchas ping piotr piper piret pirjo
    pirkko pirmin piroska piyush plamen platon plinio ploy pol pola polina polly polona poncio
    pooja poonam poornima poppy porfirio pornthip porter pouya povilas prabin prachi pradeep
    pradip pradnya pragya prajakta prakash prakriti pramod pranav pranay pranita pranjal prasad
    prasanna prasanth prasert prashant prashanth prasun pratap prateek prathamesh pratik pratiksha
    pratima praveen pravin predrag preecha preeti prem premysl presley preston priit primoz prince
    princess priscila pritam prithvi priti priya priyanka proinsias prokop prudence prudencio
    prune przemek przemko przemyslaw puja puleng pulkit puneet punit purab purificacion purna
    purnima purva pushkar pushpa putri putu qadir qais qamar qasim qi qian qiang qiaoling qin qing
    qinghua qiong qiu quan quang quds quentin quim quincy quinn quinton quirin quitterie qun quoc
    quratulain quynh rabab rabia rabie rabin rabiu rachael rachana rachel rachid rachna rade radek
    radha radhika radim radka radmila radomir radomira radoslav radoslava radoslaw radovan radu
    radwan raed rafael rafaela rafal rafe raffaele raffaella rafi rafinha rafiq rafiqul raghad
    raghav raghavan raghu ragna ragnar ragnhild raheel rahel rahim rahma rahman rahmat rahul raik
    raimo raimonds raimund raimundo raina rainer raisa raivo raj raja rajaa rajan rajani rajat
    rajdeep rajeev rajendra rajesh rajeshwari rajiv rajkumar rajni rajshree raju rakesh rakhi ralf
    ralph ram rama raman ramesh rameshwar rami ramil ramila ramin ramiro ramon ramona ramsey ramy
    ramya ramzi ran rana rand randall randi randy rangi rani rania ranjan ranjana ranjit ranjith
    raphael raphaelle raquel rasa rasha rashad rashed rashi rashid rashida rashmi rasika raslan
    rasmus ratan rathi ratko ratna rattana raul raushan raven ravi ravindra ravneet ravshan rawan
    rawiri ray raya rayan raymond raymonde rayna razan razvan reagan rebeca rebecca rebekah recep
    reda reed reem reema reena reese reeta refugio reggie regina reginald regine regis rehab reham
    rehana rei reid reidar reidun reijo reiko rein reina reinaldo reine reiner reinhard reinhardt
    reinhold reinier rejane reka rekha remco remedios remi remigiusz remington remus remy ren rena
    renan renata renate renato renaud rene renee rens renske renu renuka renzo reshma resi retno
    reto reuben reva rex reyes reyhan reynaldo rezaul rezo rhea rhett rhian rhiannon rhoda rhodri
    rhona rhonda rhydian rhys ria rianne ricarda ricardo riccardo rich richa richard rick ricki
    ricky rico rida riddhi rie rieko riggs rigoberto riham riikka riina rik rikke riku rikuto
    riley rim rima rimantas rin rina rini rino rinske riordan ripley rishabh rishi risto rita
    ritesh ritika ritu rituparna ritva rivka riya riyad rizki rizky rizwan roald rob robbert
    robbie robert roberta roberto robin robinson robrecht rocco rochelle rocio rocky rod roddy
    rodel roderich roderick rodger rodion rodney rodolfo rodolphe rodrigo roel roeland roelof
    rogelia rogelio roger rogerio roha rohan rohini rohit roi roisin rokeya rokhaya roksana
    roksolana rola roland rolando rolf rollo romain roman romana romane romano romaric romek romeo
    romina rommel romuald romy ron ronak ronald ronan ronda ronen rong ronit ronja ronnie ronny
    roopa roosevelt roque rory rosa rosalba rosalee rosalia rosalie rosalina rosalind rosalinda
    rosalyn rosangela rosanna rosanne rosario rosaura roscoe rose roseline rosemarie rosemary
    rosendo roshan roshni rosie rosita rositsa roslyn ross rostislav rostyslav roswell roswitha
    rotem rouba rowan rowdy rowel rowena roxana roxanne roy roya royce rozalia ruairi ruan ruaridh
    ruba ruben rubens rubina ruby ruchi ruchika rudi rudo rudolf rudra rudy rufus ruggero rui
    ruihong ruixue rukmini ruksana rumen rumi rumiko rumyana runa rune rupa rupali rupert rupesh
    ruprecht ruqayya ruslan ruslana russ russell rustam ruta rutger ruth ruthie ruud ruy ruzena
    ruzica ryan ryder ryker rylan rylee ryo ryohei ryoichi ryoko ryosuke ryota ryouta ryszard
    ryuichi ryuji saad saadia saanvi saara saba sabah sabbir sabela saber sabina sabine sabino
    sabita sabri sabrina sachi sachiko sachin sadao sade sadhbh sadia sadie sadio sadiq saeed safa
    safaa safiya sagar sagarika sagi sahana sahar sahil sahra sai said saida saif saige saija
    saima sajid sakari sakda saki sakina sakshi saku sakura salah salam saleh salem salif salil
    salim salima salimata salla sally salma salman salome salomeja salomon saloni salvador
    salvatore salwa sam sama samah samaira samanta samantha samar samara samba sameer sameh samer
    sami samia samir samira sammy samo sampath sampo sampson samuel samuele samuli samvel sana
    sanaa sanam sanchit sanchita sancho sanda sandeep sander sandesh sandhya sandi sandip sandor
    sandra sandrine sandris sandro sandy sanele sanford sangeeta sangho sangita sangmin sanika
    sanja sanjana sanjay sanjeev sanjiv sankar sanket sanna sanne santeri santiago santos santosh
    sanya sanzhar saoirse saori sapna saqib saqlain sara sarah sarai sarang saraswati sardor
    sargis sari sarika sarit sarita sarka sarmite saroj sarolta sarwat sasa sascha sasha saskia
    sathish satish satoko satomi satoru satoshi satu saturnino satya saul saule saurabh saurav
    savanna savannah savas saverio savita savva sawyer sayaka sayan sayantan sayuri scarlett scott
    seamus sean sebald sebas sebastiaan sebastian sebastiano sebastiao sebastien seda sedat seema
    sefa segolene segun seho sehun seiichi seiji seiko sekai sekou selam selcuk selena selim selin
    sello selma semra semyon senad senait senka seojun seok seokjin seonaid seoyeon sepp seppo
    serafina serap sercan serdar serena serenity sergei sergey sergio serhat serhii serhiy serik
    serkan serpil seth setiawan setsuko seun seung seunghyun sevda severin severino sevgi sevil
    seyi seyma seymour seynabou shaan shabana shabbir shachar shadi shadia shadrack shafiq
    shagufta shahana shahbaz shahd shahid shahin shahriar shahzad shai shailesh shaima shaista
    shaked shakib shakir shakira shakti shalini shalom shamim shamima shamita shan shane shani
    shanice shaniqua shankar shanna shannon shanshan shanthi shanti shaohua sharad sharada sharan
    sharanya shari sharif sharifa sharla sharlene sharmila sharmin sharon sharvari shashank shashi
    shashikant shatha shaul shaun shauna shavkat shawn shayla shayne shaza shazia shea sheela
    shefali shehzad sheikh sheila shelby sheldon shelley sheng shengli shereen sheri sherif
    sherine sherman sherry sheryl sherzod shi shigeki shigeo shigeru shiho shihong shijie shikha
    shikhar shilpa shimon shin shinichi shinji shinobu shinya shiori shira shirin shirlee shirley
    shishir shiv shiva shivam shivani shizuka shizuko shlomi shlomo shmuel shmulik sho shoaib
    shobha shoichi shoji shona shoshana shota shpresa shraddha shrestha shreya shri shrikant
    shrikanth shriya shruti shu shuai shuang shubham shubhangi shufen shuichi shuji shun shunichi
    shunsuke shuo shuyi shweta shyam sian sibel sibo sibongile sibusiso sibylle sid siddhant
    siddharth siddhi sidney sidonie sidra siebe siegbert siegfried sieglinde siegmar siegmund siem
    sienna sietske sifiso sigal sigbjorn sigi sigita sigmund signe sigrid sigridur sigurd sigurdur
    siim silas silje silke silvana silverio silvester silvia silvio silviu silviya simao simeon
    simina simo simon simona simone simonetta simran sina sinan sindhu sindre sinead sinem sini
    sinisa siobhan sione sioned sipho siqi siranush siri sirikit siriporn sirkka sirpa siska
    sissel sita siti siv siwan sixte siyabonga siyuan sizwe sjaak sjoerd sjors skye skylar skyler
    slamet slava slaven slavica slavisa slavko slavomir slawek slawomir slobodan smadar smita
    smriti sneha snehal snezana snezhana snigdha snjezana snorre snorri socorro soenke sofia
    sofian sofie soha sohaib sohail soham sohee sohel sohini sohrab sojin sokhna solange soledad
    solene solfrid solomiya solomon solveig somchai somsak son sona sonal sonali sonam sondra
    sondre song songul sonia sonja sonny sonya soo soojin sooyoung sophia sophie sora soraya
    sorcha soren sorin sorina sota souad soumaya soumitra soumya sourav sowmya spas spela spencer
    spyros srdjan srecko sreedhar sreenivas sri sridevi sridhar srijan srikanth srinath srinivas
    srinivasan srishti stacey stacy stale stan stanimir stanislav stanislava stanislaw stanislawa
    stanley stas stavros stef stefan stefani stefania stefanie stefano steffan steffen steffi
    stefka stein steinar steinunn stelian stella sten stepan stepanka stephan stephane stephanie
    stephen sterling steve steven stew stewart stig stijn stijntje stipe stjepan stojan storm
    stoyan stu stuart sture suad suat subhash subhashini subramaniam subramanian subrata suchada
    sucheta sudarshan sudeep sudeshna sudha sudhakar sudhir sue suelen suhail suhaila suhani
    suharto suhas suhasini suhyun sujan sujata sujatha sujin sujit sukanya sukarno sukhdeep
    sulaiman suleiman sulekha suleyman sullivan sultan sumaiya suman sumana sumeet sumiko sumin
    sumit sumitra summer sunaina sundar sunder suneet sungho sungmin sunil sunita suniti sunniva
    suparna supriya surabhi surachai suraj surbhi suren surendra suresh surya suryansh susan
    susana susann susanna susanne sushant sushil sushila sushma susie susilo susmita susumu susy
    sutton suvi suzan suzana suzanne suzu suzy svanhild svatopluk svea svein sven svenja sverre
    svetlana svetoslav svitlana svyatoslav swapna swapnil swarna swaroop swathi swati sybil
    sybille sydney sylvain sylvan sylvanus sylvester sylvette sylvia sylviane sylvie sylwia
    synnove szabolcs szczepan szilard szilvia szymon taavi tabassum tabatha tabea tabitha tad
    tadao tadas tadashi tadek tadeo tadesse tadeusz tadhg taehyung taeyang tafadzwa taha tahani
    taher tahir tahmina tai taichi taiki taina tainara tais taisiya taiwo takahiro takako takanori
    takao takashi takayuki takehiko takeo takeru takeshi takuma takumi takuya tal tala talal talat
    taleb talgat talha tali talia talita tam tamar tamara tamas tamati tamer tamika tamiko tamir
    tammy tamotsu tamrat tamuna tan tanaka tancrede tandin tane tanel taneli taner tania tanisha
    taniya tanja tanmay tanuja tanveer tanvi tanvir tanya tanyu tanyusha tao tapan tapani tapas
    tapio tara taras tarcisio tarek tareq tarik tariq tariro tarja tarjei tarkan tarmo tarun tasha
    tashi tasneem tasnim tassilo tate tatenda tatiana tatjana tatsuo tatsuro tatsuya tatum tau
    taufik tavita tavon tawanda tawfiq tawia tawny taylor tea teboho tecla ted teddy teemu tegan
    teguh tegwen tehmina teja tejas tejaswi tekle temirlan temitope temur tena tendai teng tenzing
    teodor teodora teofil teofilo teppo terence teresa terez tereza terhi teri terje terrance
    terrence terri terry terttu teruo tesfaye tess tessa tetiana tetsuo tetsuya tetyana teuila
    teun teunis thabiso thabo thaddaus thaddeus thais thaksin thalia thamer thanakorn thandeka
    thandi thandiwe thando thang thanh thao thea thekla thelma themba theo theodor theodora
    theodore theophile theresa therese theresia theron theun thi thiago thibaud thibault thibaut
    thien thierno thierry thijs thilo thinh thirza thoa thom thomas thor thora thorbjorn thorsten
    thorvald thu thuan thuy tia tiago tian tiana tianyi tiberiu tibor tien tiernan tiffany tigran
    tihomir tihomira tiina tiiu tijmen tijs till tillmann tilman tilo tim timea timm timo timofey
    timon timothee timothy timur tin tina tinashe tineke ting tingting tinotenda tirso tisha
    titilayo titouan titus tivadar tiziana tiziano tjark tjeerd toan tobechukwu tobi tobias tobin
    toby tochi todd todor tohru toivo tolga tolu tolulope tom toma tomas tomasz tomaz tomek tomer
    tomislav tommaso tommie tommy tomo tomohiro tomoko tomomi tomos tomoya tomoyo tonatiuh tone
    tong toni tonia tonis tono tony tonya toomas tope topi tor torben tord tore torge tori toril
    torill torstein torsten toru torunn toshi toshiaki toshiko toshio touhid tove toyin tracey
    tracy traian trang traudl traute travis travon tremaine trent trevor trey tri tricia triin
    trijntje trina trinh trinidad trinity tripti trish trisha tristan tristen troels trond troy
    trude trudie trudy trung truong trygve tsegaye tsepo tsering tshepo tshering tsipora tsubasa
    tsutomu tsuyoshi tsvetan tsvetelina tu tuan tuba tucker tudor tudur tugba tugce tuija tulika
    tullio tumelo tuncay tunde tung tuomas tuomo turgut turid turlough tushar tuula tuva tuyen
    tuyet tvrtko twila ty tycho tyler tymofiy tymon tymoteusz tyra tyree tyrese tyrone tyson tytti
    tzvi ubaid ubaidullah ubaldo uche uchechi uchenna uday udin udo udoka ufuk ugo ugochi
    ugochukwu ugur ugyen ujjwal ujjwala uldis ulf uli uliana ulises ulla ulle ullrich ulpu ulrich
    ulrik ulrika ulrike ulugbek ulyana ulysse ulysses uma umair umar umberto umesh umid umida umit
    umut una unai unni unnur upasana upendra uri uriel urmas urmila uros urosh urpo urs ursa ursel
    urska ursula urszula urvashi usama usha usman uta ute utkarsh utpal utsav uwe uyen uzi uzma
    uzoma vaclav vaclava vada vadim vahagn vahe vaibhav vaidas vaidehi vaishali vaishnavi vakhtang
    val valarie valdas valdir valdis valentin valentina valentine valentino valere valeria
    valerian valeriano valerie valerio valeriu valeriy valeriya valery valon van vance vandana
    vanderlei vandita vanessa vani vania vanja vanna vanya vardan varnika varsha varun varvara
    vasant vasanthi vasco vasil vasile vasilena vasilica vasilis vasily vasudha vasundhara vasya
    vasyl vasylyna vaughn vebjorn veda vedant vedat vedika vedran vedrana veena veera veerle vegar
    vegard veikko veit veli velimir veljko velma vendula venkat venkata venkatesh venla ventsislav
    vera verena verity vernice vernon veronica veronika veronique vesa veselin veselina vesna
    viacheslav vianney vibha vibhuti vicenta vicente vicki vicky victoire victor victoria
    victoriano victorien vid vidar vidhi vidisha vidkun vidya viet vigdis vijay vijaya
    vijayalakshmi vikas vikki vikram vikrant viktor viktoria viktoriia vilem vilho vilius viljar
    ville vilma vilmos vimal vimala vinay vinaya vince vincent vincenzo vineet vineeta vineeth
    vinh vinicius vinita vinko vinod vinzenz viola violaine violet violeta violette viorel viorica
    vipin vipul virag viraj virendra virgile virgilio virginia virginie virginija virpi vishal
    vishnu vishwas viswanathan vit vita vitalii vitaliy vitaly vitezslav vitor vittoria vittorio
    vitus vivek vivian viviana viviane vivianne vivien vivienne vjosa vlad vladan vladena vladimir
    vladislav vlado vlasta vlastimil vlatka vojislav vojta vojtech volkan volker volkmar volodya
    volodymyr vova vratislav vreni vsevolod vuk vusi vy vyacheslav vytautas wacek waclaw wade wael
    wafa wafaa wagner wahid wahyu wairimu wajid wakana waldek waldemar wale waleed walid wallace
    walter walther waltraud wambui wanda wanderley wangari wanja wanjiku wanjiru wanli waqar waqas
    ward waris warren waseem washington wassim wataru wati watson wawan wayan waylon wayne webster
    wei weidong weihua weijie weimin weiwei wekesa weldon wellington wen wenbin wenbo wenceslao
    wenche wendelin wendell wendy wenhao wenjie wenjing wenjun wenli wenqi wenzel werner wernher
    weronika wesley wessel weston whit whitney wibo wichai widad wiebe wiebke wieland wieslaw
    wieslawa wietske wigbert wiktor wiktoria wilbert wilbur wilfred wilfrid wilfried wilhelm
    wilhelmina wilhelmine will willa willard willeke willem willemijn willi william willie willow
    willy wilma wilson wilton wiltrud wim wincenty winfred winfried winnie winston wipa wiremu
    wissam wit witek witold witta wladimir wladyslaw wlodzimierz wojciech wolf wolfgang wolfram
    wonho woodrow woojin wouter wu wulan wyatt wyn wynn wynne wytse xander xaver xavier xaviere
    xia xiadani xiang xiao xiaobo xiaodan xiaodong xiaofei xiaofeng xiaohong xiaohui xiaojun
    xiaolei xiaoli xiaoling xiaoming xiaoping xiaoqing xiaowei xiaowen xiaoxia xiaoyan xiaoyu
    ximena xin xing xingyu xinyi xinyu xiomara xiong xiu xiuying xochitl xolani xu xuan xue xuefei
    xueli xuemei xueying xun ya yaa yaakov yael yagmur yago yahya yair yaira yakiv yakov yakup
    yalcin yamila yamini yan yana yang yangchen yanis yaniv yanli yann yannick yannis yanping
    yanti yanto yanyan yao yara yaron yaroslav yaroslava yasemin yaser yash yashika yashwant yasin
    yasir yasmeen yasmim yasmin yasmine yassin yassine yasuhiro yasuko yasuo yasushi yating yavuz
    yaw yawen yazan ye yefim yegor yehor yehuda yehudit yejin yelena yelizaveta yemi yen yeon
    yeong yeonjoo yerlan yesenia yetunde yevgeny yevhen yevhenia yewande yi yifan yifei yigal
    yigit yihan yijun yildiz yilin yilmaz yimin yiming yin ying yingjie yingying yishai yitzhak
    yixuan yiyang yoann yoav yogesh yogita yohan yohannes yohei yoichi yoji yoko yolanda yolande
    yona yonas yonatan yong yongjian yongqiang yoojin yoon yoram yordan yordanka yorick yosef
    yoshi yoshiaki yoshie yoshihiro yoshiko yoshinori yoshio yosra yossi yosuke yota youcef younes
    youngho youngjae youngmi younis yousef yousra youssef yu yuan yuanyuan yudi yue yuhan yuhang
    yui yuichi yuji yujie yujin yuka yukari yuki yukiko yukio yuko yulan yulia yuliana yuliia
    yulin yuliya yuma yumi yumiko yun yuna yunfei yuqi yuri yurii yuriko yuriy yusra yusuf yusuke
    yuta yutaka yuting yuto yutong yuuki yuval yuvraj yuxin yuxuan yvan yveline yves yvette yvon
    yvonne zach zacharias zachary zack zafar zafer zaher zahid zahir zahra zahraa zaid zain zainab
    zainabu zaira zakaria zakhar zaki zakia zakir zaldy zander zandile zane zanele zara zariah
    zarko zaven zawadi zayd zaza zbigniew zbynek zbyszek zdena zdenek zdenka zdislava zdravka
    zdravko zdzislaw zebulon zechariah zeeshan zeev zehra zein zeina zeinab zelal zelda zelie
    zeljka zeljko zelma zena zenab zenaida zenek zenon zenzele zephyrin zeynep zeyu zhan zhanar
    zhang zhanna zhao zhen zheng zhenhua zhenya zhi zhibin zhigang zhihao zhihong zhihua zhijun
    zhimin zhiming zhiqiang zhivko zhiwei zhiyong zhiyuan zhong zhou zhu zia ziad zihan zihao
    zilola zilvinas zina zinaida zineb zinedine zion ziqi zita ziv zixuan ziya ziyad ziyi ziyu
    zlata zlatan zlatko zobaida zodwa zoe zoey zofia zofie zohar zohra zoie zola zoltan zora zoran
    zorica zosia zoya zrinka zsigmond zsofia zsolt zsuzsa zsuzsanna zubaida zubair zubin zuhal
    zulema zulfiqar zulmira zurab zuri zuza zuzana zuzanna zuzka zvi zvonimir zweli zygmunt zyta
    """
)

NAME_WORDS = word_set(
    """
    abs ace ada adobe ai alba ales alexa alias alma amber an ang angel ann april arch archer
    archie ari arm art asa ash aspen atom august aurora auto autumn ava bailey baker bala ban bang
    bar barb bard baron bart bas bash basil bat bay beau bee ben-hur berg berry beta bill bin binh
    bit blaze bliss bo bob bolt bond bong booker boone booth brand brandy bray brent bridge brook
    brooke brooklyn brooks buck bud bunny burns buster byte can candy cane carat card carol carter
    casey cash cat cedar chad chai chance chandler chang charity chase chat chef cherry chi chip
    chuck claude clay cleveland cliff clover coco cody cole colt come constant cooper coral core
    corn cos cotton craft crew cruz crystal cyan daisy dale dallas dan darwin dash dat dawn day
    dean dear dee deep delta denim denver destiny dev dew diamond dick dina ding dion do dock dom
    don dong dot drake drew duke dung dusty earl early echo ed eden edit eli elm elvis ember emery
    eve even ever exp faith fan fang fay feng fern field fin finch finn fisher fletcher fleur
    flint floor flor flora florence flower ford forest forge fox fran frank fred free frost fu
    gage gal gale gamma gay gem gene genesis geneva gent george georgia ginger glen golden grace
    grant gray green grey grin gro gus guy ha hai hale ham hang hank hao hao-hao harbor hardy harm
    harmony harry harsh haskell haven hazel heath heather heaven hedda henry herb hermes hi hill
    ho holly honey hong hood hope hua huang hue hui hung hunt hunter ida ike imp indah india
    indigo ion iris iron isle iso israel ivory ivy jab jack jackson jade jam jan jar jasmine
    jasper java jay jazz jean jersey jess jet jewel ji jia jiao jie jim jin jing job joe john
    joker jordan josh journey joy joyce judge juice julia july june justice kai kale karat kay ke
    kelly ken kent kenya kerry key kid king kit kun la lake lam lan lance lane lang lark laurel
    law le lea lee lei leif leo li lily lime lin linden ling link linus linux lion liv live loan
    loch log logan london long loop lord lot lotus love lu luck lulu luna lux ly lynx lyric ma mac
    mace mack made madison magnolia main major malt mame man manu manual mao mara march mare mari
    mark mars marvel mary masa mason mast mat matt maud maverick max may me meadow mega mei mel
    mele melody memory meng mercedes mercy mere merit merry mesa mi miao mike milan mile miles
    milo min mina minerva minh mint mix mo mona monday moon mori moss mu my na nam nan nano nat
    navy ne ned neon nest net ni nick nicks nine ning no nobel noble noel noon norm norman nova nu
    nur oak ocean odd ola olive olympia om on onyx opal ops orange orion otter owl pa pace page
    paige pal pan paradox param paris park parker pascal pat patch patience paul pax paz pearl
    peer peg pelle peng penny pepper per perry pet petal pete phoenix pi pia pierce pilot pin pine
    ping pip piper ply pod poet pol pole polly poppy porter post potter prairie precious presley
    price primo prince princess prior prod promise pru prudence qi qian qiao qin qing queen quest
    quill rae rain rainbow ram ran randy raven ray re red reed reef regis rein ren rene reno rex
    rey ri rich richmond rick ridge rift river rob robin rock rocky rod roger rollo rom roman rome
    romeo ron rong rose rosemary ross row rowdy roy royal ruby rue rui rune rush rusty rye sa saba
    sable sage said sail saint sally salt sam sana sand sandy santa santo sat savannah sawyer
    scout se sec see sen senior serene serenity seven shade shah shan shay she shell sheng
    shepherd shi shu shuo si sierra sin siri skip sky slate so sol son song sonic sonny spence
    spike spring stage star starling stay stella sterling stew stone storm story su sue sum summer
    sun sunday sunny sutton swan sydney sys ta tab taco tad tai tala tale tam tan tane tao tar
    tate te tea teal tech ted temple ten teng terra terry test tex thi thor thorn thu thunder tien
    tiger till tim tin ting titan to tom ton tone tong toni topaz tor tori tracker trang tree tri
    trinh trinity trip true trung truth tu tucker tuesday tung turner ty umber una unit uri us val
    vale van veil venture vera vera-wang verity verse vi victor victory viola violet virgil virtue
    vivid wa wade walker wall walt wan ward washington watson wave way we web wei weld wellington
    wells wen west wheeler whit will willow win wing winter wit wo wolf wood wren wu wynn xi xia
    xian xin xing xiu xu xuan xue xun ya yale yan yang yao yard ye yen yi yin ying yo yong york
    you young yu yuan yue yun zane zeal zen zero zhan zhao zhen zheng zhi zhong zhou zhu zi zip
    zoom
    """
)
"""Names that are words of English or of computing too: capitals and a verb decide."""

FAMILY = word_set(
    """
    abdallah abe addo adebayo adeyemi agarwal aggarwal aguilar ahmed al-masri almeida alvarado
    alvarez alves andersen anderson andersson andrade ansari arslan asante aslan aydin balogun
    banerjee barbieri barbosa bauer bautista becker bekele bhatia bianchi boateng bonnet bose
    botha braun brown bruno bui campbell caruso carvalho castillo castro celik cerny cetin
    chakraborty chatterjee chavez chen choi chopra chowdhury christensen cohen colombo conti
    contreras costa cruz dabrowski dang das davis delgado demir desai dias diaz dlamini dogan
    dubois duong dupont durand dutta dvorak eriksson esposito estrada eze fernandes fernandez
    ferrara ferrari ferreira fischer flores fontana fournier fraser freitas friedman fuchs fujita
    gallo garcia ghosh giordano girard goldberg gomes gomez gonzalez goto greco guo gupta
    gustafsson gutierrez guzman haddad haile hamalainen hansen hartmann hashimoto hassan hayashi
    heikkinen hernandez herrera hidayat hoang hoffmann hofmann horak horvath hossain huang huber
    hussain ibrahim ikeda inoue ishikawa islam ito ivanov iyengar iyer jain jang jankowski jensen
    jimenez johansson johnson jones joshi jung kaiser kamau kaminski kang kapoor kariuki karlsson
    kato katz kaur kaya kelly khan khanna khoury kilic kim kimura klein kobayashi koch kohler
    konig korhonen koskinen kovacs kowalczyk kowalski kozlov kozlowski krause krishnan kruger
    kucera kumar kusuma kuznetsov laine lambert lange larsen larsson lebedev lee lefebvre lehmann
    leroy levi levy lewandowski lewis lima lin liu lombardi lopes lopez macdonald machado maier
    makela makinen maldonado malhotra malik mancini mansour mariani marino marques martinez
    martins matsumoto mccarthy mcdonald medina mehta mendes mendez mendoza menon mensah mercier
    meyer miller mitchell mizrahi mokoena moller moore morales moreau moreira morel moreno moretti
    mori morozov mukherjee muller munoz murphy mwangi nagy naidu nair nakamura nascimento nasser
    nemec neumann ngo nguyen nielsen nieminen nilsson njoroge nkosi novak novikov novotny nowak
    nunes nunez nwosu o'brien o'connor o'neill o'reilly o'sullivan obi ocampo ochieng odhiambo
    ogawa okada okafor okonkwo oliveira olsson ortega ortiz osei otieno owusu ozdemir ozturk park
    patel pedersen pena pereira peretz perez persson peters petrov pham phan pillai popov
    prochazka qureshi rahman ramirez ramos rao rasmussen reddy reyes ribeiro ricci richter rinaldi
    rios rivera rizzo robertson robinson rocha rodrigues rodriguez romano romero rosenberg rossi
    roth rousseau roux ruiz russo sahin saito salazar saleh sanchez sandoval santoro santos
    santoso sasaki sato schafer schmidt schneider scholz schroder schubert schulz schwarz sen shah
    sharma sheikh shimizu siddiqui silva singh smirnov smith soares sokolov sorensen soto souza
    stewart subramanian sullivan susanto suzuki svensson svoboda szabo szymanski takahashi tanaka
    tesfaye thomas thompson torres tran valdez van-der-merwe varga vargas vasquez vega
    venkataraman verma vesely vieira villanueva virtanen vo vogel volkov wagner wang wanjiku
    watanabe weber weiss werner wijaya williams wilson wisniewski wojcik wozniak xu yamada
    yamaguchi yamamoto yang yildirim yildiz yilmaz yoon yoshida zhang zhao zheng zhou zielinski
    zimmermann
    """
)

TECHNOLOGY = word_set(
    """
    activemq ada adyen aerospike airbyte airflow airtable akamai alembic alertmanager alexa alfred
    algolia alloy alpine ambassador amplitude android angular ansible ant apache apigee apollo
    arango arch archaius argo argocd artifactory artillery asana athena aurora auth0 azure babel
    bamboo barman basecamp bazel bcc beam beyla bigquery bind bitbucket bors boundary bower box
    braintree bsd btrfs bugsnag buildah bundler burp cacti caddy caffe calico camel capistrano
    carbon cargo cassandra celery centos ceph chai chaos chef chrome cilium circleci clamav claude
    clickhouse clickup clojure cloudflare cloudfront cobol cockroach cockroachdb cognito collectd
    composer conda confluence consul containerd coredns corosync cortex cortexmetrics couch
    couchbase couchdb crates crowdstrike cypress dagster dart datadog db2 dbt debezium debian
    dependabot dex discord django dnsmasq docker doctrine draft drbd drone dropbox druid drupal
    dynamo dynamodb dynatrace ebpf ec2 ecs ecto edge eks elastic elasticsearch elixir eloquent
    envoy erlang etcd eureka excel exchange express ext4 fabric falco falcon fargate faro fastly
    fedora feign figma firebase firecracker firefox fivetran flannel flask flink fluent fluentbit
    fluentd fluentforward flux fluxcd fly flyway fortran foundationdb freebsd freshdesk galera
    ganglia garden gatling gcp gdb geode gerrit git github gitlab gluster go golang gradle grafana
    graphite great greenplum gremlin groovy gunicorn hadoop haproxy harbor haskell hazelcast hbase
    heartbeat hellman helm hermes heroku hex hibernate hive homu honeycomb hubot hubspot hudson
    hyper-v hystrix icinga ignite impala influx influxdb informatica informix intercom invision
    ios istio jaeger janus java javascript jenkins jest jetty jira jmeter joomla julia junit
    jupyter k6 kafka kaniko karma karma-ui kaspersky keepalived keras kerberos kettle keycloak
    kiam kibana kinesis knex kong kotlin kubeflow kubernetes kudu kustomize kvm kylin lambda
    laravel ldap lein libvirt lighthouse lightstep linear linkerd linux liquibase litmus locust
    loggly logstash loki longhorn looker lua lucene luigi lvm macos magento mailchimp mailgun
    mandrill marathon maria-db mariadb marvin mathematica matlab maven maxscale mcafee meilisearch
    memcached mercurial mergify mesos metabase metasploit mimir minio miro mix mixpanel mlflow
    mocha monday mongo mongodb mongrel mosquitto mule munin mysql nagios nats neo4j nessus netdata
    netlify netsuite netty newrelic nexus nfs nginx nifi node nodejs nomad norton nose notion npm
    nuget octopus okta onedrive opensearch openshift opera opsgenie oracle orient oscar ossec otp
    outlook pacemaker packer pagerduty papertrail parca pascal passenger patroni paypal percona
    perf perl pgbouncer phoenix php pingdom pinot pip pipenv playwright pnpm podman poetry
    portainer portworx postgres postgresql postmark prefect presto prisma prometheus proxmox
    proxysql pulsar puma pumba puppet puppeteer pyroscope pytest python pytorch qemu quay rabbitmq
    radius rails rancher raygun rds react rebar redhat redis redshift render renovate resque riak
    ribbon riemann rollbar rook route53 rspec rstudio ruby rubygems runc rundeck rust s3 safari
    sage salesforce salt saltstack samba sap sbt scala scylla scylladb segment selenium sendgrid
    sensu sentry sequelize sharepoint shopify sidekiq siege sinatra singer siri skaffold sketch
    skywalking slack snort snowflake sns snyk solaris solr sonar sonarqube sophos spanner spark
    sphinx spinnaker splunk spring springboot sqlite sqs squid statsd statuscake statuspage stitch
    stolon strace stripe sumo superset suricata suse svelte svn swarm swift sybase symantec
    symfony sysdig tableau talend tarantool tcpdump teamcity teams tekton telegraf tempo
    tensorflow teradata terraform tetragon thanos theano thin tidb tikv tilt timescale tomcat tox
    toxiproxy traefik travis trello trino tsung turbine twilio tyk typeorm typescript typesense
    ubuntu unbound undertow unicorn unix uptimerobot uwsgi vagrant valgrind varnish vault vector
    vegeta velero vercel vertica victoria victoriametrics victorops vitess vmware vsphere vue
    wal-g watson waypoint wazuh weave webpack webrick windows wireshark wordpress wrk xen yarn
    zabbix zap zeek zendesk zeplin zeppelin zeromq zeus zfs zipkin zookeeper zoom zuora zuul
    """
)
"""Products and projects that look like names: the doer is a program."""

ORGANISATIONS = word_set(
    """
    ag agency akamai amazon apple atlassian authority aws azure bank carrier centurylink client
    clients cloudflare cogent comcast company contractor-company corp corporation council court
    customer customers datadog dhl digicert digitalocean equinix facebook fastly fedex gcp github
    gitlab gmbh godaddy google government heroku hetzner hospital host hosting ibm inc isp
    letsencrypt level3 linode llc ltd lumen mailgun mastercard merchant merchants meta microsoft
    ministry namecheap netflix okta oracle ovh pagerduty partner partners paypal plc police
    provider rackspace registrar regulator sa salesforce sectigo sendgrid slack stripe supplier
    swift telco telekom telstra twilio university ups upstream users vendor verisign verizon visa
    vodafone zayo
    """
)
