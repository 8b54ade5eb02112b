package html

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// invisible reports whether n holds no text of the article.
func invisible(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Canvas, atom.Iframe, atom.Object, atom.Embed,
		atom.Video, atom.Audio, atom.Img, atom.Picture, atom.Map, atom.Input, atom.Select, atom.Option, atom.Textarea, atom.Datalist,
		atom.Progress, atom.Meter, atom.Head, atom.Del, atom.S, atom.Strike:
		return true
	}
	return false
}

// block reports whether n begins and ends a block.
func block(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Dir, atom.Div, atom.Dl,
		atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Li,
		atom.Main, atom.Nav, atom.P, atom.Section, atom.Tbody, atom.Td, atom.Th, atom.Thead, atom.Tfoot, atom.Tr, atom.Caption,
		atom.Ul, atom.Ol, atom.Menu, atom.Table, atom.Blockquote, atom.Pre, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Summary, atom.Dt:
		return true
	}
	return false
}

// structural reports whether n is a list or a part of a table or list.
func structural(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl, atom.Details, atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead,
		atom.Tfoot, atom.Caption, atom.Figcaption:
		return true
	}
	return false
}

// active reports whether n is what furniture is made of.
func active(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Img, atom.Picture, atom.Video, atom.Iframe, atom.Object, atom.Embed, atom.Form, atom.Input, atom.Select,
		atom.Textarea, atom.Button:
		return true
	}
	return false
}

// control reports whether n is what readers click.
func control(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Button, atom.Li, atom.Label:
		return true
	}
	return false
}

// neverText reports whether n holds no text of the article wherever it stands.
func neverText(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav:
		return true
	}
	return false
}

// furnitureTag reports whether n holds none either, unless it holds much of the
// page's text.
func furnitureTag(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Footer, atom.Aside, atom.Form, atom.Dialog:
		return true
	}
	return false
}

// furnitureRole is furnitureTag for what the role of an element says.
func furnitureRole(role string) bool {
	switch role {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "tablist":
		return true
	}
	return false
}

// pageTag reports whether n stands for the whole page, its article or a part
// of a table, and is never furniture by its name.
func pageTag(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Table, atom.Tr,
		atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Li:
		return true
	}
	return false
}

// layoutRoot reports whether n may hold an article and is no box of a heading.
func layoutRoot(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Article, atom.Main, atom.Section, atom.Li, atom.Td, atom.Th:
		return true
	}
	return false
}
