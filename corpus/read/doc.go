// Package read finds the inputs that a user names and reads them: pages in
// files, folders and archives, and the addresses of pages in lists, tables,
// sitemaps and feeds. It does not fetch what it finds an address of, and does
// not look into a page.
package read
