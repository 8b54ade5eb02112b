package duty

// Class groups the verbs that do one kind of thing.
type Class string

// The classes that the rules name; the others of duty-actions stand for
// themselves.
const (
	Own    Class = "own"   // bare: "is responsible for", "the budget"
	Focus  Class = "focus" // "focuses on", "deals with"
	Light  Class = "light" // says nothing: "has", "makes"
	Join   Class = "join"  // takes part
	Help   Class = "help"
	Avoid  Class = "avoid" // denies what it governs
	Ensure Class = "ensure"
	Lead   Class = "lead"
	Run    Class = "run"
	Keep   Class = "keep"
	Set    Class = "set"
	Build  Class = "build"
	Do     Class = "do"
	Act    Class = "act" // a verb that no table knows
)

// known lists every class that duty-actions may use.
var known = func() map[Class]bool {
	m := map[Class]bool{}
	for _, c := range []Class{
		Own, Focus, Light, Join, Help, Avoid, Ensure, Lead, Run, Keep, Set, Build, Do,
		"align", "approve", "assign", "buy", "check", "clean", "deliver", "design", "diagnose", "drive", "edit",
		"file", "film", "fire", "fix", "fund", "harvest", "hire", "improve", "meet", "negotiate", "perform", "pick",
		"prescribe", "provide", "reduce", "reject", "represent", "research", "schedule", "sell", "serve",
		"teach", "tell", "train", "treat", "watch", "wire", "write",
	} {
		m[c] = true
	}
	return m
}()

// weak classes never make a duty one's own: many roles watch, tell and meet.
var weak = map[Class]bool{Ensure: true, Help: true, Join: true, "meet": true, "tell": true, "watch": true, "reduce": true, "improve": true}

// noun is what duty-objects says of a word.
type noun struct {
	concept, kind            string
	relational, vague, light bool
	broad                    bool // too wide to be led or owned, but not to be introduced: "technology"
}

// byType says what a class does to a type of object, where that is a duty
// shared with other classes: one who sets, builds or leads a strategy decides
// it; one who leads, keeps or runs a system runs it.
var byType = map[string]map[Class]string{
	"plan": {
		Own: "set", Focus: "set", Set: "set", Build: "set", Lead: "set", "provide": "set", "design": "set", Run: "set",
		Do: "do", "perform": "do", "deliver": "do", "write": "set", "edit": "set",
	},
	"asset": {
		Own: "run", Focus: "run", Lead: "run", Keep: "run", Run: "run", "perform": "run", "fix": "run",
		"provide": "build",
	},
	"activity": {Own: "run", Focus: "run", Lead: "run", Keep: "run", Run: "run", "perform": "run", Do: "run", Set: "set", Build: "build"},
	"field":    {Own: "run", Focus: "run", Lead: "run", Keep: "run", Run: "run", "perform": "run"},
	"money":    {Own: "run", Focus: "run", Lead: "run", Keep: "run", Run: "run", Set: "set", Build: "set", "assign": "run", "align": "run", "fund": "run"},
	"people":   {Own: "manage", Focus: "manage", Lead: "manage", Run: "manage", Build: "hire"},
	"product": {
		Own: "build", Focus: "build", Build: "build", "write": "build", Do: "build", "perform": "build", Run: "run", Lead: "run",
		"provide": "deliver",
	},
}

// act returns the first half of a duty's key.
func act(class Class, verb, kind string) string {
	if a, ok := byType[kind][class]; ok {
		return a
	}
	switch class {
	case Own, Focus, Lead, Run:
		return "run"
	case Act, Light, "":
		return verb
	case "diagnose", "prescribe":
		return verb
	}
	return string(class)
}
