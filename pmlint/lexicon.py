"""Closed classes and common verbs of English, for the clause analyser.

Only what decides how a clause is built (function words, verb forms) and who stands in
it (nouns for people, teams and software). What a clause *means* is decided elsewhere.
"""

from __future__ import annotations

from functools import lru_cache

__all__ = [
    "ADVERBS",
    "BE",
    "COORDINATORS",
    "DETERMINERS",
    "DO",
    "GROUPS_OF_THINGS",
    "HAVE",
    "IRREGULAR",
    "MODALS",
    "NEGATIONS",
    "NOUNS_TOO",
    "PARTICLES",
    "PERSON_NOUNS",
    "POSSESSIVES",
    "PREPOSITIONS",
    "SINGLING",
    "SOFTWARE_NOUNS",
    "SUBORDINATORS",
    "TEAM_NOUNS",
    "TEAM_PLAIN",
    "TIME_NOUNS",
    "is_adverb",
    "lemma",
    "singular_person",
    "word_set",
]


def word_set(words: str) -> frozenset[str]:
    """The words of a text, which is how lists of them are written here."""
    return frozenset(words.split())


BE = word_set(
    """
    be am is are was were been being 'm 're isnt arent wasnt werent
    """
)
HAVE = word_set(
    """
    have has had having 've
    """
)
DO = frozenset(["do", "does", "did"])
MODALS = word_set(
    """
    can could shall should will would may might must ought 'll cannot
    """
)
NEGATIONS = word_set(
    """
    not n't never hardly barely
    """
)
DETERMINERS = word_set(
    """
    the a an this these those each every any some no all both another either neither such several
    many few most more less much enough what whatever which two three four five six seven eight nine
    ten eleven twelve
    """
)
POSSESSIVES = word_set(
    """
    my our your his her its their whose
    """
)
COORDINATORS = word_set(
    """
    and but or nor yet then so plus & /
    """
)
SUBORDINATORS = word_set(
    """
    because when while whilst although though if unless whereas whether once since until till
    before after as where why how lest whenever wherever
    """
)
PREPOSITIONS = word_set(
    """
    of in on at by for from with without to into onto over under about against between among
    during within through throughout across per via upon despite near off out up down around
    behind beyond inside outside toward towards except besides like unlike following including due
    because-of thanks versus vs amid alongside
    """
)
PARTICLES = word_set(
    """
    up down off out over back away through in on around apart
    """
)
ADVERBS = word_set(
    """
    also just only still already again even once twice then now later soon first finally
    eventually initially immediately quickly slowly directly manually accidentally mistakenly
    inadvertently wrongly incorrectly unfortunately simply clearly obviously apparently actually
    always often usually sometimes rarely seldom almost nearly quite rather really very too
    subsequently meanwhile however therefore thus hence instead perhaps maybe probably possibly
    promptly together anyway anyhow indeed further furthermore moreover otherwise sadly luckily
    ever yet well recently previously currently here there both repeatedly consistently blindly
    carelessly recklessly negligently knowingly deliberately intentionally unintentionally
    unknowingly foolishly hastily prematurely frankly honestly basically essentially literally
    completely totally entirely fully partly mostly merely somehow straight evidently supposedly
    conveniently reportedly all yesterday today tomorrow tonight kindly likewise alone either
    neither else somewhat constantly regularly routinely lazily sloppily stupidly unwisely
    """
)
TIME_NOUNS = word_set(
    """
    yesterday today tomorrow tonight morning afternoon evening night day week month year quarter
    hour hours minute minutes second seconds days weeks months years time monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september
    october november december am pm utc gmt est pst cet cest bst edt pdt moment weekend sprint
    while
    """
)

IRREGULAR: dict[str, tuple[str, str]] = {}
"""Irregular form -> (lemma, kind), kind a mix of ``d`` (past), ``n`` (participle), ``b`` (base)."""

_IRREGULAR_TABLE = """
become became become;begin began begun;bend bent bent;bet bet bet;bite bit bitten;
bleed bled bled;blow blew blown;break broke broken;bring brought brought;build built built;
burn burnt burnt;burst burst burst;buy bought bought;cast cast cast;catch caught caught;
choose chose chosen;come came come;cost cost cost;cut cut cut;deal dealt dealt;dig dug dug;
draw drew drawn;drive drove driven;eat ate eaten;fall fell fallen;feed fed fed;feel felt felt;
fight fought fought;find found found;fly flew flown;forbid forbade forbidden;
forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;get got got;
get got gotten;give gave given;go went gone;grow grew grown;hang hung hung;hear heard heard;
hide hid hidden;hit hit hit;hold held held;hurt hurt hurt;keep kept kept;know knew known;
lay laid laid;lead led led;learn learnt learnt;leave left left;lend lent lent;let let let;
lie lay lain;light lit lit;lose lost lost;make made made;mean meant meant;meet met met;
misread misread misread;mistake mistook mistaken;misunderstand misunderstood misunderstood;
outdo outdid outdone;overcome overcame overcome;overdo overdid overdone;
override overrode overridden;overrun overran overrun;oversee oversaw overseen;
overhear overheard overheard;oversleep overslept overslept;overwrite overwrote overwritten;pay paid paid;put put put;
quit quit quit;read read read;rebuild rebuilt rebuilt;redo redid redone;rerun reran rerun;
reset reset reset;resend resent resent;rewrite rewrote rewritten;ring rang rung;rise rose risen;
run ran run;say said said;see saw seen;seek sought sought;sell sold sold;send sent sent;
set set set;shake shook shaken;shoot shot shot;show showed shown;shut shut shut;sink sank sunk;
sit sat sat;sleep slept slept;slide slid slid;speak spoke spoken;speed sped sped;
spend spent spent;spin spun spun;split split split;spread spread spread;spring sprang sprung;
stand stood stood;steal stole stolen;stick stuck stuck;strike struck struck;swear swore sworn;
sweep swept swept;swing swung swung;take took taken;teach taught taught;tear tore torn;
tell told told;think thought thought;throw threw thrown;understand understood understood;
undertake undertook undertaken;undo undid undone;wake woke woken;wear wore worn;win won won;
wind wound wound;withdraw withdrew withdrawn;write wrote written;miswrite miswrote miswritten;
upset upset upset;typecast typecast typecast;mis-set mis-set mis-set;foresee foresaw foreseen;
mislead misled misled;misspell misspelt misspelt;oversell oversold oversold;
underpay underpaid underpaid;unset unset unset;rid rid rid;
"""
for _row in _IRREGULAR_TABLE.replace("\n", "").split(";"):
    if _row:
        _base, _past, _participle = _row.split()
        for _form, _kind in ((_past, "d"), (_participle, "n"), (_base, "b")):
            _old = IRREGULAR.get(_form, ("", ""))[1]
            IRREGULAR[_form] = (_base, _old + _kind if _kind not in _old else _old)
for _form in ("done",):
    IRREGULAR[_form] = ("do", "n")

NOUNS_TOO = word_set(
    """
    abort access alarm alert answer approach arrest assault attack attempt balance ban bark block
    book boot bother branch break bug build bump burst call care cast catch cause challenge change
    charge chat check claim clash clean clear click clone close code comment commit complaint
    concern conflict connect contact control copy cost count crash cut cycle damage deal delay
    delete demand deploy design display doubt drain drift drill drive drop dump edit end engineer
    error escape estimate exit export fail failure fall fault feel fight file fill filter find
    finish fire fix flag flood flow flush focus force fork form format freeze function gain get
    guard guess hack halt hammer hand handle hang hit hold hope host hotfix impact import increase
    index input interest issue join judge jump kill lack land lapse last launch lead leak leave
    lie lift light limit link list load lock log look loop loss manage map mark match matter merge
    message mind misconfiguration miss mistake mix monitor mount move name need note notice number
    offer omit open operate order own page panic part pass patch pause peak pick plan play plug
    point poll post press process produce profile project promise prompt proof protest pull pulse
    push query question queue race raise range rate reach read rebase reboot rebuild record reload
    release remark remedy repair repeat reply report request rerun reset resort resource respect
    response rest restart restore result retry return reuse revert review rewrite ring rise risk
    roll rollback route rule run rush sample save say scale scan schedule scope score screen
    script search second see send sense serve service set share shift ship show shut signal sink
    sleep slip sort source spawn speed spike spin split spot spread stack staff stage stall stand
    start state stay step stick stop store stream stress strike study support surge surprise
    suspect swap switch sync tag take talk target task taste team tell term test text think
    thought throttle throw ticket tie time timeout tool touch trace track trade traffic train
    transfer transition trap trigger trust try turn tweak twist type typo update upgrade upload
    use value view visit vote wait wake walk want warn pressure wash waste watch wave wear win wish wonder
    word work worry wrap write document experience influence approve
    """
)

_VERBS = """
abide adhere conform obtain abandon abort absorb accept access accommodate accomplish accuse achieve acknowledge acquire act
activate adapt add address adjust admit adopt advise affect agree aim alarm alert align allocate
allow alter amend analyse analyze announce answer anticipate apologise apologize appear append
apply appoint approve argue arise arrange arrive ask assess assign assist assume assure attach
attack attempt attend attribute authorise authorize automate avoid award backfill balance ban base
batch behave believe belong bind blame blast block boot bother botch bounce branch breach brief
broadcast bump bypass cache calculate call cancel capture care carry cause cease challenge change
charge chase check choke claim clarify classify clean clear click clone close cluster coach code
collapse collect combine comment commit communicate compare compensate compile complain complete
comply compound comprise compromise compute conceal concentrate concern conclude conduct configure
confirm conflict confuse connect consider consist constrain construct consult consume contact
contain continue contribute control convert convince cooperate coordinate copy corrupt correct
correlate count cover crash create cripple criticise cross cycle damage deactivate debug decide
declare decline decommission decrease dedicate deem default defer define degrade delay delegate
delete deliver demand demonstrate deny depend deploy deprecate derail derive describe deserve
design destroy detach detect deteriorate determine develop diagnose die differ direct disable
disagree disappear discard discipline disclose disconnect discover discuss dismiss dispatch display
disregard disrupt disseminate distribute ditch divert document double doubt downgrade download
draft drain drift drop dump duplicate ease edit eliminate email embarrass emerge emit employ empty
enable encounter encourage encrypt end endanger endure enforce engage engineer ensure enter erase
err escalate establish estimate evaluate evict evolve examine exceed exchange exclude excuse
execute exercise exhaust exist exit expand expect experience expire explain exploit explore export
expose extend extract face facilitate fail fake fat-finger favor favour fear feature fetch
figure file fill filter finalise finalize finger finish fire fit fix flag flap flash flip flood
flow fluctuate flush focus follow force forfeit fork format forward foul free fulfil fulfill fumble
function gain gamble gather generate grab grant grasp greenlight guarantee guard guess guide
hack halt hammer hand handle happen harden harm hash hamper help hesitate highlight hinder
hire hit-and-run hope host hurry identify ignore illustrate imagine impact impair implement imply
import impose improve include incorporate increase incur indicate infect infer inform inherit
inhibit initialise initialize initiate inject inquire insert insist inspect install instruct
integrate intend interact interfere interpret interrupt introduce invalidate invest investigate
invite invoke involve isolate issue iterate jeopardise join judge jump justify kick kill knock
label lack land lapse last launch leak lean lecture lessen lift like limit link list listen load
locate lock log look loop lower maintain manage mandate manipulate map mark mask match matter
measure mention merge mess migrate mind mirror misapply misattribute misclick misconfigure
miscalculate miscommunicate misdiagnose misestimate mishandle misinterpret misjudge mislabel
mismanage misplace misroute misspell miss mistime mistrust mistype misuse mitigate mix moderate
modify monitor motivate mount move multiply mute nag name need neglect negotiate note notice
notify number nuke obey object observe obtain occur offer omit onboard open operate oppose
optimise optimize order organise organize originate overcommit overlook overload overestimate
overreact override overstep own oust pack page panic parse participate partition pass paste patch
pause penalise penalize perceive perform permit persist phone pick pile pin ping place plan play plead
please plug point poll populate pose post postpone power practice practise praise precede predict
prefer prepare present preserve press pretend prevent print prioritise prioritize probe proceed
process procrastinate produce program progress promise promote prompt propagate propose protect
prove provide provision prune publish pull pulse punish purge push qualify query question queue
quote race raise ramp rate reach react realise realize reappear reassign rebase reboot recall
receive reckon recognise recognize recommend reconcile reconfigure record recover recreate rectify
redeploy redirect reduce refactor refer reflect refresh refuse regard register regret reimage
reinstall reinstate reissue reject relate release relax reload rely remain remark remediate
remember remind remove rename render renew repair repeat replace replay replicate reply report
reprimand reproduce request require reroute reschedule research reside resign resolve resort
respect respond restart restore restrict result resume retain retire retrain retry return reuse
reveal reverse revert review revise revive revoke reward rewind risk rob roll rotate rotted round
route rub ruin rule rush sabotage sack sanction satisfy saturate save scale scan scapegoat
schedule scold scope scrape screen screw script seal search secure seem segment select separate
serve settle sever share shift ship shirk shout sideline sign signal silence simplify simulate skip
slack slip slow smash smoke-test snap snooze solve sort sound source spawn specify spike spill
spoil spot squash stabilise stabilize stage stall start starve state stay steer stem step stop
store strain stream stress strip struggle study subject submit subscribe succeed suffer suggest
suit supply support suppose suppress surface surge surprise surround suspect suspend sustain swap
switch sync tag tail talk tamper target task tend terminate test thank threaten throttle tick tie
time toggle tolerate top touch trace track trade train transfer transform transition translate
transmit trap travel treat trigger trim trip troubleshoot truncate trust try tune turn tweak twist
type underestimate unblock uncover underprovision unmount unplug unveil update upgrade upload urge
use validate value vanish vary verify view violate visit void vote wait walk want warn waste watch
weaken weigh welcome wipe wish wonder work worry wrap wreck yank yell yield zap
"""
VERBS = frozenset(_VERBS.split()) | {base for base, _ in IRREGULAR.values()} | {"do", "have", "be"}

PERSON_NOUNS = word_set(
    """
    flatmate roommate husband wife sister brother cousin friend buddy neighbour neighbor mentor
    accountant actuary adjudicator admin administrator amateur anaesthetist analyst
    analyst-programmer animator apprentice approver architect archivist artist assistant associate
    auditor author biologist bloke bookkeeper boss broker-dealer buyer captain caseworker cashier
    ceo chairman chairperson chairwoman chap chemist cio ciso cleaner clerk clown co-worker coder
    cofounder colleague colonel commander commissioner conservator constable consultant contractor
    contributor controller-on-duty coordinator copywriter corporal councillor courier cowboy
    coworker cto culprit curator custodian dba dealer dean delegate dentist deployer deputy
    designer dev developer devops director dispatcher doctor dude economist editor electrician
    employee engineer engineer-on-call examiner executive expert facilitator fellow firefighter
    fitter foreman founder freelancer genius gentleman graduate grantee guardian guy
    handler-on-duty handover-engineer hire hiwi idiot imbecile implementer implementor individual
    inspector installer instructor integrator intern invigilator janitor joiner junior kid lad
    lady lass lawyer lead lecturer liaison librarian lineman linesman locum machinist maintainer
    man manager marketer matron mayor mechanic member merchandiser midwife minister moderator
    moron netadmin newbie newcomer nurse officer official on-call oncall operator owner paramedic
    partner party person pharmacist phlebotomist physician physicist pilot planner plumber pm po
    porter postdoc predecessor president principal producer professor programmer publicist pupil
    quant radiographer radiologist receptionist recruiter registrar registrar-on-duty rep reporter
    representative requester requestor researcher resident responder reviewer rigger rookie
    salesman salesperson scientist secretary senior sergeant slacker somebody someone specialist
    splicer spokesman spokeswoman sre staffer stagehand stakeholder starter statistician steward
    storekeeper strategist streamer student sub-contractor subcontractor submitter successor
    superintendent supervisor surgeon sysadmin sysop teacher teammate technician technologist
    teller temp tester therapist toolsmith trader trainee trainee-engineer translator treasurer
    triager tutor undergrad underwriter uploader user volunteer vp watchkeeper webmaster welder
    whizz woman worker-on-duty
    """
)
"""Nouns for one human being. Some name software as well; see `SOFTWARE_NOUNS`."""

SOFTWARE_NOUNS = word_set(
    """
    operator manager controller agent worker runner driver owner user author installer scheduler
    dispatcher lead master leader follower coordinator supervisor director provisioner broker
    listener resolver collector committer reporter inspector principal resident party planner
    partner member
    """
)
"""Nouns for a person *or* a program: the modifiers and the document decide."""

GROUPS_OF_THINGS = word_set(
    """
    consumer scaling auto-scaling autoscaling security target resource placement subnet parameter
    log node instance replication availability kafka volume control process processing compute
    power storage file disk rack raid
    """
)
"""What a group of is no people: a consumer group, an auto-scaling group."""

TEAM_NOUNS = word_set(
    """
    team squad crew department dept staff group tribe guild chapter desk people folks guys peeps
    management leadership personnel helpdesk management's organisation organization unit
    """
)
TEAM_PLAIN = word_set(
    """
    ops operations it sre sres dev devs devops qa netops secops infosec platform infra
    infrastructure security support product legal finance marketing sales hr networking management
    leadership dbas developers engineering backend frontend helpdesk engineers noc dba neteng
    appsec compliance procurement
    """
)
"""Names of departments that stand for their people when they are the doer."""

SINGLING = word_set(
    """
    junior senior new newly newest new-hire night-shift night day-shift shift weekend on-call
    oncall inexperienced experienced careless tired sleepy exhausted overconfident young youngest
    old overworked rogue lazy incompetent negligent sloppy untrained unqualified particular
    certain single specific same other principal lead graduate summer intern probationary remote
    offshore outsourced former departing responsible primary secondary duty disgruntled hurried
    clueless reckless distracted rushed unsupervised trainee temporary contract external
    """
)
"""Words that pick one person out of many: by seniority, shift, novelty or character."""


def singular_person(word: str) -> str:
    """The noun for one of the people that *word*, in lower case, is the plural of; else ""."""
    one = word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")
    return one if one != word and one in PERSON_NOUNS else ""


_NO_ADVERBS = word_set(
    """
    family only early daily weekly monthly yearly hourly quarterly nightly friendly likely unlikely
    supply reply apply rely assembly anomaly poly multiply imply comply fly july italy ally
    friendly-fire ugly holy lonely silly lovely elderly orderly timely costly deadly untimely
    """
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word is an adverb: one that is listed, or any other in ``-ly``."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS)


_NO_VERBS = word_set(
    "during according regarding notwithstanding thing king ring string spring wing ceiling morning "
    "evening nothing something anything everything hundred indeed need-to bed red shed sled need-ed aged"
)


@lru_cache(maxsize=8192)
def lemma(form: str) -> tuple[str, str]:
    """Base form and kinds of a lower-case word: ``b`` base, ``s``, ``g`` -ing, ``d``, ``n``.

    An empty kind: not a verb form that is known. Words in ``-ed`` are always one.
    """
    if form in _NO_VERBS:
        return form, ""
    if form in IRREGULAR:
        return IRREGULAR[form]
    if form in VERBS or form.removeprefix("re-") in VERBS:
        return form, "b"
    if len(form) > 3 and form.endswith("ed") and not form.endswith("eed"):
        return _stem(form[:-2], form[:-1]), "dn"
    if len(form) > 4 and form.endswith("ing"):
        base = _stem(form[:-3], form[:-3] + "e")
        return base, "g" if base in VERBS or len(form) > 5 else ""
    return _third_person(form)


def _third_person(form: str) -> tuple[str, str]:
    if form.endswith("ies") and form[:-3] + "y" in VERBS:
        return form[:-3] + "y", "s"
    for cut in ("s", "es"):
        if form.endswith(cut) and form[: -len(cut)] in VERBS:
            return form[: -len(cut)], "s"
    return form, ""


def _stem(bare: str, with_e: str) -> str:
    """The base that *bare* (ending cut off) comes from: ``notif(i)``, ``stopp``, ``ignor``."""
    if bare.endswith("i") and bare[:-1] + "y" in VERBS:
        return bare[:-1] + "y"
    if with_e in VERBS:
        return with_e
    if bare in VERBS:
        return bare
    if len(bare) > 2 and bare[-1] == bare[-2] and bare[:-1] in VERBS:
        return bare[:-1]
    if bare.endswith("ick") and bare[:-1] in VERBS:
        return bare[:-1]
    for prefix in ("re", "mis", "un", "over", "under", "de", "dis", "pre", "out"):
        if bare.startswith(prefix):
            tail, tail_e = bare[len(prefix) :], with_e[len(prefix) :]
            if tail_e in VERBS:
                return with_e
            if tail in VERBS:
                return bare
            if len(tail) > 2 and tail[-1] == tail[-2] and tail[:-1] in VERBS:
                return bare[:-1]
    if bare.endswith("i"):
        return bare[:-1] + "y"
    if len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in "lsz":
        return bare[:-1]
    if bare[-1:] in ("v", "u", "c", "z") or bare.endswith(("at", "iz", "is", "rg", "dg", "ng")):
        return with_e
    return bare
