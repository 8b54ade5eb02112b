package eval

import "math"

// Wilson returns the ends of the 95 % score interval of a share, 0 to 1 (E. B.
// Wilson, "Probable Inference, the Law of Succession, and Statistical
// Inference", JASA 22, 1927). Of no trials it knows nothing: 0 and 1.
func Wilson(successes, trials int) (low, high float64) {
	if trials == 0 {
		return 0, 1
	}
	const z = 1.959964 // the 97.5th percentile of the normal distribution
	n := float64(trials)
	p := float64(successes) / n
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, middle-half), min(1, middle+half)
}
