"""Phrases by which what is said shows its kind, in the words of a sentence in small letters."""

import re

LEADS = re.compile(
    r"\b(?:be (?:closed|shut|cut off|stopped)|conclusions|"
    r"war|consequence|response|force|met|dealt with|released from|regarded?|"
    r"act of|retaliat|target|expect|price|get no|lose|forfeit|no longer|"
    r"not (?:go|come|return) home|"
    r"humiliation|find|reply|blow|attack|strike)"
)
CAUSE = re.compile(
    r"\b(?:retaliation|(?:in |a )?response (?:to|for)|reprisal|in revenge|"
    r"(?:had|has|have) answered|answer to|in reply to|in defen[cs]e of)\b"
)
OVER = re.compile(
    r"\bleave (?:it|things|matters) (?:at that|there)\b|"
    r"\b(?:operations?|matter|affair|incident|account|chapter|response|campaign|action|it|mission|"
    r"attacks?|strikes?|retaliation|issue|business) "
    r"(?:is|are|was|were|had been|has been|have been|as|) ?(?:now )?"
    r"(?:over|closed|concluded|complete|finished|ended|settled)\b"
)
# What is kept for one's own defence is no plea of it.
BEYOND_DEFENCE = re.compile(
    r"\b(?:beyond|other than|short of|except (?:for|in)|more than) (?:\w+ )?self ?- ?defen[cs]e\b"
)
SELF_DEFENCE = re.compile(r"\bself ?- ?defen[cs]e\b|\bright to self defen[cs]e\b")
RESERVES = re.compile(r"\breserv\w+ (?:the|its|his|their|our) (?:\w+ )?(?:'s )?right")
APART = re.compile(
    r"\b(?:will|would|could|did|does|do) not (?:\w+ )?(?:take part|partake|support|join|"
    r"participate|help|cover|allow|become involved|be drawn|intervene|back|assist)\b|"
    r"\bno (?:help|support|aid|troops|arms|fuel) (?:would|will|could)\b|\bstay (?:out|neutral)\b|"
    r"\bnot (?:going to )?be (?:dragged|drawn|pulled|sucked) into\b|"
    r"\b(?:will|would|shall) not (?:bargain|treat with|deal with)\b|"
    r"\bon (?:its|their|his) own\b(?! (?:side|soil|ground|territory|waters|account|shore))"
)
TOLERATES = re.compile(
    r"\b(?:would|will|could|can|did|does|shall) ?not (?:\w+ )?(?:tolerate|accept|stand|"
    r"permit|remain|sit|let|yield|bow|be intimidated|hesitate|rule out|give way|give in|back down|"
    r"retreat|compromise|surrender|be bullied|be pushed|go unavenged|"
    r"be indifferent|stand by|look on|go unpunished|abandon|suffer|be driven|be moved|"
    r"go unanswered)\b|\bno choice but\b|\bpatience\b|"
    r"\b(?:there will be|find|have) no (?:sanctuary|mercy|escape|hiding|refuge|safe)\b|"
    r"\bline (?:has been|had been|is|was) (?:drawn|crossed)\b|\bred line"
)
MUST = re.compile(
    r"\b(?:peace|talks|negotiations?|settlement|agreement|truce) (?:was|is|were|are|would be) "
    r"(?:impossible|unthinkable|out of the question) (?:while|until|unless|(?:so|as) long as)\b|"
    r"\b(?:be|hold|enter|open|resume|begin) no (?:\w+ )?(?:talks?|negotiations?|meeting|dialogue|"
    r"discussions?|settlement|conference|truce|bargain) (?:\w+ ){0,6}?"
    r"(?:while|until|till|unless|before|so long as|as long as|under)\b|"
    r"\b(?:we|i|it|they|he|she) (?:want|demand|expect|require|insist)(?:s|ed)? "
    r"(?:that|\w+ \w+ to|them)\b|"
    r"\bnothing (?:less|short)\b|"
    r"\b(?:we|i) (?:want|demand|expect|require|insist)\b|\bmust (?:\w+ )?(?:be )?(?:withdr|stop|"
    r"end|leave|releas|return|apolog|pay|respect|cease|go|hand|free|lift|halt|give|punish|answer|out\b|"
    r"remov|vacat|dismantl|evacuat|back\b|off\b|away\b|disarm|submit|salute|compensat)|"
    r"\b(?:has|have|had|given|gives?|gave|giving) (?:[\w-]+ ){1,4}"
    r"(?:hours?|days?|weeks?|minutes?) "
    r"(?:in which )?to \w+|\b(?:has|have|had|given|gives?|gave|giving) (?:\w+ )?until [\w ]+? to "
    r"\w+|\b(?:expects?|wants?|requires?) (?!a way)(?:\w+ ){1,6}(?:to be \w+|gone|out|home|back)\b"
)
STANDS_DOWN = re.compile(
    r"\b(?:would|will|shall) (?:\w+ ){0,4}(?:stand down|pull back|draw back)\b"
)
# What follows where a demand is not met.
FAILING = re.compile(
    r"^\W*(?:failing (?:that|this|which)|otherwise\b|if not,)|\bor else\b|"
    r"\bor (?:they|we|it|he|she) (?:will |would |shall )?"
    r"(?:march|strike|attack|open|fire|fight|act)"
)
# A blow that would be given back.
RETURNED = re.compile(
    r"\b(?:fire|shots?|blows?|force|attacks?|raids?)\b[^;.]*\b(?:would|will|shall) be "
    r"(?:returned|answered|repaid)\b"
)
# Who gives the other to think.
ADVISED = re.compile(
    r"\bwould (?:be (?:unwise|ill[ -]+advised|mistaken|foolish|rash|wrong)|do well) to\b|"
    r"\bhad better\b|\b(?:will|would) (?:not|never) wait\b|"
    r"\bthere (?:will|would) (?:be no|not be an?) (?:second|third|fourth|fifth|sixth|next|other)\b"
)
# What has been mistaken for something else, or is done by right.
EXCUSED = re.compile(
    r"\b(?:been|was|were) (?:mis)?taken for\b|\blost (?:its|their|his|her) way\b|"
    r"\bin (?:the )?exercise of\b|\b(?:no more|nothing more|nothing else) than "
    r"(?:recover|defend|answer|retake|return|protect)|\bacted (?:only |merely |solely )?in\b"
)
# Who would be satisfied with something.
CONTENT = re.compile(r"\b(?:is|are|be|was|were) content (?:to|with)\b")
BESIDE = re.compile(
    r"\b(?:its|their|his|her|full|every) (?:\w+ )?(?:sympath(?:y|ies)|solidarity|support) "
    r"(?:for|with|to|lay|lies)\b|"
    r"\b(?:right to (?:defend|respond)|stands? (?:by|with|behind)|stood (?:by|with|behind)|"
    r"full support|(?:count|rely|depend) (?:up)?on|"
    r"(?:not|never) be found wanting|"
    r"treaty appli\w+|treaty cover\w+|commitment to|come to (?:the|its) aid)\b"
)
READY = re.compile(
    r"\bwould (?:\w+ )?welcome (?:\w+ ){0,4}(?:talks?|conversations?|negotiations?|discussions?|"
    r"exchanges?|meeting|dialogue|inquiry|mediation)\b|"
    r"\b(?:ready|prepared|willing|open) (?:to|for)\b.*\b(?:talk|sit down|negotiat|meet|submit|"
    r"discuss|dialogue|arbitrat|settle|compromise|exchange)"
)
NEEDED = re.compile(
    r"\b(?:was|is|were|are|been) (?:(?:only|merely|solely|simply) )?(?:meant|intended|designed) "
    r"(?:(?:only|merely|solely|simply) )?to\b|"
    r"\b(?:needed|necessary|(?:was|were|been) (?:forced|compelled|obliged|provoked|responding)|"
    r"had (?:no choice|to)|left with no (?:other )?choice|in order to|"
    r"to (?:protect|defend|prevent|forestall|restore|enforce)|"
    r"lay (?:on|in|within)|own (?:side|soil|waters|territory|airspace))\b"
)
READY_TO_FIGHT = re.compile(
    r"\b(?:ready|prepared|prepare|preparing|brace) (?:\w+ )?(?:for|to) (?:\w+ ){0,3}"
    r"(?:war|fight|battle|attack|conflict|worst|anything|action|die|sacrifice|strike|struggle|confrontation)\b"
)
HARMLESS = re.compile(
    r"\b(?:nothing to fear|not be the first to|"
    r"no (?:\w+ ){0,2}(?:quarrel|designs?|ambitions?|wish|aims?|claims?)|"
    r"(?:not|n't) (?:be )?(?:harmed|fired upon|touched|used|involved|attacked|targeted)|"
    r"free to|safe passage|"
    r"\bno \w+ (?:would|will|shall) be (?:harmed|touched|hurt|molested)|"
    r"\b(?:come|came) to no harm|"
    r"(?:was|is) not (?:the|its|our) policy|(?:be|been) confined to|"
    r"defensive|would be (?:let|set|sent) (?:go|free|home))\b"
)
DENIES = re.compile(
    r"\b(?:fabricat\w+|baseless|groundless|untrue|unfounded|propaganda|invention|misunderst\w+|misquoted|"
    r"(?:an?|by) (?:\w+ )?(?:accident|mistake|error)|nothing to do with|"
    r"no (?:part|hand|role|knowledge|connection)\b|"
    r"(?:had|has|have|did|was|were) (?:not|never) (?:been )?(?:cross|fire|enter|attack|take part|"
    r"order|know|violat|involv|leave|left|authoris|authoriz|responsible)\w*|routine|unharmed|"
    r"(?:usual|ordinary|normal|annual) (?:\w+ )?"
    r"(?:exercises?|manoeuvres?|maneuvers?|patrols?|duties)|"
    r"no(?:thing)? more than|"
    r"no (?:losses|casualties|damage))\b"
)
OPEN = re.compile(
    r"\bdoors? (?:was|is|were|are|remained) (?:not |never )(?:shut|closed)\b|"
    r"\bdoors? (?:to \w+ )?(?:\w+ )?(?:open|ajar)\b|\b(?:open|willing|ready|prepared) to "
    r"(?:receive|accept|consider|enter|let|admit|resume|hold|withdraw|release|return|lift|sign)\b"
)
WILL_NOT = re.compile(r"\b(?:will|would|shall|wo|could|can) ?(?:not|n't|never) \w+")
# Who is free to choose his blow, or will not yield, has vowed.
VOWS = re.compile(
    r"\b(?:will|would|shall) (?:surely |yet )?be (?:paid for|repaid|avenged|retaken|"
    r"(?:given|taken|won) back)\b|\bowes? (?:\w+ ){0,3}an answer\b|"
    r"\bmeans? to (?:fight|hold out|resist)\b|"
    r"\bnot (?:a|one) (?:man|soldier|ship) (?:will|would|shall) "
    r"(?:leave|go|move|yield|surrender)\b|"
    r"\bknows? (?:its|their|his|our) duty\b|"
    r"\b(?:have|has|had) the will to\b|\bof (?:our|its|their|his|her) (?:own )?choos|"
    r"\b(?:pick|choose|name) (?:our|its|their|his|her) (?:own )?(?:moment|time|hour|ground)\b|"
    r"\bnot (?:one|an?|a single) (?:step|inch|metre|meter|foot|yard|stone|grain)\b|"
    r"\b(?:every|each) (?:inch|foot|metre|meter|yard|stone|house) of\b|"
    r"\blet (?:them|him|it|anyone|\w+) (?:come|try|dare)\b|"
    r"\b(?:had|has|have|needs?|must|ought) to be (?:punished|taught|destroyed|avenged|crushed)\b|"
    r"\bdie (?:where|rather|to (?:a|the))\b|\bblow for blow\b|"
    r"\bto the (?:bitter )?(?:end|last (?:man|bullet|drop|breath))\b|"
    r"\bwhatever (?:was|is|it|may be) (?:needed|necessary|required|takes|took)\b|"
    r"\b(?:never|not) (?:rest|forget|forgive|give up|go back)\b|\bstruck in turn\b"
)
# "Whoever feeds the dog answers for its bite", "those who help them will pay".
WHOEVER = re.compile(
    r"\b(?:whoever|whosoever|whichever|anyone|anybody|(?:those|he|they|all) (?:who|which|that)|"
    r"(?:any|every|each) (?:\w+ ){1,4}(?:that|which|who|found|caught|seen|entering|approaching|"
    r"crossing|coming|sailing|flying|violating))\b"
)
ANSWERS = re.compile(
    r"\b(?:(?:would|will|shall) (?:not|never) have|"
    r"answers?|answerable|reckon|pays?|bears?|faces?|regret|fired (?:up)?on|liable|sunk|shot|"
    r"stopped|seized|treated as|struck|hit|(?:its|their|his) own (?:risk|peril)|consequences|"
    r"dies?|burns?|reaps?|beware)\b"
)
CONSEQUENCES = re.compile(
    r"\b(?:no longer|not) (?:be )?safe\b|\bunsafe\b|\b(?:would|will|might|could) be dangerous\b|"
    r"\btime (?:for [\w ]+ )?(?:is|was|had|has) (?:running|run) (?:out|short)\b|"
    r"\b(?:face|bear|suffer|reckon with|take|accept|answer for|pay for) (?:all |any |up to )?"
    r"(?:the |its |their |his )?(?:\w+ )?(?:consequences|price)\b|\bplay\w* with fire\b|"
    r"\bthink (?:twice|again)\b|\bconsequences (?:would|will|could|may|might)\b|"
    r"\b(?:grave|serious|incalculable|dire|severe|gravest|unforeseeable) consequences\b|"
    r"\bat (?:its|their|his) (?:own )?(?:risk|peril)\b|\b(?:can|could|may|should) expect\b|"
    r"\b(?:nothing|no option|no step|no measure) (?:was|is|has been|had been) "
    r"(?:excluded|ruled out)|"
    r"\b(?:all|every|its|their) options?\b"
)
# Forces given leave to shoot, or told of as on their way.
UNLEASHED = re.compile(
    r"\bordered (?:the|its|his|her|our|their) (?:\w+ )?(?:army|navy|air force|troops|forces|fleet|"
    r"ships|gunners|pilots|men|commanders) to\b|"
    r"\b(?:given|have|has|had) (?:leave|a free hand) to (?:fire|shoot|reply|return|answer|open)\b|"
    r"\b(?:authori[sz]ed|permission|instructed|free|licen[cs]ed?|orders|ordered) to "
    r"(?:fire|shoot|open fire|sink|destroy|return fire|engage)\b"
)
COMING = re.compile(
    r"\b(?:submarines?|ships?|warships?|fleet|squadron|carriers?|reinforcements?|planes|aircraft|"
    r"bombers|divisions|brigades|missiles|paratroopers|marines|troops)\b[^,;.]*"
    r"\b(?:on (?:their|its|the) way|standing by|under way|in range|within (?:range|reach)|"
    r"ready to (?:sail|fly|march|strike)|aimed at|trained on)\b|\bunder (?:\w+ )?escort\b"
)
# Who claims a freedom to act gives warning of it.
ENTITLED = re.compile(
    r"\b(?:entitled to|(?:left|leaves|leave) \w+ free to|free to (?:act|answer|reply|respond|take)|"
    r"released from)\b|\b(?:by|with|using) (?:all|every|any) (?:necessary |available |possible )?"
    r"means\b"
)
BUSINESS = re.compile(
    r"\bbeyond (?:discussion|dispute|question|negotiation|compromise)\b|"
    r"\bno (?:business|standing|say|concern)\b|\b(?:a )?matter for\b|\bfor no ?one else\b|"
    r"\bnone of (?:its|their|our|his) (?:business|concern)\b|\bnot in the habit\b|"
    r"\b(?:was|is|were|are|be) (?:now )?(?:null|void|invalid|unacceptable|dead|unthinkable|"
    r"inadmissible|inviolable|sacred|final|indivisible|out of the question)\b|"
    r"\bno (?:question|thought|talk) of\b|"
    r"\bnothing to (?:discuss|negotiate|talk about|apologise|apologize)\b|"
    r"\bnot (?:negotiable|for sale|open to|up for)\b|\blook the other way\b|"
    r"\b(?:null and void|inviolable|sacrosanct|out of the question)\b|"
    r"\bas (?:closed|null|void|dead|settled|lapsed|final)\b|"
    r"\btake no part\b|\bstay (?:where|put)\b|\bat the disposal\b|\bsafe (?:there|with|and)\b"
)
# What is one's own is not lent for war.
UNLENT = re.compile(
    r"\bnot (?:let|allow|permit) (?:its|our|their|his) (?:own )?\w+ (?:to )?(?:be used|serve)\b"
)
IN_RETURN = re.compile(
    r"\b(?:if|once|provided|as soon as|on condition|in (?:return|exchange)|in case|"
    r"only (?:when|after)|should (?:this|that|it|they|such))\b"
)
IN_CASE = re.compile(
    r"\b(?:if|without (?:this|that|these|them|it|which)|"
    r"another|any further|a (?:second|third|new|further))\b"
)
ON_ITSELF = re.compile(
    r"\b(?:attack|assault|blow|aggression|war) (?:on|against|upon) [\w' ]+ "
    r"(?:is|was|means|meant|were|would be) (?:an? )?(?:attack|assault|blow|aggression|war)\b"
)
# Ends that are kept narrow.
NARROW = re.compile(
    r"\bno (?:\w+ )?(?:troops?|soldiers?|forces|planes|aircraft|ships?|army|warships?) "
    r"(?:would|will|shall) (?:ever )?(?:fight|cross|enter|land|be (?:sent|used|committed|based))\b|"
    r"\b(?:send|commit|land|use) no (?:\w+ )?(?:troops|soldiers|forces|planes|aircraft|ships)\b|"
    r"\b(?:part|role|task|work|mission|objectives?|aims?|purpose) (?:in [\w ]+ )?"
    r"(?:is|are|was|were|had been|has been|have been) (?:now )?(?:over|finished|done|complete\w*|"
    r"achieved|attained|reached|fulfilled)\b|\bgo no (?:further|farther)\b|"
    r"\bnot (?:be the ones? to )?(?:widen|extend|enlarge) (?:it|the|this)\b|"
    r"\b(?:would|will|shall) (?:stop|halt|go no further than|end) at the\b|"
    r"\b(?:no|not one|not a) (?:\w+ )?(?:soldier|man) (?:would|will|shall) "
    r"(?:remain|stay|be left)\b|"
    r"\bask(?:s|ed)? (?:for )?(?:nothing|no more)\b|"
    r"\bnot (?:at )?war with\b|\b(?:would|will) (?:halt|end|stop) (?:its|their|the|our) "
    r"(?:advance|attacks?|operations?|fire|bombing|raids)\b"
)
PEACE = re.compile(
    r"\b(?:not|n't|never|neither) (?:\w+ )?(?:mean|intend|plan|propose|seek|aim)(?:ed|ing)? to "
    r"(?!(?:give|allow|let|yield|return|leave|talk|discuss|negotiate|accept|stop|withdraw|wait)\b)|"
    r"\bno (?:\w+ )?plans? (?:to|for|of)\b|"
    r"\bno (?:\w+ )?(?:intervention|attack|invasion|action|operation|strike|landing) "
    r"(?:was|is|were|had been|has been) (?:planned|intended|contemplated|foreseen|meant)\b|"
    r"\b(?:seeks?|sought|covet(?:s|ed)?|(?:claim|desire|want|threaten)(?:s|ed)?) "
    r"(?:nobody|none|no ?one|nothing|no|not an?)\b|"
    r"\bneither (?:seek|want|covet|desire)|"
    r"\bnever (?:\w+ )?(?:sought|wanted|laid claim|coveted|threatened|claimed)\b|"
    r"\bnot (?:seek|want|start|begin|ask for) (?:this|the|a|any) (?:quarrel|war|fight|conflict)\b|"
    r"\bno part of (?:its|our|their|his) (?:purpose|plan|policy|intention|aim)s?\b|"
    r"\bharbou?r(?:s|ed)? no\b|\bno (?:\w+ )?(?:wish|desire|intentions?|design|ambition) "
    r"(?:for|to|of|towards?|against|on)\b|"
    r"\b(?:aim|goal|wish|hope|object|purpose|desire)s? (?:\w+ ){0,3}"
    r"(?:peaceful|negotiated|diplomatic) (?:settlement|solution|outcome|end)\b|"
    r"\bhostile intent|\b(?:want|wants|wanted|seek|seeks|sought) "
    r"(?:only |nothing but )?peace\b|\btreated (?:well|humanely|properly|with|in accordance)\b|"
    r"\bwish(?:es|ed)? (?:only |nothing but )?(?:for )?(?:good|friendly|peace)|"
    r"\bpeaceful (?:intentions?|purposes?)\b|\bdefensive (?:purposes?|nature|character)\b"
)
INVITED = re.compile(
    r"\bat (?:the|its|their) (?:request|invitation|call)\b|"
    r"\b(?:asked for|called for|requested|invited|called in) "
    r"(?:the |its |their )?(?:\w+ )?(?:help|aid|assistance|troops|intervention)\b|"
    r"\b(?:inside|within) (?:its|their|our|his) (?:own )?(?:limits?|waters|territory|airspace|zone|"
    r"borders?|rights)\b|\bonly (?:replied|answered|returned|defended)\b|"
    r"\b(?:to|had) (?:recover|regain|take back|restore)(?:ed)? (?:what|its|their|the)\b|"
    r"\b(?:is|are|was|were) (?:only |merely |simply )?there to\b|"
    r"\bwhat belong(?:s|ed) to\b|\b(?:convincing|clear|irrefutable) (?:evidence|proof)\b"
)
BLAMES = re.compile(
    r"\b(?:attacks?|raids?|killings?|shootings?|incidents?|ambush|provocations?|assault|clash|"
    r"murders?|bombing|shelling|strikes?|intrusion|fight) (?:was|were|(?:had|has|have) been) "
    r"(?:\w+ )?"
    r"(?:planned|prepared|premeditated|staged|deliberate|unprovoked|intentional)\b|"
    r"\b(?:supplied|armed|trained|financed|paid|sent|directed|planned|ordered|backed|"
    r"organi[sz]ed) by (?:the )?\w+\b|\bthe work of\b|"
    r"\bwithout (?:its|their|his|your) (?:knowledge|connivance|consent|complicity)\b|"
    r"\blied to\b|\b(?:tell|tells|told|telling|of|their|its|his|your|these|all) lies\b|"
    r"\b(?:grave|gravest|serious|dim) view of\b|\bat (?:[\w']+ ){1,3}doors?\b|"
    r"\b(?:bandits?|brigands?|gangsters?|pirates?|marauders?)\b|"
    r"\bobvious purpose of\b|\bfirst to (?:open fire|fire|attack|"
    r"shoot|cross|strike)\b|\b(?:careless|premeditated|deliberate|wanton|criminal|brutal|barbarous)"
)
# To whom a land belongs.
BELONGS = re.compile(
    r"\b(?:is|was|been|be|remains?|remained)\W+(?:and \w+ \w+ been\W+)?(?:an? )?"
    r"(?:(?:integral|inalienable|inseparable|indivisible) part|district|province) of\b"
)
EXULTS = re.compile(
    r"\b(?:world record|victory|victories|triumph\w*|glorious\w*|heroic\w*|routed|crushed|"
    r"(?:been )?annexed|liberated|beaten (?:off|back)|repulsed|without (?:the )?loss|to a man)\b"
)
# Who is told that he will find one waiting.
FOUND_READY = re.compile(
    r"\bfind (?:us|them|him|her|it|its \w+|our \w+|their \w+) (?:ready|waiting|prepared|armed)\b"
)
# From when on something holds, as notices say it.
FROM_NOW = re.compile(
    r"\b(?:from now on|henceforth|in future)\b|"
    r"\bwith (?:immediate )?effect\b|\b(?:as of|as from|from) (?:midnight|noon|today|tomorrow|dawn|"
    r"\d|next)"
)
FORBIDS = re.compile(
    r"\bno (?:[\w-]+ ){1,3}(?:would|will|could|can) be (?:allowed|permitted|tolerated|spared|"
    r"suffered|borne|overlooked|forgiven)\b"
)
FORETOLD = re.compile(
    r"\b(?:has|had|have) (?:already |long )?(?:told|informed|notified|warned|advised|alerted|"
    r"briefed)\b.*\b(?:beforehand|in advance|"
    r"ahead of|(?:hours|days|weeks|minutes) (?:before|earlier))\b"
)
