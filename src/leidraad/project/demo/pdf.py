"""A one-page PDF with a few lines of text, small enough to make by hand."""


def pdf(tekst: str) -> bytes:
    """A PDF of one A4 page with the lines of `tekst` in Latin letters."""
    regels = "".join(f"({_veilig(regel)}) Tj T* " for regel in tekst.splitlines())
    inhoud = f"BT /F1 11 Tf 15 TL 56 780 Td {regels}ET".encode("cp1252", "replace")
    delen = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(inhoud), inhoud),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    uit = b"%PDF-1.4\n"
    plekken = []
    for nummer, deel in enumerate(delen, 1):
        plekken.append(len(uit))
        uit += b"%d 0 obj\n%s\nendobj\n" % (nummer, deel)
    tabel = len(uit)
    rijen = b"".join(b"%010d 00000 n \n" % plek for plek in plekken)
    kop = b"xref\n0 %d\n0000000000 65535 f \n" % (len(delen) + 1)
    staart = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(delen) + 1, tabel)
    return uit + kop + rijen + staart


def _veilig(regel: str) -> str:
    return regel.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
