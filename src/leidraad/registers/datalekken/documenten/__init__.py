"""Documents for people: PDF with typst, Word with docxtpl."""
