"""The desk: the web application in which a ledger is read and judged.

`app.make_app` puts it together; `pages` has one file a page, each with its JSON twin from the same frozen view.
"""
