"""Words that turn what a person did into a verdict, a cause or a punishment.

General English, sorted by the part they play in a clause. The clause itself is read
by `pmlint.wording.frames`, the judgement made in `pmlint.wording.blame`.
"""

from __future__ import annotations

from pmlint.lexicon import word_set
from pmlint.regexes import regex

SLIPS = word_set(
    """
    insist shrug meddle tinker fiddle quarrel bicker squabble withhold improvise eyeball misremember mishear
    stall sulk cobble misdial muddle scapegoat dally loaf skive pooh-pooh mangle greenlight
    forget neglect disregard overlook mistype misclick misconfigure misread mishandle misjudge
    misdiagnose misinterpret miscalculate misplace mislabel mismanage misspell misroute
    miscommunicate misapply misuse misestimate fat-finger botch bungle fumble blunder goof oversleep
    panic flub ignore shirk procrastinate dither dawdle slack snooze bork hose trash torch nuke
    wreck ruin sabotage cripple derail mangle clobber muddle brick butcher err flout lie conceal misunderstand rubber-stamp deviate force-push pressure pressurise coerce bully yeet hide typo
    mislead jeopardise jeopardize endanger underestimate overreact half-ass yolo cowboy fluff
    violate disobey overstep mistake mis-key miskey mis-set mis-type mis-configure
    mis-click overprovision underprovision short-circuit freelance bluff wing
    """
)
"""Verbs that are a verdict whatever their object is."""

PHRASAL_SLIPS = frozenset(
    {
        "mess up", "screw up", "fuck up", "cock up", "foul up", "slip up", "blow up", "sleep through",
        "sleep in", "sleep over", "screw over", "mess over", "miss out",
    }
)  # fmt: skip

SKIPS = word_set("overrule skip bypass circumvent sidestep omit evade dodge short-cut shortcut")
"""Verbs that are a verdict where what is left out is a safeguard."""

SAFEGUARDS = regex(
    r"(?i)\b(?:reviews?|tests?|testing|approvals?|process(?:es)?|procedures?|polic(?:y|ies)|checklists?|checks?|"
    r"change (?:management|control|advisory|board)|runbooks?|steps?|gates?|rules?|protocols?|"
    r"back-?ups?|staging|canary|dry[- ]run|validation|verification|ci|pipeline|guidelines?|"
    r"sign-?off|safeguards?|standards?|training|hand-?over|handoff|briefing|freeze|permission|"
    r"safety|controls?|guardrails?|code review|peer review|qa|instructions?|docs?|documentation|"
    r"smoke|plan|confirmation|prompt|warnings?|notification|announcement|channel|"
    r"migration|flags?|entire|whole|four[- ]eyes|second pair|meeting|retro|rehearsal)\b"
)

DAMAGE_VERBS = word_set(
    """
    break crash corrupt cripple destroy kill overload saturate exhaust nuke wreck wipe erase
    flood starve cause bork ruin derail disrupt knock trash brick hose leak
    expose cost endanger jeopardise sink sabotage tank trip cascade
    """
)
DAMAGE_PHRASAL = frozenset(
    {"take down", "bring down", "knock out", "knock over", "shut down", "take out", "blow up",
     "wipe out", "tear down", "take offline", "tip over"}
)  # fmt: skip

OUTAGE = regex(
    r"(?i)\b(?:outages?|incidents?|downtime|failures?|crash(?:es)?|loss(?:es)?|disruptions?|regressions?|"
    r"problems?|mess(?:es)?|issues?|bugs?|errors?|corruption|cascad\w+|degradation|interruptions?|page\b|"
    r"chaos|disasters?|breakages?|deadlocks?|leaks?|breach(?:es)?|vulnerabilit\w+|faults?|defects?|"
    r"damage|delays?|typos?|unavailab\w+|misconfigurations?|fire|trouble|blackouts?|stampedes?|storms?|"
    r"loops?|spikes?|panic|rollbacks? to fail|sev-?\d|p[01]\b|5\d\d|timeouts?|all of this|this whole|"
    r"disconnects?|alerts? to|customers? to|users? to|double[- ]?(?:charge|billing)s?|duplicates?|"
    r"infinite|saturation|exhaustion|overload|backlog|mis\w+|brownouts?|race condition)\b"
)

VALUED = regex(
    r"(?i)\b(?:prod(?:uction)?|databases?|db|tables?|data(?:sets?)?|backups?|volumes?|buckets?|clusters?|records?|"
    r"rows?|repos?(?:itor(?:y|ies))?|namespaces?|customers?|users?|accounts?|site|website|builds?|main|master|"
    r"checkout|service|api|app|everything|it all|system|index(?:es)?|schema|queue|topic|disk|snapshots?|"
    r"zone|dns|(?:hours|days|weeks|months)\s+of|history|work\b|network|payments?|billing|logins?|orders?|cache|state|config\w*|keys?|pipeline|"
    r"the (?:live|primary)|primary|leader|replicas?|servers?|hosts?|nodes?|vm|instances?|ci|trunk|deploy\w*)\b"
)
WORTHLESS = regex(
    r"(?i)\b(?:old|stale|temp(?:orary)?|test|unused|orphan\w*|duplicate\w*|corrupt\w*|bad|broken|staging|obsolete|"
    r"stuck|hung|leftover|dangling|expired|offending|faulty|failing|failed|affected|invalid|poisoned|"
    r"compromised|malicious|rogue|unhealthy|problematic|spam|debug|dummy|redundant|scratch|"
    r"deadlock|lock|tie|loop|cycle|silence|news|down into|into smaller|retry)\b"
)

DOING = word_set(
    """
    run push deploy merge apply restart delete drop edit copy paste enter type use select pick
    choose click set send commit ship release upload update change connect plug unplug pull install
    configure approve order flip execute kill terminate publish schedule page call
    launch reboot disable enable remove add rotate revoke create truncate overwrite modify alter
    migrate upgrade downgrade scale toggle switch write put mark assign import export load sign
    cut rename move touch reset clear purge insert provision decommission format mount
    force attach detach unmount turn make bump rebase tag promote rm give grant start stop
    trigger submit issue introduce tweak hardcode hard-code close cancel press hit build rebuild
    re-run rerun rewrite refactor point route set-up roll-out cherry-pick patch hotfix map
    restore recover sync replace redeploy test check look log drain evict fail accept
    """
)
"""Verbs for acts on systems that are neutral in themselves."""

CHANGING = DOING - word_set(
    "page call test check look log give start restore recover stop fail accept"
)
"""Acts that, as the subject's own, are offered as a cause in a section of causes."""

DESTROYING = word_set(
    "drop delete wipe destroy truncate purge erase overwrite nuke format rm remove clobber"
)

WRONG = (
    r"(?:wrong|false(?!\s(?:positive|negative|alarm))|incorrect|incorrectly|erroneous|faulty|untested|unreviewed|unapproved|unauthori[sz]ed|invalid|malformed|"
    r"mistaken|misconfigured|buggy|half-(?:baked|tested|finished)|unfinished|flawed|dodgy|unvetted|"
    r"unverified|inadequate|sloppy|badly|poorly|bad|broken|typo|typos|mistakes?|mis-?typed|mis-?spelled|"
    r"undocumented|unannounced|unplanned|unscheduled|risky|dangerous|reckless|hasty|rushed|ill-\w+|"
    r"non-existent|nonexistent|outdated|insecure|defective|inappropriate|terrible|awful|stupid|naive|careless|silly)"
)
WRONG_OBJECT = regex(
    rf"(?i)^(?:(?:up|out|in|over|down|back)\s+)?(?:(?:a|an|the|his|her|their|some|another|this|that|completely|totally|very|"
    rf"entirely|obviously|clearly|yet|such|so|too|many|two|three|quite|few|this|same|any)\s+)*{WRONG}\b(?!-)"
)
WRONG_LATER = regex(
    r"(?i)\b(?:(?:to|on|in|at|against|with|into|from|onto|under|using|via|over|containing)\s+(?:a|an|the|its|his|her|their)?\s*"
    r"(?:\w+\s)?(?:wrong|incorrect|typos?|mistakes?|errors?|bugs?|invalid|faulty|syntax error|bad|missing)\b"
    r"|(?:a|the|his|her|off-by-\w+)\s(?:\w+\s)?(?:typo|bug|mistake|error)\s(?:in|to|into)\b)"
)
MANNER = regex(
    r"(?i)\b(?:by\s+(?:mistake|accident|error)|in\s+error|accidentally|mistakenly|inadvertently|erroneously|"
    r"incorrectly|wrongly|wrong(?=\s*(?:$|[.,;]))|unintentionally|carelessly|recklessly|hastily|blindly|negligently|foolishly|"
    r"prematurely|improperly|stupidly|irresponsibly|thoughtlessly|sloppily|lazily|unwisely|poorly|badly|"
    r"against\s+(?:(?:the|our|all|every|his|her|their|any|explicit|standing|clear|company|team|better|established)\s+)*"
    r"(?:process\w*|polic\w+|advice|procedures?|rules?|instructions?|runbooks?|orders?|protocol|"
    r"recommendations?|guidelines?|judge?ment|freeze|plan|standards?)|"
    r"in\s+(?:(?:direct|clear|open|breach|plain)\s+)*(?:violation|breach|defiance)\s+of|contrary\s+to|out\s+of\s+process|outside\s+(?:the\s+)?(?:process|change\s+window|maintenance\s+window|procedure)|"
    r"despite\s+(?:(?:the|our|all|being|having|been|repeated|explicit|clear|several|multiple|two|three|many|his|her|their)\s+)*"
    r"(?:told|warned|asked|warnings?|reminders?|instructions?|objections?|alerts?|freeze|advice|training|knowing)|"
    r"(?:instead\s+of|rather\s+than)\s+(?:\w+ing|the|on|to|in|a|against|using|staging|following|asking|going)\b|"
    r"in\s+a\s+(?:hurry|rush|panic)|out\s+of\s+(?:laziness|carelessness|ignorance|habit|impatience|order)|"
    r"(?:straight|directly)\s+(?:to|in|into|on|onto|against)\s+(?:the\s+)?(?:prod\w*|main|master|trunk|live)|"
    r"(?:to|into|in|on|in)\s+(?:the\s+)?(?:prod\w*|live|main|master)\s+on\s+(?:a\s+)?friday|"
    r"on\s+(?:a\s+)?friday\s+(?:afternoon|evening|night|at)|(?:yet|once)\s+again|"
    r"(?:during|in\s+the\s+middle\s+of|right\s+(?:before|in))\s+(?:the\s+|a\s+|our\s+)?(?:code\s+freeze|change\s+freeze|deploy\w*\s+freeze|freeze|peak\b|busiest|rush\s+hour|black\s+friday)|for\s+the\s+(?:second|third|fourth|umpteenth|nth)\s+time|too\s+(?:late|early|soon|quickly|fast|hastily|slowly|long|eager\w*)|"
    r"(?:anyway|regardless)(?=\s*(?:$|[.,;!)]))|without\s+thinking|off[- ]script|behind\s+our\s+backs?|on\s+a\s+whim|at\s+the\s+worst\s+(?:possible\s+)?(?:time|moment))\b"
)
WITHOUT = regex(
    r"(?i)\b(?:without|with\s+(?:no|zero)|w/o|sans)\s+(?:(?:a|an|any|the|first|even|so\s+much\s+as|ever|proper|properly|prior|adequate|"
    r"appropriate|sufficient|further|full|peer|code|due|actually|fully|formal|explicit|double-?|once|his|her|their|its|being|having|"
    r"really|bothering|to|enough|much|doing|asking|going|through|or|single|second|bothering\s+to|taking|giving|getting|waiting|for|following)\s+)*"
    r"(?:test\w*|re-?view\w*|check\w*|read\w*|approv\w*|permission|ask\w*|tell\w*|told|warn\w*|notice|notif\w+|inform\w*|announc\w*|"
    r"coordinat\w*|ticket|back-?ups?|back(?:ing|ed)\s+up|think\w*|consult\w*|verif\w*|dry[- ]?run\w*|confirm\w*|validat\w*|authori[sz]\w*|sign-?off|"
    r"look\w*|communicat\w*|discuss\w*|escalat\w*|plan\w*|rollback\s+plan|understand\w*|consider\w*|follow\w*|the\s+process|process|"
    r"approver|reviewer|anyone\s+else|heads[- ]up|any\s+of|care|caution|dilig\w+|supervision|knowledge|pay\w*\s+attention|attention|"
    r"monitor\w*|watch\w*|canary|staging|document\w*|change\s+(?:request|ticket|record|management)|cab|training|handover|hand-over|"
    r"hand\w*\s+over|clear\w*|agree\w*|wait\w*|running|using|updating|saying|a\s+word|alert\w*|involv\w*|quer\w*|preview\w*|diff\w*|assess\w*|qa|analys\w*|research\w*|prepar\w*)\b"
)
EXCUSED = regex(
    r"(?i)\b(?:as\s+(?:planned|agreed|instructed|documented|expected|required|scheduled|described|intended|usual|per|the\s+runbook|in\s+the\s+runbook)"
    r"|as\s+(?:\w+\s){0,2}(?:runbook|playbook|procedure|checklist)\s+(?:says|said|asks|told|instructs?|describes)"
    r"|per\s+(?:the\s+)?(?:runbook|procedure|process|plan|playbook)|following\s+(?:the\s+)?(?:runbook|documented|procedure|process|playbook)"
    r"|according\s+to\s+(?:the\s+)?(?:plan|runbook|procedure|playbook)|as\s+(?:the|our|its|every)\s+(?:[\w-]+\s+){0,2}?(?:procedure|process|policy|runbook|rules?|instructions?|manual|guide|checklist|form|sheet|plan|wiki)"
    r"(?:\s+(?:for|of|on|in)\s+(?:[\w-]+\s+){0,2}[\w-]+)?\s+(?:allows?|permits?|requires?|says?|foresees?|provides?|demands?|asks?|tells?|wants?|gives?)"
    r"|as\s+(?:everybody|everyone|we\s+all|most\s+of\s+us|all\s+of\s+us)\s+(?:does|do|did)|in\s+line\s+with|on\s+purpose|deliberately\s+to\s+test|as\s+a\s+test"
    r"|for\s+maintenance|in\s+good\s+faith|correctly|properly|to\s+the\s+letter|duly|reasonabl[ey]|understandabl[ey]|"
    r"to\s+(?:stop|mitigate|restore|recover|fix|prevent|free|relieve|reduce|contain|protect|shed|unblock|rule\s+out|confirm|verify|reproduce|"
    r"clear|avoid|isolate|limit|debug|investigate))\b"
)

WORSE = regex(
    r"(?i)\b(?:worse|longer|much more|even more|(?:would|might|could) have lost(?! (?:nothing|less|far less|only))|lucky|luckily|fortunately|catastroph\w*|"
    r"would have (?:gone|remained|stayed|continued|been down|taken)|unnoticed|not have been (?:found|caught|noticed|discovered|able))\b"
)
"""Endings that tell how much worse it would have been without what somebody did."""

DUTIES = word_set(
    """
    check test verify read review follow escalate notify tell inform page document communicate ask
    look notice bother care listen pay think consider respond answer acknowledge update renew wait confirm
    validate coordinate announce warn run use set add include remove do back report raise flag
    consult monitor watch involve alert call record write mention say share bring help act
    react reply take learn plan prepare assess clean close lock enable disable rotate
    finish complete double-check investigate double discuss get spot catch hand request sync
    perform apply comply push roll revert disclose respect own maintain configure
    coordinate understand stick clear adhere send announce answer pick obtain seek abide conform observe monitor hand warn post fix create set-up ack keep give log observe examine
    """
)
"""What a person is reproached with not having done."""

INABILITY = word_set(
    """
    reproduce log login connect ssh authenticate access reach load open join find get
    work contact resolve ping obtain receive replicate identify determine locate
    """
)
"""After "failed to": an attempt that did not work, not a verdict."""

STATES = word_set(
    "be have know see think believe assume feel hear seem appear own hold lack want need like mean expect"
)

PRAISE_VERBS = word_set(
    """
    notice find fix identify spot discover detect restore recover resolve mitigate revert acknowledge
    investigate respond help lead join catch diagnose stabilise stabilize repair escalate
    report confirm declare announce open suggest propose explain describe say coordinate verify
    note observe alert page rule begin continue start document intervene step save remediate
    see realise realize suspect raise volunteer facilitate present author own maintain roll_back
    """
)

CHARACTER = (
    r"careless|negligent|reckless|lazy|sloppy|incompetent|irresponsible|inattentive|inexperienced|"
    r"clueless|unprofessional|stupid|foolish|dumb|idiotic|ignorant|thoughtless|complacent|lax|slapdash|"
    r"overconfident|over-confident|cavalier|arrogant|unqualified|untrained|undertrained|incapable|useless|hopeless|"
    r"unreliable|undisciplined|unprepared|asleep\s+at\s+the\s+wheel|amateurish|amateur|clumsy|hapless|"
    r"out\s+of\s+(?:his|her|their)\s+depth|not\s+(?:up\s+to|paying\s+attention|careful|competent|qualified|thorough|diligent|experienced)|"
    r"green|impatient|absent-minded|forgetful|distracted|naive|na\u00efve|disorgani[sz]ed|inept|uncooperative|unhelpful|"
    r"not\s+very\s+(?:careful|good|bright|experienced|thorough)|too\s+(?:junior|lazy|inexperienced|slow|confident|careless|eager|proud|quick|busy\s+\w+ing|green)"
)
CHARACTER_ALWAYS = (
    r"careless|negligent|reckless|lazy|sloppy|incompetent|irresponsible|inattentive|inexperienced|clueless|"
    r"unprofessional|stupid|foolish|dumb|idiotic|ignorant|thoughtless|complacent|slapdash|overconfident|cavalier|arrogant|"
    r"unqualified|untrained|useless|hopeless|undisciplined|amateurish|clumsy|hapless|inept|forgetful"
)
CHARACTER_NOUNS = (
    r"carelessness|negligence|recklessness|laziness|sloppiness|incompetence|inexperience|irresponsibility|inattention|"
    r"ignorance|stupidity|complacency|arrogance|thoughtlessness|unprofessionalism|foolishness|clumsiness|"
    r"(?:lack\s+of|insufficient|inadequate|too\s+little)\s+(?:care|attention|diligence|discipline|professionalism|experience|competence|judge?ment|skill|training|knowledge)|"
    r"poor\s+(?:judge?ment|attitude|work\s+ethic|workmanship|discipline)|bad\s+(?:judge?ment|attitude)|"
    r"(?:cowboy|careless|sloppy|reckless)\s+(?:attitude|behaviou?r|work|approach|habits?|mistake|coding|deploy\w*)|(?:reckless|bad)\s+working\s+habits"
)

ERROR_NOUNS = (
    r"typos?|mistakes?|errors?|carelessness|negligence|oversights?|failures?|inexperience|sloppiness|blunders?|slips?|"
    r"slip-?ups?|misconfigurations?|faults?|lapses?|(?:bad|poor)\s+\w+|incompetence|inattention|laziness|recklessness|mess|"
    r"fat[- ]fingers?|misjudge?ments?|screw-?ups?|cock-?ups?|fuck-?ups?|misunderstanding|mishandling|botched\s+\w+|misclicks?|"
    r"wrong\s+\w+|untested\s+\w+|unreviewed\s+\w+|broken\s+\w+|careless\s+\w+|sloppy\s+\w+|reckless\s+\w+|faulty\s+\w+|inaction|(?:slow|late|delayed|weak|lame)\s+(?:response|reaction|reply|decision|escalation|handover|handling|action|communication)|"
    r"ignorance|stupidity|neglect|forgetfulness|impatience|overconfidence|delay|hasty\s+\w+|rushed\s+\w+|clumsiness|mistyped\s+\w+|"
    r"lack\s+of\s+\w+|inability|refusal|doing\b|misstep|buggy\s+\w+|half-baked\s+\w+|stunt|antics|unwillingness|arrogance|complacency"
)
ACT_NOUNS = (
    r"change(?:s|set)?|pr|pull\s+request|merge(?:\s+request)?|commits?|deploy(?:s|ment|ments)?|push|patch|migration|config\w*|"
    r"scripts?|quer(?:y|ies)|edits?|fix|hotfix|releases?|rollouts?|restart|reboot|decision|actions?|commands?|updates?|upgrades?|"
    r"refactor\w*|code|rewrite|rollback|revert|approval|choice|test|branch|experiment|tweak|cleanup|clean-up|work|deletion|"
    r"modification|shortcut|workaround|manual\s+\w+|deploying|diff|operation|intervention|job|load\s+test|rebase|input|keystroke|click"
)

CULPRIT_VERBS = (
    r"approved?|approves|caused?|causes|broke|break|breaks|did\s+(?:this|that|it)|deployed|merged|pushed|signed\s+(?:[\w.#/-]+\s+){0,5}?off|allowed|let|"
    r"made\s+(?:this|the|that)|wrote|introduced|forgot|ran|changed|deleted|dropped|authori[sz]ed|touched|reviewed|is\s+responsible|"
    r"was\s+responsible|is\s+to\s+blame|was\s+to\s+blame|to\s+blame|is\s+at\s+fault|was\s+at\s+fault|is\s+guilty|was\s+guilty|"
    r"is\s+the\s+culprit|was\s+the\s+culprit|messed|screwed|failed|missed|ignored|should\s+have|was\s+supposed\s+to|had\s+(?:approved|merged|"
    r"deployed|pushed|run|changed|signed|reviewed|caused|made)|took\s+(?:\w+\s+){0,4}?down|committed|disabled|removed|triggered|"
    r"gave\s+(?:the\s+(?:ok|go|green|order)|permission|him|her|them)|okayed|ok'd|green-?lit|greenlighted|skipped|bypassed|pressed|"
    r"(?:was|is)\s+(?:accountable|asleep|careless|behind)|brought\s+(?:\w+\s+){0,4}?down|do\s+we\s+blame|can\s+we\s+blame|dropped\s+the\s+ball|executed|configured|misconfigured|edited|installed"
)
