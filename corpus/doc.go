// Package corpus holds what was published: pages as they came, documents in
// canonical form with their blocks, the readers that find pages, and the
// grouping of near-duplicates. It knows nothing of roles and claims.
package corpus
