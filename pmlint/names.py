"""Given names of the world, some family names, and names that belong to software.

Lower case and without accents. The lists are evidence, not proof: `pmlint.people`
weighs them against the document. Collected by hand from general knowledge; the rarer
names in ``namelists/`` are those of Faker (MIT License, see there) that are no words.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pmlint.lexicon import word_set

__all__ = ["FAMILY", "GIVEN", "NAME_WORDS", "ORGANISATIONS", "TECHNOLOGY", "is_rare_name"]


def is_rare_name(word: str) -> bool:
    """Whether *word* is a given or family name of one of many countries."""
    name = word.encode("utf-8", "surrogatepass")
    return any(_holds(lines, name) for lines in _rare_names())


@lru_cache(maxsize=1)
def _rare_names() -> tuple[bytes, bytes]:
    """Sorted, one a line. A set of the 32,000 takes longer to make than a document to read."""
    folder = Path(__file__).with_name("namelists")
    return (folder / "given.txt").read_bytes(), (folder / "family.txt").read_bytes()


def _holds(lines: bytes, word: bytes) -> bool:
    low, high = 0, len(lines)  # both at the start of a line
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = lines.index(b"\n", start)
        found = lines[start:end]
        if found == word:
            return True
        low, high = (end + 1, high) if found < word else (low, start)
    return False


GIVEN = word_set(
    """
    basil dot precious rusty skip
    aadhya aaditi aakash aaliyah aamir aarav aarne aaron aarti aarush abbas abby abdallah abdel
    abdi abdul abdulaziz abdulhadi abdulla abdullah abdulrahman abeba abebe abebech abed abeer
    abeiku abel abena aber abhay abhijeet abhijit abhinav abhishek abida abigail abimbola
    abiodun abiola aboubacar abraham abram abtin achara achieng achim achmat achyut ada adaeze
    adalberto adam adama adanna adaobi addison ade adebayo adebola adedayo adeel adefemi adegoke
    adekunle adel adela adelaida adele adelheid adeline adenike adeola adesola adetola adewale
    adham adi adiba adil adina adisak aditama aditi aditya adjara adjoa adnan adolfo adoma adong
    adriaan adrian adriana adriano adrienne adrijana adugna adwoa afa afia afif afnan afolabi
    afriyie afroz afua agata agatha agathe agim agnes agnetha agnieszka agoston aguinaldo agung
    agus agustin agyei ah-young ahana ahmad ahmed ahmet ahn ahoo ahorangi ai aibek aida aidan
    aiden aigerim aigul aija aiko ailani aileas aileen ailsa ailton aimee ainembabazi aino ainur
    ainura aiono airi aisha aishwarya aisling aissatou aistis aisulu aivar aivars aizada aizhan
    ajay ajit ajith ajmal akamu akanksha akari akash akbar akbota akela akello akemi akenehi
    akhil akhona aki akihiko akihiro akiko akin akinyi akio akira akiyoshi akmal akmaral akos
    akosita akosua akot akoth akram aksel akshay aktoty akua akunna akwasi akylbek ala alaa
    alaina alan alana alasdair alastair alayna alba alban albana albert alberta albrecht alcides
    alda alden aldo aleah alec aled alejandra alejandro alejo aleksa aleksandar aleksander
    aleksandra alemayehu alemu alenka alessandra alessandro alessia alessio alex alexander
    alexandra alexandre alexei alexey alexia alexis alfhild alfie alfons alfonsina alfonso
    alfred alfredo algirdas alhassan ali alia alibek alice alicia alika alin alina alisa alisha
    alisher alison alistair alix aliya aljaz aljosa alka allan allen allie allison alma almagul
    almas almaz alofa aloha alois alojzy alok alonso alpana alper alphonse altair altan
    altansukh altantsetseg altin altynai alua alun alva alvaro alvin alyona alyosha alyson
    alyssa alzbeta ama amadi amadou amaka amal amalie aman amanda amandine amani amankay amar
    amara amarachi amare amari amarjargal amarsanaa amaru amaya amber ambika ambre amelia amelie
    amer ameyo amin amina aminah aminat aminata amine aminu amir amira amiria amit amita amitabh
    amituanai amjad ammar amogh amol amparo amr amrita amruta amy an ana ana-seini anabela
    anagha anahera anahit anais anamarija anamika anan anand ananya anar anara anaru anas
    anastasia anathi anatoly anaya anca anders andi andile andjela andraz andre andrea andreas
    andree andreea andrei andreia andres andrew andrey andries andris andrius andriy andrzej
    andy aneesh aneirin anela anele anelia anesu aneurin ang ange angel angela angelica angelika
    angelina angelique angelito angelo anggi angharad angie angus anh ani ania anibal anika
    aniket aniko anil anindita anirban anirudh anish anita anja anjali anjana anjum anke
    ankhbayar ankhtuya ankit ankita ankur ann anna annabel annabelle annabeth annalise anne
    annegret anneke anneli annelie anneliese annelore annemarie annette anni annick annie annika
    anniken anong anora anotida anouk anowar anselm ansgar antara ante anthony antje antoine
    antoinette anton antonella antonia antonin antonio antonius antony ants antti antun antwan
    anu anuhea anuj anup anupam anuradha anurag anush anusha anushka anvar anvita anwar anyango
    anzhela aodhan aoibheann aoife aorangi aparajita aparecida aparna apenisa aphiwe apinya apio
    apirana apiyo apolline apollo april apurva aqib araceli arafat aram arash aravind arax
    araylym arben archana archer archie archit ardi ardit areej areen areg arek arend arevik
    arezoo ari aria ariadna ariana arianna ariel arif arild arindam arisa ariunaa ariunbold
    arjun arkady arlene arlete arlindo arlo arman armand armando armelle armen armin armindo
    armine armita arnaud arnav arndt arne arno arnold arnost arnulf aroha arohanui aron arpine
    arpit arpita arsen arsene arseny arsham arslan art arta artak artem arthit arthur arti artis
    arto artur arturas arturo arun aruna arunima aruzhan arvid arvind arvo arwa arwel arya aryo
    arzo asa asabe asad asadullah asami asanda asante asbjorn asdrubal aseel asel asem asen
    asenaca asger asghar asha asher ashish ashkan ashley ashlyn ashok ashot ashraf ashraful
    ashton ashwin ashwini asif asiimwe asim askar asko aslam aslan aslaug asli aslihan asma
    asmaa asofa aspen assane asta aster astghik astri astrid asuka asuncion asylbek asylkan
    ataahua atahualpa atanas atawhai atef atefeh atelaite athanasios athandiwe athena atieno
    atif atiqullah atoosa atsuko atsushi attila atuhaire atul aubree aubrey aude audrey audrone
    august augustin augusto aulii auma aung aurele aurelie aurelien aurelio auriane aurora
    autumn ava avani avantika avelino avery avetik avi avinash avner avraham avtandil avuyile
    awa awad awhina awino awuor axel axelle aya ayaan ayaana ayaka ayako ayala ayame ayana
    ayanda ayanle aybek ayden ayebare ayele ayelet ayesha aygul ayhan ayk ayla ayman aymen
    aymeric ayna ayo ayobami ayodele ayomide ayon ayotunde ayoub ayse aysegul aysel aytac ayumi
    ayush azadeh azamat azar azat azhar aziz aziza azizbek azra azubuike azucena azuka azza
    baaba baba babacar babafemi babajide babak babalwa babasola babatunde babirye babita babul
    badr badri bae bagdat bagus bahaa bahar bahareh bahman bahodir baiba bailey bairre bakai
    bakari bakary bakhtiyor bakyt bala balaji balazs bale balint baltasar balthasar bambang
    bamidele bankole bao baoyu baptiste baraka barasa barbara barbel bardhyl barend baris barna
    barnabe barnaby barney barno barrett barry bart bartek bartlomiej bartolome bartosz bas
    basak basel basem bashar bashir basia basile basim basira basma bassam bastian bastien
    bastienne batbayar batbold baterdene batjargal batkhuyag batmunkh batsaikhan battsetseg
    battulga batuhan batyr baurzhan bauyrzhan bayan bayarmaa bayarsaikhan bayartsetseg bayu bea
    beata beate beatka beatrice beatriz beau becca beckett becky bedrich bedwyr begench behnam
    behnaz behrang behrooz behrouz behruz behzad beibut beka bekele bekzat bekzod bela belaynesh
    belen belinda bella ben bence benedict benedicte benedikt bengisu benigno benita benito
    benjamim benjamin bennett benno benny benoit bente bento berat berengere berenice berhane
    berit berk berkay bermet bernadette bernard bernarda bernardo bernardus bernd bernhard
    bernice bert bertha berthold bertille bertram bertrand bertus berwyn besik besnik beth
    bethany betsy bettina betty beverly beyza bharat bharath bharti bhaskar bhavana bhavesh
    bhavin bhavya bheki bhekisisa bhupesh bhupinder bhuvan bianca bianka bibi bidzina bijan
    bijoy bikash bikram bilal bilan bilel bill billy bilqis bimala bin bingbing binh binita
    binod binta bintou birger birgit birhanu birk birte birtukan biser bishnu bisi bita bjarne
    bjork bjorn blagovest blair blaise blaithin blake blanca blanche blandine blanka blas blazej
    blerim blerta bleuenn blythe bo bo-young boateng boaz bob bobby bobur bodil bodo bogdan
    bogdana boglarka bogna bogomil bogumil bogumila boguslaw bohdan bohumil bohuslav boitumelo
    bojan bojana bokang bola bolanle bolat boldbaatar boleslaw bolor bolorchimeg bolormaa
    bolortuya bong bong-jun bongani bongiwe bonnie bontle boone boonmee boonsri bopha bora
    borghild boris borislav borivoj borut borys bosede botagoz botir botond botshelo boubacar
    bouke boutros bowen boyan boyko bozena brad bradley brady brage bram brandon brandy
    branislav branka branko branwen bratislav braulio braxton brayden breanna breanne brecht
    brenda brendan brennan breno brent bretislav brett brian briana brianna brice brid bridget
    brielle brieuc briggs brigida brigitta brigitte britney britt britta brittany brody bronagh
    bronwen brooke brooklyn bruce bruna bruno bryan bryce bryn bryson buck budi budragchaa buhle
    bukola bulelwa bulent bunmi burak burcu burkhard buse bushra busisiwe busra bwalya
    byaruhanga byron byung-ho byung-hun cade caden cadence caetana caetano cahal cahir cahya
    caio caitlin caitlyn caleb callie callum calogero calum calvin camden camelia cameron camila
    camilla camille camilo camryn can canan candace candido caner cansu caoilfhionn caoimhe
    caoimhin capucine cara caradog cardo carel caridad carina carine carl carla carlinhos carlo
    carlos carlotta carly carmel carmelo carmen carmine carol carola carole carolina caroline
    carolyn carrie carson carsten carter carwyn cary casey cash casimiro caspar casper cassandra
    cassandre cassidy catalin catalina catarina caterina cathal catherine cathleen cathy catrin
    catriona caue cayden cecile cecilia cedric ceinwen celeste celestin celestine celia celine
    celso cem cemal cengiz ceren ceri cerys cesar ceyda chad chae chai chaim chaitanya chaiwat
    chaiya chakrit chalerm chan-woo chana chanchai chanda chandan chandler chandni chandra chang
    chang-min changming chanida channary channing chantal chanthira chanthou chantrea chao
    charity charlene charles charlie charlotte charly charu charulata chase chaska chatchai
    chaya chebet cheikh chelsea chen chenai cheng chengetai chenglei chengxi chepkoech cheptoo
    cherono cheryl chester chetan cheyenne chiamaka chiara chibueze chibuike chibuzo chico
    chidera chidi chidiebere chidinma chido chie chiedza chieko chiemeka chigozie chihiro
    chijioke chika chike chikezie chileshe chilufya chima chimamanda chimeg chimgee chimwemwe
    chinaza chinbat chinedu chinelo chinenye chinmay chinonso chinwe chinyere chioma chip chipo
    chirag chiratidzo chisa chisom chisomo chit chiyo chizoba chloe cho choi cholpon chris
    christa christel christelle christiaan christian christiane christie christina christine
    christl christoph christophe christopher christos christy chuck chuka chukwudi chukwuemeka
    chukwuma chul chul-soo chuluun chuluunbaatar chun chunhua chunyan chyngyz cian ciara ciaran
    cihan cillian cindy cintia ciprian ciro citlali citlalli citra claire clara clarence clarice
    clarisa clarissa claude claudemir claudette claudia claudio claudiu claus clay cleber clem
    clemence clemens clement clementine cleo cleveland cliff clifford clint clinton clive
    clodagh clothilde clotilde clyde codrut cody cohen coinneach cole colette colin coline
    colleen colm colton come conall concepcion congcong conleth connie connor conny conor conrad
    constance constant constantin constanze consuelo cooper cora coralie corbin cordelia corey
    corina corinna corinne cormac cornel cornelia cornelis cornelius corrie cory cosimo cosmin
    costas costel coumba courtney craig cristi cristian cristiano cristina cristobal cristovao
    cruz crystal csaba csilla cuauhtemoc cuneyt cuong curt curtis cuthbert cvetka cynthia
    cyrielle cyril cyrille czeslaw da-eun da-hye daan dace dacian daciana dae dae-hyun dae-jung
    daeho dafna dafne dafydd dagfinn dagmar dagmara dagny daichi daiki dainius daisuke daisy
    daithi daiva dakota daksh dalal dale dalia dalibor dallas dalton dalva daman damaris damian
    damien damilola damla damon dan dana dandan dani danial daniel daniela daniele daniella
    danielle danijel danijela danika danilo danish daniyar danjuma danladi danny dante danuta
    danylo dao daoud daouda daphna daphne dara darareaksmey darcy dareen daria darian darien
    darina dario darius dariush dariusz darkhan darko darlene darnell darragh darrell darren
    darryl darshan darwin darya daryl dashawn dastan dato datu daulet dauren davaa davaajargal
    dave davi david davide davina davis davit davor davorin davron dawa dawei dawit dawn dawson
    daxton deaglan dean deana deandre deanna dearbhla deb debasish debbie debjani debora deborah
    debra declan dedi dee deeksha deep deepa deepak deepika deepti defne dehua deiniol deirdre
    deisy dejan delaney delaram delger delgermaa delia delilah delphin delphine delroy delwar
    delyth demarco demba demet demetrius demian dencho denes denholm denilson denis denisa
    denise deniz dennis denys deon deqa dereje derek dermot derya desi desiree desislava desmond
    desta destiny detlef detlev dev devendra devi devika devin devon dewi dexter dezso dhananjay
    dhanush dhara dharmesh dhiraj dhruv diallo dian diana diane diarmaid diarmuid diarra dick
    didem didier diego diep dieter dietmar dietrich dijana dikeledi dikembe dilara dildora dilek
    dilfuza dilip dilnaz dilnoza dilshad dilshod dilwyn dima dimakatso dimas dimitar dimitri
    dimitris dimo dina dinah dinakar dinara dindo dineo dinesh dinh dino diogo dion dipendra
    dipti dirk disha ditiro divya divyansh diyar djeneba djibril dlamini dmitri dmitriy dmitry
    dmytro do-hyun do-yoon dobromir doina dolgor dolma dolores domagoj domenico dominic dominick
    dominik dominique don donal donald donatas donatella dong dong-hyun dong-wook doniyor donka
    donna donnacha donncha donnell donovan donya dor dora doreen dorian dorin dorina doris dorj
    dorji dorjsuren doron dorota dorothea dorothee dorothy dorottya dorte doug douglas douwe dov
    dovlet dragan dragana dragica drago dragos dragoslav drahomira drake drazen drew driss
    dritan driton dror dubem dubravka duc duduzile dulce dulguun dumisani duncan dung dunja
    duong durda durga dusan dustin duygu dvora dwayne dwi dwight dylan dzifa dzintars eabha
    eamon eamonn eanna earl easton ebele eberhard ebony ebrahim ebru ebuka ebunoluwa ece ecem
    echezona eckart eckhard ed eda edda eddie edeltraud edem eden edgar edgardo edgars edi
    edilson edina edit edith edmond edmund edna edoardo edona edouard edson eduard eduardo
    edward edwin edyta edzai eero eetu efa efe efosa efrain efrat efua egbert ege eghosa egill
    egle egon ehab ehrhard ehsan ehud eifion eiji eike eiko eileen eilidh eilir eilis eimear
    einar einat eino eira eirik eirlys eitan eithne eivind eivor eka ekaterina ekaterine ekene
    ekin ekkehard eklavya eko ekow ekua ela elad eladio elaheh elaina elaine elba eldad eldar
    eldiyar eldon elea eleanor elena eleni eleonora eleonore eleri elfed elfriede elham eli elia
    eliana eliane elias eliezer elif elijah elikem elin elina elira elisa elisabeth elise eliseo
    eliska elissa elitsa eliza elizabeth elke ella ellen ellery elli ellie elliot elliott ellis
    ellison elmar elmira elnaz elnura elodie eloi eloise eloy elsa elsie elske elton eluned
    elvir elvira elvis elwyn elyor elzbieta emad eman emanuel emanuela ember emeka emeke emel
    emeline emer emeric emerson emery emi emiko emil emile emilee emilia emilie emilien emilio
    emiliya emily emina emine emir emlyn emma emmalyn emmanuel emmanuelle emmett emmi emmy emrah
    emre emrys emyr encarnacion enda endang endre enes enfys engin eniko eniola enitan
    enkhbaatar enkhbayar enkhbold enkhjargal enkhjin enkhmaa enkhtaivan enkhtuya enoch enora
    enrico enrique enyinnaya enzo eoghan eoin epeli ephraim epifanio erasmo erbol ercan erdal
    erdem erdene erdenebat erdenechimeg eren erez ergin erhard eri eric erica erich erik erika
    eriko erin erion erivaldo erkan erkin erkki erlan ermanno ermek ermin erna ernest ernestine
    ernesto ernie erno ernst erol errol ersin ertugrul erwin eryl erzsebet esa esam esben esha
    eshetu esi eskil esmaeil esme esmeralda esperanza esra essam esteban estefania estela
    estelle ester estevao esther esty eszter eteri ethan etienne etsuko ettore euan eudes eugen
    eugene eugenia eugenie eugenio eugeniusz eun eun-bi eun-ha eun-hee eun-ji eun-jung eun-kyung
    eun-seo eun-young eunice eunji eunjung eurig eusebio eva evan evandro evangeline evangelos
    evaristo evelin eveline evelyn evelynn everett evert evgeni evgenia evgeny evren ewa ewald
    ewan ewout eyal eyerusalem eylul eystein ezekiel ezequiel ezgi ezinne ezio ezra faafetai
    faamanu fabian fabien fabienne fabio fabiola fabrice fabricio fabrizia fabrizio facundo
    fadekemi fadel fadi faduma faezeh fagalele fahad fahd fahimeh fairouz faisal faith faiza
    faizan fajar faleolo falguni falk fan fang fanny fanta farah farahnaz farai farbod fardin
    fareed fares farhad farhan farhana farhiya farhod fariba farid farida farideh faris farishta
    farley farnaz farouk farrokh farruh farrukh faruk farzad farzana farzaneh farzona fasika
    fatai fatema fatemeh fatih fatima fatimah fatimata fatin fatma fatmir fatos fatou fatoumata
    faustine faustino fausto fawad fawaz fawzi fawzia faye faysal fazlul fearghal fearghas
    federica federico fedir fedor fei feifei felicia feliciano felicien felicitas felicity
    felipe felix femi femke feng fengyi feras ferdie ferdinand ferenc fereshteh fereydoun fergal
    fergus ferhat feride fermin fern fernanda fernando feroz feruza fetu feyi ffion fiachra
    fiadh fiafia fialelei fidel fifita fikile fikirte fikret fikru filip filippa filippo filiz
    filomena finau finbar finlay finn finnian fintan fiona fionn fionnuala fiorella firdavs
    firmin firouz firouzeh firuz fisayo fitri flavia flavie flavien flavio fletcher fleur floor
    flor flora florence florencia florent florentin florentine florian florica florin florina
    floris floyd fode folake folarin folasade folashade folole ford forrest fouad fox fran
    franca frances francesca francesco francine francis francisca francisco franciszek francois
    francoise franjo frank franka frankie frans frantisek franz franziska franziskus fraser
    frauke fred freddie freddy frederic frederick frederik frederike frederique fredrik freek
    freya frida frieda frieder friederike friedhelm friedl friedrich friso frits fritz fritzi
    frode fruzsina fu fulgencio fulvio fumiko fumio fungai funke funmilayo furkan gabe gabi
    gabor gabriel gabriela gabriele gabriella gabrielle gabrysia gadi gael gaelle gaetan gaetano
    gagan gage gagik gaia gal gale galina galit galym gambo gamze ganbaatar ganbat ganbold
    ganesh gang ganga gankhuyag gantulga gantuya garba garegin gareth gargi garik garikai
    garrett garth gary gashaw gaspard gaston gatete gathoni gatwiri gaukhar gaurav gauri gautam
    gautami gautier gavhar gavin gavril gayane gayle gearoid gede gediminas geert geeta geir
    gela gemma genaro gene genet geneva genevieve gennady gennaro genowefa gent genti geoff
    geoffrey geoffroy georg george georges georgeta georgia georgina georgios geovanna geraint
    gerald geraldine geraldo gerallt gerard gerardina gerardo gerben gerd gerda gerel gerelmaa
    gereon gergana gergely gergo gerhard gerlinde gernot gerry gerson gertie gertrud gervasio
    gesine getachew gethin gevorg geza ghada ghassan ghazal ghazaleh gheorghe gherardo ghislain
    ghislaine ghulam gi-tae giacomo giada giampiero gian giang gianluca gianmarco gianna gianni
    gianpaolo gica gideon giedrius giga gijs gil gila gilad gilbert gilberto gildas giles gili
    gilles gillian gilson gina ging ginger giordano giorgi giorgia giorgio giorgos giovana
    giovanna giovanni girish girma gisbert gisela gisele giselle gita gitanjali gitta gitte
    giuditta giulia giuliano giulio giuseppe givi gizem gjertrud gladys glen glenda glenn glenys
    gloria glyn gniewomir gocha godfrey gohar goitsemang goitseone gojko gokce gokhan golnar
    golnaz golshan gonca gonul gonzalo gopal gopi gor goran gorata gordana gordon goro gosia
    gottfried gotthard gourav govert govind govinda gozde gozel grace gracelyn gracie graciela
    grady graeme graham grainne grant grayson grazia grazyna greg grega gregg gregoire gregor
    gregorio gregory greta gretchen grete gretel greyson griffin grigor grigory grisha gro
    gruffydd grzegorz guadalupe gualberto guang guangming gudrun gugu guido guilhem guilherme
    guillaume guillermo gul gulalai gulay gulbahar gulbara gulcan gulchehra guled guljan gulmira
    gulnar gulnara gulnaz gulnora gulnura gulru gulsah gulsen gulzhan gun-woo gunda gundula
    gunjan gunn gunnar gunta gunter gunther guntis gunvor guo guoqiang guowei guram gurkan
    gurpreet gus gustaf gustav gustavo gustl guto gvantsa gwen gwenael gwenaelle gwenda gwendal
    gwendolen gwendolyn gwenllian gwenno gwilym gwyn gwyneth gyorgy gyu gyula ha ha-eun ha-joon
    ha-neul ha-rin ha-yoon haakon habib habiba habibullah habibur habimana habtamu hadar hadas
    hadassah hadeel hadi hadiza hadley hadwig hae hae-in hae-won haeata haf hafez hafiz hafiza
    hafsa hagit hai haibo haidar haider haile hailey hailu haim haitao haitham hajar hajnalka
    hakan hakeem hakim hakizimana hakob hakon haku hal hala halia halil halima halimatu halina
    halinka halit hallgrimur hallie haloa halvard halyna hamad hamasa hamed hamid hamideh hamish
    hamisi hamsa hamza han han-byul hana hanako hanan handan hande haneul hang hanh hani hania
    hanieh hank hanka hanna hannah hanne hanneke hannelore hannes hannu hans hansa hansi
    hansjorg hansjurgen hao haora haoran haoyu harald hardik hari hariata harikrishna harini
    haris harish harita harland harley harlow harm harold haroun harper harpreet harriet
    harrison harro harry harsh harsha harshit hartmut hartwig haru haruka haruki haruko harun
    haruto harutyun harvey hasan hasana hashim hasina hasmik hasret hassan hatem hatice haunani
    hauoli hauwa haven hawa haya hayarpi hayat hayato hayden hayes hayk hazel hazem healani
    heath heather heba hector hedda hedvika hedwig hee-jin hee-sun heejin heesu hefin heide
    heidi heike heikki heiko heilala hein heiner heino heinrich heinz heitor hekili hekmat
    heledd helen helena helene helga helge helgi heli helio helmi helmut helmuth heloisa heloise
    hema hemant hemi henare hendra hendrik hendrika hengameh henk henna hennadiy hennie henning
    henri henrietta henriette henrik henrike henrique henry henryk hera herbert herborg heremaia
    heribert heriberto herman hermann hernan herta heru herve hesham heulwen hiba hibaq hicham
    hidde hideaki hideki hideko hideo hidetoshi hien hieronymus hieu hiilani hikari hikaru
    hikmet hila hilal hilario hilary hilda hilde hildur hilkka hilola hiltrud himanshu hina hine
    hinemoa hinewai hinrich hipolito hippolyte hiral hiria hiro hiroaki hiroki hiroko hiromi
    hironori hiroshi hiroto hiroyuki hirut hisashi hisham hitesh hitomi hitoshi hjalmar hla
    hlengiwe ho-seok hoa hoai hoan hoang hoani hoda hodan hohepa hoku hokulani hola holger holly
    homa homayoun hone hong hongbo hongwei honorata honore hooman hope horace horacio horatiu
    hori hormoz horomona horst hortense hossam hossein houda houshang houssam hovhannes howard
    hrafn hrant hranush hripsime hristo hrvoje hryhoriy htay htet htun hua huan huang hubert
    hubertus huda hudson huey hugh hugo hugues hui huia huijuan huimin hulya humaira humberto
    humphrey hung hunter huong husan huseyin hussain hussam hussein huub huw huy huyen hwa-young
    hyacinth hye hye-in hye-jin hye-kyo hye-rin hye-soo hye-won hyejin hynek hyo-jin hyo-rin
    hyun hyun-ah hyun-bin hyun-jin hyun-joo hyun-jung hyun-ki hyun-soo hyun-woo hyung hyunjin
    hyunwoo hywel iacob iago iain ian ianto iarla ibolya ibou ibrahim ibrahima ibrohim ibtisam
    ichiro ida idan ido idowu idris idrissa iestyn ieuan ieva ifan ifeanyi ifeoma ifor ifrah
    ifunanya igal ignacio ignaz ignez igor ihab ihaia ihaka ihor ihsan ijaz ikaika ike ikechukwu
    ikenna ikram ikrom ikuko ilan ilana ilayda ilda ildiko ileana ilham ilhan ilia ilie ilinca
    ilir iliyana ilka ilke ilker ilkka illari illtyd ilmari ilona ilse ilya ilyas ilze imad iman
    imane imani imants ime imke immanuel imogen imran imre imtiaz in-ho in-young inacio inas
    inaya inbal inci india indira indra indrani indranil indrek indu ineke ines inese inga
    ingabire inge ingeborg inger ingibjorg ingo ingomar ingram ingrid ingrida ingunn inigo inka
    inkeri inmaculada intan inti intisar ioan ioana ioane ioannis iolana iolani iolo ion ionel
    ionela ionut iorwerth iosefa ipek ipo iqbal ira iracema iradukunda iraj irakli irem irena
    irene ireneusz ireti irfan irina iris irit irja irma irmgard irmina irmtraud irvin irving
    irwin iryna isa isaac isabel isabela isabella isabelle isadora isadore isaiah isaias isamu
    isatou isaura isaure iseult isha ishaan ishan ishani ishimwe ishita ishwar isidro isioma
    isla islom islwyn ismael ismail ismaila ismet isobel isolde isra israa issa istvan itai itay
    itsuki itumelang itzel itzik iulia iulian iuliana ivain ivan ivana ivanka ivanna ivano ivar
    ivaylo iveta ivetka ivett ivica ivo ivona ivone ivonne ivor ivy iwan iwona ixchel iyabo iyad
    iza izabel izabela izabella izel izuchukwu izumi izzy jaakko jaan jaana jaanus jaap jabari
    jaber jabir jabu jabulani jacco jace jacek jacinta jacinthe jacinto jack jackie jackson
    jacky jaclyn jacob jacobus jacopo jacqueline jacques jada jade jaden jader jadranka jadwiga
    jae jae-eun jae-hee jae-ho jae-hyun jae-in jae-seok jae-sung jae-won jae-wook jae-yong
    jaehyun jaewon jaeyoung jafar jagan jagdish jagoda jagruti jahanara jahangir jahid jahnavi
    jahongir jaime jairo jake jakob jakobus jakub jalal jalen jamal jamar jameel james jameson
    jamie jamil jamila jamoliddin jamshid jan jana janaina janaki janara jandira jane janelle
    janet janez jani janice janina janine janis janka janne jannes janni jannie jannik janos
    jantine janusz janyl jared jarek jari jarkko jarl jarle jarmila jarmo jaromir jaroslav
    jaroslaw jaroslawa jarrod jarvis jasim jasleen jasmina jasmine jasna jason jasper jaspreet
    jassim jasur jaswinder javad javed javier javlon javlonbek javohir jawad jax jaxon jay jaya
    jayant jayanti jayce jayden jayesh jayla jaylen jean jeanette jeanne jeannette jeannie jeb
    jebet jed jedrzej jeevan jeff jefferson jeffrey jejomar jelani jelena jelle jelmer jeltje
    jemima jen jengo jenna jennifer jenny jeno jens jenson jeong-min jepchirchir jepkosgei jere
    jeremiah jeremie jeremy jeren jermaine jernej jerod jeroen jerome jerry jerzy jesper jess
    jesse jessica jessie jesus jeta jethro jetta jhanvi jhun ji ji-ah ji-eun ji-ho ji-hoon ji-
    hye ji-hyun ji-min ji-soo ji-sung ji-won ji-woo ji-yeon ji-yoon ji-young jia jiacheng jiahao
    jiahui jian jianfeng jianguo jianhua jianing jianjun jianping jianwei jiao jiawei jiaxin
    jiayi jie jieun jigme jignesh jihad jihan jiho jihoon jihye jill jillian jim jimena jimin
    jimmy jin jin-ah jin-hee jin-ho jin-hyuk jin-kyung jin-soo jin-woo jin-young jindrich jing
    jingjing jingwen jingyi jinho jinlong jinsong jinwoo jiong jirawat jiri jirina jiro jisoo
    jisu jitendra jitka jiwon jiwoo jiyoung jo joachim joan joana joanna joanne joao joaquim
    joaquin joaquina joasia jocelyn jocelyne jochen jodi jodie jody joe joel joelle joep joerg
    joey johan johann johanna johannes john johnathan johnny joke joko jola jolanda jolanta
    jolene jomo jon jonah jonas jonatan jonathan jonathon jone jong-hyun jong-min jong-suk joni
    jonny joo-hee joo-won joo-young joohyun joon joon-ho joon-young joonas joonho joop joost jop
    joran jordan jordi jorg jorge jorgen jorid joris jorma jort jorunn josaia jose josef josefa
    josefina josefine joselito joseph josephe josephine josh joshua josiah josiane josie josip
    josselin jost jostein josue jouni journey jovan jovana jovita joy joyce joydeep jozef jozsef
    juan juana juanita juanjuan judd jude judicael judit judith judy juha juhani juhee juhi juho
    jukka jules julia julian juliana juliane julianna julianne juliano julie julien julienne
    juliet julieta juliette julio julius juma jumana jummai jumoke jun junaid june junfeng jung-
    ah jung-eun jung-ho jung-hwa jung-hyun jung-min jung-soo jung-woo jungho junho junichi
    junjie junko junseo junwei juraj jure jurg jurgen jurgita juris jurre jurriaan jussara juste
    justin justine justo justyna jutta jyldyz jyoti jyotsna kaala kaan kaarina kabelo kabir
    kabiru kabita kabwe kaci kacper kadek kaden kadiatou kadir kadri kaea kaede kaethe kagabo
    kagiso kahanu kahele kahiau kahiga kahu kahukura kahurangi kai kaia kaiden kaiea kaija
    kailani kailash kaimana kaimi kainoa kaipo kairat kaisa kaitlyn kaj kaja kajal kajsa kakha
    kalani kalea kaleb kalena kaleo kalev kali kaliko kalisi kalle kalman kalolaine kaloyan
    kalpana kalyan kamaka kamakana kamal kamala kamalei kamau kambili kambiz kamea kameron kamil
    kamila kamini kamlesh kamola kamon kamran kamrul kamugisha kamyar kana kanako kanani kanat
    kanchan kanchana kane kang kang-min kanika kanoa kanoelani kanokwan kanya kanykei kaori
    kaoru kapil kapono kara karabo karamjit karan karanja kareem karel karen kari karim karima
    karin karina karine kariuki karl karla karlheinz karlijn karlygash karma karol karolek
    karolina karoline karoly karsten karter karthik kartik kartikeya karuna kasey kashif kasia
    kasim kasonde kaspar kasper kata katalin katalina katarina katarzyna katayoun kate katelyn
    katerina kateryna katharina katherine kathi kathie kathleen kathryn kathy katia katica katie
    katja katla katlego kato katri katrin katrina katsumi katsuo katy katya kaulana kaushik
    kaustubh kaveh kavita kavitha kavya kawena kawika kawthar kay kayden kaye kayla kaylee
    kaylin kazimierz kazue kazuhiko kazuhiro kazuki kazuko kazumi kazuo kazuya ke keabetswe
    keahi keala keale kealoha keanu kebede keegan keerthi kees kehinde kei keiko keir keira
    keisha keisuke keita keith keitumetse kekoa kekona kelebogile kelechi kelello kelera keletso
    kellen kelly kelsey kelvin kemal kembabazi kemi ken kendall kendi kendra kendrick kenechukwu
    kenichi kenji kenjiro kennedy kenneth kenny kensuke kent kenta kentaro kento kenya kenza
    keola keoni kereama kerem keri kermit kerry kerstin keshav kestutis ketaki ketan ketevan
    keti ketut kev kevin keyvan keza kgalalelo kgosi kgothatso khachik khadija khadijah khadim
    khady khaing khaldoun khaled khaleda khalid khalida khalil khaliun khanh khanyi khanyisile
    khatera khatia khatuna khaya khem khethiwe khin khishigee khoa khosrow khotso khrystyna
    khulan khumo khurram khurshed khushi ki-hyun ki-tae kiah kian kiana kianoush kibet kidist
    kiera kieran kiersten kiet kieu kiki kilian killa kim kimani kimber kimberly kimia kimmo
    kimo kimutai kinga kingi kingsley kinley kinsley kinya kioko kipchoge kipkemboi kiplagat
    kiprono kiprotich kira kiran kirby kiri kiril kirill kirk kirra kirsi kirsten kirsti kirstin
    kirsty kirti kishore kit kittisak kiyoko kiyoshi kizza kjell kjersti kjetil klara klaudia
    klaus klemen klemens klim knud knut koa koba koen kofi koichi koji kojo kolawole kolbeinn
    kolbjorn kolohe kolya komal komalpreet komil komla konani kondwani kone konrad konstantin
    konstantinos kora koray korbinian kordula kornel kornelia kornelius korotoum kosal
    kosisochukwu kossi kosta kostas kostya kosuke kota kotaro kouji kourosh kraisak krasimir
    krasimira kresimir kreszentia kripa kris krishna krishnan krista kristaps kristen kristian
    kristijan kristin kristina kristine kristof kristoffer kristyna krisztian krisztina
    krunoslav krystian krystyna krzysztof ksenia kseniya kuanysh kuba kubanych kubra kuda
    kudakwashe kudzai kudzanai kulap kuldeep kumar kumari kumiko kun kunal kundai kunigunde
    kunio kunthea kura kuralai kursat kurt kushtrim kusi kusum kuuipo kuzma kveta kwabena kwadwo
    kwaku kwame kwamena kwang kwang-soo kwasi kweku kwesi kyaw kyi kyial kyla kyle kylie
    kyllikki kymbat kyoko kyomuhendo kyosuke kyra kyu-hyun kyung kyung-hee kyung-ho kyung-min
    kyung-soo kyungho lacey lachezar lachie lachlan ladan ladi ladislav lado laercio laetitia
    lagi lahela laila laima laimonas laisa lajos lakot lakshman lakshmi laleh lalelei lali lalit
    lam lama lamai lamar lambert lamia lamin lamine lamont lan lana lance lander lane lani lapo
    lapu lara laraba larissa larry lars larysa lasha lassana lasse laszlo lata latai latasha
    latha latif latifa latisha latoya latu laura laure laurel laureline lauren laurence laurene
    laurens laurent laurentiu lauri laurie laurine lautaro lavanya lavinia lawal lawrence lawson
    laxman laxmi layan layla lazaro laziz lea leah leakena leana leander leandra leandre leandro
    leann leanna leanne leberecht lebo lebogang lebohang lech leda lee leela leena lei leialoha
    leif leigh leighton leila leilani leilei lejla lela lemlem lemuel lena leni lenka lennard
    lennart lenny leo leocadia leon leona leonard leonardo leonce leoncio leonel leonhard leonid
    leonie leonor leonore leonty leopold leopoldine leopoldo leota lerato leroy lesedi lesego
    lesieli lesley leslie lesly lestari lester lesya leszek leticia letizia letlhogonolo lev
    levan levent levi lewis lexi leyla lhakpa lhamo li lia liam liban libby libor liborio libuse
    lidia lidiane lidiya lidka lieke lien liesbeth liesel lieselotte liesje lieve liezl lifang
    liga ligia lihua liisa lijuan lika liko lila lili lilia lilian liliana lilikoi lilinoe lilit
    liliuokalani liliya lillian lillie lilo lily limbani liming lin lina linas linc lincoln
    linda lindani lindiwe lindsay lindsey lindy lineo ling lingling lingyun linh linnea linus
    lionel lior liora liping liridon liron lisa lisandro lisanne lisbet lisbeth lise litha litia
    litsebo liv livia livio liviu liwei liz liza lizzie ljiljana ljuba ljubica ljubo ljubomir
    llew llinos lloyd llyr llywelyn loan lodewijk loes logan loic lois lokelani lokesh lola
    lolohea londiwe london long lono lorand lorato lorcan lore loredana lorelei loren lorena
    lorenz lorenzo loretta lori loriana lorraine losa losaline lotanna lotfi lothar lotta lotte
    lou louane loubna louis louisa louise loup lourdes lovro lowell lowri loyiso lu luan luana
    luann lubabalo lubega lubna lubos lubuto luc luca lucas lucette lucia lucian luciana luciano
    lucie lucien lucila lucile lucille lucinda lucjan lucrecia lucretia lucy lucyna ludek
    ludivine ludmila ludmilla ludo ludovic ludwig ludwik luigi luigina luis luisa luise luiz
    lujain luka lukas lukasz luke lukhanyo lukman lulu lulzim luminita luna luned lunga lungile
    luningning lupe lurdes lusiana lusine lutfor lutfulla luthando luther lutz luuk luyanda
    luyao luzia lwazi lweendo lwin lydia lyla lyle lylou lyn lynda lyndon lynn lynne lyosha
    lyric lyuba lyubomir lyubov lyudmila lyudmyla maaike maame maarit maarten maata maayan mabel
    mabli mac macarena macharia machiko machteld maciej maciek mack mackenzie macsen macy
    madalina madalitso madan maddie maddox made madeleine madeline madhav madhavi madhu madhuri
    madina madison madoka mads maede mael maelle maelys maeve mafi maftuna magali magalie magaly
    magda magdalena magdalene magdalenka maggie magne magnus mahad mahamadou mahbooba mahbub
    mahdi mahealani maher mahesh mahima mahin mahina mahira mahmood mahmoud mahmuda mahnaz mahri
    mahsa mahshid mahtab mahuta mahvash mai maik maike maiko maile maimouna maina mainak maioha
    mair maira mairead mairtin maisie mait maita maite maitreyi maja majed majid maka makaio
    makana makanaka makani makar makara makareta makayla makena makenna makhotso makoa makoto
    makpal maksat maksim maksym malachi malachy malaika malak malakai malavika malcolm malcom
    maldwyn malee malek malgorzata malia malibongwe malie malik malika malin malini malis
    mallika mallory malte malvika malwina maly mamadou maman mamdouh mame mamello mami mamoru
    mamta mamuka mamun mana manaaki manabu manaia manal manan manana manar manas manasa manase
    manav manawa mandana mandeep mandira mandisa mandla mandy manee manfred mangesh mani manish
    manisha manizha manjeet manju manjula manoel manoj manon manouchehr manpreet mansi mansour
    mansur mantas manu manuel manuela manvel mao maor mapalo mara maral marama marat marc
    marceau marcel marcela marcelina marcelino marcell marcella marcelle marcellin marcellus
    marcelo marcia marcial marcin marcio marco marcos marcus marcy mared mareike mareikura marek
    marekhi maren margaret margarete margarida margarita margaux marged margie margit margo
    margot margret margriet margrit marguerite margus marharyta mari maria mariah mariam mariama
    marian mariana mariangela marianna marianne mariano maribel maricel marichka maricruz marie
    marieke mariel mariella marielle marietta mariia marija marijan marijana marijke marijn
    marika mariko marilena marilia marilyn marin marina marinel marinko mario mariola marion
    maris marisa marisela mariska marisol marissa marit marites maritza marius mariusz marja
    marjan marjo marjolaine marjorie mark marketa marketta markku marko markus marleen marlena
    marlene marley marlies marloes marlon marquis marshall mart marta marten martha marthe marti
    martijn martim martin martina martine marton marty marva marvin marwa marwan mary maryam
    maryann maryanne maryla maryline maryse marzhan marzia marzieh masa masaaki masahiko
    masahiro masaki masako masami masanori masao masaru masashi masato masatoshi masayuki masego
    maseko masha mason masoud massimiliano massimo massouda masud mataafa matalena matan mate
    matej mateja mateo mateus mateusz mateuszek matheus mathew mathias mathieu mathijs mathilda
    mathilde mathis mathurin matias matija matilda matilde matiu matjaz matko mats matshidiso
    matt matteo matthew matthias matthieu matthijs matti mattia mattias mattie matvey matviy
    matyas maud maude maung maura maureen maurice mauricio maurizio mauro mavis mavluda mawuli
    mawusi max maxence maxi maxim maxime maximilian maximino maximo maxine maxwell may may-myat
    maya mayamiko mayank maynard mayra maysa mayta mayu mayuko mayumi mayur mayuri mazen mazvita
    mbabazi mbali mbugua mckenna mckenzie mduduzi meadhbh mealea mechthild medet meena meenakshi
    meera meerim meg mega megan megha meghana megumi mehdi mehedi meher mehmet mehran mehrangez
    mehrdad mehreen mehret mehri mehrnaz mehwish mei meike meiling meilyr meindert meinhard
    meinir meinrad meir meirion mekdes mekonnen mel melaku melanie melba melchior melchor mele
    meleane melek meleri melih melike melina melinda melis melisa melissa melissandre melody
    meltem melusi melusine melvin menachem meng mengjie mengyao menna menno menzi merab meral
    merav mercedes merdan mere mereani meredith merel mereoni mererid merete merfyn meri meriem
    merja merle merrill mert meruert meruyert merv mervat merve mervyn meseret meskerem mesut
    metin meurig meztli mfundo mher mi-kyung mi-na mi-rae mi-ran mi-sook mi-young mia micaela
    micah michael michaela michal michalina micheal michel michelangelo michele michelle michiel
    michiko michio mick mickael mickey midori mieczyslaw mieke mieko miguel miguelangel miha
    mihaela mihai mihail mihaly mihangel mihir mihkel mihlali miho mihovil miika miji mijin mika
    mikael mikako mikala mike mikhail miki mikio mikkel mikko miklos miku mila milada milagros
    milan mile milena milenko miles milica mililani milind miljan millicent millie milo milos
    miloslav milosz milton miluse mimi min min-ah min-ho min-hyuk min-jae min-ji min-jun min-
    jung min-ki min-kyu min-seo min-seok min-soo min-young mina minako mincho mindaugas mindy
    mine ming minghao minghui mingma mingyu mingze minh minho minji minjun minjung minna minnie
    minoo minoru minseo minsoo minttu mio mioara miodrag mira miranda miras mirbek mircea mireia
    mireille mirek mirela mirella mireya miri miriam miriama mirja mirjam mirjana mirjeta mirko
    mirna miro miroslav miroslaw mirthe mirva mirwais mirza misaki misako misha misiek mitch
    mitchell mitesh mithun mitja mitra mitsuko mitsuru mitya mitzi miu miwa miyako miyoko miyu
    miyuki mizan mizuki mkrtich mladen mladena mmabatho mmakgosi mo moagi moana moani moaz
    modise modou modupe moe moeen moeketsi mogomotsi mohamad mohamed mohammad mohammed mohan
    mohau mohini mohit mohsen moira moises moitse mojalefa mojca mojdeh mojgan molefi mollie
    molly momchil momoko mona monalisa monday monica monika monique monir monira monisha monroe
    monserrat montserrat monty mony morag moratuwa morayo mordecai mordechai morena morenike
    morfydd morgan morgane moritz morris mort morten morteza morton morven morwenna mory mosa
    mose moses mosharraf moshe mosi mostafa mosunmola moti motlatsi motoko moussa moustafa
    mozhgan mphatso mpho mpumelelo mridula mthunzi mubashir muchaneta mugabo muge mugisha mugo
    muhammad muhannad muireann mukama mukamana mukasa mukesh mukhlisa mukhtar mukul mukund
    mulenga mulugeta mumbi mumtaz muna munashe munir munira munisa munish munkhbat munkhbayar
    munkhjargal munkhtsetseg munyaneza munyaradzi murad murali murat murdo muriel murielle
    muriuki murod murray mursal musa musawenkosi musonda mustafa mutale mutesi muthoni mutinta
    mutiso mutsa mutua muxlisa muzammil mwangi mwansa mwape mwende mwikali my mya myagmar myat
    myfanwy myint mykhailo mykola myles myo myra myriam myrna myroslav myroslava myrthe myrtille
    myrtle myung myung-hee mzia mzukisi mzwandile na naana nabanita nabil nabila nabin nachiket
    nada nadav nadeem nadege nader nadezhda nadia nadiia nadim nadine nadir nadiya nadja nadya
    naeem nafisa naftali nafula nagesh nagisa nagnouma nahed naheed nahele nahia nahid nahla
    nahui nai naila naina naing nair naira nairi najat najib najibullah najla najwa nakato
    nakimuli nakku nakry nakul nala nalani naledi nalini nalubega nam nam-joon naman namgyal
    namit namrata namubiru namuli namwinga nan nana nanako nanami nanasi nancy nanda nandi
    nandini nandita nandor nane nani naniloa nanise nanjala nansubuga nao naoki naoko naomi
    naoto naoya narantsetseg narantuya narayan nare narek narendra naresh narges nargis nargiza
    narinder narine narong nary naser nasiba nasim nasima nasra nasreen nasrin nasrullah nasser
    nassim natalia natalie nataliya natalka natanael natasa natasha nate nathalie nathan
    nathanael nathaniel natia natividad natsuki natsuko natsumi nattapong natthawut natukunda
    navdeep naveed naveen navin navneet navya nawal nawel naya nayara nayeli nayeon nayra
    nazanin nazar nazare nazeli nazgul nazim nazir nazli nazmul nazrul nazym ncedo nchimunya
    ndayisaba ndeye ndiaye ndidi ndinda nduku ndumiso ndungu neal nebojsa necati ned nedeljko
    nedyalko neel neelam neema neeraj neerja neeta neetu negar negin neha nehal nehemiah neil
    nejc nekesa nekruz nela nele nelida nell nellie nelly nelson nelu nelya nemanja nenad nerea
    nereida nergui nerina neringa nermin nerys neslihan nesrin nesrine nesta nestan nestor neta
    netsanet nev nevaeh neve neven nevena neville nevin nevio nezar nga ngaio ngaire ngan ngata
    ngoc ngoni ngozi ngugi nguyen nguyet nhan nhat nhi nhlanhla nhu nia niall niamh nic nicanor
    nicholas nick nicky niclas nico nicodeme nicola nicolae nicolai nicolas nicole nicoleta
    nicoletta nicolo nicusor nida nidal nidhi niek niels nienke nigel nigella nigina nigora
    nihad nihal nihat niina nika nikau nikhil niki nikifor nikita nikki niklas niko nikola
    nikolai nikolaj nikolaos nikolas nikolaus nikolay nikoletta nikolina nikoo nikora nilab
    nilanjan nilar nilay nilda nilesh nilgun nilima niloofar nils nilufar nilufer nima nimish
    nimisha nimol nimra nimrod nina ninad nine ning nino nir nira niraj niran niranjan nirav
    nirmala nisha nishant nishanth nissim nitesh nithya nitika nitin nittaya nitya nitzan niu
    niusha nives niyi niyonzima nizar njabulo njeri njoroge njuguna nkechi nkem nkiru nkiruka
    nkosana nkosinathi nkurunziza nnamdi nneka nnenna noa noah noam noboru nobu nobuhle nobuko
    nobuo nobuyuki nodar nodir nodira noel noelani noelia noelle noemi nofo noga nohea nok
    nokuthula nolan nollaig noluthando nolwazi nolwenn nomalanga noman nomfundo nomi nomin nomsa
    nomthandazo nomvula nomzamo nona nong nonhlanhla nonoy nonso nontobeko noor noora nooria
    nopparat nor nora norah norayr norbert norberto norbu noreen noriko norio noriyuki norma
    norman normunds norris nosipho notburga nothando nour noura nouran nozima nozipho nqobile
    nsengiyumva nshan nthabiseng ntokozo ntombi ntsoaki ntwali nuala nubia nugzar nune nuno
    nunzia nur nura nuray nurbek nurcan nurgul nuri nuria nurit nurjan nurlan nursultan nurten
    nurzat nusrat nuttapol nwamaka nwando nwe nyah nyambura nyamdorj nyaradzo nyasha nyein nyima
    nynke nyokabi nyoman oana oanh obadiah obaid obdulia obi obiageli obianuju obinna obiora
    ocan oceane ochieng octave octavia octavian octavio oda odair odalys oddvar odelia odell
    odette odgerel odhiambo odhran odil odile odilo odilon odina odinaka odontuya ofa ofelia
    ofelya ofentse ofer ofir ofra ogechi ognyan ogochukwu ogulgerek ohad ohemaa oili oisin ojas
    okafor okan okello okon okoth oksana oktay okwudili ola olabisi oladele oladipo olaf olafur
    olamide olamilekan olanrewaju olav olavi olayinka oldrich ole oleg olegario oleh oleksandr
    oleksii olena olesya olga oliana olive oliver olivera olivia olivier oliwia oliwier olli
    ollie olof olu oluchi olufemi olufunke olumide olusegun oluseyi oluwadamilola oluwakemi
    oluwaseun oluwatobi oluwatosin olwen olwethu olya olympe olzhas omaima omar omari omer omid
    omkar omolara omolola omondi omotola omran omri ondine ondrej onni onofre onur onyango
    onyeka onyinye oona opal opeyemi ophelie opio opiyo oran oratile oraz oren oreste orestes
    orhan oriane oriol orit orla orlaith orlando orly ornella orsolya orson ortrud orville
    osagie osama osamu osborne oscar osea osei osian osiel oskar oskars osman osmar osmond osnat
    ostap osvaldo oswald oswin oszkar otabek otakar otar otavio otgon otgonbayar otgontsetseg
    othman otieno otim otis ottavia ottilie ottmar otto ouma oumar oumou ousman ousmane
    ousseynou outi ovidiu owain owais owen owino owuor oya oybek oydin oygul oyinkansola oystein
    oyun oyunbileg oyunchimeg oyungerel oyuntsetseg ozan ozge ozgur ozlem ozren paata paavo
    pablo pacome padam paddy padma padraic padraig paea pagma paida paige paisley paivi pal
    palak palani palesa pallab pallavi palma palmer paloma palwasha pamela panashe pancho pania
    panida pankaj pannee panu paola paolo paora parag param paras parastoo parata paretai parham
    pari parineeta parinya paris parisa parivash parker parminder parth parul parvati parveen
    parvin parviz parwana parwin pasang pascal pascale pascaline pascual pasha pasi pasquale pat
    patcharin patience patric patrice patricia patricio patrick patrik patrizia patrizio
    patrycja patryk patti patty patxi paul paula paulette paulien paulin paulina pauline
    paulinka paulo paulus pavel pavla pavlina pavlo pavlos pavol pawel pawit paxton payal payam
    payton paz pearl pedro peer pegah peggy pejman pekka pele pelin pelle pema penda pendo
    penelope peng pengfei penitoa penny penri pentti pepe per perceval percival percy peregrine
    perica perizat perla pernille perrine perry pesio petar pete petelo peter petko petr petra
    petre petri petro petros petru petrus petter petya peyman peyton phakamile phally phat
    pheakdey phelo phenyo phichit phil philani philibert philine philip philipp philippa
    philippe philippine phillip phindile phineas phirun phoebe phong phonphan phuc phumlani
    phumzile phuntsho phuong phurba phyllis phyo phyu pia pich piedad pierluigi piero pierre
    pierrette pierrick piers piet pieter pietra pietro pikake pilar pilialoha pim pimchanok pina
    pinar pinchas ping piotr piper piret piripi pirjo pirkko pirmin piroska piseth pisey pita
    piyada piyawat piyush plamen platon plinio ploy pol pola polina polly polona poncio
    pongsakorn ponleak pontsho pooja poonam poornima pooya poppy porfirio pornthip porter pouria
    pouya povilas prabin prachi pradeep pradip pradnya pragya prajakta prakash prakriti pramod
    pranav pranay pranita pranjal prasad prasanna prasanth prasert prashant prashanth prasun
    pratap prateek prathamesh pratik pratiksha pratima praveen pravin predrag preecha preeti
    prem premysl presley preston priit primoz prince princess priscila pritam prithvi priti
    priya priyanka proinsias prokop prudence prudencio prune przemek przemko przemyslaw pua
    pualani puanani puja pule puleng pulkit puna puneet punit purab purev purevdorj purificacion
    purna purnima purva pushkar pushpa puso putri puttipong putu pyae qadir qais qamar qasim
    qhawe qi qian qiang qiaoling qin qing qinghua qiniso qiong qiu quan quang quds quentin
    quetzalli quilla quim quincy quinn quinton quirin quispe quitterie qun quoc quratulain quynh
    rabab rabi rabia rabie rabin rabiu rachael rachana rachel rachid rachna rade radek radha
    radhika radim radka radmila radomir radomira radoslav radoslava radoslaw radovan radu radwan
    raed rafael rafaela rafal rafe raffaele raffaella rafi rafik rafinha rafiq rafiqul raghad
    raghav raghavan raghu ragna ragnar ragnhild raha raheel rahel rahim rahma rahman rahmat
    rahmatullah rahul raik raimo raimonds raimund raimundo raina rainer raisa raivo raj raja
    rajaa rajan rajani rajat rajdeep rajeev rajendra rajesh rajeshwari rajiv rajkumar rajni
    rajshree raju rakesh rakhi ralf ralph ram rama raman ramesh rameshwar rami ramil ramila
    ramin ramiro ramon ramona ramsey ramy ramya ramzi ran rana rand randal randall randi
    randolph randy rangarirai rangi rangimarie rani rania ranjan ranjana ranjit ranjith rano
    rapelang raphael raphaelle raquel rasa rasha rashad rashed rashi rashid rashida rashmi
    rasika raslan rasmus ratan ratana ratanak rathi rati ratko ratna ratree rattana ratu raukura
    raul raushan raven ravi ravindra ravneet ravshan rawan rawinia rawiri ray raya rayan raymond
    raymonde rayna razan razmik razvan reagan rebeca rebecca rebekah recep reda reed reem reema
    reena reese reeta refilwe refugio reg reggie regina reginald regine regis rehab reham rehana
    rei reid reidar reidun reijo reiko rein reina reinaldo reine reiner reinhard reinhardt
    reinhold reinier rejane reka rekha relebohile remco remedios remi remigiusz remilekun
    remington remus remy ren rena renan renata renate renato renaud rene renee rens renske renu
    renuka renzo reshma resi rethabile retno reto retshepile reuben reva revaz rewi rex reyes
    reyhan reynaldo reza rezaul rezo rhea rhett rhian rhiannon rhisiart rhoda rhodri rhona
    rhonda rhydian rhys ria rian rianne ricarda ricardo riccardo rich richa richard rick ricki
    ricky rico rida riddhi rie rieko riggs rigoberto riham riikka riina rik rikke riku rikuto
    riley rim rima rimantas rin rina rini rino rinske riona riordan ripeka ripley riria rishabh
    rishi risto rita ritesh rithy ritika ritu rituparna ritva rivka riya riyad rizki rizky
    rizwan roald rob robbert robbie robert roberta roberto robin robinson robiya robrecht rocco
    rochelle rocio rocky rod roddy rodel roderich roderick rodger rodion rodney rodolfo rodolphe
    rodrigo roel roeland roelof rogelia rogelio roger rogerio roha rohan rohini rohit rohullah
    roi roimata roisin rokeya rokhaya roksana roksolana rola roland rolando rolf rollo romain
    roman romana romane romano romaric romek romeo romina rommel romuald romy ron ronak ronald
    ronan ronda ronen rong rongo ronit ronja ronnie ronny roopa roosevelt roque rory rosa
    rosalba rosalee rosalia rosalie rosalina rosalind rosalinda rosalyn rosangela rosanna
    rosanne rosario rosaura roscoe rose roseline rosemarie rosemary rosendo roshan roshanak
    roshni rosie rosita rositsa roslyn ross rostislav rostyslav roswell roswitha rotem rotha
    rotich rotimi rouba rowan rowdy rowel rowena roxana roxanne roy roya royce roza rozalia
    ruairi ruan ruaridh ruba ruben rubens rubik rubina ruby ruchi ruchika rudi rudo rudolf rudra
    rudy rufaro rufus ruggero rui ruia ruihi ruihong ruixue rukhsana rukmini ruksana rumen rumi
    rumiko rumyana runa rune rungnapa rupa rupali rupert rupesh ruprecht ruqayya ruslan ruslana
    russ russell rustam rusudan ruta rutger ruth ruthie rutto ruud ruvarashe ruvimbo ruy ruzanna
    ruzena ruzica ryan ryder ryker rylan rylee ryo ryohei ryoichi ryoko ryosuke ryota ryouta
    ryszard ryuichi ryuji saad saadia saanvi saara saba sabah sabbir sabela sabelo saber sabina
    sabine sabino sabita sabohat sabri sabrina sachi sachiko sachin sadaf sadao sade sadhbh
    sadia sadie sadio sadiq saeed saengdao safa safaa safina safiullah safiya sagal sagar
    sagarika sagi sahana sahar sahil sahra sai said saida saidu saif saige saija saima sainaa
    sajid sakari sakchai sakda sakhile saki sakina sakiusa sakshi saku sakura sala salah salam
    salamasina salamat salamatu saleh salem salesi salif salil salim salima salimata saliou
    salla sally salma salman salome salomeja salomon saloni salote saltanat salvador salvatore
    salwa sam sama samah samaira samal saman samaneh samanta samantha samar samara samba sambath
    sameer sameh samer sami samia samin samir samira samiullah samkelo sammy samnang samo
    sampath samphors sampo sampson samuel samuele samuli samvel sana sanaa sanam sanaz sanchit
    sanchita sancho sanda sandar sandeep sander sandesh sandhya sandi sandile sandip sandor
    sandra sandrine sandris sandro sandy sanele sanford sang-chul sang-hee sang-ho sang-hoon
    sang-hyun sang-min sang-woo sangeeta sangho sangita sangmin sangwan sani sanika sanja
    sanjana sanjar sanjay sanjeev sanjiv sankar sanket sanna sanne santeri santiago santos
    santosh sanya sanzhar saoirse saori sapar sapna saqib saqlain sara sarah sarai sarang
    sarangerel saraswati sarath sardor sargis sari sarika sarit sarita sarka sarmite sarnai
    saroj sarolta saruul sarvar sarwat sasa sascha sasha sasithorn saskia satenik sathish satish
    satoko satomi satoru satoshi satu saturnino satya saul saule saurabh saurav savanna savannah
    savas saverio savita savuth savva sawat sawyer sayaka sayan sayantan sayri sayuri scarlett
    scott se-hun se-young seamus sean seb sebald sebas sebastiaan sebastian sebastiano sebastiao
    sebastien sechaba seda sedat seema sefa sefina sefo segolene segun seho sehun seiichi seiji
    seiko sein seini sekai sekou sela selam selamawit selasi selbi selcuk selebogo selena selim
    selin sello selma semhar semisi semra semyon sena senad senait senam senka senzo seo-hyun
    seo-jin seo-jun seo-yeon seo-young seojun seok seok-jin seokjin seonaid seoyeon sepehr
    sepideh sepp seppo serafina serap sercan serdar serena serenity sergei sergey sergio serhat
    serhii serhiy serik serkan serpil seru serwaa setareh seth sethunya setiawan setshaba
    setsuko seul-gi seun seung seung-ho seung-hoon seung-hyun seung-min seung-woo seunghyun
    sevara sevda severin severino sevgi sevil seydou seyi seyitbek seyma seymour seynabou seyoum
    sfiso shaan shabana shabbir shabnam shachar shadi shadia shadrack shafiq shaghayegh shagufta
    shahab shahana shahbaz shahd shahid shahin shahla shahlo shahnoza shahram shahriar shahrzad
    shahzad shai shailesh shaima shaista shaked shakib shakir shakira shakti shalini shalom
    shalva shamim shamima shamiso shamita shan shane shani shanice shaniqua shankar shanna
    shannon shanshan shanthi shanti shaohua sharad sharada sharan sharanya shari sharif sharifa
    sharla sharlene sharmila sharmin sharon sharvari shashank shashi shashikant shatha shaul
    shaun shauna shavkat shawn shayla shayne shaza shazia shea sheela shefali shehzad sheida
    sheikh sheila shelby sheldon shelley sheng shengli shereen sheri sherif sherine sherman
    sherry shervin sheryl sherzod shi shideh shigeki shigeo shigeru shiho shihong shijie shikha
    shikhar shilpa shimon shin shin-hye shingai shinichi shinji shinobu shinya shiori shira
    shirin shirlee shirley shishir shiv shiva shivam shivani shizuka shizuko shlomi shlomo
    shmuel shmulik sho shoaib shobha shoghik shohida shohreh shoichi shoji shola shona shoshana
    shota shpresa shraddha shrestha shreya shri shrikant shrikanth shriya shruti shu shuai
    shuang shubham shubhangi shufen shuichi shuji shukhrat shukria shumirai shun shunichi
    shunsuke shuo shushan shuyi shwe shweta shyam shynar si-won si-woo si-yeon siaka sian siaosi
    siavash sibel sibo sibongile sibusiso sibylle sid siddhant siddharth siddhi sidney sidonie
    sidra siebe siegbert siegfried sieglinde siegmar siegmund siem sienna sietske sifiso sigal
    sigbjorn sigi sigita sigmund signe sigrid sigridur sigurd sigurdur siim silas silje silke
    silvana silverio silvester silvia silvio silviu silviya simao simba simbarashe simeon simin
    simina simisola simo simon simona simone simonetta simphiwe simran sina sinafoa sinan sinath
    sindhu sindisiwe sindre sinead sinem sinethemba sini sinisa siobhan sione sioned siosaia
    siosifa siphiwe sipho siphokazi siqi siranush siri sirikit siriporn sirkka sirpa siska
    sissel sita sithembile siti sitiveni sitora siv siwan sixte siyabonga siyanda siyuan sizwe
    sjaak sjoerd sjors skye skylar skyler slamet slava slaven slavica slavisa slavko slavomir
    slawek slawomir slobodan smadar smita smriti sneha snehal snezana snezhana snigdha snjezana
    snorre snorri so-hee so-hyun so-min so-yeon so-yoon so-young soane socheat socorro soe
    soenke sofia sofian sofie soha sohaib sohail sohaila soham sohee soheil sohel sohini sohrab
    sojin sokha sokhna sokhom sokunthea sola solange soledad solene solfrid solmaz solome
    solomiya solomon solomone solongo solveig somayeh sombat somchai somjit somkiat somporn
    somsak somtochukwu son sona sonal sonali sonam sondra sondre song songul sonia sonja sonny
    sonya soo soo-ah soo-bin soo-hyun soo-jin soo-jung soo-kyung soo-min soo-young soojin sook-
    ja sooyoung sophal sophea sopheak sopheap sophia sophie sophon sophorn sopio sora soraya
    sorcha soren sorin sorina sosaia sosefina sota sothea souad souleymane soumaya soumitra
    soumya sourav souzan sovann sovannary sowmya spas spela spencer sphesihle spozhmai spyros
    srdjan srecko sreedhar sreenivas srey sreymom sreyneang sreypov sri sridevi sridhar srijan
    srikanth srinath srinivas srinivasan srishti ssemwogerere stacey stacy stale stan stanimir
    stanislav stanislava stanislaw stanislawa stanley stas stavros stef stefan stefani stefania
    stefanie stefano steffan steffen steffi stefka stein steinar steinunn stelian stella sten
    stepan stepanka stephan stephane stephanie stephen sterling steve steven stew stewart stig
    stijn stijntje stipe stjepan stojan storm stoyan stu stuart sture su-su suad suat subhash
    subhashini subramaniam subramanian subrata suchada sucheta suda sudarshan sudeep sudeshna
    sudha sudhakar sudhir sue suelen suhail suhaila suhani suharto suhas suhasini suhrob suhyun
    sujan sujata sujatha sujin sujit sukanya sukarno sukhbaatar sukhdeep sukhrob sulaiman
    suleiman sulekha suleyman sullivan sultan sumaiya sumalee suman sumana sumeet sumiko sumin
    sumit sumitra summer sun-hee sun-young sunaina sundar sunder suneet sung-ho sung-hoon sung-
    jin sung-min sung-woo sungho sungmin sunil sunita suniti sunniva supachai suparna suphan
    supriya surabhi surachai suraj surasak surbhi suren surendra suresh suri suriya surya
    suryansh susan susana susann susanna susanne sushant sushil sushila sushma susie susilo
    susmita susumu susy sutton suvi suwannee suyunbek suzan suzana suzanne suzu suzy svanhild
    svatopluk svea svein sven svenja sverre svetlana svetoslav svitlana svyatoslav swapna
    swapnil swarna swaroop swathi swati swe sybil sybille sydney sylvain sylvan sylvanus
    sylvester sylvette sylvia sylviane sylvie sylwia synnove syokau syrga szabolcs szczepan
    szilard szilvia szymon taavi tabassum tabatha tabea tabitha tad tadao tadas tadashi tadek
    tadeo tadesse tadeusz tadhg tadiwa tae-hee tae-ho tae-hyun tae-jin tae-min tae-woo tae-yang
    tae-yeon tae-young taehyung taeyang tafadzwa taha tahani taher tahereh tahir tahmina tai
    taichi taika taiki taina tainara tais taisi taisiya taiwo takahiro takako takanori takao
    takashi takayuki takehiko takeo takeru takeshi takondwa takudzwa takuma takumi takuya tal
    tala talal talant talat talatu taleb talfryn talgat talha tali talia talita tam tama tamana
    tamar tamara tamas tamati tambudzai tamer tamika tamiko tamir tammy tamotsu tamrat tamta
    tamuna tan tanaka tanawat tancrede tandin tane tanel taneli taner tangaroa tangiwai tania
    taniela tanisha taniya tanja tanmay tannaz tanuja tanveer tanvi tanvir tanya tanyu tanyusha
    tao taonga tapan tapani tapas tapio tapiwa tara taraneh taras tarcisio tarek tareq tarik
    tariku tariq tariro tarisai tarja tarjei tarkan tarmo tarun tasha tashi tasneem tasnim
    tassanee tassilo tate tatenda tatev tatiana tatjana tato tatsuo tatsuro tatsuya tatum tau
    taufik tavita tavon tawanda tawfiq tawhiri tawia tawny taylor te-rina tea tebogo teboho
    tecla ted teddy teemu tefo tegan tegid teguh tegwen tehmina teja tejas tejaswi tekla tekle
    teleri temiloluwa temirlan temitope temur temuulen tena tendai teng tengiz tenin tenzing
    teodor teodora teofil teofilo teona teppo terence teresa terez tereza terhi teri terje
    terrance terrell terrence terri terry terttu teruo tesfaye tess tessa tetiana tetsuo tetsuya
    tetyana teuila teun teunis tevita teyolia thabiso thabo thad thaddaus thaddeus thais thaksin
    thalia thamer thanakorn thanawat thandar thandeka thandi thandiwe thando thang thanh thant
    thao thapelo thatayaone thato thaw thawatchai thea thein thekla thelma themba thembeka
    thembi thembinkosi theo theodor theodora theodore theophile theresa therese theresia theron
    thet theun thi thiago thibaud thibault thibaut thida thidarat thien thierno thierry thijs
    thilo thinh thiri thirza thoa thobeka thokozani thom thomas thongchai thor thora thorbjorn
    thorsten thorvald thu thuan thulani thuli thuy thuza thyda tia tiago tiaki tian tiana tianyi
    tiare tiarnan tiberiu tibor tidiane tien tiernan tierney tiffany tigist tigran tihomir
    tihomira tiina tiiu tijmen tijs tilahun tilek till tillmann tilman tilo tim timea timm timo
    timofey timon timothee timothy timur tin tina tinashe tinatin tineke ting tingting tinotenda
    tipene tiresa tiro tirso tisha titilayo titouan titus tiva tivadar tiyamike tiziana tiziano
    tjark tjeerd tlali tlaloc tlhalefo tlotlo toakase toan tobechukwu tobi tobias tobin toby
    tochi tochukwu todd todor tofa togtokh tohir tohru toivo tokunbo tola tolegen tolga tolu
    tolulope toluwani tom toma tomas tomasi tomasz tomaz tomek tomer tomislav tommaso tommie
    tommy tomo tomohiro tomoko tomomi tomos tomoya tomoyo tonatiuh tonderai tone tong toni tonia
    tonis tono tony tonya toomaj toomas tope topi tor torben tord tore torge tori toril torill
    tornike torpekai torstein torsten toru torunn toshi toshiaki toshiko toshio tosin touhid
    tove toyin tracey tracy traian trang traudl traute travis travon treasa trefor tremaine
    trent trev trevor trey tri tricia triin trijntje trina trinh trinidad trinity tripti trish
    trisha tristan tristen troels trond troy trude trudie trudy trung truong trygve tsegaye
    tsehay tsend tsepo tsering tsetseg tsetsegmaa tshegofatso tshepiso tshepo tshering
    tsholofelo tsipora tsira tsitsi tsogt tsolmon tsovinar tsubasa tsutomu tsuyoshi tsvetan
    tsvetelina tu tuala tuan tuba tucker tudor tudur tudwal tugba tugce tuguldur tui tuija
    tulika tullio tumanako tumelo tumisang tumusiime tuncay tunde tung tuomas tuomo tupac tupou
    turgut turi turid turlough turyamureeba tushar tuul tuula tuva tuvshin tuya tuyen tuyet
    tuyishime tvrtko twila ty tycho tyler tymofiy tymon tymoteusz tynchtyk tyra tyree tyrese
    tyrone tyson tytti tzvi uaisele ubaid ubaidullah ubaldo ubon uche uchechi uchenna uday udin
    udo udoka udom ufuk ugo ugochi ugochukwu ugur ugyen uilani uili ujjwal ujjwala ulan ularbek
    uldis ulf uli uliana ulises ulla ulle ullrich ulpu ulrich ulrik ulrika ulrike ulugbek
    ulukbek ululani ulyana ulysse ulysses ulzhan ulzii uma umair umar umberto umesh umid umida
    umit umut umutoni una unai unaisi unaloto unathi undral unni unnur upasana upendra
    uranchimeg uri uriel urmas urmat urmila uros urosh urpi urpo urs ursa ursel urska ursula
    urszula urvashi usama usha usman uta ute utkarsh utpal utsav uulzhan uwase uwe uwera uwimana
    uyanga uyen uzi uzma uzochi uzoma vaclav vaclava vada vadim vaghinak vahagn vahan vahe vahid
    vahram vai vaibhav vaidas vaidehi vaimoana vaishali vaishnavi vaitiare vaka vakhtang val
    valarie valasi valdas valdir valdis valentin valentina valentine valentino valere valeria
    valerian valeriano valerie valerio valeriu valeriy valeriya valery valon van vance vandana
    vanderlei vandita vanessa vani vania vanja vanna vannak vano vanya vardan varnika varsha
    varun varuzhan varvara vasant vasanthi vasco vasil vasile vasilena vasilica vasilis vasily
    vasudha vasundhara vasya vasyl vasylyna vaughn vazgen vea veasna veata vebjorn veda vedant
    vedat vedika vedran vedrana veena veera veerle vegar vegard veikko veit veli velimir veljko
    velma vendula venkat venkata venkatesh venla ventsislav vera verena verity vern vernice
    vernon veronica veronika veronique vesa veselin veselina vesna viacheslav vianney vibha
    vibhuti vibol vic vicenta vicente vichai vichea vicki vicky victoire victor victoria
    victoriano victorien vid vida vidar vidhi vidisha vidkun vidya viet vigdis vijay vijaya
    vijayalakshmi vika vikas vikki vikram vikrant viktor viktoria viktoriia vilem vilho vili
    viliami viliamu vilisi vilius viljar ville vilma vilmos vimal vimala vimbai vinay vinaya
    vince vincent vincenzo vineet vineeta vineeth vinh vinicius vinita vinko vinod vinzenz viola
    violaine violet violeta violette viorel viorica vipin vipul virag viraj virak virendra
    virgile virgilio virginia virginie virginija virpi visal vishal vishnu vishwas viswanathan
    vit vita vitalii vitaliy vitaly vitezslav vitor vittoria vittorio vitus vivek vivian viviana
    viviane vivianne vivien vivienne vjosa vlad vladan vladena vladimir vladislav vlado vlasta
    vlastimil vlatka vojislav vojta vojtech volkan volker volkmar volodya volodymyr vongai vova
    vratislav vreni vsevolod vuk vuniani vusi vuyani vuyo vuyokazi vy vyacheslav vytautas wacek
    waclaw wade wael wafa wafaa wafula wagner wahid wahida wahyu waiata wailani waimarie wainani
    wairata wairemana wairimu waitangi waithera wajid wajma wakana waldek waldemar wale waleed
    walid wallace walter walther waltraud wambui wanchai wanda wanderley wandile wangari wangui
    wanida wanja wanjala wanjiku wanjiru wanli wannee wanza waqar waqas wara ward waris warona
    warren warsame warunee waseem washington wassim wasswa wataru wati watson wawan waweru wayan
    waylon wayne wayra webster wei weidong weihua weijie weimin weiwei wekesa weldon wellington
    wen wenbin wenbo wenceslao wenche wendelin wendell wendy wenhao wenjie wenjing wenjun wenli
    wenqi wenzel werner wernher weronika wes wesley wessel weston whetu whina whit whitney wibo
    wichai wichit widad wiebe wiebke wieland wieslaw wieslawa wietske wigbert wikitoria wiktor
    wiktoria wilai wilbert wilbur wiley wilfred wilfrid wilfried wilhelm wilhelmina wilhelmine
    will willa willard willeke willem willemijn willi william willie willis willow willy wilma
    wilmer wilson wilton wiltrud wim wincenty winfred winfried winifred winnie winston winta
    wipa wiremu wissam wit witek witold witta wladimir wladyslaw wlodzimierz wojciech wolf
    wolfgang wolfram won-bin won-ho wongani wonho woo-jin woo-sik woo-sung woodrow woojin
    worawit worku wouter wu wulan wunmi wut wyatt wyn wynn wynne wytse xander xaver xavier
    xaviere xia xiadani xiang xiao xiaobo xiaodan xiaodong xiaofei xiaofeng xiaohong xiaohui
    xiaojun xiaolei xiaoli xiaoling xiaoming xiaoping xiaoqing xiaowei xiaowen xiaoxia xiaoyan
    xiaoyu ximena xin xing xingyu xinyi xinyu xiomara xiong xitlali xiu xiuying xochitl xolani
    xolile xu xuan xue xuefei xueli xuemei xueying xun xurshid ya yaa yaakov yacouba yadanar
    yael yagmur yago yahya yair yaira yakiv yakov yaku yakubu yakup yalcin yalda yamikani yamila
    yamin yamini yan yana yang yangchen yanis yaniv yankho yanli yann yannick yannis yanping
    yanti yanto yanyan yao yara yardley yared yareli yaretzi yaron yaroslav yaroslava yasaman
    yasemin yaser yash yashar yashika yashwant yasin yasir yasmeen yasmim yasmin yasmine yassin
    yassine yasuhiro yasuko yasuo yasushi yating yavuz yaw yawar yawen yaya yayra yazan ye yefim
    yeghia yegor yehor yehuda yehudit yejin yelena yelizaveta yemi yen yeo-jin yeon yeon-hee
    yeon-joo yeong yeong-ho yeonjoo yerbol yerlan yermek yesenia yeshi yetunde yeukai yeva
    yevgeny yevhen yevhenia yewande yi yifan yifei yigal yigit yihan yijun yildiz yilin yilmaz
    yimin yiming yin ying yingjie yingluck yingying yishai yitzhak yixuan yiyang yma yoann yoav
    yogesh yogita yohan yohannes yohei yoichi yoji yoko yolanda yolande yolotl yona yonas
    yonatan yong yong-hwa yong-jun yongjian yongqiang yoo-jin yoo-jung yoojin yoon yoon-ah yoon-
    ji yoon-seo yoram yordan yordanka yorick yosef yoshi yoshiaki yoshie yoshihiro yoshiko
    yoshinori yoshio yosra yossi yosuke yota youcef younes young-ae young-hee young-ho young-ja
    young-jae young-jin young-min young-soo youngho youngjae youngmi younis yousef yousra
    youssef yu yu-jin yu-na yuan yuanyuan yudi yue yuhan yuhang yui yuichi yuji yujie yujin yuka
    yukari yuki yukiko yukio yuko yulan yulduz yulia yuliana yuliia yulin yuliya yuma yumi
    yumiko yun yun-hee yun-seo yuna yunfei yupar yupin yuqi yuri yurii yuriko yuritzi yuriy
    yusra yusuf yusuke yuta yutaka yuting yuto yutong yuuki yuval yuvraj yuxin yuxuan yvan
    yveline yves yvette yvon yvonne zaal zabihullah zach zacharias zachary zack zafar zafer
    zaher zahid zahir zahra zahraa zaid zain zainab zainabu zaira zakaria zakhar zaki zakia
    zakir zaldy zama zamira zander zandile zane zanele zara zarghona zari zariah zarina zarko
    zarmina zarni zarnigor zaruhi zaven zaw zawadi zaya zayd zaza zbigniew zbynek zbyszek zdena
    zdenek zdenka zdislava zdravka zdravko zdzislaw zebo zebulon zebuniso zechariah zeeshan zeev
    zehra zein zeina zeinab zeke zelal zelalem zelda zelie zeljka zeljko zelma zena zenab
    zenaida zenebech zenek zenon zenzele zephyrin zere zewdu zeynep zeyu zhan zhanar zhang
    zhanibek zhanna zhansaya zhao zhazira zhen zheng zhenhua zhenya zhi zhibin zhigang zhihao
    zhihong zhihua zhijun zhimin zhiming zhiqiang zhivko zhiwei zhiyong zhiyuan zhong zhora zhou
    zhu zhuldyz zia ziad ziba zihan zihao zilola zilvinas zin zina zinaida zineb zinedine zinhle
    zion ziqi zita ziv zivanai zixuan ziya ziyad ziyanda ziyi ziyoda ziyu zlata zlatan zlatko
    zobaida zodwa zoe zoey zofia zofie zohal zohar zohid zohra zohreh zoie zola zolani zoltan
    zolzaya zora zoran zorica zosia zoya zrinka zsigmond zsofia zsolt zsuzsa zsuzsanna zubaida
    zubair zubairu zubin zuhal zuhra zukiswa zulema zulfiqar zulfiya zulfizar zulmira zurab zuri
    zuza zuzana zuzanna zuzka zvi zviad zvikomborero zvonimir zwelethu zweli zyanya zygmunt zyta
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
    joker jordan journey joy joyce judge juice julia july june justice kai kale karat kay ke
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
    dlamini moyo nkosi ndlovu
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
    dalli huey lita titus
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
