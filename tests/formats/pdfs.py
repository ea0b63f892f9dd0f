"""Small PDF files, written by hand, for the tests of PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Placed = tuple[float, float, float, str]
"""A line of text: x and y in points from the lower left corner, the size of its type, and its words."""


def pdf(pages: Sequence[Sequence[Placed]], *, info: str = "", encrypted: bool = False) -> bytes:
    """Return a PDF with these lines on its pages of A4, set in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        content = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, size, words in lines)
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R"
    if encrypted:
        keys = f"/O <{'ab' * 32}> /U <{'cd' * 32}>"
        trailer += f" /Encrypt << /Filter /Standard /V 1 /R 2 {keys} /P -4 >> /ID [<{'00' * 16}> <{'00' * 16}>]"
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}"
    return out + end.encode("latin-1")
