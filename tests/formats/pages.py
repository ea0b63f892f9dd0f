"""A web page as newspapers publish them, for the tests of HTML: about invented people and events."""

from __future__ import annotations

HEADLINE = "Dam above Orlen to be drained, ministry says"

BODY = """
<article><h1>Dam above Orlen to be drained, ministry says</h1>
<p>The reservoir above Orlen will be drained by the end of the month, the ministry of works said on Saturday,
after inspectors had found cracks &amp; damp in the spillway.</p>
<p>&ldquo;We cannot take the risk,&rdquo; said <b>Ada Venn</b>, the minister. &#8220;Nobody could.&#8221; She added that
<a href="/gates">three of seven</a> gates were safe.<script>track("inside");</script></p>
<ul><li>The mayor denied that the town had been warned.</li><li>A farmer said that the cracks were old.</li></ul>
<blockquote><p>This was known in March, an engineer wrote in a letter.</p></blockquote>
<p>According to the operator, the work will take<br>six weeks.</p></article>
"""


def page(body: str = BODY, *, head: str = "", title: str = HEADLINE) -> bytes:
    """Return a page with navigation, scripts and a footer around an article."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}'
        "<style>p { color: red }</style><script>var claim = 'the minister lied';</script></head><body>"
        '<nav><ul><li><a href="/">Front page</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f"{body}"
        "<footer><p>Copyright Valley Courier. All rights reserved.</p></footer></body></html>"
    ).encode()


def linked(**fields: str) -> str:
    """Return linked data of a news article with these fields, which hold no quotation marks."""
    inside = ", ".join(f'"{name}": "{value}"' for name, value in fields.items())
    return (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, '
        f'{{"@type": "NewsArticle", {inside}}}]}}</script>'
    )


def meta(**fields: str) -> str:
    """Return meta properties; `__` in a name stands for a colon."""
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in fields.items())
