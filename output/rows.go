package output

// The rows of the published datasets, in the columns' order. A pointer may be
// null, and nothing else may. The tags say what a column is: doc its meaning,
// unit what its values are counted in or written as, null what a null means,
// enum all the values that it can have, ref the column that it points to. They
// are the source of docs/schema.md, datapackage.json and the checks of a run.
//
// Of the types that Parquet offers, these are the ones that every reader we
// know gets right: dates as *int32 days, decimals as int64 hundredths,
// strings without a subtype, lists with the list tag.

// DocumentRow is an article that was analysed.
type DocumentRow struct {
	DocID       string  `parquet:"doc_id,id(1)" doc:"identity of the article: hash of uri and text" unit:"16 hex digits"`
	URI         string  `parquet:"uri,id(2)" doc:"URL, or for a file its path relative to the input given" unit:"URI"`
	Source      string  `parquet:"source,dict,id(3)" doc:"who published it: registrable domain, or what a side file names, or the uri; copies of one article count as one source" unit:"domain, name or URI"`
	Title       *string `parquet:"title,optional,id(4)" doc:"title of the article" unit:"text" null:"not stated"`
	Author      *string `parquet:"author,optional,dict,id(5)" doc:"author of the article" unit:"text" null:"not stated"`
	PublishedAt *int32  `parquet:"published_at,date,optional,id(6)" doc:"day of publication" unit:"day" null:"not stated"`
	PublishedBy *string `parquet:"published_by,optional,dict,id(7)" doc:"where published_at was found: meta.json, front-matter, json-ld, ...; guess-url is a guess by the address" unit:"key" null:"published_at is null"`
	FetchedAt   *int64  `parquet:"fetched_at,timestamp(microsecond),optional,id(8)" doc:"when the page was fetched" unit:"UTC" null:"not fetched but read from a file"`
	Lang        string  `parquet:"lang,dict,id(9)" doc:"language of the text" unit:"ISO 639-1"`
	Words       int64   `parquet:"words,id(10)" doc:"length of the text" unit:"white-space separated words"`
	TextSHA256  string  `parquet:"text_sha256,id(11)" doc:"SHA-256 of text in UTF-8" unit:"64 hex digits"`
	DuplicateOf *string `parquet:"duplicate_of,optional,id(12)" doc:"doc_id of the article that this one is a copy of" unit:"16 hex digits" null:"no copy of an article before it" ref:"documents.doc_id"`
	Text        string  `parquet:"text,id(13)" doc:"canonical text, into which every start and end of the run points" unit:"text"`
	// Without these a run could not be compared again from its datasets alone.
	Compared []string `parquet:"compared,list,id(14)" doc:"pairs of roles that the article sets side by side, two keys with a space between, sorted; empty for none" unit:"pair of role keys"`

	Publisher  *string `parquet:"publisher,optional,dict,id(15)" doc:"publisher that the page itself names; source is who counts" unit:"text" null:"not stated"`
	ModifiedAt *int32  `parquet:"modified_at,date,optional,id(16)" doc:"day of the last change" unit:"day" null:"not stated"`
}

// ResponsibilityRow is a duty that an article gives to a role or denies it.
type ResponsibilityRow struct {
	ClaimID    string   `parquet:"claim_id,id(1)" doc:"identity of the claim: hash of doc_id, kind, role and span" unit:"16 hex digits"`
	DocID      string   `parquet:"doc_id,dict,id(2)" doc:"the article, see documents" unit:"16 hex digits" ref:"documents.doc_id"`
	Source     string   `parquet:"source,dict,id(3)" doc:"source of the article, see documents" unit:"domain, name or URI"`
	Role       string   `parquet:"role,dict,id(4)" doc:"key of the role, such as chief-technology-officer" unit:"role key"`
	RoleText   string   `parquet:"role_text,dict,id(5)" doc:"the words that name or stand for the role here: \"The CTO\", \"They\"" unit:"words of the article"`
	Phrase     string   `parquet:"phrase,id(6)" doc:"the shortest quote that says the duty; equals text[start:end]" unit:"words of the article"`
	Start      int64    `parquet:"start,id(7)" doc:"where phrase starts in documents.text" unit:"Unicode code points"`
	End        int64    `parquet:"end,id(8)" doc:"where phrase ends, exclusive" unit:"Unicode code points"`
	Polarity   string   `parquet:"polarity,dict,id(9)" doc:"asserted, or denied where the article says that the role does not do it" unit:"word" enum:"asserted,denied"`
	Modality   *string  `parquet:"modality,optional,dict,id(10)" doc:"how often: always, usually, sometimes, rarely" unit:"word" null:"not stated" enum:"always,usually,sometimes,rarely"`
	Action     string   `parquet:"action,dict,id(11)" doc:"lemma of the verb; empty where the phrase has none" unit:"lemma"`
	Object     string   `parquet:"object,dict,id(12)" doc:"head noun with its modifiers, lower case, head last; empty where the phrase has none" unit:"words in lower case"`
	Topic      string   `parquet:"topic,dict,id(13)" doc:"stable key of what the duty is about" unit:"key"`
	SharedWith []string `parquet:"shared_with,list,id(14)" doc:"keys of the roles that the text says share the duty, sorted; empty for none" unit:"role keys"`
	Condition  *string  `parquet:"condition,optional,dict,id(15)" doc:"grade of the holder or limit of the statement, in the text's words" unit:"words of the article" null:"not stated"`
	Section    *string  `parquet:"section,optional,dict,id(16)" doc:"heading in whose scope it stands" unit:"words of the article" null:"stands under no heading"`
	Sentence   string   `parquet:"sentence,id(17)" doc:"the sentence, list item or table cell around phrase" unit:"words of the article"`
	Rule       string   `parquet:"rule,dict,id(18)" doc:"id of the rule that found it" unit:"rule id"`
	Confidence float64  `parquet:"confidence,id(19)" doc:"the rule's measured precision" unit:"0 to 1"`
	Slots      *string  `parquet:"slots,optional,id(20)" doc:"what detection compares of the claim, beside the columns: JSON, one object a statement, see slots.md" unit:"JSON" null:"detection compares nothing of it"`
}

// SalaryRow is a statement of pay.
type SalaryRow struct {
	ClaimID      string  `parquet:"claim_id,id(1)" doc:"identity of the claim: hash of doc_id, kind, role and span" unit:"16 hex digits"`
	DocID        string  `parquet:"doc_id,dict,id(2)" doc:"the article, see documents" unit:"16 hex digits" ref:"documents.doc_id"`
	Source       string  `parquet:"source,dict,id(3)" doc:"source of the article, see documents" unit:"domain, name or URI"`
	Role         string  `parquet:"role,dict,id(4)" doc:"key of the role, such as chief-technology-officer" unit:"role key"`
	RoleText     string  `parquet:"role_text,dict,id(5)" doc:"the words that name or stand for the role here" unit:"words of the article"`
	Low          *int64  `parquet:"low,decimal(2:18),optional,id(6)" doc:"lower end as stated, not annualised" unit:"currency per period" null:"open end (\"up to $90k\")"`
	High         *int64  `parquet:"high,decimal(2:18),optional,id(7)" doc:"upper end as stated; equals low for a single figure" unit:"currency per period" null:"open end (\"over $200,000\")"`
	Currency     string  `parquet:"currency,dict,id(8)" doc:"currency of the amounts" unit:"ISO 4217"`
	Period       string  `parquet:"period,dict,id(9)" doc:"what the amount is paid for: year, month, week, day, hour" unit:"word" enum:"year,month,week,day,hour"`
	AnnualLow    *int64  `parquet:"annual_low,decimal(2:18),optional,id(10)" doc:"low for a year of 12 months, 52 weeks, 260 days or 2,080 hours" unit:"currency per year" null:"low is null"`
	AnnualHigh   *int64  `parquet:"annual_high,decimal(2:18),optional,id(11)" doc:"high for such a year" unit:"currency per year" null:"high is null"`
	Statistic    string  `parquet:"statistic,dict,id(12)" doc:"what the figure is: range, average, median, minimum, maximum, typical, p25, ..." unit:"word"`
	Component    string  `parquet:"component,dict,id(13)" doc:"part of the pay: base, total, bonus, equity, unspecified" unit:"word" enum:"base,total,bonus,equity,unspecified"`
	Location     *string `parquet:"location,optional,dict,id(14)" doc:"place tied to the amount, in the text's words" unit:"words of the article" null:"not stated"`
	Year         *int64  `parquet:"year,optional,id(15)" doc:"year tied to the amount, of the pay or of the survey" unit:"calendar year" null:"not stated"`
	AttributedTo *string `parquet:"attributed_to,optional,dict,id(16)" doc:"whose figure the article says it is" unit:"words of the article" null:"not stated"`
	Condition    *string `parquet:"condition,optional,dict,id(17)" doc:"grade of the holder or limit of the statement, in the text's words" unit:"words of the article" null:"not stated"`
	Quote        string  `parquet:"quote,dict,id(18)" doc:"the amount as written, from its first to its last character; equals text[start:end]" unit:"words of the article"`
	Start        int64   `parquet:"start,id(19)" doc:"where quote starts in documents.text" unit:"Unicode code points"`
	End          int64   `parquet:"end,id(20)" doc:"where quote ends, exclusive" unit:"Unicode code points"`
	Section      *string `parquet:"section,optional,dict,id(21)" doc:"heading in whose scope it stands" unit:"words of the article" null:"stands under no heading"`
	Sentence     string  `parquet:"sentence,id(22)" doc:"the sentence, list item or table cell around quote" unit:"words of the article"`
	Rule         string  `parquet:"rule,dict,id(23)" doc:"id of the rule that found it" unit:"rule id"`
	Confidence   float64 `parquet:"confidence,id(24)" doc:"the rule's measured precision" unit:"0 to 1"`
	Slots        *string `parquet:"slots,optional,id(25)" doc:"what detection compares of the claim, beside the columns: JSON, one object a statement, see slots.md" unit:"JSON" null:"detection compares nothing of it"`
}

// ComparisonRow is an order between two roles: role_a relation role_b.
type ComparisonRow struct {
	ClaimID    string   `parquet:"claim_id,id(1)" doc:"identity of the claim: hash of doc_id, kind, roles with relation, and span" unit:"16 hex digits"`
	DocID      string   `parquet:"doc_id,dict,id(2)" doc:"the article, see documents" unit:"16 hex digits" ref:"documents.doc_id"`
	Source     string   `parquet:"source,dict,id(3)" doc:"source of the article, see documents" unit:"domain, name or URI"`
	Relation   string   `parquet:"relation,dict,id(4)" doc:"earns-more-than, earns-same-as, senior-to, reports-to or peer-of" unit:"word" enum:"earns-more-than,earns-same-as,senior-to,reports-to,peer-of"`
	RoleA      string   `parquet:"role_a,dict,id(5)" doc:"key of the role that earns more, is senior, reports" unit:"role key"`
	RoleB      string   `parquet:"role_b,dict,id(6)" doc:"key of the other role" unit:"role key"`
	Hedge      bool     `parquet:"hedge,id(7)" doc:"whether the article limits it: \"in most cases\", \"can be\"" unit:"true or false"`
	Stated     bool     `parquet:"stated,id(8)" doc:"whether the article says it; false where it follows from two amounts of the article" unit:"true or false"`
	FromClaims []string `parquet:"from_claims,list,id(9)" doc:"claim_id of the two pay claims that it follows from; empty where it is stated" unit:"16 hex digits each"`
	Component  *string  `parquet:"component,optional,dict,id(10)" doc:"part of the pay compared" unit:"word" null:"not stated, or not about pay" enum:"base,total,bonus,equity,unspecified"`
	Location   *string  `parquet:"location,optional,dict,id(11)" doc:"place tied to the statement, in the text's words" unit:"words of the article" null:"not stated"`
	Year       *int64   `parquet:"year,optional,id(12)" doc:"year tied to the statement" unit:"calendar year" null:"not stated"`
	Condition  *string  `parquet:"condition,optional,dict,id(13)" doc:"limit of the statement, in the text's words" unit:"words of the article" null:"not stated"`
	Quote      string   `parquet:"quote,id(14)" doc:"the words that say it; equals text[start:end]" unit:"words of the article"`
	Start      int64    `parquet:"start,id(15)" doc:"where quote starts in documents.text" unit:"Unicode code points"`
	End        int64    `parquet:"end,id(16)" doc:"where quote ends, exclusive" unit:"Unicode code points"`
	Sentence   string   `parquet:"sentence,id(17)" doc:"the sentence, list item or table cell around quote" unit:"words of the article"`
	Rule       string   `parquet:"rule,dict,id(18)" doc:"id of the rule that found it" unit:"rule id"`
	Confidence float64  `parquet:"confidence,id(19)" doc:"the rule's measured precision" unit:"0 to 1"`
	Slots      *string  `parquet:"slots,optional,id(20)" doc:"what detection compares of the claim, beside the columns: JSON, one object a statement, see slots.md" unit:"JSON" null:"detection compares nothing of it"`
}

// ContradictionRow is two sides that can't both hold.
type ContradictionRow struct {
	ContradictionID string   `parquet:"contradiction_id,id(1)" doc:"identity of the finding: hash of kind, scope, roles, topic and, where set, place, year, component and source; the same from run to run" unit:"16 hex digits"`
	Kind            string   `parquet:"kind,dict,id(2)" doc:"pay-order, pay-range, rank, ownership or polarity" unit:"word" enum:"pay-order,pay-range,rank,ownership,polarity"`
	Tier            string   `parquet:"tier,dict,id(3)" doc:"how firm it is: stated, contested or claimed-by-both (outside of headline counts)" unit:"word" enum:"stated,contested,claimed-by-both"`
	Scope           string   `parquet:"scope,dict,id(4)" doc:"cross (two sources) or within (one source against itself)" unit:"word" enum:"cross,within"`
	Roles           []string `parquet:"roles,list,id(5)" doc:"keys of the roles it is about, sorted" unit:"role keys"`
	Topic           string   `parquet:"topic,dict,id(6)" doc:"what it is about; pay and rank for those kinds" unit:"key"`
	Summary         string   `parquet:"summary,id(7)" doc:"the two sides in one sentence" unit:"text"`
	Severity        float64  `parquet:"severity,id(8)" doc:"how much it matters, higher first" unit:"0 to 1"`
	Confidence      float64  `parquet:"confidence,id(9)" doc:"how sure the tool is that the sides exclude each other" unit:"0 to 1"`
	SourceA         string   `parquet:"source_a,dict,id(10)" doc:"source of the best claim of side a" unit:"domain, name or URI"`
	QuoteA          string   `parquet:"quote_a,id(11)" doc:"its quote, see contradiction_evidence" unit:"words of the article"`
	SourceB         string   `parquet:"source_b,dict,id(12)" doc:"source of the best claim of side b" unit:"domain, name or URI"`
	QuoteB          string   `parquet:"quote_b,id(13)" doc:"its quote" unit:"words of the article"`
	SupportA        int64    `parquet:"support_a,id(14)" doc:"independent sources on side a" unit:"sources"`
	SupportB        int64    `parquet:"support_b,id(15)" doc:"independent sources on side b" unit:"sources"`
	ClaimsA         int64    `parquet:"claims_a,id(16)" doc:"claims on side a" unit:"claims"`
	ClaimsB         int64    `parquet:"claims_b,id(17)" doc:"claims on side b" unit:"claims"`
	Rule            string   `parquet:"rule,dict,id(18)" doc:"id of the rule that found it" unit:"rule id"`
	MissingScope    *string  `parquet:"missing_scope,optional,dict,id(19)" doc:"what a side leaves out and could explain the difference: year, place, component, parted by spaces" unit:"words" null:"both sides state it, or it does not matter here"`
}

// EvidenceRow is a claim on one side of a contradiction.
type EvidenceRow struct {
	ContradictionID string `parquet:"contradiction_id,dict,id(1)" doc:"the finding, see contradictions" unit:"16 hex digits" ref:"contradictions.contradiction_id"`
	Side            string `parquet:"side,dict,id(2)" doc:"a or b" unit:"word" enum:"a,b"`
	Rank            int64  `parquet:"rank,id(3)" doc:"place on its side, 1 is the best" unit:"place"`
	ClaimID         string `parquet:"claim_id,id(4)" doc:"the claim, in responsibilities, salaries or comparisons" unit:"16 hex digits"`
	DocID           string `parquet:"doc_id,dict,id(5)" doc:"the article, see documents" unit:"16 hex digits" ref:"documents.doc_id"`
	Source          string `parquet:"source,dict,id(6)" doc:"source of the article" unit:"domain, name or URI"`
	Quote           string `parquet:"quote,id(7)" doc:"the claim's sentence, or its own span where the sentence is longer than 600 code points; equals text[start:end]" unit:"words of the article"`
	Start           int64  `parquet:"start,id(8)" doc:"where quote starts in documents.text" unit:"Unicode code points"`
	End             int64  `parquet:"end,id(9)" doc:"where quote ends, exclusive" unit:"Unicode code points"`
}

// NearMissRow is what was looked at and not flagged: a key and a reason.
type NearMissRow struct {
	Kind   string   `parquet:"kind,dict,id(1)" doc:"kind of contradiction that it is not" unit:"word" enum:"pay-order,pay-range,rank,ownership,polarity"`
	Roles  []string `parquet:"roles,list,id(2)" doc:"keys of the roles it is about, sorted" unit:"role keys"`
	Topic  string   `parquet:"topic,dict,id(3)" doc:"what it is about; pay and rank for those kinds" unit:"key"`
	Reason string   `parquet:"reason,dict,id(4)" doc:"why it was not flagged: other-year, other-place, estimate-spread, shared, ..." unit:"word"`
	Pairs  int64    `parquet:"pairs,id(5)" doc:"pairs of claims set aside for this reason" unit:"pairs of claims"`
	ClaimA string   `parquet:"claim_a,id(6)" doc:"claim_id of one side of the closest example" unit:"16 hex digits"`
	QuoteA string   `parquet:"quote_a,id(7)" doc:"its sentence, cut as in contradiction_evidence" unit:"words of the article"`
	ClaimB string   `parquet:"claim_b,id(8)" doc:"claim_id of the other side" unit:"16 hex digits"`
	QuoteB string   `parquet:"quote_b,id(9)" doc:"its sentence" unit:"words of the article"`
	Words  string   `parquet:"words,id(10)" doc:"the words or values that decided" unit:"text"`
}

// RejectRow is a page, or a money string, that was not used.
type RejectRow struct {
	URI    string  `parquet:"uri,dict,id(1)" doc:"the page, as in documents" unit:"URI"`
	Stage  string  `parquet:"stage,dict,id(2)" doc:"where it was left out: read, decode, extract, language; amount for a money string" unit:"word" enum:"read,decode,extract,language,amount"`
	Reason string  `parquet:"reason,dict,id(3)" doc:"a short stable word: empty, binary, too-large, not-pay, ..." unit:"word"`
	Detail string  `parquet:"detail,id(4)" doc:"what was seen, for people" unit:"text"`
	DocID  *string `parquet:"doc_id,optional,dict,id(5)" doc:"the article of a money string" unit:"16 hex digits" null:"a whole page" ref:"documents.doc_id"`
	Start  *int64  `parquet:"start,optional,id(6)" doc:"where quote starts in documents.text" unit:"Unicode code points" null:"a whole page"`
	End    *int64  `parquet:"end,optional,id(7)" doc:"where quote ends, exclusive" unit:"Unicode code points" null:"a whole page"`
	Quote  *string `parquet:"quote,optional,id(8)" doc:"the money string; equals text[start:end]" unit:"words of the article" null:"a whole page"`
}

// VerdictRow is what one reviewer says of one contradiction in the end.
type VerdictRow struct {
	ContradictionID string  `parquet:"contradiction_id,id(1)" doc:"the finding, see contradictions; gone ones are not there" unit:"16 hex digits"`
	Reviewer        string  `parquet:"reviewer,dict,id(2)" doc:"who judged it" unit:"text"`
	Verdict         string  `parquet:"verdict,dict,id(3)" doc:"confirmed, dismissed, unsure, or open where it was taken back or there is a note alone" unit:"word" enum:"confirmed,dismissed,unsure,open"`
	Reason          *string `parquet:"reason,optional,dict,id(4)" doc:"why it was dismissed: same-meaning, other-scope, wrong-role, wrong-amount, not-a-claim or other" unit:"word" enum:"same-meaning,other-scope,wrong-role,wrong-amount,not-a-claim,other" null:"not dismissed"`
	Note            *string `parquet:"note,optional,id(5)" doc:"what the reviewer wrote" unit:"text" null:"nothing written"`
	Status          string  `parquet:"status,dict,id(6)" doc:"current: judged on the words that stand there; stale: on other words; gone: the run has no such finding" unit:"word" enum:"current,stale,gone"`
	EvidenceHash    string  `parquet:"evidence_hash,dict,id(7)" doc:"names the words on both sides that were judged" unit:"16 hex digits"`
	RunID           string  `parquet:"run_id,dict,id(8)" doc:"the run in which it was judged" unit:"16 hex digits"`
	JudgedAt        int64   `parquet:"judged_at,timestamp(microsecond),id(9)" doc:"when" unit:"UTC"`
}
