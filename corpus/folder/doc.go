// Package folder locks a folder for one process, and makes the names in it
// last. It neither creates nor reads files.
package folder
