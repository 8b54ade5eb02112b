package output

import "fmt"

// Text returns the text of the document with this uri, for the search for
// copies. It must come after the last Add.
func (d *Draft) Text(uri string) (string, error) {
	row, err := d.documents.find(uri)
	if err != nil {
		return "", fmt.Errorf("text of %s: %w", uri, err)
	}
	return row.Text, nil
}
