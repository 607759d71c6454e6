"""Documents on paper: one house style, PDF with typst, Word with python-docx."""
