package extract

import (
	"strings"
	"sync"

	"roleclaims/extract/nlp"
	"roleclaims/extract/pattern"
)

// subjectKind says what must stand before the words of an order.
type subjectKind int

const (
	holder  subjectKind = iota // a role: "a CTO reports to …"
	payOf                      // the pay of a role: "a CTO's salary is higher than …"
	named                      // nothing: the pattern holds both roles
	pair                       // two roles or more, of each other: "A and B are peers"
	payPair                    // the pay of two roles or more: "the salaries of A and B are similar"
	absent                     // a role, where the other is the one that the article compares it with
)

// order is one wording that puts two roles in an order.
type order struct {
	rule     string
	relation Relation
	subject  subjectKind
	turned   bool // the first role is the lesser: "earns less than"
	pattern  *pattern.Pattern
	a, b     int // groups of the pattern that hold the two roles, -1 for none
}

// ofPay reports whether the order is said of pay, not of a role.
func (o *order) ofPay() bool { return o.subject == payOf || o.subject == payPair }

// orderParts are what patterns are made of: a word in braces stands for its
// alternatives. Roles read as "<1>" in the text that patterns meet, and every
// word there has a space after it.
var orderParts = strings.NewReplacer(
	"{a}", `{det}<(?P<a>\d+)> `,
	"{b}", `{that}{who}`,
	"{who}", `{det}<(?P<b>\d+)> `,
	// "than that of a CIO", "than what their CIO", "than most other CIOs"
	"{that}", `(?:(?:those|the [$£€] ?[0-9.,]+k?(?: {pay})?|the rank|that|what|(?:the )?{pay}|the ones?) (?:of |for |that |earned by |made by |paid to |offered to |received by )?|for |by |of |in )?`,
	"{det}", `(?:(?:a|all|an|any|average|both|corresponding|each|either|equivalent|every|experienced|fellow|full-time|her|his|its|many|more|most|other|our|regular|some|the|their|traditional|typical|your|[a-z]+-level|[a-z]+ 's) )*`,
	"{be}", `(?:is|are|was|were|be|been|being|'s|'re|remains?|tends? to be|seems? to be|appears? to be) `,
	"{stand}", `(?:is|are|be|been|being|'s|'re|ranks?|sits?|stands?|comes?|falls?|works?|ranked|seated|placed|positioned|considered|viewed|seen|regarded|treated|as) `,
	// adverbs and measures: "slightly", "about 20 % ", "one level"
	"{adv}", `(?:(?:[a-z]+ly|a|about|all|also|always|an|around|as|as a rule|at least|bit|both|considered|each|even|far|hour|if not|in general|in most cases|in some cases|just|little|lot|month|more or less|much|not only|now|often|on average|one|per|per cent|percent|quite|right|several|so|sometimes|somewhat|still|three|to|to be|two|way|week|year|[$£€]?[0-9][0-9.,]*[a-z%]?|%|,|–|-) )*`,
	"{some}", `(?:[^<>.;:?!]+? ){0,5}?`,
	"{earn}", `(?:earns?|earned|earning|makes?|made|making|(?:get|gets|getting|got|be|is|are|was|were|being|been|'re|'s) paid|paid|takes? home|taking home|brings? (?:in|home)|pulls? in|pockets?|draws?|grosses?|commands?|collects?) `,
	"{have}", `(?:has|have|having|had|gets?|getting|earning|receives?|received|receiving|commands?|commanding|enjoys?|draws?|offers?|offering|sees?|earns?|earned|earning|makes?|making|(?:is|are|be) offered|expects?|brings?|demands?|attracts?|reports?|carry|carries|come with|comes with|boasts?) `,
	"{pays}", `(?:pays?|paid|paying) `,
	"{more}", `(?:more|higher|better|larger|bigger|greater) `,
	"{less}", `(?:less|lower|smaller|worse) `,
	"{pay}", `(?:(?:(?:annual|average|base|cash|earning|entry-level|hourly|mean|median|monthly|overall|pay|salary|starting|top|total|typical|wage|yearly) )*(?:averages?|bands?|ceilings?|compensation|earnings|figures?|incomes?|medians?|money|packages?|pay|paychecks?|paycheques?|potential|ranges?|rates?|remuneration|salaries|salary|scales?|wages?))`,
	"{per}", `(?:(?:a|an|annually|average|base|cases|companies|countries|day|each|every|general|hospitals|hour|hourly|in|money|month|monthly|most|on|overall|per|states|the|total|usual|week|year|yearly|,|{pay}) )*`,
	"{than}", `(?:than|(?:as |when |if )?compared (?:to|with|against)|in comparison (?:to|with)|versus|vs ?\.?|over|relative to|as opposed to) `,
	"{boss}", `(?:(?:direct|immediate|line) )*(?:boss|bosses|manager|supervisors?|superiors?|line managers?|chief|head) `,
	"{rank}", `(?:rank|level|seniority|status|standing|grade|authority|hierarchy|the hierarchy|position|power|stature) `,
	"{chart}", `(?:(?:(?:in|on|within|up|of) )?(?:the |a |an )?(?:[a-z]+ ){0,2}(?:hierarchy|ladder|chart|pecking order|chain of command|rank|seniority|structure|brigade|crew|food chain|tree) )?`,
)

func wording(rule string, relation Relation, subject subjectKind, turned bool, template string) order {
	for strings.Contains(template, "{") && template != orderParts.Replace(template) {
		template = orderParts.Replace(template)
	}
	p := pattern.MustCompile(" " + template)
	return order{rule, relation, subject, turned, p, p.SubexpIndex("a"), p.SubexpIndex("b")}
}

// orders are all tried; of two that say the same of the same roles the first
// counts. Compiling them is most of what starting would cost, so it waits for
// the first article.
var orders = sync.OnceValue(func() *orderTable {
	t := &orderTable{all: []order{
		// Who earns more.
		wording("earns-more", EarnsMoreThan, holder, false, `{earn}{adv}(?:{some}{pay} )??{adv}{more}{per}{than}{b}`),
		wording("earns-more", EarnsMoreThan, holder, true, `{earn}{adv}(?:{some}{pay} )??{adv}{less}{per}{than}{b}`),
		wording("earns-more", EarnsMoreThan, holder, false, `{have}(?:[a-z]+ )??{adv}{more}(?:[a-z-]+ ){0,2}?{pay} {per}{than}{b}`),
		wording("earns-more", EarnsMoreThan, holder, true, `{have}(?:[a-z]+ )??{adv}{less}(?:[a-z-]+ ){0,2}?{pay} {per}{than}{b}`),
		wording("earns-more", EarnsMoreThan, holder, false, `{be}{adv}(?:better|higher|more highly|more generously|more)(?: |-)(?:paid|compensated|remunerated|paying|lucrative|well-paid|well paid) (?:[a-z]+ ){0,3}?{than}{b}`),
		wording("earns-more", EarnsMoreThan, holder, true, `{be}{adv}(?:worse|lower|less well|less highly|less generously|less)(?: |-)(?:paid|compensated|remunerated|paying|lucrative|well-paid|well paid) (?:[a-z]+ ){0,3}?{than}{b}`),
		wording("earns-more", EarnsMoreThan, holder, false, `{earn}{adv}(?:twice|double|triple|[a-z]+ times|[0-9.]+ times) (?:as much as |more than |what |that of |the {pay} of )+{b}`),
		wording("earns-more", EarnsMoreThan, holder, true, `{earn}{adv}(?:half|a third|a quarter|two thirds|two-thirds) (?:as much as |of |what |that of |the {pay} of )+{b}`),
		wording("earns-more", EarnsMoreThan, holder, true, `(?:do|does|did) (?:not|n't) (?:[a-z]+ )?(?:earn|make|get paid|take home|pay|bring home) (?:nearly |quite |anywhere near )?(?:as|so) (?:much|well|highly) {per}as {b}`),
		wording("earns-more", EarnsMoreThan, holder, true, `(?:is|are) (?:not|n't) (?:[a-z]+ )?paid (?:nearly |quite )?(?:as|so) (?:much|well|highly|generously) {per}as {b}`),
		wording("earns-more", EarnsMoreThan, holder, false, `{pays}{adv}(?:{some}{pay} )??{more}{per}{than}{b}`),
		wording("earns-more", EarnsMoreThan, holder, true, `{pays}{adv}(?:{some}{pay} )??{less}{per}{than}{b}`),
		wording("earns-more", EarnsMoreThan, named, false, `{pays}{a}(?:a |an )?{adv}{more}{per}{than}{b}`),
		wording("earns-more", EarnsMoreThan, named, true, `{pays}{a}(?:a |an )?{adv}{less}{per}{than}{b}`),
		wording("earns-more", EarnsMoreThan, payOf, false, `(?:{be}|runs? |averages? |sits? |comes? in )(?:at )?{adv}(?:{more}|above |greater |ahead of |in excess of )(?:[a-z]+ ){0,2}?(?:{than})?{b}`),
		wording("earns-more", EarnsMoreThan, payOf, true, `(?:{be}|runs? |averages? |sits? |comes? in |falls? |lags? )(?:at )?{adv}(?:{less}|below |behind |short of |under )(?:[a-z]+ ){0,2}?(?:{than})?{b}`),
		wording("earns-more", EarnsMoreThan, payOf, false, `(?:exceeds?|exceeded|exceeding|surpass(?:es|ed)?|tops?|outstrips?|outpaces?|dwarfs?|beats?|outweighs?) {adv}{b}`),
		wording("earns-more", EarnsMoreThan, payOf, true, `(?:trails?|lags?|trailed|lagged) {b}`),
		wording("earns-more", EarnsMoreThan, named, false, `(?:compared (?:to|with)|unlike|relative to|in comparison (?:to|with)) {b}, {a}(?:can |may |will |would |also )?{adv}(?:{earn}{adv}{more}|{have}(?:[a-z]+ )??{adv}{more}(?:[a-z-]+ ){0,2}?{pay} )`),
		wording("earns-more", EarnsMoreThan, named, true, `(?:compared (?:to|with)|unlike|relative to|in comparison (?:to|with)) {b}, {a}(?:can |may |will |would |also )?{adv}(?:{earn}{adv}{less}|{have}(?:[a-z]+ )??{adv}{less}(?:[a-z-]+ ){0,2}?{pay} )`),
		wording("earns-more", EarnsMoreThan, holder, false, `{earn}{adv}{less}{per}{than}{det}<\d+> (?:, )?(?:but|and|yet) {adv}{more}{per}{than}{b}`),
		wording("earns-more", EarnsMoreThan, holder, true, `{earn}{adv}{more}{per}{than}{det}<\d+> (?:, )?(?:but|and|yet) {adv}{less}{per}{than}{b}`),
		wording("earns-more", EarnsMoreThan, absent, false, `(?:earns?|makes?|(?:is|are) paid) (?:significantly |considerably |slightly |a bit |a little |much |far |substantially )?more (?:money )?(?:[.;]|while|whereas|$)`),
		wording("earns-more", EarnsMoreThan, absent, true, `(?:earns?|makes?|(?:is|are) paid) (?:significantly |considerably |slightly |a bit |a little |much |far |substantially )?less (?:money )?(?:[.;]|while|whereas|$)`),
		wording("earns-more", EarnsMoreThan, absent, false, `{have}(?:an? |the )?{adv}{more}(?:[a-z-]+ ){0,1}?{pay} (?:of the two |of <\d+> )?(?:[.,;]|but|and|while|whereas|$)`),
		wording("earns-more", EarnsMoreThan, absent, true, `{have}(?:an? |the )?{adv}{less}(?:[a-z-]+ ){0,1}?{pay} (?:of the two |of <\d+> )?(?:[.,;]|but|and|while|whereas|$)`),
		wording("earns-more", EarnsMoreThan, absent, false, `{be}{adv}the (?:highest|higher|better|best|more highly)(?:-| )(?:paid|paying|compensated) (?:[a-z]+ )?of (?:the (?:two|three|pair|trio|lot|group)|<\d+>) `),
		wording("earns-more", EarnsMoreThan, absent, true, `{be}{adv}the (?:lowest|lower|worse|worst|least|less)(?:-| )(?:paid|paying|compensated) (?:[a-z]+ )?of (?:the (?:two|three|pair|trio|lot|group)|<\d+>) `),
		wording("earns-more", EarnsMoreThan, holder, false, `{earn}{adv}{more}(?:[^<>;.]+? ){0,16}?(?:compared (?:to|with)|versus|against) (?:[^<>;.]+? ){0,6}?(?:for |of |by ){b}`),
		wording("earns-more", EarnsMoreThan, holder, true, `{earn}{adv}{less}(?:[^<>;.]+? ){0,16}?(?:compared (?:to|with)|versus|against) (?:[^<>;.]+? ){0,6}?(?:for |of |by ){b}`),
		wording("earns-more", EarnsMoreThan, holder, true, `{earn}{adv}(?:[0-9.]+ ?%|percent|per cent) of (?:what |the {pay} of |that of )?{b}`),
		wording("earns-most", EarnsMoreThan, absent, false, `{earn}{adv}the most (?:money |on average |overall )?(?:[.,;]|of |among |out of |and |followed |while |$)`),
		wording("earns-most", EarnsMoreThan, absent, true, `{earn}{adv}the least (?:money |on average |overall )?(?:[.,;]|of |among |out of |and |while |$)`),
		wording("earns-most", EarnsMoreThan, absent, false, `{have}the highest {pay} (?:[.,;]|of |among |out of |and |followed |while |$)`),
		wording("earns-most", EarnsMoreThan, absent, true, `{have}the lowest {pay} (?:[.,;]|of |among |out of |and |while |$)`),
		wording("out-earns", EarnsMoreThan, holder, false, `(?:out-?earn(?:s|ed|ing)?|out - earns?) {b}`),
		wording("out-earns", EarnsMoreThan, holder, true, `(?:is|are|be|being) {adv}(?:out-?earned) by {b}`),

		// Who earns the same.
		wording("earns-same", EarnsSameAs, holder, false, `{earn}(?:(?:a|an|about|roughly|exactly|just|around|approximately) )*(?:(?:as much|the same|similarly|equally|comparably) (?:[a-z]+ ){0,2}?(?:as|to|with)|on a par with|on par with|in line with) {b}`),
		wording("earns-same", EarnsSameAs, holder, false, `{have}(?:(?:a|an|about|roughly|exactly|just|around|approximately|very) )*(?:the same|similar|equal|comparable|identical|equivalent) (?:[a-z-]+ )??{pay} (?:[a-z]+ )?(?:as|to|with) {b}`),
		wording("earns-same", EarnsSameAs, payOf, false, `{be}{adv}(?:the same as|similar to|comparable (?:to|with)|equal to|equivalent to|identical to|close to|on a par with|on par with|in line with|as high as|no different from) {b}`),
		wording("earns-same", EarnsSameAs, pair, false, `{earn}{adv}(?:the same|similarly|equally|similar|equal|comparable|identical|as much as each other)(?: (?:[a-z-]+ )??{pay}| amounts?)? (?:[.,;]|and|but|on average|as each other|in |at |$)`),
		wording("earns-same", EarnsSameAs, pair, false, `{have}{adv}(?:the same|similar|equal|comparable|identical)(?: [a-z-]+)?? {pay} (?:[.,;]|and|but|in|at|across|$)`),
		wording("earns-same", EarnsSameAs, payPair, false, `{be}{adv}(?:the same|similar|equal|comparable|identical|on a par|on par|much alike|alike|equivalent) (?:[.,;]|and|but|in|at|across|$)`),
		wording("earns-same", EarnsSameAs, named, false, `(?:little|no|hardly any|barely any) (?:[a-z]+ )?(?:difference|gap) in (?:the |what )?(?:{pay} )?(?:of |for )?between (?:the )?{a}`),
		wording("earns-same", EarnsSameAs, named, false, `(?:little|no|hardly any|barely any) (?:[a-z]+ )?(?:difference|gap) between (?:the |what )?(?:{pay} (?:of|for) )?{a}(?:earn|make|in (?:terms of )?{pay}|'s? {pay}|{pay})`),
		wording("earns-same", EarnsSameAs, named, false, `{pay} (?:is|are) {adv}(?:similar|the same|comparable|identical|equal) (?:for|between|across) {a}`),
		wording("earns-same", EarnsSameAs, named, false, `(?:not|n't) (?:much|a big|any|a large|a great|a significant|a great deal) (?:of )?(?:a )?(?:difference|gap) in (?:the |what )?(?:{pay} )?(?:of |for )?between (?:the )?{a}`),

		// Who ranks above whom.
		wording("senior-to", SeniorTo, holder, false, `{stand}{adv}(?:senior to|superior to|above|over|higher (?:{chart}|in {rank})than|more senior {chart}than|higher up {chart}(?:than|from)|higher ranking than|higher-ranking than|higher-ranked than|ahead of) {b}`),
		wording("senior-to", SeniorTo, holder, false, `{stand}{adv}(?:level|step|rung|rank|grade|tier|notch|place)s? (?:up {chart}(?:from|on)|above|higher than|over|ahead of) {b}`),
		wording("senior-to", SeniorTo, holder, false, `{stand}(?:the )?{adv}(?:next )(?:level|step|rung|rank|grade|tier) (?:up )?(?:{chart})(?:from|after|above|for) {b}`),
		wording("senior-to", SeniorTo, holder, false, `(?:has|have|having|holds?|wields?|carry|carries|exercises?) {adv}(?:more|greater|higher|a higher|a more senior) (?:authority|seniority|power|rank|status|position|role|title|post|decision-making authority|decision-making power) (?:[a-z]+ ){0,3}?than {b}`),
		wording("senior-to", SeniorTo, holder, false, `{be}{adv}(?:more senior|higher|higher-level|higher level|higher-ranking|higher-ranked) (?:role|position|job|title|rank|post|office|grade|level|executive|officer|figure) (?:[a-z]+ ){0,3}?than {b}`),
		wording("senior-to", SeniorTo, holder, false, `{be}{adv}(?:more senior|higher-ranking|higher-ranked) [a-z]+ (?:[a-z]+ ){0,2}?than {b}`),
		wording("senior-to", SeniorTo, holder, false, `{stand}at the (?:very )?top of (?:[a-z]+ ){1,4}, (?:above|ahead of|over) {b}`),
		wording("senior-to", SeniorTo, holder, false, `(?:outrank|out-rank)(?:s|ed|ing)? {b}`),
		wording("senior-to", SeniorTo, holder, true, `(?:is|are|be|being) {adv}(?:outranked|out-ranked) by {b}`),
		wording("senior-to", SeniorTo, holder, true, `{stand}{adv}(?:junior to|subordinate to|inferior to|below|beneath|lower (?:{chart}|in {rank})than|less senior {chart}than|more junior {chart}than|lower down {chart}(?:than|from)|lower-ranking than|lower-ranked than) {b}`),
		wording("senior-to", SeniorTo, holder, true, `{stand}{adv}(?:level|step|rung|rank|grade|tier|notch|place)s? (?:below|beneath|under|lower than|down {chart}from|behind) {b}`),
		wording("senior-to", SeniorTo, holder, true, `{be}{adv}(?:more junior|lower|lower-level|lower level|lower-ranking) (?:role|position|job|title|rank|post|grade|level) (?:[a-z]+ ){0,3}?than {b}`),
		wording("senior-to", SeniorTo, holder, true, `(?:{stand}|acts? as |serves? as |known as |becomes? ){adv}(?:the )?(?:second-in-command|second in command|deputy|right hand|number two|understudy) (?:, )?(?:of|to|for|behind|after|under) {b}`),
		wording("senior-to", SeniorTo, absent, false, `(?:has|have|holds?|wields?) {adv}(?:more|greater|higher|a higher (?:level|degree) of|a greater (?:level|degree) of) (?:authority|power|seniority|responsibility) (?:[.,;]|and|but|while|whereas|$)`),
		wording("senior-to", SeniorTo, holder, true, `(?:{be}|acts? as |serves? as ){adv}{b}'s? (?:second-in-command|second in command|deputy|right hand|number two|subordinate) `),
		wording("senior-to", SeniorTo, named, true, `(?:above|over) {a}(?:{chart}|in {rank})?(?:is|are|comes?|sits?|stands?|ranks?) {b}`),
		wording("senior-to", SeniorTo, named, false, `(?:below|beneath|under|underneath|next below|directly below) {a}(?:{chart}|in {rank})?(?:is|are|comes?|sits?|stands?|ranks?) {b}`),
		wording("senior-to", SeniorTo, holder, false, `, {adv}(?:level|step|rung|rank|grade|tier|notch)s? above {b}`),
		wording("senior-to", SeniorTo, holder, true, `, {adv}(?:level|step|rung|rank|grade|tier|notch)s? (?:below|beneath) {b}`),
		wording("senior-to", SeniorTo, holder, true, `{stand}(?:directly |right |just |immediately )(?:under|underneath) {b}`),
		wording("senior-to", SeniorTo, holder, true, `{stand}{adv}(?:the )?second(?: |-)(?:highest|most)(?: |-)(?:ranking |senior |ranked )?(?:[a-z]+ ){0,3}?(?:, )?(?:after|to|behind|under|below) {b}`),
		wording("senior-to", SeniorTo, holder, true, `{stand}{adv}(?:the )?second {chart}(?:, )?(?:after|to|behind|below) {b}`),
		wording("senior-to", SeniorTo, holder, true, `{stand}{adv}second (?:only )?(?:to|after|under) {b}`),
		wording("senior-to", SeniorTo, holder, true, `{stand}{adv}(?:the )?next in command (?:after|to|behind|below) {b}`),
		wording("senior-to", SeniorTo, named, true, `{a}(?:is|are) (?:typically |usually |generally |often )?(?:an? |the )?(?:entry-level|junior|lower-level|lower-ranking|more junior) (?:[a-z]+ ){0,2}?(?:, )?(?:while|whereas|but|and) {b}(?:is|are) (?:typically |usually |generally |often )?(?:an? |the )?(?:senior|mid-level|senior-level|higher-level|management|managerial|leadership|executive|higher-ranking|more senior) `),
		wording("senior-to", SeniorTo, named, false, `{a}(?:is|are) (?:typically |usually |generally |often )?(?:an? |the )?(?:senior|senior-level|higher-level|higher-ranking|more senior|executive) (?:[a-z]+ ){0,2}?(?:, )?(?:while|whereas|but|and) {b}(?:is|are) (?:typically |usually |generally |often )?(?:an? |the )?(?:entry-level|junior|lower-level|mid-level|middle management|lower-ranking|more junior) `),
		wording("ranks-top", SeniorTo, absent, false, `{be}{adv}the (?:most senior|highest-ranking|highest ranking|top-ranking|senior-most|highest-ranked)(?: |-)(?:[a-z]+ ){0,3}?(?:[.,;]|of |in |on |among |and |at |$)`),
		wording("supervises", SeniorTo, holder, false, `(?:supervis(?:e|es|ing)|manages?|managing|oversees?|overseeing|bosses|commands?|heads|leads?|(?:is|are|be) (?:in charge of|responsible for supervising|responsible for managing)|(?:has|have) authority over) (?:the work of )?{who}`),
		wording("promoted", SeniorTo, named, true, `promot(?:ed|ion|ions) from {a}to {who}`),
		wording("promoted", SeniorTo, holder, true, `(?:can|may|could|are|is|be|get|gets) {adv}promoted to {who}`),

		// Who reports to whom.
		wording("reports-to", ReportsTo, holder, false, `(?:reports?|reporting|answers?|answering|answerable|accountable|(?:is|are|be) responsible) (?:[a-z]+ly |straight |back |up |first |either |both ){0,3}(?:in)?to (?:either )?(?:both )?(?:(?:the |a |an |their )?(?:[a-z]+ ){1,3}(?:and|or) )?{who}`),
		wording("reports-to", ReportsTo, holder, false, `(?:is|are|be|being|'re|was|were) {adv}(?:supervised|managed|overseen|line-managed|line managed|directly supervised) (?:[a-z]+ly )?by {who}`),
		wording("reports-to", ReportsTo, holder, false, `(?:is|are|be|works?|working|practi[cs]es?|operates?|serves?|functions?|acts?|sits?|falls?) {some}under (?:the )?(?:[a-z]+ (?:or )?){0,3}(?:supervision|direction|leadership|guidance|authority|oversight|management|command) (?:of|from) {who}`),
		wording("reports-to", ReportsTo, holder, false, `{be}{adv}direct reports? (?:of|to) {who}`),
		wording("reports-to", ReportsTo, holder, false, `(?:takes?|receives?|taking|receiving) (?:their |his |her |its |all )?(?:orders|direction|directions|instructions|marching orders|duties|assignments|tasks|responsibilities) (?:and (?:duties|responsibilities|tasks|assignments) )?(?:directly )?from {who}`),
		wording("reports-to", ReportsTo, holder, false, `(?:works?|working|serves?|sits?|falls?|operates?) {adv}(?:directly )?under {who}`),
		wording("reports-to", ReportsTo, named, false, `{a}'s? {boss}(?:is|are|will be|would be) {adv}{who}`),
		wording("reports-to", ReportsTo, named, true, `{a}(?:{be}|acts? as |serves? as ){adv}(?:the |a )?{boss}(?:of|to|for) {who}`),
		wording("reports-to", ReportsTo, named, true, `{a}(?:{be}|acts? as |serves? as ){adv}{who}'s? {boss}`),
		wording("reports-to", ReportsTo, named, true, `{a}(?:, )?(?:who )?(?:{be}|acts? as |serves? as ){adv}(?P<their>their|his|her|his or her|the role 's|the position 's) {boss}`),
		wording("reports-to", ReportsTo, named, false, `(?P<their>their|his|her|his or her) {boss}(?:is|are|will be|would be) {adv}{who}`),
		wording("reports-to", ReportsTo, named, true, `{a}(?:, )?to whom {who}(?:will |would |[a-z]+ly |often ){0,2}(?:reports?|answers?) `),
		wording("reports-to", ReportsTo, named, true, `{a}'s? direct reports (?:are|include|may include|can include|typically include) {who}`),

		// Who are equals.
		wording("peer-of", PeerOf, holder, false, `{stand}{adv}(?:equal (?:in {rank})?(?:to|with)|co-equal (?:with|to)|peers? (?:of|to|with)|(?:on|at) (?:the same|an equal|equal) (?:level|rank|rung|tier|footing|grade|plane) (?:as|with|to)|on a par with|on par with|equivalent (?:in {rank})?(?:to|of)|the equivalent (?:in {rank})?of|of (?:the same|equal) {rank}(?:as|to|with)|the equals? of) {b}`),
		wording("peer-of", PeerOf, holder, false, `corresponds? (?:roughly |broadly |approximately )?(?:in {rank})?to {b}`),
		wording("peer-of", PeerOf, holder, false, `(?:{be}){adv}{b}'s? (?:peers?|equals?) `),
		wording("peer-of", PeerOf, holder, false, `(?:has|have|holds?|shares?) (?:the same|equal) (?:rank|seniority|level|status|standing|grade) (?:as|to|with) {b}`),
		wording("peer-of", PeerOf, pair, false, `{stand}{adv}(?:equal in {rank}|of equal {rank}|of the same {rank}|(?:peers|equals|co-equal|equally senior|equally ranked|(?:on|at) (?:the same|an equal|equal) (?:[a-z]+ )?(?:level|rank|rung|tier|footing|grade|plane)|on a par|on par) )(?:[.,;)]|and|but|with each other|in|within|on|who|of|$)`),
		wording("peer-of", PeerOf, pair, false, `(?:have|hold|share) (?:the same|equal) (?:rank|seniority|level|status|standing|grade) `),
		wording("peer-of", PeerOf, pair, false, `(?:rank) (?:equally|at the same level) `),
	}}
	var patterns []string
	for _, o := range t.all {
		patterns = append(patterns, o.pattern.String())
	}
	t.set = pattern.NewSet(patterns...)
	return t
})

// orderTable is the orders with what tells which of them a sentence may state.
type orderTable struct {
	all   []order
	set   *pattern.Set
	parts nlp.Kept[*pattern.Part] // of words
}

// in appends to dst the numbers of the orders that a sentence may state.
func (t *orderTable) in(dst []int, tokens []nlp.Token) []int {
	fill := func(part **pattern.Part, w *nlp.Word) { *part = t.set.Part(w.Lower) }
	return t.set.In(dst, len(tokens), func(i int) *pattern.Part { return *t.parts.Of(tokens[i].Word, fill) })
}
