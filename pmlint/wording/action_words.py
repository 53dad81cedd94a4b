"""The words of action items, sorted by what they promise.

General English of engineering work: which verbs leave a result behind, which only
give a direction, which nouns name a thing and which a field of activity. Verbs are
listed in their base form; `LEMMAS` knows their other forms.
"""

from __future__ import annotations

__all__ = [
    "ABSTRACT",
    "ACTIVITIES",
    "ADVERBS",
    "AMBIGUOUS",
    "ANSWERS",
    "ARTEFACTS",
    "ASPECTS",
    "CARE",
    "COMPARATIVES",
    "COMPONENTS",
    "CORE",
    "DETERMINERS",
    "DIRECTION",
    "DOCUMENTS",
    "DRILLS",
    "END_VERBS",
    "FRAMES",
    "GENERIC",
    "INTERVALS",
    "LEMMAS",
    "LIGHT",
    "LINKS",
    "MAKE",
    "MODALS",
    "NOMINALS",
    "PARAMETERS",
    "PARTICIPLES",
    "PEOPLE",
    "PHRASALS",
    "QUALITIES",
    "RECORDS",
    "RECURRENT",
    "SOFT",
    "TEACHING",
    "TICKETS",
    "TRAINING",
    "TUNING",
    "word_set",
]


def word_set(text: str) -> frozenset[str]:
    """The words of *text*, as they stand between white space."""
    return frozenset(text.split())


CORE = word_set(
    """
    add append check-in apply archive attach automate backport build bump buy codify commit
    configure connect containerise containerize convert create cut-over decommission delete
    deploy deprecate develop disable document draft drop duplicate emit enable encrypt
    export expose extract file fix gate generate host implement import include index insert
    install instrument integrate introduce kill label launch link lock log merge migrate
    mirror mount move order open parameterise parameterize patch pin port print procure
    provision publish purge quarantine re-enable rebuild record redeploy register release
    relocate remove rename renew reorder replace replicate restore retire revert revoke
    rewrite roll-back roll-out rotate scale-down scale-out scale-up script seed set set-up
    shard ship shut-down sign split stage store submit subscribe switch tag template
    turn-off turn-on uninstall unify unpin upgrade upload  version whitelist wire
    wire-up wrap write put-in-place spin-up swap reinstall rebase rollback rollout setup
    cleanup clean-up get-rid-of inject decouple partition snapshot alias annotate embed
    reimage reinstate resize retry allowlist denylist blacklist bootstrap reconfigure
    recreate reset retag scaffold paginate normalise normalize hash salt sandbox truncate
    """
)
"""Verbs that leave something behind that was not there before (or take it away)."""

MAKE = CORE | word_set(
    """
    address adapt adopt agree alarm alert allow amend announce appoint approve assemble
    assign back-up backup block cache cancel cap change choose close compile compress
    correct cover decide declare define deliver demand denormalise design detect
    devise disallow display distribute divert email enforce equip escalate establish exclude
    execute exempt expand expire extend fail fall-back filter finalise finalize finish
    forbid force formalise formalize give grant guard hand-over hide hire hold inform
    isolate join keep limit list make mandate map mark mask measure modify notify nominate
    page perform place plan post postpone prevent probe produce program promote propose
    protect provide pull push put query queue quantify raise-a rate-limit recover redirect
    reindex reject reload reject repair report reproduce request require reroute reschedule
    reserve resolve restart restrict retain return reuse reverse route run save scan
    schedule send separate serve shed shrink show simulate solve sort-out specify
    standardise standardize start stop surface suspend sync synchronise synchronize tell
    terminate test throttle time-out time-box transfer trigger trim trip try-out unblock
    update use utilise utilize leverage validate verify warn wait write-up write-down let
    get have bring come-up-with consolidate centralise centralize align exercise demo
    describe explain note outline benchmark load-test warm pre-warm drain fence retune
    back-fill backfill recalculate recompute refund reimburse compensate contribute upstream
    invalidate prune delegate separate segment round-robin prefix scrub redact sanitise
    sanitize intercept proxy simplify-to collapse
    """
)
"""Verbs whose clause has an end when its object names something."""

DIRECTION = word_set(
    """
    determine improve enhance strengthen review investigate look-into look-at look-for consider
    optimise optimize explore revisit continue work-with work-on work-towards work-toward
    work-out work evaluate assess analyse analyze study research understand examine
    reconsider rethink discuss think think-about think-through prioritise prioritize focus
    focus-on aim strive try attempt help support refine streamline harden stabilise
    stabilize follow-up coordinate collaborate liaise cooperate tackle handle deal-with
    mitigate minimise minimize maximise maximize avoid find-out figure-out learn check
    monitor watch track observe oversee manage maintain refactor simplify modernise
    modernize rework restructure redesign tidy tidy-up identify clarify boost increase
    decrease reduce raise lower shorten lengthen bolster fortify solidify tighten tighten-up
    loosen accelerate speed-up ramp-up step-up beef-up brush-up grow broaden deepen advance
    upskill invest pursue reach-out reach-out-to contact talk talk-to talk-with speak
    speak-to speak-with ask meet meet-with engage engage-with sync-up touch-base chat
    chat-with compare re-evaluate reassess re-examine reexamine reinvestigate inspect audit
    dig-into dive-into drill-into probe-into brainstorm debate deliberate weigh contemplate
    ponder gauge survey gather collect search seek determine-if see confirm get-better
    double-down facilitate empower drive lead own push-for advocate encourage-use balance
    tune fine-tune finetune adjust calibrate rightsize right-size iterate keep-improving
    keep-an-eye-on keep-track-of stay-on-top-of be become remain stay grow evolve mature
    scale scale improve-on make-progress move-towards move-toward eliminate address-all
    diagnose troubleshoot debug trace-down track-down hunt root-cause rationalise
    rationalize reflect reflect-on experiment experiment-with play-with trial assess-whether
    take-a-look-at have-a-look-at spend remediate
    """
)
"""Verbs that say where to go and never when one has arrived."""

TUNING = word_set(
    """
    increase raise lower decrease shorten extend bump lengthen reduce expand grow scale
    double
    """
)
"""Verbs that turn a knob; with a named knob on a named thing there is an end."""

PARAMETERS = word_set(
    """
    limit limits timeout timeouts size sizes replicas replica quota quotas memory disk
    volume ttl interval intervals retention retries retry count pool pools threshold
    thresholds cpu heap level verbosity concurrency parallelism batch window period deadline
    lease weight partitions shards buffer buffers space storage ram
    """
)

LIGHT = word_set(
    """
    conduct perform do carry-out run hold organise organize arrange undertake complete
    schedule execute host give provide offer deliver have set-up setup plan make start begin
    lead initiate launch facilitate kick-off take get commission request book
    """
)
"""Verbs that mean little; their object says what is done."""

END_VERBS = word_set(
    """
    include cover contain use require alert page fail reject block return emit log send
    state mention list refuse exit abort retry fire notify show drop stop time-out run
    mandate call point write read respond
    """
)
"""Verbs that tell, after "to" or "so that", what will then be seen to happen."""

ASPECTS = word_set(
    """
    start begin try attempt plan aim strive intend want hope commit agree
    """
)
"""Verbs that only introduce another one."""

NOMINALS: dict[str, str] = {
    "implementation": "implement",
    "introduction": "introduce",
    "creation": "create",
    "addition": "add",
    "installation": "install",
    "improvement": "improve",
    "improvements": "improve",
    "enhancement": "enhance",
    "enhancements": "enhance",
    "investigation": "investigate",
    "investigations": "investigate",
    "review": "review",
    "reviews": "review",
    "audit": "audit",
    "audits": "audit",
    "evaluation": "evaluate",
    "assessment": "assess",
    "analysis": "analyse",
    "exploration": "explore",
    "consideration": "consider",
    "study": "study",
    "research": "research",
    "discussion": "discuss",
    "discussions": "discuss",
    "meeting": "discuss",
    "look": "look-at",
    "deep-dive": "investigate",
    "deep-dives": "investigate",
    "optimisation": "optimise",
    "optimization": "optimise",
    "optimizations": "optimise",
    "strengthening": "strengthen",
    "hardening": "harden",
    "tuning": "tune",
    "migration": "migrate",
    "removal": "remove",
    "replacement": "replace",
    "adoption": "adopt",
    "enforcement": "enforce",
    "separation": "separate",
    "rollout": "roll-out",
    "definition": "define",
    "rotation": "rotate",
    "establishment": "establish",
    "reduction": "reduce",
    "expansion": "expand",
    "reinforcement": "strengthen",
    "refinement": "refine",
    "cleanup": "clean-up",
    "clean-up": "clean-up",
    "upgrade": "upgrade",
    "update": "update",
    "updates": "update",
    "development": "develop",
    "revision": "review",
    "refactor": "refactor",
    "refactoring": "refactor",
    "prioritisation": "prioritise",
    "prioritization": "prioritise",
    "follow-up": "follow-up",
    "followup": "follow-up",
    "collaboration": "collaborate",
    "coordination": "coordinate",
    "standardisation": "standardise",
    "standardization": "standardise",
    "examination": "examine",
    "inspection": "inspect",
    "maintenance": "maintain",
    "decommissioning": "decommission",
    "deprecation": "deprecate",
    "deletion": "delete",
    "restriction": "restrict",
    "brainstorm": "brainstorm",
    "retrospective": "discuss",
}
"""Nouns that stand for a verb ("implementation of ...", "configuration review")."""

AMBIGUOUS = word_set(
    """
    test tests alert document monitor log review process release plan update upgrade change
    report deploy page audit backup cache limit block check patch fix build run track gate
    alarm schedule archive record label tag request access support work research study cap
    index set post query queue page guard alias mirror stage script file list show host
    return place measure design program load map mark mask order trigger wrap print contact
    focus link lock ship import export sign store template version merge build trial survey
    probe cover filter route commit benchmark proxy segment exercise separate open lower key
    snapshot hash index balance search
    """
)
"""Words that are verbs at the head of an order and nouns before a "should"."""

PEOPLE = word_set(
    """
    engineer engineers developer developers everyone everybody people staff operator
    operators admin admins administrator administrators employee employees member members
    colleague colleagues on-call on-calls oncall oncalls responder responders reviewer
    reviewers dba dbas devs dev manager managers sre sres personnel users committer
    committers maintainer maintainers anyone anybody nobody teams person persons individuals
    teammates squad squads contributors contributor analyst analysts technicians technician
    """
)

TEACHING = word_set(
    """
    train retrain re-train educate coach mentor teach upskill cross-train sensitise
    sensitize familiarise familiarize acquaint
    """
)
"""Verbs whose object is a person, except where it is a model."""

TRAINING = word_set(
    """
    training trainings awareness workshop workshops refresher refreshers course courses
    seminar seminars education coaching mentoring mentorship onboarding-training upskilling
    carefulness vigilance diligence discipline attention caution mindfulness ownership
    mindset accountability culture teamwork retraining care cross-training attentiveness
    lunch-and-learn
    """
)
"""Nouns that name a state of mind, or the attempt to bring one about."""

CARE = word_set(
    """
    careful cautious mindful aware diligent vigilant attentive thorough deliberate proactive
    disciplined considerate conscious rigorous patient focused focussed transparent
    communicative prepared thoughtful meticulous conscientious responsible professional
    observant watchful careless sceptical skeptical cognizant cognisant hasty
    """
)
"""Qualities of people; "be more ..." one of them is a wish."""

DRILLS = word_set(
    """
    drill drills exercise exercises gameday gamedays game-day game-days tabletop tabletops
    simulation simulations dry-run dry-runs rehearsal rehearsals fire-drill fire-drills
    """
)

TICKETS = word_set(
    """
    ticket tickets task tasks epic story spike jira card
    """
)
"""What holds work and is none: the item is what the ticket is about."""

RECORDS = word_set(
    """
    adr adrs rfc rfcs report document doc wiki ticket write-up writeup memo proposal
    decision decisions spreadsheet findings recommendation recommendations summary
    conclusion conclusions options list inventory spec benchmark comparison shortlist notes
    estimate diagram one-pager matrix postmortem pr patch
    """
)
"""What is left on paper when a question has been answered."""

ARTEFACTS = word_set(
    """
    backoff back-off prompt alert alerts dashboard retries timeout flag checklist test tests
    gate lock limit limits index steps section link probe probes check checks step rule
    rules hook job cron quota breaker canary cache schema linter lint query panel metric
    metrics header variable alarm template button field banner digest checksum signature
    token replica webhook jitter exporter
    """
)

ABSTRACT = word_set(
    """
    monitoring monitor monitors alerting alerts alert test tests testing documentation docs
    doc document documents process processes communication communications measure measures
    safeguard safeguards step steps procedure procedures redundancy resilience resiliency
    visibility observability logging logs log check checks guardrail guardrails control
    controls automation improvement improvements fix fixes solution solutions practice
    practices policy policies plan plans tooling tools tool coverage validation validations
    quality issue issues bug bugs problem problems cause causes debt gap gaps concern
    concerns shortcoming shortcomings weakness weaknesses bottleneck bottlenecks limitation
    limitations runbook runbooks playbook playbooks checklist checklists dashboard
    dashboards guideline guidelines guide guides standard standards rules protocol protocols
    mechanism mechanisms capability capabilities failover fallback backup backups security
    robustness reliability stability performance capacity scalability availability latency
    maintainability efficiency architecture design infrastructure configuration
    configurations config configs setup workflow workflows pipeline pipelines deployment
    deployments release releases change changes work actions action items item metrics
    metric notifications notification error errors handling failure failures anomalies
    anomaly incident incidents detection prevention mitigation response recovery escalation
    management governance review reviews audit audits analysis maintenance support scripts
    code codebase quality-assurance qa recurrence reoccurrence repetition outage outages
    downtime impact risk risks sla slas slo slos sli slis information knowledge details
    detail instructions insight insights requirement requirements responsibility
    responsibilities role roles channel channels requirement decision decisions option
    options alternative alternatives dependency dependencies library libraries package
    packages software hardware technology recommendation recommendations feature features
    functionality ticket task story ticketing way ways thing things something everything
    stuff it this that these those them server servers data traffic session sessions
    misconfiguration misconfigurations mistake mistakes regression regressions surprise
    surprises recurrences
    """
)
"""Nouns that name a field of work or a kind of thing, not one thing of it."""

SOFT = word_set(
    """
    strategy strategies approach approaches framework culture practice practices mindset
    ownership expectations relationship relationships alignment posture collaboration
    cooperation transparency clarity efficiency maturity excellence hygiene robustness
    resilience resiliency reliability stability quality communication coordination
    responsibility responsibilities awareness solution solutions measures improvements
    governance possibilities ideas vision roadmap understanding discussion discussions
    conversation conversations feasibility focus attention priority effort efforts
    love shape
    """
)
"""Nouns that stay a direction whatever stands beside them."""

GENERIC = word_set(
    """
    system systems service services issue issues problem problems incident incidents error
    errors failure failures team teams environment environments production prod
    infrastructure process processes change changes future critical important key relevant
    various similar potential application applications app apps component components area
    areas scenario scenarios case cases edge engineer engineers developer developers user
    users customer customers people everyone stakeholder stakeholders member members
    anomalies anomaly performance reliability stability quality health operations operation
    things thing stuff everything something early earlier quickly quick fast faster sooner
    possible necessary required needed appropriate etc internal external overall general
    current existing new different other others further automated automatic manual unit
    integration e2e end-to-end smoke load regression functional platform company
    organisation organization org business time times day days kind kinds type underlying
    flaky outstanding identified open pending legacy noted discovered found mentioned types
    sort such same like cross-team cross-functional technical basic simple initial whole
    entire main major minor several some many few lot lots proactive reactive real-time
    realtime ahead advance once again place situation situations event events condition
    conditions cause root outage outages downtime impact risk risks likely based accordingly
    related corresponding good bad well properly correctly correct clear detailed full
    complete formal standard best next long short term long-term short-term immediate
    immediately extra unexpected unforeseen recurring happening happen happens occur occurs
    occurring occurrence stack side level levels point points part parts work works working
    way ways need needs use used using make made sure help helps allow allows enable enables
    able problem-free smooth smoother wide wider organisation-wide company-wide team-wide
    internally externally one ones thoroughly carefully regularly closely frequently often
    top number numbers amount permanent temporary corrective preventive preventative lasting
    final lesson lessons learnings learned
    """
)
"""Words that could stand in any item of any company."""

COMPARATIVES = word_set(
    """
    better more harder improved enhanced stronger greater increased clearer tighter stricter
    closer deeper broader faster smoother smarter easier safer cleaner simpler higher fewer
    less extra-careful additional further quicker earlier sooner richer finer
    """
)
"""Words that compare with today and never say how far."""

QUALITIES = word_set(
    """
    proper adequate appropriate robust comprehensive thorough sufficient effective efficient
    good best clear suitable necessary reliable resilient solid strong rigorous careful
    sensible reasonable meaningful high-quality consistent scalable sustainable modern
    holistic granular
    """
)
RECURRENT = word_set(
    """
    regular regularly periodic periodically continuous continuously ongoing frequent
    frequently constant constantly routine routinely continual continually often
    """
)
INTERVALS = word_set(
    """
    daily nightly weekly biweekly fortnightly monthly quarterly yearly annually hourly
    annual monday tuesday wednesday thursday friday
    """
)

DETERMINERS = word_set(
    """
    a an the our all any each every its their this that these those my your some both
    another his her no several one two three
    """
)
MODALS = word_set(
    """
    will shall should must need needs has have ought can could cannot going would
    """
)
ADVERBS = word_set(
    """
    also then next first firstly second secondly finally please additionally immediately
    automatically possibly maybe probably just always never currently now again further
    furthermore moreover eventually ideally potentially fully properly correctly carefully
    thoroughly clearly explicitly regularly periodically continuously actively proactively
    closely quickly gradually formally only really simply still jointly generally
    significantly greatly better consistently ultimately urgently hopefully perhaps lastly
    temporarily permanently quietly safely manually programmatically todo not it likely soon
    already
    """
)
LINKS = word_set(
    """
    for on in of to with by at from when if that which whenever where into onto over under
    above below between across against during before after around within without about per
    via using through as than until unless so how why what whether including such who while
    because since and or but , ( ) : ; / & + - – — → > < = regarding based toward towards
    upon off out up
    """
)

PARTICIPLES: dict[str, str] = {
    "written": "write",
    "wrote": "write",
    "built": "build",
    "ran": "run",
    "made": "make",
    "sent": "send",
    "kept": "keep",
    "held": "hold",
    "taught": "teach",
    "thought": "think",
    "found": "find-out",
    "taken": "take",
    "took": "take",
    "done": "do",
    "given": "give",
    "gave": "give",
    "chosen": "choose",
    "rewritten": "rewrite",
    "rebuilt": "rebuild",
    "bought": "buy",
    "hidden": "hide",
    "undertaken": "undertake",
    "led": "lead",
    "met": "meet",
    "understood": "understand",
    "shrunk": "shrink",
    "setup": "set-up",
    "put": "put",
}

PHRASALS: dict[str, str] = {
    phrase.replace("-", " "): phrase
    for phrase in sorted(CORE | MAKE | DIRECTION | LIGHT)
    if "-" in phrase and not phrase.startswith(("re-", "fine-", "right-", "un-", "rate-"))
} | {"make sure": "make-sure", "make certain": "make-sure", "keep on": "continue"}
"""Verbs of several words, as written and as one."""

FRAMES = frozenset(phrase.split()[0] for phrase in PHRASALS) - {
    "load",
    "time",
    "rate",
    "root",
    "pre",
}
"""First words of verbs of several words."""

_DOUBLING = word_set(
    """
    set stop plan drop cap tag pin log cut run ship map wrap split get begin commit submit
    put trim trip swap shed scan prefetch unpin step plug snap scrub strip refer rebut cap
    skip
    """
)
_VOWELS = "aeiou"


def _inflect(verb: str) -> tuple[str, str, str]:
    """The -s, -ing and -ed forms of *verb*, by the rules of spelling."""
    if verb in _DOUBLING:
        double = verb + verb[-1]
        return verb + "s", double + "ing", double + "ed"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb + "s", verb[:-1] + "ing", verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied"
    plural = "es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s"
    return verb + plural, verb + "ing", verb + "ed"


_APPEALING = word_set(
    """
    adhere apply assume assure communicate comply cultivate edit emphasise emphasize
    encourage ensure follow forget foster guarantee ignore instill leave make pay re-read
    reiterate rely remember remind reread respect rush share skip stick stress touch trust
    urge
    """
)
"""Verbs that are told to people, and so make wishes."""


def _lemmas() -> dict[str, str]:
    known = CORE | MAKE | DIRECTION | LIGHT | END_VERBS | TEACHING | ASPECTS | FRAMES | _APPEALING
    lemmas = {verb: verb for verb in known}
    for verb in sorted(known):
        for form in _inflect(verb):
            lemmas.setdefault(form, verb)
    return {**lemmas, **PARTICIPLES}


LEMMAS: dict[str, str] = _lemmas()
"""Every known form of a verb, to its base form."""


COMPONENTS = word_set(
    """
    database databases db cluster clusters server servers api apis gateway queue queues
    cache backend frontend website site host hosts node nodes network broker brokers
    container containers kubernetes worker workers app apps checkout payment payments
    storage stack
    """
)
"""Parts that every system has; "monitoring for the database" is no more than "monitoring"."""

ACTIVITIES = word_set(
    """
    monitoring alerting observability logging visibility documentation docs redundancy
    resilience telemetry instrumentation alerts
    """
)
"""Fields of work that a component alone does not narrow down."""

ANSWERS = word_set(
    """
    runbook runbooks playbook playbooks alert alerts test tests check checks guide dashboard
    documentation document checklist script docs procedure
    """
)
"""Things whose purpose says what they are: "a runbook to handle full disks"."""

DOCUMENTS = word_set(
    """
    procedure procedures process processes runbook runbooks checklist policy policies plan
    guide steps dashboard playbook pipeline workflow template validation path instructions
    testing
    """
)
"""Things that a field of work before them names: "a release checklist"."""
