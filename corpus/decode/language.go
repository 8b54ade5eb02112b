package decode

import (
	"strings"

	"github.com/RadhiFadlillah/whatlanggo"
)

// minWords is the length from which the detector alone is believed; shorter
// English texts it often takes for other languages.
const minWords = 50

// maxDetect is how much of a text the detector sees, in bytes.
const maxDetect = 20_000

// foreign returns the language that a text is in, and whether it is certain
// that it is not English: the detector is sure on a text that is long enough,
// or it agrees with what the page declares.
func foreign(text string, words int, declared string) (lang string, foreign bool) {
	if len(text) > maxDetect {
		text = strings.ToValidUTF8(text[:maxDetect], "")
	}
	info := whatlanggo.Detect(text)
	lang = info.Lang.Iso6391()
	if info.Lang == whatlanggo.Eng {
		return lang, false
	}
	declared, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(declared, "_", "-")), "-")
	agrees := declared != "" && declared != "en" && declared == lang
	return lang, agrees || words >= minWords && info.IsReliable()
}
